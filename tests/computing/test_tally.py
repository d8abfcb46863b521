from __future__ import annotations

from typing import Any

from building import after, during, judge, plan, project

from sagaict.computing.assessment import Assessment
from sagaict.computing.status import STATUSES
from sagaict.computing.tally import group_by, latest_evaluation, tally, tally_progress
from sagaict.domain.portfolio import PlacedProject, Portfolio

MET = judge(after("R9"), targets={"R9": "1"}, actuals={"R9": "1"})
UNMET = judge(after("R9"), targets={"R9": "1"}, actuals={"R9": "0"})
PENDING = judge(after("R9"), targets={"R9": "1"}, actuals={"R9": {"state": "pending"}})
PROVISIONAL = judge(
    after("R9"), targets={"R9": "1"}, actuals={"R9": {"value": "1", "state": "provisional"}}
)
NOT_SURVEYED = judge(after("R9"), targets={"R9": "1"}, actuals={"R9": {"state": "not_surveyed"}})
NOT_REPORTED = judge(after("R9"), targets={"R9": "1"})
NOT_DUE = judge(during("R9"), targets={"R9": "1"})
AHEAD = judge(during("R8"), targets={"R9": "1"}, actuals={"R8": "1"})
UNDECIDED = judge(after("R9"), targets={"R9": "undecided"})
WITHOUT_TARGET = judge(after("R9"))


def test_the_denominator_is_what_is_due_and_the_rest_is_shown_as_left_out() -> None:
    counted = tally(
        [
            MET,
            MET,
            UNMET,
            PENDING,
            PROVISIONAL,
            NOT_SURVEYED,
            NOT_REPORTED,
            NOT_DUE,
            AHEAD,
            UNDECIDED,
            WITHOUT_TARGET,
        ]
    )
    assert (counted.met, counted.of) == (2, 7)
    assert counted.judged == {
        "met": 2,
        "unmet": 1,
        "on_track": 1,
        "pending": 2,
        "not_reported": 1,
    }
    assert counted.left_out == {"on_track": 1, "not_due": 1, "undecided": 2}


def test_nothing_is_counted_twice_or_lost() -> None:
    everything = [MET, UNMET, PENDING, NOT_REPORTED, NOT_DUE, UNDECIDED]
    counted = tally(everything)
    assert counted.of + sum(counted.left_out.values()) == len(everything)


def test_with_nothing_due_there_is_nothing_to_divide_by() -> None:
    counted = tally([NOT_DUE, UNDECIDED])
    assert (counted.met, counted.of) == (0, 0)


def test_statuses_are_counted_in_one_fixed_order() -> None:
    one, other = tally([NOT_REPORTED, UNMET, MET]), tally([MET, NOT_REPORTED, UNMET])
    assert list(one.judged) == list(other.judged)
    assert list(one.judged) == [status for status in STATUSES if status in one.judged]


def test_groups_keep_the_order_of_appearance() -> None:
    def status(item: Assessment) -> str:
        return item.status

    grouped = group_by([UNMET, MET, UNMET], status)
    assert list(grouped) == ["unmet", "met"]
    assert grouped["unmet"] == [UNMET, UNMET]


def placed(**evaluations: Any) -> tuple[PlacedProject, ...]:
    """Projects by id, each with its evaluations by year."""
    goals = [{"no": 1, "title": "目標", "measures": [{"id": "1-1", "title": "施策"}]}]
    projects = [project(id=name, evaluations=years) for name, years in evaluations.items()]
    return Portfolio.of([plan(goals=goals)], projects).projects["sample"]


def test_the_newest_evaluation_in_sight_counts() -> None:
    (entry,) = placed(rpa={"R6": {"progress": "delayed"}, "R7": {"progress": "on_schedule"}})
    seen = [latest_evaluation(entry, after(label)) for label in ("R5", "R6", "R7", "R8")]
    assert [item.progress if item else None for item in seen] == [
        None,
        "delayed",
        "on_schedule",
        "on_schedule",
    ]


def test_lost_marks_and_unevaluated_projects_are_unknown_and_not_behind() -> None:
    counted = tally_progress(
        placed(
            a={"R6": {"progress": "on_schedule"}},
            b={"R6": {"progress": "done"}},
            c={"R6": {"progress": "delayed"}},
            d={"R6": {"progress": "unknown"}},
            e={},
        ),
        after("R6"),
    )
    assert (counted.on_schedule, counted.unknown, counted.of) == (2, 2, 5)
    assert counted.counts["delayed"] == 1
