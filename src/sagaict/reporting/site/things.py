"""The pages of single things: of plans with their results and their text, and all below."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.overview import Overview, listing
from sagaict.computing.selection import Filter, PlacedGoal, PlacedMeasure, Thing, title_of
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.opendata.tables import TABLES
from sagaict.reporting.phrases import bracketed, plan_title
from sagaict.reporting.show import show_report
from sagaict.reporting.site.edition import Edition, Page
from sagaict.reporting.site.paths import DATA, FIRST, about_id, about_path, path_of
from sagaict.reporting.status_report import status_report
from sagaict.reporting.status_table import Options

__all__ = ["first_page", "pages_of"]

_OF_INDICATORS = ("indicators", "figures", "targets")
_OF_PROJECTS = ("indicators", "actions", "evaluations")
"""The tables with rows of them."""


def first_page(edition: Edition, title: str) -> Page:
    """All plans: those that run in full, the others in a line each."""
    wholes = [edition.wholes[plan.id] for plan in edition.newest_first]
    opened = [each for each in wholes if each.running] or wholes[:1]
    return Page(FIRST, _status(edition, wholes, opened), title)


def pages_of(thing: Thing, edition: Edition) -> Iterator[Page]:
    """The page of a thing, of a plan two: its results, and its text."""
    above = _above(thing)
    if isinstance(thing, Plan):
        whole = edition.wholes[thing.id]
        text = _("The plan itself: its aims, measures, documents and revisions")
        there = Paragraph((Cell(text, about=about_id(thing)),))
        results = [there, *_status(edition, [whole], [whole])]
        yield Page(path_of(thing), results, plan_title(thing), above, thing.id)
        above = (*above, (plan_title(thing), path_of(thing)))
        title = plan_title(thing) + bracketed(_("text of the plan"))
        _own_title, *content = _shown(edition, thing)
        yield Page(about_path(thing), content, title, above)
    else:
        yield Page(path_of(thing), _shown(edition, thing), above=above, about=thing.full_id)


def _status(edition: Edition, wholes: list[Overview], opened: list[Overview]) -> list[Block]:
    ids = frozenset(each.plan.id for each in opened)
    options = Options(ids, draws=True, page=True, of_one=len(wholes) == 1)
    items = [listing(each, Filter()) for each in wholes]
    return status_report(items, "", options, edition.view, edition.around(opened))


def _shown(edition: Edition, thing: Thing) -> list[Block]:
    return [*show_report(thing, edition.portfolio, edition.view, page=True), *_rows_of(thing)]


def _rows_of(thing: Thing) -> Iterator[Block]:
    """The tables of the open data that hold what stands on its page, and how to find it there."""
    if isinstance(thing, PlacedIndicator):
        names, columns = _OF_INDICATORS, {"indicator_id": thing.full_id}
    elif isinstance(thing, PlacedProject):
        names = _OF_PROJECTS
        columns = {"plan_id": thing.plan.id, "project_id": thing.project.id}
    else:
        return
    asked = _(", ").join(f"{name} = {value}" for name, value in columns.items())
    yield Heading(_("Open data"), 2)
    yield Paragraph.of(_("Rows with {columns} of:").format(columns=asked))
    yield Bullets(
        tuple(
            Paragraph(
                (
                    Cell(f"{name}.csv", about=f"{DATA}/{name}.csv"),
                    Cell(f"  {_(TABLES[name].about)}"),
                )
            )
            for name in names
        )
    )


def _above(thing: Thing) -> tuple[tuple[str, str], ...]:
    """The things over this one, with their pages."""
    found: list[tuple[str, str]] = [(_("All plans"), FIRST)]
    if isinstance(thing, Plan):
        return tuple(found)
    plan = thing.plan
    found.append((plan_title(plan), path_of(plan)))
    if isinstance(thing, PlacedGoal) or thing.goal is None:
        return tuple(found)
    found.append((goal_label(plan, thing.goal), path_of(PlacedGoal(plan, thing.goal))))
    if isinstance(thing, PlacedMeasure) or thing.measure is None:
        return tuple(found)
    placed = PlacedMeasure(plan, thing.goal, thing.measure)
    found.append((numbered(thing.measure), path_of(placed)))
    if isinstance(thing, PlacedIndicator) and thing.placed_project is not None:
        project = thing.placed_project
        found.append((title_of(project), path_of(project)))
    return tuple(found)
