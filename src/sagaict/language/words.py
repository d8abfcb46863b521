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
        "not_assessable": mark("not assessable"),
        "discontinued": mark("discontinued"),
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
