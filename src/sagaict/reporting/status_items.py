"""What `sagaict status` says of an indicator in a list: a target missed, a figure owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.computing.overview import unreported_years
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.language import _
from sagaict.language.quantities import year_range
from sagaict.reporting.blocks import Cell, Paragraph, marked
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import figure_text, name_of, status_text, target_key
from sagaict.reporting.rates import called_rate
from sagaict.reporting.reasons import causes_text, gaps_text
from sagaict.reporting.results import aim_text, aimed_text

__all__ = [
    "brief_item",
    "missed_item",
    "missed_text",
    "status_cell",
    "unknown_owners",
    "unreported_item",
]


def _owner(assessment: Assessment) -> str:
    """Who answers for it; nothing where no document says so, which `unknown_owners` says once."""
    owners = owners_text(assessment.placed.owners)
    return _("owner: {name}").format(name=owners) + "  " if owners else ""


def unknown_owners(items: Iterable[Assessment]) -> Iterator[Paragraph]:
    """That of so many things no document names who answers for them."""
    unknown = sum(not each.placed.owners for each in items)
    if unknown:
        text = _("Without an owner in the documents: {count}").format(count=unknown)
        yield Paragraph.of(text, "dim")


def status_cell(assessment: Assessment) -> Cell:
    """The status that begins a line."""
    text = f"{status_text(assessment)} "
    return marked(text, assessment.status)


def brief_item(assessment: Assessment, view: View) -> Paragraph:
    """A thing that needs attention in a line: how it stands, and whose it is."""
    if assessment.status == "not_reported":
        facts = year_range(unreported_years(assessment, view))
    else:
        facts = _(", ").join(_briefly(each, view) for each in _short(assessment))
    owner = owners_text(assessment.placed.owners)
    pieces = [
        status_cell(assessment),
        Cell(f"{name_of(assessment.placed)}  ", about=assessment.placed.full_id),
        Cell(facts, "dim"),
    ]
    return Paragraph((*pieces, Cell(f"  {owner}", "dim")) if owner else tuple(pieces))


def _short(assessment: Assessment) -> list[Assessment]:
    """The parts that fall short; of an indicator without parts itself."""
    parts = [each for each in assessment.parts if each.status in ("unmet", "behind")]
    return parts or [assessment]


def _briefly(assessment: Assessment, view: View) -> str:
    return _("{actual} against {target}").format(
        actual=figure_text(assessment.figure, assessment.placed.indicator.unit),
        target=aim_text(assessment, view),
    )


def missed_item(assessment: Assessment, view: View) -> Paragraph:
    """A target missed or being missed: by how much, who answers for it, and why."""
    remark = explanation(assessment)
    reason = _("reason: {text}").format(text=remark or _("none given"))
    said = Cell(f"\n{_owner(assessment)}{reason}", "dim")
    named = Cell(missed_text(assessment, view), about=assessment.placed.full_id)
    return Paragraph((status_cell(assessment), named, said))


def missed_text(assessment: Assessment, view: View) -> str:
    """By how much a target is missed, a line for each part that falls short."""
    return "\n".join(_missed(each, view) for each in _short(assessment))


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
            Cell(name_of(assessment.placed), about=assessment.placed.full_id),
            Cell(_("; missing besides: {rest}").format(rest=missing) if others else ""),
            Cell(_("; computed, and lacks: {rest}").format(rest=missing) if parts else ""),
            Cell(f"  {_owner(assessment)}".rstrip(), "dim"),
        )
    )
