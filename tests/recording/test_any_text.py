"""Whatever text is given to whatever writer: it is refused with words, or read back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from growing_city import Grown
from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.reading.comments import surface
from sagaict.recording.actions import NewAction, record_action
from sagaict.recording.actuals import NewActual, record_actual
from sagaict.recording.amendments import drop, rename
from sagaict.recording.approval import Approval
from sagaict.recording.evaluations import NewEvaluation, record_evaluation
from sagaict.recording.follow_ups import NewFollowUp
from sagaict.recording.new_project import ProjectSpec, create_project
from sagaict.recording.plan_revisions import rename_plan
from sagaict.recording.proposals import Decision, approve
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, revise_target
from sagaict.recording.texts import line, prose
from sagaict.recording.wording import refusal_text
from sagaict.reporting.records import record_data
from sagaict.writing.change_set import ChangeSet

TODAY = date(2028, 5, 1)
R8 = FiscalYear(2026)
R9 = FiscalYear(2027)
ONLINE, PORTAL = "aoba/1-1/online", "aoba/portal"
SIGNS = "あ費：、。 　abR7:#-'\"[]{}%&*!|>@`?,\\~\n\r\t\x07\x1b\x0b\x85\xa0\ufeff\u2028\u2029\ud800"
TEXTS = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=30)


def _grounds(text: str) -> Approval:
    return Approval(decided=Moment.parse("R8.4"), reason=text, approved_by="会議")


WRITERS: dict[str, Callable[[ChangeSet, Grown, str], object]] = {
    "record": lambda change_set, city, text: record_actual(
        change_set,
        city.workspace(),
        ONLINE,
        R8,
        NewActual(value=Decimal(60), remark=text, note=text),
        today=TODAY,
    ),
    "record again": lambda change_set, city, text: record_actual(
        change_set,
        city.workspace(),
        ONLINE,
        FiscalYear(2024),
        NewActual(value=Decimal(51)),
        correct_reason=text,
        today=TODAY,
    ),
    "act": lambda change_set, city, text: record_action(
        change_set,
        city.workspace(),
        PORTAL,
        FiscalYear(2024),
        "1",
        NewAction(state="delayed", note=text),
        today=TODAY,
    ),
    "evaluate": lambda change_set, city, text: record_evaluation(
        change_set,
        city.workspace(),
        PORTAL,
        R8,
        NewEvaluation(issues=text, council_rating=text),
        NewFollowUp(text=text, answer=text),
        today=TODAY,
    ),
    "drop": lambda change_set, city, text: drop(
        change_set, city.workspace(), PORTAL, _grounds(text), today=TODAY
    ),
    "revise": lambda change_set, city, text: revise_target(
        change_set,
        city.workspace(),
        ONLINE,
        R9,
        NewTarget(value=Decimal(95)),
        _grounds(text),
        today=TODAY,
    ),
    "rename": lambda change_set, city, text: rename(
        change_set, city.workspace(), ONLINE, text, _grounds("理由"), today=TODAY
    ),
    "rename a plan": lambda change_set, city, text: rename_plan(
        change_set, city.workspace(), "aoba", text, _grounds("理由"), today=TODAY
    ),
}


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for value in content.values():
            yield from _texts(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from _texts(value)
    elif isinstance(content, str):
        yield content


def _why_not(write: Callable[[], object]) -> Refused | None:
    try:
        write()
    except Refused as refused:
        return refused
    return None


@settings(max_examples=60)
@given(st.sampled_from(sorted(WRITERS)), TEXTS)
def test_any_text_is_read_back_or_refused(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder))
        comments = sum(len(surface(each).comments) for each in (city.plan, city.portal))
        change_set = city.change_set()
        said = _why_not(lambda: WRITERS[name](change_set, city, text))
        if said is not None:
            assert refusal_text(said)
            assert said.code == "same-title" or _why_not(lambda: line(text)) is not None
            return
        change_set.commit()
        workspace = city.workspace()
        assert all(each.severity != "error" for each in workspace.problems)
        models = [model for _, model in (*workspace.plans, *workspace.projects)]
        wanted = prose(text)
        found = [each for model in models for each in _texts(record_data(model))]
        assert any(each in (wanted, f"訂正：{wanted}") for each in found)
        assert sum(len(surface(each).comments) for each in (city.plan, city.portal)) == comments


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("あ\n\n", "あ"),
        ("一\u2028二", "|-\n                  一\n                  二"),
        ("一\r\n二\r\n", "|-\n                  一\n                  二"),
        ("一\x0b二", "|-\n                  一\n                  二"),
    ],
)
def test_ends_of_lines_are_written_as_such(tmp_path: Path, text: str, written: str) -> None:
    city = Grown.in_folder(tmp_path)
    change_set = city.change_set()
    new = NewActual(value=Decimal(60), remark=text)
    record_actual(change_set, city.workspace(), ONLINE, R8, new, today=TODAY)
    change_set.commit()
    assert (
        f"              R8:\n                value: 60\n                remark: {written}\n"
        in city.plan
    )


@pytest.mark.parametrize("text", ["", " \n\t", "\u2028", "a\x07", "a\x1b[31m", "\ud800", "a\ufeff"])
def test_what_no_file_can_hold_is_refused(tmp_path: Path, text: str) -> None:
    city = Grown.in_folder(tmp_path)
    for name, writer in WRITERS.items():
        with pytest.raises(Refused) as refused:
            writer(city.change_set(), city, text)
        codes = {"empty-text", "unwritable", "unexplained-change", "no-reason"}
        assert refused.value.code in codes, name
    with pytest.raises(Refused):
        approve(
            city.change_set(),
            city.workspace(),
            ONLINE,
            Decision(body=text, day=Moment.parse("R8.4")),
            today=TODAY,
        )
    new = ProjectSpec(id="rpa", plan="aoba", measure="1-1", title=text, source="main p.1")
    with pytest.raises(Refused):
        create_project(city.change_set(), city.workspace(), new, None, today=TODAY)
