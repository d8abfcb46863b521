"""Options that several commands have: a command inherits those it shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from sagaict.cli.frame.completion import complete_plans
from sagaict.cli.frame.declaration import Argument, Command, Option
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reading.cache_folder import use_cache

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session

__all__ = [
    "FromYear",
    "OnData",
    "OnDay",
    "PlanArgument",
    "SourceOption",
    "TitleOption",
    "Viewed",
    "YearArgument",
]

PlanArgument = Annotated[
    str,
    Argument(mark("An id, or part of a title."), "PLAN", complete=complete_plans),
]
YearArgument = Annotated[str, Argument(mark("The fiscal year, e.g. R7."), "YEAR")]
SourceOption = Annotated[
    str | None,
    Option(mark("A document's id and the place in it."), "SOURCE"),
]
TitleOption = Annotated[str | None, Option(mark("Its title."), "TEXT")]


def _one(given: object) -> object:
    if isinstance(given, list | tuple) and len(given) > 1:
        raise Refusal(
            _("--data was given {count} times; only export takes several folders").format(
                count=len(given)
            )
        )
    return given


def _anew(asked: object) -> object:
    if asked:
        use_cache(None)
    return asked


@dataclass(frozen=True, kw_only=True)
class OnData(Command):
    """A command on a data folder."""

    data: Annotated[
        list[str] | None,
        Option(
            mark(
                "Folder of the data; else SAGAICT_DATA, the nearest data/plans above, the bundled."
            ),
            "DIR",
            read=_one,
        ),
    ] = None
    no_cache: Annotated[
        bool,
        Option(mark("Validate every file anew, and keep nothing for the next run."), read=_anew),
    ] = False

    @property
    def data_folder(self) -> str | None:
        """The one folder named; `None` if none is."""
        return self.data[0] if self.data else None


@dataclass(frozen=True, kw_only=True)
class OnDay(OnData):
    """A command that judges from a day."""

    today: Annotated[
        str | None,
        Option(mark("The day to judge from, e.g. 2026-11-21; else today."), "DATE"),
    ] = None


@dataclass(frozen=True, kw_only=True)
class FromYear(OnDay):
    """A command that judges from a fiscal year and a day."""

    as_of: Annotated[
        str | None,
        Option(mark("The fiscal year to judge from, e.g. R4; else today's."), "YEAR"),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Viewed(FromYear):
    """A command that reads the data, as it lies there or as a commit has it."""

    rev: Annotated[
        str | None,
        Option(mark("The data as a git commit has it: what was reported then."), "REV"),
    ] = None

    def open(self) -> Session:
        """The data asked for; files that cannot be read are named on stderr.

        Raises:
            Refusal: there is no data where it was said to be, or an option cannot be read.
        """
        from sagaict.cli.frame.session import open_session

        session = open_session(self.data_folder, self.today, self.as_of, self.rev)
        session.warn_about_broken_files()
        return session
