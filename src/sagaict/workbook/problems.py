"""What is wrong with single cells and with whole files, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.recording.refusal import Refused
from sagaict.recording.values import NotUnderstood
from sagaict.recording.wording import refusal_text
from sagaict.workbook.grid import Spot
from sagaict.workbook.package import Unusable

__all__ = ["PROBLEMS", "UNUSABLE", "CellProblem", "NotTaken", "problem_text", "unusable_text"]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that is not taken over: `code` names why, or `cause` is what recording said."""

    spot: Spot
    code: str
    details: Mapping[str, str] = field(default_factory=dict)
    cause: Refused | NotUnderstood | None = None


class NotTaken(Exception):
    """A row that is not taken over, because of cells; of none, if they are named already."""

    def __init__(self, *problems: CellProblem) -> None:
        super().__init__(", ".join(f"{each.spot}: {each.code}" for each in problems))
        self.problems = problems


PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "formula": mark("a formula; type the figure or the text itself"),
        "error": mark("an error value; type the figure or the text itself"),
        "truth": mark("a truth value is expected nowhere; type the figure or the text itself"),
        "time": mark("a time of day is expected nowhere; type the figure or the text itself"),
        "merged": mark("merged cells: which row is meant cannot be told; unmerge them"),
        "added-row": mark("this row was added: no record belongs to it; use a row of the sheet"),
        "bad-key": mark("the hidden key “{text}” of this row is no longer readable"),
        "no-fingerprint": mark("the hidden mark of what this row was made from is gone or changed"),
        "column-twice": mark("the column “{name}” stands twice in the sheet; delete one"),
        "unknown-record": mark("{key} is not, or no longer, in the data"),
        "definition-changed": mark(
            "what this row is about changed after the workbook was made; make a new one"
        ),
        "of-another-row": mark(
            "“{text}” here, but the hidden key of the row is of “{known}”: cells were moved "
            "without it; put them back, or make a new workbook"
        ),
        "filled-differently": mark("“{text}” here, but “{other}” in {spot}"),
        "recorded-meanwhile": mark(
            "“{text}” here, but meanwhile {now} was recorded, which is not overwritten"
        ),
        "emptied": mark("what is recorded ({now}) cannot be taken away by emptying the cell"),
        "too-long": mark("this text is longer than a cell holds; change it in the data itself"),
        "not-a-choice": mark("“{text}” is not in the list; choose from: {choices}"),
        "not-a-time": mark("“{text}” is no date, month or span; write it like 2026/3/31 or R8.3"),
        "date-for-figure": mark("a date ({text}) where a figure is expected"),
        "states-differ": mark("“{text}” and the state “{state}” contradict each other"),
        "still-unsettled": mark(
            "the state still says “{state}”, though the year is over; choose “final” if it is"
        ),
        "no-figure": mark("there is neither a figure nor a state this could belong to"),
        "remark-alone": mark(
            "a remark needs a figure, or a state such as “pending”, that it is about"
        ),
        "reason-alone": mark("a reason of a correction, but the figure is the same"),
        "unknown-document": mark("there is no document “{text}”; there are: {choices}"),
        "source-missing": mark(
            "nothing names where this figure comes from; fill in “Source”, or add --source"
        ),
        "sum-of-years": mark(
            "this figure is the sum of several years; give the figures of the years themselves"
        ),
        "bad-year": mark("“{text}” is not a fiscal year; write it like 2025 or R7"),
        "bad-moment": mark("“{text}” is no month or day; write it like R8.3 or 2026-03-31"),
        "bad-count": mark("“{text}” is no number of years; write it like 1"),
        # Tables of a plan
        "bare-year": mark(
            "the heading “{text}” names a year, but not whether targets or results stand below; "
            "write “{text} target” or “{text} result”"
        ),
        "target-outside": mark("a target for {year} is outside the plan's period {period}"),
        "no-name": mark("figures, but no indicator: write its name here, or empty the row"),
        "no-target": mark(
            "no target; write one, “undecided” (未定) while it is not decided, or “none” (目標なし)"
        ),
        "no-unit": mark("no unit: none stands behind the figures; add a column “unit”"),
        "no-level": mark("“{name}” is empty; write it in every row"),
        "no-target-year": mark(
            "nothing says for which year “{text}” is; write it into the heading or a column "
            "“target year”, or add --target-year"
        ),
        "no-result-year": mark(
            "nothing says of which year “{text}” is; write it into the heading or a column "
            "“result year”"
        ),
        "several-in-cell": mark(
            "“{text}” holds several figures; write a row for each, with its own name"
        ),
        "words-for-target": mark(
            "“{text}” is no number; write the figure, “undecided” (未定) while there is none, or "
            "the words in brackets (「…」) if somebody is to judge whether they are met"
        ),
        "long-cell": mark("this text is longer than {limit} characters"),
        "id-twice": mark("the id “{text}” is that of row {row}, too"),
        "unfit": mark("the files cannot hold this: {text}"),
        "targets-differ": mark("“{text}” here, but another target for {year} in this row"),
        "result-twice": mark("a second result for {year} in this row"),
        "total-as-year": mark(
            "“{text}” is a total of several years; write period total (期間合計) into the column "
            "“aggregation”"
        ),
        "years-without-total": mark(
            "targets for single years, and none for the whole period over which they add up; write "
            "the total into the last year (５年間で100人), or another aggregation into its column"
        ),
        "level-differs": mark("“{text}” here, but {no} is “{other}” in a row above"),
        "no-such-level": mark("“{text}” is not in the plan {id}, which has several goals"),
        "baseline-unit": mark(
            "the baseline is not in {unit}; it is kept as it is printed, and not as a figure"
        ),
        "year-not-over": mark("{year} is not over; the figure is taken as provisional"),
        "result-of-year": mark(
            "the target is a total, the result is not printed as one; it is taken as that of "
            "{year} alone"
        ),
    }
)
"""Messages by the code of a problem of a cell."""

