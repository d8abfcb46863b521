"""Actuals that were added, corrected, removed, or whose state changed; and remarks on them."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.comparing.change import Change, ChangeKind
from sagaict.comparing.judged import JudgedPair
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.results import Actual

__all__ = ["actual_changes"]


_OF_FIGURE = ("value", "numerator", "denominator", "respondents", "as_of", "span", "published")


def actual_changes(pair: JudgedPair) -> Iterator[Change]:
    """Every change of an actual, year by year, with how the indicator stood and stands."""
    old, new = pair.old.indicator.actuals, pair.new.indicator.actuals
    for year in sorted({*old, *new}):
        before, now = old.get(year), new.get(year)
        kind = _kind(before, now)
        if kind is not None:
            yield _change(pair, year, kind, before, now)
        if before is not None and now is not None and before.remark != now.remark:
            yield Change(
                kind="changed_remark",
                id=pair.new.full_id,
                name=pair.new.indicator.name,
                old=before.remark,
                new=now.remark,
                year=year.label,
            )


def _kind(before: Actual | None, now: Actual | None) -> ChangeKind | None:
    if before is None:
        return "added_actual"
    if now is None:
        return "removed_actual"
    if before.state != now.state:
        return "restated_actual"
    if any(getattr(before, name) != getattr(now, name) for name in _OF_FIGURE):
        return "corrected_actual"
    return "changed_history" if _figures(before) != _figures(now) else None


def _figures(actual: Actual) -> list[tuple[object, ...]]:
    """What the figures it replaced said."""
    return [(each.value, each.state, each.as_of, each.span) for each in actual.earlier]


def _change(
    pair: JudgedPair, year: FiscalYear, kind: ChangeKind, before: Actual | None, now: Actual | None
) -> Change:
    judged_in = pair.judged_in(year)
    stood, stands = pair.standings(judged_in)
    return Change(
        kind=kind,
        id=pair.new.full_id,
        name=pair.new.indicator.name,
        old=before,
        new=now,
        year=year.label,
        unit=pair.new.indicator.unit,
        judged_in=judged_in.label,
        before=stood,
        after=stands,
    )
