"""A problem in a file: a rule id, an exact place, and what the wording needs to be specific."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from sagaict.domain.light import dataclass

__all__ = ["Place", "Problem", "YamlProblem"]


class Place(NamedTuple):
    """A stretch of one line. Lines and columns count characters from 1; `length` may be 0.

    A tuple is made in half the time, and a file has a place for every node.
    """

    line: int
    column: int
    length: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: `rule` names it, `args` fill its message, `path` is the file as shown.

    `excerpt` is the whole line of the place, and `related` names other places that bear on it. What
    may be accepted is about a `subject`, the full id of the innermost thing around it.
    """

    rule: str
    path: str
    place: Place
    args: Mapping[str, str] = field(default_factory=dict)
    excerpt: str = ""
    related: tuple[tuple[str, Place], ...] = ()
    severity: str = "error"
    subject: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Files in order, then top to bottom."""
        return (self.path, self.place.line, self.place.column, self.rule)


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """An irregularity of the YAML itself, by rule id and place."""

    rule: str
    place: Place
    args: dict[str, str] = field(default_factory=dict)
    related: Place | None = None
