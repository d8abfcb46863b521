"""The contract's terms as readers see them: statuses, states, directions, marks of progress."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from sagaict.domain.typed import comparable
from sagaict.language import DOMAIN, FOLDER, _, mark

__all__ = ["TERMS", "meant", "spellings", "term"]

_Word = TypeVar("_Word", bound=str)

TERMS: Mapping[str, str] = MappingProxyType(
    {
        # Status of an indicator
        "met": mark("met"),
        "unmet": mark("unmet"),
        "on_track": mark("on track"),
        "behind": mark("behind"),
        "pending": mark("pending"),
        "not_reported": mark("not reported"),
        "not_due": mark("not due"),
        "undecided": mark("no target"),
        "reference": mark("for reference"),
        "not_assessable": mark("not assessable"),
        "discontinued": mark("discontinued"),
        # State of an actual
        "final": mark("final"),
        "provisional": mark("provisional"),
        "estimate": mark("estimate"),
        "reached": mark("reached"),
        "not_reached": mark("not reached"),
        "late": mark("met late"),
        "not_surveyed": mark("not surveyed"),
        # Direction, aggregation, kind
        "increase": mark("increase"),
        "decrease": mark("decrease"),
        "level": mark("level"),
        "annual": mark("annual"),
        "cumulative": mark("cumulative"),
        "period_total": mark("period total"),
        "fiscal": mark("fiscal years"),
        "calendar": mark("calendar years"),
        "goal": mark("goal indicator"),
        "outcome": mark("outcome indicator"),
        # What is called a rate
        "ratio": mark("ratio to the target"),
        "progress": mark("progress rate"),
        # Progress of projects and actions
        "planned": mark("planned"),
        "done": mark("done"),
        "on_schedule": mark("on schedule"),
        "delayed": mark("delayed"),
        "cancelled": mark("cancelled"),
        "unknown": mark("unknown"),
        # Forecast, outlook
        "likely": mark("expected to be reached"),
        "unlikely": mark("not expected to be reached"),
        "expand": mark("expand"),
        "continue": mark("continue"),
        "review": mark("review"),
        "merge": mark("merge"),
        "complete": mark("complete"),
        "stop": mark("stop"),
        # What happened to a project or indicator
        "dropped": mark("dropped from the plan"),
        # Published figures against computed ones
        "agrees": mark("agrees"),
        "disagrees": mark("disagrees"),
        "cannot_tell": mark("cannot be checked"),
        # Review cycles, stages, lineage
        "half_yearly": mark("every half-year"),
        "yearly": mark("every year"),
        "approved": mark("approved"),
        "draft": mark("draft"),
        "summary": mark("summary"),
        "stated": mark("stated in a document"),
        "same_name": mark("same name; no document says so"),
        "period": mark("period"),
        "title": mark("title"),
        "superseded": mark("superseded"),
        # Weight of a finding
        "error": mark("error"),
        "warning": mark("warning"),
        "info": mark("info"),
        "off": mark("off"),
        "half_up": mark("rounded half up"),
        "truncate": mark("truncated"),
        "up": mark("rounded up"),
        # What is listed, and what has a schema
        "plans": mark("plans"),
        "measures": mark("measures"),
        "projects": mark("projects"),
        "indicators": mark("indicators"),
        "figures": mark("figures"),
        "targets": mark("targets"),
        "actions": mark("actions"),
        "evaluations": mark("evaluations"),
        "follow_ups": mark("follow-ups"),
        "sources": mark("sources"),
        "plan": mark("plan"),
        "project": mark("project"),
        "check": mark("report of check"),
        # What a comparison finds
        "lowered_target": mark("lowered target"),
        "withdrawn_target": mark("withdrawn target"),
        "dropped_target": mark("dropped target"),
        "postponed_target": mark("postponed target"),
        "changed_target": mark("changed target"),
        "raised_target": mark("raised target"),
        "advanced_target": mark("advanced target"),
        "decided_target": mark("decided target"),
        "added_target": mark("added target"),
        "rewritten_revision": mark("rewritten revision"),
        "recorded_revision": mark("recorded revision"),
        "changed_setting": mark("changed setting"),
        "added_acceptance": mark("added acceptance"),
        "removed_acceptance": mark("removed acceptance"),
        "corrected_actual": mark("corrected actual"),
        "removed_actual": mark("removed actual"),
        "restated_actual": mark("restated actual"),
        "added_actual": mark("added actual"),
        "changed_history": mark("changed history"),
        "changed_status": mark("changed status"),
        "resolved_target": mark("resolved target"),
        "changed_computed": mark("changed computed"),
        "changed_tally": mark("changed tally"),
        "changed_progress": mark("changed progress"),
        "changed_published": mark("changed published"),
        "reopened_plan": mark("reopened plan"),
        "dropped_plan": mark("dropped plan"),
        "dropped_goal": mark("dropped goal"),
        "dropped_measure": mark("dropped measure"),
        "dropped_project": mark("dropped project"),
        "dropped_indicator": mark("dropped indicator"),
        "dropped_action": mark("dropped action"),
        "changed_action": mark("changed action"),
        "added_action": mark("added action"),
        "added_plan": mark("added plan"),
        "added_goal": mark("added goal"),
        "added_measure": mark("added measure"),
        "added_project": mark("added project"),
        "added_indicator": mark("added indicator"),
        "changed_period": mark("changed period"),
        "moved_measure": mark("moved measure"),
        "moved_project": mark("moved project"),
        "moved_indicator": mark("moved indicator"),
        "renamed_plan": mark("renamed plan"),
        "renamed_measure": mark("renamed measure"),
        "renamed_project": mark("renamed project"),
        "renamed_indicator": mark("renamed indicator"),
        "changed_title": mark("changed title"),
        "changed_attribute": mark("changed attribute"),
        "changed_definition": mark("changed definition"),
        "changed_baseline": mark("changed baseline"),
        "changed_evaluation": mark("changed evaluation"),
        "changed_actions": mark("changed actions"),
        "changed_remark": mark("changed remark"),
        "unexplained_revision": mark("unexplained revision"),
        "unapproved_revision": mark("unapproved revision"),
    }
)


def term(name: str) -> str:
    """The word for a term of the contract in the language spoken now."""
    return _(TERMS[name])


_ALSO: Mapping[str, str] = MappingProxyType(
    {
        "計画通り": "on_schedule",
        "予定どおり": "on_schedule",
        "予定通り": "on_schedule",
        "遅延": "delayed",
        "滞り": "delayed",
        "速報値": "provisional",
        "暫定": "provisional",
        "見込": "estimate",
        "廃止": "stop",
        "増加": "increase",
        "減少": "decrease",
        "累積": "cumulative",
    }
)
"""Words in use for a term beside its own."""


def meant(text: str, allowed: Iterable[_Word]) -> _Word | None:
    """Which of the allowed terms a word of either language names; `None` for none of them."""
    wanted = _folded(text)
    return next((name for name in allowed if wanted in map(_folded, spellings(name))), None)


def spellings(name: str) -> tuple[str, ...]:
    """Every way to write a term: its name, its word in either language, others in use for it."""
    japanese = gettext.translation(DOMAIN, FOLDER, languages=["ja"], fallback=True)
    english = TERMS.get(name, name.replace("_", " "))
    also = (other for other, term_ in _ALSO.items() if term_ == name)
    return name, english, japanese.gettext(english), *also


def _folded(text: str) -> str:
    return comparable(text).replace("-", " ").replace("_", " ")
