"""What the records say now of each row there can be in a workbook."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from sagaict.computing.selection import Holder, holders
from sagaict.computing.targets import AimedAt, target_value, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.evaluation import Review
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.results import Actual
from sagaict.language import _
from sagaict.language.levels import holder_label
from sagaict.language.quantities import DASH, figure, unit_name
from sagaict.language.visible import visible
from sagaict.language.words import term
from sagaict.recording.values import NotUnderstood, understand
from sagaict.reporting.phrases import target_text
from sagaict.workbook.cells import Content, fingerprint
from sagaict.workbook.layout import CELL_LIMIT, HALF, KEY, LAYOUTS, SheetKind

__all__ = [
    "EntryRow",
    "Records",
    "action_row",
    "evaluation_row",
    "notes_of",
    "result_row",
    "shown",
]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row as the records have it: its key, what is shown beside the entries, and the entries.

    `context` is what an entry only makes sense with: the unit of a figure, the text of an action.
    """

    kind: SheetKind
    key: str
    known: dict[str, str]
    entries: dict[str, Content]
    context: str
    unit: str = ""
    share: bool = False
    placed: PlacedIndicator | None = None

    @property
    def fingerprint(self) -> str:
        """The mark of what the row is built from."""
        return fingerprint(LAYOUTS[self.kind], self.known, self.entries, self.context, self.unit)


@dataclass(frozen=True)
class Records:
    """Rows by their key, as the data has them now."""

    portfolio: Portfolio
    view: View
    _rows: dict[tuple[SheetKind, str], EntryRow | None] = field(default_factory=dict)

    def row(self, kind: SheetKind, key: str) -> EntryRow | None:
        """The row of that key; `None` if there is no such thing in the data."""
        if (kind, key) not in self._rows:
            self._rows[kind, key] = self._find(kind, key)
        return self._rows[kind, key]

    def _find(self, kind: SheetKind, key: str) -> EntryRow | None:
        match = KEY.fullmatch(key)
        if match is None:
            return None
        full_id, number = match[1], match[3]
        try:
            year = FiscalYear.parse(match[2])
        except FiscalFormatError:
            return None
        if kind == "results":
            placed = self.portfolio.by_id.get(full_id)
            return result_row(placed, year, self.view) if placed else None
        holder = self._holders.get(full_id)
        if kind == "evaluations":
            return evaluation_row(holder, year, half=number == HALF) if holder else None
        known = isinstance(holder, PlacedProject) and number not in (None, HALF)
        return action_row(holder, year, int(number)) if known else None  # type: ignore[arg-type]

    @cached_property
    def _holders(self) -> dict[str, Holder]:
        return holders(self.portfolio)


def result_row(placed: PlacedIndicator, year: FiscalYear, view: View) -> EntryRow:
    """The row for the result of an indicator in a year."""
    indicator = placed.indicator
    actual = indicator.actuals.get(year)
    known = {
        "plan": placed.plan.title,
        "holder": holder_label(placed),
        "name": indicator.name + (" " + _("*") if notes_of(indicator) else ""),
        "kind": term(placed.kind),
        "year": indicator.year(year).label,
        "unit": unit_name(indicator.unit),
        "target": _target(indicator, year, view),
        "before": _before(indicator, year),
    }
    return EntryRow(
        "results",
        f"{placed.full_id}@{year.label}",
        {name: visible(text) for name, text in known.items()},
        _result_entries(actual, indicator.unit),
        indicator.unit,
        indicator.unit,
        indicator.is_share,
        placed,
    )


def notes_of(indicator: Indicator) -> list[str]:
    """What says how its figures and targets are meant."""
    notes = (indicator.note, *(target.note for target in indicator.targets.values()))
    return [note for note in dict.fromkeys(notes) if note]


