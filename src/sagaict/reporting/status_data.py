"""`sagaict status` for programs: the plans with their tallies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sagaict.computing.assessment import Assessment
from sagaict.computing.membership import dropped_by, superseded_by
from sagaict.computing.overview import Listing, Overview
from sagaict.computing.published import CountCheck, PublishedCheck
from sagaict.computing.selection import Filter, title_of
from sagaict.computing.tally import Tally
from sagaict.computing.view import View
from sagaict.domain.amendment import Amendment
from sagaict.domain.meeting import approver
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.reporting.conditions import conditions_data
from sagaict.reporting.rows import SCHEMA_VERSION, row_of

__all__ = ["judged_data", "status_data", "tally_data"]


def status_data(
    items: Sequence[Listing],
    view: View,
    conditions: Filter,
    commit: Mapping[str, str | None] | None = None,
) -> dict[str, object]:
    """Every plan shown, its tallies, and the judgement on each indicator listed.

    `commit` says which one the data was taken from, where it was not the files as they lie.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": view.as_of.label,
        "today": view.today.isoformat(),
        **({"revision": commit} if commit else {}),
        **({"filter": conditions_data(conditions)} if conditions.narrow else {}),
        "plans": [_plan(item) for item in items],
    }


def judged_data(assessment: Assessment) -> dict[str, object]:
    """The judgement on an indicator; where it is judged by its parts, with that on each."""
    parts = [row_of(each) for each in assessment.parts]
    return {**row_of(assessment), **({"parts": parts} if parts else {})}


def _plan(item: Listing) -> dict[str, object]:
    whole = item.whole
    return {
        "plan_id": whole.plan.id,
        "plan_title": whole.plan.title,
        "stage": whole.plan.stage,
        "period": whole.plan.period.label,
        "running": whole.running,
        "tally": {kind: tally_data(counts) for kind, counts in whole.tallies.items()},
        "progress": {"of": whole.progress.of, "counts": whole.progress.counts},
        "published": [_published(check) for check in whole.published],
        "indicators": [judged_data(assessment) for assessment in item.assessments],
        "dropped": [
            _dropped(entry, change)
            for entry in whole.dropped
            if (change := dropped_by(entry, whole.view))
        ],
        "superseded": _superseded(whole),
    }


def _published(check: PublishedCheck) -> dict[str, object]:
    return {
        "id": check.tally.id,
        "title": check.tally.title,
        "verdict": check.verdict,
        "of": _count(check.whole) if check.whole else None,
        "counts": [{"label": count.label, **_count(count)} for count in check.counts],
    }


def _count(count: CountCheck) -> dict[str, object]:
    return {
        "printed": count.printed,
        "computed": count.computed,
        "unknown": count.unknown,
        "verdict": count.verdict,
    }


def _dropped(entry: PlacedProject | PlacedIndicator, change: Amendment) -> dict[str, object]:
    project = isinstance(entry, PlacedProject)
    return {
        "kind": "project" if project else "indicator",
        "id": entry.full_id,
        "name": title_of(entry),
        "date": str(change.date),
        "reason": change.reason,
        "approved_by": approver(change),
    }


def _superseded(item: Overview) -> dict[str, object] | None:
    change = superseded_by(item.plan, item.view)
    if change is None:
        return None
    return {
        "by": change.new,
        "date": str(change.date) if change.date else None,
        "reason": change.reason,
        "approved_by": approver(change),
    }


def tally_data(counts: Tally) -> dict[str, object]:
    """A tally with its denominator and what it leaves out."""
    return {
        "met": counts.met,
        "of": counts.of,
        "judged": counts.judged,
        "left_out": counts.left_out,
    }
