"""The cells and phrases reports share: targets, results, tallies, charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.computing.figures import Figure
from sagaict.computing.selection import PlacedGoal, PlacedMeasure, title_of
from sagaict.computing.status import Status
from sagaict.computing.tally import ProgressTally, Tally
from sagaict.computing.targets import AimedAt
from sagaict.domain.fiscal import Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject
from sagaict.domain.target import Relative, Target
from sagaict.language import _, plural
from sagaict.language.quantities import DASH, figure
from sagaict.language.words import term

__all__ = [
    "bracketed",
    "counted",
    "figure_text",
    "kind_tallies",
    "labelled",
    "latest_text",
    "name_of",
    "plan_title",
    "progress_text",
    "relation_text",
    "shown_value",
    "sparkline",
    "staged",
    "stated_target",
    "status_text",
    "tally_text",
    "target_key",
    "target_text",
    "when",
]

_AHEAD: tuple[Status, ...] = ("behind", "on_track")
_BARS = "▁▂▃▄▅▆▇█"
_ASCII_BARS = "_.,-=+*#"


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """`unmet 4, pending 1` in the reader's words."""
    return _(", ").join(f"{term(name)} {number}" for name, number in counts)


def bracketed(text: str) -> str:
    """What follows something in brackets, as the language writes them."""
    return _(" ({rest})").format(rest=text)


def plan_title(plan: Plan) -> str:
    """A plan's title, marked as in `staged`."""
    return staged(plan.title, plan)


def staged(text: str, plan: Plan) -> str:
    """What is said of a plan's results; of one that is only a draft, marked so wherever it is."""
    return text if plan.stage == "approved" else f"{text} [{term(plan.stage)}]"


def name_of(entry: PlacedGoal | PlacedMeasure | PlacedProject | PlacedIndicator) -> str:
    """Its title; an indicator's name behind the title of what it belongs to."""
    if not isinstance(entry, PlacedIndicator):
        return title_of(entry)
    holder = entry.holder.title
    return f"{holder} / {entry.indicator.name}"


def tally_text(counts: Tally) -> str:
    """`met 6 of 11 (unmet 4, pending 1)`; what is on its way; what is in no denominator."""
    rest = [(name, number) for name, number in counts.judged.items() if name != "met"]
    if counts.of:
        text = _("met {met} of {of}").format(met=counts.met, of=counts.of)
        if rest:
            text += _(" ({rest})").format(rest=counted(rest))
    else:
        text = _("no target is due yet")
    ahead = [(name, counts.left_out[name]) for name in _AHEAD if name in counts.left_out]
    others = [(name, number) for name, number in counts.left_out.items() if name not in _AHEAD]
    if ahead:
        text += _("; on the way: {rest}").format(rest=counted(ahead))
    if others:
        text += _("; not in the denominator: {rest}").format(rest=counted(others))
    return text


def kind_tallies(tallies: Mapping[Kind, Tally], plan: Plan) -> str:
    """The tally of each kind of a plan's indicators, a line each."""
    return "\n".join(
        staged(_("{kind}: {tally}").format(kind=term(kind), tally=tally_text(counts)), plan)
        for kind, counts in tallies.items()
    )


def progress_text(counts: ProgressTally) -> str:
    """`on schedule 2 of 11 (cancelled 1, unknown 8)`."""
    text = _("on schedule {count} of {of}").format(count=counts.on_schedule, of=counts.of)
    rest = [
        (name, number)
        for name, number in counts.counts.items()
        if name in ("delayed", "cancelled", "unknown")
    ]
    return text + _(" ({rest})").format(rest=counted(rest)) if rest else text


def status_text(assessment: Assessment) -> str:
    """The status in the reader's words, with the plan's own mark behind it.

    What is pending because nobody surveyed it (調査未実施) is called that; and what is met late. A
    figure of a year before the plan is no more than shown.
    """
    figure = assessment.figure
    if assessment.reason.why == "before_plan":
        return _("not judged")
    if assessment.reason.why == "late":
        return _marked(term("late"), assessment.placed.plan, assessment.status)
    if assessment.status == "pending" and assessment.reason.why == "state" and figure is not None:
        return labelled(assessment.placed.plan, figure.state)
    return labelled(assessment.placed.plan, assessment.status)


