"""The judgement on one indicator: its target, figure, rates and status, seen from a view.

A pipeline, in this order: the target, the figure held against it, what is expected by then, and
the status with its reason. What every command says of an indicator comes from here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Literal

from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.closure import is_withdrawn
from sagaict.computing.derived import computed_in
from sagaict.computing.expectation import (
    Expectation,
    expected_in,
    first_judged,
    is_hold,
    starting_point,
)
from sagaict.computing.figures import (
    Actuals,
    Figure,
    figure_for,
    in_sight,
    latest_figure,
    single_figure,
)
from sagaict.computing.membership import added_after, ended_by
from sagaict.computing.parts import together
from sagaict.computing.rates import achievement_rate, progress_rate
from sagaict.computing.targets import AimedAt, target_value, targets_by_year
from sagaict.computing.verdict import Case, judgement_on, verdict_on
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import PlacedIndicator

__all__ = [
    "assess",
    "assess_year",
    "compute_derived",
    "is_due",
    "rates_of",
    "reported_years",
]


def assess(placed: PlacedIndicator, view: View) -> Assessment:
    """Judge the indicator as it stands: by its latest target due, else by the next one ahead."""
    if placed.indicator.is_split:
        return together(placed, [assess(each, view) for each in placed.judged])
    standing = _standing_year(placed, view)
    if standing is not None:
        return _assessed(placed, standing, view, standing)
    latest = latest_figure(placed.indicator, view, _known(placed, view))
    return _assessed(placed, latest.year if latest else view.as_of, view, None)


def _standing_year(placed: PlacedIndicator, view: View) -> FiscalYear | None:
    """The year of the target that the indicator is judged by now; `None` if it has none.

    A target still to be decided is passed over for a decided one that lies ahead. Targets that
    never fall due are judged by only where there is no other, and years without one last of all.
    """
    entries = {
        year: target
        for year, target in targets_by_year(placed.indicator, view).items()
        if not added_after(placed, year.last_day)
    }
    targets = {year: target for year, target in entries.items() if not target.none} or entries
    due = [year for year in targets if is_due(placed, year, view)]
    if due and targets[due[-1]].aims:
        return due[-1]
    open_ones = [year for year in targets if year not in due and not ended_by(placed, year, view)]
    ahead = [year for year in open_ones if not due or year > due[-1]]
    decided = [year for year in ahead if targets[year].aims]
    return next(iter([*decided, *reversed(due), *open_ones, *targets]), None)


def is_due(placed: PlacedIndicator, year: FiscalYear, view: View) -> bool:
    """Whether a target of `year` should have been reached by now.

    It never falls due once the indicator was dropped or its plan superseded, nor if its year was
    over before the indicator was added.
    """
    year = placed.indicator.year(year)
    if not view.is_due(year):
        return False
    return not (is_withdrawn(placed, year) or added_after(placed, year.last_day))


def reported_years(placed: PlacedIndicator, view: View) -> list[FiscalYear]:
    """The years in which the indicator has a target or an actual; a period total has one."""
    indicator = placed.indicator
    if indicator.is_split:
        return sorted({year for each in placed.judged for year in reported_years(each, view)})
    targets = set(targets_by_year(indicator, view))
    if indicator.aggregation == "period_total" and targets:
        return sorted(targets)
    return sorted(targets | set(_known(placed, view)) | set(indicator.actuals))


def assess_year(placed: PlacedIndicator, year: FiscalYear, view: View) -> Assessment:
    """Judge one fiscal year of the indicator.

    A target that lies ahead is judged by the newest figure, if it is the one the indicator is
    judged by now; any other only by a figure of its very year.
    """
    if placed.indicator.is_split:
        return _parts_in(placed, year, view)
    return _assessed(placed, year, view, _standing_year(placed, view))


def _assessed(
    placed: PlacedIndicator, year: FiscalYear, view: View, standing: FiscalYear | None
) -> Assessment:
    """One year of an indicator; `standing` is that of the target it is judged by now."""
    year = placed.indicator.year(year)
    aim, known = _aim(placed, year, view, standing), _known(placed, view)
    figure = _figure(placed, aim, known, view)
    earlier = _settling(placed, year, known) if aim.due else None
    computed = compute_derived(placed, figure.year if figure else year, view)
    expected = _expected(placed, aim, figure, view)
    verdict = verdict_on(
        Case(
            direction=placed.indicator.direction,
            due=aim.due,
            figure=figure,
            has_target=aim.goal is not None,
            for_reference=aim.for_reference,
            asked=aim.goal.asked(placed.indicator.direction) if aim.goal else None,
            basis_year=aim.goal.basis_year if aim.goal else None,
            basis_over=bool(aim.goal and aim.goal.basis_year and view.is_due(aim.goal.basis_year)),
            expected=expected,
            ended_by=aim.ended_by,
            lacking=computed.gaps if computed else (),
            earlier=earlier,
            other=aim.standing if aim.standing != year else None,
            before_plan=aim.before_plan,
            inside=aim.goal.holds(figure.value) if aim.goal and figure else None,
            judgement=judgement_on(aim.goal.target, figure, year, view) if aim.goal else None,
        )
    )
    if verdict.reason.why == "settled" and (figure is None or figure.value is None):
        figure = earlier or figure
    rate, progress = rates_of(placed, figure, aim.goal)
    return Assessment(
        placed=placed,
        year=year,
        aimed=aim.aimed,
        due=aim.due,
        figure=figure,
        latest=latest_figure(
            placed.indicator, view, known, since=first_judged(placed), until=aim.against
        ),
        expected=expected,
        achievement_rate=rate,
        progress_rate=progress,
        status=verdict.status,
        reason=verdict.reason,
        against=aim.against,
        goal=aim.goal,
        computed=computed,
    )


def _parts_in(placed: PlacedIndicator, year: FiscalYear, view: View) -> Assessment:
    """An indicator by its parts in a year: those with a target of that year, if there are any."""
    aiming = [each for each in placed.judged if year in targets_by_year(each.indicator, view)]
    judged = [assess_year(each, year, view) for each in aiming or placed.judged]
    return together(placed, judged, year)


@dataclass(frozen=True, slots=True)
class _Aim:
    """What a year is judged by: its own target or, where that is not decided, the next one.

    `standing` is the year of the target the indicator is judged by now. Of a year `before_plan` no
    target was in force; `for_reference`, there is none and will be none.
    """

    year: FiscalYear
    aimed: AimedAt | None
    against: FiscalYear | None
    goal: AimedAt | None
    due: bool
    ended_by: Literal["dropped", "superseded"] | None
    standing: FiscalYear | None
    before_plan: bool
    for_reference: bool


def _aim(
    placed: PlacedIndicator, year: FiscalYear, view: View, standing: FiscalYear | None
) -> _Aim:
    targets = targets_by_year(placed.indicator, view)
    comes_to = {
        key: target_value(placed.indicator, key, target, view)
        for key, target in targets.items()
        if key >= year
    }
    first = min(placed.plan.period.first, *targets) if targets else year
    before_plan = year < first or added_after(placed, year.last_day)
    decided = (key for key in comes_to if targets[key].aims)
    against = None if before_plan else next(decided, None)
    return _Aim(
        year,
        comes_to.get(year),
        against,
        comes_to[against] if against else None,
        against == year and is_due(placed, year, view),
        ended_by(placed, against, view) if against else None,
        standing,
        before_plan,
        bool(targets) and all(targets[key].none for key in comes_to or targets),
    )


def _figure(placed: PlacedIndicator, aim: _Aim, known: Actuals, view: View) -> Figure | None:
    """The figure that is held against the target; never one that is newer than it."""
    if aim.goal is not None and aim.goal.target.words is not None:
        own = known.get(aim.year)
        return single_figure(placed.indicator, aim.year, own) if own is not None else None
    ahead = aim.against == aim.year == aim.standing and not (aim.due or aim.ended_by)
    if ahead:
        since = first_judged(placed)
        return latest_figure(placed.indicator, view, known, since=since, until=aim.year)
    return figure_for(placed.indicator, aim.year, view, known)


def _expected(
    placed: PlacedIndicator, aim: _Aim, figure: Figure | None, view: View
) -> Expectation | None:
    """What should be reached by the time of the figure, unless that is the target itself."""
    if figure is None or aim.against is None or aim.goal is None or aim.ended_by:
        return None
    if aim.goal.target.range is not None:
        return None
    if aim.due and figure.share is None:
        return None
    return expected_in(placed, figure.year, aim.against, aim.goal, view, figure.share)


def _settling(placed: PlacedIndicator, year: FiscalYear, known: Actuals) -> Figure | None:
    """The newest final figure before `year` of a count that cannot fall."""
    if placed.indicator.aggregation != "cumulative":
        return None
    since = first_judged(placed)
    final = [
        each for each, actual in known.items() if since <= each < year and actual.state == "final"
    ]
    return single_figure(placed.indicator, max(final), known[max(final)]) if final else None


def rates_of(
    placed: PlacedIndicator, figure: Figure | None, goal: AimedAt | None
) -> tuple[Decimal | None, Decimal | None]:
    """The achievement rate and the progress rate of a figure against a target, unrounded."""
    if figure is None or figure.value is None or goal is None or goal.value is None:
        return None, None
    rate = achievement_rate(figure.value, goal.value, placed.indicator.direction)
    baseline = starting_point(placed)
    if baseline is None or baseline.value is None or is_hold(placed, goal):
        return rate, None
    return rate, progress_rate(figure.value, baseline.value, goal.value)


def compute_derived(placed: PlacedIndicator, year: FiscalYear, view: View) -> Computed | None:
    """What a derived indicator comes to in a year; `None` if it is not one, or nothing fell due."""
    return _compute(placed, year, view, frozenset())


def _compute(
    placed: PlacedIndicator, year: FiscalYear, view: View, within: frozenset[str]
) -> Computed | None:
    measure = partial(_measure, total=placed.indicator.aggregation == "period_total")
    return computed_in(
        placed, year, view, assess, partial(measure, within=within | {placed.full_id})
    )


def _measure(
    placed: PlacedIndicator,
    year: FiscalYear,
    view: View,
    *,
    total: bool,
    within: frozenset[str],
) -> Figure | None:
    """The figure of a part of a sum; of a part of a total that of the year alone."""
    known = _known(placed, view, within)
    if not total:
        return figure_for(placed.indicator, year, view, known)
    return single_figure(placed.indicator, year, known[year]) if year in known else None


def _known(placed: PlacedIndicator, view: View, within: frozenset[str] = frozenset()) -> Actuals:
    """The actuals in sight and, of a derived indicator, the computed ones where none is published.

    `within` are the indicators that are being computed: one that is made of itself has no value.
    """
    own = in_sight(placed.indicator, view)
    if placed.indicator.derived is None or placed.full_id in within:
        return own
    known = dict(own)
    own_years = map(placed.indicator.year, placed.plan.period)
    for year in sorted({*targets_by_year(placed.indicator, view), *own_years}):
        if view.sees(year) and (year not in own or own[year].value is None):
            computed = _compute(placed, year, view, within)
            if computed is not None and computed.actual is not None:
                known[year] = computed.actual
    return known
