"""What an edit means for one plan, goal, measure, project or indicator, and all that is in it."""

from __future__ import annotations

from sagaict.comparing.change import Change
from sagaict.comparing.comparison import compare
from sagaict.computing.selection import PlacedGoal, PlacedMeasure, Thing, everything
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of

__all__ = ["EditOf", "edit_of"]

_TITLES = ("title", "name")


@dataclass(frozen=True, slots=True)
class EditOf:
    """What a change of files made of one thing.

    `texts` are those that were written anew, by field, before and now; `came` and `went` tell of
    the thing itself. `wording`: nothing but words within it changed.
    """

    changes: tuple[Change, ...] = ()
    texts: tuple[tuple[str, str | None, str | None], ...] = ()
    came: bool = False
    went: bool = False
    wording: bool = False

    @property
    def empty(self) -> bool:
        """Whether it is as it was."""
        return not (self.changes or self.texts or self.came or self.went or self.wording)


def edit_of(full_id: str, old: Portfolio, new: Portfolio, view: View) -> EditOf:
    """What became of the thing of that id between two portfolios."""
    before, now = everything(old).get(full_id), everything(new).get(full_id)
    if before is None or now is None:
        return EditOf(came=now is not None, went=before is not None)
    one, other = _record_of(before), _record_of(now)
    if one == other:
        return EditOf()
    changes = tuple(
        each
        for each in compare(old, new, view).changes
        if each.id == full_id or each.id.startswith(f"{full_id}/")
    )
    told = {each.field for each in changes if each.id == full_id}
    texts = tuple(
        (name, was, is_now)
        for name in fields_of(type(one))
        if name not in told and (name not in _TITLES or not changes)
        if isinstance(was := getattr(one, name), str | None)
        and isinstance(is_now := getattr(other, name), str | None)
        and was != is_now
    )
    return EditOf(changes, texts, wording=not (changes or texts))


def _record_of(thing: Thing) -> Record:
    """What stands in the file."""
    if isinstance(thing, Plan):
        return thing
    if isinstance(thing, PlacedGoal):
        return thing.goal
    if isinstance(thing, PlacedMeasure):
        return thing.measure
    if isinstance(thing, PlacedProject):
        return thing.project
    return thing.part or thing.indicator