def labelled(plan: Plan, name: str) -> str:
    """A term with the mark the plan prints for it."""
    return _marked(term(name), plan, name)


def _marked(text: str, plan: Plan, name: str) -> str:
    label = plan.labels.get(name)
    return f"{text} {label}" if label else text


def target_key(indicator: Indicator, assessment: Assessment) -> str:
    """The year of a target as its key is written: `R9`, or `R6-R9` for a period total."""
    return (indicator.period_due_in(assessment.year) or assessment.year).label


def target_text(aimed: AimedAt | None, unit: str) -> str:
    """A target's number with its unit, its relation, or that none is set."""
    if aimed is None:
        return DASH
    if aimed.value is not None:
        return _strictly(figure(shown_value(aimed.value, aimed), unit), aimed.target)
    return stated_target(aimed.target, unit)


def latest_text(indicator: Indicator) -> str:
    """How old the figure may be that late statistics are judged on; nothing of others."""
    if indicator.latest is None:
        return ""
    text = plural("at most {count} year old", "at most {count} years old", indicator.latest)
    return text.format(count=indicator.latest)


def stated_target(target: Target, unit: str) -> str:
    """A target as it is set: its number or range, its relation, its words, or that none is."""
    if target.value is not None:
        return _strictly(figure(target.value, unit), target)
    if target.range is not None:
        return _("{low} to {high}").format(
            low=figure(target.range.low, ""), high=figure(target.range.high, unit)
        )
    if target.relative is not None:
        return _strictly(relation_text(target.relative), target)
    if target.words is not None:
        return target.words
    return term("reference" if target.none else "undecided")


def _strictly(text: str, target: Target) -> str:
    return _("beyond {target}").format(target=text) if target.strict else text


def shown_value(value: Decimal, aimed: AimedAt) -> Decimal:
    """The target's number without the zeros that working out a relation leaves behind it."""
    return value.normalize() if aimed.target.relative else value


def relation_text(relative: Relative) -> str:
    """`1.2 times that of R4` or `10% more than that of R2`."""
    if relative.to == "comparison":
        basis = _("the comparison")
    elif relative.to == "previous":
        basis = _("that of the previous year")
    else:
        basis = _("that of {year}").format(year=relative.to.label)
    percent = relative.percent
    if relative.times is not None:
        return _("{times} times {basis}").format(times=f"{relative.times:f}", basis=basis)
    if percent is None:
        return basis
    text = _("{percent} less than {basis}") if percent < 0 else _("{percent} more than {basis}")
    return text.format(percent=f"{abs(percent):f}%", basis=basis)


def when(result: Figure) -> str:
    """The time a figure is of, as exactly as it is known."""
    if result.parts:
        first, last = result.parts[0], result.parts[-1]
        if first is last:
            span = last[1].span
            return str(span) if span else last[0].label
        begin = first[1].span.fiscal_years.first if first[1].span else first[0]
        return Period(begin, last[0]).label
    moment = result.actual.as_of or result.actual.span
    return str(moment) if moment else result.year.label


def figure_text(result: Figure | None, unit: str = "") -> str:
    """A figure with what is special about its state; the state alone where it has no value."""
    if result is None:
        return DASH
    if result.value is None:
        return term(result.state)
    text = figure(result.value, unit)
    return text if result.state == "final" else text + bracketed(term(result.state))


def sparkline(
    values: Sequence[Decimal], target: Decimal | None = None, *, ascii_only: bool = False
) -> str:
    """The last few values as bars from zero to the highest of them and the target.

    Nothing below two values, and nothing where one is negative.
    """
    shown = values[-5:]
    top = max([*shown, target or Decimal(0)], default=Decimal(0))
    if len(shown) < 2 or top <= 0 or min(shown) < 0:
        return ""
    bars = _ASCII_BARS if ascii_only else _BARS
    return "".join(bars[int(value * 7 / top)] for value in shown)
