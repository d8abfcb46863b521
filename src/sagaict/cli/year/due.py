"""`sagaict due`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.declaration import Examples, Option
from sagaict.cli.frame.filters import Narrowed, plans_meant
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import Session
from sagaict.cli.year.deadlines import open_cycle, read_deadlines
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.computing.selection import Filter
    from sagaict.cycle.calendar import Due as DueTask
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.due_report import DuePage

__all__ = ["Due"]

_LONGEST = 3660


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """The tasks of a day."""

    page: DuePage

    def title(self) -> str:
        return _("Tasks and deadlines")

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.due_report import due_report

        del medium
        return due_report(self.page)

    def data(self) -> object:
        from sagaict.reporting.due_data import due_data

        return due_data(self.page)

    def calendar(self, medium: Medium) -> bytes:
        from sagaict import __version__
        from sagaict.reporting.calendar_file import calendar_file
        from sagaict.reporting.conditions import narrowed_text
        from sagaict.reporting.incomplete import incomplete_text

        notes = (incomplete_text(medium.incomplete), narrowed_text(self.page.conditions))
        note = " ".join(filter(None, notes))
        return calendar_file(self.page.items, self.page.day, __version__, note)


@dataclass(frozen=True, kw_only=True)
class Due(Printed, Narrowed):
    """What is to be done in the yearly cycle, by whom and by when."""

    examples: ClassVar[Examples] = (
        ("sagaict due", mark("what is overdue, due now, or due within 30 days")),
        ("sagaict due --today 2026-04-10 --owner 市民課", mark("one section, on one day")),
        ("sagaict due --soon 365 --format ics -o due.ics", mark("for a calendar program")),
    )
    reports: ClassVar[type[Report]] = _Report

    soon: Annotated[str, Option(mark("How many days to look ahead."), "DAYS")] = "30"

    def run(self) -> int:
        """Tell it."""
        days = _days(self.soon)
        session = open_cycle(self.data_folder, self.today)
        return self.write(_Report(self._page(session, days)), session.incomplete)

    def _page(self, session: Session, soon: int) -> DuePage:
        from sagaict.cycle.calendar import due_tasks, in_cycle, without_review_cycle
        from sagaict.reporting.due_report import DuePage

        portfolio, view = session.portfolio, session.view
        asked = plans_meant(session, self.plan)
        plans = asked or [each for each in portfolio.plans.values() if in_cycle(each, view)]
        conditions = self.conditions(session, asked)
        deadlines = read_deadlines(session.workspace)
        elsewhere = {
            each.id: len(due_tasks([each], portfolio, view, deadlines, soon))
            for each in portfolio.plans.values()
            if not asked and each not in plans
        }
        unreviewed = {each.id: without_review_cycle(each, portfolio) for each in plans}
        return DuePage(
            view.today,
            soon,
            session.origin,
            deadlines,
            _narrowed(due_tasks(plans, portfolio, view, deadlines, soon), session, conditions),
            {name: count for name, count in elsewhere.items() if count},
            {name: count for name, count in unreviewed.items() if count},
            tuple(each.council.name for each in plans if each.council),
            conditions,
        )


def _narrowed(items: list[DueTask], session: Session, conditions: Filter) -> list[DueTask]:
    """The tasks of the sections named, about things that satisfy the other conditions."""
    from dataclasses import replace

    from sagaict.computing.selection import matches

    rest = replace(conditions, owners=frozenset())
    return [
        item
        for item in items
        if conditions.asks(item.task.owners) and matches(session.things[item.task.full_id], rest)
    ]


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= _LONGEST):
        raise Refusal(
            _("“{text}” is no number of days from 0 to {last}").format(text=text, last=_LONGEST)
        )
    return int(text)
