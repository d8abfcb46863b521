"""What follows from the changes: statuses, computed figures, tallies and comparisons elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.comparing.change import Change, Standing
from sagaict.comparing.judged import JudgedPair
from sagaict.comparing.sides import Sides
from sagaict.computing.assessment import Computed
from sagaict.computing.judging import compute_derived
from sagaict.computing.overview import Overview, overview
from sagaict.computing.published import PublishedCheck
from sagaict.computing.view import View

__all__ = ["consequences"]


def consequences(
    sides: Sides, pairs: Sequence[JudgedPair], told: Sequence[Change], view: View
) -> Iterator[Change]:
    """Everything that reads differently, except where a change in `told` says so already."""
    computed = [
        change
        for pair in pairs
        if pair.new.plan.id not in sides.blurred
        for change in _computed(pair, view)
    ]
    known = {(change.id, change.judged_in) for change in (*told, *computed)}
    for pair in pairs:
        yield from _statuses(pair, known)
    yield from computed
    for old, new in sides.plans.both:
        if new.id not in sides.blurred:
            before = overview(sides.old, old, view)
            now = overview(sides.new, new, view)
            yield from _tallies(before, now)
            yield from _published(before, now)


def _statuses(pair: JudgedPair, known: set[tuple[str, str | None]]) -> Iterator[Change]:
    for year in sorted({*pair.before, *pair.after}):
        before, after = pair.standings(year)
        if before is None or after is None or before.status == after.status:
            continue
        if (pair.new.full_id, year.label) not in known:
            yield Change(
                kind="changed_status",
                id=pair.new.full_id,
                name=pair.new.indicator.name,
                year=year.label,
                judged_in=year.label,
                before=before,
                after=after,
            )


def _computed(pair: JudgedPair, view: View) -> Iterator[Change]:
    """Derived indicators whose value, as the data gives it, is another now."""
    if pair.old.indicator.derived is None or pair.new.indicator.derived is None:
        return
    for year in sorted({*pair.before, *pair.after}):
        before = compute_derived(pair.old, year, view)
        now = compute_derived(pair.new, year, view)
        if _told(before) != _told(now):
            yield Change(
                kind="changed_computed",
                id=pair.new.full_id,
                name=pair.new.indicator.name,
                year=year.label,
                judged_in=year.label,
                old=before,
                new=now,
                unit=pair.new.indicator.unit,
                before=Standing.of(pair.before.get(year)),
                after=Standing.of(pair.after.get(year)),
            )


def _told(computed: Computed | None) -> object:
    """What is told of a computed value: which indicators it lacks may only be their new names."""
    if computed is None:
        return None
    causes = tuple(gap.cause for gap in computed.gaps)
    return computed.value, computed.numerator, computed.denominator, computed.state, causes


def _tallies(before: Overview, now: Overview) -> Iterator[Change]:
    old, new = before.tallies, now.tallies
    for kind in dict.fromkeys([*old, *new]):
        if old.get(kind) != new.get(kind):
            yield Change(
                kind="changed_tally",
                id=now.plan.id,
                name=now.plan.title,
                field=kind,
                old=old.get(kind),
                new=new.get(kind),
                draft=now.plan.stage == "draft",
            )
    if before.progress != now.progress and (_evaluated(before) or _evaluated(now)):
        yield Change(
            kind="changed_progress",
            id=now.plan.id,
            name=now.plan.title,
            old=before.progress,
            new=now.progress,
            draft=now.plan.stage == "draft",
        )


def _evaluated(item: Overview) -> bool:
    return any(entry.project.evaluations for entry in item.projects)


def _published(before: Overview, now: Overview) -> Iterator[Change]:
    """Printed tallies that read differently against the data, or are printed differently."""
    old = {check.tally.id: check for check in before.published}
    new = {check.tally.id: check for check in now.published}
    for name in dict.fromkeys([*old, *new]):
        was, check = old.get(name), new.get(name)
        if _compared(was) != _compared(check):
            known = check or was
            yield Change(
                kind="changed_published",
                id=now.plan.id,
                name=known.tally.title if known else now.plan.title,
                field=name,
                old=was,
                new=check,
            )


def _compared(check: PublishedCheck | None) -> object:
    if check is None:
        return None
    printed = (check.tally.of, check.tally.counts, check.tally.percent)
    return (printed, check.count, check.percents, check.verdict)
