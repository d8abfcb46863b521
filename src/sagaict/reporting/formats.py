"""The forms of output, by the names that users give: a new form is a new entry here.

A form is drawn from one shape of a report, so every report that has the shape has the form. Text is
for people and goes through the encoding of wherever it is shown; bytes are for programs, as they
are. Nothing is imported before it is drawn: help and completion read the names only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sagaict.domain.light import dataclass
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.reporting.blocks import Block

__all__ = ["FORMATS", "Format", "formats_of", "told"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is drawn, and the method of it that gives what it is drawn from.

    `mute`: it has no room for a word on what is missing. `needs` is the package of an extra that
    draws it; what that draws is no text, and nothing for a terminal.
    """

    shape: str
    draw: Callable[[Report, Medium], str | bytes]
    mute: bool = False
    needs: Literal["", "docx", "pyarrow"] = ""


def told(report: Report, medium: Medium) -> list[Block]:
    """The blocks of a report, below what it lacks."""
    from sagaict.reporting.incomplete import incomplete_notice

    return [*incomplete_notice(medium.incomplete), *report.blocks(medium)]


def _table(report: Report, medium: Medium) -> str:
    from sagaict.reporting.plain import render_plain

    return render_plain(told(report, medium))


def _markdown(report: Report, medium: Medium) -> str:
    from sagaict.reporting.incomplete import incomplete_notice
    from sagaict.reporting.markdown import render_markdown

    notice = render_markdown(incomplete_notice(medium.incomplete))
    return f"{notice}\n{report.markdown()}" if notice.strip() else report.markdown()


def _html(report: Report, medium: Medium) -> str:
    from sagaict.reporting.page.document import render_page

    blocks = told(report, replace(medium, page=True, draws=True))
    return render_page(blocks, report.title(), one_sheet=report.one_sheet())


def _word(report: Report, medium: Medium) -> bytes:
    from sagaict.reporting.word.document import render_word

    return render_word(told(report, replace(medium, page=True)), report.title())


def _json(report: Report, medium: Medium) -> bytes:
    from sagaict.reporting.machine import json_text

    page = report.data()
    if isinstance(page, dict):
        page = {**page, "incomplete": medium.incomplete}
    return f"{json_text(page)}\n".encode()


def _csv(report: Report, medium: Medium) -> bytes:
    from sagaict.reporting.machine import csv_bytes

    return csv_bytes(*report.rows(), medium.encoding)


def _parquet(report: Report, medium: Medium) -> bytes:
    from sagaict.reporting.opendata.parquet import parquet_bytes

    page = report.data()
    about = {key: page[key] for key in page if key != "rows"} if isinstance(page, dict) else {}
    about["incomplete"] = medium.incomplete
    return parquet_bytes(report.columns(), report.rows()[1], about)


def _ics(report: Report, medium: Medium) -> bytes:
    return report.calendar(medium)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "table": Format("blocks", _table),
        "markdown": Format("blocks", _markdown),
        "html": Format("blocks", _html),
        "docx": Format("blocks", _word, needs="docx"),
        "json": Format("data", _json),
        "csv": Format("rows", _csv, mute=True),
        "parquet": Format("columns", _parquet, mute=True, needs="pyarrow"),
        "ics": Format("calendar", _ics),
    }
)


def formats_of(report: type[Report]) -> tuple[str, ...]:
    """The names of the forms that reports of this kind can be drawn in."""
    return tuple(
        name
        for name, form in FORMATS.items()
        if getattr(report, form.shape) is not getattr(Report, form.shape)
    )
