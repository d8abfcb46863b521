"""An indicator: what is measured, from where, towards which targets, and with what result."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sagaict.domain.amendment import Amendment
from sagaict.domain.fields import (
    DistinctYears,
    Flag,
    Moment_,
    Number,
    Period_,
    Record,
    Slug,
    SourceRef,
    Span_,
    Text,
    Wording,
    Year,
    YearOrPeriod,
)
from sagaict.domain.fiscal import FiscalYear, Moment, Period, in_time
from sagaict.domain.units import unit_of
from sagaict.domain.words import ActualState, Aggregation, Direction

__all__ = [
    "Actual",
    "ActualState",
    "Aggregation",
    "Baseline",
    "Derived",
    "Direction",
    "EarlierActual",
    "Indicator",
    "Lineage",
    "Relative",
    "ShareMet",
    "Target",
    "TargetRevision",
]

_STATES_WITH_VALUE = ("final", "provisional", "estimate")


class Relative(Record):
    """A target given by its relation to another figure, resolved when that figure is known."""

    to: Literal["previous"] | Year = Field(
        description="基準となる年度。previous は前年度の実績。 / The year it relates to."
    )
    times: Number | None = Field(None, description="基準の何倍か(例 1.2)。 / Factor on the basis.")
    percent: Number | None = Field(
        None, description="基準からの増減率(例 10、-10)。 / Change on the basis in percent."
    )

    @model_validator(mode="after")
    def _one_relation(self) -> Relative:
        if (self.times is None) == (self.percent is None):
            raise PydanticCustomError("relative-form", "give either times or percent", {})
        return self


def _expand_target(value: Any) -> Any:
    if value == "undecided":
        return {"undecided": "true"}
    return value if isinstance(value, dict | Target) else {"value": value}


_ONE_FORM: dict[str, JsonValue] = {
    "oneOf": [
        {"required": ["value"], "properties": {"value": {"not": {"type": "null"}}}},
        {"required": ["relative"], "properties": {"relative": {"not": {"type": "null"}}}},
        {"required": ["undecided"], "properties": {"undecided": {"const": True}}},
    ]
}
"""What `Target` demands, for an editor."""


class Target(Record):
    """What is aimed at in a fiscal year: a number, a relation, or nothing decided yet."""

    model_config = ConfigDict(json_schema_extra=_ONE_FORM)

    value: Number | None = Field(None, description="目標値(数)。 / The number aimed at.")
    relative: Relative | None = Field(
        None, description="他の実績との関係で定めた目標。 / A target relative to another figure."
    )
    undecided: Flag = Field(False, description="目標未設定。 / No target decided yet.")
    printed: Wording | None = Field(
        None, description="計画書の表記(例 約5,000人)。 / The printed wording."
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @model_validator(mode="after")
    def _one_form(self) -> Target:
        forms = (self.value is not None) + (self.relative is not None) + self.undecided
        if forms != 1:
            raise PydanticCustomError(
                "target-form", "give exactly one of value, relative, undecided", {}
            )
        return self


TargetField = Annotated[
    Target,
    BeforeValidator(_expand_target, json_schema_input_type=Target | Number | Literal["undecided"]),
]
"""A target, or its short forms: a number alone, or the word `undecided`."""


class Baseline(Record):
    """Where the indicator stood before. A missing value is not 0."""

    value: Number | None = Field(
        None, description="現状値。未記載なら書かない(0 ではない)。 / Leave out if unknown."
    )
    year: Year | None = Field(None, description="現状値の年度。 / Its fiscal year.")
    period: Period_ | None = Field(
        None, description="期間合計の現状値の期間。 / Its period, for a total."
    )
    as_of: Moment_ | None = Field(None, description="時点。 / As of.")
    printed: Wording | None = Field(None, description="計画書の表記。 / The printed wording.")
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @field_validator("period")
    @classmethod
    def _ends_in_year(cls, period: Period | None, info: ValidationInfo) -> Period | None:
        year: FiscalYear | None = info.data.get("year")
        if period is not None and year is not None and year != period.last:
            raise PydanticCustomError(
                "baseline-time", "two times", {"year": year.label, "period": period.label}
            )
        return period

    @property
    def when(self) -> Period | FiscalYear | Moment | None:
        """Its time as documents tell it: the period says more than the year in which it ends."""
        return self.period or self.year or self.as_of

    @property
    def fiscal_year(self) -> FiscalYear | None:
        """The year it is of; of several, the last; without one, that of the day it was taken."""
        when = self.when
        if when is None:
            return None
        return when.fiscal_year if isinstance(when, Moment) else when.last

    @property
    def years(self) -> int:
        """How many fiscal years it covers; one, unless it is said to be of a period."""
        return self.period.years if self.period else 1


def _expand_actual(value: Any) -> Any:
    return value if isinstance(value, dict | EarlierActual) else {"value": value}


class EarlierActual(Record):
    """A figure as it was reported before a later one replaced it."""

    value: Number | None = Field(None, description="実績値。 / The figure.")
    state: ActualState = Field(
        "final",
        description=(
            "final 確定 · provisional 速報・年度途中 · estimate 見込み · pending 評価中 · "
            "not_surveyed 調査未実施 · not_assessable 評価困難"
        ),
    )
    as_of: Moment_ | None = Field(None, description="いつ現在の値か(例 R5.3)。 / As of.")
    span: Span_ | None = Field(
        None, description="いつからいつまでの値か(例 R4.4-R5.2、R2-R4)。 / The time covered."
    )
    printed: Wording | None = Field(None, description="資料の表記。 / The printed wording.")
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @model_validator(mode="after")
    def _value_fits_state(self) -> EarlierActual:
        if self.state in _STATES_WITH_VALUE and self.value is None:
            raise PydanticCustomError("actual-without-value", "no value", {"state": self.state})
        if self.state not in _STATES_WITH_VALUE and self.value is not None:
            raise PydanticCustomError("actual-with-value", "a value", {"state": self.state})
        return self


class Actual(EarlierActual):
    """The result of a fiscal year, as known now."""

    remark: Text | None = Field(
        None, description="結果に対する見解(未達成の理由)。 / The owner's remark on the result."
    )
    earlier: tuple[EarlierActual, ...] = Field(
        (), description="確定前の速報値など、置き換えられた値。 / Figures this one replaced."
    )


ActualField = Annotated[
    Actual, BeforeValidator(_expand_actual, json_schema_input_type=Actual | Number)
]
"""An actual, or its short form: a final figure alone."""


class TargetRevision(Record):
    """A change of a target after the plan's approval. The history is kept, never overwritten."""

    year: YearOrPeriod = Field(description="どの年度の目標か。 / Which target changed.")
    date: Moment_ = Field(description="見直しの日。 / When it changed.")
    old: TargetField = Field(description="旧。 / Before.")
    new: TargetField = Field(description="新。 / After.")
    reason: Text | None = Field(None, description="見直しの理由。 / Why.")
    approved_by: Text | None = Field(None, description="承認した会議等。 / Who approved it.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class Lineage(Record):
    """What an indicator or project of this plan carries on from an earlier plan."""

    id: Text = Field(description="前計画の指標・事業の id。 / Full id in the earlier plan.")
    basis: Literal["stated", "same_name"] = Field(
        description=(
            "stated 資料に継続と明記 · same_name 名称が同じ(継続の明記なし)。"
            " / Whether a document says so."
        )
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")


class ShareMet(Record):
    """The share of outcome indicators of this plan that met their target, in percent."""

    priority: Flag | None = Field(
        None, description="true なら重点事業だけ。 / Only priority projects."
    )


class Derived(Record):
    """How the indicator is computed from others. A published figure stands beside it as actual."""

    share_met: ShareMet | None = Field(
        None, description="成果指標のうち目標を達成した割合(%)。 / Share of indicators met."
    )
    sum_of: tuple[Text, ...] = Field(
        (), description="足し合わせる指標の id。 / Full ids of the indicators to add up."
    )

    @model_validator(mode="after")
    def _one_way(self) -> Derived:
        if (self.share_met is None) == (not self.sum_of):
            raise PydanticCustomError("derived-form", "give either share_met or sum_of", {})
        return self


class Indicator(Record):
    """A goal indicator (施策目標値, KGI) or an outcome indicator (成果指標, KPI)."""

    id: Slug = Field(description="英数字の id。変更しない。 / ASCII id, never changed.")
    name: Text = Field(description="指標名。 / Name.")
    definition: Text | None = Field(None, description="捉え方・算出方法。 / How it is taken.")
    unit: Text = Field(description="単位(%、件、時間、万円 など)。 / Unit, as printed.")
    direction: Direction = Field(
        description=(
            "increase 増えるほど良い · decrease 減るほど良い(「0件を維持」は decrease)。"
            " / Which way is better. Required, never inferred."
        )
    )
    aggregation: Aggregation = Field(
        description=(
            "level 時点値・割合 · annual 単年度 · cumulative 累計 · period_total 期間合計。"
            " / How yearly figures relate. Required."
        )
    )
    owner: Text | None = Field(None, description="所管課。 / The section that reports it.")
    data_source: Text | None = Field(
        None, description="値の出どころ(調査名など)。 / Where the figure comes from."
    )
    survey_timing: Text | None = Field(
        None, description="いつ値が分かるか。 / When the figure becomes known."
    )
    baseline: Baseline | None = Field(None, description="現状値。 / Baseline.")
    target_basis: Text | None = Field(
        None, description="目標値設定の考え方。 / How the target was set."
    )
    targets: Annotated[dict[YearOrPeriod, TargetField], DistinctYears] = Field(
        default_factory=dict,
        description="年度(期間合計は期間)ごとの目標値。 / Targets by fiscal year or period.",
    )
    actuals: Annotated[dict[Year, ActualField], DistinctYears] = Field(
        default_factory=dict, description="年度ごとの実績。 / Actuals by fiscal year."
    )
    revisions: tuple[TargetRevision, ...] = Field(
        (), description="目標の見直しの履歴。 / Changes of targets after approval."
    )
    amendments: tuple[Amendment, ...] = Field(
        (),
        description="指標そのものの追加・名称変更・廃止。 / The indicator added, renamed, dropped.",
    )
    derived: Derived | None = Field(
        None, description="他の指標から計算する指標。 / Computed from others."
    )
    continues: tuple[Lineage, ...] = Field(
        (), description="引き継いだ前計画の指標。 / What it carries on."
    )
    note: Text | None = Field(None, description="補足。 / Remark.")
    source: SourceRef | None = Field(
        None,
        description=(
            "出典: 資料の id と場所(例: plan 第4章3 施策1-1)。各値に出典がなければこれを使う。"
            " / Source of every figure that names none of its own."
        ),
    )

    @property
    def period_target(self) -> tuple[Period, Target] | None:
        """The period and target of a period total, if it has one."""
        for key, target in self.targets.items():
            if isinstance(key, Period):
                return key, target
        return None

    @property
    def is_flow(self) -> bool:
        """Whether a figure counts what happened in its year, and so needs the whole of it."""
        return self.aggregation in ("annual", "period_total")

    @property
    def is_share(self) -> bool:
        """Whether its figures are percentages."""
        return unit_of(self.unit).name == "%"

    def period_due_in(self, year: FiscalYear) -> Period | None:
        """The period of the total that falls due in a year, if one does."""
        for key in self.targets:
            if isinstance(key, Period) and key.last == year:
                return key
        return None

    def yearly_targets(self) -> dict[FiscalYear, Target]:
        """Targets by the fiscal year in which each falls due; a period's falls in its last."""
        return {key.last: self.targets[key] for key in sorted(self.targets, key=in_time)}
