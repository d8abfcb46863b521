"""What the commands of the cycle share: the data on a day, and the deadlines in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagaict.cli.frame.session import Session, open_session

if TYPE_CHECKING:
    from sagaict.cycle.deadlines import Deadlines
    from sagaict.reading.workspace import Workspace

__all__ = ["open_cycle", "read_deadlines"]


def open_cycle(data: str | None, day: str | None) -> Session:
    """The data as it stands on a day; broken files are named on stderr.

    Raises:
        Refusal: there is no data, or the day cannot be read.
    """
    session = open_session(data, day, None)
    session.warn_about_broken_files()
    return session


def read_deadlines(workspace: Workspace) -> Deadlines:
    """The deadlines of the cycle; the defaults where the settings say nothing."""
    from sagaict.cycle.deadlines import deadlines_of
    from sagaict.reading.settings import read_settings

    settings, _problems = read_settings(workspace)
    return deadlines_of(settings.cycle)
