"""A command, declared once: a frozen dataclass whose fields are its arguments and options.

Fields are annotated as typer wants them; commands share options by inheritance. What the command
was given is the object itself. Help is marked where it stands, and translated when the command is
built, so that one process can speak both languages.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable
from copy import copy
from dataclasses import MISSING, Field, dataclass, fields
from typing import Annotated, Any, ClassVar, cast, get_args, get_type_hints

import typer

from sagaict.cli.frame.conversation import conversation
from sagaict.language import LANGUAGES, _, mark

__all__ = ["Command", "Examples", "function_of"]

Examples = tuple[tuple[str, str], ...]
"""Command lines, each with what it is for (marked)."""


def _known_language(value: str | None) -> str | None:
    """Refuse a language nobody wrote a catalogue for; the right ones were acted on before."""
    from sagaict.cli.frame.given import choice

    return None if value is None else choice(value.strip().lower()[:2], LANGUAGES, "--lang")


@dataclass(frozen=True, kw_only=True)
class Command(ABC):
    """What was asked of the program: the fields are its arguments and options."""

    examples: ClassVar[Examples] = ()

    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="ja|en",
            help=mark("Language of the output; else SAGAICT_LANG."),
            callback=_known_language,
        ),
    ] = None

    @abstractmethod
    def run(self) -> int:
        """Do it, and return the exit code.

        Raises:
            Refusal: it cannot be done as asked.
        """


def function_of(command: type[Command]) -> Callable[..., int]:
    """A function with the options of the command as its signature, from which typer reads them."""

    def function(**given: Any) -> int:
        return conversation(command(**given).run)

    hints = get_type_hints(command, include_extras=True)
    given = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=_spoken(hints[field.name]),
        )
        for field in _in_order(command)
    ]
    about = cast("Any", function)
    about.__signature__ = inspect.Signature(given, return_annotation=int)
    about.__annotations__ = {each.name: each.annotation for each in given}
    return function


def _in_order(command: type[Command]) -> list[Field[Any]]:
    """The fields as help lists them: a command's own first, what it shares with many last."""
    named = [name for each in command.__mro__ for name in inspect.get_annotations(each)]
    places = {name: place for place, name in enumerate(named)}
    return sorted(fields(command), key=lambda field: places[field.name])


def _spoken(hint: Any) -> Any:
    """The annotation with its help in the language spoken now."""
    kind, about = get_args(hint)
    about = copy(about)
    about.help = _(about.help)
    return cast("Any", Annotated)[kind, about]
