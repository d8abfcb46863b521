"""Who has not reported what: each section once, each project once, all years together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sagaict.cycle.calendar import Due, by_owner
from sagaict.cycle.task import Task, TaskKind
from sagaict.language import _, mark
from sagaict.language.quantities import DASH, day, year_range
from sagaict.reporting.blocks import Cell, Column, Row, Section, Table
from sagaict.reporting.due_words import task_text
from sagaict.reporting.owners import owner_text

__all__ = ["owed_table"]

_OWED: Mapping[TaskKind, str] = MappingProxyType(
    {
        "figure": mark("result of {years}"),
        "confirm": mark("final result of {years}"),
        "remark": mark("why the target of {years} was missed"),
        "half_year_review": mark("review of the first half of {years}"),
        "yearly_review": mark("review of {years}"),
        "outcome": mark("an outcome indicator, since its introduction is decided"),
    }
)


def owed_table(items: Iterable[Due]) -> Table:
    """What each section owes the council, and since when."""
    rows: list[Row | Section] = []
    for owner, those in by_owner(items):
        rows.append(Section(owner_text(owner), apart=bool(rows)))
        rows += [_row(some) for some in _by_holder(those)]
    columns = (
        Column(_("Project or measure"), fold=True),
        Column(_("Not reported"), fold=True),
        Column(_("Earliest deadline")),
    )
    return Table(columns, tuple(rows))


def _by_holder(items: Iterable[Due]) -> Iterable[list[Due]]:
    groups: dict[str, list[Due]] = {}
    for item in items:
        task = item.task
        holder = task.full_id.rpartition("/")[0] if task.indicator else task.full_id
        groups.setdefault(holder, []).append(item)
    return groups.values()


def _row(items: Sequence[Due]) -> Row:
    task = items[0].task
    title = task.title
    if task.indicator is not None:
        title = title.removesuffix(f" / {task.indicator.name}")
    days = [item.task.deadline for item in items if item.task.deadline]
    first = min(days, default=None)
    overdue = any(item.state == "overdue" for item in items)
    return Row(
        (
            Cell(title),
            Cell("\n".join(_owed([item.task for item in items]))),
            Cell(day(first) if first else DASH, "bad" if overdue else ""),
        ),
        1,
    )


def _owed(tasks: Sequence[Task]) -> Iterator[str]:
    """A line for each kind of thing owed of each indicator, with its years."""
    groups: dict[tuple[TaskKind, str], list[Task]] = {}
    for task in tasks:
        name = task.indicator.name if task.indicator else ""
        groups.setdefault((task.kind, name), []).append(task)
    for (kind, name), those in groups.items():
        years = year_range(sorted(task.year for task in those if task.year))
        words = _OWED.get(kind)
        what = _(words).format(years=years) if words else task_text(kind, those[0])
        yield _("{name}: {text}").format(name=name, text=what) if name else what
