"""How a plan, its goals and measures stand: 施策 / 施策目標 / 中間状況, as the city prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.cycle.judgement import Judgement, newest, year_judged
from sagaict.cycle.standings import Standing, standings_of
from sagaict.domain.evaluation import Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import numbered
from sagaict.language import _
from sagaict.language.levels import goal_label, level
from sagaict.language.quantities import DASH
from sagaict.language.quantities import year as year_text
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    labelled,
    plan_title,
    staged,
    stated_target,
    status_text,
    when,
)

__all__ = ["judged_text", "standing_blocks", "standing_report"]


def standing_report(wholes: Sequence[Overview]) -> Iterator[Block]:
    """The tables of some plans, each under its plan."""
    if not wholes:
        yield Paragraph.of(_("No plan is running."))
    for whole in wholes:
        yield Heading(plan_title(whole.plan))
        found = list(standing_blocks(whole, standings_of(whole), 2))
        yield from found or [Paragraph.of(_("No measure has a goal indicator or was judged."))]


def standing_blocks(whole: Overview, standings: Sequence[Standing], above: int) -> Iterator[Block]:
    """What was said of the plan and its goals, and the table of its measures."""
    plan, view = whole.plan, whole.view
    said = list(_said(whole))
    if not said and not standings:
        return
    year = year_judged(plan, view)
    interim = year < plan.period.last
    title = _("Interim evaluation, {year}") if interim else _("Evaluation of the last year, {year}")
    yield Heading(staged(title.format(year=year_text(year)), plan), above)
    for name, text in said:
        yield Paragraph((Cell(f"{name}\n", "strong"), Cell(text)))
    if standings:
        yield _table(standings, whole, year)


def _said(whole: Overview) -> Iterator[tuple[str, str]]:
    plan, view = whole.plan, whole.view
    judged = [(_("The plan as a whole"), newest(plan.evaluations, view))]
    judged += [(goal_label(plan, goal), newest(goal.evaluations, view)) for goal in plan.goals]
    for name, each in judged:
        if each is not None:
            text = judged_text(each.evaluation)
            if each.evaluation.progress != "unknown":
                text = "\n".join(filter(None, [labelled(plan, each.evaluation.progress), text]))
            yield name + _elsewhen(each, None), text


def judged_text(evaluation: Review) -> str:
    """The judgement in its own words, what was said, why, what is left, its rating; in lines."""
    forecast = term(evaluation.forecast) if evaluation.forecast else ""
    rating = evaluation.council_rating
    told = (
        evaluation.judgement,
        evaluation.printed,
        "" if forecast in (evaluation.remark or "") else forecast,
        evaluation.remark,
        evaluation.causes,
        evaluation.issues,
        _("Rating of the council: {rating}").format(rating=rating) if rating else "",
    )
    return "\n".join(filter(None, told))


def _table(standings: Sequence[Standing], whole: Overview, year: FiscalYear) -> Table:
    plan, view = whole.plan, whole.view
    years = {each.judgement.year for each in standings if each.judgement}
    common = years.pop() if len(years) == 1 else year
    interim = year < plan.period.last
    state = _("Interim state, {year}") if interim else _("State, {year}")
    columns = (
        Column(level(plan, "measure"), fold=True),
        Column(_("Aim of the measure"), fold=True),
        Column(state.format(year=year_text(common)), fold=True),
    )
    rows: list[Row | Section] = []
    goal = None
    for each in standings:
        if each.goal is not goal:
            goal = each.goal
            rows.append(Section(goal_label(plan, goal), apart=bool(rows)))
        aims = [line for item in each.indicators for line in _aims(item, view)]
        cells = (numbered(each.measure), _listed(aims), _state(each, common))
        rows.append(Row(tuple(map(Cell, cells)), 1))
    return Table(columns, tuple(rows))


def _listed(lines: Sequence[str]) -> str:
    """The lines, numbered where there are several: those of one cell answer to those of another."""
    if len(lines) < 2:
        return "".join(lines) or DASH
    return "\n".join(f"({number}) {line}" for number, line in enumerate(lines, start=1))


def _aims(item: Assessment, view: View) -> Iterator[str]:
    """What is aimed at in the end, in the words of the document where these are known."""
    for each in _each(item):
        indicator = each.placed.indicator
        targets = targets_by_year(indicator, view)
        if not targets:
            yield indicator.name
            continue
        last = max(targets)
        text = targets[last].printed
        if text is None:
            due = (indicator.period_due_in(last) or last).label
            text = stated_target(targets[last], indicator.unit) + bracketed(due)
        yield _("{name}: {target}").format(name=indicator.name, target=text)


def _state(standing: Standing, common: FiscalYear) -> str:
    """What was said of it as a whole; where nothing was, how its indicators stand."""
    judged = standing.judgement
    figures = [_figure(each) for item in standing.indicators for each in _each(item)]
    if judged is None:
        return _listed(figures)
    text = judged_text(judged.evaluation) + _elsewhen(judged, common)
    said = judged.evaluation
    told = said.judgement or said.printed or said.remark or said.forecast
    return text if told or not figures else "\n".join((_listed(figures), text))


def _elsewhen(judged: Judgement, common: FiscalYear | None) -> str:
    if judged.halfway:
        return bracketed(_("{year}, first half").format(year=judged.year.label))
    return "" if judged.year == common else bracketed(judged.year.label)


def _each(item: Assessment) -> Iterable[Assessment]:
    return item.parts or (item,)


def _figure(item: Assessment) -> str:
    shown = item.figure or item.latest
    if shown is None:
        return status_text(item)
    text = _("{time} {figure}").format(
        time=when(shown), figure=figure_text(shown, item.placed.indicator.unit)
    )
    return text + bracketed(status_text(item))
