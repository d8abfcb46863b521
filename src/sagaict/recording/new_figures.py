"""The figures a new indicator begins with: where it stood before, and what it aims at."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sagaict.domain.fiscal import FiscalYear, Period, TargetKey, in_time
from sagaict.domain.indicator import Aggregation
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, short
from sagaict.recording.texts import line
from sagaict.recording.values import understand
from sagaict.writing.change import Content

__all__ = [
    "NewBaseline",
    "Targets",
    "baseline_from",
    "require_baseline_time",
    "require_targets",
    "targets_content",
]

Targets = tuple[tuple[TargetKey, NewTarget], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBaseline:
    """Where an indicator stood. Without a value it says only how that was printed: it is not 0."""

    value: Decimal | None = None
    printed: str | None = None
    when: FiscalYear | Period | None = None

    @property
    def content(self) -> Content:
        """It as it is written."""
        found: dict[str, object] = {}
        if self.value is not None:
            found["value"] = group(self.value)
        if self.when is not None:
            found["period" if isinstance(self.when, Period) else "year"] = self.when.label
        if self.printed is not None:
            found["printed"] = self.printed
        return found


def baseline_from(text: str, unit: str, when: FiscalYear | Period | None = None) -> NewBaseline:
    """A baseline as it was typed; what the number does not say (`約`, 見込み, a dash) is kept.

    Raises:
        NotUnderstood: the text is not one figure in this unit.
        Refused: `empty-text`, `several-lines`, `unwritable`.
    """
    shown = line(text)
    found = understand(shown, unit)
    says_more = found.state is not None or found.value is None
    return NewBaseline(value=found.value, printed=shown if says_more else found.printed, when=when)


def require_baseline_time(when: FiscalYear | Period | None, aggregation: Aggregation) -> None:
    """See that only a total has a baseline for several years.

    Raises:
        Refused: `baseline-takes-year`.
    """
    if isinstance(when, Period) and aggregation != "period_total":
        raise Refused("baseline-takes-year", key=when.label)


def require_targets(keys: Iterable[TargetKey], aggregation: Aggregation, period: Period) -> None:
    """See that targets are for years of the plan, those of a total for a period and its years.

    Raises:
        Refused: `target-takes-period`, `target-takes-year`, `outside-period`, `given-twice`.
    """
    seen: set[TargetKey] = set()
    keys = list(keys)
    periods = [key for key in keys if isinstance(key, Period)]
    for key in keys:
        total = isinstance(key, Period)
        if aggregation == "period_total" and not any(key in period for period in periods):
            raise Refused("target-takes-period", key=key.label, period=period.label)
        if aggregation != "period_total" and total:
            raise Refused("target-takes-year", key=key.label)
        if key not in period:
            raise Refused("outside-period", year=key.label, period=period.label)
        if key in seen:
            raise Refused("given-twice", key=key.label)
        seen.add(key)


def targets_content(targets: Targets) -> dict[str, Content]:
    """The targets as they are written, in order of time, each in its short form if it has one."""
    ordered = sorted(targets, key=lambda item: in_time(item[0]))
    return {key.label: short(target.texts) for key, target in ordered}
