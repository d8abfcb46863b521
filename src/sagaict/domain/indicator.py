"""An indicator: what is measured, from where, towards which targets, and with what result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Annotated, Any, Literal

from sagaict.domain.amendment import Amendment
from sagaict.domain.declaring import Says, Whole
from sagaict.domain.fields import (
    DistinctYears,
    Flag,
    MonthDay_,
    Slug,
    SourceRef,
    Text,
    Year,
    YearOrPeriod,
)
from sagaict.domain.fiscal import FiscalYear, Period, TargetKey, in_time
from sagaict.domain.misfit import Misfit
from sagaict.domain.owner import OwnersField
from sagaict.domain.rate import DeclaredRate, PublishedRate
from sagaict.domain.record import Record
from sagaict.domain.results import ActualField, Baseline, Comparison
from sagaict.domain.target import Target, TargetField, TargetRevision
from sagaict.domain.units import unit_of
from sagaict.domain.words import ActualState, Aggregation, Direction, YearKind
from sagaict.domain.year_kinds import in_calendar_years, require_fiscal_years

__all__ = [
    "ActualState",
    "Aggregation",
    "Derived",
    "Direction",
    "Indicator",
    "Lineage",
    "Part",
    "ShareMet",
    "by_due_year",
]


class Lineage(Record):
    """What an indicator or project of this plan carries on from an earlier plan."""

    id: Annotated[Text, Says("前計画の指標・事業の id。 / Full id in the earlier plan.")]
    basis: Annotated[
        Literal["stated", "same_name"],
        Says(
            "stated 資料に継続と明記 · same_name 名称が同じ(継続の明記なし)。"
            " / Whether a document says so."
        ),
    ]
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


class ShareMet(Record):
    """The share of outcome indicators of this plan that met their target, in percent."""

    priority: Annotated[Flag | None, Says("true なら重点事業だけ。 / Only priority projects.")] = (
        None
    )


class Derived(Record):
    """How the indicator is computed from others. A published figure stands beside it as actual."""

    share_met: Annotated[
        ShareMet | None, Says("成果指標のうち目標を達成した割合(%)。 / Share of indicators met.")
    ] = None
    sum_of: Annotated[
        tuple[Text, ...], Says("足し合わせる指標の id。 / Full ids of the indicators to add up.")
    ] = ()

    def check(self) -> None:
        """See that there is one way.

        Raises:
            Misfit: there are none or two.
        """
        if (self.share_met is None) == (not self.sum_of):
            raise Misfit("derived-form")


_OF_PARTS = ("baseline", "actuals", "published_rates", "derived")
"""What only parts have, where there are any that are judged."""
_SAID_OF_PARTS = (
    *("unit", "direction", "aggregation", "year_kind", "share", "owner", "hold", "latest", "rate"),
    *("baseline", "targets", "actuals", "published_rates", "comparison", "revisions"),
    *("note", "source"),
)


class Part(Record):
    """One of several values an indicator is printed with (内訳: 小学校, 中学校).

    What is not said of it is the indicator's: its targets too, but none of its figures.
    """

    id: Annotated[Slug, Says("英数字の id。変更しない。 / ASCII id, never changed.")]
    name: Annotated[Text, Says("内訳の名称(例 小学校)。 / What it is the part of.")]
    reading: Annotated[
        Flag,
        Says("評価しない参考の内訳(全体の値の内数)。 / For reading only: never judged."),
    ] = False
    unit: Annotated[Text | None, Says("単位。 / Unit.")] = None
    direction: Annotated[Direction | None, Says("望ましい方向。 / Which way is better.")] = None
    aggregation: Annotated[Aggregation | None, Says("値の種類。 / How years relate.")] = None
    year_kind: Annotated[YearKind | None, Says("年度か暦年か。 / Which years.")] = None
    share: Annotated[Flag | None, Says("全体に占める割合か。 / Whether a part of a whole.")] = None
    owner: Annotated[OwnersField, Says("所管課。 / The sections that report it.")] = ()
    hold: Annotated[Flag | None, Says("維持する目標か。 / Whether to be held.")] = None
    latest: Annotated[
        int | None, Whole(1, 10), Says("何年前までの最新値で評価するか。 / See the indicator.")
    ] = None
    rate: Annotated[
        DeclaredRate | None, Says("達成率の定め。 / What is printed as its achievement rate.")
    ] = None
    baseline: Annotated[Baseline | None, Says("現状値。 / Baseline.")] = None
    targets: Annotated[
        Annotated[dict[YearOrPeriod, TargetField], DistinctYears],
        Says("目標値(省略時は指標の目標値)。 / Targets; else the indicator's."),
    ] = field(default_factory=dict)
    actuals: Annotated[
        Annotated[dict[Year, ActualField], DistinctYears],
        Says("年度ごとの実績。 / Actuals by fiscal year."),
    ] = field(default_factory=dict)
    published_rates: Annotated[
        tuple[PublishedRate, ...],
        Says("公表された達成率・評価。 / Rates and grades the body printed."),
    ] = ()
    comparison: Annotated[
        Comparison | None, Says("実績に並べる比較値。 / A series shown beside the actuals.")
    ] = None
    revisions: Annotated[
        tuple[TargetRevision, ...],
        Says("目標の見直しの履歴。 / Changes of its own targets after approval."),
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that what is for reading only has no targets.

        Raises:
            Misfit: it has some.
        """
        if self.reading and self.targets:
            raise Misfit("reading-with-target", at=("targets", "[key]"), name=self.name)


