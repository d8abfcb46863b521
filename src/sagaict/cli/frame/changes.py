"""What every writing command does: look at the change as a whole, refuse or make it, and tell.

A command opens a session, collects them in a change set, and hands that to `finish`.
"""

from __future__ import annotations

import errno
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sagaict.cli.frame.declaration import Option
from sagaict.cli.frame.options import OnDay
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import Session, open_session
from sagaict.language import _, mark
from sagaict.language.system import system_words
from sagaict.language.visible import visible

if TYPE_CHECKING:
    from sagaict.checking.placing import Found
    from sagaict.checking.result import CheckResult
    from sagaict.reading.problem import Problem
    from sagaict.recording.refusal import Refused
    from sagaict.writing.change_set import ChangeSet
    from sagaict.writing.transaction import Edit

__all__ = [
    "Writing",
    "change_set_for",
    "finish",
    "show_changes",
    "write",
    "writing_refusals",
]

_TO_FOLLOW = frozenset({"unmet-without-remark"})
"""Errors that are part of the cycle: the figure comes first, the owner's view of it after."""


@dataclass(frozen=True, kw_only=True)
class Writing(OnDay):
    """A command that changes files."""

    dry_run: Annotated[
        bool,
        Option(mark("Write nothing; show the change of the files as a diff.")),
    ] = False

    def open(self, as_of: str | None = None) -> tuple[Session, ChangeSet]:
        """The data, to be written, and a set for what is to change.

        Raises:
            Refusal: it cannot be read, or may not be written.
        """
        session = open_session(self.data, self.today, as_of)
        change_set = change_set_for(session)
        session.warn_about_broken_files()
        return session, change_set


def change_set_for(session: Session) -> ChangeSet:
    """A set for changes to the session's data.

    Raises:
        Refusal: the data is the bundled one, or as a revision has it: neither is written.
    """
    from sagaict.writing.change_set import ChangeSet

    if session.folder.origin == "bundled":
        raise Refusal(
            _(
                "the data bundled with sagaict is not written to; "
                "set up your own (sagaict init), or name a copy with --data"
            )
        )
    if session.commit is not None:
        raise Refusal(_("only the files as they lie there can be written, not a revision"))
    return ChangeSet(session.workspace)


def finish(
    session: Session,
    change_set: ChangeSet,
    *,
    dry_run: bool = False,
    ask_first: bool = False,
    options: Mapping[str, str] | None = None,
    to_follow: frozenset[str] = frozenset(),
) -> int:
    """Judge the change, make it, and say what it means. Nothing is written if it is refused.

    `ask_first` shows it and asks before it is made: what was put together by questions is seen as
    a whole before it counts. `options` are the command's own by the rules they help with,
    `to_follow` the rules whose errors are only told, since a later step of the cycle mends them.

    Raises:
        Refusal: a file concerned has errors, the change would bring new ones, or it cannot be
            written.
    """
    options = options or {}
    warnings = _judge(session, change_set, options, _TO_FOLLOW | to_follow)
    if dry_run:
        from sagaict.reporting.output import Output

        Output(sys.stdout).text(visible(change_set.diff()))
    elif not ask_first:
        with writing_refusals():
            change_set.commit()
    show_changes(session, change_set)
    _show_warnings(warnings, options)
    if dry_run:
        print(_("Nothing was written (--dry-run)."))
    elif ask_first:
        from sagaict.cli.frame.asking import confirm

        if not confirm(_("Write it?"), default=True):
            raise Refusal(_("nothing was written"))
        with writing_refusals():
            change_set.commit()
    return 0


def show_changes(session: Session, change_set: ChangeSet) -> None:
    """Print what the changes mean: each change in the plan's words, with the new status."""
    from sagaict.comparing.comparison import compare
    from sagaict.reading.two_readings import relaid_files, unread_ids
    from sagaict.reporting.change_lines import change_lines
    from sagaict.reporting.output import Output

    now = change_set.workspace()
    comparison = compare(
        session.portfolio,
        now.portfolio(),
        session.view,
        unknown=unread_ids(session.workspace, now) | unread_ids(now, session.workspace),
        relaid=len(relaid_files(session.workspace, now)),
    )
    output = Output(sys.stdout)
    output.text("".join(f"{line}\n" for line in change_lines(comparison, ascii_only=output.ascii)))


def write(root: Path, edits: list[Edit]) -> None:
    """Make edits of files below the data folder, all or none.

    Raises:
        Refusal: they cannot be made.
    """
    from sagaict.writing.transaction import commit, locked

    if edits:
        with writing_refusals(), locked(root):
            commit(root, edits)


