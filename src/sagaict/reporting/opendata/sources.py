"""The table of sources: a row for each document that figures are taken from."""

from __future__ import annotations

from typing import get_args

from sagaict.domain.document import DocumentStage
from sagaict.domain.plan import Plan
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, text, word
from sagaict.reporting.rows import Row

__all__ = ["SOURCES", "source_rows"]

SOURCES: tuple[Column, ...] = (
    text("plan_id", mark("Plan id")),
    text("plan_title", mark("Plan")),
    text("document_id", mark("Document id")),
    text("document_title", mark("Document")),
    text("publisher", mark("Publisher")),
    text("published", mark("Published")),
    word("stage", mark("Stage"), *get_args(DocumentStage)),
    text("note", mark("Note")),
)


def source_rows(plan: Plan) -> list[Row]:
    """The documents of a plan; a `source` of the other tables begins with a document's id."""
    return [
        {
            "plan_id": plan.id,
            "plan_title": plan.title,
            "document_id": name,
            "document_title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "stage": document.stage,
            "note": document.note,
        }
        for name, document in plan.documents.items()
    ]
