"""Who answers for something: a section, and the bureau it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from sagaict.domain.declaring import Before, Says, short_form
from sagaict.domain.fields import Text
from sagaict.domain.record import Record

__all__ = ["Owner", "OwnersField", "first_named"]


class Owner(Record):
    """A section (所管課), and the bureau (局) it belongs to as far as that is known."""

    section: Annotated[Text, Says("所管課。 / The section.")]
    bureau: Annotated[Text | None, Says("局・部(所管課の上の組織)。 / The bureau above it.")] = None

    @property
    def name(self) -> str:
        """The whole name, as a body writes it: 企画財政局情報政策課; with a space in ASCII."""
        if self.bureau is None:
            return self.section
        between = " " if self.bureau[-1].isascii() and self.section[0].isascii() else ""
        return f"{self.bureau}{between}{self.section}"


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) or value is None else [value]


OwnersField = Annotated[
    tuple[Annotated[Owner, short_form("section", str)], ...], Before(_listed, str | Owner)
]
"""Several owners; one alone needs no list, and without a bureau no mapping."""


def first_named(owners: Iterable[tuple[Owner, ...]]) -> tuple[Owner, ...]:
    """The owners of the nearest that names any: what names none has those of what it hangs on."""
    return next((each for each in owners if each), ())