@contextmanager
def writing_refusals(hint: Callable[[Refused], str] | None = None) -> Iterator[None]:
    """Turn what keeps an intent from being written into a refusal that says what to do.

    `hint` names the option that helps, in a line of its own.

    Raises:
        Refusal: something inside the block was refused, or could not be written; what it was is
            the cause.
    """
    from sagaict.checking.wording import message
    from sagaict.reading.journal import ForeignJournal
    from sagaict.recording.refusal import Refused
    from sagaict.recording.values import NotUnderstood
    from sagaict.recording.wording import refusal_text
    from sagaict.writing.splice import SpliceFailed
    from sagaict.writing.transaction import Busy, ChangedMeanwhile, OutsideWorkspace, Unfinished

    try:
        yield
    except NotUnderstood as failed:
        raise Refusal(refusal_text(failed)) from failed
    except Refused as refused:
        text, more = refusal_text(refused), hint(refused) if hint else ""
        raise Refusal(f"{text}\n{more}" if more else text) from refused
    except SpliceFailed as splice:
        if splice.problem is None:
            raise Refusal(
                _(
                    "the way in which the file is written does not allow it; lay it out with "
                    "sagaict fmt, or change it by hand; nothing was written"
                )
            ) from splice
        raise Refusal(
            _("the file cannot be changed so: {detail}; nothing was written").format(
                detail=message(splice.problem)
            )
        ) from splice
    except (Busy, ForeignJournal) as kept_out:
        raise Refusal(_kept_out(kept_out)) from None
    except ChangedMeanwhile as changed:
        raise Refusal(
            _("{path} changed meanwhile; nothing was written, run it again").format(
                path=_shown(changed.path)
            )
        ) from None
    except OutsideWorkspace as outside:
        raise Refusal(
            _("{path} is a link that leads out of the data; nothing was written").format(
                path=_shown(outside.path)
            )
        ) from None
    except Unfinished as unfinished:
        raise Refusal(
            _(
                "the change is safe on the disk but could not be put in place ({detail}); "
                "the next command will do that"
            ).format(detail=unfinished.detail)
        ) from None
    except OSError as error:
        raise Refusal(_os_text(error)) from None


def _kept_out(why: Exception) -> str:
    from sagaict.reading.data_folder import JOURNAL
    from sagaict.writing.transaction import Busy

    if isinstance(why, Busy):
        return _(
            "another command is writing to the data just now; nothing was written, run it again"
        )
    return _(
        "{name} in the data was not left by this tool; nothing was written. For details: "
        "sagaict check"
    ).format(name=JOURNAL)


def _shown(path: Path) -> str:
    """The path relative to where the user stands, if it lies below."""
    with suppress(ValueError, OSError):
        return path.relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _os_text(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("the disk is full; nothing was written")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{path} may not be written; nothing was changed").format(
            path=_shown(Path(error.filename)) if error.filename else _("the data")
        )
    detail = system_words(error)
    return _("it cannot be written: {detail}; nothing was changed").format(detail=detail)


def _judge(
    session: Session, change_set: ChangeSet, options: Mapping[str, str], to_follow: frozenset[str]
) -> list[Problem]:
    """The warnings the change brings.

    Raises:
        Refusal: it touches a file with errors, or brings errors.
    """
    from sagaict.checking.run import check
    from sagaict.reporting.problem_report import problem_lines

    touched = {edit.path for edit in change_set.edits()}
    shown = {file.shown for file in session.workspace.files if file.path in touched}
    for problem in session.workspace.problems:
        if problem.path in shown and problem.severity == "error":
            lines = [_("the file has errors and is left as it is:"), *problem_lines(problem)]
            raise Refusal("\n".join(lines))
    before = check(session.workspace, session.view.today)
    after = check(change_set.workspace(), session.view.today)
    new = _new(before, after)
    errors = [each for each in new if each.severity == "error" and each.rule not in to_follow]
    if errors:
        lines = [_("the change would bring errors; nothing was written:")]
        for problem in errors:
            lines += [*problem_lines(problem), *_option(problem, options)]
        raise Refusal("\n".join(lines))
    return [each for each in new if each.severity != "info"]


def _new(before: CheckResult, after: CheckResult) -> list[Problem]:
    """The problems that were not there before, wherever in their file they stood."""
    from sagaict.checking.placing import placed

    def key(found: Found) -> tuple[object, ...]:
        return found.rule, found.path, tuple(sorted(found.args.items()))

    known = Counter(key(found) for found in before.found)
    new = []
    for found in after.found:
        known[key(found)] -= 1
        if known[key(found)] < 0:
            new.append(found)
    return sorted(placed(new), key=lambda problem: problem.sort_key)


def _option(problem: Problem, options: Mapping[str, str]) -> list[str]:
    """The line that names the option that helps, if there is one."""
    if problem.rule not in options:
        return []
    return ["  " + _("The option for that: {option}").format(option=options[problem.rule])]


def _show_warnings(warnings: list[Problem], options: Mapping[str, str]) -> None:
    from sagaict.language.words import term
    from sagaict.reporting.problem_report import problem_lines

    for problem in warnings:
        first, *rest = problem_lines(problem)
        print(_("{severity}: {text}").format(severity=term("warning"), text=first), file=sys.stderr)
        for line in [*rest, *_option(problem, options)]:
            print(line, file=sys.stderr)
