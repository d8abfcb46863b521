"""What a plan stands on: the law that asks for it, the plans above it, policies across its tree."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says, Whole, short_form
from sagaict.domain.fields import Period_, Slug, SourceRef, Text
from sagaict.domain.record import Record

__all__ = ["LegalBasis", "LegalBasisField", "ParentPlan", "Policy", "Sdg"]

Sdg = Annotated[int, Whole(1, 17)]
"""The number of one of the 17 goals of the United Nations' 2030 agenda (A/RES/70/1)."""


class LegalBasis(Record):
    """A law or ordinance that a plan or policy rests on, and what it calls for."""

    law: Annotated[Text, Says("法令・条例(例 官民データ活用推進基本法)。 / Law, ordinance.")]
    article: Annotated[Text | None, Says("条項(例 第9条第3項)。 / Article.")] = None
    calls_for: Annotated[
        Text | None,
        Says("その法令にいう何か(例 市町村官民データ活用推進計画)。 / What it is in that law."),
    ] = None
    says: Annotated[Text | None, Says("計画の記載。 / What the plan says of it.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    @property
    def cited(self) -> str:
        """The law with the article: `官民データ活用推進基本法第9条第3項`."""
        return self.law + (self.article or "")


LegalBasisField = Annotated[LegalBasis, short_form("law", str)]


class ParentPlan(Record):
    """A plan above this one (上位計画), of this body or another."""

    title: Annotated[Text, Says("上位計画の名称(例 総合計画)。 / Its title.")]
    plan: Annotated[Slug | None, Says("このデータにある場合の id。 / Its id, if it is here.")] = (
        None
    )
    period: Annotated[Period_ | None, Says("その計画期間。 / Fiscal years it runs.")] = None
    shares: Annotated[
        tuple[Text, ...],
        Says(
            "目標値をその計画に合わせた指標の id。 / Indicators whose targets agree with its own."
        ),
    ] = ()
    says: Annotated[Text | None, Says("計画の記載。 / What the plan says of it.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


class Policy(Record):
    """A policy across the tree (官民データ活用推進の基本的な方針), and what is placed under it."""

    id: Annotated[Slug, Says("id。")]
    no: Annotated[Text | None, Says("番号。 / Printed number.")] = None
    title: Annotated[Text, Says("方針。 / Title.")]
    group: Annotated[
        Text | None,
        Says("方針のまとまり(例 情報システム導入の考え方)。 / What several policies together are."),
    ] = None
    basis: Annotated[LegalBasisField | None, Says("根拠法令。 / Legal basis.")] = None
    says: Annotated[Text | None, Says("方針の内容。 / What it says.")] = None
    measures: Annotated[tuple[Slug, ...], Says("位置付けた施策の id。 / Measures.")] = ()
    projects: Annotated[tuple[Slug, ...], Says("位置付けた事業の id。 / Projects.")] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None
