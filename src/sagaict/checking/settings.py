"""The workspace's settings, `sagaict.yaml` beside `plans/`: rules, acceptances, the cycle."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sagaict.checking.rules import BY_ID
from sagaict.domain.fields import Moment_, MonthDay_, Record, Slug, Text
from sagaict.reading.files import SETTINGS, FileOf, unless_outside
from sagaict.reading.problem import Location, Problem
from sagaict.reading.validation import PlacedText, load
from sagaict.reading.workspace import Workspace, unread

__all__ = [
    "AcceptEntry",
    "CycleSettings",
    "RuleSettings",
    "Settings",
    "read_settings",
    "settings_file",
]

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


def settings_file(workspace: Workspace) -> FileOf:
    """The file of the settings, which need not exist."""
    return FileOf(workspace.root, workspace.shown).inside(SETTINGS)


def read_settings(workspace: Workspace) -> tuple[Settings, list[Problem]]:
    """The workspace's settings, or the defaults where there is no (good) file of them."""
    file = settings_file(workspace)
    if not os.path.lexists(file.path):
        return Settings(), []
    try:
        content = unless_outside(file, os.path.realpath(workspace.root)).read()
    except OSError as error:
        return Settings(), [unread(file, error)]
    loaded = load(file.shown, content, Settings)
    if [problem.rule for problem in loaded.problems] == ["yaml-empty"]:
        return Settings(), []  # all of it is commented out
    if loaded.model is None:
        return Settings(), list(loaded.problems)
    return loaded.model, [*loaded.problems, *_unknown_names(file, content, loaded.model)]


def _unknown_names(file: FileOf, content: bytes, settings: Settings) -> Iterator[Problem]:
    """Rules and thresholds that do not exist, with the nearest that does."""
    text = PlacedText(content)

    def problem(rule: str, location: Location, name: str, known: Iterable[str]) -> Problem:
        where, line = text.at(location, key=location[0] == "rules")
        nearest = next(iter(difflib.get_close_matches(name, list(known), n=1)), "")
        args = {"id": name, "name": name, "suggestion": nearest}
        return Problem(rule, file.shown, where, args, line)

    for name, chosen in settings.rules.items():
        if name not in BY_ID:
            yield problem("unknown-rule", ("rules", name), name, BY_ID)
            continue
        known = BY_ID[name].thresholds
        for threshold in chosen.thresholds:
            if threshold not in known:
                location = ("rules", name, "thresholds", threshold)
                yield problem("unknown-key", location, threshold, known)
    for number, entry in enumerate(settings.accept):
        if entry.rule not in BY_ID:
            yield problem("unknown-rule", ("accept", number, "rule"), entry.rule, BY_ID)
