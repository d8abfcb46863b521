"""What stood and what stands, as text: targets, figures, tallies, evaluations, actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sagaict.comparing.change import Contents
from sagaict.computing.assessment import Computed
from sagaict.computing.published import PublishedCheck
from sagaict.computing.targets import AimedAt
from sagaict.domain.project import ActionTarget
from sagaict.domain.results import Actual, Baseline
from sagaict.language import _, plural
from sagaict.language.quantities import DASH, figure, rate
from sagaict.language.words import term
from sagaict.reporting.phrases import bracketed, stated_target
from sagaict.reporting.quoting import MAX_TEXT, arrow, quoted, shortened

__all__ = [
    "MAX_TEXT",
    "actions_text",
    "actual_change_text",
    "actual_text",
    "aimed_text",
    "arrow",
    "baseline_text",
    "below",
    "computed_text",
    "contents_text",
    "from_to",
    "published_text",
    "quoted",
    "shortened",
]


def below(old: str, new: str) -> str:
    """Two long texts, the new one under the old one."""
    return f"{old}\n→ {new}"


def aimed_text(aimed: AimedAt, unit: str) -> str:
    """A target: its number, or its relation with the number that comes to, or that none is set."""
    relative = aimed.target.relative
    text = stated_target(aimed.target, unit)
    if relative is None or aimed.value is None:
        return text
    return f"{text} (= {figure(aimed.value.normalize(), unit)})"


def from_to(old: AimedAt, new: AimedAt, unit: str) -> str:
    """Two targets, with the unit once where both are plain numbers: `101,000 → 90,000件`."""
    plain = old.target.value is not None and new.target.value is not None
    return arrow(aimed_text(old, "" if plain and unit else unit), aimed_text(new, unit))


def actual_text(actual: Actual, unit: str) -> str:
    """A figure with its unit, and its state unless that is final."""
    if actual.value is None:
        return term(actual.state)
    text = figure(actual.value, unit)
    return text if actual.state == "final" else text + bracketed(term(actual.state))


def actual_change_text(old: Actual, new: Actual, unit: str) -> str:
    """Two figures, with the unit once where both are final; one where they are the same."""
    before, now = actual_text(old, unit), actual_text(new, unit)
    if before == now:
        return now
    if old.value is not None and new.value is not None and old.state == new.state == "final":
        before = actual_text(old, "")
    return arrow(before, now)


def baseline_text(baseline: Baseline | None, unit: str) -> str:
    """A baseline with its time: `59% (R4)`."""
    if baseline is None or baseline.value is None:
        return DASH
    moment = baseline.when
    text = figure(baseline.value, unit)
    return text + bracketed(str(moment)) if moment else text


def computed_text(computed: Computed | None, unit: str) -> str:
    """A derived value with what it was counted from: `40.0% (4 of 10)`; without a value, that."""
    if computed is None:
        return DASH
    counted = _("{count} of {of}").format(count=computed.numerator, of=computed.denominator)
    if computed.value is None:
        return counted
    value = rate(computed.value) if unit == "%" else figure(computed.value, unit)
    return value + bracketed(counted) if unit == "%" else value


def published_text(check: PublishedCheck | None) -> str:
    """The verdict on a printed tally, with the count it was held against."""
    if check is None:
        return DASH
    if check.count is None:
        return term(check.verdict)
    printed = f"{check.count.printed:f}/{check.tally.of:f}"
    return _("{verdict} (printed {printed}, computed {computed})").format(
        verdict=term(check.verdict), printed=printed, computed=f"{check.count.computed:f}"
    )


def contents_text(contents: Contents) -> str:
    """`2 measures, 5 projects, 7 indicators`, without what there is none of."""
    counted = (
        (plural("{count} measure", "{count} measures", contents.measures), contents.measures),
        (plural("{count} project", "{count} projects", contents.projects), contents.projects),
        (
            plural("{count} indicator", "{count} indicators", contents.indicators),
            contents.indicators,
        ),
    )
    return _(", ").join(text.format(count=count) for text, count in counted if count)


def actions_text(old: Iterable[ActionTarget], new: Iterable[ActionTarget]) -> str:
    """How many actions are in another state now; which one, if it is one."""
    before = {action.text: action.state for action in old}
    now = {action.text: action.state for action in new}
    changed = [text for text, state in now.items() if before.get(text, state) != state]
    states = Counter(arrow(term(before[text]), term(now[text])) for text in changed)
    if len(changed) == 1:
        return f"{quoted(changed[0])} {next(iter(states))}"
    return _(", ").join(f"{count}× {change}" for change, count in states.items()) or _("order")
