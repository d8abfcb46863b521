"""A project: its actions year by year, its outcome indicators, and how it was judged."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sagaict.domain.amendment import Amendment
from sagaict.domain.fields import (
    DistinctYears,
    Flag,
    Moment_,
    Period_,
    Record,
    Slug,
    SourceRef,
    Text,
    Year,
)
from sagaict.domain.indicator import Indicator, Lineage
from sagaict.domain.words import ActionState, Outlook, Progress

__all__ = [
    "ActionState",
    "ActionTarget",
    "Evaluation",
    "Instruction",
    "Outlook",
    "Progress",
    "Project",
    "UndecidedOutcome",
]


def _expand_action(value: Any) -> Any:
    return value if isinstance(value, dict | ActionTarget) else {"text": value}


class ActionTarget(Record):
    """An action (行動目標) to take in a fiscal year: not a number."""

    text: Text = Field(description="取り組むべき行動。 / What is to be done.")
    state: ActionState = Field(
        "planned",
        description=(
            "planned 予定 · done 完了 · on_schedule 計画どおり · delayed 遅れ · "
            "cancelled 中止 · unknown 不明"
        ),
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


ActionField = Annotated[
    ActionTarget, BeforeValidator(_expand_action, json_schema_input_type=ActionTarget | str)
]
"""An action target, or its short form: the text alone."""


class Instruction(Record):
    """An instruction (改善指示) of the council, its deadline and its answer."""

    text: Text = Field(description="指示の内容。 / The instruction.")
    due: Moment_ | None = Field(None, description="回答期限。 / Deadline.")
    answer: Text | None = Field(None, description="回答。 / Answer.")
    answered: Moment_ | None = Field(None, description="回答日。 / When it was answered.")


class Evaluation(Record):
    """How a project, measure, goal or plan was judged in a fiscal year."""

    progress: Progress = Field(
        "unknown",
        description=(
            "done 完了 · on_schedule 計画どおり · delayed 滞り · cancelled 中止 · "
            "unknown 不明(資料で失われた評価は推測しない)"
        ),
    )
    printed: Text | None = Field(None, description="資料の評価の表記(例 ○)。 / As printed.")
    achievements: Text | None = Field(None, description="取組実績。 / What was done.")
    issues: Text | None = Field(None, description="課題。 / Issues.")
    causes: Text | None = Field(None, description="要因分析。 / Analysis of causes.")
    outlook: Outlook | None = Field(
        None,
        description=(
            "今後の方向性: expand 拡大 · continue 継続 · review 見直し · merge 統合 · "
            "complete 完了 · stop 中止"
        ),
    )
    self_rating: Text | None = Field(None, description="自己評価。 / Self-evaluation.")
    council_rating: Text | None = Field(None, description="調整会議の評価。 / Council's view.")
    instructions: tuple[Instruction, ...] = Field((), description="改善指示。 / Instructions.")
    remark: Text | None = Field(None, description="評価の記述。 / The judgement in words.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class UndecidedOutcome(Record):
    """Outcome indicators a plan leaves to be set later (「事業の進捗に合わせ設定」)."""

    printed: Text = Field(description="計画書の表記。 / The printed wording.")
    period: Period_ | None = Field(None, description="記載のある年度。 / Years it is printed for.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class Project(Record):
    """A project (事業) of a plan: one file in `data/projects/<plan>/`."""

    id: Slug = Field(description="事業の id(ファイル名と同じ)。 / Same as the file's name.")
    plan: Slug = Field(description="計画の id(フォルダ名と同じ)。 / Same as the folder's name.")
    measure: Slug = Field(description="施策の id。 / The measure it belongs to.")
    title: Text = Field(description="事業名。 / Title.")
    category: Text | None = Field(None, description="事業区分(計画が定める)。 / Category.")
    priority: Flag | None = Field(
        None, description="重点事業か。書かなければ区分による。 / Default: by category."
    )
    owner: Text | None = Field(None, description="所管課。 / The section in charge.")
    overview: Text | None = Field(None, description="事業概要。 / Overview.")
    actions: Annotated[dict[Year, tuple[ActionField, ...]], DistinctYears] = Field(
        default_factory=dict, description="年度ごとの行動目標。 / Actions by fiscal year."
    )
    outcome_indicators: tuple[Indicator, ...] = Field(
        (), description="成果指標(KPI)。 / Outcome indicators."
    )
    outcome_definition: Text | None = Field(
        None, description="「成果指標の説明」欄の記載。 / The printed explanation."
    )
    outcome_undecided: UndecidedOutcome | None = Field(
        None, description="成果指標を後で定める事業の記載。 / Indicators to be set later."
    )
    evaluations: Annotated[dict[Year, Evaluation], DistinctYears] = Field(
        default_factory=dict, description="年度ごとの評価。 / Evaluation by fiscal year."
    )
    amendments: tuple[Amendment, ...] = Field(
        (),
        description="事業そのものの追加・名称変更・廃止。 / The project added, renamed, dropped.",
    )
    continues: tuple[Lineage, ...] = Field(
        (), description="引き継いだ前計画の事業。 / What it carries on."
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef = Field(
        description="出典: 資料の id と場所(例: draft 第7章)。 / Source of the whole file."
    )
