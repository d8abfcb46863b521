from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from building import after, as_rows, during, plan, project, shipped

from sagaict.computing.published import CountCheck, PublishedCheck, check_published
from sagaict.computing.view import View
from sagaict.domain.portfolio import Portfolio
from sagaict.reporting.blocks import Row
from sagaict.reporting.published_table import published_table


def checks(
    tallies: list[dict[str, Any]], projects: list[dict[str, Any]], view: View
) -> list[PublishedCheck]:
    """Printed tallies of a plan with two goals, held against its projects."""
    goals = [
        {"no": number, "title": "目標", "measures": [{"id": f"{number}-1", "title": "施策"}]}
        for number in (1, 2)
    ]
    base = {"title": "表", "source": "doc 表"}
    published = [{"id": f"t{number}", **base, **item} for number, item in enumerate(tallies)]
    sample = plan(goals=goals, published=published)
    held = Portfolio.of([sample], [project(**fields) for fields in projects])
    return check_published(sample, held, view)


def check(
    tally: dict[str, Any], *projects: dict[str, Any], view: View | None = None
) -> PublishedCheck:
    (found,) = checks([tally], list(projects), view or after("R6"))
    return found


def outcome(name: str, actual: object, measure: str = "1-1") -> dict[str, Any]:
    rows = as_rows(targets={"R6": "10"}, actuals={} if actual is None else {"R6": actual})
    return {"id": name, "measure": measure, "outcome_indicators": [rows]}


def progress(name: str, mark: str, measure: str = "1-1") -> dict[str, Any]:
    return {"id": name, "measure": measure, "evaluations": {"R6": {"progress": mark}}}


def counted(found: PublishedCheck) -> CountCheck:
    assert found.count is not None
    return found.count


@pytest.mark.parametrize(
    ("met", "of", "printed", "rounding", "verdict"),
    [
        (6, 9, "66", "truncate", "agrees"),
        (8, 11, "72", "truncate", "agrees"),
        (11, 11, "100", "truncate", "agrees"),
        (6, 9, "67", "truncate", "disagrees"),
        (6, 9, "67", "half_up", "agrees"),
        (6, 9, "66", "half_up", "disagrees"),
        (1, 3, "34", "up", "agrees"),
    ],
)
def test_a_printed_percentage_must_follow_from_its_counts_rounded_the_plans_way(
    met: int, of: int, printed: str, rounding: str, verdict: str
) -> None:
    found = check(
        {
            "of": of,
            "counts": {"計画どおり": met},
            "percent": {"計画どおり": printed},
            "rounding": rounding,
            "places": 0,
        }
    )
    assert [item.verdict for item in found.percents] == [verdict]
    assert found.verdict == verdict


def test_every_printed_percentage_is_checked() -> None:
    found = check(
        {
            "of": 34,
            "counts": {"完了": 29, "構築中": 0, "検討中": 1, "未着手": 4},
            "percent": {"完了": "85.3", "構築中": "0.0", "検討中": "2.9", "未着手": "11.9"},
        }
    )
    assert [item.verdict for item in found.percents] == ["agrees", "agrees", "agrees", "disagrees"]
    assert found.percents[-1].computed == Decimal("11.8")
    assert found.verdict == "disagrees"


def test_counts_that_exceed_the_denominator_disagree() -> None:
    assert check({"of": 3, "counts": {"達成": 2, "未達成": 2}}).verdict == "disagrees"
    assert check({"of": 4, "counts": {"達成": 2, "未達成": 2}}).verdict == "agrees"


MET = {"of": 3, "counts": {"達成": 2}, "compare": "outcomes_met", "year": "R6"}


def test_the_table_says_what_the_parts_come_to_where_they_do_not_make_the_whole() -> None:
    wrong = check({"of": "9", "counts": {"計画どおり": "6", "遅れ": "2"}})
    (row,) = published_table([wrong]).rows
    assert isinstance(row, Row)
    told, verdict = row.cells[2:]
    assert (told.text, verdict.text) == (
        "the printed counts add up to 8, not to 9",
        "disagrees",
    )


def test_outcomes_met_agree_when_counted_alike() -> None:
    found = check(MET, outcome("a", "10"), outcome("b", "11"), outcome("c", "9"))
    assert (counted(found).computed, found.verdict) == (Decimal(2), "agrees")


