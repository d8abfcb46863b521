"""`sagaict explain` for programs: the judgement, and every number it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.expectation import Expectation
from sagaict.computing.figures import Figure
from sagaict.computing.status import Gap
from sagaict.computing.targets import AimedAt
from sagaict.computing.view import View
from sagaict.domain.number import round_to
from sagaict.reporting.rows import SCHEMA_VERSION, row_of

__all__ = ["explain_data"]


def explain_data(
    assessment: Assessment,
    view: View,
    commit: Mapping[str, str | None] | None = None,
) -> dict[str, object]:
    """The columns of the export for the year, and what stands behind them."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": view.as_of.label,
        "today": view.today.isoformat(),
        **({"revision": commit} if commit else {}),
        **row_of(assessment),
        "due": assessment.due,
        "reason": {
            "why": assessment.reason.why,
            "gaps": _gaps(assessment.reason.gaps),
            "year": assessment.reason.year.label if assessment.reason.year else None,
        },
        "target": _target(assessment.aimed),
        "against": assessment.against.label if assessment.against else None,
        "goal": _target(assessment.goal),
        "figure": _figure(assessment.figure),
        "latest": _figure(assessment.latest),
        "expected": _expected(assessment.expected),
        "computed": _computed(assessment.computed),
        "parts": [row_of(each) for each in assessment.parts],
    }


def _target(aimed: AimedAt | None) -> dict[str, object] | None:
    if aimed is None:
        return None
    relative = aimed.target.relative
    return {
        "value": aimed.value,
        "undecided": aimed.target.undecided,
        "none": aimed.target.none,
        "words": aimed.target.words,
        "low": aimed.target.range.low if aimed.target.range else None,
        "high": aimed.target.range.high if aimed.target.range else None,
        "strict": aimed.target.strict,
        "times": relative.times if relative else None,
        "percent": relative.percent if relative else None,
        "basis": aimed.basis,
        "basis_year": aimed.basis_year.label if aimed.basis_year else None,
        "source": aimed.target.source,
    }


def _figure(figure: Figure | None) -> dict[str, object] | None:
    if figure is None:
        return None
    return {
        "year": figure.year.label,
        "value": figure.value,
        "state": figure.state,
        "as_of": str(figure.actual.as_of) if figure.actual.as_of else None,
        "span": str(figure.actual.span) if figure.actual.span else None,
        "source": figure.actual.source,
        "parts": {year.label: actual.value for year, actual in figure.parts},
        "gaps": _gaps(figure.gaps),
    }


def _expected(expected: Expectation | None) -> dict[str, object] | None:
    if expected is None:
        return None
    return {
        "value": round_to(expected.value),
        "method": expected.method,
        "start": expected.start,
        "start_year": expected.start_year.label if expected.start_year else None,
        "assumed_start_year": expected.assumed_start_year,
    }


def _computed(computed: Computed | None) -> dict[str, object] | None:
    if computed is None:
        return None
    return {
        "value": computed.value,
        "numerator": computed.numerator,
        "denominator": computed.denominator,
        "gaps": _gaps(computed.gaps),
        "state": computed.state,
    }


def _gaps(gaps: Iterable[Gap]) -> list[dict[str, object]]:
    """What is missing of a total or a computed figure, and why."""
    return [
        {"of": gap.of if isinstance(gap.of, str) else gap.of.label, "cause": gap.cause}
        for gap in gaps
    ]
