"""A change set splices a file once for all that is changed together."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.writing import change_set as module
from sagaict.writing.splice import Append, Change, Put, SpliceFailed, splice

ONLINE = ("goals", 0, "measures", 0, "goal_indicators", 0)
HOURS = ("goals", 0, "measures", 0, "goal_indicators", 1)
R7 = FiscalYear(2025)


def test_however_many_changes_are_one_splice_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city, spliced = Grown.in_folder(tmp_path), []

    def counted(text: str, changes: list[Change], kind: type[Plan]) -> str:
        spliced.append(len(changes))
        return splice(text, changes, kind)

    monkeypatch.setattr(module, "splice", counted)
    whole = city.change_set()
    file = city.workspace().plans[0][0]
    with whole.together():
        for number in range(20):
            whole.change(file, Put((*ONLINE, "actuals", R7, "value"), str(number)))
            whole.change(file, Append((*HOURS, "actuals", R7, "earlier"), {"value": "1"}))
            now = whole.model(file, Plan)
            assert now is not None
            indicators = now.goals[0].measures[0].goal_indicators
            assert indicators[0].actuals[R7].value == number
            assert len(indicators[1].actuals[R7].earlier) == number + 1
    assert spliced == [40]
    text = whole.text(file)
    assert text.count("- value: 1\n") == 20
    assert "R7: 19\n" in text or "value: 19\n" in text


def test_what_is_wrong_together_changes_nothing(tmp_path: Path) -> None:
    city = Grown.in_folder(tmp_path)
    whole = city.change_set()
    file = city.workspace().plans[0][0]
    changes = [Put((*ONLINE, "name"), "新しい名称"), Put((*ONLINE, "direction"), "sideways")]
    with whole.together(), pytest.raises(SpliceFailed):
        whole.change(file, *changes)
    assert whole.edits() == []
