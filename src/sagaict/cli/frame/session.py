"""What commands share: reading the data, the view, finding things by name, refusing politely."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, without_eras

if TYPE_CHECKING:
    from sagaict.computing.selection import Thing
    from sagaict.computing.view import View
    from sagaict.domain.portfolio import Portfolio
    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.git import Commit
    from sagaict.reading.problem import Problem
    from sagaict.reading.unread import Unread
    from sagaict.reading.workspace import Workspace
    from sagaict.reporting.blocks import Block

__all__ = [
    "Session",
    "commit_text",
    "open_folder",
    "open_session",
    "origin_text",
    "parse_day",
    "parse_view",
    "warn_about",
    "warn_of",
]

_Thing = TypeVar("_Thing", bound="Thing")


@dataclass(frozen=True)
class Session:
    """The data a command works on, and the point of view.

    `commit` is the one the data was taken from; `None` for the files as they lie there. `public`:
    as if there was nothing internal.
    """

    folder: DataFolder
    workspace: Workspace
    view: View
    commit: Commit | None = None
    public: bool = False

    @cached_property
    def portfolio(self) -> Portfolio:
        """The models in their places."""
        if not self.public:
            return self.workspace.portfolio()
        from sagaict.computing.publicity import public_part

        return public_part(self.workspace.portfolio())

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Every plan, measure, project and indicator by full id."""
        from sagaict.computing.selection import everything

        return everything(self.portfolio)

    @property
    def origin(self) -> str:
        """Which data was read, for the reader."""
        plans, projects = len(self.workspace.plans), len(self.workspace.projects)
        return origin_text(self.folder, plans, projects, self.commit)

    @property
    def commit_data(self) -> dict[str, str | None] | None:
        """The commit the data was taken from, for programs; `None` for the files as they lie."""
        if self.commit is None:
            return None
        day = self.commit.day.isoformat() if self.commit.day else None
        return {"name": self.commit.name, "commit": self.commit.id, "date": day}

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """The files that give no figures, and what they may hold."""
        from sagaict.reading.unread import unread

        return unread(self.workspace)

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The files whose figures are missing: every page names them, and no gate passes."""
        return tuple(file.path for file in self.unread)

    def heading(self) -> list[Block]:
        """Which data follows, for reports that else do not say it: only of a commit."""
        from sagaict.reporting.blocks import Paragraph

        return [Paragraph.of(self.origin, "dim")] if self.commit else []

    def warn_about_broken_files(self) -> None:
        """Name on stderr every file whose figures are missing from what follows."""
        if warn_about(self.workspace):
            print(
                _("The figures of these files are missing below. For details: sagaict check"),
                file=sys.stderr,
            )

    def pick(
        self, query: str, *kinds: type[_Thing], plans: Collection[str] = ()
    ) -> tuple[str, _Thing]:
        """The one thing of these kinds that `query` means, in `plans` if any are named.

        Raises:
            Refusal: nothing, several things, or only what is of other kinds is meant.
        """
        from sagaict.cli.frame.picking import Known, picked

        return picked(query, Known(self.things, self.unread), kinds, plans)

    def pick_all(
        self, query: str, *kinds: type[_Thing], plans: Collection[str] = ()
    ) -> list[tuple[str, _Thing]]:
        """Everything of these kinds that `query` may mean, in `plans` if any are named.

        Raises:
            Refusal: nothing, or only what is of other kinds or plans is meant.
        """
        from sagaict.cli.frame.picking import Known, all_picked

        return all_picked(query, Known(self.things, self.unread), kinds, plans)


def origin_text(folder: DataFolder, plans: int, projects: int, commit: Commit | None = None) -> str:
    """Which data was read, and how many plans and projects it has."""
    names = {
        "option": _("{path} (--data)"),
        "environment": _("{path} (SAGAICT_DATA)"),
        "found": "{path}",
        "bundled": _("the data bundled with sagaict"),
    }
    where = names[folder.origin].format(path=folder.shown)
    if commit is not None:
        where = _("{where} as of {commit}").format(where=where, commit=commit_text(commit))
    return _("Data: {where} ({plans} plans, {projects} projects).").format(
        where=where, plans=plans, projects=projects
    )


def commit_text(commit: Commit) -> str:
    """A commit as a reader is told about it: `v1 (1a2b3c4d, 2026-03-31)`."""
    from sagaict.language.quantities import day

    made = f", {day(commit.day)}" if commit.day else ""
    return f"{commit.name} ({commit.short}{made})"


def warn_of(problem: Problem) -> None:
    """Name a problem on stderr that keeps a file from being read."""
    from sagaict.checking.wording import message  # all rules: only for whoever needs one
    from sagaict.language.visible import on_one_line

    place = f"{problem.path}:{problem.place.line}:{problem.place.column}"
    text = _("warning: {place}: {message}").format(place=place, message=message(problem))
    print(on_one_line(text), file=sys.stderr)


def warn_about(workspace: Workspace) -> list[str]:
    """Name on stderr every file that is missing from what is read, and why."""
    from sagaict.language.enumeration import MOST
    from sagaict.language.visible import on_one_line
    from sagaict.reading.unread import unread

    found = unread(workspace)
    for file in found[:MOST]:
        if file.problem is None:
            text = _("warning: {path}: its plan or measure is unknown").format(path=file.path)
            print(on_one_line(text), file=sys.stderr)
        else:
            warn_of(file.problem)
    if len(found) > MOST:
        text = _("warning: {count} more files cannot be read or have no place in a plan")
        print(text.format(count=len(found) - MOST), file=sys.stderr)
    return [file.path for file in found]


def parse_day(text: str | None) -> date:
    """`2026-11-21` or `R8.11.21` as a day; today if nothing is given.

    Raises:
        Refusal: not a day, or one far from every plan.
    """
    from sagaict.domain.fiscal import EARLIEST, LATEST, FiscalFormatError, Moment

    if text is None:
        return datetime.now().astimezone().date()
    try:
        moment = Moment.parse(text)
    except FiscalFormatError:
        moment = None
    if moment is None or moment.first_day != moment.last_day:
        raise Refusal(_("“{text}” is not a day; write it like 2026-11-21").format(text=text))
    if not EARLIEST <= moment.fiscal_year.number <= LATEST:
        raise Refusal(
            _("{text} is far from every plan; give a day of the years {first} to {last}").format(
                text=text, first=EARLIEST, last=LATEST
            )
        )
    return moment.first_day


def parse_view(today: str | None, as_of: str | None) -> View:
    """The view the options ask for.

    Raises:
        Refusal: a day or year that cannot be read.
    """
    from sagaict.cli.frame.given import year_of
    from sagaict.computing.view import View

    day = parse_day(today)
    return View.on(day) if as_of is None else View(year_of(as_of), day)


def open_session(
    data: str | None, today: str | None, as_of: str | None, rev: str | None = None
) -> Session:
    """Read the data the options ask for: the files as they lie there, or as a commit has them.

    Raises:
        Refusal: there is no data where it was said to be, or an option cannot be read.
    """
    from sagaict.cli.frame.whole import read_whole

    folder = open_folder(data)
    view = parse_view(today, as_of)
    if rev is None:
        return Session(folder, read_whole(folder), view)
    from sagaict.cli.frame.commits import read_at

    commit, workspace = read_at(folder.path, rev)
    return Session(folder, workspace, view, commit)


def open_folder(data: str | None) -> DataFolder:
    """The data folder the option or the surroundings name; from now on, its years hold.

    Raises:
        Refusal: there is no data where it was said to be.
    """
    from sagaict.reading.data_folder import NoData, find_data

    try:
        folder = find_data(data, os.environ)
    except NoData as error:
        raise Refusal(
            _("{path} holds no folder “plans” (nor “data/plans”)").format(path=error.path)
        ) from None
    _take_its_years(folder)
    return folder


def _take_its_years(folder: DataFolder) -> None:
    """Reckon by what its settings say, and speak so: without eras, of none."""
    from sagaict.domain.reckoning import reckon_by
    from sagaict.reading.listing import Listing
    from sagaict.reading.settings import read_settings

    settings, _problems = read_settings(Listing(folder.path, folder.shown))
    reckoning = settings.year.reckoning
    reckon_by(reckoning)
    if not reckoning.eras:
        without_eras()
