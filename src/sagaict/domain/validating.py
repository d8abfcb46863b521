"""Pydantic, which validates every file: the one place that asks it.

What it needs of the classes is built when the first file is to be validated; a start that validates
none does not import it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.misfit import Misfit
from sagaict.domain.record import Record

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

__all__ = ["Fault", "Unfit", "validated"]

_Model = TypeVar("_Model", bound=Record)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file's content.

    `kind` is a rule's id or a type of pydantic's errors; `location` leads to what was `given`.
    """

    kind: str
    location: tuple[str | int, ...]
    given: Any
    context: dict[str, Any]


class Unfit(ValueError):
    """Content that gives no record, with all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{each.location}: {each.kind}" for each in faults))
        self.faults = faults


def validated(kind: type[_Model], content: object) -> _Model:
    """The record that plain content (mappings, lists, texts) stands for.

    Raises:
        Unfit: it stands for none.
    """
    from pydantic_core import ValidationError

    from sagaict.domain.validators import validator_of

    try:
        found: _Model = validator_of(kind).validate_python(content)
    except ValidationError as error:
        raise Unfit(tuple(map(_fault, error.errors(include_url=False)))) from None
    return found


def _fault(details: ErrorDetails) -> Fault:
    location, given, context = details["loc"], details["input"], details.get("ctx", {})
    misfit = context.get("error")
    if not isinstance(misfit, Misfit):
        return Fault(details["type"], location, given, context)
    if misfit.at:
        location, given = (*location, *misfit.at), misfit.given
    return Fault(misfit.rule, location, given, misfit.context)
