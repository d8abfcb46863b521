"""What came back held against the records: which cells were changed, and which of these clash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from sagaict.computing.judging import assess_year
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.language.quantities import DASH
from sagaict.reading.steps import steps
from sagaict.reporting.rows import row_of
from sagaict.workbook.cells import Content, Odd, canonical, digest, telling, text_of, told
from sagaict.workbook.filled import FilledCell, FilledRow
from sagaict.workbook.grid import Spot
from sagaict.workbook.layout import CELL_LIMIT, HALF, LAYOUTS, Layout
from sagaict.workbook.problems import CellProblem
from sagaict.workbook.records import EntryRow, Records, shown
from sagaict.workbook.table import READ

__all__ = ["FIGURE", "Matched", "RowChange", "match"]

FIGURE = ("value", "state", "as_of", "note", "source")
"""The cells that together are one figure: they are taken over, or clash, as a whole."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """The cells of a row that say something new, and where all of its cells are.

    `refused` are columns whose cells were refused already: the row is not taken over, and only
    looked at for what else is wrong with it.
    """

    row: EntryRow
    cells: Mapping[str, FilledCell]
    spots: Mapping[str, Spot]
    refused: frozenset[str] = frozenset()

    @property
    def year(self) -> FiscalYear:
        """The fiscal year the row is about."""
        return FiscalYear.parse(self.row.key.partition("@")[2].partition("#")[0])

    @property
    def half_year(self) -> bool:
        """Whether the row is about the first half of the year."""
        return self.row.key.endswith(f"#{HALF}")

    @property
    def full_id(self) -> str:
        """The indicator, project or measure the row is about."""
        return self.row.key.partition("@")[0]

    def spot(self, *names: str) -> Spot:
        """Where the first of these columns is that the sheet has, else the first changed cell."""
        found = next((self.spots[name] for name in names if name in self.spots), None)
        return found or next(iter(self.cells.values())).spot


@dataclass(slots=True)
class Matched:
    """What is to be taken over, what is not, and how many cells had been taken over before."""

    changes: list[RowChange] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    rows: int = 0
    known: int = 0


def match(rows: Iterable[FilledRow], records: Records) -> Matched:
    """Hold rows, of one workbook or of several, against the records."""
    found = Matched()
    groups: dict[tuple[str, str], list[FilledRow]] = {}
    for row in rows:
        groups.setdefault((row.kind, row.key), []).append(row)
        found.rows += 1
    for group in steps(groups.values(), [1] * len(groups)):
        _match_row(group, records, found)
    return found


def _match_row(group: Sequence[FilledRow], records: Records, found: Matched) -> None:
    layout = LAYOUTS[group[0].kind]
    record = records.row(layout.kind, group[0].key)
    if record is None:
        found.problems += [
            CellProblem(row.spot, "unknown-record", {"key": row.key.partition("@")[0]})
            for row in group
            if _changed(row, layout, {}, "", found)
        ]
        return
    known_before = len(found.problems)
    chosen = _merged(group, layout, record, records, found)
    cells = {}
    for entry in chosen.values():
        now = record.entries.get(entry.name)
        if entry.text == canonical(layout.column(entry.name), now, record.unit):
            found.known += 1
        elif _moved(entry, layout, record):
            found.problems.append(_meanwhile(entry, layout, record))
        elif len(text_of(now)) >= CELL_LIMIT:
            found.problems.append(CellProblem(entry.cell.spot, "too-long"))
        else:
            cells[entry.name] = entry.cell
    if cells:
        spots = {name: cell.spot for row in reversed(group) for name, cell in row.cells.items()}
        spots |= {name: cell.spot for name, cell in cells.items()}
        named = {problem.spot for problem in found.problems[known_before:]}
        refused = {n for row in group for n, cell in row.cells.items() if cell.spot in named}
        found.changes.append(RowChange(record, cells, spots, frozenset(refused)))


def _merged(
    group: Sequence[FilledRow], layout: Layout, record: EntryRow, records: Records, found: Matched
) -> dict[str, _Entry]:
    """The changed cells of one record, from every workbook it came back in."""
    merged: dict[str, _Entry] = {}
    for row in group:
        base = _as_exported(record, records) if row.prints is None else {}
        entries = _changed(row, layout, base, record.unit, found)
        code = _fault(row, record) if entries else ""
        if code:
            found.problems.append(CellProblem(entries[0].cell.spot, code))
            continue
        moved = _of_another(row, record) if entries else None
        if moved is not None:
            found.problems.append(moved)
            continue
        for entry in entries:
            other = merged.setdefault(entry.name, entry)
            if other.text != entry.text:
                found.problems.append(_differently(entry, other))
    return merged


def _fault(row: FilledRow, record: EntryRow) -> str:
    """Why nothing of a row can be taken over."""
    if row.prints is None:
        return "sum-of-years" if _is_sum(record) else ""
    return "" if row.prints.context == digest(record.context) else "definition-changed"


def _of_another(row: FilledRow, record: EntryRow) -> CellProblem | None:
    """Cells were sorted or copied without the hidden key, so that the entry is of another row."""
    marks = row.prints.telling if row.prints else {}
    for name, cell in row.beside.items():
        said = name in marks and cell.content is not None
        if said and digest(telling(cell.content)) != marks[name]:
            details = {"text": told(cell.content), "known": told(record.known[name])}
            return CellProblem(cell.spot, "of-another-row", details)
    return None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A changed cell: its column, what it says, and the row it is in."""

    name: str
    text: str
    cell: FilledCell
    row: FilledRow


