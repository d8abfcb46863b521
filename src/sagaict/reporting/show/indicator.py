"""An indicator on a page of its own: what answers first, then its way, then all that is known."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.judging import assess
from sagaict.computing.series import series
from sagaict.computing.view import View
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.chart import chart, chart_over, years_judged
from sagaict.reporting.citing import citation
from sagaict.reporting.explain_report import explained
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import latest_text, plan_title
from sagaict.reporting.rates import definition_of
from sagaict.reporting.revisions import dropped_text, revisions_of
from sagaict.reporting.show.by_year import by_year
from sagaict.reporting.show.key_figures import key_figures
from sagaict.reporting.show.record import about, discrepancies_of, facts, lineage_of
from sagaict.reporting.show.sentence import sentence
from sagaict.reporting.show.surroundings import agreement_text
from sagaict.reporting.show.years import words_on

__all__ = ["indicator_page"]


def indicator_page(placed: PlacedIndicator, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """The sentence, the figures, the drawing, the years, the reasons; then what it rests on."""
    indicator, judged = placed.indicator, assess(placed, view)
    yield Heading(indicator.name)
    yield Paragraph.of(" · ".join(_kind(placed)), "dim")
    dropped = dropped_text(placed, view)
    if dropped:
        yield Paragraph.of(dropped, "warn")
    yield sentence(judged, view)
    if not indicator.is_split:
        yield key_figures(judged, view)
    yield from _drawn(placed, portfolio, view)
    yield Heading(_("Year by year"), 2)
    yield by_year(series(placed, portfolio), view)
    yield Heading(_("How this comes about"), 2)
    yield explained(judged, view)
    remarks = [item for each in placed.with_figures for item in words_on(each, view)]
    if remarks:
        yield Heading(_("On single years"), 2)
        yield Bullets(tuple(remarks))
    yield from _ground(placed)
    yield from revisions_of((*indicator.amendments, *indicator.revisions), indicator.unit)
    yield from lineage_of(placed.full_id, indicator.continues, portfolio, page=True)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def _kind(placed: PlacedIndicator) -> Iterator[str]:
    """What kind of figure it is, in a line."""
    indicator = placed.indicator
    yield term(placed.kind)
    yield f"{_('Better is')}: {term(indicator.direction)}"
    yield term(indicator.aggregation)
    if indicator.year_kind == "calendar":
        yield term(indicator.year_kind)
    yield placed.full_id


def _drawn(placed: PlacedIndicator, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """The way over all plans, where all is counted in one unit and by one figure a year."""
    stretches = series(placed, portfolio)
    one = not any(each.placed.indicator.is_split for each in stretches)
    if one and len({each.placed.indicator.unit for each in stretches}) == 1:
        path = chart_over(stretches, view) if len(stretches) > 1 else _path(placed, view)
        if path is not None:
            yield path
        return
    for each in placed.with_figures:
        path = _path(each, view)
        if path is not None:
            yield path


def _path(placed: PlacedIndicator, view: View) -> Block | None:
    return chart(placed, years_judged(placed, view), view)


def _ground(placed: PlacedIndicator) -> Iterator[Block]:
    """What it counts, who answers for it, how its target was set, where that is written."""
    indicator = placed.indicator
    yield Heading(_("What it measures"), 2)
    yield facts(
        (
            (_("Definition"), indicator.definition),
            (_("Plan"), Cell(plan_title(placed.plan), about=placed.plan.id)),
            (_("Belongs to"), placed.holder.title),
            (_("Also listed under"), _(", ").join(map(numbered, placed.also_under))),
            (_("A part of a whole"), _("yes") if indicator.share else ""),
            (_("To be held"), _("yes") if indicator.hold else ""),
            (_("Newest figure"), latest_text(indicator)),
            (
                _("Achievement rate"),
                definition_of(indicator.rate.within(placed.plan.rate)) if indicator.rate else "",
            ),
            (_("Data source"), indicator.data_source),
            (_("Known when"), indicator.survey_timing),
            (_("Due by"), indicator.figures_due),
            (_("Owner"), owners_text(placed.owners) or _("not given in the documents")),
            (_("How the target was set"), indicator.target_basis),
            (_("Agrees with the targets of"), agreement_text(placed)),
            (_("Note"), indicator.note),
            (_("Internal"), _("yes: not on the public site") if indicator.internal else ""),
            (_("Internal note"), indicator.internal_note),
            (_("Source"), citation(placed.source)),
        )
    )
