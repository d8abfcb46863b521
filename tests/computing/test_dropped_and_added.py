"""What was dropped, added later, or belongs to a superseded plan, before and after that."""

from __future__ import annotations

from typing import Any

import pytest
from building import after, as_rows, during, fy, place, plan, project

from sagaict.computing.closure import is_dropped, is_void, is_withdrawn
from sagaict.computing.judging import assess, assess_year, is_due
from sagaict.computing.membership import belongs, dropped_by, is_known, last_year, superseded_by
from sagaict.computing.overview import (
    Overview,
    dropped_indicators,
    overview,
    unreported_years,
)
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, Portfolio

DROPPED = {"what": "dropped", "date": "R7.10.1", "reason": "制度の廃止"}
ADDED = {"what": "added", "date": "R7.10.1", "reason": "新しい制度"}
SUPERSEDED = {"what": "superseded", "old": "見本計画", "new": "次の計画", "date": "R7.10.1"}
TARGETS = {"R6": 10, "R7": 20, "R8": 30}
MISSED = {"R6": 9, "R7": 15, "R8": 20}


def goals(*indicators: dict[str, Any]) -> list[dict[str, Any]]:
    measure = {"id": "1-1", "title": "施策", "goal_indicators": list(indicators)}
    return [{"no": 1, "title": "目標", "measures": [measure]}]


def superseded(**revision: Any) -> PlacedIndicator:
    revised = plan(
        goals=goals(as_rows(targets=TARGETS, actuals=MISSED)),
        revisions=[{**SUPERSEDED, **revision}],
    )
    (placed,) = Portfolio.of([revised], []).indicators()
    return placed


def seen(held: Portfolio, view: View) -> Overview:
    (only,) = held.plans.values()
    return overview(held, only, view)


@pytest.mark.parametrize(
    ("view", "there"),
    [(after("R6"), True), (during("R7"), False), (after("R7"), False), (after("R8"), False)],
)
def test_an_indicator_belongs_to_the_plan_until_the_day_it_is_dropped(
    view: View, *, there: bool
) -> None:
    placed = place(targets=TARGETS, amendments=[DROPPED])
    assert belongs(placed, view) is there
    assert (dropped_by(placed, view) is None) is there


def test_the_day_of_the_drop_itself_counts_as_dropped() -> None:
    placed = place(targets=TARGETS, amendments=[DROPPED])
    assert belongs(placed, View.on(fy("R7").first_day.replace(month=9, day=30)))
    assert not belongs(placed, View.on(fy("R7").first_day.replace(month=10, day=1)))


def test_a_target_of_the_year_of_the_drop_and_later_ones_never_fall_due() -> None:
    placed = place(targets=TARGETS, actuals=MISSED, amendments=[DROPPED])
    view = after("R8")
    assert [is_due(placed, fy(year), view) for year in TARGETS] == [True, False, False]
    assert assess_year(placed, fy("R6"), view).status == "unmet"
    assert not assess_year(placed, fy("R7"), view).due
    judged = assess(placed, view)
    assert (judged.year, judged.status) == (fy("R6"), "unmet")
    assert [is_void(placed, fy(year)) for year in TARGETS] == [False, True, True]


def test_dropped_on_the_first_day_of_the_next_year_a_target_has_fallen_due() -> None:
    placed = place(targets=TARGETS, amendments=[{**DROPPED, "date": "R8.4.1"}])
    assert is_due(placed, fy("R7"), after("R8"))
    assert not is_due(placed, fy("R8"), after("R8"))
    last = place(targets=TARGETS, amendments=[{**DROPPED, "date": "R8.3.31"}])
    assert not is_due(last, fy("R7"), after("R8"))


def test_a_withdrawn_target_is_discontinued_and_neither_ahead_nor_unreported() -> None:
    placed = place(targets=TARGETS, amendments=[DROPPED])
    statuses = [assess_year(placed, fy(year), after("R8")).status for year in TARGETS]
    assert statuses == ["not_reported", "discontinued", "discontinued"]
    assert unreported_years(assess(placed, after("R8")), after("R8")) == [fy("R6")]


def test_seen_from_before_the_drop_nothing_of_it_is_known() -> None:
    placed = place(targets=TARGETS, actuals=MISSED, amendments=[{**DROPPED, "date": "R8.4.1"}])
    judged = assess(placed, after("R7"))
    assert (judged.year, judged.due, judged.status) == (fy("R7"), True, "unmet")
    assert belongs(placed, after("R7"))


def test_an_indicator_goes_with_its_project() -> None:
    dropped = project(
        outcome_indicators=[as_rows(targets=TARGETS)],
        amendments=[DROPPED],
    )
    held = Portfolio.of([plan(goals=goals())], [dropped])
    (placed,) = held.indicators()
    assert is_dropped(placed, fy("R7"))
    assert not is_dropped(placed, fy("R6"))
    assert not belongs(placed, during("R7"))


def test_dropped_by_itself_and_later_with_its_project_the_first_counts() -> None:
    own = {**DROPPED, "date": "R6.10.1", "reason": "先に"}
    dropped = project(
        outcome_indicators=[as_rows(targets=TARGETS, amendments=[own])], amendments=[DROPPED]
    )
    (placed,) = Portfolio.of([plan(goals=goals())], [dropped]).indicators()
    assert placed.dropped is not None
    assert placed.dropped.reason == "先に"
    assert is_withdrawn(placed, fy("R6"))