def _result_entries(actual: Actual | None, unit: str) -> dict[str, Content]:
    if actual is None:
        return {}
    when = actual.as_of or actual.span
    return {
        "value": _as_entered(actual, unit),
        "state": term(actual.state),
        "as_of": None if when is None else str(when),
        "remark": shown(actual.remark),
        "note": shown(actual.note),
        "source": shown(actual.source),
    }


def _as_entered(actual: Actual, unit: str) -> Content:
    """The figure, or its wording where that says the same and more (`約12,000人`)."""
    printed = visible(actual.printed or "")
    try:
        found = understand(printed, unit)
    except NotUnderstood:
        return actual.value
    same = found.value is not None and (found.value, found.state) == (actual.value, None)
    return printed if same and found.printed is not None else actual.value


def shown(text: str | None) -> str | None:
    """Text as it is put into a cell: nothing invisible, and no more than a cell holds."""
    return None if text is None else visible(text)[:CELL_LIMIT]


def _target(indicator: Indicator, year: FiscalYear, view: View) -> str:
    """The target of the year, else the next one with its own year."""
    for key in sorted(indicator.yearly_targets()):
        target = targets_by_year(indicator, view).get(key)
        if key >= year and target is not None:
            aimed: AimedAt = target_value(indicator, key, target, view)
            text = target_text(aimed, indicator.unit)
            period = indicator.period_due_in(key)
            return text if key == year and period is None else f"{period or key}: {text}"
    return DASH


def _before(indicator: Indicator, year: FiscalYear) -> str:
    """The newest figure before the year, or the baseline where none is newer, with its time."""
    baseline = indicator.baseline
    begin = baseline.fiscal_year if baseline is not None and baseline.value is not None else None
    for earlier, actual in sorted(indicator.actuals.items(), reverse=True):
        if earlier < year and actual.value is not None and (begin is None or earlier >= begin):
            return f"{earlier.label}: {figure(actual.value, indicator.unit)}"
    if baseline is None or baseline.value is None:
        return DASH
    when = baseline.when
    text = figure(baseline.value, indicator.unit)
    return text if when is None else f"{when}: {text}"


def action_row(placed: PlacedProject, year: FiscalYear, number: int) -> EntryRow | None:
    """The row for the `number`th action (from 1) of a project in a year, if there is one."""
    actions = placed.project.actions.get(year, ())
    if not 1 <= number <= len(actions):
        return None
    action = actions[number - 1]
    known = {
        "plan": placed.plan.title,
        "holder": placed.project.title,
        "year": year.label,
        "text": action.text,
    }
    return EntryRow(
        "actions",
        f"{placed.full_id}@{year.label}#{number}",
        {name: visible(text) for name, text in known.items()},
        {
            "state": None if action.state == "unknown" else term(action.state),
            "note": shown(action.note),
        },
        action.text,
    )


def evaluation_row(holder: Holder, year: FiscalYear, *, half: bool = False) -> EntryRow:
    """The row for the evaluation of a project or measure in a year, or in its first half."""
    project = isinstance(holder, PlacedProject)
    title = holder.project.title if isinstance(holder, PlacedProject) else numbered(holder.measure)
    known = {"plan": holder.plan.title, "holder": title, "year": year.label}
    if half:
        known["year"] = _("{year}, first half").format(year=year.label)
    evaluations = holder.project.evaluations if project else holder.measure.evaluations  # type: ignore[union-attr]
    found = evaluations.get(year)
    return EntryRow(
        "evaluations",
        f"{holder.full_id}@{year.label}" + (f"#{HALF}" if half else ""),
        {name: visible(text) for name, text in known.items()},
        _evaluation_entries(found.half_year if found and half else found),
        "",
    )


def _evaluation_entries(known: Review | None) -> dict[str, Content]:
    if known is None:
        return {}
    return {
        "progress": None if known.progress == "unknown" else term(known.progress),
        "achievements": shown(known.achievements),
        "issues": shown(known.issues),
        "causes": shown(known.causes),
        "outlook": None if known.outlook is None else term(known.outlook),
        "self_rating": shown(known.self_rating),
    }
