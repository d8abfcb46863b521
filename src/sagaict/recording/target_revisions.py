"""Revising a target (目標の見直し): the new one in its place, the old one kept with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from sagaict.domain.fiscal import FiscalYear, Period, TargetKey
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import approver
from sagaict.domain.number import group
from sagaict.domain.target import NO_AIMS, Target, TargetRevision
from sagaict.domain.walks import Location
from sagaict.reading.workspace import Workspace
from sagaict.recording.approval import Approval
from sagaict.recording.places import IndicatorPlace, find_indicator
from sagaict.recording.refusal import Refused, require_alive, require_approved
from sagaict.recording.texts import line, optional
from sagaict.recording.values import Understood, bound_on, understand_target
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Content, Put, Remove

Basis = FiscalYear | Literal["previous", "comparison"]
"""What a relative target relates to."""

__all__ = ["Basis", "NewTarget", "revise_target", "short", "target_from", "target_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTarget:
    """What is aimed at from now on; undecided where none of the forms is given.

    With `low` the value is the upper end of a range. A relation is `times` or `percent` of the
    figure of `to`, or it itself. `printed` is the
    wording where it says more than the number.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    to: Basis | None = None
    times: Decimal | None = None
    percent: Decimal | None = None
    words: str | None = None
    none: bool = False
    strict: bool = False
    printed: str | None = None

    @property
    def texts(self) -> dict[str, Content]:
        """Its parts as they are written."""
        found: dict[str, Content] = {}
        if self.value is not None and self.low is not None:
            found["range"] = {"low": group(self.low), "high": group(self.value)}
        elif self.value is not None:
            found["value"] = group(self.value)
        elif self.to is not None:
            found["relative"] = self._relation(self.to)
        elif self.words is not None:
            found["words"] = self.words
        else:
            found["none" if self.none else "undecided"] = "true"
        if self.strict:
            found["strict"] = "true"
        if self.printed is not None:
            found["printed"] = self.printed
        return found

    def _relation(self, to: Basis) -> Content:
        relation = {"to": str(to)}
        if self.times is not None:
            relation["times"] = f"{self.times:f}"
        if self.percent is not None:
            relation["percent"] = f"{self.percent:f}"
        return dict(relation)


def target_from(text: str, unit: str, comparison: str | None = None) -> NewTarget:
    """A target as it was typed: a figure, or a relation to the comparison of that name.

    Raises:
        NotUnderstood: the text is not one figure in this unit, nor 目標未設定 or 目標なし.
    """
    bound = bound_on(text, comparison) if comparison else None
    if bound is not None:
        return NewTarget(to="comparison", strict=bound == "beyond", printed=" ".join(text.split()))
    return target_of(understand_target(text, unit))


def target_of(found: Understood) -> NewTarget:
    """The target that a text was understood as."""
    return NewTarget(
        value=found.value,
        low=found.low,
        words=found.words,
        none=found.no_target,
        strict=found.strict,
        printed=found.printed,
    )


