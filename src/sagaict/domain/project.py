"""A project: its actions year by year, its outcome indicators, and how it was judged."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated

from sagaict.domain.amendment import Amendment
from sagaict.domain.budget import BudgetField
from sagaict.domain.correction import Correction
from sagaict.domain.declaring import Says, short_form
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fields import (
    DistinctYears,
    Flag,
    Moment_,
    Period_,
    Slug,
    SourceRef,
    Text,
    Year,
)
from sagaict.domain.indicator import Indicator, Lineage
from sagaict.domain.owner import OwnersField
from sagaict.domain.record import Record
from sagaict.domain.words import ActionState

__all__ = [
    "ActionState",
    "ActionTarget",
    "Project",
    "UndecidedOutcome",
]


class ActionTarget(Record):
    """An action (行動目標) to take in a fiscal year: not a number."""

    text: Annotated[Text, Says("取り組むべき行動。 / What is to be done.")]
    state: Annotated[
        ActionState,
        Says(
            "planned 予定 · done 完了 · on_schedule 計画どおり · delayed 遅れ · "
            "cancelled 中止 · unknown 不明"
        ),
    ] = "planned"
    due: Annotated[Moment_ | None, Says("期日(例 R7.9)。 / By when, within the year.")] = None
    owner: Annotated[
        OwnersField, Says("所管課(省略時は事業の所管課)。 / Who takes it; else the project's.")
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


ActionField = Annotated[ActionTarget, short_form("text", str)]
"""An action target, or its short form: the text alone."""


class UndecidedOutcome(Record):
    """Outcome indicators a plan leaves to be set later (「事業の進捗に合わせ設定」)."""

    printed: Annotated[Text, Says("計画書の表記。 / The printed wording.")]
    period: Annotated[Period_ | None, Says("記載のある年度。 / Years it is printed for.")] = None
    decided: Annotated[
        Moment_ | None,
        Says("導入を決定した日(この日から成果指標の設定が求められる)。 / When it was to be set."),
    ] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


class Project(Record):
    """A project (事業) of a plan: one file in `data/projects/<plan>/`."""

    id: Annotated[Slug, Says("事業の id(ファイル名と同じ)。 / Same as the file's name.")]
    plan: Annotated[Slug, Says("計画の id(フォルダ名と同じ)。 / Same as the folder's name.")]
    measure: Annotated[Slug, Says("施策の id。 / The measure it belongs to.")]
    title: Annotated[Text, Says("事業名。 / Title.")]
    category: Annotated[Text | None, Says("事業区分(計画が定める)。 / Category.")] = None
    priority: Annotated[
        Flag | None, Says("重点事業か。書かなければ区分による。 / Default: by category.")
    ] = None
    owner: Annotated[OwnersField, Says("所管課。 / The sections in charge.")] = ()
    support: Annotated[
        OwnersField, Says("支援する組織(省略時は計画の定め)。 / Who helps; else as the plan says.")
    ] = ()
    beneficiaries: Annotated[
        tuple[Text, ...], Says("誰のためか(例 高齢者)。 / Who gains, as printed.")
    ] = ()
    overview: Annotated[Text | None, Says("事業概要。 / Overview.")] = None
    actions: Annotated[
        Annotated[dict[Year, tuple[ActionField, ...]], DistinctYears],
        Says("年度ごとの行動目標。 / Actions by fiscal year."),
    ] = field(default_factory=dict)
    budget: Annotated[
        Annotated[dict[Year, BudgetField], DistinctYears],
        Says("年度ごとの事業費。 / What it costs by fiscal year."),
    ] = field(default_factory=dict)
    outcome_indicators: Annotated[
        tuple[Indicator, ...], Says("成果指標(KPI)。 / Outcome indicators.")
    ] = ()
    outcome_definition: Annotated[
        Text | None, Says("「成果指標の説明」欄の記載。 / The printed explanation.")
    ] = None
    outcome_undecided: Annotated[
        UndecidedOutcome | None,
        Says("成果指標を後で定める事業の記載。 / Indicators to be set later."),
    ] = None
    evaluations: Annotated[
        Annotated[dict[Year, Evaluation], DistinctYears],
        Says("年度ごとの評価。 / Evaluation by fiscal year."),
    ] = field(default_factory=dict)
    amendments: Annotated[
        tuple[Amendment, ...],
        Says("事業そのものの追加・名称変更・廃止。 / The project added, renamed, dropped."),
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...], Says("記載の訂正の履歴。 / Texts corrected after approval.")
    ] = ()
    continues: Annotated[
        tuple[Lineage, ...], Says("引き継いだ前計画の事業。 / What it carries on.")
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    internal: Annotated[
        Flag, Says("非公開(公開サイトに載せない)。 / The public site leaves it out.")
    ] = False
    internal_note: Annotated[
        Text | None, Says("内部用の補足(公開サイトに載せない)。 / Left out of the public site.")
    ] = None
    source: Annotated[
        SourceRef, Says("出典: 資料の id と場所(例: draft 第7章)。 / Source of the whole file.")
    ]