@pytest.mark.parametrize(
    ("view", "there"), [(after("R6"), False), (during("R7"), True), (after("R8"), True)]
)
def test_what_is_added_later_is_not_seen_from_an_earlier_year(view: View, *, there: bool) -> None:
    placed = place(targets=TARGETS, amendments=[ADDED])
    assert is_known(placed, view) is there
    assert belongs(placed, view) is there
    assert dropped_by(placed, view) is None


def test_a_target_of_a_year_before_it_was_added_never_falls_due() -> None:
    placed = place(targets=TARGETS, amendments=[{**ADDED, "date": "R7.10.1"}])
    judged = assess_year(placed, fy("R6"), after("R7"))
    assert (judged.due, judged.status, judged.reason.why) == (False, "not_due", "before_plan")
    # Of R7 it is owed; seen in R7, that is the target ahead.
    assert assess(placed, after("R7")).year == fy("R7")
    assert assess(placed, during("R7")).year == fy("R7")
    assert assess(placed, during("R7")).status == "not_due"


def test_an_indicator_of_a_project_added_later_is_added_with_it() -> None:
    added = project(outcome_indicators=[as_rows(targets=TARGETS)], amendments=[ADDED])
    held = Portfolio.of([plan(goals=goals())], [added])
    assert [len(seen(held, view).assessments) for view in (after("R6"), after("R7"))] == [0, 1]
    assert [len(seen(held, view).projects) for view in (after("R6"), after("R7"))] == [0, 1]


MEASURED = plan(
    goals=goals(
        as_rows(id="a", targets={"R7": 10}, actuals={"R7": 10}),
        as_rows(id="b", targets={"R7": 10}, actuals={"R7": 9}),
        as_rows(id="c", targets={"R7": 10}, actuals={"R7": 9}, amendments=[DROPPED]),
    )
)
HELD = Portfolio.of(
    [MEASURED],
    [
        project(id="kept", outcome_indicators=[as_rows(targets={"R7": 1}, actuals={"R7": 1})]),
        project(
            id="gone",
            outcome_indicators=[as_rows(targets={"R7": 1}), as_rows(id="x", targets={"R7": 1})],
            evaluations={"R6": {"progress": "delayed"}},
            amendments=[DROPPED],
        ),
        project(
            id="bare",
            outcome_indicators=[as_rows(targets={"R7": 1}, amendments=[DROPPED])],
            evaluations={"R6": {"progress": "on_schedule"}},
        ),
    ],
)


def test_what_was_dropped_is_in_no_tally_and_named_apart() -> None:
    shown = seen(HELD, after("R7"))
    counted = {kind: (each.met, each.of) for kind, each in shown.tallies.items()}
    assert counted == {"goal": (1, 2), "outcome": (1, 1)}
    assert [entry.full_id for entry in shown.dropped] == [
        "sample/1-1/c",
        "sample/bare/access",
        "sample/gone",
    ]


def test_before_the_drop_it_counts_and_nothing_is_named() -> None:
    shown = seen(HELD, after("R6"))
    left_out = {kind: sum(each.left_out.values()) for kind, each in shown.tallies.items()}
    assert left_out == {"goal": 3, "outcome": 4}
    assert shown.dropped == ()


def test_a_project_whose_indicators_were_all_dropped_is_still_a_project() -> None:
    shown = seen(HELD, after("R7"))
    assert [entry.project.id for entry in shown.projects] == ["bare", "kept"]
    assert (shown.progress.on_schedule, shown.progress.of) == (1, 2)


def test_indicators_dropped_alone_and_with_their_project_are_counted_each() -> None:
    found = dropped_indicators(HELD, MEASURED, after("R7"))
    assert {entry.full_id for entry in found} == {
        "sample/1-1/c",
        "sample/bare/access",
        "sample/gone/access",
        "sample/gone/x",
    }
    assert dropped_indicators(HELD, MEASURED, after("R6")) == []


def test_targets_of_a_superseded_plan_never_fall_due() -> None:
    placed = superseded()
    assert [is_due(placed, fy(year), after("R8")) for year in TARGETS] == [True, False, False]
    held = Portfolio.of([placed.plan], [])
    counted = seen(held, after("R8")).tallies["goal"]
    assert (counted.met, counted.of, counted.left_out) == (0, 1, {})


def test_superseded_without_a_date_no_target_ever_fell_due() -> None:
    placed = superseded(date=None)
    assert not is_due(placed, fy("R6"), after("R8"))
    held = Portfolio.of([placed.plan], [])
    counted = seen(held, after("R8")).tallies["goal"]
    assert (counted.of, counted.left_out) == (0, {"discontinued": 1})


def revised(*revisions: dict[str, Any]) -> Plan:
    return plan(goals=goals(), revisions=list(revisions))


def test_a_plan_is_superseded_from_the_day_on_which_it_was() -> None:
    later = revised(SUPERSEDED)
    assert superseded_by(later, after("R6")) is None
    found = superseded_by(later, during("R7"))
    assert found is not None
    assert found.new == "次の計画"


def test_of_several_successors_the_first_in_time_is_named() -> None:
    other = {**SUPERSEDED, "new": "その次", "date": "R8.4.1"}
    found = superseded_by(revised(other, SUPERSEDED), after("R8"))
    assert found is not None
    assert found.new == "次の計画"
    extended = {"what": "period", "old": "R6-R8", "new": "R6-R9", "date": "R6.4.1"}
    assert superseded_by(revised(extended), after("R8")) is None


def test_a_superseded_plan_ran_until_the_year_of_that_day() -> None:
    placed = superseded()
    assert last_year(placed.plan, after("R6")) == fy("R9")
    assert last_year(placed.plan, after("R7")) == fy("R7")
    assert last_year(superseded(date="R12.4.1").plan, after("R12")) == fy("R9")
