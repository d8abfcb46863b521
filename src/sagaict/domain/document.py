"""The documents figures are taken from, and where they contradict each other."""

from __future__ import annotations

from typing import Annotated, Literal

from sagaict.domain.declaring import AtLeast, Says
from sagaict.domain.fields import Slug, SourceRef, Text
from sagaict.domain.fiscal import FiscalFormatError, Moment
from sagaict.domain.record import Record

__all__ = ["Discrepancy", "Document", "DocumentStage", "Statement"]

DocumentStage = Literal["final", "draft", "summary"]


class Document(Record):
    """A document figures are taken from."""

    title: Annotated[Text, Says("資料名。 / Title.")]
    publisher: Annotated[Text | None, Says("発行者。 / Publisher.")] = None
    published: Annotated[Text | None, Says("発行日の表記。 / Date, as printed.")] = None
    stage: Annotated[DocumentStage, Says("final 確定版 · draft 案 · summary 概要版")] = "final"
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None

    @property
    def came_out(self) -> Moment | None:
        """When it was published, if the date is printed in a form that can be read."""
        try:
            return Moment.parse(self.published) if self.published else None
        except FiscalFormatError:
            return None


class Statement(Record):
    """What one source says."""

    says: Annotated[Text, Says("資料の記載。 / What it says.")]
    source: Annotated[SourceRef, Says("出典。 / Source.")]


class Discrepancy(Record):
    """A contradiction between or inside documents, recorded with every source."""

    id: Annotated[Slug, Says("id。")]
    between: Annotated[
        Literal["documents", "extractions"],
        Says(
            "documents 資料の記載の食い違い · extractions 資料の文字起こしの違い。 / "
            "Whether the body contradicts itself, or only copies of its text differ."
        ),
    ] = "documents"
    subject: Annotated[Text, Says("何が食い違うか。 / What disagrees.")]
    about: Annotated[
        tuple[Text, ...], Says("関係する計画・施策・事業・指標の id。 / Ids it concerns.")
    ] = ()
    statements: Annotated[
        tuple[Statement, ...], AtLeast(2), Says("各資料の記載。 / What each source says.")
    ]
    treatment: Annotated[Text, Says("このデータでの扱いと理由。 / What this data does, and why.")]
