"""Why a plan is changed after it was approved, when that was decided, and by whom."""

from __future__ import annotations

from datetime import date

from sagaict.domain.fiscal import Moment
from sagaict.domain.light import dataclass
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line, optional, prose
from sagaict.writing.change import Content

__all__ = ["Approval", "amendment_entry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The grounds of a change. Without `approved_by` it is a proposal nobody has approved yet.

    `decided` is the day from which it holds, `proposed` the day on which it was put forward.
    """

    decided: Moment
    reason: str
    approved_by: str | None = None
    proposed: Moment | None = None
    source: str | None = None

    @property
    def days(self) -> dict[str, str]:
        """When it was proposed and decided, as it is written."""
        proposed = {} if self.proposed is None else {"proposed": str(self.proposed)}
        return {**proposed, "date": str(self.decided)}

    def texts(self) -> dict[str, str]:
        """The grounds as they are written behind the change itself, in the order of the file.

        Raises:
            Refused: `empty-text`, `several-lines`, `unwritable`, `bad-source`.
        """
        given = {
            "reason": prose(self.reason),
            "approved_by": optional(line, self.approved_by),
            "source": optional(citation, self.source),
        }
        return {name: text for name, text in given.items() if text is not None}

    def require_sound(self, today: date, *, ahead: bool = False) -> None:
        """See that it can be true. `ahead`: what was decided may begin on a day to come.

        Raises:
            Refused: `unexplained-change`, `day-ahead`, `proposed-after`, or what is wrong with a
                text.
        """
        if not self.reason.strip():
            raise Refused("unexplained-change")
        if not ahead and self.decided.first_day > today:
            raise Refused("day-ahead", when=str(self.decided))
        if self.proposed is not None:
            if self.proposed.first_day > today:
                raise Refused("day-ahead", when=str(self.proposed))
            if self.proposed.first_day > self.decided.last_day:
                raise Refused("proposed-after", proposed=str(self.proposed), day=str(self.decided))
        self.texts()


def amendment_entry(what: str, approval: Approval, said: dict[str, str] | None = None) -> Content:
    """An amendment as it is written; `said` is what it was and is."""
    return {"what": what, **approval.days, **(said or {}), **approval.texts()}
