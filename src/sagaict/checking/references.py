"""References: every id named anywhere must lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from sagaict.checking.finding import Among, Finding
from sagaict.domain.indicator import Indicator, Lineage
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.domain.spelling import Suggestions
from sagaict.domain.walks import (
    Location,
    indicators_of,
    measures_of,
    named_indicators,
)
from sagaict.language import mark
from sagaict.reading.rules import RuleText
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["TEXTS", "Index", "dangling_references", "succession"]


class Index:
    """Every id of the workspace, by kind, of which other plans may speak.

    Ids inside broken files are not known to it, so nothing is said about ids that may be there.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.plans = {plan.id: plan for _, plan in workspace.plans}
        self.measures = {
            plan.id: {measure.id for _, measure in measures_of(plan)} for _, plan in workspace.plans
        }
        self.projects: dict[str, set[str]] = {name: set() for name in self.plans}
        for _, project in workspace.projects:
            self.projects.setdefault(project.plan, set()).add(project.id)
        self.indicators: set[str] = set()
        for _, document in workspace.documents:
            for _, full_id, indicator in named_indicators(document):
                self._add(full_id, indicator)
        self.holders = {
            f"{plan}/{name}"
            for group in (self.measures, self.projects)
            for plan, names in group.items()
            for name in names
        }
        self.everything = self.indicators | self.holders | set(self.plans)
        self.suggestions = Suggestions()
        broken = [file for file in workspace.files if file.shown in workspace.broken]
        plans = workspace.root / "plans"
        self._unread = {
            file.stem if file.path.parent == plans else f"{file.folder}/{file.stem}"
            for file in broken
        }

    def _add(self, full_id: str, indicator: Indicator) -> None:
        self.indicators.add(full_id)
        self.indicators.update(f"{full_id}/{part.id}" for part in indicator.parts)

    def may_exist(self, full_id: str) -> bool:
        """Whether the id would be found in a file that could not be read."""
        plan, _, rest = full_id.partition("/")
        return plan in self._unread or f"{plan}/{rest.partition('/')[0]}" in self._unread

    def unknown(
        self, rule: str, file: FileOf, location: Location, name: str, known: Collection[str]
    ) -> Finding:
        """An id that is not among the known ones of its own plan, with the nearest that is."""
        args = {"id": name, "suggestion": self.suggestions.nearest(name, known)}
        return Finding(rule, file, location, args)

    def astray(
        self, rule: str, file: FileOf, location: Location, name: str, among: Among
    ) -> Iterator[Finding]:
        """An id that may be of any plan, if nothing bears it."""
        if name not in getattr(self, among) and not self.may_exist(name):
            yield Finding(rule, file, location, {"id": name}, among=among)


def dangling_references(workspace: Workspace, index: Index) -> Iterator[Finding]:
    """Ids that nothing bears."""
    for file, plan in workspace.plans:
        yield from _plan_references(file, plan, index)
    for file, project in workspace.projects:
        yield from _project_references(file, project, index)


def _plan_references(file: FileOf, plan: Plan, index: Index) -> Iterator[Finding]:
    for field in ("predecessors", "successors"):
        for number, name in enumerate(getattr(plan, field)):
            yield from index.astray("unknown-plan", file, (field, number), name, "plans")
    yield from _surrounding_references(file, plan, index)
    yield from _published_references(file, plan, index)
    for number, item in enumerate(plan.discrepancies):
        for position, name in enumerate(item.about):
            location: Location = ("discrepancies", number, "about", position)
            yield from index.astray("unknown-id", file, location, name, "everything")
    yield from _indicator_references(file, indicators_of(plan), index)
    owns = {place: measure.id for place, measure in measures_of(plan)}
    for location, indicator in indicators_of(plan):
        own = owns.get(location[:-2])
        yield from _listed_again(file, location, indicator, plan.id, own, index)
    yield from _cited(file, plan, plan.id, index)


def _surrounding_references(file: FileOf, plan: Plan, index: Index) -> Iterator[Finding]:
    """What its policies and the plans above it name."""
    projects, measures = index.projects.get(plan.id, set()), index.measures[plan.id]
    for number, policy in enumerate(plan.policies):
        for position, name in enumerate(policy.projects):
            if name not in projects and not index.may_exist(f"{plan.id}/{name}"):
                location: Location = ("policies", number, "projects", position)
                yield index.unknown("unknown-project", file, location, name, projects)
        for position, name in enumerate(policy.measures):
            if name not in measures:
                location = ("policies", number, "measures", position)
                yield index.unknown("unknown-measure", file, location, name, measures)
    for number, parent in enumerate(plan.parents):
        if parent.plan is not None:
            location = ("parents", number, "plan")
            yield from index.astray("unknown-plan", file, location, parent.plan, "plans")
        for position, name in enumerate(parent.shares):
            location = ("parents", number, "shares", position)
            yield from index.astray("unknown-id", file, location, name, "indicators")


def _published_references(file: FileOf, plan: Plan, index: Index) -> Iterator[Finding]:
    for number, published in enumerate(plan.published):
        if published.indicator:
            location = ("published", number, "indicator")
            name = published.indicator
            yield from index.astray("unknown-id", file, location, name, "indicators")
        goals = [goal.key for goal in plan.goals]
        if published.goal is not None and published.goal not in goals:
            yield index.unknown(
                "unknown-goal", file, ("published", number, "goal"), published.goal, goals
            )


