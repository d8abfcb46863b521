"""The table of targets: a row for each that is or was in force, with its change."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.targets import changes_of
from sagaict.computing.view import View
from sagaict.domain.fiscal import Period, TargetKey, in_time
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.target import Target, TargetRevision
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, integer, number, text, word
from sagaict.reporting.opendata.place import INDICATOR, indicator_of
from sagaict.reporting.rows import Row

__all__ = ["TARGETS", "TARGET_FORM", "target_rows"]

TARGET_FORM = word(
    "target_form",
    mark("Form of the target"),
    "undecided",
    value=mark("number"),
    range=mark("range"),
    relative=mark("relative to another figure"),
    words=mark("in words"),
    none=mark("for reference"),
)
TARGETS: tuple[Column, ...] = (
    *INDICATOR,
    text("unit", mark("Unit")),
    integer("period_start", mark("First year of the total")),
    integer("fiscal_year", mark("Year (number)")),
    text("fiscal_year_label", mark("Year")),
    TARGET_FORM,
    number("target_value", mark("Target")),
    flag("target_strict", mark("Strict target")),
    number("target_low", mark("Lower end of the target")),
    number("target_high", mark("Upper end of the target")),
    text("target_words", mark("Target in words")),
    text("relative_to", mark("Relative to")),
    number("relative_times", mark("Times")),
    number("relative_percent", mark("Change in percent")),
    text("target_printed", mark("Target as printed")),
    flag("in_force", mark("In force")),
    text("since", mark("In force since")),
    text("until", mark("Replaced on")),
    text("reason", mark("Reason of the change")),
    text("approved_by", mark("Approved by")),
    text("note", mark("Note")),
    text("source", mark("Source")),
)


@dataclass(frozen=True, slots=True)
class _Stage:
    """A target between two changes; `None` where there is none before or behind it."""

    key: TargetKey
    target: Target
    since: TargetRevision | None = None
    until: TargetRevision | None = None


def target_rows(placed: PlacedIndicator, view: View) -> list[Row]:
    """Every target as far as the view's day knows it; of one that was changed every version."""
    return [
        _row(each, stage)
        for each in placed.judged
        for stage in _stages(each, view)
        if not stage.target.none
    ]


def _stages(placed: PlacedIndicator, view: View) -> Iterator[_Stage]:
    targets, revisions = placed.indicator.targets, placed.indicator.revisions
    for key in sorted({*targets, *(each.year for each in revisions)}, key=in_time):
        changes = changes_of(placed.indicator, key)
        known = [each for each in changes if each.date.first_day <= view.day]
        first = changes[0].old if changes else targets[key]
        versions = [first, *(each.new for each in known)]
        for number_, target in enumerate(versions):
            since = known[number_ - 1] if number_ else None
            until = known[number_] if number_ < len(known) else None
            yield _Stage(key, target, since, until)


def _row(placed: PlacedIndicator, stage: _Stage) -> Row:
    key, target, since, until = stage.key, stage.target, stage.since, stage.until
    limits, relative = target.range, target.relative
    return {
        **indicator_of(placed),
        "unit": placed.indicator.unit,
        "period_start": key.first.number if isinstance(key, Period) else None,
        "fiscal_year": key.last.number,
        "fiscal_year_label": key.last.label,
        "target_form": target.form,
        "target_value": target.value,
        "target_strict": target.strict,
        "target_low": limits.low if limits else None,
        "target_high": limits.high if limits else None,
        "target_words": target.words,
        "relative_to": _relation(target),
        "relative_times": relative.times if relative else None,
        "relative_percent": relative.percent if relative else None,
        "target_printed": target.printed,
        "in_force": until is None,
        "since": str(since.date) if since else None,
        "until": str(until.date) if until else None,
        "reason": since.reason if since else None,
        "approved_by": since.approved_by if since else None,
        "note": target.note,
        "source": (since.source if since else None) or target.source or placed.source,
    }


def _relation(target: Target) -> str | None:
    if target.relative is None:
        return None
    to = target.relative.to
    return to if isinstance(to, str) else to.label