def revise_target(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    key: TargetKey,
    new: NewTarget,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Put another target in the place of the one for `key`, and the change into the history.

    A year for which there was no target is revised from undecided. A proposal that is still open
    is replaced: the history holds what was approved, not every proposal of it.

    Raises:
        Refused: `unknown-indicator`, `target-of-whole`, `still-draft`, `dropped-already`,
            `needs-relation`, `target-takes-year`, `target-takes-period`, `outside-period`,
            `nothing-changes`, `back-to-old`, `before-last-revision`, or what is wrong with a text
            or the approval. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    new = replace(new, printed=optional(line, new.printed))
    site = find_indicator(change_set, workspace, full_id)
    if site.part is not None and not site.part.targets:
        raise Refused("target-of-whole", id=full_id, whole=full_id.rpartition("/")[0])
    require_approved(site.plan)
    require_alive((*site.indicator.amendments, *site.holder_amendments), full_id)
    approval.require_sound(today)
    factors = (new.times is not None) + (new.percent is not None)
    if factors > (new.to is not None):
        raise Refused("needs-relation")
    key = _key(site, key)
    old = site.indicator.targets.get(key)
    last = _last(site.indicator, key)
    if _aim(old) == new and (last is None or approver(last[1]) is not None):
        raise Refused("nothing-changes", year=key.label)
    if last is not None and last[1].date.first_day > approval.decided.first_day:
        raise Refused("before-last-revision", year=key.label, day=str(last[1].date))
    changes = _target_changes((*site.location, "targets", key), old, new, approval)
    if last is not None and approver(last[1]) is None:
        changes += _replaced(site, last[0], last[1], new, approval)
    else:
        changes.append(Append((*site.location, "revisions"), _entry(key, old, new, approval)))
    change_set.change(site.file, *changes)


def _key(site: IndicatorPlace, key: TargetKey) -> TargetKey:
    """The key the target stands under: of a total, its period, which its last year names as well.

    A total that has targets for its years, too, takes those by their year.

    Raises:
        Refused: the key does not fit the indicator, or lies outside the plan.
    """
    indicator = site.indicator
    if indicator.aggregation == "period_total":
        if isinstance(key, FiscalYear) and key not in indicator.targets:
            key = indicator.period_due_in(key) or key
        if not (isinstance(key, Period) or indicator.targets_years):
            shown = indicator.period_target[0] if indicator.period_target else site.plan.period
            raise Refused("target-takes-period", key=key.label, period=shown.label)
    elif isinstance(key, Period):
        raise Refused("target-takes-year", key=key.label)
    if key not in site.plan.period:
        raise Refused("outside-period", year=key.label, period=site.plan.period.label)
    return key


def _last(indicator: Indicator, key: TargetKey) -> tuple[int, TargetRevision] | None:
    """The latest revision of a target, with its number in the file."""
    found = [(number, each) for number, each in enumerate(indicator.revisions) if each.year == key]
    return max(found, key=lambda item: (item[1].date, item[0]), default=None)


def _aim(target: Target | None) -> NewTarget:
    """What a target says, apart from its note and source; no target is one not decided."""
    if target is None:
        return NewTarget()
    relative = target.relative
    return NewTarget(
        value=target.range.high if target.range else target.value,
        low=target.range.low if target.range else None,
        to=relative.to if relative else None,
        times=relative.times if relative else None,
        percent=relative.percent if relative else None,
        words=target.words,
        none=target.none,
        strict=target.strict,
        printed=target.printed,
    )


def short(texts: dict[str, Content]) -> Content:
    """A target as it is written, in the short form if it says no more."""
    if list(texts) == ["value"]:
        return texts["value"]
    alone = next(iter(texts)) if len(texts) == 1 else ""
    return alone if alone in NO_AIMS else dict(texts)


def _target_changes(
    location: Location, old: Target | None, new: NewTarget, approval: Approval
) -> list[Change]:
    after = new.texts
    if approval.source is not None:
        after["source"] = approval.source
    before = _whole(old)
    if old is None or len(before) == 1 or len(after) == 1:
        return [Put(location, short(after))]
    changes: list[Change] = [
        Put((*location, name), text) for name, text in after.items() if before.get(name) != text
    ]
    return changes + [Remove((*location, name)) for name in before if name not in after]


def _whole(target: Target | None) -> dict[str, Content]:
    """A target as it is written, with what is noted about it."""
    texts = _aim(target).texts
    if target is not None and target.note is not None:
        texts["note"] = target.note
    if target is not None and target.source is not None:
        texts["source"] = target.source
    return texts


def _entry(key: TargetKey, old: Target | None, new: NewTarget, approval: Approval) -> Content:
    return {
        "year": key.label,
        **approval.days,
        "old": short(_whole(old)),
        "new": short(new.texts),
        **approval.texts(),
    }


def _replaced(
    site: IndicatorPlace, number: int, proposal: TargetRevision, new: NewTarget, approval: Approval
) -> list[Change]:
    """The changes that make an open proposal say what is proposed, or was approved, now.

    Raises:
        Refused: `back-to-old`: nothing of the proposal would be left.
    """
    if _aim(proposal.old) == new:
        raise Refused("back-to-old", year=proposal.year.label)
    here = (*site.location, "revisions", number)
    after: dict[str, Content] = {
        **approval.days,
        "new": short(new.texts),
        **approval.texts(),
    }
    before = {
        "proposed": str(proposal.proposed),
        "date": str(proposal.date),
        "new": short(_whole(proposal.new)),
        "reason": proposal.reason,
        "source": proposal.source,
    }
    return [Put((*here, name), text) for name, text in after.items() if before.get(name) != text]
