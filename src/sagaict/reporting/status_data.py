"""`sagaict status` for programs: JSON with tallies, CSV with the contract's columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sagaict.computing.membership import dropped_by, superseded_by
from sagaict.computing.overview import Overview
from sagaict.computing.selection import title_of
from sagaict.computing.tally import Tally
from sagaict.computing.view import View
from sagaict.domain.amendment import Amendment
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.reporting.machine import csv_bytes, json_text
from sagaict.reporting.rows import COLUMNS, SCHEMA_VERSION, row_of

__all__ = ["status_csv", "status_json"]


def status_json(
    overviews: Sequence[Overview], view: View, revision: Mapping[str, str | None] | None = None
) -> str:
    """Every plan shown, its tallies, and the judgement on each indicator as it stands.

    `revision` says which one the data was taken from, where it was not the files as they lie.
    """
    page = {
        "schema_version": SCHEMA_VERSION,
        "as_of": view.as_of.label,
        "today": view.today.isoformat(),
        **({"revision": revision} if revision else {}),
        "plans": [_plan(item) for item in overviews],
    }
    return json_text(page) + "\n"


def _plan(item: Overview) -> dict[str, object]:
    return {
        "plan_id": item.plan.id,
        "plan_title": item.plan.title,
        "period": item.plan.period.label,
        "running": item.running,
        "tally": {kind: _tally(counts) for kind, counts in item.tallies.items()},
        "progress": {"of": item.progress.of, "counts": item.progress.counts},
        "published": [
            {
                "id": check.tally.id,
                "title": check.tally.title,
                "verdict": check.verdict,
            }
            for check in item.published
        ],
        "indicators": [row_of(assessment) for assessment in item.assessments],
        "dropped": [
            _dropped(entry, change)
            for entry in item.dropped
            if (change := dropped_by(entry, item.view))
        ],
        "superseded": _superseded(item),
    }


def _dropped(entry: PlacedProject | PlacedIndicator, change: Amendment) -> dict[str, object]:
    project = isinstance(entry, PlacedProject)
    return {
        "kind": "project" if project else "indicator",
        "id": entry.full_id,
        "name": title_of(entry),
        "date": str(change.date),
        "reason": change.reason,
        "approved_by": change.approved_by,
    }


def _superseded(item: Overview) -> dict[str, object] | None:
    change = superseded_by(item.plan, item.view)
    if change is None:
        return None
    return {
        "by": change.new,
        "date": str(change.date) if change.date else None,
        "reason": change.reason,
        "approved_by": change.approved_by,
    }


def _tally(counts: Tally) -> dict[str, object]:
    return {
        "met": counts.met,
        "of": counts.of,
        "judged": counts.judged,
        "left_out": counts.left_out,
    }


def status_csv(overviews: Sequence[Overview]) -> bytes:
    """One line per indicator as it stands now, in the columns and encoding of the export."""
    rows = (row_of(assessment) for item in overviews for assessment in item.assessments)
    return csv_bytes(COLUMNS, rows)
