"""The figures of a row as they stand in the files: baseline, targets, results, comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from types import MappingProxyType

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.plan import aims_within
from sagaict.language import _
from sagaict.recording.target_revisions import short, target_of
from sagaict.recording.values import (
    NotUnderstood,
    Reason,
    Understood,
    understand,
    understand_target,
)
from sagaict.workbook.plan_table.headings import ROLE_NAMES
from sagaict.workbook.plan_table.proposing import Further, Proposal, is_in_words
from sagaict.workbook.plan_table.row import PrintedAt, TableRow
from sagaict.workbook.problems import CellProblem
from sagaict.writing.change import Content

__all__ = ["Figures"]

_IN_A_TABLE: Mapping[Reason, str] = MappingProxyType(
    {"several": "several-in-cell", "no_target": "words-for-target"}
)
"""What in a table has another way out than at a prompt."""


@dataclass(slots=True)
class Figures:
    """Makes the figures of one row; what is wrong is gathered.

    `left` is what no figure could be made of, in words.
    """

    row: TableRow
    proposal: Proposal
    period: Period
    today: date
    problems: list[CellProblem] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    doubts: list[CellProblem] = field(default_factory=list)

    def bad(self, spot: object, code: str, **details: str) -> None:
        """Name what is wrong with a cell."""
        self.problems.append(CellProblem(spot, code, details))  # type: ignore[arg-type]

    def also(self, what: Further) -> str | None:
        """What is proposed besides."""
        return self.proposal.value(what)

    @property
    def unit(self) -> str:
        """The unit that the table says, or that is proposed; empty for neither."""
        return self.row.unit or self.also("unit") or ""

    @property
    def _in_words(self) -> bool:
        """Whether somebody is to judge it, so that no cell of it need be a figure."""
        return self.also("words") is not None

    @property
    def _begins(self) -> FiscalYear:
        """The first year of what adds up: where only figures show that, the first they are for."""
        years = [at.year for at in self.row.targets if at.year is not None]
        return min(years) if years and self.proposal.adds_up else self.period.first

    def _understood(self, at: PrintedAt, *, target: bool = False) -> Understood | None:
        figure, unit = at.printed.figure, self.unit
        if target and self._in_words and is_in_words(at):
            return Understood(words=at.printed.text)
        try:
            found = understand_target(figure, unit) if target else understand(figure, unit)
        except NotUnderstood as error:
            if self._in_words and not target:
                name = ROLE_NAMES["baseline" if at is self.row.baseline else "actual"]
                self.left.append(f"{_(name)}: {at.printed.text}")
                return None
            code = _IN_A_TABLE.get(error.reason)
            known = None if code else error
            self.problems.append(CellProblem(at.spot, code or "", {"text": error.text}, known))
            return None
        if at.printed.says_more or (target and (at.printed.bound or found.low is not None)):
            return replace(found, printed=at.printed.text)
        return found

    def baseline(self) -> Content | None:
        """What stands for the baseline, if there is one."""
        at = self.row.baseline
        if at is None:
            return None
        content: dict[str, Content] = {}
        own = self.unit
        if at.printed.unit and own and _other_unit(at, own):
            self.doubts.append(CellProblem(at.spot, "baseline-unit", {"unit": own}))
            content["printed"] = at.printed.text
        else:
            found = self._understood(at)
            if found is None or found.nothing:
                return None
            if found.value is not None:
                content["value"] = group(found.value)
            if found.printed or found.value is None:
                content["printed"] = found.printed or at.printed.text
        if at.year is not None:
            content["year"] = at.year.label
        if at.printed.as_of is not None:
            content["as_of"] = str(at.printed.as_of)
        return content

    def targets(self) -> Content:
        """The targets by year or period."""
        total = self.proposal.aggregation == "period_total"
        found: dict[str, dict[str, Content]] = {}
        for at in sorted(self.row.targets, key=lambda at: at.year or self.period.last):
            understood = self._understood(at, target=True)
            if understood is None:
                continue
            label = self._key(at, total=total)
            content = target_of(understood).texts
            known = found.get(label, content)
            if _aim(known) != _aim(content):
                self.bad(at.spot, "targets-differ", year=label, text=at.printed.text)
            found[label] = known | content
        if total and len(found) > 1 and not any("-" in label for label in found):
            self.bad(self.row.targets[-1].spot, "years-without-total")
        return {label: short(content) for label, content in found.items()}

    def _key(self, at: PrintedAt, *, total: bool) -> str:
        last = at.year or self.period.last
        years = at.printed.total_years
        if not total:
            if years:
                self.bad(at.spot, "total-as-year", text=at.printed.text)
            return last.label
        yearly = not (at.printed.running or self.proposal.adds_up) and len(self.row.targets) > 1
        if yearly or (self.proposal.adds_up and last == self._begins):
            return last.label
        span = Period(last.plus(1 - years) if years else self._begins, last)
        if not aims_within(span, self.period):
            self.bad(at.spot, "target-outside", year=span.label, period=self.period.label)
        return span.label

    def actuals(self) -> dict[str, Content]:
        """The results by year."""
        found: dict[str, Content] = {}
        for at in self.row.actuals:
            understood, year = self._understood(at), at.year
            if understood is None or understood.nothing or year is None:
                continue
            if self._unlike_target(at):
                self.doubts.append(CellProblem(at.spot, "result-of-year", {"year": year.label}))
            if year.label in found:
                self.bad(at.spot, "result-twice", year=year.label)
            found[year.label] = _short(self._actual(at, understood, year))
        return found

    def comparison(self) -> Content:
        """The series of another that stands beside the results."""
        figures: dict[str, Content] = {}
        for at in self.row.comparison:
            understood = self._understood(at)
            if understood is not None and understood.value is not None and at.year is not None:
                figures[at.year.label] = group(understood.value)
        return {"name": self.row.compared_with, "figures": figures} if figures else {}

    def _is_early(self, at: PrintedAt, found: Understood, year: FiscalYear) -> bool:
        """Whether a count is said to be that of a year which is not over, without a word on it."""
        flow = self.proposal.aggregation in ("annual", "period_total")
        said = found.state is not None or at.printed.as_of is not None or found.value is None
        return flow and not said and year.first_day <= self.today and not year.ended_by(self.today)

    def _unlike_target(self, at: PrintedAt) -> bool:
        """Whether a result of a total is not printed as one, though its target is."""
        total = self.proposal.aggregation == "period_total"
        return total and not at.printed.running and self.row.targets[0].printed.running

    def _actual(self, at: PrintedAt, found: Understood, year: FiscalYear) -> dict[str, Content]:
        content: dict[str, Content] = {}
        if found.value is not None:
            content["value"] = group(found.value)
        state = "provisional" if at.printed.provisional else found.state
        if self._is_early(at, found, year):
            self.doubts.append(CellProblem(at.spot, "year-not-over", {"year": year.label}))
            state = "provisional"
        if state is not None and state != "final":
            content["state"] = state
        if at.printed.as_of is not None:
            content["as_of"] = str(at.printed.as_of)
        if self.row.published is not None and at is self.row.newest:
            content["published"] = str(self.row.published)
        total = self.proposal.aggregation == "period_total" and at.printed.running
        if (total or self.proposal.adds_up) and self._begins < year:
            content["span"] = Period(self._begins, year).label
        if found.printed:
            content["printed"] = found.printed
        return content


def _aim(content: Mapping[str, Content]) -> tuple[Content | None, Content | None]:
    return content.get("value"), content.get("range")


def _other_unit(at: PrintedAt, unit: str) -> bool:
    """Whether a figure is in another unit than the indicator."""
    try:
        understand(at.printed.figure, unit)
    except NotUnderstood as error:
        return error.reason == "unit"
    return False


def _short(content: dict[str, Content]) -> Content:
    """The short form, if the value says all."""
    return content["value"] if set(content) == {"value"} else content
