"""What is to be said about a change: its effect, its reason, who approved it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from sagaict.comparing.change import Change
from sagaict.computing.targets import AimedAt
from sagaict.domain.indicator import Actual
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
        "changed_target": mark("whether easier or harder cannot be said"),
        "decided_target": mark("now set"),
        "added_target": mark("added"),
        "added_actual": mark("added"),
        "removed_actual": mark("removed"),
    }
)


def notes_on(change: Change) -> Iterator[str]:
    """The notes in the order in which they are read; what is missing is said too."""
    if change.kind in ("lowered_target", "raised_target"):
        yield _direction(change)
    elif change.kind in _WENT:
        yield _(_WENT[change.kind])
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


def _direction(change: Change) -> str:
    """Lowered or raised as the number went; where less is better, what that means."""
    eased = change.effect == "eased"
    first, second = _held_together(change)
    if first is None or second is None or (second < first) == eased:
        return _("lowered") if eased else _("raised")
    return _("raised, which makes it easier") if eased else _("lowered, which makes it harder")


def _held_together(change: Change) -> tuple[Decimal | None, Decimal | None]:
    """The two numbers in which the targets differ: what they come to, else how they relate."""
    old, new = change.old, change.new
    if not isinstance(old, AimedAt) or not isinstance(new, AimedAt):
        return None, None
    if old.value is not None and new.value is not None:
        return old.value, new.value
    before, now = old.target.relative, new.target.relative
    if before is None or now is None:
        return None, None
    return (before.times or before.percent, now.times or now.percent)


def _figure_notes(old: Actual, new: Actual) -> Iterator[str]:
    if (old.as_of, old.span) != (new.as_of, new.span):
        moments = [str(each.as_of or each.span or DASH) for each in (old, new)]
        yield _("as of {moments}").format(moments=facts.arrow(*moments))
    if old.value is not None and old.value != new.value:
        kept = {each.value for each in new.earlier} - {each.value for each in old.earlier}
        if old.value in kept:
            yield _("the earlier figure is kept")
