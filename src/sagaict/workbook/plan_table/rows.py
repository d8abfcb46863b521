"""The rows of a table: every cell read, and every cell that cannot be read named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import TypeVar

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period
from sagaict.domain.indicator import Aggregation, Direction
from sagaict.domain.light import dataclass
from sagaict.domain.plan import aims_within
from sagaict.domain.portfolio import Kind
from sagaict.domain.typed import half_width
from sagaict.language.words import meant, spellings
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import line
from sagaict.workbook.cells import Content, Odd, says_nothing, text_of
from sagaict.workbook.grid import Spot
from sagaict.workbook.plan_table.columns import Columns
from sagaict.workbook.plan_table.headings import YEAR, Heading, Role, without_year, year_in
from sagaict.workbook.plan_table.parts import with_parts
from sagaict.workbook.plan_table.printed import Printed, take_apart
from sagaict.workbook.plan_table.row import Level, PrintedAt, TableRow
from sagaict.workbook.problems import CellProblem

__all__ = ["rows_of"]

_Word = TypeVar("_Word", bound=str)
_LONGEST = 1_000
"""More characters than a cell of such a table has."""
_DIRECTIONS: tuple[Direction, ...] = ("increase", "decrease")
_AGGREGATIONS: tuple[Aggregation, ...] = ("level", "annual", "cumulative", "period_total")
_KINDS: tuple[Kind, ...] = ("goal", "outcome")
_OF_FIGURES = ("target", "actual", "baseline", "comparison", "note", "rate", "year")
"""What is read elsewhere than among the texts of a row."""
_NUMBERED = re.compile(r"([0-9]+(?:[-.][0-9]+)*)[\s.)、]+(\S.*)")
_PAIR = re.compile(rf"({YEAR})\s*[:=]\s*(.+)")


def rows_of(
    columns: Columns, period: Period, target_year: FiscalYear | None
) -> tuple[list[TableRow], list[CellProblem]]:
    """The rows that can be read, and what is wrong with the others.

    `target_year` is that of targets whose year nothing in the table names.
    """
    rows, problems = [], list(columns.problems())
    for heading in (each for each in columns.of("year", "target") if each[1].year is not None):
        problems += _heading_problems(columns, *heading, period)
    for number, cells in columns.grid.rows():
        if number <= columns.last_row or not set(cells) & set(columns.known):
            continue
        reader = _Reader(columns, number, cells, period, target_year)
        row = reader.row()
        problems += reader.problems
        if row is not None:
            rows.append(row)
    return rows, problems


def _heading_problems(
    columns: Columns, number: int, heading: Heading, period: Period
) -> Iterator[CellProblem]:
    spot = columns.grid.spot(columns.last_row, number)
    if heading.role == "year":
        yield CellProblem(spot, "bare-year", {"text": heading.text})
    elif heading.year is not None and not aims_within(heading.year, period):
        details = {"year": heading.year.label, "period": period.label}
        yield CellProblem(spot, "target-outside", details)


@dataclass(slots=True)
class _Reader:
    """Reads one row; what is wrong is gathered, so that all of it is told at once."""

    columns: Columns
    number: int
    cells: Mapping[int, Content]
    period: Period
    target_year: FiscalYear | None
    problems: list[CellProblem] = field(default_factory=list)

    def row(self) -> TableRow | None:
        """The row; `None` if a cell of it cannot be read, or it is a heading between others."""
        texts = {
            heading.role: text
            for column, heading in self.columns.known.items()
            if heading.role not in _OF_FIGURES
            and (text := self._text(column, above=heading.role.startswith(self.columns.levels)))
        }
        if "name" not in texts:
            if self._figures("target") or self._figures("actual"):
                self._bad(self.columns.one("name") or 1, "no-name")
            return None
        baseline = self._baseline(texts)
        targets, actuals = self._targets(texts), self._actuals(texts)
        compared_with, comparison = self._comparison()
        row = TableRow(
            number=self.number,
            spot=self._spot(self.columns.one("name") or 1),
            name=texts["name"],
            unit=texts.get("unit") or _unit((*targets, *actuals, *filter(None, (baseline,)))),
            levels=tuple(self._levels(texts)),
            baseline=baseline,
            targets=targets,
            actuals=actuals,
            comparison=comparison,
            compared_with=compared_with,
            published=self._moment("published", texts),
            latest=self._count("latest", texts),
            direction=self._word("direction", _DIRECTIONS, texts),
            aggregation=self._word("aggregation", _AGGREGATIONS, texts),
            kind=self._word("kind", _KINDS, texts),
            texts=texts,
            notes=tuple(self._notes()),
        )
        if not targets and not self.problems:
            self._bad(next(iter(self.columns.of("target")), (1, None))[0], "no-target")
        return None if self.problems else with_parts(row)

    def _spot(self, column: int) -> Spot:
        return self.columns.grid.spot(self.number, column)

    def _bad(self, column: int, code: str, **details: str) -> None:
        self.problems.append(CellProblem(self._spot(column), code, details))

    def _content(self, column: int, *, above: bool = False) -> Content:
        """What a cell holds; of merged cells the first has what all of them say.

        Only what stands above the indicators may be merged: there all rows are meant.
        """
        address = (self.number, column)
        area = next((each for each in self.columns.grid.merged if address in each), None)
        if area is None:
            return self.cells.get(column)
        if not above and area.bottom > area.top:
            self._bad(column, "merged")
            return None
        return self.columns.grid.at(area.top, area.left)

    def _text(self, column: int, *, above: bool = False) -> str:
        """The words in a cell, in one line; empty for a dash or nothing."""
        content = self._content(column, above=above)
        if isinstance(content, Odd):
            self._bad(column, content.value)
            return ""
        text = " ".join(text_of(content).split())
        if len(text) > _LONGEST:
            self._bad(column, "long-cell", limit=str(_LONGEST))
            return ""
        if text:
            try:
                line(text)
            except Refused as error:
                self.problems.append(CellProblem(self._spot(column), error.code, cause=error))
                return "?"  # something is there, so what else is wrong with the row is told too
        return "" if says_nothing(content) or text in ("…", "‥", "...") else text.lstrip("'")

    def _word(
        self, role: Role, allowed: tuple[_Word, ...], texts: Mapping[Role, str]
    ) -> _Word | None:
        if role not in texts:
            return None
        found = meant(texts[role], allowed)
        if found is None:
            choices = ", ".join(spellings(each)[2] for each in allowed)
            self._bad(
                self.columns.one(role) or 1, "not-a-choice", text=texts[role], choices=choices
            )
        return found

    def _levels(self, texts: Mapping[Role, str]) -> Iterator[Level]:
        for level in self.columns.levels:
            found = {each.role: each.text for each in self.columns.known.values()}
            no_role: Role = f"{level}_no"  # type: ignore[assignment]
            heading = found.get(level) or re.sub("の?番号$", "", found[no_role])
            title, no = texts.get(level, ""), texts.get(no_role, "")
            if not no and (match := _NUMBERED.fullmatch(half_width(title))):
                no, title = match[1], match[2]
            elif not no and re.fullmatch(r"[0-9]+(?:[-.][0-9]+)*", half_width(title)):
                no, title = half_width(title), ""
            if not no and not title:
                column = self.columns.one(level) or self.columns.one(no_role) or 1
                self._bad(column, "no-level", name=heading)
                continue
            yield Level(half_width(no), title or f"{heading} {no}", heading)

    def _notes(self) -> Iterator[str]:
        for column, heading in self.columns.of("note"):
            if text := self._text(column):
                yield f"{heading.text}: {text}"

    def _figures(self, role: Role) -> list[tuple[int, Heading, str]]:
        found = []
        for column, heading in self.columns.of(role):
            content = self.cells.get(column)
            if isinstance(content, date):
                self._bad(column, "date-for-figure", text=content.isoformat())
            elif text := self._text(column):
                found.append((column, heading, text))
        return found

    def _time(self, role: Role, texts: Mapping[Role, str]) -> tuple[FiscalYear | None, Printed]:
        """The year a column beside the figure names, and what it says besides."""
        text = texts.get(role, "")
        said = take_apart(f"({text})") if text else Printed("", "")
        year = said.year or year_in(half_width(text))
        if text and year is None and "平均" not in text:
            try:
                year = Moment.parse(text).fiscal_year
            except FiscalFormatError:
                self._bad(self.columns.one(role) or 1, "bad-year", text=text)
        return year, said

    def _comparison(self) -> tuple[str, tuple[PrintedAt, ...]]:
        """Whose figures stand beside the row's own, and the figures by year."""
        name, found = "", []
        for column, heading, text in self._figures("comparison"):
            printed = take_apart(text)
            name = name or without_year(heading.text)
            if (when := printed.year or heading.year) is None:
                self._bad(column, "no-result-year", text=printed.text)
            else:
                found.append(PrintedAt(printed, self._spot(column), when))
        return name, tuple(found)

    def _moment(self, role: Role, texts: Mapping[Role, str]) -> Moment | None:
        try:
            return Moment.parse(texts[role]) if role in texts else None
        except FiscalFormatError:
            self._bad(self.columns.one(role) or 1, "bad-moment", text=texts[role])
            return None

    def _count(self, role: Role, texts: Mapping[Role, str]) -> int | None:
        text = re.sub("年(?:遅れ)?$", "", half_width(texts.get(role, "")))
        if text and re.fullmatch("[0-9]", text) is None:
            self._bad(self.columns.one(role) or 1, "bad-count", text=texts[role])
            return None
        return int(text) if text else None

    def _baseline(self, texts: Mapping[Role, str]) -> PrintedAt | None:
        found = self._figures("baseline")
        beside, _said = self._time("baseline_year", texts)
        for column, heading, text in found[1:]:
            self._bad(column, "column-twice", name=f"{heading.text} {text}")
        for column, heading, text in found[:1]:
            printed = take_apart(text)
            return PrintedAt(printed, self._spot(column), printed.year or beside or heading.year)
        return None

    def _targets(self, texts: Mapping[Role, str]) -> tuple[PrintedAt, ...]:
        beside, _said = self._time("target_year", texts)
        found: list[PrintedAt] = []
        for column, heading, text in self._figures("target"):
            for year, piece in _pieces(text):
                printed = take_apart(piece)
                last = self.period.last if heading.final else None
                when = year or printed.year or heading.year or beside or last or self.target_year
                if when is None:
                    self._bad(column, "no-target-year", text=printed.text)
                elif not aims_within(when, self.period):
                    label = self.period.label
                    self._bad(column, "target-outside", year=when.label, period=label)
                else:
                    found.append(PrintedAt(printed, self._spot(column), when))
        return tuple(found)

    def _actuals(self, texts: Mapping[Role, str]) -> tuple[PrintedAt, ...]:
        beside, said = self._time("actual_time", texts)
        found = []
        for column, heading, text in self._figures("actual"):
            for year, piece in _pieces(text):
                printed = take_apart(piece)
                when = year or printed.year or heading.year or beside
                if when is None:
                    self._bad(column, "no-result-year", text=printed.text)
                    continue
                found.append(PrintedAt(_with_time(printed, said), self._spot(column), when))
        return tuple(found)


def _pieces(text: str) -> list[tuple[FiscalYear | None, str]]:
    """The figures of several years in one cell (`R5:99.4;R6:99.5`); else the text as it is."""
    parts = [_PAIR.fullmatch(each.strip()) for each in re.split(r"[;\n]", half_width(text))]
    if not all(parts):
        return [(None, text)]
    return [(year_in(match[1]), match[2]) for match in parts if match]


def _with_time(printed: Printed, said: Printed) -> Printed:
    """A figure with what the column beside it says of its time."""
    if printed.year is not None:
        return printed
    return replace(printed, as_of=said.as_of, calendar=said.calendar or printed.calendar)


def _unit(figures: tuple[PrintedAt, ...]) -> str:
    """The unit printed behind the figures, that of the target first."""
    return next((each.printed.unit for each in figures if each.printed.unit), "")
