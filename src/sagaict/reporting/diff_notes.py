"""What is to be said about a change: its effect, its reason, who approved it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from sagaict.comparing.change import Change
from sagaict.comparing.effects import held_together
from sagaict.computing.targets import AimedAt
from sagaict.domain.results import Actual
from sagaict.language import _, mark
from sagaict.language.quantities import DASH
from sagaict.reporting import diff_facts as facts

__all__ = ["notes_on"]

_WENT = MappingProxyType(
    {
        "withdrawn_target": mark("withdrawn"),
        "dropped_target": mark("dropped"),
        "postponed_target": mark("postponed"),
        "advanced_target": mark("brought forward"),
        "decided_target": mark("now set"),
        "added_target": mark("added"),
        "added_actual": mark("added"),
        "removed_actual": mark("removed"),
    }
)


def notes_on(change: Change) -> Iterator[str]:
    """The notes in the order in which they are read; what is missing is said too."""
    yield from _effect_notes(change)
    if isinstance(change.old, Actual) and isinstance(change.new, Actual):
        yield from _figure_notes(change.old, change.new)
    if change.kind == "changed_definition":
        yield _("figures of before can no longer be compared ⚠")
    if change.kind in ("recorded_revision", "rewritten_revision"):
        return
    if change.reason:
        yield _("reason: {reason}").format(reason=facts.shortened(change.reason))
    elif change.revision:
        yield _("no reason given ⚠")
    if change.approved_by:
        yield _("approved by {name}").format(name=facts.shortened(change.approved_by))
    elif change.revision and change.reason:
        yield _("no approval recorded ⚠")


def _effect_notes(change: Change) -> Iterator[str]:
    if change.kind in ("lowered_target", "raised_target"):
        yield _direction(change)
    elif change.kind in _WENT:
        yield _(_WENT[change.kind])
    if change.effect == "unclear" and change.kind != "changed_definition":
        yield _("whether easier or harder cannot be said ⚠")


def _direction(change: Change) -> str:
    """Lowered or raised as the number went; where less is better, what that means."""
    eased = change.effect == "eased"
    old, new = change.old, change.new
    numbers = None
    if isinstance(old, AimedAt) and isinstance(new, AimedAt):
        numbers = held_together(old, new)
    if numbers is None or numbers[0] == numbers[1]:
        return _("made easier") if eased else _("made harder")
    if (numbers[1] < numbers[0]) == eased:
        return _("lowered") if eased else _("raised")
    return _("raised, which makes it easier") if eased else _("lowered, which makes it harder")


def _figure_notes(old: Actual, new: Actual) -> Iterator[str]:
    if (old.as_of, old.span) != (new.as_of, new.span):
        moments = [str(each.as_of or each.span or DASH) for each in (old, new)]
        yield _("as of {moments}").format(moments=facts.arrow(*moments))
    if old.value is not None and old.value != new.value:
        kept = {each.value for each in new.earlier} - {each.value for each in old.earlier}
        if old.value in kept:
            yield _("the earlier figure is kept")
    for each in new.earlier:
        if each not in old.earlier and each.note not in (None, old.note):
            yield str(each.note)
