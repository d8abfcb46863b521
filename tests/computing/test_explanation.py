"""Why a target was missed: the owner's remark, else what was said of the project."""

from __future__ import annotations

from typing import Any

import pytest
from building import after, as_rows, plan, project

from sagaict.computing.explanation import explanation
from sagaict.computing.judging import assess
from sagaict.domain.portfolio import Portfolio

SAID = {"R6": {"remark": "申請が少なかった。"}}


@pytest.mark.parametrize(
    ("actuals", "evaluations", "told"),
    [
        ({}, SAID, None),
        ({"R6": "9"}, {}, None),
        ({"R6": "9"}, SAID, "申請が少なかった。"),
        ({"R6": {"value": "9", "note": "申請数"}}, {}, None),
        ({"R6": {"value": "9", "remark": "周知が遅れた。"}}, SAID, "周知が遅れた。"),
    ],
)
def test_only_a_result_is_explained_and_first_by_its_own_remark(
    actuals: dict[str, Any], evaluations: dict[str, Any], told: str | None
) -> None:
    outcome = as_rows(id="outcome", targets={"R6": "10"}, actuals=actuals)
    measured = project(id="one", outcome_indicators=[outcome], evaluations=evaluations)
    goals = [{"no": 1, "title": "目標", "measures": [{"id": "1-1", "title": "施策"}]}]
    held = Portfolio.of([plan(goals=goals)], [measured])
    assert explanation(assess(held.by_id["sample/one/outcome"], after("R6"))) == told
