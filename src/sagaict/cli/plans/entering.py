"""What `new` and `add` share: `add` is `new` with the grounds of the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.declaration import Option
from sagaict.cli.frame.grounds import Grounds
from sagaict.domain.light import dataclass
from sagaict.language import mark

if TYPE_CHECKING:
    from datetime import date

    from sagaict.recording.approval import Approval

__all__ = ["Adding", "DecisionSource", "Entering"]

DecisionSource = Annotated[
    str | None,
    Option(
        mark("A document's id and the place in it, for the entry and for the decision."), "SOURCE"
    ),
]


@dataclass(frozen=True, kw_only=True)
class Entering(Writing):
    """A command that puts something new into a plan that is drafted or transcribed."""

    adds: ClassVar[bool] = False
    """Whether the plan is an approved one, and the change needs its grounds."""

    @property
    def verb(self) -> str:
        """The group of the command."""
        return "add" if self.adds else "new"

    @property
    def asks_grounds(self) -> bool:
        """Whether something of the grounds is to be asked for."""
        return False

    def approval(self, today: date, source: str | None) -> Approval | None:
        """The grounds of the change; `None` if it needs none.

        `source` is where the entry stands, and so the decision.

        Raises:
            Refusal: something is missing and nobody can be asked, or cannot be read.
        """
        del today, source
        return None


@dataclass(frozen=True, kw_only=True)
class Adding(Grounds, Entering):
    """The same for an approved plan, with the grounds."""

    adds: ClassVar[bool] = True

    def approval(self, today: date, source: str | None) -> Approval | None:
        """The grounds, from the options or from whoever can be asked."""
        return self.grounds(today, source, ahead=True)
