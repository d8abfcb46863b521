"""Questions at a terminal. Nothing is ever asked where nobody can answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.typed import comparable, list_number
from sagaict.language import _
from sagaict.language.visible import visible

__all__ = ["ask", "can_ask", "confirm", "pick"]

_YES = ("y", "yes", "はい")


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, default: str = "") -> str:
    """The answer, or the default for an empty one.

    Raises:
        Refusal: the questions were broken off.
    """
    shown = f"{question} [{default}]: " if default else f"{question}: "
    print(shown, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
        raise Refusal(_("broken off; nothing was written"))
    return line.strip() or default


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
        print(f"  {number:>{width}}  {visible(text)}", file=sys.stderr)
    while True:
        answer = comparable(ask(question))
        chosen = list_number(answer)
        if chosen is not None and 1 <= chosen <= len(options):
            return chosen - 1
        hits = [number for number, text in enumerate(options) if answer in comparable(text)]
        if answer and len(hits) == 1:
            return hits[0]
        print(
            _("Please give a number from 1 to {count}.").format(count=len(options)),
            file=sys.stderr,
        )
