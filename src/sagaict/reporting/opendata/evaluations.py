"""The table of evaluations: a row for each year a plan, goal, measure or project was judged in."""

from __future__ import annotations

from typing import get_args

from sagaict.domain.words import Forecast, Outlook, Progress
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, text, word
from sagaict.reporting.opendata.reviews import REVIEWED, Reviewed
from sagaict.reporting.rows import Row

__all__ = ["EVALUATIONS", "evaluation_row"]

EVALUATIONS: tuple[Column, ...] = (
    *REVIEWED,
    word("progress", mark("Progress"), *get_args(Progress)),
    text("printed", mark("Evaluation as printed")),
    text("achievements", mark("Achievements")),
    text("issues", mark("Issues")),
    text("causes", mark("Causes")),
    word("outlook", mark("Outlook"), *get_args(Outlook)),
    text("self_rating", mark("Self-evaluation")),
    text("council_rating", mark("Rating of the council")),
    text("remark", mark("Remark")),
    text("source", mark("Source")),
    flag("half_year", mark("Of the first half of the year")),
    text("judgement", mark("Judgement")),
    word("forecast", mark("Forecast"), *get_args(Forecast)),
)


def evaluation_row(reviewed: Reviewed) -> Row:
    """What a review says; its source is its own, not that of what was judged."""
    said = reviewed.review
    return {
        **reviewed.about,
        "progress": said.known_progress,
        "printed": said.printed,
        "achievements": said.achievements,
        "issues": said.issues,
        "causes": said.causes,
        "outlook": said.outlook,
        "self_rating": said.self_rating,
        "council_rating": said.council_rating,
        "remark": said.remark,
        "source": said.source,
        "half_year": reviewed.half_year,
        "judgement": said.judgement,
        "forecast": said.forecast,
    }
