"""Rates as a body calls them: how they are defined, what they come to, what was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from sagaict.computing.assessment import Assessment, Restriction
from sagaict.computing.declared import Rated, declared_rate, formula_of
from sagaict.computing.published_rates import RateCheck
from sagaict.domain.number import group
from sagaict.domain.plan import Plan
from sagaict.domain.rate import DeclaredRate, Grade, PublishedRate, RateFormula
from sagaict.language import _, mark, plural
from sagaict.language.quantities import DASH, rate
from sagaict.language.words import term
from sagaict.reporting.phrases import bracketed

__all__ = [
    "called_rate",
    "check_text",
    "definition_of",
    "legend",
    "progress_rate_text",
    "published_against",
    "published_text",
    "rate_text",
    "rated_text",
]


_RESTRICTIONS: Mapping[Restriction, str] = MappingProxyType(
    {"part_of_year": mark("part of the year"), "incomplete": mark("incomplete")}
)


def rate_text(assessment: Assessment) -> str:
    """The achievement rate, marked where it is not that of a whole year against its own target."""
    return _rate(assessment.achievement_rate, assessment)


def progress_rate_text(assessment: Assessment) -> str:
    """The progress rate, marked likewise."""
    return _rate(assessment.progress_rate, assessment)


def _rate(value: Decimal | None, assessment: Assessment) -> str:
    return rate(None) if value is None else _marked(rate(value), assessment)


def _marked(text: str, assessment: Assessment, others: Sequence[str] = ()) -> str:
    marks = [*others, *(_(_RESTRICTIONS[each]) for each in assessment.restrictions)]
    if assessment.against is not None and assessment.against != assessment.year:
        marks.append(_("of {year}").format(year=assessment.against.label))
    return text + "".join(map(bracketed, marks))


def rated_text(rated: Rated) -> str:
    """A rate as it is printed, its grade behind it; a dash where there is none."""
    if rated.value is None:
        return DASH
    shown = rated.words or f"{group(rated.value)}%"
    return f"{shown} {rated.grade}" if rated.grade else shown


def called_rate(assessment: Assessment) -> str:
    """What the body calls the achievement rate; marked if by another formula than its plan's."""
    rated = declared_rate(assessment)
    if rated is None:
        return rate_text(assessment)
    if rated.value is None:
        return DASH
    of_plan = formula_of(assessment.placed.plan)
    other = [] if rated.formula == of_plan else [term(rated.formula)]
    return _marked(rated_text(rated), assessment, other)


def definition_of(declared: DeclaredRate) -> str:
    """What is declared, in words."""
    return _("; ").join(_definition(declared))


def _definition(declared: DeclaredRate) -> Iterator[str]:
    yield _formula(formula_of(declared))
    if declared.at_least is not None:
        bound = f"{group(declared.at_least)}%"
        yield _("below {bound} as {shown}").format(bound=bound, shown=declared.below or bound)
    if declared.at_most is not None:
        bound = f"{group(declared.at_most)}%"
        yield _("above {bound} as {shown}").format(bound=bound, shown=declared.above or bound)
    if declared.places is not None:
        yield plural("{count} decimal", "{count} decimals", declared.places).format(
            count=declared.places
        )
    if declared.rounding is not None:
        yield term(declared.rounding)
    if declared.grades:
        yield _("grades: {grades}").format(grades=_(", ").join(map(_band, declared.grades)))


def _formula(formula: RateFormula) -> str:
    if formula == "progress":
        return _("(actual − baseline) ÷ (target − baseline)")
    return _("actual ÷ target (target ÷ actual where less is better)")


def _band(grade: Grade) -> str:
    if grade.more_than is not None:
        return _("{grade} above {rate}").format(grade=grade.mark, rate=f"{group(grade.more_than)}%")
    if grade.at_least is not None:
        return _("{grade} from {rate} on").format(
            grade=grade.mark, rate=f"{group(grade.at_least)}%"
        )
    return _("{grade} below that").format(grade=grade.mark)


def legend(plans: Iterable[Plan]) -> Iterator[str]:
    """What “achievement rate” stands for on a page about these plans."""
    every, shown = _("Achievement rate = {definition}."), list(plans)
    own = [(plan, plan.rate) for plan in shown if plan.rate is not None]
    if len(own) < max(len(shown), 1):
        yield every.format(definition=_formula("ratio"))
    for plan, declared in own:
        yield _("Achievement rate of {plan} = {definition}.").format(
            plan=plan.title, definition=definition_of(declared)
        )


def published_against(published: PublishedRate) -> str:
    """Of which year a published rate is, and against which target."""
    if published.against == "final":
        return _("{year}, against the last target").format(year=published.year.label)
    return published.year.label


def published_text(published: PublishedRate) -> str:
    """A rate as the body printed it, its grade behind it; and the formula, if it names one."""
    shown = published.printed
    if published.rate is not None:
        shown = f"{group(published.rate)}%"
    text = " ".join(part for part in (shown, published.grade) if part)
    return text if published.formula is None else text + bracketed(term(published.formula))


def check_text(check: RateCheck) -> str:
    """A published rate beside what it comes to here, and whether these agree."""
    text = published_text(check.published)
    if check.verdict == "agrees":
        return text + bracketed(term("agrees"))
    computed = rated_text(check.computed)
    return text + bracketed(
        _("{verdict}: computed {computed}").format(verdict=term(check.verdict), computed=computed)
    )
