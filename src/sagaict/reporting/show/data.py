"""`sagaict show` for programs: what the file says of a thing, and how its indicators stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sagaict.computing.judging import assess
from sagaict.computing.membership import is_known
from sagaict.computing.overview import Overview, overview
from sagaict.computing.selection import PlacedGoal, PlacedMeasure, Thing
from sagaict.computing.series import series
from sagaict.computing.tally import Tally
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio
from sagaict.reporting.records import record_data
from sagaict.reporting.rows import SCHEMA_VERSION, row_of, rows_of
from sagaict.reporting.show.surroundings import tallies_across
from sagaict.reporting.status_data import tally_data

__all__ = ["show_data"]


def show_data(
    thing: Thing, portfolio: Portfolio, view: View, commit: Mapping[str, str | None] | None = None
) -> dict[str, object]:
    """The thing, the projects it has, and the judgement on each indicator in sight."""
    kind, record = _kind(thing)
    plan = thing if isinstance(thing, Plan) else thing.plan
    projects = [entry for entry in portfolio.projects[plan.id] if _holds(thing, entry)]
    indicators = [
        entry
        for entry in portfolio.indicators(plan.id)
        if _holds(thing, entry) and is_known(entry, view)
    ]
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": view.as_of.label,
        "today": view.today.isoformat(),
        **({"revision": commit} if commit else {}),
        "kind": kind,
        "id": thing.id if isinstance(thing, Plan) else thing.full_id,
        "record": record_data(record),
        "projects": [record_data(entry.project) for entry in projects],
        "indicators": [
            row_of(assess(entry, view)) for entry in indicators if is_known(entry, view)
        ],
        **(_series(thing, portfolio, view) if isinstance(thing, PlacedIndicator) else {}),
        **(_across(overview(portfolio, thing, view)) if isinstance(thing, Plan) else {}),
    }


def _series(placed: PlacedIndicator, portfolio: Portfolio, view: View) -> dict[str, object]:
    """The indicators of earlier plans that it carries on, the oldest first, with their years."""
    *earlier, _own = series(placed, portfolio)
    told = [
        {
            "indicator_id": each.placed.full_id,
            "basis": each.link.basis if each.link else None,
            "rows": rows_of(each.placed, view),
        }
        for each in earlier
    ]
    return {"continues": told} if told else {}


def _across(whole: Overview) -> dict[str, object]:
    """The tallies of a plan's policies, by id, and of its SDGs."""
    by_policy, by_sdg = tallies_across(whole)

    def told(found: Mapping[Any, Mapping[Kind, Tally]]) -> dict[str, object]:
        return {
            str(key): {kind: tally_data(counts) for kind, counts in found[key].items()}
            for key in sorted(found)
        }

    return {"policies": told(by_policy), "sdgs": told(by_sdg)}


def _kind(thing: Thing) -> tuple[str, object]:
    if isinstance(thing, Plan):
        return "plan", thing
    if isinstance(thing, PlacedGoal):
        return "goal", thing.goal
    if isinstance(thing, PlacedMeasure):
        return "measure", thing.measure
    if isinstance(thing, PlacedProject):
        return "project", thing.project
    return "indicator", thing.indicator


def _holds(thing: Thing, entry: PlacedProject | PlacedIndicator) -> bool:
    """Whether the thing has the entry in it, or is the indicator itself."""
    if isinstance(thing, Plan):
        return True
    if isinstance(thing, PlacedGoal):
        return entry.goal is thing.goal
    if isinstance(thing, PlacedMeasure):
        return entry.measure is thing.measure
    if isinstance(entry, PlacedProject):
        return False
    return entry is thing or entry.placed_project is thing
