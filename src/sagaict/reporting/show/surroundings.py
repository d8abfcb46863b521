"""What a plan stands on: the laws behind it, the plans above it, its policies and SDGs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sagaict.computing.overview import Overview
from sagaict.computing.selection import PlacedMeasure, policies_of, sdgs_of
from sagaict.computing.tally import Tally, group_by, tallies
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.policy import LegalBasis, ParentPlan, Policy
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio
from sagaict.language import _
from sagaict.language.levels import level
from sagaict.language.quantities import DASH, period
from sagaict.language.sdgs import sdg_text
from sagaict.reporting.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Row, Table
from sagaict.reporting.citing import cited
from sagaict.reporting.phrases import bracketed, kind_tallies

__all__ = [
    "agreement_text",
    "basis_text",
    "parent_text",
    "policies_text",
    "sdgs_text",
    "surroundings",
    "tallies_across",
]

Key = TypeVar("Key")
Tallies = dict[Kind, Tally]


def basis_text(basis: LegalBasis) -> str:
    """`官民データ活用推進基本法第9条第3項(市官民データ活用推進計画)`."""
    return basis.cited + (bracketed(basis.calls_for) if basis.calls_for else "")


def parent_text(parent: ParentPlan) -> str:
    """Title, id and period of a plan above."""
    name = bracketed(parent.plan) if parent.plan else ""
    return parent.title + name + (bracketed(period(parent.period)) if parent.period else "")


def policies_text(thing: PlacedMeasure | PlacedProject) -> str:
    """The policies a measure or project is placed under."""
    return "\n".join(numbered(each) for each in policies_of(thing))


def sdgs_text(numbers: Iterable[int]) -> str:
    """SDGs by number and name."""
    return "\n".join(map(sdg_text, numbers))


def agreement_text(placed: PlacedIndicator) -> str:
    """The plans above with whose targets those of an indicator agree."""
    return _(", ").join(
        each.title for each in placed.plan.parents if placed.id_of_whole in each.shares
    )


def tallies_across(whole: Overview) -> tuple[dict[str, Tallies], dict[int, Tallies]]:
    """How the indicators under each policy, and under each SDG, stand. One may be under several."""
    return (
        _across(whole, lambda placed: (each.id for each in policies_of(placed))),
        _across(whole, sdgs_of),
    )


def _across(
    whole: Overview, above: Callable[[PlacedIndicator], Iterable[Key]]
) -> dict[Key, Tallies]:
    pairs = [(key, each) for each in whole.assessments for key in above(each.placed)]
    return {
        key: tallies(each for _key, each in those)
        for key, those in group_by(pairs, lambda pair: pair[0]).items()
    }


def surroundings(whole: Overview, portfolio: Portfolio) -> Iterator[Block]:
    """All of them, each with what the plan says of it and where; policies and SDGs tallied."""
    plan = whole.plan
    if plan.basis:
        yield Heading(_("Legal basis"), 2)
        yield Bullets(tuple(_told(basis_text(each), each) for each in plan.basis))
    if plan.parents:
        yield Heading(_("Plans above"), 2)
        yield Bullets(
            tuple(
                _told(parent_text(each), each, _agreeing(each, portfolio)) for each in plan.parents
            )
        )
    by_policy, by_sdg = tallies_across(whole)
    for group, policies in group_by(plan.policies, lambda each: each.group).items():
        yield Heading(group or _("Policies"), 2)
        yield from _policies(policies, whole, by_policy)
    measures = [measure for _goal, measure in plan.measures() if measure.sdgs]
    if measures:
        yield Heading(_("SDGs"), 2)
        numbers = sorted({number for each in measures for number in each.sdgs})
        yield _results(
            (_("SDGs"), level(plan, "measure")),
            (
                (
                    (
                        sdg_text(number),
                        _(", ").join(numbered(each) for each in measures if number in each.sdgs),
                    ),
                    by_sdg.get(number),
                )
                for number in numbers
            ),
            plan,
        )


def _policies(
    policies: list[Policy], whole: Overview, results: dict[str, Tallies]
) -> Iterator[Block]:
    """What is placed under each and how it stands, then what each says."""
    plan = whole.plan
    if any(each.measures or each.projects for each in policies):
        yield _results(
            (_("Policy"), _("Id"), _("Legal basis"), _("Measures and projects")),
            (
                (
                    (
                        numbered(each),
                        each.id,
                        each.basis.cited if each.basis else DASH,
                        _(", ").join(_placed(each, whole)) or DASH,
                    ),
                    results.get(each.id),
                )
                for each in policies
            ),
            plan,
        )
    yield Bullets(tuple(_told(numbered(each), each) for each in policies))


def _placed(policy: Policy, whole: Overview) -> Iterator[str]:
    for _goal, measure in whole.plan.measures():
        if measure.id in policy.measures:
            yield numbered(measure)
    for entry in whole.projects:
        if entry.project.id in policy.projects:
            yield entry.project.title


def _results(
    names: tuple[str, ...],
    rows: Iterable[tuple[tuple[str, ...], Tallies | None]],
    plan: Plan,
) -> Table:
    return Table(
        (*(Column(name, fold=True) for name in names), Column(_("Result"), fold=True)),
        tuple(
            Row((*map(Cell, texts), Cell(kind_tallies(counts, plan) if counts else DASH)))
            for texts, counts in rows
        ),
    )


def _agreeing(parent: ParentPlan, portfolio: Portfolio) -> str:
    names = (
        portfolio.by_id[name].indicator.name if name in portfolio.by_id else name
        for name in parent.shares
    )
    text = _(", ").join(names)
    return _("Targets that agree with its own: {names}").format(names=text) if text else ""


def _told(title: str, each: LegalBasis | ParentPlan | Policy, *more: str) -> Paragraph:
    lines = [text for text in (each.says, *more) if text]
    return Paragraph(
        (
            Cell(title, "strong"),
            *(Cell("\n" + text.rstrip()) for text in lines),
            cited(each.source),
        )
    )
