"""What a check found: counted at once, put in order and at its places when it is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from functools import cached_property
from itertools import takewhile
from typing import TypeVar

from sagaict.checking.placing import Found, Places
from sagaict.domain.light import dataclass
from sagaict.reading.problem import Problem

__all__ = ["MOST_LISTED", "CheckResult"]

MOST_LISTED = 1_000
"""How many problems a report lists: no reader reads more, and no stranger's file fills a disk."""

_WEIGHTS = ("error", "warning", "info")
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class CheckResult:
    """Everything a check found, and the files it looked at.

    `found` is what is wrong, in any order; `set_aside` pairs what was accepted with the reason
    given for it; `plans` and `projects` are how many were read.
    """

    found: tuple[Found, ...]
    set_aside: tuple[tuple[Found, str], ...]
    paths: tuple[str, ...]
    plans: int = 0
    projects: int = 0
    places: Places = field(default_factory=Places, repr=False, compare=False)

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, file by file and from top to bottom."""
        return tuple(sorted(self._placed(self.found), key=lambda problem: problem.sort_key))

    @cached_property
    def accepted(self) -> tuple[tuple[Problem, str], ...]:
        """The same of what was accepted."""
        return tuple(self._in_order(self.set_aside))

    @cached_property
    def listed(self) -> tuple[Problem, ...]:
        """What reports list: every problem, or the weightiest and a word on how many are left."""
        if len(self.found) <= MOST_LISTED:
            return self.problems
        first = _first(self.found, lambda each: (_WEIGHTS.index(each.severity), each.path))
        by_weight = sorted(
            self._placed(first), key=lambda each: (_WEIGHTS.index(each.severity), each.sort_key)
        )
        kept = sorted(by_weight[:MOST_LISTED], key=lambda problem: problem.sort_key)
        return (*kept, self._more(by_weight[MOST_LISTED], len(self.found)))

    @cached_property
    def listed_accepted(self) -> tuple[tuple[Problem, str], ...]:
        """The same of what was accepted."""
        if len(self.set_aside) <= MOST_LISTED:
            return self.accepted
        ordered = self._in_order(_first(self.set_aside, lambda item: (item[0].path,)))
        rest = self._more(ordered[MOST_LISTED][0], len(self.set_aside))
        return (*ordered[:MOST_LISTED], (rest, "…"))

    def _placed(self, found: Sequence[Found]) -> list[Problem]:
        return self.places.of(found, (each for each, _reason in self.set_aside))

    def _in_order(self, items: Sequence[tuple[Found, str]]) -> list[tuple[Problem, str]]:
        problems = self.places.of([each for each, _reason in items], self.found)
        reasons = (reason for _each, reason in items)
        return sorted(zip(problems, reasons, strict=True), key=lambda item: item[0].sort_key)

    @staticmethod
    def _more(first: Problem, count: int) -> Problem:
        """What stands for problems that are not listed, at the place of the first of them."""
        args = {"count": f"{count - MOST_LISTED:,}"}
        return Problem("more-problems", first.path, first.place, args, severity=first.severity)

    def only(self, shown: set[str]) -> CheckResult:
        """The part of the result that is about these files."""
        return replace(
            self,
            found=tuple(each for each in self.found if each.path in shown),
            set_aside=tuple(item for item in self.set_aside if item[0].path in shown),
            paths=tuple(path for path in self.paths if path in shown),
        )

    def of(self, rules: AbstractSet[str]) -> CheckResult:
        """The part of the result that these rules found."""
        kept = tuple(each for each in self.found if each.rule in rules)
        return replace(self, found=kept)

    def without(self, severity: str) -> CheckResult:
        """The result without the problems of one severity."""
        kept = tuple(each for each in self.found if each.severity != severity)
        return replace(self, found=kept)

    def count(self, severity: str) -> int:
        """How many problems have this severity."""
        return sum(each.severity == severity for each in self.found)


def _first(items: Sequence[_Item], key: Callable[[_Item], tuple[object, ...]]) -> list[_Item]:
    """Those among which the first come that a list has room for, and the one behind them.

    The order within a file is known only when places are: so its items go together.
    """
    ordered = sorted(items, key=key)
    last = key(ordered[MOST_LISTED])
    behind = takewhile(lambda item: key(item) == last, ordered[MOST_LISTED:])
    return [*ordered[:MOST_LISTED], *behind]
