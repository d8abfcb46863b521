"""What a workspace may set: rules, acceptances, days of its cycle, its year, its body."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated, Any, Literal

from sagaict.domain.body import Body
from sagaict.domain.declaring import Before, Says, Whole
from sagaict.domain.fields import Flag, Moment_, MonthDay_, Slug, Text
from sagaict.domain.reckoning import Reckoning
from sagaict.domain.record import Record

__all__ = ["AcceptEntry", "CycleSettings", "RuleSettings", "Settings", "YearSettings"]

Threshold = Annotated[int, Whole(0, 1000)]


class RuleSettings(Record):
    """What the workspace changes of a rule."""

    severity: Annotated[
        Literal["error", "warning", "info", "off"] | None,
        Says("重さ: error 誤り · warning 注意 · info 情報 · off 見ない"),
    ] = None
    error_from: Annotated[
        Moment_ | None, Says("この日から error にする。 / The day from which it is an error.")
    ] = None
    thresholds: Annotated[dict[Text, Threshold], Says("しきい値。 / Thresholds, by name.")] = field(
        default_factory=dict
    )


class AcceptEntry(Record):
    """Findings accepted for everything below an id, with a reason."""

    rule: Annotated[Slug, Says("規則の id。 / The rule.")]
    below: Annotated[
        Text, Says("計画・施策・事業・指標の id(その下すべて)。 / A full id; covers all below it.")
    ]
    reason: Annotated[Text, Says("受け入れる理由。 / Why.")]


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class CycleSettings(Record):
    """By which day of the year each step of the yearly cycle is to be done."""

    figures_due: Annotated[
        MonthDay_ | None, Says("実績の報告期限(例 4-30)。 / Figures of the year that has ended.")
    ] = None
    half_year_review: Annotated[
        MonthDay_ | None, Says("上半期の見直しの期限(例 10-31)。 / Reviews of the first half-year.")
    ] = None
    yearly_review: Annotated[
        MonthDay_ | None,
        Says("年度の自己評価の期限(例 5-31)。 / Reviews of the year that has ended."),
    ] = None
    council: Annotated[
        Annotated[tuple[MonthDay_, ...], Before(_as_list)],
        Says("調整会議の日(例 7-15。複数も可)。 / When the council meets."),
    ] = ()


class YearSettings(Record):
    """How the body reckons its years; what is not said is as in Japan."""

    first_month: Annotated[
        Annotated[int, Whole(1, 12)] | None,
        Says("年度の最初の月(日本では 4)。 / The month with which a year begins."),
    ] = None
    named_by: Annotated[
        Literal["first_day", "last_day"] | None,
        Says(
            "年度の名前: first_day 初日の年 · last_day 末日の年。 / Which day a year is named by."
        ),
    ] = None
    eras: Annotated[
        Flag | None,
        Says("元号を使うか。 / Whether there are eras; without, years are 2026, days 2026-03-31."),
    ] = None

    @property
    def reckoning(self) -> Reckoning:
        """The reckoning that follows from it."""
        said = {name: each for name, each in vars(self).items() if each is not None}
        return Reckoning(**said)


class Settings(Record):
    """The settings file."""

    rules: Annotated[dict[Slug, RuleSettings], Says("規則ごとの設定。 / Settings by rule.")] = (
        field(default_factory=dict)
    )
    accept: Annotated[
        tuple[AcceptEntry, ...], Says("まとめて受け入れる指摘。 / Findings accepted together.")
    ] = ()
    cycle: Annotated[CycleSettings, Says("年間の進行管理の期限。 / The yearly cycle.")] = field(
        default_factory=CycleSettings
    )
    year: Annotated[YearSettings, Says("年度の数え方。 / How years are reckoned.")] = field(
        default_factory=YearSettings
    )
    body: Annotated[
        Body | None, Says("公表する団体(オープンデータに付す)。 / The body, for its open data.")
    ] = None

    def severity_of(self, rule: str, default: str, today: date) -> str:
        """The severity in force on a day; `off` if the rule is not to be run."""
        chosen = self.rules.get(rule)
        if chosen is None:
            return default
        if chosen.error_from is not None and chosen.error_from.first_day <= today:
            return "error"
        return chosen.severity or default
