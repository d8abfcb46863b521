"""What reading a file gives."""

from __future__ import annotations

from dataclasses import field
from typing import Generic, TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.record import Record
from sagaict.reading.problem import Problem

__all__ = ["Loaded"]

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
