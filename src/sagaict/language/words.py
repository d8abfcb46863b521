"""The contract's terms as readers see them: statuses, states, directions, marks of progress."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sagaict.language import _, mark

__all__ = ["TERMS", "term"]

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
        "not_assessable": mark("not assessable"),
        # State of an actual
        "final": mark("final"),
        "provisional": mark("provisional"),
        "estimate": mark("estimate"),
        "not_surveyed": mark("not surveyed"),
        # Direction, aggregation, kind
        "increase": mark("increase"),
        "decrease": mark("decrease"),
        "level": mark("level"),
        "annual": mark("annual"),
        "cumulative": mark("cumulative"),
        "period_total": mark("period total"),
        "goal": mark("goal indicator"),
        "outcome": mark("outcome indicator"),
        # Progress of projects and actions
        "planned": mark("planned"),
        "done": mark("done"),
        "on_schedule": mark("on schedule"),
        "delayed": mark("delayed"),
        "cancelled": mark("cancelled"),
        "unknown": mark("unknown"),
        # Outlook
        "expand": mark("expand"),
        "continue": mark("continue"),
        "review": mark("review"),
        "merge": mark("merge"),
        "complete": mark("complete"),
        "stop": mark("stop"),
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
        "half_up": mark("rounded half up"),
        "truncate": mark("truncated"),
        "up": mark("rounded up"),
    }
)


def term(name: str) -> str:
    """The word for a term of the contract in the language spoken now."""
    return _(TERMS[name])
