"""A command, declared once: a frozen dataclass whose fields are its arguments and options.

Commands share options by inheritance, and what a command was given is the object itself. A field
is annotated with its type and with an `Argument` or `Option` that says the rest. The type decides
how it is read: `bool` is a flag, a list can be repeated, a `Literal` is one word of a few, a
`frozenset` of a `Literal` several of them with commas; all else is text.

Help is marked where it stands and translated when the command is built, so that one process can
speak both languages.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields
from typing import Annotated, Any, ClassVar, Literal, cast, get_args, get_origin, get_type_hints

import typer

from sagaict.cli.frame.conversation import conversation
from sagaict.cli.frame.loading import load
from sagaict.cli.frame.words import completed, word, words, words_shown
from sagaict.domain.light import dataclass
from sagaict.language import LANGUAGES, _, mark

__all__ = ["Argument", "Command", "Examples", "Option", "function_of"]

Examples = tuple[tuple[str, str], ...]
"""Command lines, each with what it is for (marked)."""


@dataclass(frozen=True, slots=True)
class _Parameter:
    """What is said of a field besides its type. `help` is marked.

    `complete` offers values; `read` makes the value of the field from the text that was given.
    `choices` are the words a text is one of, where they are not known before the command is.
    """

    help: str
    metavar: str = ""
    complete: Callable[[str], list[str]] | None = None
    read: Callable[[str | None], Any] | None = None
    choices: Callable[[type[Command]], Iterable[str]] | None = None


@dataclass(frozen=True, slots=True)
class Argument(_Parameter):
    """An argument, known by its place."""


@dataclass(frozen=True, slots=True)
class Option(_Parameter):
    """An option, called like its field unless `names` call it otherwise."""

    names: tuple[str, ...] = ()
    eager: bool = False


def _known_language(value: str | None) -> str | None:
    """Refuse a language nobody wrote a catalogue for; the right ones were acted on before."""
    return None if value is None else word(value.strip()[:2], LANGUAGES, "--lang")


@dataclass(frozen=True, kw_only=True)
class Command:
    """What was asked of the program: the fields are its arguments and options.

    A command does its work in `run`; or, where that takes more than a screen, in a function that
    takes the command. `runner` names it as `module:function`, and it is imported when it is run.
    """

    runner: ClassVar[str] = ""

    examples: ClassVar[Examples] = ()

    lang: Annotated[
        str | None,
        Option(
            mark("Language of the output; else SAGAICT_LANG."),
            "ja|en",
            read=_known_language,
        ),
    ] = None

    def run(self) -> int:
        """Do it, and return the exit code.

        Raises:
            Refusal: it cannot be done as asked.
        """
        code: int = load(self.runner)(self)
        return code


def function_of(command: type[Command]) -> Callable[..., int]:
    """A function with the options of the command as its signature, from which typer reads them."""

    def function(**given: Any) -> int:
        return conversation(command(**given).run)

    hints = get_type_hints(command, include_extras=True)
    given = [
        _parameter(command, field, *get_args(hints[field.name])) for field in _in_order(command)
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


def _parameter(
    command: type[Command], field: Field[Any], kind: Any, given: Argument | Option
) -> inspect.Parameter:
    """The field as typer reads it: always text, a list of texts, or a flag."""
    allowed = tuple(given.choices(command)) if given.choices else _literals(kind)
    several = get_origin(kind) is frozenset
    read, complete, text = given.read, given.complete, _(given.help)
    name = field.name.replace("_", "-")
    default = inspect.Parameter.empty if field.default is MISSING else field.default
    if allowed:
        text = _("{text} It can be: {words}.").format(text=text, words=words_shown(allowed))
        complete = complete or _completion(allowed)
    about: Any
    if isinstance(given, Option):
        names = given.names or (f"--{name}",)
        if allowed:
            read = _reader(allowed, max(names, key=len), several=several)
        about = typer.Option(
            *names,
            metavar=given.metavar or None,
            help=text,
            callback=read,
            autocompletion=complete,
            is_eager=given.eager,
        )
    else:
        if allowed:
            read = _reader(allowed, given.metavar, several=several)
        about = typer.Argument(
            metavar=given.metavar,
            help=text,
            callback=read,
            autocompletion=complete,
            show_default=bool(field.default),
        )
    if several:
        default, kind = None, str | None
    elif allowed:
        kind = str | None if type(None) in get_args(kind) else str
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=cast("Any", Annotated)[kind, about],
    )


def _literals(kind: Any) -> tuple[str, ...]:
    """The words a type allows; none if it allows any text."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(found for part in get_args(kind) for found in _literals(part))


def _reader(allowed: tuple[str, ...], name: str, *, several: bool) -> Callable[[str | None], Any]:
    def read(value: str | None) -> Any:
        if several:
            return words(value, allowed, name)
        return None if value is None else word(value, allowed, name)

    return read


def _completion(allowed: tuple[str, ...]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return completed(incomplete, allowed)

    return complete
