"""Whatever command is asked, from one point of view an indicator has one status and one figure."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess, assess_year
from sagaict.computing.membership import belongs, is_known
from sagaict.computing.overview import listing, overview
from sagaict.computing.selection import Filter
from sagaict.computing.tally import group_by
from sagaict.computing.view import View
from sagaict.cycle.agenda import agenda_of, view_on
from sagaict.cycle.calendar import due_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.language import activate
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.agenda_report import agenda_report
from sagaict.reporting.blocks import Bullets, Row, Table
from sagaict.reporting.explain_report import explain_report
from sagaict.reporting.list_report import list_indicators
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.phrases import figure_text, status_text, target_key
from sagaict.reporting.results import result_cells
from sagaict.reporting.rows import row_of, rows_of
from sagaict.reporting.show.years import side_by_side

DATES = (
    "2012-05-20",
    "2017-03-31",
    "2020-03-31",
    "2020-04-01",
    "2022-11-21",
    "2024-05-20",
    "2026-11-21",
    "2030-04-01",
)


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")


@cache
def shipped() -> Portfolio:
    return read_workspace(Path(__file__).parents[2] / "data").portfolio()


def standing(view: View) -> list[tuple[PlacedIndicator, Assessment]]:
    return [
        (placed, assess(placed, view))
        for placed in shipped().indicators()
        if is_known(placed, view)
    ]


@pytest.mark.parametrize("day", DATES)
def test_export_and_explain_say_of_the_year_what_status_says(day: str) -> None:
    view = View.on(date.fromisoformat(day))
    for placed, judged in standing(view):
        if judged.aimed is None and judged.figure is None:
            continue
        (row,) = (
            row for row in rows_of(placed, view) if row["fiscal_year_label"] == judged.year.label
        )
        assert row == row_of(judged)
        assert assess_year(placed, judged.year, view) == judged
        bullets = explain_report(judged, view)[-1]
        assert isinstance(bullets, Bullets)
        assert bullets.items[-1].pieces[1].text == status_text(judged)


@pytest.mark.parametrize("day", DATES)
def test_show_has_a_column_that_says_what_status_says(day: str) -> None:
    view = View.on(date.fromisoformat(day))
    for placed, judged in standing(view):
        if judged.aimed is None and judged.figure is None:
            continue
        table = next(iter(side_by_side(placed, view, ascii_only=False)))
        assert isinstance(table, Table)
        keys = [column.title for column in table.columns]
        column = len(keys) - 1 - keys[::-1].index(target_key(placed.indicator, judged))
        rows = [row for row in table.rows if isinstance(row, Row)]
        cells = {row.cells[0].text: row.cells[column].text for row in rows}
        assert cells["Status"] == status_text(judged)
        assert cells["Actual"] == figure_text(judged.figure)
        line = result_cells(judged, view, Footnotes())
        assert cells["Achievement rate"] == line[3].text


@pytest.mark.parametrize("day", DATES)
def test_status_list_and_agenda_have_the_same_lines(day: str) -> None:
    on = date.fromisoformat(day)
    view = view_on(on)  # of a council, at the end of that day
    for plan in shipped().plans.values():
        judged = list(listing(overview(shipped(), plan, view), Filter()).assessments)
        there = [each for each in shipped().indicators(plan.id) if belongs(each, view)]
        assert [row_of(each) for each in judged] == [row_of(assess(each, view)) for each in there]
        listed = [row for row in list_indicators(judged).rows if isinstance(row, Row)]
        assert [row.cells[-1].text for row in listed] == [status_text(each) for each in judged]
        agenda = agenda_of(plan, shipped(), on, Deadlines())
        tables = [block for block in agenda_report([agenda], on, "") if isinstance(block, Table)]
        rows = [row for table in tables for row in table.rows if isinstance(row, Row)]
        lines = [row.cells[:5] for row in rows if len(row.cells) == 6]
        expected = []
        for some in group_by(judged, lambda each: each.placed.kind).values():
            notes = Footnotes()  # a table of its own, with notes of its own
            expected += [result_cells(each, view, notes) for each in some]
        assert lines == expected


@pytest.mark.parametrize("day", DATES)
def test_what_status_calls_not_reported_is_owed_in_due(day: str) -> None:
    view = View.on(date.fromisoformat(day))
    owed = {
        (item.task.full_id, year)
        for item in due_tasks(shipped().plans.values(), shipped(), view, Deadlines())
        if item.task.kind in ("figure", "confirm")
        for year in (item.task.total or item.task.year, item.task.year)
    }
    for placed, judged in standing(view):
        if judged.status != "not_reported" or placed.indicator.derived is not None:
            continue
        period = placed.indicator.period_due_in(judged.year)
        assert (placed.full_id, period or judged.year) in owed
