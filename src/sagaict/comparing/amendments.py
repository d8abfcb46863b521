"""Goals, measures, projects and indicators that were dropped on record, renamed or redefined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sagaict.comparing.accounts import Accounts
from sagaict.comparing.change import Change, Contents, Standing
from sagaict.comparing.judged import JudgedPair
from sagaict.comparing.structure import goal_contents, measure_contents
from sagaict.computing.judging import assess
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.domain.amendment import Amendment, happened
from sagaict.domain.portfolio import PlacedProject, Portfolio

__all__ = [
    "goal_amendments",
    "indicator_amendments",
    "measure_amendments",
    "part_title_change",
    "project_amendments",
    "title_change",
]


def project_amendments(
    old: PlacedProject, new: PlacedProject, accounts: Accounts
) -> Iterator[Change]:
    """A project dropped or renamed."""
    before, now = old.project, new.project
    inside = Contents(indicators=len(now.outcome_indicators))
    change = Change(kind="dropped_project", id=new.full_id, name=now.title, old=inside)
    yield from _dropped(change, before.amendments, now.amendments, accounts)
    yield from title_change(new.full_id, before.title, now.title, accounts)


def measure_amendments(
    old: PlacedMeasure, new: PlacedMeasure, portfolio: Portfolio, accounts: Accounts
) -> Iterator[Change]:
    """A measure dropped, with all that belongs to it."""
    now = new.measure
    inside = measure_contents(new, portfolio)
    change = Change(kind="dropped_measure", id=new.full_id, name=now.title, old=inside)
    yield from _dropped(change, old.measure.amendments, now.amendments, accounts)


def goal_amendments(
    old: PlacedGoal, new: PlacedGoal, portfolio: Portfolio, accounts: Accounts
) -> Iterator[Change]:
    """A goal dropped, with all that belongs to it."""
    now = new.goal
    inside = goal_contents(new, portfolio)
    change = Change(kind="dropped_goal", id=new.full_id, name=now.title, old=inside)
    yield from _dropped(change, old.goal.amendments, now.amendments, accounts)


def indicator_amendments(pair: JudgedPair, accounts: Accounts) -> Iterator[Change]:
    """An indicator dropped, with how it stood, or renamed."""
    old, new = pair.old.indicator, pair.new.indicator
    stood = assess(pair.old, pair.view)
    change = Change(
        kind="dropped_indicator",
        id=pair.new.full_id,
        name=new.name,
        judged_in=stood.year.label,
        before=Standing.of(stood),
    )
    yield from _dropped(change, old.amendments, new.amendments, accounts)
    yield from title_change(pair.new.full_id, old.name, new.name, accounts)


def part_title_change(pair: JudgedPair, accounts: Accounts) -> Iterator[Change]:
    """Another name of a part; a record of it stands with the indicator."""
    old, new = (part.name for part in (pair.old.part, pair.new.part) if part is not None)
    yield from title_change(pair.new.full_id, old, new, accounts, pair.new.id_of_whole)


def title_change(
    full_id: str, old: str, new: str, accounts: Accounts, subject: str | None = None
) -> Iterator[Change]:
    """Another title of a project or indicator; `subject` is the id whose records tell of it."""
    if old != new:
        change = Change(kind="changed_title", id=full_id, name=new, old=old, new=new)
        yield accounts.owing(
            change, lambda each: each.what == "renamed" and each.new == new, subject
        )


def _dropped(
    change: Change, old: tuple[Amendment, ...], new: tuple[Amendment, ...], accounts: Accounts
) -> Iterator[Change]:
    """The change, if the records say that it happened and did not say so before."""
    dropped = happened(new, "dropped")
    if dropped is not None and happened(old, "dropped") is None:
        yield replace(
            accounts.owing(change, lambda each: each.what == "dropped"),
            new=dropped,
        )
