"""What stands in the files for the rows of a table: goals, measures, projects, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from types import MappingProxyType

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.ids import is_id
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.plan import aims_within
from sagaict.domain.typed import half_width
from sagaict.domain.validating import Unfit, validated
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
from sagaict.workbook.plan_table.proposing import (
    Further,
    Proposal,
    further_text,
    is_in_words,
    reason_text,
)
from sagaict.workbook.plan_table.row import PrintedAt, TableRow
from sagaict.workbook.problems import CellProblem
from sagaict.writing.change import Content

__all__ = ["Drafted", "draft"]


_IN_A_TABLE: Mapping[Reason, str] = MappingProxyType(
    {"several": "several-in-cell", "no_target": "words-for-target"}
)
"""What in a table has another way out than at a prompt."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An indicator as it is written, the row it is made from, and what is to be looked at."""

    row: TableRow
    proposal: Proposal
    content: dict[str, Content]
    doubts: tuple[CellProblem, ...] = ()


def draft(
    rows: Sequence[tuple[TableRow, Proposal]], period: Period, document: str, there: int = 0
) -> tuple[list[Drafted], list[CellProblem]]:
    """The indicators of the rows, and what keeps others from being made.

    `there` is how many indicators the plan has already: numbers given here go on from it.
    """
    drafted, problems = [], []
    seen: dict[tuple[object, str], TableRow] = {}
    for place, (row, proposal) in enumerate(rows, start=there + 1):
        drafter = _Drafter(row, proposal, period)
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
            drafted.append(Drafted(row, proposal, content, tuple(drafter.doubts)))
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
    period: Period
    problems: list[CellProblem] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    doubts: list[CellProblem] = field(default_factory=list)

    def bad(self, spot: object, code: str, **details: str) -> None:
        """Name what is wrong with a cell."""
        self.problems.append(CellProblem(spot, code, details))  # type: ignore[arg-type]

    def _also(self, what: Further) -> str | None:
        return self.proposal.value(what)

    @property
    def _unit(self) -> str:
        return self.row.unit or self._also("unit") or ""

    @property
    def _in_words(self) -> bool:
        """Whether somebody is to judge it, so that no cell of it need be a figure."""
        return self._also("words") is not None

    @property
    def _begins(self) -> FiscalYear:
        """The first year of what adds up: where only figures show that, the first they are for."""
        years = [at.year for at in self.row.targets if at.year is not None]
        return min(years) if years and self.proposal.adds_up else self.period.first

    def content(self, name: str, document: str) -> dict[str, Content]:
        """The indicator in the order of the schema."""
        row, texts = self.row, self.row.texts
        place = texts.get("place", "")
        said = {
            "name": row.name,
            "definition": texts.get("definition"),
            "unit": self._unit,
            "direction": self.proposal.direction,
            "aggregation": self.proposal.aggregation,
            "year_kind": "calendar" if row.in_calendar_years else None,
            "owner": texts.get("owner"),
            "hold": "true" if any(at.printed.hold for at in row.targets) else self._also("hold"),
            "latest": str(row.latest) if row.latest is not None else self._also("latest"),
            "data_source": texts.get("data_source"),
        }
        content: dict[str, Content] = {"id": name}
        content |= {key: text for key, text in said.items() if text}
        if (baseline := self._baseline()) is not None:
            content["baseline"] = baseline
        content["targets"] = self._targets()
        if actuals := self._actuals():
            content["actuals"] = actuals
        if comparison := self._comparison():
            content["comparison"] = comparison
        if not self._unit and not self.problems:
            self.bad(row.spot, "no-unit")
        if note := "\n".join((*row.notes, *self.left, *self._reasons())):
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

    def _understood(self, at: PrintedAt, *, target: bool = False) -> Understood | None:
        figure, unit = at.printed.figure, self._unit
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

    def _baseline(self) -> Content | None:
        at = self.row.baseline
        if at is None:
            return None
        content: dict[str, Content] = {}
        own = self._unit
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

    def _targets(self) -> Content:
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

    def _actuals(self) -> dict[str, Content]:
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

    def _comparison(self) -> Content:
        """The series of another that stands beside the results."""
        figures: dict[str, Content] = {}
        for at in self.row.comparison:
            understood = self._understood(at)
            if understood is not None and understood.value is not None and at.year is not None:
                figures[at.year.label] = group(understood.value)
        return {"name": self.row.compared_with, "figures": figures} if figures else {}

    def _unlike_target(self, at: PrintedAt) -> bool:
        """Whether a result of a total is not printed as one, though its target is."""
        total = self.proposal.aggregation == "period_total"
        return total and not at.printed.running and self.row.targets[0].printed.running

    def _actual(self, at: PrintedAt, found: Understood, year: FiscalYear) -> dict[str, Content]:
        content: dict[str, Content] = {}
        if found.value is not None:
            content["value"] = group(found.value)
        state = "provisional" if at.printed.provisional else found.state
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
