from __future__ import annotations

from typing import Any

import pytest
from building import after, as_rows, during, place, plan, project

from sagaict.computing.judging import assess
from sagaict.computing.overview import Listing, listing, overview, unreported_years
from sagaict.computing.selection import Filter
from sagaict.computing.status import Status
from sagaict.computing.view import View
from sagaict.domain.portfolio import Portfolio

GOALS: list[dict[str, Any]] = [
    {
        "no": 1,
        "title": "目標",
        "measures": [
            {
                "id": "1-1",
                "title": "施策",
                "goal_indicators": [as_rows(id="goal", targets={"R6": 1}, actuals={"R6": 1})],
            }
        ],
    }
]
PUBLISHED = [{"id": "t", "title": "表", "of": 1, "counts": {"達成": 1}, "source": "doc"}]
PLAN = plan(goals=GOALS, published=PUBLISHED)
HELD = Portfolio.of(
    [PLAN],
    [
        project(id="missed", outcome_indicators=[as_rows(targets={"R6": 1}, actuals={"R6": 0})]),
        project(id="silent", outcome_indicators=[as_rows(targets={"R6": 1})], priority=True),
        project(id="later", outcome_undecided={"printed": "事業の進捗に合わせ設定"}),
        project(id="plain"),
    ],
)


def seen(conditions: Filter | None = None, view: View | None = None) -> Listing:
    return listing(overview(HELD, PLAN, view or after("R6")), conditions or Filter())


def names(shown: Listing) -> tuple[list[str], list[str]]:
    """Full ids of the indicators, and ids of the projects."""
    return (
        [item.placed.full_id for item in shown.assessments],
        [entry.project.id for entry in shown.projects],
    )


def test_all_indicators_and_projects_are_shown_unless_narrowed() -> None:
    shown = seen()
    assert names(shown) == (
        ["sample/1-1/goal", "sample/silent/access", "sample/missed/access"],
        ["silent", "later", "missed", "plain"],
    )
    assert len(shown.whole.published) == 1


def test_goals_and_outcomes_are_tallied_apart() -> None:
    counted = seen().whole.tallies
    assert (counted["goal"].met, counted["goal"].of) == (1, 1)
    assert (counted["outcome"].met, counted["outcome"].of) == (0, 2)


UNMET, UNDECIDED = frozenset[Status]({"unmet"}), frozenset[Status]({"undecided"})


def test_narrowed_to_a_status_only_what_has_it_is_shown() -> None:
    assert names(seen(Filter(statuses=UNMET))) == (["sample/missed/access"], ["missed"])
    assert names(seen(Filter(statuses=UNDECIDED))) == ([], ["later"])


@pytest.mark.parametrize(
    "conditions",
    [
        Filter(kind="goal"),
        Filter(priority=True),
        Filter(measures=frozenset({"sample/1-1"})),
        Filter(projects=frozenset({"sample/plain"})),
        Filter(statuses=UNMET),
    ],
)
def test_no_condition_changes_what_is_counted(conditions: Filter) -> None:
    """1 of 1 goal; of the outcomes 0 of 2, one missed and one never reported; 4 projects."""
    whole = seen(conditions).whole
    goal, outcome = whole.tallies["goal"], whole.tallies["outcome"]
    assert (goal.met, goal.of) == (1, 1)
    assert (outcome.met, outcome.of, outcome.judged) == (0, 2, {"unmet": 1, "not_reported": 1})
    assert (whole.progress.of, whole.progress.unknown) == (4, 4)
    assert len(whole.published) == 1


@pytest.mark.parametrize(
    ("conditions", "indicators", "projects"),
    [
        (Filter(kind="goal"), ["sample/1-1/goal"], []),
        (Filter(priority=True), ["sample/silent/access"], ["silent"]),
        (Filter(projects=frozenset({"sample/plain"})), [], ["plain"]),
        (
            Filter(measures=frozenset({"sample/1-1"}), kind="outcome"),
            ["sample/silent/access", "sample/missed/access"],
            ["silent", "later", "missed", "plain"],
        ),
    ],
)
def test_narrowed_by_conditions_projects_follow_their_indicators(
    conditions: Filter, indicators: list[str], projects: list[str]
) -> None:
    assert names(seen(conditions)) == (indicators, projects)


def test_a_plan_is_running_between_its_ends() -> None:
    assert seen(view=during("R9")).whole.running
    assert not seen(view=during("R10")).whole.running


def test_indicators_can_be_picked_by_status() -> None:
    picked = seen().with_status("unmet", "not_reported")
    assert [item.placed.full_id for item in picked] == [
        "sample/silent/access",
        "sample/missed/access",
    ]


def unreported(view: View, **fields: Any) -> list[str]:
    judged = assess(place(**fields), view)
    assert judged.status == "not_reported"
    return [year.label for year in unreported_years(judged, view)]


def test_unreported_years_are_those_due_without_any_word_on_them() -> None:
    targets = {"R6": 1, "R7": "undecided", "R8": 1, "R9": 1}
    actuals = {"R8": {"state": "pending"}}
    assert unreported(after("R9"), targets=targets, actuals=actuals) == ["R6", "R9"]
    assert unreported(after("R6"), targets=targets, actuals=actuals) == ["R6"]


def test_the_unreported_years_of_a_total_are_those_it_lacks_or_all_of_them() -> None:
    total = {"aggregation": "period_total", "targets": {"R6-R8": 100}}
    given = {"R7": {"state": "not_surveyed"}, "R8": 3}
    assert unreported(after("R8"), **total, actuals=given) == ["R6"]
    assert unreported(after("R8"), **total) == ["R6", "R7", "R8"]
