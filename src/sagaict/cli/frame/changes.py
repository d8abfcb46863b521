"""What every writing command does: look at the change as a whole, refuse or make it, and tell.

A command opens a session, collects them in a change set, and hands that to `finish`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sagaict.cli.frame.declaration import Option
from sagaict.cli.frame.documents import add_documents
from sagaict.cli.frame.options import OnDay
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.session import Session, open_session
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.visible import visible

if TYPE_CHECKING:
    from sagaict.checking.placing import Found
    from sagaict.checking.result import CheckResult
    from sagaict.reading.problem import Problem
    from sagaict.writing.change_set import ChangeSet
    from sagaict.writing.transaction import Edit

__all__ = [
    "Writing",
    "change_set_for",
    "finish",
    "show_changes",
    "write",
]

_ALIKE = 3
"""More than so many problems by one rule are told as one."""
_MANY = 20
"""More warnings than these are counted; nobody reads them one by one before anything is there."""


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
        session = open_session(self.data_folder, self.today, as_of)
        change_set = change_set_for(session)
        session.warn_about_broken_files()
        return session, change_set


def change_set_for(session: Session) -> ChangeSet:
    """A set for changes to the session's data.

    Raises:
        Refusal: the data is the bundled one, or as a commit has it: neither is written.
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
        raise Refusal(_("only the files as they lie there can be written, not a commit"))
    return ChangeSet(session.workspace)


def finish(
    session: Session,
    change_set: ChangeSet,
    *,
    dry_run: bool = False,
    ask_first: bool = False,
    options: Mapping[str, str] | None = None,
    wording: str = "",
) -> int:
    """Judge the change, make it, and say what it means. Nothing is written if it is refused.

    `ask_first` shows it and asks before it is made: what was put together by questions is seen as
    a whole before it counts. `options` are the command's own by the rules they help with. `wording`
    is what became of a text, for a change that has no other meaning. Documents that are cited but
    not known are asked for.

    Raises:
        Refusal: a file concerned has errors, the change would bring new ones, or it cannot be
            written.
    """
    options = options or {}
    warnings = _judge(session, change_set, options)
    if dry_run:
        from sagaict.reporting.output import Output

        Output(sys.stdout).text(visible(change_set.diff()))
    elif not ask_first:
        with writing_refusals():
            change_set.commit()
    show_changes(session, change_set, wording)
    _show_warnings(warnings, options, written=not (dry_run or ask_first))
    if dry_run:
        print(_("Nothing was written (--dry-run)."))
    elif ask_first:
        from sagaict.cli.frame.asking import confirm

        if not confirm(_("Write it?"), default=True):
            raise Refusal(_("nothing was written"))
        with writing_refusals():
            change_set.commit()
    return 0


def show_changes(session: Session, change_set: ChangeSet, wording: str = "") -> None:
    """Print what the changes mean: each change in the plan's words, with the new status.

    `wording` tells of a change that has no other meaning.
    """
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
    lines = change_lines(comparison, ascii_only=output.ascii)
    if wording and not comparison.changes:
        lines = [visible(wording)]
    output.text("".join(f"{line}\n" for line in lines))


def write(root: Path, edits: list[Edit]) -> None:
    """Make edits of files below the data folder, all or none.

    Raises:
        Refusal: they cannot be made.
    """
    from sagaict.writing.transaction import commit, locked

    if edits:
        with writing_refusals(), locked(root):
            commit(root, edits)


def _judge(session: Session, change_set: ChangeSet, options: Mapping[str, str]) -> list[Problem]:
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
    new = _new(before, check(change_set.workspace(), session.view.today))
    if add_documents(session, change_set, new):
        new = _new(before, check(change_set.workspace(), session.view.today))
    errors = [each for each in new if _is_wrong(each)]
    if errors:
        lines = [_("the change would bring errors; nothing was written:")]
        for told in _told(errors, options, written=False):
            lines += told
        raise Refusal("\n".join(lines))
    return [each for each in new if each.severity != "info"]


def _is_wrong(problem: Problem) -> bool:
    """Whether the file would be wrong.

    What only the settings make an error fails a check, but keeps nothing from being written: a
    figure comes first, the owner's view of it and an approval after.
    """
    from sagaict.checking.rules import BY_ID

    own = BY_ID.get(problem.rule)
    return problem.severity == "error" and (own is None or own.severity == "error")


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


def _show_warnings(warnings: list[Problem], options: Mapping[str, str], *, written: bool) -> None:
    from sagaict.language.words import term

    told = list(_told(warnings, options, written=written))
    if len(told) > _MANY:
        counted = Counter(problem.rule for problem in warnings).most_common()
        rules = _(", ").join(f"{rule} {count}" for rule, count in counted)
        print(
            _("warnings: {rules}. Each of them: sagaict check").format(rules=rules), file=sys.stderr
        )
        return
    for first, *rest in told:
        print(_("{severity}: {text}").format(severity=term("warning"), text=first), file=sys.stderr)
        for line in rest:
            print(line, file=sys.stderr)


def _told(
    problems: list[Problem], options: Mapping[str, str], *, written: bool
) -> Iterator[list[str]]:
    """The lines of each problem; of many by one rule those of the first, with how many there are.

    Each ends with the option that helps, if there is one.
    """
    from sagaict.reporting.problem_report import problem_lines

    counts = Counter(problem.rule for problem in problems)
    once: set[str] = set()
    for problem in problems:
        count = counts[problem.rule]
        if problem.rule in once:
            continue
        first, *rest = problem_lines(problem, written=written)
        if count > _ALIKE:
            once.add(problem.rule)
            first = _("{count} like this: {text}").format(count=count, text=first)
        yield [first, *rest, *_option(problem, options)]
