"""What reading a file gives."""

from __future__ import annotations

from dataclasses import field
from typing import Generic, TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.record import Record
from sagaict.language.system import reason_of
from sagaict.reading.files import FileOf, NotRead
from sagaict.reading.problem import Place, Problem

__all__ = ["Loaded", "unread"]

Model = TypeVar("Model", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A file read: its model unless something forbids it, and its problems.

    `speaks` tells that a comment in it may accept a finding; `known`, that it was validated in an
    earlier run.
    """

    model: Model | None
    problems: tuple[Problem, ...] = ()
    speaks: bool = False
    known: bool = field(default=False, compare=False)


def unread(file: FileOf, error: OSError) -> Problem:
    """What a file's not being read is as a problem."""
    if isinstance(error, NotRead):
        return Problem(error.rule, file.shown, Place(1, 1))
    return Problem("unreadable", file.shown, Place(1, 1), {"detail": reason_of(error)})