def _changed(
    row: FilledRow,
    layout: Layout,
    base: Mapping[str, Content],
    unit: str,
    found: Matched,
) -> list[_Entry]:
    """The cells that no longer say what they said when the workbook was made."""
    entries = []
    for name, cell in row.cells.items():
        if isinstance(cell.content, Odd):
            found.problems.append(CellProblem(cell.spot, str(cell.content)))
            continue
        column = layout.column(name)
        text = canonical(column, cell.content, unit)
        if row.prints is not None:
            changed = digest(text) != row.prints.cells[name]
        else:
            changed = text not in ("", canonical(column, base.get(name), unit))
        if changed:
            entries.append(_Entry(name, text, cell, row))
    return entries


def _as_exported(record: EntryRow, records: Records) -> dict[str, Content]:
    """What the export says of the row now."""
    if record.placed is None:
        return {}
    year = FiscalYear.parse(record.key.partition("@")[2])
    exported = row_of(assess_year(record.placed, year, records.view))
    return {
        name: shown(content) if isinstance(content, str) else content
        for column, name in READ.items()
        if not isinstance(content := exported[column], bool | int)
    }


def _is_sum(record: EntryRow) -> bool:
    """Whether the export's figure of the row is worked out: of a total, or of a running one."""
    year = FiscalYear.parse(record.key.partition("@")[2])
    if record.placed is None or record.placed.indicator.aggregation != "period_total":
        return False
    indicator = record.placed.indicator
    actual = indicator.actuals.get(year)
    span = actual.span if actual else None
    runs = span is not None and span.first_day < year.first_day
    return runs or indicator.period_due_in(year) is not None


def _moved(entry: _Entry, layout: Layout, record: EntryRow) -> bool:
    """Whether what the entry would change is no longer what the workbook showed."""
    prints = entry.row.prints
    if prints is None:
        return False
    together = FIGURE if layout.kind == "results" and entry.name in FIGURE else (entry.name,)
    return any(
        digest(canonical(layout.column(name), record.entries.get(name), record.unit))
        != prints.cells[name]
        for name in together
    )


def _differently(entry: _Entry, other: _Entry) -> CellProblem:
    details = {
        "text": told(entry.cell.content),
        "other": told(other.cell.content),
        "spot": str(other.cell.spot),
    }
    return CellProblem(entry.cell.spot, "filled-differently", details)


def _meanwhile(entry: _Entry, layout: Layout, record: EntryRow) -> CellProblem:
    """What is recorded now in the cell itself; if that is as it was, what the figure is now."""
    column, now = layout.column(entry.name), record.entries.get(entry.name)
    prints = entry.row.prints
    itself = prints and digest(canonical(column, now, record.unit)) != prints.cells[entry.name]
    names = (entry.name,) if itself or entry.name not in FIGURE else FIGURE
    known = [
        told(content, record.unit if name == "value" else "")
        for name in names
        if (content := record.entries.get(name)) is not None
    ]
    details = {"text": told(entry.cell.content), "now": " ".join(known) or DASH}
    return CellProblem(entry.cell.spot, "recorded-meanwhile", details)
