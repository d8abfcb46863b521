"""What `sagaict status` says of an indicator in a list: a target missed, a figure owed."""

from __future__ import annotations

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.computing.overview import unreported_years
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.language import _
from sagaict.language.quantities import year_range
from sagaict.reporting.blocks import Cell, Paragraph, status_style
from sagaict.reporting.phrases import figure_text, name_of, status_text, target_key
from sagaict.reporting.rates import called_rate
from sagaict.reporting.reasons import causes_text, gaps_text
from sagaict.reporting.results import aimed_text

__all__ = ["missed_item", "unreported_item"]


def _owner(assessment: Assessment) -> str:
    owner = assessment.placed.owner
    return _("owner: {name}").format(name=owner or _("not given in the documents"))


def missed_item(assessment: Assessment, view: View) -> Paragraph:
    """A target missed or being missed: by how much, who answers for it, and why."""
    short = [each for each in assessment.parts if each.status in ("unmet", "behind")]
    facts = "\n".join(_missed(each, view) for each in short or [assessment])
    remark = explanation(assessment)
    reason = _("reason: {text}").format(text=remark or _("none given"))
    status = Cell(f"{status_text(assessment)} ", status_style(assessment.status), assessment.status)
    return Paragraph((status, Cell(facts), Cell(f"\n{_owner(assessment)}  {reason}", "dim")))


def _missed(assessment: Assessment, view: View) -> str:
    unit = assessment.placed.indicator.unit
    return _("{name}: {actual} against {target} ({year}), {rate}").format(
        name=name_of(assessment.placed),
        actual=figure_text(assessment.figure, unit),
        target=aimed_text(assessment, view, unit),
        year=target_key(assessment.placed.indicator, assessment),
        rate=called_rate(assessment),
    )


def unreported_item(assessment: Assessment, view: View) -> Paragraph:
    """The years of which a figure is owed, what else is missing, and who owes it."""
    gaps = assessment.reason.gaps
    others = [gap for gap in gaps if isinstance(gap.of, FiscalYear) and gap.cause != "no_entry"]
    parts = [gap for gap in gaps if isinstance(gap.of, str)]
    missing = gaps_text(others) or causes_text(parts)
    return Paragraph(
        (
            Cell(f"{year_range(unreported_years(assessment, view))} ", "warn"),
            Cell(name_of(assessment.placed)),
            Cell(_("; missing besides: {rest}").format(rest=missing) if others else ""),
            Cell(_("; computed, and lacks: {rest}").format(rest=missing) if parts else ""),
            Cell(f"  {_owner(assessment)}", "dim"),
        )
    )
