from __future__ import annotations

from dataclasses import replace
from typing import Any

from sagaict.domain.owner import Owner
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.domain.project import Project
from sagaict.domain.validating import validated


def indicator(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "unit": "件",
        "direction": "increase",
        "aggregation": "level",
        **fields,
    }


def plan(name: str, period: str, **fields: Any) -> Plan:
    measures = [
        {
            "id": "1-1",
            "title": "施策一",
            "priority": True,
            "goal_indicators": [indicator("goal")],
            "outcome_indicators": [indicator("outcome")],
            "source": "doc 施策",
        },
        {"id": "1-2", "title": "施策二"},
    ]
    goals = [{"no": 1, "title": "目標", "measures": measures, "source": "doc 目標"}]
    return validated(
        Plan,
        {"id": name, "title": name, "period": period, "documents": {}, "goals": goals, **fields},
    )


def project(name: str, **fields: Any) -> Project:
    base = {"id": name, "plan": "a", "measure": "1-1", "title": name, "source": "doc 事業"}
    return validated(Project, {**base, **fields})


def placed(*projects: Project, **fields: Any) -> tuple[PlacedProject, ...]:
    return Portfolio.of([plan("a", "R6-R9", **fields)], projects).projects["a"]


def test_plans_stand_in_order_of_their_period() -> None:
    plans = [plan("c", "R8-R11"), plan("a", "H29-R1"), plan("b", "R2-R5")]
    assert list(Portfolio.of(plans, []).plans) == ["a", "b", "c"]


def test_projects_stand_in_order_of_measure_category_priority_and_id() -> None:
    entries = placed(
        project("v", measure="1-2", category="A"),
        project("w", category="B"),
        project("x", category="A"),
        project("y", category="B"),
        project("z", category="B", priority=True),
    )
    assert [entry.project.id for entry in entries] == ["x", "z", "w", "y", "v"]


def test_a_project_of_an_unknown_plan_or_measure_is_left_out() -> None:
    entries = placed(project("x", measure="9-9"), project("y", plan="other"), project("z"))
    assert [entry.full_id for entry in entries] == ["a/z"]


def test_goal_indicators_come_before_outcomes_and_are_never_merged() -> None:
    portfolio = Portfolio.of(
        [plan("a", "R6-R9")], [project("rpa", outcome_indicators=[indicator("introduced")])]
    )
    assert [(entry.full_id, entry.kind) for entry in portfolio.indicators()] == [
        ("a/1-1/goal", "goal"),
        ("a/1-1/outcome", "outcome"),
        ("a/rpa/introduced", "outcome"),
    ]
    assert portfolio.by_id["a/rpa/introduced"].project is not None
    assert portfolio.by_id["a/1-1/outcome"].project is None


def test_indicators_of_one_plan_can_be_asked_for() -> None:
    portfolio = Portfolio.of([plan("a", "R2-R5"), plan("b", "R6-R9")], [])
    assert {entry.plan.id for entry in portfolio.indicators("b")} == {"b"}
    assert {entry.plan.id for entry in portfolio.indicators()} == {"a", "b"}


def test_priority_is_said_by_the_project_else_by_its_category() -> None:
    categories = {"A": {"title": "重点", "priority": True}, "B": {"title": "その他"}}
    entries = placed(
        project("a1", category="A"),
        project("a2", category="A", priority=False),
        project("b1", category="B"),
        project("b2", category="B", priority=True),
        project("none"),
        categories=categories,
    )
    priority = {entry.project.id for entry in entries if entry.priority}
    assert priority == {"a1", "b2"}


def test_an_indicator_of_a_measure_is_a_priority_as_the_measure_is() -> None:
    portfolio = Portfolio.of(
        [plan("a", "R6-R9")], [project("rpa", outcome_indicators=[indicator("introduced")])]
    )
    assert portfolio.by_id["a/1-1/goal"].priority
    assert not portfolio.by_id["a/rpa/introduced"].priority


def test_the_nearest_source_above_a_figure_answers_for_it() -> None:
    portfolio = Portfolio.of(
        [plan("a", "R6-R9")],
        [
            project(
                "rpa",
                outcome_indicators=[indicator("own", source="doc 指標"), indicator("bare")],
            )
        ],
    )
    assert portfolio.by_id["a/rpa/own"].source == "doc 指標"
    assert portfolio.by_id["a/rpa/bare"].source == "doc 事業"
    assert portfolio.by_id["a/1-1/goal"].source == "doc 施策"


def owners(portfolio: Portfolio, full_id: str) -> list[str]:
    return [owner.name for owner in portfolio.by_id[full_id].owners]


def test_the_owners_are_the_indicators_else_those_of_what_it_hangs_on() -> None:
    portfolio = Portfolio.of(
        [plan("a", "R6-R9", owner="事務局")],
        [
            project(
                "rpa",
                owner=["総務課", {"section": "公民館", "bureau": "教育局"}],
                outcome_indicators=[indicator("own", owner="DX推進課"), indicator("bare")],
            ),
            project(
                "lan",
                actions={"R6": [{"text": "調整", "owner": "生涯学習課"}, "設定"]},
                outcome_indicators=[indicator("spots")],
            ),
        ],
    )
    assert owners(portfolio, "a/rpa/own") == ["DX推進課"]
    assert owners(portfolio, "a/rpa/bare") == ["総務課", "教育局公民館"]
    assert owners(portfolio, "a/lan/spots") == ["生涯学習課"]
    assert owners(portfolio, "a/1-1/goal") == []


def test_a_measure_has_the_owners_of_its_goal_and_only_what_hangs_on_the_plan_the_secretariat() -> (
    None
):
    whole = plan("a", "R6-R9", owner="事務局", goal_indicators=[indicator("all")])
    goal = replace(whole.goals[0], owner=(Owner(section="市民局"),))
    portfolio = Portfolio.of([replace(whole, goals=(goal,))], [])
    assert owners(portfolio, "a/1-1/goal") == ["市民局"]
    assert owners(portfolio, "a/all") == ["事務局"]
