"""The observations on progress, outcomes and goals that do not go together."""

from __future__ import annotations

import pytest
from judging import PLAN_WITH_MEASURE, found, outcome, targets


class TestProgressAgainstOutcome:
    def project(self, progress: str, *actuals: str) -> str:
        parts = [
            outcome(
                f"指標{number}",
                targets("R7: 30") + (f"    actuals:\n      R7: {actual}\n" if actual else ""),
            )
            for number, actual in enumerate(actuals)
        ]
        judged = f"evaluations:\n  R7:\n    progress: {progress}\n"
        return judged + "outcome_indicators:\n" + "".join(parts)

    @pytest.mark.parametrize(
        ("progress", "actuals", "expected"),
        [
            ("on_schedule", ["29"], True),
            ("done", ["29", "31"], True),
            ("on_schedule", ["30"], False),
            ("on_schedule", ["{value: 29, state: provisional}"], False),
            ("on_schedule", ["{state: pending}"], False),
            ("on_schedule", [""], False),
            ("delayed", ["29"], False),
            ("unknown", ["29"], False),
        ],
    )
    def test_on_schedule_but_missed(
        self, progress: str, actuals: list[str], *, expected: bool
    ) -> None:
        text = self.project(progress, *actuals)
        assert found("plan-met-outcome-missed", text, "project") == ([progress] if expected else [])

    @pytest.mark.parametrize(
        ("progress", "actuals", "expected"),
        [
            ("delayed", ["30"], True),
            ("delayed", ["30", "29"], False),
            ("delayed", ["30", ""], True),
            ("delayed", ["{value: 31, state: provisional}"], False),
            ("on_schedule", ["30"], False),
            ("cancelled", ["30"], False),
        ],
    )
    def test_behind_but_met(self, progress: str, actuals: list[str], *, expected: bool) -> None:
        text = self.project(progress, *actuals)
        assert found("outcome-met-plan-behind", text, "project") == ([progress] if expected else [])

    def test_another_years_result_says_nothing(self) -> None:
        text = self.project("on_schedule", "29").replace(
            "  R7:\n    progress", "  R6:\n    progress"
        )
        assert found("plan-met-outcome-missed", text, "project") == []


class TestOutcomesMetGoalMissed:
    rule = "outcomes-met-goal-missed"

    def plan(self, goal: str, *outcomes: str) -> str:
        def figures(name: str, actual: str, aim: str = "R7: 30") -> str:
            lines = outcome(name, targets(aim) + f"    actuals:\n      R7: {actual}\n")
            return "".join(f"        {line}\n" for line in lines.splitlines())

        text = PLAN_WITH_MEASURE + "        goal_indicators:\n" + figures("目標", goal)
        text += "        outcome_indicators:\n"
        return text + "".join(
            figures(f"指標{n}", *item.split("|")) for n, item in enumerate(outcomes)
        )

    @pytest.mark.parametrize(
        ("goal", "outcomes", "expected"),
        [
            ("29", ["30", "31"], ["29"]),
            ("29", ["30", "29"], []),
            ("29", ["30", "{state: pending}"], []),
            ("29", ["30", "20|R9: 40"], ["29"]),  # not due yet
            ("29", ["20|R9: 40"], []),
            ("30", ["30"], []),
            ("{value: 29, state: provisional}", ["30"], []),
        ],
    )
    def test_all_due_outcomes_must_be_met(
        self, goal: str, outcomes: list[str], expected: list[str]
    ) -> None:
        assert found(self.rule, self.plan(goal, *outcomes), "plan") == expected
