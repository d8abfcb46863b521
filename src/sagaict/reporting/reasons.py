"""Why an indicator has its status, in words: a sentence for every reason a judgement can give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sagaict.computing.assessment import Assessment
from sagaict.computing.status import Gap, GapCause, Status, Why
from sagaict.language import _, mark
from sagaict.reporting.phrases import bracketed, counted

__all__ = ["causes_text", "gaps_text", "reason_text"]

_REASONS: Mapping[Why, str] = MappingProxyType(
    {
        "reached": mark("the unrounded figure reaches the target"),
        "missed": mark("a final figure falls short of the target"),
        "late": mark("it was reached, but after its year: late"),
        "bound": mark("whatever is missing cannot change this: {gaps}"),
        "gaps": mark("this depends on what is missing: {gaps}"),
        "later": mark("the target lies ahead; the indicator is judged by that of {year} now"),
        "no_target": mark("no target has been set"),
        "for_reference": mark("it is for reference: there is no target and will be none"),
        "before_plan": mark(
            "the year lies before the plan, or before this was added to it: no target was in force"
        ),
        "no_expectation": mark("nothing says what should have been reached by then"),
        "parts": mark("its parts: {parts}"),
        "dropped": mark("it was dropped before the target fell due"),
        "superseded": mark("the plan was superseded before the target fell due"),
    }
)
_BY_STATUS: Mapping[tuple[Why, Status], str] = MappingProxyType(
    {
        ("inside", "met"): mark("the unrounded figure lies within the range"),
        ("inside", "on_track"): mark("the figure lies within the range"),
        ("outside", "unmet"): mark("a final figure lies outside the range"),
        ("outside", "behind"): mark("the figure lies outside the range, but it may change"),
        ("outside", "not_due"): mark("the figure lies outside the range, which is not due yet"),
        ("judged", "met"): mark("it was judged as reached"),
        ("judged", "unmet"): mark("it was judged as not reached, or reached only later"),
        ("judged", "on_track"): mark("it was judged as reached already"),
        ("judged", "not_due"): mark("it was judged as not reached yet, and is not due"),
        ("no_judgement", "not_reported"): mark(
            "due, and nobody has judged whether it was reached; a figure does not say it"
        ),
        ("no_judgement", "not_due"): mark("the target lies ahead and is to be judged by hand"),
        ("settled", "met"): mark("final figures have reached the target already"),
        ("settled", "unmet"): mark("final figures have exceeded the target already"),
        ("not_final", "on_track"): mark("the target is due and reached, but not by final figures"),
        ("not_final", "behind"): mark("the target is due and not reached, but figures may change"),
        ("part_of_year", "on_track"): mark("the figure reaches what is expected of its time"),
        ("part_of_year", "behind"): mark("the figure falls short of what is expected of its time"),
        ("expectation", "on_track"): mark("the figure reaches what is expected now"),
        ("expectation", "behind"): mark("the figure falls short of what is expected now"),
        ("state", "pending"): mark("due, but there is no figure yet"),
        ("state", "not_assessable"): mark("it cannot be assessed from what is known"),
        ("basis", "pending"): mark("the target relates to {year}, which has no final figure"),
        ("basis", "not_due"): mark("the target relates to {year}, which is not over yet"),
        ("no_figure", "not_reported"): mark(
            "due, but no figure has been given: missing is not unmet"
        ),
        ("no_figure", "not_due"): mark("the target lies ahead and no figure is known yet"),
    }
)
_CAUSES: Mapping[GapCause, str] = MappingProxyType(
    {
        "no_entry": mark("not reported"),
        "pending": mark("pending"),
        "not_surveyed": mark("not surveyed"),
        "not_assessable": mark("not assessable"),
        "part_of_year": mark("only a part of the year"),
        "overlap": mark("its time overlaps another figure's"),
    }
)


def reason_text(assessment: Assessment) -> str:
    """The reason of the status, as a clause."""
    reason = assessment.reason
    text = _REASONS.get(reason.why) or _BY_STATUS[reason.why, assessment.status]
    if reason.why == "state" and assessment.status == "pending" and not assessment.due:
        text = mark("the city is still assessing it")
    year = reason.year.label if reason.year else ""
    parts = counted(Counter(each.status for each in assessment.parts).items())
    return _(text).format(gaps=gaps_text(reason.gaps), year=year, parts=parts)


def gaps_text(gaps: Iterable[Gap]) -> str:
    """What is missing, each with its cause: `R7 (pending), R8 (not reported)`."""
    return _(", ").join(f"{gap.of}{bracketed(_(_CAUSES[gap.cause]))}" for gap in gaps)


def causes_text(gaps: Iterable[Gap]) -> str:
    """How many are missing for each cause: `pending 1, not reported 10`."""
    counts = Counter(gap.cause for gap in gaps)
    return _(", ").join(f"{_(_CAUSES[cause])} {count}" for cause, count in counts.items())
