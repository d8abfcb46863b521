"""Questions at a terminal, with a way back. Nothing is ever asked where nobody can answer."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from sagaict.cli.frame.conversation import WayBackTaken, current
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.typed import comparable, list_number
from sagaict.language import _
from sagaict.language.visible import visible

__all__ = [
    "ask",
    "can_ask",
    "confirm",
    "pick",
    "tell",
    "tell_of_way_back",
    "until_understood",
]

_YES = ("y", "yes", "はい")
_BACK = "<"
_Answer = TypeVar("_Answer")


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def tell(text: str) -> None:
    """Say something to whoever is asked; what was said before a way back is not said again."""
    talk = current()
    if text and not (talk and talk.ahead):
        print(visible(text), file=sys.stderr)


def tell_of_way_back() -> None:
    """Say how to get back to the question before; for the beginning of several questions."""
    tell(_("(An answer {sign} goes back to the question before.)").format(sign=_BACK))


def ask(question: str, default: str = "") -> str:
    """The answer, or the default for an empty one.

    Raises:
        Refusal: the questions were broken off.
    """
    talk = current()
    if talk and talk.ahead:
        return talk.ahead.popleft() or default
    answer = _line(f"{question} [{default}]: " if default else f"{question}: ").strip()
    if talk and comparable(answer) == _BACK:
        raise WayBackTaken
    if talk:
        talk.answers.append(answer)
    return answer or default


def until_understood(question: str, read: Callable[[str], _Answer], default: str = "") -> _Answer:
    """Ask until `read` can make something of the answer; what is wrong is said each time.

    Raises:
        Refusal: the questions were broken off.
    """
    while True:
        answer = ask(question, default)
        try:
            return read(answer)
        except Refusal as refusal:
            tell(str(refusal))
            _forget()


def confirm(question: str, *, default: bool = False) -> bool:
    """Yes or no.

    Raises:
        Refusal: the questions were broken off.
    """
    answer = ask(question + (" [Y/n]" if default else " [y/N]"))
    return default if not answer else comparable(answer) in _YES


def pick(question: str, options: Sequence[str]) -> int:
    """Which of the options, by its number or a part only it has; asked again until it is clear.

    Raises:
        Refusal: the questions were broken off.
    """
    width = len(str(len(options)))
    for number, text in enumerate(options, start=1):
        tell(f"  {number:>{width}}  {visible(text)}")

    def chosen(answer: str) -> int:
        answer = comparable(answer)
        number = list_number(answer)
        if number is not None and 1 <= number <= len(options):
            return number - 1
        hits = [place for place, text in enumerate(options) if answer in comparable(text)]
        if answer and len(hits) == 1:
            return hits[0]
        raise Refusal(_("Please give a number from 1 to {count}.").format(count=len(options)))

    return until_understood(question, chosen)


def _forget() -> None:
    """An answer that was not understood is none to come back to."""
    talk = current()
    if talk and talk.answers and not talk.ahead:
        talk.answers.pop()


def _line(prompt: str) -> str:
    """A line typed by a person, who can correct it with the arrow keys where the system knows how.

    Raises:
        Refusal: the input has ended.
    """
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 - from now on `input` edits
            return input(prompt)
        print(prompt, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
    except EOFError:
        line = ""
    if not line:
        print(file=sys.stderr)
        raise Refusal(_("broken off; nothing was written"))
    return line
