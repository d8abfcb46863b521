"""From a figure, a target and an expectation to a status and its reason.

The last step of a judgement: everything it depends on is given, so that a status can be told from
its reason and the reason from its data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from sagaict.computing.expectation import Expectation
from sagaict.computing.figures import Figure
from sagaict.computing.rates import Asked
from sagaict.computing.status import Gap, Reason, Status, Verdict, Why
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Direction
from sagaict.domain.light import dataclass
from sagaict.domain.target import Target

__all__ = ["Case", "Judgement", "judgement_on", "verdict_on"]

Judgement = Literal["reached", "late", "not_reached", "none"]
"""What was judged of a target in words. `late`: reached, but after its year. `none`: nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a judgement depends on.

    `asked` is what is to be reached; `basis_year`, that of the figure it waits for. `lacking` is
    what a computed figure would need and does not have. `earlier` is an older final figure of a
    count that cannot fall. `other` is the target that is the one to be judged by now.
    `before_plan`: of a year before the plan there is a result, and no target was in force.
    `for_reference`: there is no target and will be none. `judgement`: of a target in words.
    `inside`: of a range, whether the figure lies in it.
    """

    direction: Direction
    due: bool
    figure: Figure | None
    has_target: bool
    asked: Asked | None = None
    basis_year: FiscalYear | None = None
    basis_over: bool = False
    expected: Expectation | None = None
    ended_by: Literal["dropped", "superseded"] | None = None
    lacking: tuple[Gap, ...] = ()
    earlier: Figure | None = None
    other: FiscalYear | None = None
    before_plan: bool = False
    for_reference: bool = False
    judgement: Judgement | None = None
    inside: bool | None = None


def judgement_on(
    target: Target, figure: Figure | None, year: FiscalYear, view: View
) -> Judgement | None:
    """What was judged by the view's day of a target in words of `year`; `None` of any other.

    What is reached later is not reached until then.
    """
    if target.words is None:
        return None
    actual = figure.actual if figure is not None else None
    if actual is None or not actual.is_judged:
        return "none"
    reached, when = actual.state == "reached", actual.as_of
    if not reached or (when is not None and when.first_day > view.day):
        return "not_reached"
    return "late" if when is not None and when.first_day > year.last_day else "reached"


def verdict_on(case: Case) -> Verdict:
    """The status, with its reason: that of the first rule that has something to say."""
    verdicts = (rule(case) for rule in _RULES)
    return next(found for found in verdicts if found is not None)


def _ended(case: Case) -> Verdict | None:
    return _verdict("discontinued", case.ended_by) if case.ended_by else None


def _before_plan(case: Case) -> Verdict | None:
    return _verdict("not_due", "before_plan") if case.before_plan else None


def _without_target(case: Case) -> Verdict | None:
    if case.has_target:
        return None
    if case.for_reference:
        return _verdict("reference", "for_reference")
    return _verdict("undecided", "no_target")


def _by_hand(case: Case) -> Verdict | None:
    """Of a target in words: what was judged; that a figure is there says nothing of it."""
    judgement, figure = case.judgement, case.figure
    if judgement is None or figure is None:
        return None
    if judgement == "none":
        missing: Status = "not_reported" if case.due else "not_due"
        return None if figure.value is None else _verdict(missing, "no_judgement")
    if not case.due:
        return _verdict("not_due" if judgement == "not_reached" else "on_track", "judged")
    if judgement == "not_reached":
        return _verdict("unmet", "judged")
    return _verdict("met", "late" if judgement == "late" else "judged")


def _settled(case: Case) -> Verdict | None:
    """What final figures alone have decided of a due target, whatever is still missing."""
    figure = case.figure
    if not case.due or case.asked is None or (figure is not None and figure.is_final):
        return None
    # A single figure of a whole year is no bound: it is judged as it is.
    bound = figure if figure is not None and (figure.parts or figure.share) else None
    status: Status = "met" if case.direction == "increase" else "unmet"
    for known in (bound, case.earlier):
        certain = known.certain if known else None
        if known and certain is not None and case.asked.is_settled_by(certain):
            return _verdict(status, "settled", known.gaps, known.year)
    return None


def _without_figure(case: Case) -> Verdict | None:
    if case.figure is not None:
        return None
    if case.due:
        return _by_gaps(case.lacking) if case.lacking else _verdict("not_reported", "no_figure")
    if case.other is not None:
        return _verdict("not_due", "later", year=case.other)
    return _verdict("not_due", "no_figure")


def _without_value(case: Case) -> Verdict | None:
    """Of what was answered without a figure: a total by its years, a single one by its state."""
    figure = case.figure
    if figure is None or figure.value is not None:
        return None
    if figure.parts:
        return _by_gaps(_deciding(case, figure))
    awaited = ("pending", "not_surveyed") if case.due else ("pending",)
    return _verdict("pending" if figure.state in awaited else "not_assessable", "state")


def _in_range(case: Case) -> Verdict | None:
    """Of a range there is no way to it: before it is due, outside says nothing yet."""
    figure = case.figure
    if case.inside is None or figure is None:
        return None
    if gaps := _deciding(case, figure):
        return _by_gaps(gaps)
    why: Why = "inside" if case.inside else "outside"
    if case.due and figure.is_final:
        return _verdict("met" if case.inside else "unmet", why)
    outside: Status = "behind" if case.due else "not_due"
    return _verdict("on_track" if case.inside else outside, why)


def _without_basis(case: Case) -> Verdict | None:
    """Of a relative target whose basis has no final figure: it waits, once one could be known."""
    if case.asked is not None or (case.expected is not None and not case.due):
        return None
    waiting = case.due or case.basis_over
    return _verdict("pending" if waiting else "not_due", "basis", year=case.basis_year)


def _incomplete(case: Case) -> Verdict | None:
    """Of a total with gaps: its known part is a bound, and decides only if no gap can change it."""
    figure = case.figure
    gaps = _deciding(case, figure) if figure else ()
    if figure is None or figure.value is None or not gaps:
        return None
    held_against = _held_against(case, figure)
    if held_against is None or not held_against.is_settled_by(figure.value):
        return _by_gaps(gaps)
    return _verdict("on_track" if case.direction == "increase" else "behind", "bound", gaps)


def _complete(case: Case) -> Verdict:
    figure = case.figure
    held_against = _held_against(case, figure) if figure else None
    if figure is None or figure.value is None or held_against is None:
        return _verdict("not_assessable", "no_expectation")
    well = held_against.is_met_by(figure.value)
    if case.due and figure.is_final:
        return _verdict("met", "reached") if well else _verdict("unmet", "missed")
    why: Why = "expectation"
    if figure.share is not None:
        why = "part_of_year"
    elif case.due:
        why = "not_final"
    return _verdict("on_track" if well else "behind", why)


def _deciding(case: Case, figure: Figure) -> tuple[Gap, ...]:
    """The gaps that bear on it: on the way, none after the year whose expectation it is held to."""
    return figure.gaps if case.due else figure.gaps_by(figure.year)


def _held_against(case: Case, figure: Figure) -> Asked | None:
    """The target itself, once it is due and the figure of the whole time; else what is expected."""
    if case.due and figure.share is None:
        return case.asked
    return case.expected.asked(case.direction) if case.expected else None


def _by_gaps(gaps: Sequence[Gap]) -> Verdict:
    """Of what cannot be said for what is missing: still to come, never reported, or never to be."""
    causes = {gap.cause for gap in gaps}
    status: Status = "not_assessable"
    if "pending" in causes:
        status = "pending"
    elif "no_entry" in causes:
        status = "not_reported"
    return _verdict(status, "gaps", tuple(gaps))


def _verdict(
    status: Status, why: Why, gaps: tuple[Gap, ...] = (), year: FiscalYear | None = None
) -> Verdict:
    return Verdict(status, Reason(why, gaps, year))


_RULES: tuple[Callable[[Case], Verdict | None], ...] = (
    _ended,
    _before_plan,
    _without_target,
    _by_hand,
    _settled,
    _without_figure,
    _without_value,
    _in_range,
    _without_basis,
    _incomplete,
    _complete,
)
"""In this order: the last one always has something to say."""
