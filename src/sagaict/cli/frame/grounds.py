"""The grounds of a change of an approved plan: why, who approved it and when, where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.declaration import Option
from sagaict.cli.frame.options import SourceOption
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

if TYPE_CHECKING:
    from datetime import date as Day  # noqa: N812 - a field is called date

    from sagaict.recording.approval import Approval

__all__ = ["EndsOn", "Grounds"]

EndsOn = Annotated[
    str | None,
    Option(
        mark("From when on; targets of years that have ended by then still count. Else today."),
        "DATE",
    ),
]


@dataclass(frozen=True, kw_only=True)
class Grounds(Writing):
    """A command that changes an approved plan, and keeps the grounds of the change."""

    reason: Annotated[str | None, Option(mark("Why it is changed."), "TEXT")] = None
    approved_by: Annotated[
        str | None,
        Option(mark("Who approved it, e.g. the council."), "NAME"),
    ] = None
    proposed: Annotated[
        bool,
        Option(mark("Nobody has approved it yet; it goes on the agenda.")),
    ] = False
    proposed_on: Annotated[
        str | None,
        Option(mark("When it was proposed; of a proposal, else today."), "DATE"),
    ] = None
    date: Annotated[
        str | None,
        Option(mark("When it was decided; else today."), "DATE"),
    ] = None
    source: SourceOption = None

    @property
    def asks_grounds(self) -> bool:
        """Whether something of the grounds is to be asked for."""
        return self.reason is None or (self.approved_by is None and not self.proposed)

    def grounds(self, today: Day, source: str | None = None, *, ahead: bool = False) -> Approval:
        """The grounds understood; a missing reason or approval is asked for at a terminal.

        `source` is where the decision stands, if it is not the option that says so.
        `ahead`: what was decided may begin on a day to come.

        Raises:
            Refusal: something is missing and nobody can be asked, or a date cannot be read or be
                true.
        """
        from functools import partial

        from sagaict.cli.frame.asking import ask, can_ask
        from sagaict.cli.frame.given import moment_of, past_moment_of, require
        from sagaict.domain.fiscal import Moment
        from sagaict.recording.approval import Approval

        if self.proposed and self.approved_by is not None:
            raise Refusal(_("--proposed and --approved-by contradict each other"))
        reason, approved_by, proposed = self.reason, self.approved_by, self.proposed
        if reason is None and can_ask():
            reason = ask(_("Why is it changed?"))
        reason = require(reason, "--reason")
        if approved_by is None and not proposed and can_ask():
            approved_by = ask(_("Who approved it? (empty: it is a proposal)")) or None
            proposed = approved_by is None
        if approved_by is None and not proposed:
            raise Refusal(
                _("who approved it is missing; for a proposal, add --proposed")
                + "\n"
                + _("The option for that: {option}").format(option="--approved-by …")
            )
        day = Moment.on(today)
        from_day = moment_of if ahead else partial(past_moment_of, today=today)
        decided = from_day(self.date, "--date") or day
        # What is to end on a day ahead is proposed today; any other day is that of the proposal.
        suggested = min(decided, day) if approved_by is None else None
        return Approval(
            decided=decided,
            reason=reason,
            approved_by=approved_by,
            proposed=past_moment_of(self.proposed_on, "--proposed-on", today) or suggested,
            source=source or self.source,
        )
