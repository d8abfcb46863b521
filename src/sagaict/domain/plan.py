"""A plan: its period, goals and measures, what it cites, lays down and was changed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

from sagaict.domain.amendment import Amendment
from sagaict.domain.correction import Correction
from sagaict.domain.council import CouncilField
from sagaict.domain.declaring import AtLeast, Beside, Says, short_form
from sagaict.domain.document import Discrepancy, Document
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
from sagaict.domain.fiscal import FiscalYear, Period, TargetKey
from sagaict.domain.glossary import Glossary
from sagaict.domain.ids import is_id
from sagaict.domain.indicator import Indicator
from sagaict.domain.meeting import Meeting, require_one_form
from sagaict.domain.misfit import Misfit
from sagaict.domain.owner import OwnersField
from sagaict.domain.policy import LegalBasisField, ParentPlan, Policy, Sdg
from sagaict.domain.published import PublishedTally
from sagaict.domain.rate import DeclaredRate
from sagaict.domain.record import Record
from sagaict.domain.words import PlanStage

__all__ = [
    "Category",
    "Goal",
    "Initiative",
    "Measure",
    "Plan",
    "PlanRevision",
    "Provision",
    "RoadmapStage",
    "Terms",
    "aims_within",
    "numbered",
    "reported_until",
]


class InitiativeItem(Record):
    """A named piece of an initiative (joint work without a project file of its own)."""

    title: Annotated[Text, Says("名称。 / Name.")]
    priority: Annotated[Flag, Says("重点取組か。 / Whether a priority.")] = False


ItemField = Annotated[InitiativeItem, short_form("title", str)]


class Initiative(Record):
    """An initiative (取組, 想定する主な取組) that a measure names."""

    no: Annotated[Text | None, Says("取組の番号。 / Printed number.")] = None
    title: Annotated[Text, Says("取組名。 / Title.")]
    items: Annotated[tuple[ItemField, ...], Says("取組の内容。 / What it consists of.")] = ()


InitiativeField = Annotated[Initiative, short_form("title", str)]


class Measure(Record):
    """A measure (施策) under a basic goal."""

    id: Annotated[Slug, Says("施策の id(例 3-1)。 / Id.")]
    no: Annotated[Text | None, Says("計画書の施策番号。 / Printed number.")] = None
    title: Annotated[Text, Says("施策名。 / Title.")]
    priority: Annotated[Flag, Says("重点施策か。 / Whether a priority measure.")] = False
    owner: Annotated[OwnersField, Says("所管課。 / The sections in charge.")] = ()
    aim: Annotated[Text | None, Says("ねらい。 / Aim.")] = None
    beneficiaries: Annotated[
        tuple[Text, ...], Says("誰のためか(例 外国人)。 / Who gains, as printed.")
    ] = ()
    sdgs: Annotated[tuple[Sdg, ...], Says("SDGs のゴール番号。 / SDG numbers, if printed.")] = ()
    goal_indicators: Annotated[
        tuple[Indicator, ...], Says("施策目標値(KGI)。 / Goal indicators.")
    ] = ()
    outcome_indicators: Annotated[
        tuple[Indicator, ...],
        Says("成果指標(事業のない計画)。 / Outcome indicators, in plans without projects."),
    ] = ()
    initiatives: Annotated[
        tuple[InitiativeField, ...], Says("想定する主な取組。 / Initiatives.")
    ] = ()
    evaluations: Annotated[
        Annotated[dict[Year, Evaluation], DistinctYears],
        Says("年度ごとの評価。 / Evaluation by fiscal year."),
    ] = field(default_factory=dict)
    amendments: Annotated[
        tuple[Amendment, ...],
        Says("施策の追加・名称変更・移動・廃止。 / The measure added, renamed, moved, dropped."),
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    internal_note: Annotated[
        Text | None, Says("内部用の補足(公開サイトに載せない)。 / Left out of the public site.")
    ] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


def _known_by_something(identity: str | None, before: Mapping[str, Any]) -> None:
    if identity is None and before.get("no", "") is None:
        raise Misfit("missing")


_KEYS = {"anyOf": [{"required": ["no"]}, {"required": ["id"]}]}
"""What a goal must be known by, for an editor."""


class Goal(Record, validate_default=True, demands=_KEYS):
    """A basic goal (基本目標; ビジョン), told apart by its printed number, or by an id."""

    no: Annotated[Text | None, Says("計画書の番号(印刷がなければ書かない)。 / Printed number.")] = (
        None
    )
    id: Annotated[
        Slug | None,
        Beside(_known_by_something),
        Says("番号のない目標の id。 / Id, where no number is."),
    ] = None
    title: Annotated[Text, Says("基本目標。 / Title.")]
    slogan: Annotated[Text | None, Says("副題。 / Slogan.")] = None
    aim: Annotated[Text | None, Says("目指す状態。 / Aim.")] = None
    owner: Annotated[OwnersField, Says("所管課。 / The sections in charge.")] = ()
    goal_indicators: Annotated[
        tuple[Indicator, ...], Says("基本目標の目標値(KGI)。 / Goal indicators of the goal itself.")
    ] = ()
    outcome_indicators: Annotated[
        tuple[Indicator, ...], Says("基本目標の成果指標。 / Outcome indicators of the goal itself.")
    ] = ()
    measures: Annotated[tuple[Measure, ...], Says("施策。 / Measures.")] = ()
    evaluations: Annotated[
        Annotated[dict[Year, Evaluation], DistinctYears],
        Says("年度ごとの評価・総括。 / Evaluation by fiscal year."),
    ] = field(default_factory=dict)
    amendments: Annotated[
        tuple[Amendment, ...],
        Says("基本目標の追加・名称変更・移動・廃止。 / The goal added, renamed, moved, dropped."),
    ] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that ids can be made of its own where it has indicators.

        Raises:
            Misfit: its number is no id, and it has no other.
        """
        if (self.goal_indicators or self.outcome_indicators) and not is_id(self.key):
            raise Misfit("goal-without-id", no=self.key)

    @property
    def key(self) -> str:
        """What the goal is told apart by within its plan: its id, else its number."""
        return self.id or self.no or ""


