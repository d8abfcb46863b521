"""Drafting the plan that follows: what continues is linked, its last results are the baselines.

Nothing is made up: targets are undecided, since nobody has set them, and what is not known of the
plan before stays out. That one thing continues another is said as `same_name`, for no document says
it yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from sagaict.computing.figures import figure_for
from sagaict.computing.membership import dropped_by
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.computing.tally import latest_evaluation
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.policy import Policy
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.project import Project
from sagaict.domain.record import Record, default_of
from sagaict.domain.results import Actual
from sagaict.domain.structure import fields_of
from sagaict.domain.walks import indicator_id
from sagaict.language import filed, mark
from sagaict.reading.workspace import Workspace
from sagaict.recording.new_plan import free_plan_id
from sagaict.recording.places import find_plan
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import line
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.new_file import new_file
from sagaict.writing.splice import Append

__all__ = ["LEFT_OUT", "LeftOut", "NextFiles", "NextPlan", "Succession", "draft_successor"]

DOCUMENT = "draft"
"""The id of the document the new plan is taken from: its own draft."""

Ended = Literal["done", "cancelled", "complete", "stop", "merge", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPlan:
    """What is known of the new plan. `document` is the title of the paper it is drafted in."""

    id: str
    title: str
    period: Period
    document: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A project or indicator that does not continue, and why."""

    entry: PlacedProject | PlacedIndicator
    why: Ended


@dataclass(frozen=True, slots=True)
class Succession:
    """What went into the next plan: projects, indicators, how many of these have a baseline."""

    projects: int
    indicators: int
    baselines: int
    left_out: tuple[LeftOut, ...]


