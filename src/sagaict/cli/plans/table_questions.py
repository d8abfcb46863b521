"""What a table says and what is asked of whoever brings it: the year of targets, the proposals."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sagaict.cli.frame.asking import (
    can_ask,
    confirm,
    pick,
    tell,
    tell_of_way_back,
    until_understood,
)
from sagaict.cli.frame.extras import needed
from sagaict.cli.frame.given import year_of
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.plans.table_options import TableOptions
from sagaict.domain.light import dataclass
from sagaict.domain.typed import list_number
from sagaict.language import _
from sagaict.language.system import system_words
from sagaict.language.visible import on_one_line
from sagaict.language.words import term
from sagaict.reporting.output import Output
from sagaict.workbook.package import MAX_FILE, Unusable
from sagaict.workbook.plan_table.drafting import Drafted, draft
from sagaict.workbook.plan_table.preview import preview
from sagaict.workbook.plan_table.proposing import Proposal, further_text, proposals
from sagaict.workbook.plan_table.row import TableRow
from sagaict.workbook.plan_table.rows import rows_of
from sagaict.workbook.plan_table.taking import table_in
from sagaict.workbook.problems import CellProblem, problem_text, unusable_text

if TYPE_CHECKING:
    from datetime import date

    from sagaict.domain.fiscal import FiscalYear, Period
    from sagaict.domain.indicator import Aggregation, Direction
    from sagaict.workbook.plan_table.columns import Columns

__all__ = ["Asked", "confirmed", "problem_lines", "refuse"]

_DIRECTIONS: tuple[Direction, ...] = ("increase", "decrease")
_AGGREGATIONS: tuple[Aggregation, ...] = ("level", "annual", "cumulative", "period_total")


@dataclass(frozen=True, slots=True)
class Asked:
    """The table a command was given, the plan's period, the document all figures are taken from.

    `there` is the number of indicators the plan has already.
    """

    options: TableOptions
    file: str
    period: Period
    document: str
    today: date
    there: int = 0


def confirmed(asked: Asked) -> list[Drafted]:
    """The indicators of the table, shown and confirmed.

    Raises:
        Refusal: the file or a cell cannot be read, or something is not confirmed.
    """
    options = asked.options
    with needed("openpyxl"):
        columns = _columns(asked)
    rows, problems = rows_of(columns, asked.period, _target_year(asked, columns))
    drafted, more = draft(proposals(rows), asked.period, asked.document, asked.today, asked.there)
    _tell_problems([*problems, *more], partly=options.partly)
    if not drafted:
        raise Refusal(_("no row of {file} can be taken over").format(file=asked.file))
    _show(columns, drafted)
    if options.yes or not any(each.proposal.proposed for each in drafted):
        return drafted
    if not can_ask():
        raise Refusal(_unanswered(drafted))
    return _corrected(asked, drafted)


def _columns(asked: Asked) -> Columns:
    path = Path(asked.file)
    try:
        with path.open("rb") as stream:
            return table_in(path.name, stream.read(MAX_FILE + 1), asked.options.sheet)
    except Unusable as error:
        raise Refusal(f"{asked.file}: {unusable_text(error)}") from None
    except FileNotFoundError:
        raise Refusal(_("there is no file {path}").format(path=asked.file)) from None
    except OSError as error:
        raise Refusal(
            _("{path} cannot be read: {reason}").format(path=asked.file, reason=system_words(error))
        ) from None


def _target_year(asked: Asked, columns: Columns) -> FiscalYear | None:
    """The year of targets for which the table names none, if there are any."""
    if asked.options.target_year is not None:
        return year_of(asked.options.target_year)
    _rows, problems = rows_of(columns, asked.period, None)
    if not can_ask() or all(each.code != "no-target-year" for each in problems):
        return None
    return until_understood(
        _("For which year are the targets for which the table names none?"),
        year_of,
        asked.period.last.label,
    )


def problem_lines(problems: Iterable[CellProblem]) -> list[str]:
    """Each cell with what is wrong with it, in the order of the table."""
    ordered = sorted(problems, key=lambda problem: problem.spot)
    return [on_one_line(f"  {item.spot}: {problem_text(item)}") for item in ordered]


def refuse(problems: Iterable[CellProblem]) -> None:
    """Say of every cell why it cannot be taken over.

    Raises:
        Refusal: there is one.
    """
    if lines := problem_lines(problems):
        heading = _("nothing was taken over, since this cannot be (places: {count}):")
        raise Refusal("\n".join([heading.format(count=len(lines)), *lines]))


def _tell_problems(problems: list[CellProblem], *, partly: bool) -> None:
    if problems and partly:
        rows = {each.spot.row for each in problems}
        told = _("Left out with --partly (rows: {count}):").format(count=len(rows))
        print("\n".join([told, *problem_lines(problems)]))
    else:
        refuse(problems)


def _show(columns: Columns, drafted: list[Drafted]) -> None:
    Output(sys.stdout).blocks(preview(columns, drafted))
    if doubts := [doubt for each in drafted for doubt in each.doubts]:
        print("\n".join([_("Look at these cells again:"), *problem_lines(doubts)]))
    if hidden := sorted({each.row.number for each in drafted} & columns.grid.hidden):
        numbers = ", ".join(map(str, hidden))
        print(_("Hidden rows are taken over, too: {rows}").format(rows=numbers))


def _unanswered(drafted: list[Drafted]) -> str:
    rows = ", ".join(str(each.row.number) for each in drafted if each.proposal.proposed)
    return _(
        "nothing was written: the table does not say which way is better, or how the years "
        "relate, in rows {rows}. Add the columns “direction” and “aggregation” to the table, or "
        "confirm all that is proposed above with --yes, or run it at a terminal"
    ).format(rows=rows)


def _corrected(asked: Asked, drafted: list[Drafted]) -> list[Drafted]:
    """The indicators with the proposals as somebody at the terminal wants them.

    Raises:
        Refusal: the questions were broken off.
    """
    tell_of_way_back()
    rows = {each.row.number: each for each in drafted}
    question = _("Row whose proposal is wrong (empty: all are right)")

    def number_of(answer: str) -> int | None:
        number = list_number(answer)
        if answer and number not in rows:
            raise Refusal(_("“{text}” is no row of the table").format(text=answer))
        return number

    while (number := until_understood(question, number_of)) is not None:
        answer = _answered(rows[number])
        remade, problems = draft([answer], asked.period, asked.document, asked.today, asked.there)
        for line in problem_lines(problems):
            tell(line)
        for each in remade:
            content = {**each.content, "id": rows[number].content["id"]}
            rows[number] = replace(each, content=content)
    return list(rows.values())


def _answered(drafted: Drafted) -> tuple[TableRow, Proposal]:
    """The row with its proposal as somebody wants it; what he says is proposed no longer."""
    row = drafted.row
    tell(f"{row.number}  {row.name}")
    direction = _DIRECTIONS[pick(_("Which way is better?"), [term(each) for each in _DIRECTIONS])]
    words = [term(each) for each in _AGGREGATIONS]
    aggregation = _AGGREGATIONS[pick(_("How do the figures of the years relate?"), words)]
    further = tuple(
        each for each in drafted.proposal.further if confirm(f"{further_text(each)}?", default=True)
    )
    return row, Proposal(direction, None, aggregation, None, further)
