"""A command that asks, with a way back: whoever answers `<` is asked the question before again.

For that the command is begun anew with the answers given so far, so it must write nothing before
its last question is answered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from sagaict.domain.light import dataclass

__all__ = ["Conversation", "WayBackTaken", "conversation", "current"]

_Answer = TypeVar("_Answer")


class WayBackTaken(Exception):
    """The question before is to be asked again."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was answered, and what of it is still to be said again after a way back."""

    answers: list[str]
    ahead: deque[str]


_CURRENT: ContextVar[Conversation | None] = ContextVar("conversation", default=None)


def current() -> Conversation | None:
    """The conversation the program is in."""
    return _CURRENT.get()


def conversation(command: Callable[[], _Answer]) -> _Answer:
    """Run what asks; at each way back, again with all answers but the last one."""
    answers: list[str] = []
    while True:
        mark = _CURRENT.set(Conversation(answers, deque(answers)))
        try:
            return command()
        except WayBackTaken:
            answers[-1:] = []
        finally:
            _CURRENT.reset(mark)
