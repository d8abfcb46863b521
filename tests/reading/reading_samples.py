"""The least plan that is whole, and its problems in short, for tests of reading."""

from __future__ import annotations

from sagaict.domain.plan import Plan
from sagaict.reading.problem import Problem
from sagaict.reading.validation import load

PLAN = """\
id: p
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 計画書
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        source: plan 1
"""
INDICATOR = (
    PLAN
    + """\
        goal_indicators:
          - id: users
            name: 利用者数
            unit: 人
            direction: increase
            aggregation: level
"""
)
"""Twelve spaces of indentation continue the indicator, which ends in line 18."""


def problems_of(content: str | bytes) -> tuple[Problem, ...]:
    """Everything wrong with a plan's file."""
    data = content if isinstance(content, bytes) else content.encode()
    return load("p.yaml", data, Plan).problems


def problem_of(content: str | bytes) -> Problem:
    """The one thing wrong with a plan's file."""
    (problem,) = problems_of(content)
    return problem


def places_of(content: str | bytes) -> list[str]:
    """Everything wrong with a plan's file, as `line:column rule`."""
    return [
        f"{problem.place.line}:{problem.place.column} {problem.rule}"
        for problem in problems_of(content)
    ]
