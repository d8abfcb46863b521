"""What commands share: reading the data, the view, finding things by name, refusing politely."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.computing.selection import Thing
    from sagaict.computing.view import View
    from sagaict.domain.portfolio import Portfolio
    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.workspace import Workspace

__all__ = ["Refusal", "Session", "choice", "choices", "open_session", "parse_day", "parse_view"]

_Choice = TypeVar("_Choice", bound=str)
_Thing = TypeVar("_Thing", bound="Thing")


class Refusal(Exception):
    """A request that cannot be met; its text is for the user, and the exit code is 2."""


@dataclass(frozen=True)
class Session:
    """The data a command works on, and the point of view."""

    folder: DataFolder
    workspace: Workspace
    view: View

    @cached_property
    def portfolio(self) -> Portfolio:
        """The models in their places."""
        return self.workspace.portfolio()

    @property
    def origin(self) -> str:
        """Which data was read, for the reader."""
        names = {
            "option": _("{path} (--data)"),
            "environment": _("{path} (SAGAICT_DATA)"),
            "found": "{path}",
            "bundled": _("the data bundled with sagaict"),
        }
        where = names[self.folder.origin].format(path=self.folder.shown)
        plans, projects = len(self.workspace.plans), len(self.workspace.projects)
        return _("Data: {where} ({plans} plans, {projects} projects).").format(
            where=where, plans=plans, projects=projects
        )

    def warn_about_broken_files(self) -> None:
        """Name on stderr every file whose figures are missing from what follows."""
        from sagaict.reading.rules import message

        firsts = {problem.path: problem for problem in reversed(self.workspace.problems)}
        for path in self.workspace.broken:
            problem = firsts[path]
            place = f"{path}:{problem.place.line}:{problem.place.column}"
            text = _("warning: {place}: {message}").format(place=place, message=message(problem))
            print(text, file=sys.stderr)
        placed = {entry.project.id for plan in self.portfolio.projects.values() for entry in plan}
        lost = [file.shown for file, project in self.workspace.projects if project.id not in placed]
        for path in lost:
            text = _("warning: {path}: its plan or measure is unknown").format(path=path)
            print(text, file=sys.stderr)
        if lost or self.workspace.broken:
            print(
                _("The figures of these files are missing below. For details: sagaict check"),
                file=sys.stderr,
            )

    def pick(self, query: str, things: dict[str, _Thing]) -> tuple[str, _Thing]:
        """The one thing `query` means.

        Raises:
            Refusal: nothing, or more than one thing, is meant; the candidates are listed.
        """
        from sagaict.computing.selection import candidates, find, title_of

        hits = find(query, things)
        if len(hits) == 1:
            return hits[0]
        if hits:
            lines = [f"  {full_id}  {title_of(thing)}" for full_id, thing in hits[:20]]
            if len(hits) > len(lines):
                lines.append(_("  … and {count} more").format(count=len(hits) - len(lines)))
            raise Refusal(
                "\n".join([_("“{query}” can mean several things:").format(query=query), *lines])
            )
        text = _("there is no “{query}” in the data").format(query=query)
        near = candidates(query, things)
        if near:
            text += "\n" + _("Did you mean: {names}?").format(names=", ".join(near))
        raise Refusal(text)


def parse_day(text: str | None) -> date:
    """`2026-11-21` or `R8.11.21` as a day; today if nothing is given.

    Raises:
        Refusal: not a day.
    """
    from sagaict.domain.fiscal import FiscalFormatError, Moment

    if text is None:
        return datetime.now().astimezone().date()
    try:
        moment = Moment.parse(text)
    except FiscalFormatError:
        moment = None
    if moment is None or moment.first_day != moment.last_day:
        raise Refusal(_("“{text}” is not a day; write it like 2026-11-21").format(text=text))
    return moment.first_day


def parse_view(today: str | None, as_of: str | None) -> View:
    """The view the options ask for.

    Raises:
        Refusal: a day or year that cannot be read.
    """
    from sagaict.computing.view import View
    from sagaict.domain.fiscal import FiscalFormatError, FiscalYear

    day = parse_day(today)
    if as_of is None:
        return View.on(day)
    try:
        return View(FiscalYear.parse(as_of), day)
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(
            _("“{text}” is not a fiscal year; write it like R4").format(text=as_of) + hint
        ) from None


def open_session(data: str | None, today: str | None, as_of: str | None) -> Session:
    """Read the data the options ask for.

    Raises:
        Refusal: there is no data where it was said to be, or an option cannot be read.
    """
    from sagaict.reading.data_folder import NoData, find_data
    from sagaict.reading.workspace import read_workspace

    view = parse_view(today, as_of)
    try:
        folder = find_data(data, os.environ)
    except NoData as error:
        raise Refusal(
            _("{path} holds no folder “plans” (nor “data/plans”)").format(path=error.path)
        ) from None
    return Session(folder, read_workspace(folder.path, shown_as=folder.shown), view)


def choices(text: str | None, allowed: Iterable[_Choice], option: str) -> frozenset[_Choice]:
    """A comma-separated option as a set of allowed words.

    Raises:
        Refusal: a word that is not allowed, with the nearest that is.
    """
    names = [name.strip() for name in (text or "").split(",") if name.strip()]
    return frozenset(choice(name, allowed, option) for name in names)


def choice(name: str, allowed: Iterable[_Choice], option: str) -> _Choice:
    """One allowed word, hyphens as good as underscores.

    Raises:
        Refusal: it is not allowed.
    """
    known = {str(item): item for item in allowed}
    wanted = name.replace("-", "_") if name not in known else name
    if wanted in known:
        return known[wanted]
    text = _("“{name}” is not possible for {option}; choose from: {allowed}").format(
        name=name, option=option, allowed=", ".join(known)
    )
    near = difflib.get_close_matches(wanted, known, n=1)
    if near:
        text += "\n" + _("Did you mean: {names}?").format(names=near[0])
    raise Refusal(text)
