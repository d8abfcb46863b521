"""`sagaict accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark, plural

if TYPE_CHECKING:
    from sagaict.checking.result import CheckResult
    from sagaict.cli.frame.session import Session
    from sagaict.reading.problem import Problem
    from sagaict.writing.change_set import ChangeSet

__all__ = ["Accept"]


def _complete_rules(incomplete: str) -> list[str]:
    from sagaict.checking.rules import BY_ID

    return [name for name in BY_ID if name.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class Accept(Writing):
    """Accept what a rule finds of something, and of all below it: the document itself says so."""

    examples: ClassVar[Examples] = (
        (
            "sagaict accept ict-strategy-2/3-1 overdue --reason 統計の公表が翌年度のため",
            mark("as check prints it below what it finds"),
        ),
        ("sagaict accept --prune --dry-run", mark("what is accepted but found no longer")),
        ("sagaict accept --prune", mark("takes it away")),
    )

    thing: Annotated[
        str | None,
        Argument(mark("An id, its tail, or part of a title."), "ID", complete=complete_things),
    ] = None
    rule: Annotated[
        str | None,
        Argument(mark("The rule, as it stands in brackets."), "RULE", complete=_complete_rules),
    ] = None
    reason: Annotated[str | None, Option(mark("Why it is to stay so."), "TEXT")] = None
    prune: Annotated[
        bool,
        Option(mark("Take away every acceptance of what is found no longer.")),
    ] = False

    def run(self) -> int:
        """Accept it, or take away what accepts nothing."""
        if self.prune and (self.thing or self.rule or self.reason):
            raise Refusal(_("--prune goes without an id, a rule and a reason"))
        session, change_set = self.open()
        text = self._pruned(session, change_set) if self.prune else self._told(session, change_set)
        if not text:
            print(_("Every acceptance still accepts something."))
            return 0
        return finish(session, change_set, dry_run=self.dry_run, wording=text)

    def _told(self, session: Session, change_set: ChangeSet) -> str:
        from sagaict.cli.frame.asking import ask, can_ask
        from sagaict.cli.frame.given import require
        from sagaict.computing.selection import (
            PlacedGoal,
            PlacedMeasure,
        )
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.reading.settings import read_settings
        from sagaict.recording.acceptances import accept

        kinds = (Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator)
        below, _thing = session.pick(require(self.thing, "ID"), *kinds)
        rule = _judging(require(self.rule, "RULE"))
        count = _covered(_checked(session), below, rule)
        if not count:
            raise Refusal(_("{rule} finds nothing of {id}").format(rule=rule, id=below))
        reason = self.reason
        if reason is None and can_ask():
            reason = ask(_("Why is it to stay so?"))
        settings, _problems = read_settings(session.workspace)
        with writing_refusals():
            accept(change_set, settings, below, rule, require(reason, "--reason"))
        text = plural(
            "{count} finding of {rule} is accepted from now on: {id}",
            "{count} findings of {rule} are accepted from now on: {id}",
            count,
        )
        return text.format(count=count, rule=rule, id=below)

    def _pruned(self, session: Session, change_set: ChangeSet) -> str:
        """What is taken away, a line each."""
        from sagaict.checking.fixes import fixed_text
        from sagaict.checking.wording import message
        from sagaict.language.visible import on_one_line
        from sagaict.reading.settings import read_settings
        from sagaict.recording.acceptances import withdraw

        if session.workspace.broken:
            raise Refusal(
                _("as long as a file cannot be read, nobody knows what is found no longer")
                + "\n"
                + _("Details: sagaict check")
            )
        moot = _checked(session).of({_UNUSED})
        by_file: dict[str, list[Problem]] = {}
        for problem in moot.problems:
            by_file.setdefault(problem.path, []).append(problem)
        settings, _problems = read_settings(session.workspace)
        with writing_refusals():
            if change_set.settings.shown in by_file:
                withdraw(change_set, settings, _entries(moot))
            for file in session.workspace.files:
                if file.shown in by_file:
                    text, _count = fixed_text(change_set.text(file), by_file[file.shown])
                    change_set.rewrite(file, text)
        return "\n".join(
            on_one_line(f"{each.path}:{each.place.line}: {message(each)}") for each in moot.problems
        )


_UNUSED = "unused-acceptance"


def _entries(moot: CheckResult) -> list[int]:
    """The numbers of those that stand in the settings."""
    from sagaict.checking.placing import Unplaced

    places = [each.finding.location for each in moot.found if isinstance(each, Unplaced)]
    return [number for place in places if isinstance(number := place[1], int)]


def _checked(session: Session) -> CheckResult:
    from sagaict.checking.run import check

    return check(session.workspace, session.view.today)


def _covered(result: CheckResult, below: str, rule: str) -> int:
    """How many findings of the rule an acceptance below that id would cover."""
    from sagaict.checking.placing import Unplaced

    subjects = (
        each.note.subject
        for each in result.found
        if isinstance(each, Unplaced) and each.rule == rule
    )
    return sum(each == below or each.startswith(f"{below}/") for each in subjects)


def _judging(name: str) -> str:
    """The rule, if what it finds may be accepted.

    Raises:
        Refusal: there is no such rule, or it is about what is wrong in any case.
    """
    from sagaict.checking.file_rules import BASIC_TEXTS
    from sagaict.checking.rules import BY_ID
    from sagaict.domain.spelling import nearest

    if name in BY_ID:
        return name
    if name in BASIC_TEXTS:
        raise Refusal(
            _("what {rule} finds is wrong in the file, and is corrected, not accepted").format(
                rule=name
            )
        )
    near = nearest(name, BY_ID)
    hint = "\n" + _("Did you mean: {names}?").format(names=near) if near else ""
    raise Refusal(_("there is no rule “{rule}”").format(rule=name) + hint)
