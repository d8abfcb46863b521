"""The table of follow-ups: a row for each instruction (改善指示) and promise of a review."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, text, word
from sagaict.reporting.opendata.reviews import REVIEWED, Reviewed
from sagaict.reporting.owners import owners_name
from sagaict.reporting.rows import Row

__all__ = ["FOLLOW_UPS", "follow_up_rows"]

FOLLOW_UPS: tuple[Column, ...] = (
    *REVIEWED,
    flag("half_year", mark("Of the first half of the year")),
    word(
        "kind",
        mark("Instruction or promise"),
        instruction=mark("instruction"),
        follow_up=mark("promise"),
    ),
    text("text", mark("What is to be done")),
    text("due", mark("Deadline")),
    text("owner", mark("Section in charge")),
    text("answer", mark("Answer")),
    text("answered", mark("Answered on")),
    text("source", mark("Source")),
)


def follow_up_rows(reviewed: Reviewed) -> Iterator[Row]:
    """What a review asks for, then what was promised in it."""
    review = reviewed.review
    for kind, items in (("instruction", review.instructions), ("follow_up", review.follow_ups)):
        for item in items:
            yield {
                **reviewed.about,
                "half_year": reviewed.half_year,
                "kind": kind,
                "text": item.text,
                "due": str(item.due) if item.due else None,
                "owner": owners_name(item.owner or reviewed.owners),
                "answer": item.answer,
                "answered": str(item.answered) if item.answered else None,
                "source": review.source,
            }