def test_outcomes_met_disagree_when_counted_differently() -> None:
    found = check(MET, outcome("a", "10"), outcome("b", "9"), outcome("c", "9"))
    assert (counted(found).computed, found.verdict) == (Decimal(1), "disagrees")


def test_an_unreported_outcome_leaves_open_whether_it_was_counted() -> None:
    found = check(MET, outcome("a", "10"), outcome("b", None), outcome("c", "9"))
    assert (counted(found).unknown, found.verdict) == (1, "cannot_tell")


def test_too_many_counted_is_a_disagreement_whatever_is_unknown() -> None:
    projects = [outcome("a", "10"), outcome("b", "10"), outcome("c", "10"), outcome("d", None)]
    assert check(MET, *projects).verdict == "disagrees"


def test_an_outcome_under_evaluation_is_not_counted_as_met() -> None:
    found = check(MET, outcome("a", "10"), outcome("b", "10"), outcome("c", {"state": "pending"}))
    assert found.verdict == "agrees"


def test_the_denominator_is_compared_as_well() -> None:
    found = check({**MET, "of": 4}, outcome("a", "10"), outcome("b", "11"), outcome("c", "9"))
    assert found.whole is not None
    assert (found.whole.printed, found.whole.computed) == (Decimal(4), Decimal(3))
    assert found.verdict == "disagrees"
    marks = [progress("a", "on_schedule"), progress("b", "delayed")]
    schedule = {"counts": {"計画どおり": 1}, "compare": "projects_on_schedule", "year": "R6"}
    assert check({**schedule, "of": 2}, *marks).verdict == "agrees"
    assert check({**schedule, "of": 3}, *marks).verdict == "disagrees"


def test_nothing_can_be_said_of_a_year_that_is_not_over() -> None:
    met = [outcome("a", "10"), outcome("b", "11"), outcome("c", "9")]
    found = check(MET, *met, view=during("R6"))
    assert (counted(found).computed, counted(found).unknown) == (Decimal(0), 3)
    assert (found.whole and found.whole.verdict, found.verdict) == ("agrees", "cannot_tell")


def test_of_five_printed_as_missed_one_still_being_assessed_is_neither_agreed_nor_denied() -> None:
    missed = [outcome(name, "9") for name in ("a", "b", "c", "d")]
    tally = {
        "of": 5,
        "counts": {"達成": 0, "未達成": 5},
        "means": {"未達成": "unmet"},
        "compare": "outcomes_met",
        "year": "R6",
    }
    pending = check(tally, *missed, outcome("e", {"state": "pending"}))
    assert (pending.counts[1].computed, pending.counts[1].unknown) == (Decimal(4), 1)
    assert pending.verdict == "cannot_tell"
    assert check(tally, *missed, outcome("e", "9")).verdict == "agrees"
    assert check(tally, *missed, outcome("e", "10")).verdict == "disagrees"


def test_a_tally_of_one_goal_counts_that_goal_alone() -> None:
    projects = [outcome("a", "10"), outcome("b", "10", "2-1"), outcome("c", "10", "2-1")]
    one = check({**MET, "of": 1, "counts": {"達成": 1}, "goal": 1}, *projects)
    two = check({**MET, "of": 2, "goal": 2}, *projects)
    assert (counted(one).computed, counted(two).computed) == (Decimal(1), Decimal(2))
    assert (one.verdict, two.verdict) == ("agrees", "agrees")


PROGRESS = {"of": 3, "counts": {"計画どおり": 2}, "compare": "projects_on_schedule", "year": "R6"}


@pytest.mark.parametrize(
    ("marks", "verdict"),
    [
        (("on_schedule", "done", "delayed"), "agrees"),
        (("on_schedule", "delayed", "delayed"), "disagrees"),
        (("on_schedule", "on_schedule", "on_schedule"), "disagrees"),
        (("on_schedule", "unknown", "unknown"), "cannot_tell"),
        (("unknown", "unknown", "unknown"), "cannot_tell"),
        (("unknown", "delayed", "delayed"), "disagrees"),
        (("on_schedule", "on_schedule", "unknown"), "cannot_tell"),
    ],
)
def test_lost_marks_leave_a_count_of_projects_open(marks: tuple[str, ...], verdict: str) -> None:
    projects = [progress(f"p{number}", mark) for number, mark in enumerate(marks)]
    assert check(PROGRESS, *projects).verdict == verdict


