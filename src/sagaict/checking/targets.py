"""Targets and actuals that cannot be right whatever they measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sagaict.checking.finding import Finding
from sagaict.checking.located import with_locations
from sagaict.domain.fiscal import Period, TargetKey
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.plan import Plan, aims_within, reported_until
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicator_holders, measures_of
from sagaict.language import mark
from sagaict.reading.rules import RuleText
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["TEXTS", "indicator_forms", "missing_sources", "years_outside_period"]


def years_outside_period(workspace: Workspace) -> Iterator[Finding]:
    """Actions and evaluations lie within the plan's period.

    A target may be for soon after it; actuals may be of before it, and of after it up to a target.
    """
    periods = {plan.id: plan.period for _, plan in workspace.plans}
    for file, document, location, indicator in with_locations(workspace):
        period = periods.get(document.id if isinstance(document, Plan) else document.plan)
        if period is not None:
            yield from _indicator_years(file, location, indicator, period)
    for file, project in workspace.projects:
        if project.plan in periods:
            yield from _project_years(file, project, periods[project.plan])
    for file, plan in workspace.plans:
        judged = [
            ((), plan.evaluations),
            *((("goals", number), goal.evaluations) for number, goal in enumerate(plan.goals)),
            *((location, measure.evaluations) for location, measure in measures_of(plan)),
        ]
        for location, evaluations in judged:
            for year in evaluations:
                if year not in plan.period:
                    yield _outside(file, (*location, "evaluations", year), year, plan.period)


def _indicator_years(
    file: FileOf, location: Location, indicator: Indicator, period: Period
) -> Iterator[Finding]:
    for key in indicator.targets:
        if not aims_within(key, period):
            yield _outside(file, (*location, "targets", key), key, period)
    last = reported_until(indicator, period)
    for year in indicator.actuals:
        if year > last:
            yield _outside(file, (*location, "actuals", year), year, period)


def _project_years(file: FileOf, project: Project, period: Period) -> Iterator[Finding]:
    for name, years in (("actions", project.actions), ("evaluations", project.evaluations)):
        for year in years:
            if year not in period:
                yield _outside(file, (name, year), year, period)


def _outside(file: FileOf, location: Location, year: TargetKey, period: Period) -> Finding:
    args = {"year": year.label, "period": period.label}
    return Finding("year-outside-period", file, location, args, on_key=True)


def indicator_forms(workspace: Workspace) -> Iterator[Finding]:
    """Keys of targets fit the aggregation; relations have a basis; revisions lead to the target."""
    for file, _document, location, indicator in with_locations(workspace):
        total = indicator.aggregation == "period_total"
        periods = [key for key in indicator.targets if isinstance(key, Period)]
        for key in indicator.targets:
            if not any(key in period for period in periods) if total else key in periods:
                rule = "target-needs-period" if total else "target-needs-year"
                args = {"key": key.label, "aggregation": indicator.aggregation}
                yield Finding(rule, file, (*location, "targets", key), args, on_key=True)
        yield from _judgements(file, location, indicator)
        yield from _relations(file, location, indicator)
        yield from _revisions(file, location, indicator)


def _judgements(file: FileOf, location: Location, indicator: Indicator) -> Iterator[Finding]:
    for year, actual in indicator.actuals.items():
        target = indicator.targets.get(year)
        if actual.is_judged and (target is None or target.words is None):
            place = (*location, "actuals", year, "state")
            yield Finding("judgement-without-words", file, place, {"year": year.label})


def _relations(file: FileOf, location: Location, indicator: Indicator) -> Iterator[Finding]:
    for key, target in indicator.targets.items():
        relative = target.relative
        if relative is None or isinstance(key, Period):
            continue
        if relative.to == "comparison":
            if indicator.comparison is None:
                place = (*location, "targets", key, "relative", "to")
                yield Finding("no-comparison", file, place, {})
            continue
        basis = key.plus(-1) if relative.to == "previous" else relative.to
        known = {*indicator.targets, *indicator.actuals}
        baseline = indicator.baseline
        if baseline is not None and baseline.fiscal_year is not None and baseline.years == 1:
            known.add(baseline.fiscal_year)
        # What the year before came to may be printed nowhere; a year that is named is in the data.
        if basis >= key or (relative.to != "previous" and basis not in known):
            place = (*location, "targets", key, "relative", "to")
            yield Finding("relative-without-basis", file, place, {"year": basis.label})


def _revisions(file: FileOf, location: Location, indicator: Indicator) -> Iterator[Finding]:
    last: dict[TargetKey, int] = {}
    ordered = sorted(enumerate(indicator.revisions), key=lambda item: item[1].date)
    for number, revision in ordered:
        before = last.get(revision.year)
        place = (*location, "revisions", number)
        if before is not None and indicator.revisions[before].new != revision.old:
            yield Finding("revision-chain", file, (*place, "old"), {"year": revision.year.label})
        last[revision.year] = number
    for year, number in last.items():
        target = indicator.targets.get(year)
        new = indicator.revisions[number].new
        if target is None or target.meaning != new.meaning:
            place = (*location, "revisions", number, "new")
            yield Finding("revision-chain", file, place, {"year": year.label})


def missing_sources(workspace: Workspace) -> Iterator[Finding]:
    """Every figure has a source: its own, or the nearest one above it."""
    for file, plan in workspace.plans:
        sourced: list[Location] = []
        for location, holder in indicator_holders(plan):
            # What stands above it comes first.
            if holder.source or any(location[: len(above)] == above for above in sourced):
                sourced.append(location)
                continue
            for name in ("goal_indicators", "outcome_indicators"):
                for position, indicator in enumerate(getattr(holder, name)):
                    yield from _unsourced(file, (*location, name, position), indicator)


def _unsourced(file: FileOf, location: Location, indicator: Indicator | Part) -> Iterator[Finding]:
    if indicator.source is not None:
        return
    for number, part in enumerate(indicator.parts if isinstance(indicator, Indicator) else ()):
        yield from _unsourced(file, (*location, "parts", number), part)
    if indicator.baseline is not None and indicator.baseline.source is None:
        yield Finding("no-source", file, (*location, "baseline"), {}, on_key=True)
    if indicator.comparison is not None and indicator.comparison.source is None:
        yield Finding("no-source", file, (*location, "comparison"), {}, on_key=True)
    for name in ("targets", "actuals"):
        for key, figure in getattr(indicator, name).items():
            if figure.source is None:
                yield Finding("no-source", file, (*location, name, key), {}, on_key=True)


TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "year-outside-period": RuleText(
            mark("{year} lies outside the plan's period {period}"),
            mark("Correct the year, or the plan's period."),
        ),
        "target-needs-period": RuleText(
            mark("a period total has a target for a period, and {key} lies in none"),
            mark(
                "Write the period as the key, e.g. R6-R9, beside those of its years; or correct "
                "“aggregation”."
            ),
        ),
        "target-needs-year": RuleText(
            mark("a target for the period {key} fits only a period total"),
            mark("Write a single fiscal year as the key, or aggregation: period_total."),
        ),
        "judgement-without-words": RuleText(
            mark("a judgement is recorded for {year}, whose target is not in words"),
            mark(
                "What is judged by hand stands under the year of its target, on whatever day that "
                "was (as_of); of a number, write the figure."
            ),
        ),
        "relative-without-basis": RuleText(
            mark("the target relates to {year}, which has no target, actual or baseline"),
            mark("Correct the year, or add the baseline it relates to."),
        ),
        "no-comparison": RuleText(
            mark("the target relates to a comparison, and the indicator has none"),
            mark("Add “comparison” with the name of the series and its figures by year."),
        ),
        "revision-chain": RuleText(
            mark("the history of revisions of {year} does not lead to its target"),
            mark("The old value is what stood before; the last new value is the target."),
        ),
        "no-source": RuleText(
            mark("there is no source for this figure"),
            mark("Add “source” to it, or to the indicator or measure it belongs to."),
        ),
    }
)
"""The words of the rules found here."""
