"""What the council is shown of a plan: what it is to decide, what was missed, what is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sagaict.computing.assessment import Assessment
from sagaict.computing.membership import belongs, is_ending
from sagaict.computing.overview import Overview, overview
from sagaict.computing.published import PublishedCheck
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.computing.view import View
from sagaict.cycle.calendar import Due, due_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.judgement import Judgement, newest, year_judged
from sagaict.cycle.judging import unjudged
from sagaict.cycle.reviews import Judged, answers, is_review
from sagaict.cycle.sheets import Sheet, sheets_of
from sagaict.cycle.standings import Standing, standings_of
from sagaict.cycle.task import TaskKind
from sagaict.domain.amendment import Amendment
from sagaict.domain.evaluation import FollowUp
from sagaict.domain.fiscal import FiscalYear, fiscal_year_on
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import approver
from sagaict.domain.plan import Goal, Measure, Plan, PlanRevision
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.project import ActionTarget
from sagaict.domain.target import TargetRevision

__all__ = ["Agenda", "DelayedAction", "Proposal", "agenda_of", "view_on"]

_MISSING: tuple[TaskKind, ...] = (
    "figure",
    "confirm",
    "remark",
    "half_year_review",
    "yearly_review",
    "outcome",
)
_NOT_TO_PLAN = ("delayed", "cancelled")


Part = PlacedGoal | PlacedMeasure | PlacedProject | PlacedIndicator
"""Of what a plan consists."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the plan, or of `placed` or its target, of which no approval is recorded."""

    revision: TargetRevision | PlanRevision | Amendment
    placed: Part | None = None


@dataclass(frozen=True, slots=True)
class DelayedAction:
    """An action that is behind its schedule, and the year it was meant for."""

    project: PlacedProject
    year: FiscalYear
    action: ActionTarget


