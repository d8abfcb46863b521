"""What a branch answers for: what is in the files it touches, and what it breaks elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from dataclasses import replace

from sagaict.checking.placing import placed
from sagaict.checking.result import CheckResult
from sagaict.reading.listing import Listing
from sagaict.reading.problem import Problem

__all__ = ["of_a_branch"]

Checked = tuple[Listing, CheckResult]


def of_a_branch(base: Checked, now: Checked, touched: Collection[str]) -> CheckResult:
    """The part of the result of now that is about touched files, or was not there at the base.

    The same problem may stand on another line; with another weight it is another problem.
    """
    result = now[1]
    new = set(_new(base, now))
    kept = tuple(
        each for number, each in enumerate(result.found) if each.path in touched or number in new
    )
    told = {each.path for each in kept}
    return replace(
        result.only({*touched}),
        found=kept,
        paths=tuple(path for path in result.paths if path in touched or path in told),
    )


def _new(base: Checked, now: Checked) -> Iterator[int]:
    """The positions of what was found now and not at the base."""
    known = Counter(_same(problem, base[0]) for problem in placed(base[1].found))
    for number, problem in enumerate(placed(now[1].found)):
        mark = _same(problem, now[0])
        if known[mark]:
            known[mark] -= 1
        else:
            yield number


def _same(problem: Problem, listing: Listing) -> Hashable:
    """What two problems share that are the same one, on whatever line."""
    path = problem.path.removeprefix(listing.shown).lstrip("/")
    said = tuple(sorted((name, str(value)) for name, value in problem.args.items()))
    return (path, problem.rule, problem.severity, said, problem.excerpt.strip())