def _project_references(file: FileOf, project: Project, index: Index) -> Iterator[Finding]:
    if project.plan not in index.plans:
        yield from index.astray("unknown-plan", file, ("plan",), project.plan, "plans")
        return
    plan = index.plans[project.plan]
    measures = index.measures[project.plan]
    if project.measure not in measures:
        yield index.unknown("unknown-measure", file, ("measure",), project.measure, measures)
    if project.category is not None and project.category not in plan.categories:
        yield index.unknown(
            "unknown-category", file, ("category",), project.category, plan.categories
        )
    yield from _lineage(file, ("continues",), project.continues, "holders", index)
    yield from _indicator_references(file, indicators_of(project), index)
    for location, indicator in indicators_of(project):
        yield from _listed_again(file, location, indicator, project.plan, project.measure, index)
    yield from _cited(file, project, project.plan, index)


def _indicator_references(
    file: FileOf, indicators: Iterator[tuple[Location, Indicator]], index: Index
) -> Iterator[Finding]:
    for location, indicator in indicators:
        links = indicator.continues
        yield from _lineage(file, (*location, "continues"), links, "indicators", index)
        if indicator.derived is not None:
            for number, name in enumerate(indicator.derived.sum_of):
                place = (*location, "derived", "sum_of", number)
                yield from index.astray("unknown-id", file, place, name, "indicators")


def _listed_again(
    file: FileOf, location: Location, indicator: Indicator, plan: str, own: str | None, index: Index
) -> Iterator[Finding]:
    """Other measures of the plan, each once."""
    known = index.measures[plan] - {own}
    for number, name in enumerate(indicator.also_under):
        place = (*location, "also_under", number)
        if name == own or name in indicator.also_under[:number]:
            yield Finding("listed-twice", file, place, {"id": name})
        elif name not in known:
            yield index.unknown("unknown-measure", file, place, name, known)


def _lineage(
    file: FileOf,
    location: Location,
    lineage: tuple[Lineage, ...],
    among: Among,
    index: Index,
) -> Iterator[Finding]:
    for number, link in enumerate(lineage):
        yield from index.astray("unknown-id", file, (*location, number, "id"), link.id, among)


def _cited(file: FileOf, document: Plan | Project, plan_id: str, index: Index) -> Iterator[Finding]:
    """Sources name a document of their own plan (`draft …`) or of another (`plan-id/draft …`)."""
    for location, source in sources_in(document):
        name = source.split(" ", 1)[0]
        owner, _, local = name.rpartition("/")
        plan = index.plans.get(owner or plan_id)
        if plan is None:
            yield from index.astray("unknown-plan", file, location, owner, "plans")
        elif local not in plan.documents:
            found = index.unknown("unknown-document", file, location, name, plan.documents)
            args = {**found.args, "plan": plan.id, "document": local}
            yield replace(found, args=args)


_HOLDERS = (Record, tuple, dict)


def sources_in(value: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every `source` below a model, with its location."""
    if isinstance(value, Record):
        for name, inner in vars(value).items():
            if name == "source":
                if isinstance(inner, str):
                    yield (*location, name), inner
            elif inner and isinstance(inner, _HOLDERS):
                yield from sources_in(inner, (*location, name))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from sources_in(inner, (*location, number))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from sources_in(inner, (*location, key))


def succession(workspace: Workspace) -> Iterator[Finding]:
    """A plan and its successor name each other."""
    plans = {plan.id: plan for _, plan in workspace.plans}
    files = {plan.id: file for file, plan in workspace.plans}
    pairs = (("successors", "predecessors"), ("predecessors", "successors"))
    for file, plan in workspace.plans:
        for here, there in pairs:
            for number, name in enumerate(getattr(plan, here)):
                other = plans.get(name)
                if other is not None and plan.id not in getattr(other, there):
                    yield Finding(
                        "one-sided-succession",
                        file,
                        (here, number),
                        {"id": plan.id, "other": name, "field": there},
                        related=((files[name], (there,)),),
                    )


TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "unknown-plan": RuleText(
            mark("there is no plan “{id}”"),
            mark("Correct the id, or add the plan's file."),
        ),
        "listed-twice": RuleText(
            mark("the indicator is listed under {id} already"),
            mark("Name other measures only (再掲), each once."),
        ),
        "unknown-measure": RuleText(
            mark("the plan has no measure “{id}”"),
            mark("Correct the id, or add the measure to the plan."),
        ),
        "unknown-project": RuleText(
            mark("the plan has no project “{id}”"),
            mark("Correct the id, or add the project's file."),
        ),
        "unknown-category": RuleText(
            mark("the plan has no category “{id}”"),
            mark("Correct it, or define the category in the plan."),
        ),
        "unknown-goal": RuleText(
            mark("the plan has no goal “{id}”"),
            mark("Write the number of one of the plan's goals."),
        ),
        "unknown-document": RuleText(
            mark("the source names a document “{id}” that the plan does not list"),
            mark(
                "Correct the name, or add the document: "
                "sagaict set {plan} documents.{document} TITLE"
            ),
        ),
        "unknown-id": RuleText(
            mark("nothing has the id “{id}”"),
            mark("Write the full id of an existing plan, measure, project or indicator."),
        ),
        "one-sided-succession": RuleText(
            mark("“{other}” does not name “{id}” in its “{field}”"),
            mark("Add it there, so that both plans say the same."),
        ),
    }
)
"""The words of the rules found here."""