class Indicator(Record):
    """A goal indicator (施策目標値, KGI) or an outcome indicator (成果指標, KPI)."""

    id: Annotated[Slug, Says("英数字の id。変更しない。 / ASCII id, never changed.")]
    name: Annotated[Text, Says("指標名。 / Name.")]
    definition: Annotated[Text | None, Says("捉え方・算出方法。 / How it is taken.")] = None
    unit: Annotated[
        Text,
        Says("単位(%、件、時間、万円 など。なければ none)。 / As printed; none for no unit."),
    ]
    direction: Annotated[
        Direction,
        Says(
            "increase 増えるほど良い · decrease 減るほど良い(「0件を維持」は decrease)。"
            " / Which way is better. Required, never inferred."
        ),
    ]
    aggregation: Annotated[
        Aggregation,
        Says(
            "level 時点値・割合 · annual 単年度 · cumulative 累計 · period_total 期間合計。"
            " / How yearly figures relate. Required."
        ),
    ]
    year_kind: Annotated[
        YearKind,
        Says(
            "fiscal 年度 · calendar 暦年(12月31日まで。R5年 と表示)。"
            " / Whether its years end in March or December."
        ),
    ] = "fiscal"
    share: Annotated[
        Flag,
        Says(
            "全体に占める割合(0%から100%の間にあるはずの値)。"
            " / A part of a whole: its figures lie between 0% and 100%."
        ),
    ] = False
    owner: Annotated[OwnersField, Says("所管課。 / The sections that report it.")] = ()
    also_under: Annotated[
        tuple[Text, ...],
        Says("再掲されている他の施策の id(例 2-1)。 / Other measures that list it again."),
    ] = ()
    hold: Annotated[
        Flag,
        Says(
            "目標の水準を維持する(初年度から目標そのものと比べる)。"
            " / The target is to be held from the first year on."
        ),
    ] = False
    latest: Annotated[
        int | None,
        Whole(1, 10),
        Says(
            "公表の遅い統計: 何年前までの最新値で評価するか。"
            " / Judged on the newest figure, at most so many years old."
        ),
    ] = None
    rate: Annotated[
        DeclaredRate | None,
        Says(
            "達成率の定め(省略時は計画の定め)。"
            " / What is printed as its achievement rate, where that is not what the plan declares."
        ),
    ] = None
    data_source: Annotated[
        Text | None, Says("値の出どころ(調査名など)。 / Where the figure comes from.")
    ] = None
    survey_timing: Annotated[
        Text | None, Says("いつ値が分かるか。 / When the figure becomes known.")
    ] = None
    figures_due: Annotated[
        MonthDay_ | None,
        Says(
            "年度の終了後、いつまでに実績を報告するか(月-日。調査の結果が出る時期による)。"
            " / By which day after the year its figure is due, if not with the others."
        ),
    ] = None
    baseline: Annotated[Baseline | None, Says("現状値。 / Baseline.")] = None
    target_basis: Annotated[Text | None, Says("目標値設定の考え方。 / How the target was set.")] = (
        None
    )
    targets: Annotated[
        Annotated[dict[YearOrPeriod, TargetField], DistinctYears],
        Says("年度(期間合計は期間)ごとの目標値。 / Targets by fiscal year or period."),
    ] = field(default_factory=dict)
    actuals: Annotated[
        Annotated[dict[Year, ActualField], DistinctYears],
        Says("年度ごとの実績。 / Actuals by fiscal year."),
    ] = field(default_factory=dict)
    published_rates: Annotated[
        tuple[PublishedRate, ...],
        Says("公表された達成率・評価。 / Rates and grades the body printed, to be compared."),
    ] = ()
    comparison: Annotated[
        Comparison | None,
        Says("実績に並べる比較値(全国平均など)。 / A series shown beside the actuals."),
    ] = None
    parts: Annotated[
        tuple[Part, ...],
        Says(
            "内訳(小学校・中学校など)。評価する内訳があれば、値はその中に書く。"
            " / Several values; where they are judged, they hold the figures."
        ),
    ] = ()
    revisions: Annotated[
        tuple[TargetRevision, ...],
        Says("目標の見直しの履歴。 / Changes of targets after approval."),
    ] = ()
    amendments: Annotated[
        tuple[Amendment, ...],
        Says("指標そのものの追加・名称変更・廃止。 / The indicator added, renamed, dropped."),
    ] = ()
    derived: Annotated[
        Derived | None, Says("他の指標から計算する指標。 / Computed from others.")
    ] = None
    continues: Annotated[
        tuple[Lineage, ...], Says("引き継いだ前計画の指標。 / What it carries on.")
    ] = ()
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    internal: Annotated[
        Flag, Says("非公開(公開サイトに載せない)。 / The public site leaves it out.")
    ] = False
    internal_note: Annotated[
        Text | None, Says("内部用の補足(公開サイトに載せない)。 / Left out of the public site.")
    ] = None
    source: Annotated[
        SourceRef | None,
        Says(
            "出典: 資料の id と場所(例: plan 第4章3 施策1-1)。各値に出典がなければこれを使う。"
            " / Source of every figure that names none of its own."
        ),
    ] = None

    def check(self) -> None:
        """Take its years as the kind it declares.

        Raises:
            Misfit: a calendar year is written where it declares none, a share is not in percent,
                or a figure stands beside parts.
        """
        self._take_years()
        self._require_percent()
        if self.is_split:
            for name in _OF_PARTS:
                if getattr(self, name):
                    raise Misfit("figure-beside-parts", at=(name, "[key]"), name=name)
        for number, part in enumerate(self.parts):
            try:
                self.of_part(part)._require_percent()  # noqa: SLF001 (of the same class)
            except Misfit as found:
                at = ("parts", number, *found.at)
                raise Misfit(found.rule, at, found.given, **found.context) from None

    def _take_years(self) -> None:
        if self.year_kind == "calendar":
            self.__dict__.update(in_calendar_years(vars(self)))
        else:
            require_fiscal_years(vars(self))

    def _require_percent(self) -> None:
        if self.share and not self.is_share:
            raise Misfit("share-unit", at=("share", "[key]"), unit=self.unit)

    @property
    def is_split(self) -> bool:
        """Whether its parts are judged in its place; those for reading only are not."""
        return not all(part.reading for part in self.parts)

    def of_part(self, part: Part) -> Indicator:
        """A part as an indicator by itself, which has what the part leaves out.

        One for reading only has no targets.

        Raises:
            Misfit: a calendar year is written where neither declares one.
        """
        said = {name: getattr(part, name) for name in _SAID_OF_PARTS}
        fields: dict[str, Any] = {
            **dict.fromkeys((*_OF_PARTS, "note")),
            "actuals": {},
            **dict.fromkeys(("published_rates", "parts", "continues"), ()),
            **({"targets": {}, "revisions": ()} if part.reading else {}),
            **({"revisions": ()} if part.targets else {}),
            **{name: value for name, value in said.items() if value not in (None, {}, ())},
            "name": self.part_name(part),
        }
        found = replace(self, **fields)
        found._take_years()  # noqa: SLF001 (of the same class)
        return found

    def part_name(self, part: Part) -> str:
        """What a part is called by itself."""
        return f"{self.name}: {part.name}"

    def year(self, year: FiscalYear) -> FiscalYear:
        """A year as one of its own: fiscal, or the calendar year of the same number."""
        return year.taken_as(self.year_kind)

    @property
    def period_target(self) -> tuple[Period, Target] | None:
        """The period and target of a period total, if it has one; of several the last."""
        periods = [key for key in self.targets if isinstance(key, Period)]
        last = max(periods, key=in_time, default=None)
        return None if last is None else (last, self.targets[last])

    @property
    def for_reference(self) -> bool:
        """Whether it has no target and will have none (参考指標)."""
        return bool(self.targets) and all(target.none for target in self.targets.values())

    @property
    def has_no_path(self) -> bool:
        """Whether no line leads to what it aims at: to words, to a range."""
        targets = self.targets.values()
        return bool(targets) and all(each.form in ("words", "range") for each in targets)

    @property
    def targets_years(self) -> bool:
        """Whether it has targets for single years."""
        return any(isinstance(key, FiscalYear) for key in self.targets)

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
        ending = [key for key in self.targets if isinstance(key, Period) and key.last == year]
        return min(ending, key=in_time, default=None)

    def aggregation_in(self, year: FiscalYear) -> Aggregation:
        """How the figures held against the target of a year relate.

        Of a total that of a year in which no period ends is held against that year's figure alone.
        """
        alone = self.aggregation == "period_total" and self.period_due_in(year) is None
        return "annual" if alone else self.aggregation

    def yearly_targets(self) -> dict[FiscalYear, Target]:
        """Targets by the fiscal year in which each falls due; a period's falls in its last.

        Where a period ends, its total stands before the target of the year alone.
        """
        return by_due_year(self.targets)


def by_due_year(targets: Mapping[TargetKey, Target]) -> dict[FiscalYear, Target]:
    """Targets by the year in which each falls due, in order; a total before a year's own."""
    found = {key.last: targets[key] for key in sorted(targets, key=in_time, reverse=True)}
    return dict(sorted(found.items()))
