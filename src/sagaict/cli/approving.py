"""The grounds of a change of an approved plan, as options that several commands have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.refusal import Refusal
from sagaict.language import _

if TYPE_CHECKING:
    from datetime import date

    from sagaict.recording.approval import Approval

__all__ = [
    "TO_APPROVE",
    "ApprovedBy",
    "ChangeReason",
    "ChangeSource",
    "DateOption",
    "EndsOn",
    "Grounds",
    "Proposed",
]

TO_APPROVE = frozenset({"revision-unexplained", "amendment-unexplained"})
"""What `check` says of a proposal until it is approved; it does not keep one from being written."""

ChangeReason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=_("Why it is changed."))
]
ApprovedBy = Annotated[
    str | None,
    typer.Option("--approved-by", metavar="NAME", help=_("Who approved it, e.g. the council.")),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help=_("When it was decided; else today.")),
]
EndsOn = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        help=_("From when on; targets of years that have ended by then still count. Else today."),
    ),
]
Proposed = Annotated[
    bool,
    typer.Option("--proposed", help=_("Nobody has approved it yet; it goes on the agenda.")),
]
ChangeSource = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help=_("A document's id and the place in it.")),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The grounds of a change, as the options give them."""

    reason: str | None = None
    approved_by: str | None = None
    proposed: bool = False
    day: str | None = None
    source: str | None = None

    @property
    def complete(self) -> bool:
        """Whether there is nothing to ask."""
        return self.reason is not None and (self.approved_by is not None or self.proposed)

    def approval(self, command: str, today: date) -> Approval:
        """The grounds understood; a missing reason or approval is asked for at a terminal.

        Raises:
            Refusal: something is missing and nobody can be asked, or a date cannot be read.
        """
        from sagaict.cli.asking import ask, can_ask
        from sagaict.cli.given import moment_of, require
        from sagaict.domain.fiscal import Moment
        from sagaict.recording.approval import Approval

        if self.proposed and self.approved_by is not None:
            raise Refusal(_("--proposed and --approved-by contradict each other"))
        reason, approved_by, proposed = self.reason, self.approved_by, self.proposed
        if reason is None and can_ask():
            reason = ask(_("Why is it changed?"))
        reason = require(reason, "--reason", command)
        if approved_by is None and not proposed and can_ask():
            approved_by = ask(_("Who approved it? (empty: it is a proposal)")) or None
            proposed = approved_by is None
        if approved_by is None and not proposed:
            raise Refusal(
                _("who approved it is missing; for a proposal, add --proposed")
                + "\n"
                + _("The option for that: {option}").format(option="--approved-by …")
            )
        return Approval(
            decided=moment_of(self.day, "--date") or Moment.on(today),
            reason=reason,
            approved_by=approved_by,
            source=self.source,
        )
