"""The tables there are, by the names that users give: what each is about, its columns, its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sagaict.computing.membership import is_known
from sagaict.computing.selection import Filter, matches
from sagaict.computing.view import View
from sagaict.domain.body import Body
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.language import mark
from sagaict.reporting.opendata.actions import ACTIONS, action_rows
from sagaict.reporting.opendata.column import Column
from sagaict.reporting.opendata.evaluations import EVALUATIONS, evaluation_row
from sagaict.reporting.opendata.figures import FIGURES
from sagaict.reporting.opendata.follow_ups import FOLLOW_UPS, follow_up_rows
from sagaict.reporting.opendata.indicators import INDICATORS, indicator_rows
from sagaict.reporting.opendata.place import BODY
from sagaict.reporting.opendata.reviews import Reviewed, reviews_above, reviews_of
from sagaict.reporting.opendata.sources import SOURCES, source_rows
from sagaict.reporting.opendata.targets import TARGETS, target_rows
from sagaict.reporting.rows import Row, rows_of

__all__ = ["TABLES", "Asked", "Table", "rows_in"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rows are of: some plans of a portfolio as a view sees them, and what narrows them.

    No `plans`: all of them.
    """

    portfolio: Portfolio
    view: View
    plans: tuple[Plan, ...] = ()
    conditions: Filter = Filter()
    body: Body | None = None

    @property
    def chosen(self) -> tuple[Plan, ...]:
        """The plans, in the order of the portfolio."""
        every = self.portfolio.plans.values()
        return tuple(plan for plan in every if not self.plans or plan in self.plans)

    def indicators(self) -> Iterator[PlacedIndicator]:
        """The indicators in sight."""
        for plan in self.chosen:
            for entry in self.portfolio.indicators(plan.id):
                if matches(entry, self.conditions) and is_known(entry, self.view):
                    yield entry

    def projects(self, plan: Plan | None = None) -> Iterator[PlacedProject]:
        """The projects in sight, of one plan or of all."""
        for each in self.chosen if plan is None else (plan,):
            for entry in self.portfolio.projects[each.id]:
                if matches(entry, self.conditions) and is_known(entry, self.view):
                    yield entry


@dataclass(frozen=True, slots=True)
class Table:
    """A published table. `about` is marked; the `rows` lack the columns of the body."""

    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Asked], Iterator[Row]]


def _figures(asked: Asked) -> Iterator[Row]:
    statuses = asked.conditions.statuses
    for placed in asked.indicators():
        for row in rows_of(placed, asked.view):
            if not statuses or row["status"] in statuses:
                yield row


def _indicators(asked: Asked) -> Iterator[Row]:
    for placed in asked.indicators():
        yield from indicator_rows(placed, asked.view)


def _targets(asked: Asked) -> Iterator[Row]:
    for placed in asked.indicators():
        yield from target_rows(placed, asked.view)


def _actions(asked: Asked) -> Iterator[Row]:
    for entry in asked.projects():
        yield from action_rows(entry, asked.view)


def _reviews(asked: Asked) -> Iterator[Reviewed]:
    for plan in asked.chosen:
        if not asked.conditions.narrow:
            yield from reviews_above(plan, asked.view)
        for entry in asked.projects(plan):
            yield from reviews_of(entry, asked.view)


def _evaluations(asked: Asked) -> Iterator[Row]:
    return map(evaluation_row, _reviews(asked))


def _follow_ups(asked: Asked) -> Iterator[Row]:
    for reviewed in _reviews(asked):
        yield from follow_up_rows(reviewed)


def _sources(asked: Asked) -> Iterator[Row]:
    for plan in asked.chosen:
        yield from source_rows(plan)


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "figures": Table(
            mark("One row for each indicator and fiscal year with a target or an actual."),
            (*FIGURES, *BODY),
            _figures,
        ),
        "indicators": Table(
            mark("One row for each indicator or part of one: what it measures, and how."),
            (*INDICATORS, *BODY),
            _indicators,
        ),
        "targets": Table(
            mark("One row for each target and each version of it: its history."),
            (*TARGETS, *BODY),
            _targets,
        ),
        "actions": Table(
            mark("One row for each action target of a project."),
            (*ACTIONS, *BODY),
            _actions,
        ),
        "evaluations": Table(
            mark("One row for each year in which a plan, goal, measure or project was judged."),
            (*EVALUATIONS, *BODY),
            _evaluations,
        ),
        "follow_ups": Table(
            mark("One row for each instruction of the council and each promise, with its answer."),
            (*FOLLOW_UPS, *BODY),
            _follow_ups,
        ),
        "sources": Table(
            mark("One row for each document that the data is taken from."),
            (*SOURCES, *BODY),
            _sources,
        ),
    }
)


def rows_in(table: Table, asked: Asked) -> Iterator[Row]:
    """The rows of a table, with all its columns in their order."""
    body = asked.body
    of = {"body_code": body.code if body else None, "body_name": body.name if body else None}
    for row in table.rows(asked):
        yield {**row, **of}
