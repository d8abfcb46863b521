"""What happened to a part of a plan after it was approved, targets apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from sagaict.domain.declaring import Says
from sagaict.domain.fields import Moment_, SourceRef, Text, Year
from sagaict.domain.meeting import Meeting, require_one_form
from sagaict.domain.misfit import Misfit
from sagaict.domain.record import Record

__all__ = ["Amendment", "Happening", "first_dropped", "happened", "last_added"]

Happening = Literal["added", "renamed", "moved", "redefined", "action", "dropped"]

_OLD_AND_NEW = ("renamed", "moved", "redefined")


class Amendment(Record):
    """A goal, measure, project or indicator added, changed or dropped; it stays in its file.

    Of an action target (`action`), `old` alone says that it was taken away, `new` alone that it was
    added, both that it was changed or, with `old_year`, put into another year.
    """

    what: Annotated[
        Happening,
        Says(
            "added 追加 · renamed 名称変更 · moved 移動 · redefined 定義の変更 · "
            "action 行動目標の見直し · dropped 廃止"
        ),
    ]
    proposed: Annotated[
        Moment_ | None, Says("提案の日(承認の日と異なるとき)。 / When it was proposed.")
    ] = None
    date: Annotated[Moment_, Says("見直しの日。 / When.")]
    year: Annotated[
        Year | None, Says("行動目標の年度(action のみ)。 / Fiscal year of the action.")
    ] = None
    old_year: Annotated[
        Year | None,
        Says("行動目標の元の年度(年度を移したときだけ)。 / Its former year, if that changed."),
    ] = None
    old: Annotated[
        Text | None, Says("旧(名称、施策、単位など、行動目標)。 / What it was before.")
    ] = None
    new: Annotated[Text | None, Says("新(名称、施策、単位など、行動目標)。 / What it is now.")] = (
        None
    )
    reason: Annotated[Text | None, Says("理由。 / Why.")] = None
    approved_by: Annotated[Text | None, Says("承認した会議等。 / Who approved it.")] = None
    approvals: Annotated[
        tuple[Meeting, ...],
        Says(
            "承認の経過(複数の会議等を経たとき、approved_by に代えて)。 / Several bodies in turn."
        ),
    ] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that there is what its kind asks for.

        Raises:
            Misfit: there is not.
        """
        given = (self.old is not None) + (self.new is not None)
        if self.what == "action":
            fits = given > (self.old_year is not None) and self.year is not None
        else:
            fits = given == (2 if self.what in _OLD_AND_NEW else 0)
            fits = fits and self.year is None and self.old_year is None
        if not fits:
            raise Misfit("amendment-form")
        require_one_form(self)


def first_dropped(*histories: Sequence[Amendment]) -> Amendment | None:
    """What ended the first of them: a thing goes with what it belongs to."""
    found = [each for each in (happened(one, "dropped") for one in histories) if each]
    return min(found, key=lambda each: each.date, default=None)


def last_added(*histories: Sequence[Amendment]) -> Amendment | None:
    """What began the last of them: a thing is there once all that it belongs to is."""
    found = [each for each in (happened(one, "added") for one in histories) if each]
    return max(found, key=lambda each: each.date, default=None)


def happened(amendments: Sequence[Amendment], what: Happening) -> Amendment | None:
    """The latest amendment of that kind; `None` if there is none."""
    if not amendments:  # nearly always, and asked of every figure again
        return None
    found = [each for each in amendments if each.what == what]
    return max(found, key=lambda each: each.date, default=None)
