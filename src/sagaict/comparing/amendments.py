"""Projects and indicators dropped, added or renamed, with what was recorded about it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from sagaict.comparing.change import Change, Contents, Standing
from sagaict.comparing.judged import JudgedPair
from sagaict.comparing.records import History, compare_records, kind_of
from sagaict.computing.assessment import assess
from sagaict.domain.amendment import Amendment, Happening, happened
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject

__all__ = ["addition", "indicator_amendments", "project_amendments"]


def project_amendments(old: PlacedProject, new: PlacedProject) -> Iterator[Change]:
    """A project dropped or renamed, and what else its record says now."""
    history = _history(old.project.amendments, new.project.amendments)
    dropped = _newly(history, old.project.amendments, "dropped")
    if dropped is not None:
        yield Change(
            kind="dropped_project",
            id=new.full_id,
            name=new.project.title,
            old=Contents(indicators=len(new.project.outcome_indicators)),
            new=dropped,
            reason=dropped.reason,
            approved_by=dropped.approved_by,
            revision=old.plan.stage == "approved",
        )
    yield from _title(history, new, old.project.title, new.project.title)
    yield from _left(history, new, new.project.title)


def indicator_amendments(pair: JudgedPair) -> Iterator[Change]:
    """An indicator dropped or renamed, with how it stood; and what else its record says now."""
    old, new = pair.old, pair.new
    history = _history(old.indicator.amendments, new.indicator.amendments)
    dropped = _newly(history, old.indicator.amendments, "dropped")
    if dropped is not None:
        stood = assess(old, pair.view)
        yield Change(
            kind="dropped_indicator",
            id=new.full_id,
            name=new.indicator.name,
            new=dropped,
            reason=dropped.reason,
            approved_by=dropped.approved_by,
            revision=old.plan.stage == "approved",
            judged_in=stood.year.label,
            before=Standing.of(stood),
        )
    yield from _title(history, new, old.indicator.name, new.indicator.name)
    yield from _left(history, new, new.indicator.name)


def addition(new: PlacedProject | PlacedIndicator) -> tuple[Amendment | None, list[Change]]:
    """What says why something new was added; and what else its record says already."""
    thing = new.project if isinstance(new, PlacedProject) else new.indicator
    title = new.project.title if isinstance(new, PlacedProject) else new.indicator.name
    history = _history((), thing.amendments)
    return _newly(history, (), "added"), list(_left(history, new, title))


def _history(old: Sequence[Amendment], new: Sequence[Amendment]) -> History[Amendment]:
    return compare_records(
        old,
        new,
        lambda each: (*_step(each), each.date, each.reason, each.approved_by),
        lambda each: (each.what, each.date),
        _step,
    )


def _step(amendment: Amendment) -> tuple[Hashable, ...]:
    return (amendment.what, amendment.old, amendment.new)


def _newly(
    history: History[Amendment], before: Sequence[Amendment], what: Happening
) -> Amendment | None:
    """What says that it happened, unless that was said before."""
    if happened(before, what) is not None:
        return None
    return happened(history.explaining(lambda each: each.what == what), what)


def _title(
    history: History[Amendment], new: PlacedProject | PlacedIndicator, before: str, now: str
) -> Iterator[Change]:
    if before == now:
        return
    found = history.explaining(lambda each: each.what == "renamed" and each.new == now)
    why = happened(found, "renamed")
    yield Change(
        kind="changed_title",
        id=new.full_id,
        name=now,
        old=before,
        new=now,
        reason=why.reason if why else None,
        approved_by=why.approved_by if why else None,
        revision=why is not None,
    )


def _left(
    history: History[Amendment], new: PlacedProject | PlacedIndicator, title: str
) -> Iterator[Change]:
    """Amendments recorded afterwards, and those that were rewritten."""
    for before, now in history.left():
        same = before is not None and now is not None and _step(before) == _step(now)
        yield Change(
            kind=kind_of(before, now, same=same),
            id=new.full_id,
            name=title,
            old=before,
            new=now,
            reason=now.reason if now else None,
            approved_by=now.approved_by if now else None,
        )
