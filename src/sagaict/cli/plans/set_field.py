"""`sagaict set`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_fields, complete_settable
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.grounds import Grounds
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.recording.approval import Approval
    from sagaict.recording.setting import Reason, Setting
    from sagaict.writing.change_set import ChangeSet

__all__ = ["SetField"]

_SETTINGS = ("settings", "sagaict.yaml")


@dataclass(frozen=True, kw_only=True)
class SetField(Grounds):
    """Set a field of what is there; what has a history is changed by the commands that keep it."""

    examples: ClassVar[Examples] = (
        ("sagaict set rpa owner DX推進課 --reason 組織改正", mark("the former one is kept")),
        (
            "sagaict set ict-strategy-2 documents.r8 令和8年度実績報告",
            mark("a document, to be cited by record --source"),
        ),
        (
            "sagaict set ict-strategy-2/3-1/access definition 閲覧数による --reason 表記の訂正",
            mark("a text put right"),
        ),
        ("sagaict set rpa overview --unset --reason 記載の重複", mark("taken away")),
        (
            "sagaict set ict-strategy-2 meetings.+ body=ICT戦略調整会議 date=R8.5.20 result=承認",
            mark("a new entry that has several values"),
        ),
        ("sagaict set settings cycle.council 7-15 1-20", mark("when the council meets")),
    )

    thing: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title; or settings, for sagaict.yaml."),
            "ID",
            complete=complete_settable,
        ),
    ]
    field: Annotated[
        str,
        Argument(
            mark("Its key in the file, or what it is called there; within it, as a path."),
            "FIELD",
            complete=complete_fields,
        ),
    ]
    value: Annotated[
        list[str] | None,
        Argument(
            mark(
                "The value; of a list all of them, one after the other; of an entry that has "
                "several, FIELD=VALUE."
            ),
            "VALUE",
        ),
    ] = None
    unset: Annotated[bool, Option(mark("Take away what stands there."))] = False

    def run(self) -> int:
        """Set it."""
        from sagaict.language.quantities import DASH

        if self.unset and self.value:
            raise Refusal(_("a value and --unset contradict each other"))
        session, change_set = self.open()
        with writing_refusals():
            setting = self._setting(session, change_set)
            change = setting.change(None if self.unset else self.value or [])
            grounds = self._grounds(session, setting)
            now = setting.make(change_set, change, grounds, today=session.view.today)
        wording = _("{id} {field}: {old} → {new}").format(
            id=setting.full_id,
            field=setting.field.path,
            old=setting.before or DASH,
            new=now or DASH,
        )
        return finish(session, change_set, dry_run=self.dry_run, wording=wording)

    def _setting(self, session: Session, change_set: ChangeSet) -> Setting:
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.reading.settings import read_settings
        from sagaict.recording.setting import setting_of, setting_of_workspace

        if self.thing in _SETTINGS:
            settings, _problems = read_settings(session.workspace)
            return setting_of_workspace(change_set, settings, self.field)
        kinds = (Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator)
        full_id, _entry = session.pick(self.thing, *kinds)
        return setting_of(change_set, session.workspace, full_id, self.field)

    def _grounds(self, session: Session, setting: Setting) -> Reason | Approval | None:
        """What is kept of why; asked for as far as it is owed and missing."""
        from sagaict.cli.frame.asking import ask, can_ask
        from sagaict.cli.frame.given import require
        from sagaict.recording.setting import Reason

        if setting.owes == "grounds":
            return self.grounds(session.view.today)
        if setting.owes == "nothing":
            if self.reason is not None and setting.keeps_history:
                return Reason(self.reason, self.source)
            return None
        reason = self.reason
        if reason is None and can_ask():
            reason = ask(_("Why is it changed?"))
        return Reason(require(reason, "--reason"), self.source)