@dataclass(frozen=True, slots=True)
class Agenda:
    """One plan as the council is to see it; `year` is the one that it judges.

    `published` are the printed tallies of years that are over, `not_yet` how many are of years that
    are not. `slow` are projects whose newest evaluation says delayed or cancelled. `unjudged` are
    the goals and measures that the council is to judge, and nobody has judged in the year.
    `answered` is what was answered since the council met last, each with what it is about.
    """

    overview: Overview
    year: FiscalYear
    proposals: tuple[Proposal, ...]
    delayed: tuple[DelayedAction, ...]
    slow: tuple[tuple[PlacedProject, Judgement], ...]
    instructions: tuple[Due, ...]
    missing: tuple[Due, ...]
    standings: tuple[Standing, ...]
    published: tuple[PublishedCheck, ...]
    not_yet: int
    sheets: tuple[Sheet, ...]
    unjudged: tuple[Goal | Measure, ...] = ()
    answered: tuple[tuple[str, FollowUp], ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.overview.plan

    @property
    def judgement(self) -> Judgement | None:
        """The newest judgement on the plan as a whole."""
        return newest(self.plan.evaluations, self.overview.view)

    @property
    def is_to_be_judged(self) -> bool:
        """Whether the year is over, and nothing says how the plan as a whole went in it."""
        known = self.plan.evaluations.get(self.year)
        over = self.year.ended_by(self.overview.view.today)
        return over and not is_review(known and known.of_year)

    @property
    def halfway(self) -> FiscalYear | None:
        """The running year, if its first half is over and some projects are judged by halves."""
        running = self.overview.view.as_of
        halves = any(each.review == "half_yearly" for each in self.plan.categories.values())
        judged = halves and running in self.plan.period and running != self.year
        return running if judged and running.second_half <= self.overview.view.today else None

    @property
    def missed(self) -> tuple[Assessment, ...]:
        """The indicators that missed their target, then those about to."""
        return tuple(
            each
            for status in ("unmet", "behind")
            for each in self.overview.assessments
            if each.status == status
        )

    @property
    def unrated(self) -> tuple[Sheet, ...]:
        """The sheets whose newest review, of the year or of a half since, has no rating yet."""
        return tuple(
            sheet
            for sheet in self.sheets
            if sheet.entry is not None
            and sheet.judgements
            and (found := sheet.judgements[-1]).year >= self.year
            and is_review(found.evaluation)
            and not found.evaluation.council_rating
        )


def view_on(day: date) -> View:
    """The view at the end of `day`: a council on 31 March judges the year that ends with it."""
    return View(fiscal_year_on(day), day + timedelta(days=1))


def agenda_of(plan: Plan, portfolio: Portfolio, day: date, deadlines: Deadlines) -> Agenda:
    """Collect the plan's agenda for a council on `day`, as it stands at the end of that day.

    Tasks that cannot be done by then are none of the council's.
    """
    view = view_on(day)
    whole, year = overview(portfolio, plan, view), year_judged(plan, view)
    tasks = [
        replace(item, state="due") if item.state == "soon" else item
        for item in due_tasks([plan], portfolio, view, deadlines, soon=1, day=day)
    ]
    published = [check for check in whole.published if _is_over(check, view)]
    return Agenda(
        whole,
        year,
        tuple(_proposals(plan, portfolio, view)),
        tuple(_delayed(plan, portfolio, view)),
        tuple(_slow(whole)),
        tuple(item for item in tasks if item.task.kind in ("instruction", "follow_up")),
        tuple(item for item in tasks if item.task.kind in _MISSING),
        standings_of(whole),
        tuple(published),
        len(whole.published) - len(published),
        sheets_of(whole),
        tuple(
            each
            for item in tasks
            if item.task.kind == "judgement" and item.task.year == year
            for each in unjudged(plan, year)
            if not isinstance(each, Plan)
        ),
        tuple(_answered(plan, portfolio, view, deadlines, day)),
    )


def _answered(
    plan: Plan, portfolio: Portfolio, view: View, deadlines: Deadlines, day: date
) -> Iterator[tuple[str, FollowUp]]:
    since = _met_before(plan, deadlines, day)
    holders: list[Judged] = [plan]
    for goal in plan.goals:
        holders.append(PlacedGoal(plan, goal))
        holders += [PlacedMeasure(plan, goal, measure) for measure in goal.measures]
    holders += [each for each in portfolio.projects[plan.id] if belongs(each, view)]
    for holder in holders:
        yield from answers(holder, since, day)


def _met_before(plan: Plan, deadlines: Deadlines, day: date) -> date:
    """The day on which the council met last, by the record or its calendar; else a year before."""
    year_before = day - timedelta(days=365)
    council = plan.council.name if plan.council else None
    met = [each.date.last_day for each in plan.meetings if each.date and each.body == council] + [
        each.from_day(year_before) for each in deadlines.council
    ]
    return max((each for each in met if each < day), default=year_before)


def _is_over(check: PublishedCheck, view: View) -> bool:
    period = check.tally.period
    year = check.tally.year or (period.last if period else None)
    return year is None or year.ended_by(view.today)


def _proposals(plan: Plan, portfolio: Portfolio, view: View) -> Iterator[Proposal]:
    """Changes without approval, the plan's own first; of later fiscal years none is known yet."""
    for placed, changes in _histories(plan, portfolio):
        for change in changes:
            if _is_proposed(change, view):
                yield Proposal(change, placed)


def _histories(
    plan: Plan, portfolio: Portfolio
) -> Iterator[tuple[Part | None, Sequence[TargetRevision | PlanRevision | Amendment]]]:
    """What was changed of the plan, and of everything in it."""
    yield None, plan.revisions
    for goal in plan.goals:
        yield PlacedGoal(plan, goal), goal.amendments
        for measure in goal.measures:
            yield PlacedMeasure(plan, goal, measure), measure.amendments
    for entry in portfolio.projects[plan.id]:
        yield entry, entry.project.amendments
    for placed in portfolio.indicators(plan.id):
        for each in (placed, *placed.parts):
            yield each, each.changes


def _is_proposed(change: TargetRevision | PlanRevision | Amendment, view: View) -> bool:
    """Whether nobody has approved it, as far as it is in sight.

    What is to end is dated by its end, which may lie years ahead; the proposal is there today.
    """
    day = change.proposed or change.date
    known = is_ending(change) or day is None or view.sees(day.fiscal_year)
    return known and approver(change) is None


def _delayed(plan: Plan, portfolio: Portfolio, view: View) -> Iterator[DelayedAction]:
    for entry in portfolio.projects[plan.id]:
        if not belongs(entry, view):
            continue
        for year, actions in sorted(entry.project.actions.items()):
            for action in actions:
                if action.state == "delayed" and view.sees(year):
                    yield DelayedAction(entry, year, action)


def _slow(whole: Overview) -> Iterator[tuple[PlacedProject, Judgement]]:
    for entry in whole.projects:
        judged = newest(entry.project.evaluations, whole.view)
        if judged is not None and judged.evaluation.progress in _NOT_TO_PLAN:
            yield entry, judged