_BEYOND = 9
"""So many years behind its end a plan may aim at; ten are a digit too much."""


def aims_within(key: TargetKey, period: Period) -> bool:
    """Whether a plan of `period` may have a target for `key`: of its years, or for soon after."""
    return period.first <= key.first and key.last <= period.last.plus(_BEYOND)


def reported_until(indicator: Indicator, period: Period) -> FiscalYear:
    """The last year of which results come in: that of its last target, where it lies behind."""
    aims = (key.last for key in indicator.targets if aims_within(key, period))
    return max([period.last, *aims])


def numbered(thing: Goal | Measure | Initiative | Policy) -> str:
    """A title behind the number printed before it, if there is one."""
    return f"{thing.no} {thing.title}" if thing.no else thing.title


class Terms(Record):
    """The plan's own words for its levels, where they are not 基本目標, 施策 and 事業."""

    goal: Annotated[Text | None, Says("基本目標に当たる語(例 ビジョン)。 / Of goals.")] = None
    measure: Annotated[Text | None, Says("施策に当たる語(例 重点施策)。 / Of measures.")] = None
    project: Annotated[Text | None, Says("事業に当たる語。 / Of projects.")] = None


class Provision(Record):
    """What a plan lays down besides goals and targets: who does what, how it is revised."""

    title: Annotated[Text, Says("何についての定めか(例 進行管理)。 / What it is about.")]
    items: Annotated[tuple[Text, ...], AtLeast(1), Says("計画の記載。 / What the plan says.")]
    source: Annotated[SourceRef, Says("出典。 / Source.")]


class Category(Record):
    """A category of projects a plan defines (A, B, C)."""

    title: Annotated[Text, Says("区分の説明。 / What it means.")]
    priority: Annotated[Flag, Says("重点事業か。 / Whether priority.")] = False
    review: Annotated[
        Literal["half_yearly", "yearly"] | None, Says("見直しの周期: half_yearly 半年 · yearly 1年")
    ] = None
    outcome_required: Annotated[
        Flag, Says("成果指標が必須か。 / Whether a numeric outcome indicator is required.")
    ] = True


class PlanRevision(Record):
    """A change of the plan itself: extended, superseded, renamed."""

    what: Annotated[
        Literal["period", "title", "superseded"],
        Says("period 期間 · title 名称 · superseded 後継計画による置換え"),
    ]
    old: Annotated[Text, Says("旧。 / Before.")]
    new: Annotated[Text, Says("新。 / After.")]
    proposed: Annotated[
        Moment_ | None, Says("提案の日(承認の日と異なるとき)。 / When it was proposed.")
    ] = None
    date: Annotated[Moment_ | None, Says("見直しの日(不明なら書かない)。 / When.")] = None
    reason: Annotated[Text | None, Says("理由。 / Why.")] = None
    approved_by: Annotated[Text | None, Says("承認した会議等。 / Who approved it.")] = None
    approvals: Annotated[
        tuple[Meeting, ...],
        Says(
            "承認の経過(複数の会議等を経たとき、approved_by に代えて)。 / Several bodies in turn."
        ),
    ] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that the approval is said once.

        Raises:
            Misfit: it is said in both forms.
        """
        require_one_form(self)


class RoadmapStage(Record):
    """A stage of the plan's roadmap."""

    title: Annotated[Text, Says("段階。 / Stage.")]
    start: Annotated[Year, Says("始まりの年度。 / First year.")]
    end: Annotated[Year | None, Says("終わりの年度(なければ以降)。 / Last year.")] = None
    items: Annotated[tuple[Text, ...], Says("取組。 / What is planned.")] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


