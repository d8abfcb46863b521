"""What `sagaict status` says of an indicator in a list: a target missed, a figure owed."""

from __future__ import annotations

from sagaict.computing.assessment import Assessment
from sagaict.domain.fiscal import FiscalYear
from sagaict.language import _
from sagaict.language.quantities import year_range
from sagaict.reporting.blocks import Cell, Paragraph, status_style
from sagaict.reporting.phrases import figure_text, name_of, status_text, target_key, target_text
from sagaict.reporting.results import rate_text

__all__ = ["missed_item", "unreported_item"]


def _owner(assessment: Assessment) -> str:
    owner = assessment.placed.owner
    return _("owner: {name}").format(name=owner or _("not given in the documents"))


def missed_item(assessment: Assessment) -> Paragraph:
    """A target missed or being missed: by how much, who answers for it, and why."""
    figure, unit = assessment.figure, assessment.placed.indicator.unit
    target = target_text(assessment.aimed, unit)
    facts = _("{name}: {actual} against {target} ({year}), {rate}").format(
        name=name_of(assessment.placed),
        actual=figure_text(figure, unit),
        target=target,
        year=target_key(assessment.placed.indicator, assessment),
        rate=rate_text(assessment),
    )
    remark = _remark(assessment)
    reason = _("reason: {text}").format(text=remark or _("none given"))
    status = Cell(f"{status_text(assessment)} ", status_style(assessment.status))
    return Paragraph((status, Cell(facts), Cell(f"\n{_owner(assessment)}  {reason}", "dim")))


def _remark(assessment: Assessment) -> str | None:
    """Why, in the city's words: of the figure, else of the measure or project in that year."""
    figure, placed = assessment.figure, assessment.placed
    if figure is None:
        return None
    holder = placed.project or placed.measure
    evaluation = holder.evaluations.get(figure.year)
    said = evaluation.remark if evaluation else None
    return figure.actual.remark or said or figure.actual.note


def unreported_item(assessment: Assessment, years: list[FiscalYear]) -> Paragraph:
    """The years of which a figure is owed, and who owes it."""
    return Paragraph(
        (
            Cell(f"{year_range(years)} ", "warn"),
            Cell(name_of(assessment.placed)),
            Cell(f"  {_owner(assessment)}", "dim"),
        )
    )
