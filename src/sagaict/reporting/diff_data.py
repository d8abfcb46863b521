"""A comparison for programs: one object per change."""

from __future__ import annotations

from decimal import Decimal

from sagaict.comparing.activity import EVALUATION_FIELDS
from sagaict.comparing.change import Change, Contents, Fact, Standing
from sagaict.comparing.comparison import Comparison
from sagaict.computing.assessment import Computed
from sagaict.computing.published import PublishedCheck
from sagaict.computing.tally import ProgressTally, Tally
from sagaict.computing.targets import AimedAt
from sagaict.domain.amendment import Amendment
from sagaict.domain.evaluation import Review
from sagaict.domain.meeting import Meeting, approver, steps
from sagaict.domain.number import round_to
from sagaict.domain.plan import PlanRevision
from sagaict.domain.results import Actual, Baseline
from sagaict.domain.target import Relative, Target, TargetRevision
from sagaict.reporting.diff_report import Compared, Side
from sagaict.reporting.records import record_data

__all__ = ["SCHEMA_VERSION", "change_data", "diff_data"]

SCHEMA_VERSION = 1


def diff_data(comparison: Comparison, compared: Compared) -> dict[str, object]:
    """Both sides, counts of kinds, and every change, most important first."""
    return {
        "schema_version": SCHEMA_VERSION,
        "old": _side(compared.old),
        "new": _side(compared.new),
        "as_of": compared.view.as_of.label,
        "today": compared.view.today.isoformat(),
        "counts": comparison.counts,
        "changes": [change_data(each, comparison.holder_of(each)) for each in comparison.changes],
        "wording": comparison.wording,
        "not_compared": comparison.unknown,
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "kind": side.kind,
        "name": side.name,
        "commit": side.commit,
        "date": side.day.isoformat() if side.day else None,
        "files": side.files,
    }


def change_data(change: Change, holder: str = "") -> dict[str, object]:
    """One change; `holder` is the title of what an indicator belongs to."""
    return {
        "kind": change.kind,
        "group": change.group,
        "plan": change.plan,
        "id": change.id,
        "old_id": change.old_id,
        "name": change.name,
        "holder": holder or None,
        "year": change.year,
        "old_year": change.old_year,
        "field": change.field,
        "old": _fact(change.old),
        "new": _fact(change.new),
        "unit": change.unit or None,
        "effect": change.effect,
        "reason": change.reason,
        "approved_by": change.approved_by,
        "unexplained": change.unexplained,
        "state_before": _state(change.old),
        "state_after": _state(change.new),
        "judged_in": change.judged_in,
        "status_before": change.before.status if change.before else None,
        "status_after": change.after.status if change.after else None,
        "rate_before": _rate(change.before),
        "rate_after": _rate(change.after),
    }


def _rate(standing: Standing | None) -> Decimal | None:
    return None if standing is None or standing.rate is None else round_to(standing.rate)


def _state(fact: Fact) -> str | None:
    return fact.state if isinstance(fact, Actual) else None


def _fact(fact: Fact) -> object:
    """A fact as a number or text where it is one, else as an object."""
    if fact is None or isinstance(fact, str):
        return fact
    if isinstance(fact, AimedAt):
        return fact.value if fact.value is not None else _target(fact.target)
    if isinstance(fact, Actual | Baseline):
        return fact.value
    if isinstance(fact, tuple):
        return [{"text": each.text, "state": each.state} for each in fact]
    if isinstance(fact, Meeting):
        return record_data(fact)
    return _object(fact)


def _object(
    fact: Amendment
    | Computed
    | Contents
    | Review
    | ProgressTally
    | PublishedCheck
    | Tally
    | TargetRevision
    | PlanRevision,
) -> dict[str, object]:
    if isinstance(fact, Review):
        return {name: record_data(getattr(fact, name), whole=True) for name in EVALUATION_FIELDS}
    if isinstance(fact, TargetRevision):
        return {**_revision(fact), "old": _target(fact.old), "new": _target(fact.new)}
    if isinstance(fact, PlanRevision | Amendment):
        year = fact.year.label if isinstance(fact, Amendment) and fact.year else None
        return {
            "what": fact.what,
            **_revision(fact),
            "year": year,
            "old": fact.old,
            "new": fact.new,
        }
    if isinstance(fact, Computed):
        return {
            "value": fact.value,
            "numerator": fact.numerator,
            "denominator": fact.denominator,
            "left_out": len(fact.gaps),
        }
    if isinstance(fact, Contents):
        return {
            "measures": fact.measures,
            "projects": fact.projects,
            "indicators": fact.indicators,
        }
    return _counts(fact)


def _counts(fact: ProgressTally | PublishedCheck | Tally) -> dict[str, object]:
    if isinstance(fact, ProgressTally):
        return {"of": fact.of, "counts": fact.counts}
    if isinstance(fact, Tally):
        return {"met": fact.met, "of": fact.of, "judged": fact.judged, "left_out": fact.left_out}
    return {
        "verdict": fact.verdict,
        "printed": fact.count.printed if fact.count else None,
        "computed": fact.count.computed if fact.count else None,
        "of": fact.tally.of,
    }


def _revision(revision: TargetRevision | PlanRevision | Amendment) -> dict[str, object]:
    return {
        "date": str(revision.date) if revision.date else None,
        "reason": revision.reason,
        "approved_by": approver(revision),
        "proposed": str(revision.proposed) if revision.proposed else None,
        "approvals": [record_data(step) for step in steps(revision)],
    }


def _target(target: Target) -> object:
    value: object = target.words or target.form
    if target.value is not None:
        value = target.value
    elif target.range is not None:
        value = {"low": target.range.low, "high": target.range.high}
    elif target.relative is not None:
        value = _relation(target.relative)
    return {"beyond": value} if target.strict else value


def _relation(relative: Relative) -> str:
    basis = str(relative.to)
    if relative.times is not None:
        return f"{basis} × {relative.times:f}"
    return basis if relative.percent is None else f"{basis} {relative.percent:+f}%"
