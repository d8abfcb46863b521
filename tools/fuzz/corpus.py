"""Small files to begin with: one for each rule, and the data of this checkout in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from sagaict.checking.rules import ALL

__all__ = ["HOST", "ROOT", "Corpus", "corpus"]

ROOT = Path(__file__).resolve().parents[2]
HOST = """\
id: {id}
title: 計画
period: R6-R9
documents:
  plan:
    title: 計画書
categories:
  A:
    title: 重点
    priority: true
    review: half_yearly
  B:
    title: 通常
  C:
    title: 研究
    outcome_required: false
goals:
  - no: 1
    title: 目標
    measures:
      - id: 1-1
        title: 施策
        source: plan 1
"""
"""A plan in which a project finds its place."""
_PROJECT = """\
id: p
plan: p
measure: 1-1
title: 事業
category: A
source: plan 2
"""
_SETTINGS = """\
rules:
  overdue:
    severity: error
    error_from: R9.4.1
    thresholds:
      months: 3
  no-milestone:
    severity: "off"
accept:
  - rule: unit-disagrees
    below: f001
    reason: 資料のとおり
cycle:
  figures_due: 4-30
  half_year_review: 10-31
  yearly_review: 5-31
  council: [7-15, 11-20]
"""
_PARTS = ("published", "policies", "roadmap", "discrepancies", "provisions", "revisions")
_ELSEWHERE = ("predecessors", "successors", "continues")
"""What names other plans, which are not there: most of the time would go into what may be meant."""
_LONGEST = 40
"""Characters of a text: what it says is not what is tried."""


@dataclass(frozen=True)
class Corpus:
    """Texts of each kind of file."""

    plans: tuple[str, ...]
    projects: tuple[str, ...]
    settings: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.plans, *self.projects, *self.settings)


@cache
def corpus() -> Corpus:
    """The texts there are to begin with."""
    cases = ROOT / "tests/checking/cases"
    plans = [*_read(cases, "*/plans/*.yaml"), *_samples("plan"), *_plans()]
    projects = [*_read(cases, "*/projects/*/*.yaml"), *_samples("project"), *_projects()]
    settings = [_SETTINGS, *_read(cases, "*/sagaict.yaml")]
    return Corpus(tuple(plans), tuple(projects), tuple(settings))


def _read(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        yield path.read_bytes().decode("utf-8", "surrogateescape")


def _samples(kind: str) -> Iterator[str]:
    """The samples of the rules that judge targets, as plans or as projects."""
    for rule in ALL:
        for text in (rule.bad, rule.good):
            if rule.sample == kind:
                yield text if kind == "plan" else _PROJECT + text
            elif rule.sample == "indicator":
                deep = 10 if kind == "plan" else 4
                above = HOST + "        goal_indicators:\n" if kind == "plan" else _PROJECT
                above += "" if kind == "plan" else "outcome_indicators:\n"
                body = indent(text, " " * deep)
                yield f"{above}{' ' * (deep - 2)}- {body[deep:]}".replace("{id}", "p")


def _plans() -> Iterator[str]:
    """Each measure of each plan in a plan of its own, and so whatever else a plan holds."""
    for text in _read(ROOT / "data", "plans/*.yaml"):
        whole = _loaded(text)
        goals, others = whole.pop("goals", []), {key: whole.pop(key, ()) for key in _PARTS}
        for goal in goals:
            measures = goal.pop("measures", [])
            for measure in measures:
                few = {k: v[:1] if k.endswith("_indicators") else v for k, v in measure.items()}
                yield _dumped({**whole, "goals": [{**goal, "measures": [few]}]})
        for key, items in others.items():
            yield from (_dumped({**whole, key: [item]}) for item in items)


def _projects() -> Iterator[str]:
    for text in _read(ROOT / "data", "projects/*/*.yaml"):
        yield _dumped({**_loaded(text), "measure": "1-1"})


def _loaded(text: str) -> dict[str, Any]:
    quoted = re.sub(r"\bno: ", '"no": ', text)  # which is false to this parser
    found: dict[str, Any] = _short(yaml.safe_load(quoted))
    for key in _ELSEWHERE:
        found.pop(key, None)
    return found | {"documents": {"plan": {"title": "資料"}}} if "documents" in found else found


def _short(value: Any) -> Any:
    """The same with shorter texts."""
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_short(each) for each in value]
    return value[:_LONGEST].strip() if isinstance(value, str) else value


def _dumped(value: Any) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
    return re.sub(r"source: [a-z0-9/-]+", "source: plan", text)