def draft_successor(
    change_set: ChangeSet,
    workspace: Workspace,
    portfolio: Portfolio,
    plan_id: str,
    new: NextPlan,
    view: View,
) -> Succession:
    """Put a draft of the next plan, with a file for each continuing project, into the change set.

    Raises:
        Refused: `unknown-plan`, `bad-id`, `bad-id-near`, `id-taken`, `empty-text`, `several-lines`,
            `unwritable`, `begins-too-early`.
        SpliceFailed, OSError: a file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    new = replace(
        new,
        id=free_plan_id(new.id, workspace),
        title=line(new.title),
        document=line(new.document),
    )
    if new.period.first <= plan.period.first:
        raise Refused("begins-too-early", period=new.period.label, other=plan.period.label)
    writer = NextFiles(plan, new, portfolio, view)
    change_set.create(f"plans/{new.id}.yaml", new_file(Plan, writer.plan()))
    for entry in writer.projects:
        content = writer.project(entry)
        change_set.create(f"projects/{new.id}/{entry.project.id}.yaml", new_file(Project, content))
    if new.id not in plan.successors:
        change_set.change(file, Append(("successors",), new.id))
    return Succession(
        len(writer.projects), writer.indicators, writer.baselines, tuple(writer.left_out)
    )


class NextFiles:
    """Writes the contents of the new files, and keeps account of them."""

    def __init__(self, plan: Plan, new: NextPlan, portfolio: Portfolio, view: View) -> None:
        self._plan = plan
        self._new = new
        self._view = view
        self._placed = {entry.full_id: entry for entry in portfolio.indicators(plan.id)}
        ends = {entry: _end(entry, view) for entry in portfolio.projects[plan.id]}
        self.projects = [entry for entry, why in ends.items() if why is None]
        self.indicators = self.baselines = 0
        self.left_out = [LeftOut(entry, why) for entry, why in ends.items() if why is not None]

    def plan(self) -> dict[str, Any]:
        """The plan with its goals and measures, and the indicators of these."""
        plan, new = self._plan, self._new
        return _copied(
            plan,
            id=new.id,
            title=new.title,
            period=new.period.label,
            stage="draft",
            predecessors=[plan.id],
            documents={DOCUMENT: {"title": new.document, "stage": "draft"}},
            **self._own(plan),
            goals=self._goals(),
            policies=[_copied(each, projects=self._going_on(each)) for each in plan.policies],
            source=DOCUMENT,
        )

    def _goals(self) -> list[dict[str, Any]]:
        """The goals that continue; what is in the others is named as left out."""
        written = [
            (each, _copied(each, measures=self._measures(each), **self._own(each)))
            for each in self._plan.goals
        ]
        return [
            content
            for each, content in written
            if dropped_by(PlacedGoal(self._plan, each), self._view) is None
        ]

    def _measures(self, goal: Goal) -> list[dict[str, Any]]:
        """Likewise the measures of a goal."""
        written = [(each, self._measure(each)) for each in goal.measures]
        return [
            content
            for each, content in written
            if dropped_by(PlacedMeasure(self._plan, goal, each), self._view) is None
        ]

    def _measure(self, measure: Measure) -> dict[str, Any]:
        return _copied(measure, **self._own(measure))

    def _own(self, holder: Plan | Goal | Measure) -> dict[str, Any]:
        """The indicators of a plan, goal or measure itself."""
        return {
            "goal_indicators": self._carried(holder, holder.goal_indicators),
            "outcome_indicators": self._carried(holder, holder.outcome_indicators),
        }

    def _going_on(self, policy: Policy) -> list[str]:
        going_on = {entry.project.id for entry in self.projects}
        return [name for name in policy.projects if name in going_on]

    def project(self, entry: PlacedProject) -> dict[str, Any]:
        """A continuing project: what it is, without what was planned and done for it so far."""
        project = entry.project
        return _copied(
            project,
            plan=self._new.id,
            outcome_indicators=self._carried(project, project.outcome_indicators),
            continues=[{"id": entry.full_id, "basis": "same_name"}],
            source=DOCUMENT,
        )

    def _carried(
        self, holder: Plan | Goal | Measure | Project, indicators: tuple[Indicator, ...]
    ) -> list[dict[str, Any]]:
        return list(self._indicators(holder, indicators))

    def _indicators(
        self, holder: Plan | Goal | Measure | Project, indicators: tuple[Indicator, ...]
    ) -> Iterator[dict[str, Any]]:
        for indicator in indicators:
            placed = self._placed[indicator_id(self._plan.id, holder, indicator.id)]
            if placed.dropped:
                self.left_out.append(LeftOut(placed, "dropped"))
                continue
            baseline = self._baseline(placed)
            self.indicators += 1
            parts = [self._part(each, part) for each in placed.parts if (part := each.part)]
            self.baselines += baseline is not None or any("baseline" in each for each in parts)
            yield _copied(
                indicator,
                baseline=baseline,
                targets={self._target_key(indicator): _open(indicator)},
                parts=parts,
                derived=self._derived(indicator),
                continues=[{"id": placed.full_id, "basis": "same_name"}],
            )

    def _part(self, placed: PlacedIndicator, part: Part) -> dict[str, Any]:
        """A part with its last result, and targets of its own if it had such."""
        key = self._target_key(placed.indicator)
        targets = {key: _open(placed.indicator)} if part.targets else {}
        return _copied(part, baseline=self._baseline(placed), targets=targets)

    def _derived(self, indicator: Indicator) -> dict[str, Any] | None:
        """How it is computed, as far as everything it is computed from continues."""
        derived = indicator.derived
        if derived is None:
            return None
        if derived.share_met is not None:
            return {"share_met": _copied(derived.share_met)}
        if not all(self._continues(full_id) for full_id in derived.sum_of):
            return None
        return {
            "sum_of": [f"{self._new.id}/{full_id.partition('/')[2]}" for full_id in derived.sum_of]
        }

    def _continues(self, full_id: str) -> bool:
        placed = self._placed.get(full_id)
        if placed is None or placed.dropped:
            return False
        return placed.placed_project is None or placed.placed_project in self.projects

    def _target_key(self, indicator: Indicator) -> str:
        period = self._new.period
        return period.label if indicator.aggregation == "period_total" else period.last.label

    def _baseline(self, placed: PlacedIndicator) -> dict[str, Any] | None:
        """The last result, as final as it is; of a total, the sum of the period, if it is whole."""
        indicator = placed.indicator
        total = indicator.period_target
        if total is not None:
            figure = figure_for(indicator, total[0].last, self._view)
            if figure is None or figure.value is None or not figure.is_final:
                return None
            if any(year not in self._seen() for year in total[0]):
                return None
            return _filled(
                value=group(figure.value),
                period=total[0].label,
                source=self._cited(figure.actual.source or placed.source),
            )
        last = self._last(indicator)
        if last is None:
            return None
        year, actual, value = last
        return _filled(
            value=group(value),
            year=year.label,
            as_of=str(actual.as_of) if actual.as_of else None,
            note=None
            if actual.state == "final"
            else filed(mark("The provisional result of the plan before.")),
            source=self._cited(actual.source or placed.source),
        )

    def _seen(self) -> set[FiscalYear]:
        return {year for year in self._plan.period if self._view.sees(year)}

    def _last(self, indicator: Indicator) -> tuple[FiscalYear, Actual, Decimal] | None:
        for year, actual in sorted(indicator.actuals.items(), reverse=True):
            if actual.value is not None and actual.state in _STATES and self._view.sees(year):
                return year, actual, actual.value
        return None

    def _cited(self, source: str | None) -> str | None:
        """A source of the plan before, as a file of another plan cites it."""
        if source is None:
            return None
        name = source.partition(" ")[0]
        return source if "/" in name else f"{self._plan.id}/{source}"


_STATES = ("final", "provisional")
"""Results a baseline may be taken from: what was only expected is none."""


def _end(entry: PlacedProject, view: View) -> Ended | None:
    """Why a project does not continue, as its history or its newest evaluation says."""
    if entry.dropped:  # even from a day to come
        return "dropped"
    judged = latest_evaluation(entry, view)
    if judged is not None and judged.outlook in ("complete", "stop", "merge"):
        return judged.outlook
    if judged is not None and judged.progress in ("done", "cancelled"):
        return judged.progress
    return None


LEFT_OUT: Mapping[type[Record], frozenset[str]] = MappingProxyType(
    {
        Plan: frozenset(
            {
                *("successors", "basis", "parents", "provisions", "situation", "roadmap"),
                "glossary",
                *("published", "discrepancies", "evaluations"),
                *("approvals", "meetings", "revisions", "corrections"),
            }
        ),
        Goal: frozenset({"evaluations", "amendments"}),
        Measure: frozenset({"initiatives", "evaluations", "amendments"}),
        Project: frozenset(
            {
                *("actions", "budget", "outcome_undecided"),
                *("evaluations", "amendments", "corrections"),
            }
        ),
        Part: frozenset({"actuals", "published_rates", "revisions"}),
        Indicator: frozenset(
            {"target_basis", "actuals", "published_rates", "revisions", "amendments"}
        ),
    }
)
"""What was planned, found or decided for the plan before. All else goes on, but for notes and
sources, which are of that plan wherever they stand."""

_OF_ITS_PLAN = frozenset({"note", "internal_note", "source"})


def _copied(thing: Record, **own: Any) -> dict[str, Any]:
    """What a thing is, as it is written, with what is the new plan's own in its place."""
    left_out = LEFT_OUT.get(type(thing), frozenset()) | _OF_ITS_PLAN | own.keys()
    kept = {
        name: _written(getattr(thing, name))
        for name in fields_of(type(thing))
        if name not in left_out and getattr(thing, name) != default_of(type(thing), name)
    }
    return _filled(**kept, **own)


def _written(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _written(each) for key, each in value.items()}
    if isinstance(value, Owner) and value.bureau is None:
        return value.section
    if isinstance(value, Record):
        return _copied(value)
    if isinstance(value, tuple):
        written = [_written(each) for each in value]
        return written[0] if len(value) == 1 and isinstance(value[0], Owner) else written
    if isinstance(value, bool):
        return str(value).lower()
    return group(value) if isinstance(value, Decimal) else str(value)


def _filled(**parts: Any) -> dict[str, Any]:
    """The parts there is anything to say about."""
    return {name: value for name, value in parts.items() if value not in (None, [], {})}


def _open(indicator: Indicator) -> str:
    """What the next plan aims at as long as nobody has said so."""
    return "none" if indicator.for_reference else "undecided"
