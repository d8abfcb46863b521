"""Targets that were lowered or raised, set or withdrawn, put off or brought forward; and why."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.comparing.change import Change, ChangeKind, Effect
from sagaict.comparing.effects import amounts_effect, effect_of
from sagaict.comparing.judged import JudgedPair
from sagaict.comparing.records import History
from sagaict.comparing.revisions import compare_revisions, explaining, revision_changes
from sagaict.computing.targets import AimedAt, target_value
from sagaict.domain.fiscal import Period, TargetKey
from sagaict.domain.indicator import Direction, Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import approver
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.target import Target, TargetRevision

__all__ = ["target_changes"]


# A target that was not there before, or stood open, is set: no reason is owed for that.
_OWES_A_REASON = frozenset(
    {
        "lowered_target",
        "withdrawn_target",
        "dropped_target",
        "postponed_target",
        "changed_target",
        "raised_target",
        "advanced_target",
    }
)


def target_changes(pair: JudgedPair) -> Iterator[Change]:
    """Every change of a target, then what changed in the record of revisions beside that."""
    old, new = pair.told
    history = compare_revisions(old.revisions, new.revisions)
    for step in _steps(old, new):
        change = _change(pair, step, history)
        if change is not None:
            yield change
    yield from revision_changes(history, pair.new)


@dataclass(frozen=True, slots=True)
class _Step:
    """A target and what became of it; the key differs where it was put off or brought forward."""

    old_key: TargetKey | None
    old: Target | None
    new_key: TargetKey | None
    new: Target | None


def _steps(old: Indicator | Part, new: Indicator | Part) -> Iterator[_Step]:
    gone = {key: target for key, target in old.targets.items() if key not in new.targets}
    come = {key: target for key, target in new.targets.items() if key not in old.targets}
    shifted = dict(_shifted(gone, come))
    back = {target_key: key for key, target_key in shifted.items()}
    for key, target in new.targets.items():
        before = back.get(key, key)
        yield _Step(before if before in old.targets else None, old.targets.get(before), key, target)
    for key, target in gone.items():
        if key not in shifted:
            yield _Step(key, target, None, None)


def _shifted(
    gone: dict[TargetKey, Target], come: dict[TargetKey, Target]
) -> Iterator[tuple[TargetKey, TargetKey]]:
    """Targets that stand under another year now: the same target, or the only one of a period."""
    for key, target in gone.items():
        if not target.aims:
            continue
        here = [other for other, each in gone.items() if each.meaning == target.meaning]
        there = [other for other, each in come.items() if each.meaning == target.meaning]
        if len(here) == len(there) == 1 and type(key) is type(there[0]):
            yield key, there[0]
    periods = [[key for key in side if isinstance(key, Period)] for side in (gone, come)]
    if [len(side) for side in periods] == [1, 1]:
        (before,), (after,) = periods
        if gone[before].meaning != come[after].meaning:
            yield before, after


def _change(pair: JudgedPair, step: _Step, history: History[TargetRevision]) -> Change | None:
    old = _aimed(pair.old, step.old_key, step.old, pair)
    new = _aimed(pair.new, step.new_key, step.new, pair)
    found = _kind(pair, step, old, new)
    if found is None:
        return None
    kind, effect = found
    key = step.new_key or step.old_key
    before = pair.standings((step.old_key or key).last)[0] if key is not None else None
    after = pair.standings(key.last)[1] if key is not None else None
    keys = [each for each in (step.old_key, step.new_key) if each is not None]
    revision = explaining(history, keys, step.new)
    approved = pair.old.plan.stage == "approved"
    return Change(
        kind=kind,
        id=pair.new.full_id,
        name=pair.new.indicator.name,
        old=old,
        new=new,
        year=key.label if key is not None else None,
        old_year=step.old_key.label if step.old_key and step.old_key != key else None,
        unit=pair.new.indicator.unit,
        effect=effect,
        reason=revision.reason if revision else None,
        approved_by=approver(revision) if revision else None,
        revision=approved and kind in _OWES_A_REASON,
        judged_in=key.last.label if key is not None else None,
        before=before,
        after=after,
    )


def _aimed(
    placed: PlacedIndicator, key: TargetKey | None, target: Target | None, pair: JudgedPair
) -> AimedAt | None:
    if key is None or target is None:
        return None
    return target_value(placed.indicator, key.last, target, pair.view)


def _kind(
    pair: JudgedPair, step: _Step, old: AimedAt | None, new: AimedAt | None
) -> tuple[ChangeKind, Effect | None] | None:
    if old is None or new is None or step.old_key is None or step.new_key is None:
        return ("added_target" if old is None else "dropped_target"), None
    if old.target.aims != new.target.aims:
        return ("decided_target" if new.target.aims else "withdrawn_target"), None
    years, direction = (step.old_key, step.new_key), pair.new.indicator.direction
    effect: Effect | None = "unclear"
    if pair.comparable:
        effect = effect_of(old, new, years, direction)
    if old.target.meaning == new.target.meaning:
        return _kind_of_same(years, old, new, effect, direction)
    if effect == "eased":
        return "lowered_target", effect
    return ("raised_target" if effect == "tightened" else "changed_target"), effect


def _kind_of_same(
    years: tuple[TargetKey, TargetKey],
    old: AimedAt,
    new: AimedAt,
    effect: Effect | None,
    direction: Direction,
) -> tuple[ChangeKind, Effect | None] | None:
    """What happened to a target that asks for the same: its year moved, or what it comes to."""
    before, now = (key.last for key in years)
    if before != now:
        return ("postponed_target" if now > before else "advanced_target"), effect
    if years[0] != years[1]:
        return "changed_target", effect
    if old.target.relative is None or old.value == new.value:
        return None
    if old.value is None:
        return "resolved_target", None
    return "resolved_target", amounts_effect(old.value, new.value, direction)
