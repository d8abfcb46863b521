"""A plan: its period, goals and measures, its documents, and what it has published about itself."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from sagaict.domain.fields import (
    DistinctYears,
    Flag,
    Moment_,
    Number,
    Period_,
    Record,
    Slug,
    SourceRef,
    Text,
    Year,
)
from sagaict.domain.fiscal import FiscalFormatError, Moment
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import Rounding
from sagaict.domain.project import Evaluation
from sagaict.domain.words import PlanStage

__all__ = [
    "Category",
    "Counted",
    "Discrepancy",
    "Document",
    "Goal",
    "Initiative",
    "Measure",
    "Plan",
    "PlanRevision",
    "Policy",
    "Provision",
    "PublishedTally",
    "RoadmapStage",
    "Statement",
    "Terms",
    "numbered",
]


class Document(Record):
    """A document figures are taken from."""

    title: Text = Field(description="資料名。 / Title.")
    publisher: Text | None = Field(None, description="発行者。 / Publisher.")
    published: Text | None = Field(None, description="発行日の表記。 / Date, as printed.")
    stage: Literal["final", "draft", "summary"] = Field(
        "final", description="final 確定版 · draft 案 · summary 概要版"
    )
    note: Text | None = Field(None, description="補足。 / Remark.")

    @property
    def came_out(self) -> Moment | None:
        """When it was published, if the date is printed in a form that can be read."""
        try:
            return Moment.parse(self.published) if self.published else None
        except FiscalFormatError:
            return None


def _expand_item(value: Any) -> Any:
    return value if isinstance(value, dict | InitiativeItem | Initiative) else {"title": value}


class InitiativeItem(Record):
    """A named piece of an initiative (joint work without a project file of its own)."""

    title: Text = Field(description="名称。 / Name.")
    priority: Flag = Field(False, description="重点取組か。 / Whether a priority.")


ItemField = Annotated[
    InitiativeItem, BeforeValidator(_expand_item, json_schema_input_type=InitiativeItem | str)
]


class Initiative(Record):
    """An initiative (取組, 想定する主な取組) that a measure names."""

    no: Text | None = Field(None, description="取組の番号。 / Printed number.")
    title: Text = Field(description="取組名。 / Title.")
    items: tuple[ItemField, ...] = Field((), description="取組の内容。 / What it consists of.")


InitiativeField = Annotated[
    Initiative, BeforeValidator(_expand_item, json_schema_input_type=Initiative | str)
]


class Measure(Record):
    """A measure (施策) under a basic goal."""

    id: Slug = Field(description="施策の id(例 3-1)。 / Id.")
    no: Text | None = Field(None, description="計画書の施策番号。 / Printed number.")
    title: Text = Field(description="施策名。 / Title.")
    priority: Flag = Field(False, description="重点施策か。 / Whether a priority measure.")
    aim: Text | None = Field(None, description="ねらい。 / Aim.")
    sdgs: tuple[Text, ...] = Field((), description="SDGs のゴール番号。 / SDG numbers, if printed.")
    goal_indicators: tuple[Indicator, ...] = Field(
        (), description="施策目標値(KGI)。 / Goal indicators."
    )
    outcome_indicators: tuple[Indicator, ...] = Field(
        (),
        description="成果指標(事業のない計画)。 / Outcome indicators, in plans without projects.",
    )
    initiatives: tuple[InitiativeField, ...] = Field(
        (), description="想定する主な取組。 / Initiatives."
    )
    evaluations: Annotated[dict[Year, Evaluation], DistinctYears] = Field(
        default_factory=dict, description="年度ごとの評価。 / Evaluation by fiscal year."
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class Goal(Record):
    """A basic goal (基本目標; ビジョン), told apart by its printed number, or by an id."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["no"]}, {"required": ["id"]}]}
    )

    no: Text | None = Field(
        None, description="計画書の番号(印刷がなければ書かない)。 / Printed number."
    )
    id: Slug | None = Field(
        None, validate_default=True, description="番号のない目標の id。 / Id, where no number is."
    )
    title: Text = Field(description="基本目標。 / Title.")
    slogan: Text | None = Field(None, description="副題。 / Slogan.")
    aim: Text | None = Field(None, description="目指す状態。 / Aim.")
    measures: tuple[Measure, ...] = Field((), description="施策。 / Measures.")
    evaluations: Annotated[dict[Year, Evaluation], DistinctYears] = Field(
        default_factory=dict, description="年度ごとの評価・総括。 / Evaluation by fiscal year."
    )
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @field_validator("id", mode="before")
    @classmethod
    def _known_by_something(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and info.data.get("no", "") is None:
            raise PydanticKnownError("missing")
        return value

    @property
    def key(self) -> str:
        """What the goal is told apart by within its plan: its id, else its number."""
        return self.id or self.no or ""


def numbered(thing: Goal | Measure | Initiative | Policy) -> str:
    """A title behind the number printed before it, if there is one."""
    return f"{thing.no} {thing.title}" if thing.no else thing.title


class Terms(Record):
    """The plan's own words for its levels, where they are not 基本目標, 施策 and 事業."""

    goal: Text | None = Field(None, description="基本目標に当たる語(例 ビジョン)。 / Of goals.")
    measure: Text | None = Field(None, description="施策に当たる語(例 重点施策)。 / Of measures.")
    project: Text | None = Field(None, description="事業に当たる語。 / Of projects.")


class Provision(Record):
    """What a plan lays down besides goals and targets: its legal basis, who does what, how."""

    title: Text = Field(description="何についての定めか(例 上位計画)。 / What it is about.")
    items: tuple[Text, ...] = Field(min_length=1, description="計画の記載。 / What the plan says.")
    source: SourceRef = Field(description="出典。 / Source.")


class Category(Record):
    """A category of projects a plan defines (A, B, C)."""

    title: Text = Field(description="区分の説明。 / What it means.")
    priority: Flag = Field(False, description="重点事業か。 / Whether priority.")
    review: Literal["half_yearly", "yearly"] | None = Field(
        None, description="見直しの周期: half_yearly 半年 · yearly 1年"
    )
    outcome_required: Flag = Field(
        True, description="成果指標が必須か。 / Whether a numeric outcome indicator is required."
    )


class Policy(Record):
    """A cross-cutting policy (官民データ活用推進の基本方針) and the projects placed under it."""

    id: Slug = Field(description="id。")
    no: Text | None = Field(None, description="番号。 / Printed number.")
    title: Text = Field(description="方針。 / Title.")
    basis: Text | None = Field(None, description="根拠法令。 / Legal basis.")
    projects: tuple[Slug, ...] = Field((), description="位置付けた事業の id。 / Projects.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class PlanRevision(Record):
    """A change of the plan itself: extended, superseded, renamed; or of its goals and measures.

    Of a goal or measure, `old` and `new` are titles: `old` alone says that it was taken away, `new`
    alone that it was added.
    """

    what: Literal["period", "title", "superseded", "goal", "measure"] = Field(
        description=(
            "period 期間 · title 名称 · superseded 後継計画による置換え · "
            "goal 基本目標 · measure 施策"
        )
    )
    old: Text | None = Field(None, description="旧(goal・measure の追加では書かない)。 / Before.")
    new: Text | None = Field(None, description="新(goal・measure の廃止では書かない)。 / After.")
    date: Moment_ | None = Field(None, description="見直しの日(不明なら書かない)。 / When.")
    reason: Text | None = Field(None, description="理由。 / Why.")
    approved_by: Text | None = Field(None, description="承認した会議等。 / Who approved it.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @model_validator(mode="after")
    def _form(self) -> PlanRevision:
        given = (self.old is not None) + (self.new is not None)
        if given < (1 if self.what in ("goal", "measure") else 2):
            raise PydanticCustomError("plan-revision-form", "old and new as the kind asks", {})
        return self


Counted = Literal["met", "unmet", "pending", "on_schedule", "delayed", "cancelled"]
"""What a label of a published tally counts, in the words of statuses and of progress."""


class PublishedTally(Record):
    """A tally the city printed about this plan, kept to be compared with the computed one."""

    id: Slug = Field(description="id。")
    title: Text = Field(description="表・数値の名称。 / What was tallied.")
    of: Number = Field(description="母数。 / Denominator.")
    counts: dict[Text, Number] = Field(
        min_length=1, description="区分ごとの件数(区分は自由な語)。 / Counts by label."
    )
    percent: dict[Text, Number] = Field(
        default_factory=dict, description="区分ごとの割合(%)。 / Printed percentages."
    )
    compare: Literal["outcomes_met", "projects_on_schedule", "sum_of_actuals"] | None = Field(
        None,
        description=(
            "何と突き合わせるか: outcomes_met 成果指標の達成数 · projects_on_schedule "
            "計画どおりの事業数 · sum_of_actuals 実績の合計。 / What the counts must equal."
        ),
    )
    means: dict[Text, Counted] = Field(
        default_factory=dict,
        description=(
            "区分ごとに、何の件数か(省略時は最初の区分だけを met / on_schedule とみなす)。"
            " / What each label counts; without it only the first is compared."
        ),
    )
    goal: Text | None = Field(
        None, description="基本目標の番号(なければ id)で絞る。 / Only this goal."
    )
    indicator: Text | None = Field(
        None, description="sum_of_actuals の指標の id。 / The indicator added up."
    )
    year: Year | None = Field(None, description="いつの年度の評価か。 / As seen in this year.")
    period: Period_ | None = Field(None, description="合計する期間。 / Years added up.")
    rounding: Rounding = Field(
        "half_up", description="half_up 四捨五入 · truncate 切捨て · up 切上げ"
    )
    places: int = Field(1, ge=0, le=4, description="小数点以下の桁数。 / Decimal places.")
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef = Field(description="出典。 / Source.")


class Statement(Record):
    """What one source says."""

    says: Text = Field(description="資料の記載。 / What it says.")
    source: SourceRef = Field(description="出典。 / Source.")


class Discrepancy(Record):
    """A contradiction between or inside documents, recorded with every source."""

    id: Slug = Field(description="id。")
    between: Literal["documents", "extractions"] = Field(
        "documents",
        description=(
            "documents 資料の記載の食い違い · extractions 資料の文字起こしの違い。 / "
            "Whether the body contradicts itself, or only copies of its text differ."
        ),
    )
    subject: Text = Field(description="何が食い違うか。 / What disagrees.")
    about: tuple[Text, ...] = Field(
        (), description="関係する計画・施策・事業・指標の id。 / Ids it concerns."
    )
    statements: tuple[Statement, ...] = Field(
        min_length=2, description="各資料の記載。 / What each source says."
    )
    treatment: Text = Field(
        description="このデータでの扱いと理由。 / What this data does, and why."
    )


class RoadmapStage(Record):
    """A stage of the plan's roadmap."""

    title: Text = Field(description="段階。 / Stage.")
    start: Year = Field(description="始まりの年度。 / First year.")
    end: Year | None = Field(None, description="終わりの年度(なければ以降)。 / Last year.")
    items: tuple[Text, ...] = Field((), description="取組。 / What is planned.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class Plan(Record):
    """A plan (計画): one file in `data/plans/`."""

    id: Slug = Field(description="計画の id(ファイル名と同じ)。 / Same as the file's name.")
    title: Text = Field(description="計画名。 / Title.")
    period: Period_ = Field(description="計画期間(例 R6-R9)。 / Fiscal years it runs.")
    stage: PlanStage = Field("approved", description="approved 策定済み · draft 案")
    owner: Text | None = Field(None, description="事務局。 / The secretariat.")
    council: Text | None = Field(None, description="進行管理の会議。 / The reviewing council.")
    slogan: Text | None = Field(None, description="スローガン。 / Slogan.")
    aim: Text | None = Field(None, description="目指す姿。 / What the plan aims at.")
    principle: Text | None = Field(None, description="基本理念。 / Guiding principle.")
    terms: Terms = Field(
        default_factory=Terms, description="階層の呼び方。 / The plan's words for its levels."
    )
    predecessors: tuple[Slug, ...] = Field((), description="前計画の id。 / Predecessors.")
    successors: tuple[Slug, ...] = Field((), description="後継計画の id。 / Successors.")
    documents: dict[Slug, Document] = Field(description="出典の資料。 / Documents cited.")
    categories: dict[Text, Category] = Field(
        default_factory=dict, description="事業区分。 / Categories of projects."
    )
    labels: dict[Text, Text] = Field(
        default_factory=dict,
        description="状態に重ねる計画独自の表記(例 met: ○)。 / The plan's own marks.",
    )
    provisions: tuple[Provision, ...] = Field(
        (),
        description=(
            "計画の定め(法的根拠、上位計画、推進体制、進行管理など)。 / "
            "Legal basis, plans above it, roles, procedure."
        ),
    )
    goals: tuple[Goal, ...] = Field((), description="基本目標。 / Basic goals.")
    policies: tuple[Policy, ...] = Field((), description="横断的な方針。 / Policies.")
    roadmap: tuple[RoadmapStage, ...] = Field((), description="ロードマップ。 / Roadmap.")
    published: tuple[PublishedTally, ...] = Field(
        (), description="公表された集計。 / Published tallies."
    )
    discrepancies: tuple[Discrepancy, ...] = Field(
        (), description="資料間の食い違い。 / Contradictions between sources."
    )
    evaluations: Annotated[dict[Year, Evaluation], DistinctYears] = Field(
        default_factory=dict, description="計画全体の評価・総括。 / Evaluation by fiscal year."
    )
    revisions: tuple[PlanRevision, ...] = Field((), description="計画の見直し。 / Revisions.")
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    def document_of(self, source: str | None) -> Document | None:
        """The document of this plan that a citation begins with."""
        return self.documents.get(source.split(" ", 1)[0]) if source else None

    def measures(self) -> list[tuple[Goal, Measure]]:
        """Every measure with its goal, in printed order."""
        return [(goal, measure) for goal in self.goals for measure in goal.measures]
