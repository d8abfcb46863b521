"""How all that hangs below a goal, measure or project stands: a sentence, the counts, the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Listing, Overview, overview
from sagaict.computing.selection import Filter
from sagaict.computing.tally import group_by, tallies
from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.language import _
from sagaict.language.levels import level
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Score,
    Scores,
    Section,
)
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.phrases import labelled, tally_text
from sagaict.reporting.status_table import Options, indicator_table, told
from sagaict.reporting.tally_sentences import running

__all__ = ["judged_text", "lead", "lines", "scores", "whole_of"]

_ON_PAGE = Options(frozenset(), draws=True, page=True, conditions=Filter())


def whole_of(plan: Plan, portfolio: Portfolio, view: View) -> Overview:
    """The plan judged: once for the pages of all that it has."""
    asked = (whole_of, plan.id, view)
    if asked not in portfolio.remembered:
        portfolio.remembered[asked] = overview(portfolio, plan, view)
    found: Overview = portfolio.remembered[asked]
    return found


def judged_text(evaluations: Mapping[FiscalYear, Evaluation], plan: Plan, view: View) -> str:
    """How it was judged last, as far as the view knows, and when; empty if it was not."""
    for year, each in sorted(evaluations.items(), reverse=True):
        said = each.latest
        progress = said.known_progress
        if not view.sees(year) or not (said.judgement or progress):
            continue
        if not said.judgement and progress == "unknown":
            return _("No document tells how it went by {year}.").format(year=year.label)
        words = said.judgement or (labelled(plan, progress) if progress else "")
        if words:
            return _("Judged in {year}: {judgement}.").format(year=year.label, judgement=words)
    return ""


def scores(assessments: tuple[Assessment, ...]) -> Iterator[Block]:
    """The numbers in large, with a mark for every indicator, by kind."""
    found = tuple(
        Score(
            term(kind),
            tally_text(counts),
            tuple(counts.judged.items()),
            tuple(counts.left_out.items()),
        )
        for kind, counts in tallies(assessments).items()
    )
    if found:
        yield Scores(found)


def lines(
    whole: Overview,
    assessments: tuple[Assessment, ...],
    projects: Iterable[PlacedProject],
    above: frozenset[str],
) -> Iterator[Block]:
    """A line for each indicator, under what it belongs to; `above` is what the page is about.

    Projects without one are named together, since of all of them the same is to be said.
    """
    measured = {id(each.placed.project) for each in assessments}
    entries = tuple(projects)
    shown = tuple(entry for entry in entries if id(entry.project) in measured)
    others = [entry for entry in entries if id(entry.project) not in measured]
    if assessments:
        notes = Footnotes()
        table = indicator_table(Listing(whole, assessments, shown), _ON_PAGE, notes)
        rows = [row for row in table.rows if not (isinstance(row, Section) and row.about in above)]
        least = min(row.indent for row in rows)
        rows = [replace(row, indent=row.indent - least) for row in rows]
        yield Heading(_("Indicators: {count}").format(count=len(assessments)), 2)
        yield from told(replace(table, rows=tuple(rows)))
        yield from notes.blocks()
    elif others:
        yield Heading(level(whole.plan, "project"), 2)
    for waits, some in group_by(others, lambda each: bool(each.project.outcome_undecided)).items():
        text = _("Outcome indicator not set yet: {count}")
        if not waits:
            text = _("Without an outcome indicator: {count}")
        names = [Cell(entry.project.title, about=entry.full_id) for entry in some]
        apart = [piece for name in names for piece in (Cell(_(", ")), name)][1:]
        yield Paragraph((Cell(text.format(count=len(some)), "strong"), Cell("  "), *apart))


def lead(*said: str) -> Iterator[Block]:
    """What is read first."""
    told = [text for text in said if text]
    if told:
        yield Paragraph.of(running(told), "lead")
