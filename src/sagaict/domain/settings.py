"""What a workspace may set: the weight of rules, findings it accepts, the days of its cycle."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sagaict.domain.fields import Moment_, MonthDay_, Record, Slug, Text

__all__ = ["AcceptEntry", "CycleSettings", "RuleSettings", "Settings"]

Threshold = Annotated[int, Field(ge=0, le=1000)]


class RuleSettings(Record):
    """What the workspace changes of a rule."""

    severity: Literal["error", "warning", "info", "off"] | None = Field(
        None, description="重さ: error 誤り · warning 注意 · info 情報 · off 見ない"
    )
    error_from: Moment_ | None = Field(
        None, description="この日から error にする。 / The day from which it is an error."
    )
    thresholds: dict[Text, Threshold] = Field(
        default_factory=dict, description="しきい値。 / Thresholds, by name."
    )


class AcceptEntry(Record):
    """Findings accepted for everything below an id, with a reason."""

    rule: Slug = Field(description="規則の id。 / The rule.")
    below: Text = Field(
        description="計画・施策・事業・指標の id(その下すべて)。 / A full id; covers all below it."
    )
    reason: Text = Field(description="受け入れる理由。 / Why.")


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class CycleSettings(Record):
    """By which day of the year each step of the yearly cycle is to be done."""

    figures_due: MonthDay_ | None = Field(
        None, description="実績の報告期限(例 4-30)。 / Figures of the year that has ended."
    )
    half_year_review: MonthDay_ | None = Field(
        None, description="上半期の見直しの期限(例 10-31)。 / Reviews of the first half-year."
    )
    yearly_review: MonthDay_ | None = Field(
        None, description="年度の自己評価の期限(例 5-31)。 / Reviews of the year that has ended."
    )
    council: Annotated[tuple[MonthDay_, ...], BeforeValidator(_as_list)] = Field(
        (), description="調整会議の日(例 7-15。複数も可)。 / When the council meets."
    )


class Settings(Record):
    """The settings file."""

    rules: dict[Slug, RuleSettings] = Field(
        default_factory=dict, description="規則ごとの設定。 / Settings by rule."
    )
    accept: tuple[AcceptEntry, ...] = Field(
        (), description="まとめて受け入れる指摘。 / Findings accepted together."
    )
    cycle: CycleSettings = Field(
        default_factory=CycleSettings, description="年間の進行管理の期限。 / The yearly cycle."
    )

    def severity_of(self, rule: str, default: str, today: date) -> str:
        """The severity in force on a day; `off` if the rule is not to be run."""
        chosen = self.rules.get(rule)
        if chosen is None:
            return default
        if chosen.error_from is not None and chosen.error_from.first_day <= today:
            return "error"
        return chosen.severity or default
