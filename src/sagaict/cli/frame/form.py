"""What a command was told, and questions for what it was not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sagaict.cli.frame.asking import can_ask, tell, tell_of_way_back, until_understood
from sagaict.cli.frame.refusal import Missing, Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.words import word
from sagaict.domain.typed import list_number
from sagaict.language import _
from sagaict.language.words import term

__all__ = ["Form", "optional"]

_Answer = TypeVar("_Answer")
_Word = TypeVar("_Word", bound=str)
_Read = Callable[[str], _Answer]


class Form:
    """What a command was told, and questions for what it was not.

    If something required is missing, everything that was not told is asked for; an empty answer
    leaves out what is not required. Answers that cannot be understood are asked for again.
    """

    def __init__(self, required: Mapping[str, object]) -> None:
        missing = [name for name, given in required.items() if given in (None, [])]
        self.asks = bool(missing)
        if missing and not can_ask():
            raise Missing(missing[0])
        if self.asks:
            tell_of_way_back()

    def needed(
        self, given: str | None, question: str, read: _Read[_Answer], *, note: str = ""
    ) -> _Answer:
        """What must be said; `note` explains it to whoever is asked.

        Raises:
            Refusal: what was given cannot be understood, or the questions were broken off.
        """
        if given is not None:
            return _read(read, given)
        tell(note)
        return until_understood(question, _answered(read))

    def optional(
        self, given: str | None, question: str, read: _Read[_Answer], *, note: str = ""
    ) -> _Answer | None:
        """What may be left unsaid.

        Raises:
            Refusal: likewise.
        """
        if given is not None:
            return _read(read, given)
        return optional(question, read, note=note) if self.asks else None

    def each(
        self,
        given: Sequence[str] | None,
        question: str,
        read: Callable[[str, tuple[_Answer, ...]], _Answer],
        *,
        at_least: int = 0,
        note: str = "",
    ) -> tuple[_Answer, ...]:
        """What may be said several times; `read` is told what was said before.

        Raises:
            Refusal: likewise.
        """
        found: tuple[_Answer, ...] = ()
        for text in given or ():
            with writing_refusals():
                found = (*found, read(text, found))
        if given or not self.asks:
            return found
        tell(note)
        while True:
            enough = len(found) >= at_least
            more = _("{question} (empty: no more)").format(question=question)
            reader = _next(read, found, may_end=enough)
            new = until_understood(more if enough else question, reader)
            if new is None:
                return found
            found = (*found, new)

    def word(
        self,
        given: _Word | None,
        question: str,
        words: Mapping[_Word, str],
        option: str,
        *,
        note: str = "",
        default: _Word | None = None,
    ) -> _Word:
        """One of some words, which are explained to whoever is asked; their number is enough.

        Raises:
            Refusal: likewise.
        """
        if given is not None:
            return given
        names = list(words)
        tell(note)
        tell(
            "\n".join(
                f"  {number}  {_('{what}: {change}').format(what=term(name), change=words[name])}"
                for number, name in enumerate(names, start=1)
            )
        )

        def meant(text: str) -> _Word:
            number = list_number(text)
            if number is not None and 1 <= number <= len(names):
                return names[number - 1]
            return word(text, words, option)

        return until_understood(question, _answered(meant), term(default) if default else "")


def optional(question: str, read: _Read[_Answer], *, note: str = "") -> _Answer | None:
    """Ask for what may be left unsaid: an empty answer leaves it out.

    Raises:
        Refusal: the questions were broken off.
    """
    tell(note)
    return until_understood(
        _("{question} (empty: leave it out)").format(question=question),
        lambda answer: _read(read, answer) if answer else None,
    )


def _read(read: _Read[_Answer], text: str) -> _Answer:
    with writing_refusals():
        return read(text)


def _answered(read: _Read[_Answer]) -> _Read[_Answer]:
    """Reads an answer that may not be empty."""

    def reader(answer: str) -> _Answer:
        if not answer.strip():
            raise Refusal(_("An answer is needed here."))
        return _read(read, answer)

    return reader


def _next(
    read: Callable[[str, tuple[_Answer, ...]], _Answer],
    before: tuple[_Answer, ...],
    *,
    may_end: bool,
) -> _Read[_Answer | None]:
    """Reads one more of several answers; `None` for an empty one that ends them."""
    further = _answered(lambda text: read(text, before))
    return lambda answer: None if may_end and not answer else further(answer)
