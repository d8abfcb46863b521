"""`sagaict import`."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish, show_changes
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.session import Session
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.system import system_words
from sagaict.language.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagaict.workbook.figures import Sources
    from sagaict.workbook.problems import CellProblem
    from sagaict.workbook.taking import Taken
    from sagaict.writing.change_set import ChangeSet

__all__ = ["Import"]

_ALIKE = 3
"""More than so many cells with which the same is wrong are told as one."""
_OPTIONS = MappingProxyType(
    {"actual-without-source": "--source …", "unknown-document": "--source …"}
)


@dataclass(frozen=True, kw_only=True)
class Import(Writing):
    """Take over what was filled in: all of it, or nothing."""

    examples: ClassVar[Examples] = (
        ("sagaict import R7.xlsx --dry-run", mark("only look at it")),
        ("sagaict import *.xlsx", mark("several workbooks at once")),
        ("sagaict import kpi.csv --yes", mark("a table of export, without asking")),
    )

    files: Annotated[
        list[str],
        Argument(
            mark("Entry workbooks that came back (.xlsx, or saved as CSV), or tables of export."),
            "FILE",
        ),
    ]
    source: Annotated[
        str | None,
        Option(
            mark("Where new figures come from that name no source: a document's id and the place."),
            "SOURCE",
        ),
    ] = None
    yes: Annotated[
        bool,
        Option(mark("Take it over without asking, even figures that look mistyped.")),
    ] = False

    def run(self) -> int:
        """Take it over."""
        from sagaict.cli.frame.extras import needed
        from sagaict.workbook import applying
        from sagaict.workbook.taking import take_in

        source = _cited(self.source)
        contents = {name: _content(name) for given in self.files for name in _named(given)}
        session, change_set = self.open()
        into = applying.Import(
            change_set,
            session.workspace,
            session.portfolio,
            session.view.today,
            _sources(session, source),
        )
        with needed("openpyxl"), writing_refusals():
            taken = take_in(contents, into, session.view)
        _summary(len(contents) - len(taken.unusable), taken)
        _refuse(session, change_set, taken)
        if not change_set.edits():
            print(_("There is nothing to take over."))
            return 0
        return _finish(session, change_set, bool(taken.doubts), yes=self.yes, dry_run=self.dry_run)


def _cited(source: str | None) -> str | None:
    """The source as it is written; what is wrong with it is a matter of the option, not of a cell.

    Raises:
        Refusal: it is no citation.
    """
    from sagaict.recording.texts import citation, optional

    with writing_refusals(
        lambda _refused: _("The option for that: {option}").format(option="--source …")
    ):
        return optional(citation, source)


def _sources(session: Session, source: str | None) -> Sources:
    """The source for figures that name none; whether each must have one is the city's to say."""
    from sagaict.checking.rules.actual_without_source import RULE
    from sagaict.reading.settings import read_settings
    from sagaict.workbook.figures import Sources

    settings, _problems = read_settings(session.workspace)
    severity = settings.severity_of(RULE.id, RULE.severity, session.view.today)
    return Sources(source, severity == "error")


def _named(given: str) -> list[str]:
    """The files a name stands for: the shell of Windows leaves a pattern like `*.xlsx` to us."""
    from glob import glob

    if not set("*?") & set(given):
        return [given]
    return sorted(glob(given)) or [given]  # noqa: PTH207 - a pattern may begin at the root


def _content(name: str) -> bytes:
    from sagaict.workbook.package import MAX_FILE

    path = Path(name)
    if path.is_dir():
        raise Refusal(_("{path} is a folder; name the files in it").format(path=name))
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Refusal(_("there is no file {path}").format(path=name)) from None
    except OSError as error:
        reason = system_words(error)
        raise Refusal(
            _("{path} cannot be read: {reason}").format(path=name, reason=reason)
        ) from None


def _summary(files: int, taken: Taken) -> None:
    """Say how much came in, of how many files, and which figures look mistyped."""
    if files:
        print(
            _(
                "Files: {files}, rows: {rows}. Changed cells: {cells}, recorded already: {known}."
            ).format(files=files, rows=taken.rows, cells=taken.changed, known=taken.known)
        )
    if taken.doubts:
        print(_("Look at these figures again; they may be mistyped:"))
        print(visible("\n".join(_lines(taken.doubts))))


def _lines(problems: Iterable[CellProblem]) -> list[str]:
    from sagaict.language.visible import on_one_line
    from sagaict.workbook.problems import problem_text

    alike: dict[str, list[str]] = {}
    for item in sorted(problems, key=lambda problem: problem.spot):
        alike.setdefault(problem_text(item), []).append(str(item.spot))
    lines = []
    for text, spots in alike.items():
        more = _("{spot} and {count} more cells").format(spot=spots[0], count=len(spots) - 1)
        shown = [more] if len(spots) > _ALIKE else spots
        lines += [on_one_line(f"  {spot}: {text}") for spot in shown]
    return lines


def _refuse(session: Session, change_set: ChangeSet, taken: Taken) -> None:
    """Say of every cell why it is not taken over, and take over nothing.

    Raises:
        Refusal: there is such a cell, or a file that cannot be read.
    """
    from sagaict.language.visible import on_one_line
    from sagaict.workbook.problems import unusable_text

    lines = [
        on_one_line(f"  {name}: {unusable_text(error)}") for name, error in taken.unusable.items()
    ]
    lines += _lines(taken.problems)
    if not lines:
        return
    if change_set.edits():
        print(_("Without what is refused, this would be:"))
        show_changes(session, change_set)
    heading = _("nothing was taken over, since this cannot be (places: {count}):")
    count = len(taken.unusable) + len(taken.problems)
    raise Refusal("\n".join([heading.format(count=count), *lines]))


def _finish(
    session: Session, change_set: ChangeSet, doubtful: bool, *, yes: bool, dry_run: bool
) -> int:
    from sagaict.cli.frame.asking import can_ask, confirm

    if yes or dry_run:
        return finish(session, change_set, dry_run=dry_run, options=_OPTIONS)
    if not can_ask():
        show_changes(session, change_set)
        raise Refusal(_("nothing was taken over yet: add --yes, or run it at a terminal"))
    if doubtful and not confirm(_("Take over the figures that look mistyped too?")):
        raise Refusal(_("nothing was written"))
    return finish(session, change_set, ask_first=True, options=_OPTIONS)