SUM = {
    "of": 120,
    "counts": {"手続": 120},
    "compare": "sum_of_actuals",
    "indicator": "sample/rpa/access",
    "period": "R6-R8",
}


@pytest.mark.parametrize(
    ("actuals", "verdict"),
    [
        ({"R6": 21, "R7": 17, "R8": 82, "R9": 1}, "agrees"),
        ({"R6": 21, "R7": 17, "R8": 83}, "disagrees"),
    ],
)
def test_a_printed_sum_is_held_against_the_actuals_of_its_years(
    actuals: dict[str, int], verdict: str
) -> None:
    rows = as_rows(aggregation="annual", actuals=actuals)
    found = check(SUM, {"outcome_indicators": [rows]}, view=after("R9"))
    assert found.verdict == verdict


@pytest.mark.parametrize("last", [{}, {"R8": {"state": "pending"}}])
def test_a_sum_with_an_unknown_year_is_not_compared(last: dict[str, Any]) -> None:
    rows = as_rows(aggregation="annual", actuals={"R6": 21, "R7": 17, **last})
    assert check(SUM, {"outcome_indicators": [rows]}, view=after("R9")).count is None


def test_a_sum_of_an_indicator_nobody_knows_is_not_compared() -> None:
    assert check({**SUM, "indicator": "sample/rpa/none"}, view=after("R9")).count is None


def test_tallies_of_years_out_of_sight_are_not_compared() -> None:
    rows = as_rows(aggregation="annual", actuals={"R6": 21, "R7": 17, "R8": 82})
    projects = [{"outcome_indicators": [rows]}]
    assert checks([{**MET, "year": "R7"}, SUM], projects, after("R6")) == []
    assert len(checks([{**MET, "year": "R7"}, SUM], projects, after("R8"))) == 2


def test_a_tally_is_judged_as_seen_in_its_own_year() -> None:
    later = {**outcome("a", "10"), "evaluations": {"R6": {"progress": "on_schedule"}}}
    later["evaluations"]["R7"] = {"progress": "delayed"}
    found = check({**PROGRESS, "of": 1, "counts": {"計画どおり": 1}}, later, view=after("R8"))
    assert found.verdict == "agrees"


def test_what_was_dropped_by_then_is_in_neither_count() -> None:
    gone = {"amendments": [{"what": "dropped", "date": "R6.10.1"}]}
    found = check(
        {**MET, "of": 1, "counts": {"達成": 1}}, outcome("a", "10"), {**outcome("b", None), **gone}
    )
    assert (counted(found).computed, counted(found).unknown) == (Decimal(1), 0)
    assert found.verdict == "agrees"
    marks = [progress("p", "on_schedule"), {**progress("q", "on_schedule"), **gone}]
    of_projects = check({**PROGRESS, "of": 1, "counts": {"計画どおり": 1}}, *marks)
    assert of_projects.verdict == "agrees"


def test_dropped_only_later_it_counts_in_a_tally_of_an_earlier_year() -> None:
    later = {"amendments": [{"what": "dropped", "date": "R7.10.1"}]}
    met = {**outcome("b", "11"), **later}
    found = check({**MET, "of": 2}, outcome("a", "10"), met, view=after("R8"))
    assert (counted(found).computed, found.verdict) == (Decimal(2), "agrees")
    marks = [progress("p", "on_schedule"), {**progress("q", "on_schedule"), **later}]
    assert check({**PROGRESS, "of": 2}, *marks, view=after("R8")).verdict == "agrees"


def test_priority_projects_and_those_under_a_policy_are_counted_of_all_projects() -> None:
    held = shipped()
    plan_ = held.plans["ict-strategy-1"]
    checks = {each.tally.id: each for each in check_published(plan_, held, after("R5"))}
    for name, printed in (("priority-projects", 15), ("projects-under-policies", 26)):
        check = checks[name]
        assert check.count is not None
        assert check.whole is not None
        assert (check.count.computed, check.whole.computed) == (Decimal(printed), Decimal(32))
        assert check.verdict == "agrees"


def test_a_count_of_projects_that_is_wrong_is_named() -> None:
    held = shipped()
    plan_ = held.plans["ict-strategy-1"]
    tally = next(each for each in plan_.published if each.id == "priority-projects")
    wrong = replace(plan_, published=(replace(tally, counts={"重点事業": Decimal(17)}),))
    (check,) = check_published(wrong, held, after("R5"))
    assert check.verdict == "disagrees"
