"""What rules look at: the workspace, its portfolio, the day, and the thresholds in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from sagaict.checking.asked import Audience, is_asked
from sagaict.computing.view import View
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicators_of
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["ProjectSite", "Scene", "Site"]


@dataclass(frozen=True, slots=True)
class Site:
    """An indicator, the file it stands in, and where."""

    file: FileOf
    location: Location
    placed: PlacedIndicator

    @property
    def indicator(self) -> Indicator:
        """The indicator itself."""
        return self.placed.indicator


@dataclass(frozen=True, slots=True)
class ProjectSite:
    """A project and its file."""

    file: FileOf
    placed: PlacedProject

    @property
    def project(self) -> Project:
        """The project itself."""
        return self.placed.project


@dataclass(frozen=True)
class Scene:
    """Everything a rule may ask about. Projects whose plan or measure is unknown are not on it."""

    workspace: Workspace
    view: View
    thresholds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def is_asked(self, audience: Audience, file: FileOf) -> bool:
        """Whether the rules for `audience` ask about the plan a file belongs to."""
        plan = self._plan_of.get(file)
        return plan is None or is_asked(audience, plan, self.view.today)

    @cached_property
    def _plan_of(self) -> dict[FileOf, Plan | None]:
        plans = {plan.id: plan for _file, plan in self.workspace.plans}
        return {
            **dict(self.workspace.plans),
            **{file: plans.get(project.plan) for file, project in self.workspace.projects},
        }

    @cached_property
    def portfolio(self) -> Portfolio:
        """The models in their places."""
        return self.workspace.portfolio()

    def threshold(self, rule: str, name: str) -> int:
        """A threshold of a rule, as the settings or else the rule itself sets it."""
        return self.thresholds[rule][name]

    def sites(self) -> Iterator[Site]:
        """Every indicator with its place; in the place of one that is judged by them, its parts."""
        yield from self._sites

    @cached_property
    def _sites(self) -> tuple[Site, ...]:
        # By the thing itself, not by its id: two files may claim one id.
        placed = {id(entry.indicator): entry for entry in self.portfolio.indicators()}
        return tuple(
            site
            for file, holder in self.workspace.documents
            for location, indicator in indicators_of(holder)
            if id(indicator) in placed
            for site in _sites_of(file, location, placed[id(indicator)])
        )

    @cached_property
    def by_id(self) -> dict[str, Site]:
        """Sites by the full id of their indicator."""
        return {site.placed.full_id: site for site in self._sites}

    def projects(self) -> Iterator[ProjectSite]:
        """Every project with its file."""
        placed = {
            id(entry.project): entry
            for entries in self.portfolio.projects.values()
            for entry in entries
        }
        for file, project in self.workspace.projects:
            if id(project) in placed:
                yield ProjectSite(file, placed[id(project)])

    def plans(self) -> Iterator[tuple[FileOf, Plan]]:
        """Every plan with its file."""
        yield from self.workspace.plans


def _sites_of(file: FileOf, location: Location, placed: PlacedIndicator) -> Iterator[Site]:
    """The indicator, or its parts where these are judged."""
    if not placed.indicator.is_split:
        yield Site(file, location, placed)
    for number, each in enumerate(placed.parts):
        if each in placed.judged:
            yield Site(file, (*location, "parts", number), each)