UNUSABLE: Mapping[str, str] = MappingProxyType(
    {
        "empty": mark("there is nothing in the file"),
        "open-elsewhere": mark(
            "somebody has this workbook open in Excel; save and close it there first"
        ),
        "too-large": mark("the file is larger than {limit} MB"),
        "bomb": mark("the file unpacks to more than {limit} MB"),
        "too-many-cells": mark("the file has more than {limit} filled cells"),
        "encrypted": mark("the workbook is protected by a password; save it without one"),
        "old-excel": mark("the file is of the old format .xls; save it as .xlsx"),
        "binary": mark("the workbook is of the binary format .xlsb; save it as .xlsx"),
        "open-document": mark("the file is an OpenDocument spreadsheet; save it as .xlsx"),
        "macros": mark("the workbook has macros, which are never run; save it as .xlsx"),
        "not-a-workbook": mark("the file is no Excel workbook"),
        "not-text": mark("the file is neither a workbook nor a CSV in UTF-8 or Shift_JIS (CP932)"),
        "doctype": mark("the workbook holds declarations that no spreadsheet program writes"),
        "damaged": mark("the file is damaged and cannot be read"),
        "newer": mark("the workbook was made by a newer sagaict (format {version})"),
        "not-ours": mark(
            "this is neither an entry workbook (sagaict sheet) nor a table of sagaict export"
        ),
        "columns-missing": mark("the table lacks the columns: {names}"),
        "no-table": mark(
            "no table of indicators was found: it needs headings for the indicator (指標) and "
            "for targets (目標), e.g. as in sagaict sheet --empty"
        ),
        "several-tables": mark("several sheets hold a table; name one with --sheet: {names}"),
        "no-sheet": mark("there is no sheet “{name}”; there are: {names}"),
    }
)
"""Messages by the code of a file that is not read."""


def problem_text(problem: CellProblem) -> str:
    """What is wrong with a cell, in the language spoken now."""
    if problem.cause is not None:
        return refusal_text(problem.cause)
    return _(PROBLEMS[problem.code]).format(**problem.details)


def unusable_text(error: Unusable) -> str:
    """Why a file is not read, in the language spoken now."""
    return _(UNUSABLE[error.code]).format(**error.details)
