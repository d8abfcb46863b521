"""`sagaict history`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import OnDay
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.selection import Thing
    from sagaict.domain.plan import Plan
    from sagaict.domain.project import Project
    from sagaict.reading.versions import Versions
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.history_report import Event

__all__ = ["History"]

_MOST = 10_000
"""So many commits of a file are looked through."""


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """What became of one thing; `more` tells that there is older than is shown."""

    thing: Thing
    events: tuple[Event, ...]
    more: bool

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.history_report import history_report

        del medium
        return history_report(self.thing, self.events, more=self.more)

    def data(self) -> object:
        from sagaict.reporting.history_report import history_data

        return history_data(self.thing, self.events, more=self.more)


@dataclass(frozen=True, kw_only=True)
class History(Printed, OnDay):
    """What became of a plan, goal, measure, project or indicator: each commit that changed it."""

    examples: ClassVar[Examples] = (
        ("sagaict history ict-strategy-2/3-1/access", mark("one indicator, the last change first")),
        ("sagaict history rpa --limit 3", mark("only the last three")),
    )
    reports: ClassVar[type[Report]] = _Report

    thing: Annotated[
        str, Argument(mark("An id, its tail, or part of a title."), "ID", complete=complete_things)
    ]
    limit: Annotated[str, Option(mark("How many changes are shown; else 20."), "NUMBER")] = "20"

    def run(self) -> int:
        """Look through the commits of its file."""
        from itertools import islice

        from sagaict.cli.frame.commits import git_refusals
        from sagaict.cli.frame.session import open_session
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject

        limit = _count(self.limit)
        session = open_session(self.data_folder, self.today, None)
        session.warn_about_broken_files()
        kinds = (Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator)
        full_id, thing = session.pick(self.thing, *kinds)
        with git_refusals():
            found = list(islice(_events(session, full_id, thing), limit + 1))
        report = _Report(thing, tuple(found[:limit]), more=len(found) > limit)
        return self.write(report, session.incomplete)


def _events(session: Session, full_id: str, thing: Thing) -> Iterator[Event]:
    """What is not committed yet, then every commit that changed the thing, the last first."""
    from sagaict.comparing.edit_of import EditOf, edit_of
    from sagaict.domain.plan import Plan
    from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
    from sagaict.reading.git_history import commits_of
    from sagaict.reporting.history_report import Event

    plan = thing if isinstance(thing, Plan) else thing.plan
    project = thing.project if isinstance(thing, PlacedProject | PlacedIndicator) else None
    versions = _versions(session, plan, project)
    name = versions.project or versions.plan
    commits = commits_of(versions.repository, name, _MOST)
    committed = versions.at("HEAD")
    if committed is not None:
        now = Portfolio.of([plan], [project] if project else [])
        edit = edit_of(full_id, committed, now, session.view)
        if not edit.empty:
            yield Event(None, edit)
    for step in versions.steps(commits):
        if step.old is None or step.new is None:
            yield Event(step.commit, EditOf(), readable=False)
            continue
        edit = edit_of(full_id, step.old, step.new, session.view)
        if not edit.empty:
            yield Event(step.commit, edit)


def _versions(session: Session, plan: Plan, project: Project | None) -> Versions:
    """The files the thing stands in."""
    from sagaict.reading.git import open_repository
    from sagaict.reading.versions import Versions

    workspace = session.workspace

    def name_of(wanted: object) -> str:
        file = next(file for file, model in workspace.documents if model is wanted)
        return file.path.relative_to(workspace.root).as_posix()

    repository = open_repository(workspace.root)
    return Versions(repository, name_of(plan), name_of(project) if project else None)


def _count(text: str) -> int:
    """How many changes are to be shown.

    Raises:
        Refusal: it is no number, or nothing would be shown.
    """
    from sagaict.domain.typed import list_number

    found = list_number(text)
    if not found or found > _MOST:
        raise Refusal(
            _("“{text}” is not possible for --limit; write a number from 1 to {most}").format(
                text=text, most=f"{_MOST:,}"
            )
        )
    return found