class Plan(Record):
    """A plan (計画): one file in `data/plans/`."""

    id: Annotated[Slug, Says("計画の id(ファイル名と同じ)。 / Same as the file's name.")]
    title: Annotated[Text, Says("計画名。 / Title.")]
    period: Annotated[Period_, Says("計画期間(例 R6-R9)。 / Fiscal years it runs.")]
    stage: Annotated[PlanStage, Says("approved 策定済み · draft 案")] = "approved"
    transcribed: Annotated[
        Flag,
        Says(
            "公表資料を写しただけの計画(実績の報告は受けない。確認は写し誤りだけを尋ねる)。 / "
            "Only copied from what was published: nobody reports results here."
        ),
    ] = False
    owner: Annotated[OwnersField, Says("事務局。 / The secretariat.")] = ()
    support: Annotated[
        OwnersField, Says("事業の実施を支援する組織(例 各局総務室)。 / Who helps the owners.")
    ] = ()
    council: Annotated[CouncilField | None, Says("進行管理の会議。 / The reviewing council.")] = (
        None
    )
    slogan: Annotated[Text | None, Says("スローガン。 / Slogan.")] = None
    aim: Annotated[Text | None, Says("目指す姿。 / What the plan aims at.")] = None
    principle: Annotated[Text | None, Says("基本理念。 / Guiding principle.")] = None
    terms: Annotated[Terms, Says("階層の呼び方。 / The plan's words for its levels.")] = field(
        default_factory=Terms
    )
    rate: Annotated[
        DeclaredRate | None,
        Says("達成率の定め。 / What the body prints as achievement rate, and its grades."),
    ] = None
    predecessors: Annotated[tuple[Slug, ...], Says("前計画の id。 / Predecessors.")] = ()
    successors: Annotated[tuple[Slug, ...], Says("後継計画の id。 / Successors.")] = ()
    basis: Annotated[
        tuple[LegalBasisField, ...], Says("根拠となる法令・条例。 / Laws and ordinances behind it.")
    ] = ()
    parents: Annotated[tuple[ParentPlan, ...], Says("上位計画。 / Plans above it.")] = ()
    documents: Annotated[dict[Slug, Document], Says("出典の資料。 / Documents cited.")]
    categories: Annotated[dict[Text, Category], Says("事業区分。 / Categories of projects.")] = (
        field(default_factory=dict)
    )
    labels: Annotated[
        dict[Text, Text], Says("状態に重ねる計画独自の表記(例 met: ○)。 / The plan's own marks.")
    ] = field(default_factory=dict)
    provisions: Annotated[
        tuple[Provision, ...],
        Says("計画の定め(推進体制、進行管理、見直しなど)。 / Roles, procedure, revision."),
    ] = ()
    situation: Annotated[
        tuple[Provision, ...],
        Says("現状と課題、基礎資料。 / Where things stood, and background figures."),
    ] = ()
    goal_indicators: Annotated[
        tuple[Indicator, ...], Says("計画全体の目標値(KGI)。 / Goal indicators of the plan itself.")
    ] = ()
    outcome_indicators: Annotated[
        tuple[Indicator, ...], Says("計画全体の成果指標。 / Outcome indicators of the plan itself.")
    ] = ()
    goals: Annotated[tuple[Goal, ...], Says("基本目標。 / Basic goals.")] = ()
    policies: Annotated[tuple[Policy, ...], Says("横断的な方針。 / Policies.")] = ()
    roadmap: Annotated[tuple[RoadmapStage, ...], Says("ロードマップ。 / Roadmap.")] = ()
    glossary: Annotated[Glossary | None, Says("用語の解説。 / Words it explains.")] = None
    published: Annotated[
        tuple[PublishedTally, ...], Says("公表された集計。 / Published tallies.")
    ] = ()
    discrepancies: Annotated[
        tuple[Discrepancy, ...], Says("資料間の食い違い。 / Contradictions between sources.")
    ] = ()
    evaluations: Annotated[
        Annotated[dict[Year, Evaluation], DistinctYears],
        Says("計画全体の評価・総括。 / Evaluation by fiscal year."),
    ] = field(default_factory=dict)
    approvals: Annotated[
        tuple[Meeting, ...],
        Says(
            "策定の承認の経過(会議等の順)。 / The bodies that dealt with the plan itself, in turn."
        ),
    ] = ()
    meetings: Annotated[
        tuple[Meeting, ...],
        Says("その他の会議等の記録。 / Other meetings and steps about the plan."),
    ] = ()
    revisions: Annotated[tuple[PlanRevision, ...], Says("計画の見直し。 / Revisions.")] = ()
    corrections: Annotated[
        tuple[Correction, ...], Says("記載の訂正の履歴。 / Texts corrected after approval.")
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    internal: Annotated[
        Flag, Says("非公開(公開サイトに載せない)。 / The public site leaves it out.")
    ] = False
    internal_note: Annotated[
        Text | None, Says("内部用の補足(公開サイトに載せない)。 / Left out of the public site.")
    ] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def document_of(self, source: str | None) -> Document | None:
        """The document of this plan that a citation begins with."""
        return self.documents.get(source.split(" ", 1)[0]) if source else None

    def measures(self) -> list[tuple[Goal, Measure]]:
        """Every measure with its goal, in printed order."""
        return [(goal, measure) for goal in self.goals for measure in goal.measures]
