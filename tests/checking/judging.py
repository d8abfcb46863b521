"""Running one rule on a piece of YAML, as on the day the samples are judged (2026-11-21, in R8)."""

from __future__ import annotations

from datetime import date
from zlib import crc32

from rule_samples import SAMPLE_VIEW, sample_workspace

from sagaict.checking.rule import SampleKind
from sagaict.checking.rules import BY_ID
from sagaict.checking.scene import Scene
from sagaict.computing.view import View
from sagaict.reading.validation import PlacedText
from sagaict.reading.workspace import Workspace

INDICATOR = """\
id: x
name: {name}
unit: "{unit}"
direction: {direction}
aggregation: {aggregation}
"""

PLAN_WITH_MEASURE = """\
id: sample
title: 見本の計画
period: R6-R9
documents: {}
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
"""


def indicator(
    body: str,
    *,
    name: str = "利用者の満足度",
    unit: str = "%",
    direction: str = "increase",
    aggregation: str = "level",
) -> str:
    """The YAML of an indicator with these keys behind the obligatory ones."""
    head = INDICATOR.format(name=name, unit=unit, direction=direction, aggregation=aggregation)
    return head + body


def found(
    rule: str,
    text: str,
    kind: SampleKind = "indicator",
    *,
    today: date | None = None,
    **thresholds: int,
) -> list[str]:
    """What stands at each finding: the text of its place, in order of the file."""
    workspace, _above = sample_workspace(kind, text)
    return found_in(workspace, rule, today=today, **thresholds)


def found_in(
    workspace: Workspace, rule: str, *, today: date | None = None, **thresholds: int
) -> list[str]:
    """The same for a workspace."""
    assert workspace.problems == ()
    view = View.on(today) if today else SAMPLE_VIEW
    scene = Scene(workspace, view, {rule: {**BY_ID[rule].thresholds, **thresholds}})
    places = []
    for finding in BY_ID[rule].findings(scene):
        assert finding.rule == rule
        assert "{" not in BY_ID[rule].message.format(**finding.args)
        place, line = PlacedText(finding.file.read()).at(finding.location, key=finding.on_key)
        places.append((place, line[place.column - 1 :][: place.length]))
    return [word for _place, word in sorted(places)]


def messages(rule: str, text: str, kind: SampleKind = "indicator") -> list[str]:
    """The English message of each finding."""
    workspace, _above = sample_workspace(kind, text)
    scene = Scene(workspace, SAMPLE_VIEW, {rule: BY_ID[rule].thresholds})
    return [BY_ID[rule].message.format(**finding.args) for finding in BY_ID[rule].findings(scene)]


def outcome(name: str, body: str = "", unit: str = "件", direction: str = "increase") -> str:
    """One outcome indicator of a list, with these keys behind the obligatory ones."""
    head = f"  - id: x{crc32(f'{name} {body}'.encode())}\n    name: {name}\n    unit: '{unit}'\n"
    return head + f"    direction: {direction}\n    aggregation: annual\n" + body


def targets(*lines: str) -> str:
    """Its targets."""
    return "    targets:\n" + "".join(f"      {line}\n" for line in lines)
