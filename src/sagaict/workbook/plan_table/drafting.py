"""What stands in the files for the rows of a table: goals, measures, projects, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sagaict.domain.fiscal import Period
from sagaict.domain.ids import is_id
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.typed import half_width
from sagaict.domain.validating import Unfit, validated
from sagaict.language import _
from sagaict.recording.owners import several
from sagaict.workbook.plan_table.figures_drafted import Figures
from sagaict.workbook.plan_table.proposing import (
    Proposal,
    further_text,
    reason_text,
)
from sagaict.workbook.plan_table.row import TableRow
from sagaict.workbook.problems import CellProblem
from sagaict.writing.change import Content

__all__ = ["Drafted", "draft"]


@dataclass(frozen=True, slots=True)
class Drafted:
    """An indicator as it is written, the row it is made from, and what is to be looked at."""

    row: TableRow
    proposal: Proposal
    content: dict[str, Content]
    doubts: tuple[CellProblem, ...] = ()


def draft(
    rows: Sequence[tuple[TableRow, Proposal]],
    period: Period,
    document: str,
    today: date,
    there: int = 0,
) -> tuple[list[Drafted], list[CellProblem]]:
    """The indicators of the rows, and what keeps others from being made.

    `there` is how many indicators the plan has already: numbers given here go on from it.
    """
    drafted, problems = [], []
    seen: dict[tuple[object, str], TableRow] = {}
    for place, (row, proposal) in enumerate(rows, start=there + 1):
        drafter = _Drafter(row, proposal, Figures(row, proposal, period, today))
        content = drafter.content(_id(row, place), document)
        key = (row.levels, str(content.get("id")))
        if key in seen:
            other = str(seen[key].number)
            drafter.bad(row.spot, "id-twice", text=key[1], row=other)
        seen.setdefault(key, row)
        if not drafter.problems:
            drafter.require_valid(content)
        problems += drafter.problems
        if not drafter.problems:
            drafted.append(Drafted(row, proposal, content, tuple(drafter.figures.doubts)))
    return drafted, problems


def _id(row: TableRow, place: int) -> str:
    """The id given, else the number printed, else one by the place in the table."""
    for text in (row.texts.get("id", ""), row.texts.get("no", "")):
        name = "-".join(re.findall("[a-z0-9]+", half_width(text).lower()))
        if name and is_id(name) and half_width(text).isascii():
            return name
    return f"kpi-{place}"


@dataclass(slots=True)
class _Drafter:
    """Makes one indicator; what is wrong is gathered."""

    row: TableRow
    proposal: Proposal
    figures: Figures

    def bad(self, spot: object, code: str, **details: str) -> None:
        """Name what is wrong with a cell."""
        self.figures.bad(spot, code, **details)

    @property
    def problems(self) -> list[CellProblem]:
        """What is wrong with its cells."""
        return self.figures.problems

    def content(self, name: str, document: str) -> dict[str, Content]:
        """The indicator in the order of the schema."""
        row, texts = self.row, self.row.texts
        place = texts.get("place", "")
        said: dict[str, Content | None] = {
            "name": row.name,
            "definition": texts.get("definition"),
            "unit": self.figures.unit,
            "direction": self.proposal.direction,
            "aggregation": self.proposal.aggregation,
            "year_kind": "calendar" if row.in_calendar_years else None,
            "owner": several(texts.get("owner", "")),
            "hold": "true"
            if any(at.printed.hold for at in row.targets)
            else self.figures.also("hold"),
            "latest": str(row.latest) if row.latest is not None else self.figures.also("latest"),
            "data_source": texts.get("data_source"),
        }
        content: dict[str, Content] = {"id": name}
        content |= {key: text for key, text in said.items() if text}
        content |= self._parts() if row.parts else _figures_of(self.figures)
        if not self.figures.unit and not self.problems:
            self.bad(row.spot, "no-unit")
        if note := "\n".join((*row.notes, *self.figures.left, *self._reasons())):
            content["note"] = note
        return content | {"source": f"{document} {place}".strip()}

    def require_valid(self, content: dict[str, Content]) -> None:
        """See that the files can hold it."""
        try:
            validated(Indicator, content)
        except Unfit as error:
            for fault in error.faults:
                where = ".".join(str(step) for step in fault.location)
                self.bad(self.row.spot, "unfit", text=f"{where}: {fault.given}"[:80])

    def _reasons(self) -> Iterable[str]:
        """What was decided that the table does not say, with the reason."""
        if (reason := self.proposal.direction_reason) is not None:
            yield _("Which way is better is not in the table; it was decided by {reason}.").format(
                reason=reason_text(reason)
            )
        if (reason := self.proposal.aggregation_reason) is not None:
            yield _("How the years relate is not in the table; it was decided by {reason}.").format(
                reason=reason_text(reason)
            )
        for each in self.proposal.further:
            yield _("Not in the table, but decided by {reason}: {what}.").format(
                reason=reason_text(each.reason), what=further_text(each)
            )

    def _parts(self) -> dict[str, Content]:
        """The parts, each with its figures; with one target for all it is the indicator's."""
        drafted = []
        for number, (name, row) in enumerate(self.row.parts, start=1):
            figures = Figures(row, self.proposal, self.figures.period, self.figures.today)
            drafted.append({"id": f"part-{number}", "name": name} | _figures_of(figures))
            self.problems.extend(figures.problems)
            self.figures.doubts.extend(figures.doubts)
        aims = [each["targets"] for each in drafted]
        if all(each == aims[0] for each in aims):
            own = [
                {key: value for key, value in each.items() if key != "targets"} for each in drafted
            ]
            return {"targets": aims[0], "parts": own}
        return {"parts": drafted}


def _figures_of(figures: Figures) -> dict[str, Content]:
    """The figures of a row in the order of the schema."""
    content: dict[str, Content] = {}
    if (baseline := figures.baseline()) is not None:
        content["baseline"] = baseline
    content["targets"] = figures.targets()
    if actuals := figures.actuals():
        content["actuals"] = actuals
    if comparison := figures.comparison():
        content["comparison"] = comparison
    return content
