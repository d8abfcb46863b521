"""What a body did on a day: meetings, public comment; and through which of them a change went."""

from __future__ import annotations

from typing import Annotated, Protocol

from sagaict.domain.declaring import Says
from sagaict.domain.fields import Moment_, SourceRef, Text
from sagaict.domain.fiscal import Moment
from sagaict.domain.misfit import Misfit
from sagaict.domain.record import Record

__all__ = ["Approvable", "Meeting", "approver", "require_one_form", "steps"]


class Meeting(Record):
    """A meeting of a body, or what else it did on a day: what was before it, and what came of it.

    Among `approvals` it is the step that body took, whatever it is called: the council, the
    assembly (議会), public comment (パブリックコメント), publication (公表).
    """

    body: Annotated[Text, Says("会議等の名称。 / The body.")]
    date: Annotated[
        Moment_ | None, Says("開催日・始まりの日(不明なら書かない)。 / When, or its first day.")
    ] = None
    until: Annotated[Moment_ | None, Says("終わりの日(期間のとき)。 / Its last day.")] = None
    about: Annotated[Text | None, Says("議題・内容。 / What was before it.")] = None
    result: Annotated[
        Text | None, Says("結果の表記(例 原案を一部修正し承認)。 / What came of it, as printed.")
    ] = None
    views: Annotated[tuple[Text, ...], Says("主な意見等。 / Views that were given.")] = ()
    note: Annotated[Text | None, Says("特記事項・補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


class Approvable(Protocol):
    """A recorded change: when, why, and who approved it."""

    @property
    def date(self) -> Moment | None:
        """When it was decided, or takes effect."""

    @property
    def proposed(self) -> Moment | None:
        """When it was proposed, if that was another day."""

    @property
    def reason(self) -> str | None:
        """Why."""

    @property
    def approved_by(self) -> str | None:
        """The one body that approved it: the short form of `approvals`."""

    @property
    def approvals(self) -> tuple[Meeting, ...]:
        """Several bodies in turn."""


def steps(change: Approvable) -> tuple[Meeting, ...]:
    """The bodies that approved a change, in turn, whichever form is written; none of a proposal."""
    if change.approved_by is None:
        return change.approvals
    return (Meeting(body=change.approved_by, date=change.date),)


def approver(change: Approvable) -> str | None:
    """The body that approved a change, the last of several; `None` for a proposal."""
    return change.approvals[-1].body if change.approvals else change.approved_by


def require_one_form(change: Approvable) -> None:
    """See that the approval is said once.

    Raises:
        Misfit: it is said in both forms.
    """
    if change.approved_by is not None and change.approvals:
        raise Misfit("approved-twice")
