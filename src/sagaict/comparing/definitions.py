"""Definitions of indicators that changed: what was reported before can no longer be compared."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.comparing.accounts import Accounts
from sagaict.comparing.change import Change
from sagaict.comparing.judged import OF_FIGURES, JudgedPair
from sagaict.domain.indicator import Derived
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import Baseline

__all__ = ["definition_changes"]

_FIELDS = (*OF_FIGURES, "kind", "derived", "parts")
_OF_PART = (*OF_FIGURES, "reading")


def definition_changes(pair: JudgedPair, accounts: Accounts) -> Iterator[Change]:
    """What the indicator measures, and how; then where it started from."""
    for field in _OF_PART if pair.new.part else _FIELDS:
        before, now = _value(pair.old, field), _value(pair.new, field)
        if before != now:
            aims = field not in ("kind", "derived") and _aims(pair.old) and _aims(pair.new)
            change = Change(
                kind="changed_definition",
                id=pair.new.full_id,
                name=pair.new.indicator.name,
                field=field,
                old=before,
                new=now,
                effect="unclear" if aims else None,
            )
            subject = pair.new.id_of_whole
            yield accounts.owing(change, lambda each: each.what == "redefined", subject)
    old, new = pair.old.indicator.baseline, pair.new.indicator.baseline
    if _start(old) != _start(new):
        yield Change(
            kind="changed_baseline",
            id=pair.new.full_id,
            name=pair.new.indicator.name,
            old=old,
            new=new,
            unit=pair.new.indicator.unit,
        )


def _aims(placed: PlacedIndicator) -> bool:
    return any(target.aims for target in placed.indicator.targets.values())


def _value(placed: PlacedIndicator, field: str) -> str | None:
    if field == "kind":
        return placed.kind
    if field == "derived":
        return _formula(placed.indicator.derived)
    if field == "parts":
        parts = placed.indicator.parts
        return ", ".join(f"{part.name} ({part.id})" for part in parts) or None
    value = getattr(placed.part or placed.indicator, field)
    return None if value is None else str(value).lower()


def _formula(derived: Derived | None) -> str | None:
    """How a derived indicator is computed, as the file writes it."""
    if derived is None:
        return None
    if derived.share_met is None:
        return f"sum_of: {', '.join(derived.sum_of)}"
    priority = derived.share_met.priority
    return "share_met" if priority is None else f"share_met: priority {str(priority).lower()}"


def _start(baseline: Baseline | None) -> tuple[object, ...]:
    if baseline is None:
        return (None, None, None, None)
    return (baseline.value, baseline.year, baseline.period, baseline.as_of)
