"""A rule's samples as workspaces, so that what the page shows is what the rule finds."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from textwrap import indent

from sagaict.checking.rule import MARK, SampleKind
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.reading.validation import load
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["SAMPLE_VIEW", "marked_lines", "sample_workspace"]

SAMPLE_VIEW = View.on(date(2026, 11, 21))
"""Samples are judged on this day, in R8."""

_PLAN = """\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
categories:
  A:
    title: 重点事業
    priority: true
    review: half_yearly
  C:
    title: 研究
    outcome_required: false
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        no: 1-1
        title: 見本の施策
        source: plan 1
"""
_PROJECT = """\
id: trial
plan: sample
measure: 1-1
title: 見本の事業
category: A
source: plan 2
"""


def sample_workspace(kind: SampleKind, text: str) -> tuple[Workspace, int]:
    """The sample set into the least that makes it whole, and how many lines stand above it.

    An `indicator` is set into a project, the keys of a `project` are added to one; a `plan` is
    taken as it is, beginning with its `id`, and needs no project.
    """
    plan, project, above = _PLAN, _PROJECT, 0
    if kind == "indicator":
        head = _PROJECT + "outcome_indicators:\n"
        body = indent(text, "    ")
        project = head + "  - " + body[4:]
        above = head.count("\n")
    elif kind == "project":
        project, above = _PROJECT + text, _PROJECT.count("\n")
    else:
        plan, project = text, ""
    plan_file = _Text(PurePosixPath("plans/sample.yaml"), plan)
    files = [plan_file]
    loaded_plan = load(plan_file.shown, plan.encode(), Plan)
    problems = list(loaded_plan.problems)
    projects: tuple[tuple[FileOf, Project], ...] = ()
    if project:
        file = _Text(PurePosixPath("projects/sample/trial.yaml"), project)
        files.append(file)
        loaded = load(file.shown, project.encode(), Project)
        problems += loaded.problems
        projects = ((file, loaded.model),) if loaded.model else ()
    plans = ((plan_file, loaded_plan.model),) if loaded_plan.model else ()
    root = plan_file.path.parent
    workspace = Workspace(
        root,
        "data",
        tuple(files),
        tuple(problems),
        plans=plans,
        projects=projects,
    )
    return workspace, above


class _Text(FileOf):
    """A file that exists only as text."""

    __slots__ = ("_text",)

    def __init__(self, path: PurePosixPath, text: str) -> None:
        from pathlib import Path

        super().__init__(Path(path), str(path))
        object.__setattr__(self, "_text", text)

    def read(self) -> bytes:
        """The text as bytes."""
        content: str = object.__getattribute__(self, "_text")
        return content.encode()


def marked_lines(text: str) -> list[int]:
    """The lines (from 1) of a failing sample that carry the mark."""
    return [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.rstrip().endswith(MARK)
    ]
