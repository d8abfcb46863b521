"""Whatever command is asked, from one point of view an indicator has one status and one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from generated import LAST, START, portfolio_of, rows, totals
from hypothesis import example, given, settings
from hypothesis import strategies as st
from standpoints import DATES, FOLDERS, held_in

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.computing.figures import trend
from sagaict.computing.judging import assess, assess_year
from sagaict.computing.membership import belongs, is_known
from sagaict.computing.overview import listing, overview
from sagaict.computing.selection import Filter
from sagaict.computing.status import STATUSES
from sagaict.computing.tally import group_by
from sagaict.computing.view import View
from sagaict.cycle.agenda import agenda_of, view_on
from sagaict.cycle.calendar import due_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.language import activate
from sagaict.language.visible import visible
from sagaict.language.words import term
from sagaict.reporting.agenda_report import agenda_report
from sagaict.reporting.blocks import Bullets, Heading, Paragraph, Row, Table
from sagaict.reporting.explain_data import explain_data
from sagaict.reporting.explain_report import explain_report
from sagaict.reporting.list_report import list_indicators
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.phrases import figure_text, status_text, target_key, target_text, when
from sagaict.reporting.results import path_cells, result_cells
from sagaict.reporting.rows import row_of, rows_of
from sagaict.reporting.show.plan import plan_report
from sagaict.reporting.show.years import side_by_side
from sagaict.reporting.status_items import missed_item
from sagaict.reporting.status_report import summary
from sagaict.workbook.records import result_row


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")


def standing(held: Portfolio, view: View) -> Iterator[tuple[PlacedIndicator, Assessment]]:
    for placed in held.indicators():
        if is_known(placed, view):
            yield placed, assess(placed, view)


def told(judged: Assessment) -> bool:
    """Whether there is a year to speak of at all."""
    return judged.aimed is not None or judged.figure is not None


def export_and_explain_say_of_the_year_what_status_says(held: Portfolio, view: View) -> None:
    for placed, judged in standing(held, view):
        if not told(judged):
            continue
        (row,) = (
            row for row in rows_of(placed, view) if row["fiscal_year_label"] == judged.year.label
        )
        assert row == row_of(judged)
        assert assess_year(placed, judged.year, view) == judged
        bullets = explain_report(judged, view)[-1]
        assert isinstance(bullets, Bullets)
        assert bullets.items[-1].pieces[1].text == status_text(judged)
        page = explain_data(judged, view)
        assert {name: page[name] for name in row} == row
        figure = judged.figure
        if figure is not None and not figure.parts:
            assert when(figure) == (row["actual_as_of"] or row["actual_year_label"])


def show_has_a_column_that_says_what_status_says(held: Portfolio, view: View) -> None:
    for placed, judged in standing(held, view):
        if not told(judged):
            continue
        table = next(iter(side_by_side(placed, view, ascii_only=False)))
        assert isinstance(table, Table)
        keys = [column.title for column in table.columns]
        column = len(keys) - 1 - keys[::-1].index(target_key(placed.indicator, judged))
        lines = [row for row in table.rows if isinstance(row, Row)]
        cells = {row.cells[0].text: row.cells[column].text for row in lines}
        assert cells["Status"] == status_text(judged)
        assert cells["Actual"] == figure_text(judged.figure)
        line = result_cells(judged, view, Footnotes())
        # A row in which no year has anything is left out.
        assert cells.get("Achievement rate", "-") == line[3].text
        assert cells["Target"] in line[1].text.replace(placed.indicator.unit, "")


def the_years_stand_in_order(held: Portfolio, view: View) -> None:
    for placed, _judged in standing(held, view):
        table = next(iter(side_by_side(placed, view, ascii_only=False)))
        assert isinstance(table, Table)
        years = [FiscalYear.parse(each.title) for each in table.columns[1:] if each.title in LABELS]
        assert years == sorted(years)


def status_list_and_agenda_have_the_same_lines(held: Portfolio, on: date) -> None:
    view = view_on(on)  # of a council, at the end of that day
    for plan in held.plans.values():
        judged = list(listing(overview(held, plan, view), Filter()).assessments)
        there = [each for each in held.indicators(plan.id) if belongs(each, view)]
        assert [row_of(each) for each in judged] == [row_of(assess(each, view)) for each in there]
        status = [result_cells(each, view, Footnotes()) for each in judged]
        listed = [row for row in list_indicators(judged, view).rows if isinstance(row, Row)]
        assert [row.cells[-1] for row in listed] == [cells[-1] for cells in status]
        assert [row.cells[-2].text for row in listed] == [cells[1].text for cells in status]
        agenda = agenda_of(plan, held, on, Deadlines())
        tables = [block for block in agenda_report([agenda], on) if isinstance(block, Table)]
        lines = [row for table in tables for row in table.rows if isinstance(row, Row)]
        results = [row.cells for row in lines if len(row.cells) == 6]
        kinds = group_by(judged, lambda each: each.placed.kind).values()
        expected = [path_cells(each, view) for some in kinds for each in some]
        for shown, line in zip(results, expected, strict=True):
            name, baseline, actual, target, *rest = line
            assert shown[0].text.endswith(name.text)
            assert shown[1:] == (baseline, target, actual, *rest)


def tallies_read_alike_in_status_show_and_agenda(held: Portfolio, on: date) -> None:
    view = view_on(on)
    for plan in held.plans.values():
        whole = overview(held, plan, view)
        kinds = {term(kind): counts for kind, counts in whole.tallies.items()}
        tables = [block for block in summary(whole) if isinstance(block, Table)]
        lines = [row for table in tables for row in table.rows if isinstance(row, Row)]
        status = [
            f"{row.cells[0].text}: {row.cells[1].text}"
            for row in lines
            if row.indent == 0 and row.cells[0].text in kinds
        ]
        assert len(status) == len(kinds)
        paragraphs = [
            each
            for each in plan_report(plan, held, view, ascii_only=True)
            if isinstance(each, Paragraph)
        ]
        said = [line for each in paragraphs for line in each.pieces[0].text.splitlines()]
        assert [line for line in said if line.partition(": ")[0] in kinds] == status
        blocks = agenda_report([agenda_of(plan, held, on, Deadlines())], on)
        leads = [
            each
            for each in blocks
            if isinstance(each, Paragraph) and each.pieces[0].style == "lead"
        ]
        led = [line for each in leads for line in each.pieces[0].text.splitlines()]
        assert led == status
        # The tables of the results do not say it a third time.
        headings = [block.text for block in blocks if isinstance(block, Heading)]
        assert [
            text for text in headings if text.partition(": ")[0] in kinds and ": " in text
        ] == []


def a_list_of_one_status_is_as_long_as_its_tally(held: Portfolio, view: View) -> None:
    for plan in held.plans.values():
        whole = overview(held, plan, view)
        counts: Counter[str] = Counter()
        for tally in whole.tallies.values():
            counts.update(tally.judged)
            counts.update(tally.left_out)
        for status in STATUSES:
            found = listing(whole, Filter(statuses=frozenset([status])))
            assert len(found.assessments) == counts[status]
            assert found.whole.tallies == whole.tallies


def due_asks_for_what_status_lacks_and_for_nothing_else(held: Portfolio, view: View) -> None:
    owed: dict[str, dict[str, set[FiscalYear | None]]] = {}
    for item in due_tasks(held.plans.values(), held, view, Deadlines()):
        kinds = owed.setdefault(item.task.full_id, {})
        kinds.setdefault(item.task.kind, set()).add(item.task.year)
    for placed, judged in standing(held, view):
        if placed.indicator.derived is not None or not belongs(placed, view):
            continue
        tasks = owed.get(placed.full_id, {})
        figures = tasks.get("figure", set()) | tasks.get("confirm", set())
        years = set(placed.indicator.period_due_in(judged.year) or (judged.year,))
        if judged.status == "not_reported" and judged.due:
            assert years & figures
        if judged.reason.why in ("reached", "missed"):
            assert not years & figures
        if judged.status == "unmet":
            silent = explanation(judged) is None
            assert (judged.year in tasks.get("remark", set())) == silent
            assert ("none given" in missed_item(judged, view).pieces[-1].text) == silent


def the_workbook_asks_beside_the_same_target_and_figure(held: Portfolio, view: View) -> None:
    for placed, judged in standing(held, view):
        if placed.indicator.aggregation == "period_total" or judged.aimed is None:
            continue
        row = result_row(placed, judged.year, view)
        assert row.known["target"] == visible(target_text(judged.aimed, placed.indicator.unit))
        figure = judged.figure
        if figure is not None and figure.year == judged.year and not placed.indicator.derived:
            entered = row.entries["value"]
            assert entered in (figure.value, figure.actual.printed)


def the_trend_ends_with_the_figure(held: Portfolio, view: View) -> None:
    for placed, judged in standing(held, view):
        figure = judged.figure
        if figure is None or figure.value is None or placed.indicator.derived or figure.parts:
            continue
        values = trend(placed.indicator, view)
        whole = placed.indicator.aggregation != "annual" or figure.actual.span is None
        assert not whole or figure.value in values


EVERYWHERE: tuple[Any, ...] = (
    export_and_explain_say_of_the_year_what_status_says,
    show_has_a_column_that_says_what_status_says,
    the_years_stand_in_order,
    a_list_of_one_status_is_as_long_as_its_tally,
    due_asks_for_what_status_lacks_and_for_nothing_else,
    the_workbook_asks_beside_the_same_target_and_figure,
    the_trend_ends_with_the_figure,
)
COUNCIL: tuple[Any, ...] = (
    status_list_and_agenda_have_the_same_lines,
    tallies_read_alike_in_status_show_and_agenda,
)
LABELS = {FiscalYear(number).label for number in range(1989, 2040)}


@pytest.mark.parametrize("agreement", EVERYWHERE, ids=lambda each: each.__name__)
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_of_the_data(folder: str, day: str, agreement: Any) -> None:
    agreement(held_in(folder), View.on(date.fromisoformat(day)))


@pytest.mark.parametrize("agreement", COUNCIL, ids=lambda each: each.__name__)
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_of_the_data_on_the_day_of_a_council(folder: str, day: str, agreement: Any) -> None:
    agreement(held_in(folder), date.fromisoformat(day))


GROUNDS = {"reason": "r", "approved_by": "c"}
ADDED = {"amendments": [{"what": "added", "date": "R7.10.1", **GROUNDS}]}
ENDINGS = st.sampled_from(
    [
        {},
        {"note": "読み方の注記"},
        {"amendments": [{"what": "dropped", "date": "R7.10.1", **GROUNDS}]},
        ADDED,
    ]
)
TOTAL_BEGUN_BEFORE = {
    "direction": "increase",
    "aggregation": "period_total",
    "baseline": None,
    "targets": {(6, 8): 0},
    "actuals": {7: (None, "not_surveyed", 12), 8: (None, "not_surveyed", 12)},
}
PLANS = st.sampled_from(
    [
        {},
        {"stage": "draft"},
        {
            "revisions": [
                {"what": "superseded", "old": "計画", "new": "次", "date": "R8.6.1", **GROUNDS}
            ]
        },
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    made=st.lists(st.tuples(rows | totals, ENDINGS), min_size=1, max_size=3),
    plan=PLANS,
    as_of=st.integers(START - 1, LAST + 1),
    ended=st.booleans(),
)
@example(made=[(TOTAL_BEGUN_BEFORE, ADDED)], plan={}, as_of=9, ended=False)
def test_of_made_up_plans(
    made: list[tuple[dict[str, Any], dict[str, Any]]],
    plan: dict[str, Any],
    as_of: int,
    ended: bool,  # noqa: FBT001
) -> None:
    year = FiscalYear.parse(f"R{as_of}")
    day = year.last_day if ended else date(year.number, 11, 21)
    held = portfolio_of(*made, **plan)
    for agreement in EVERYWHERE:
        agreement(held, view_on(day))
    for agreement in COUNCIL:
        agreement(held, day)
