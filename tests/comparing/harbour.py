"""The data of a harbour town in a git repository of its own, and the program run on it."""

from __future__ import annotations

import io
import json
import os
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from sagaict import language
from sagaict.cli.main import main

__all__ = ["FILES", "PLAN", "Ran", "Town", "change_of", "changes", "git", "sagaict"]

TODAY = "2026-11-21"

PLAN = """\
# The plan as the council approved it.
id: harbour
title: みなと市DX計画
period: R6-R9
documents:
  plan:
    title: みなと市DX計画
categories:
  A:
    title: 重点事業
    priority: true
  B:
    title: 推進事業
goals:
  - no: 1
    title: 便利なまち
    measures:
      - id: 1-1
        no: 1-1
        title: 手続の電子化
        goal_indicators:
          - id: access
            name: 年間アクセス件数
            definition: 市のサイトへのアクセスの数
            unit: 件
            direction: increase
            aggregation: annual
            baseline:
              value: 70,000
              year: R5
            targets:
              R7: 80,000
              R9:
                value: 101,000
                printed: 101,000件
            actuals:
              R7: 79,000
          - id: outages
            name: 停止した回数
            unit: 回
            direction: decrease
            aggregation: annual
            targets:
              R7: 5
              R9: 3
            actuals:
              R7:
                value: 5
                state: provisional
          - id: visitors
            name: 窓口の満足度
            unit: "%"
            direction: increase
            aggregation: level
            targets:
              R9: undecided
      - id: 1-2
        no: 1-2
        title: 行政事務の改革
        goal_indicators:
          - id: share
            name: 成果指標の達成率
            unit: "%"
            direction: increase
            aggregation: level
            derived:
              share_met: {}
            targets:
              R7: 60
published:
  - id: met-r7
    title: 成果を達成した事業
    of: 3
    counts:
      達成: 1
    compare: outcomes_met
    year: R7
    source: plan p.90
source: plan
"""
RPA = """\
id: rpa
plan: harbour
measure: 1-1
title: RPAの導入
category: A
overview: 事務を自動にする。
actions:
  R7:
    - ツールの選定
    - text: 試行
      state: planned
outcome_indicators:
  - id: introduced
    name: 導入した事業の数
    unit: 事業
    direction: increase
    aggregation: annual
    targets:
      R7: 10
      R9: 12
    actuals:
      R7: 12
  - id: hours
    name: 減らした時間
    unit: 時間
    direction: increase
    aggregation: period_total
    targets:
      R6-R7: 100
    actuals:
      R6: 60
      R7: 30
evaluations:
  R7:
    progress: on_schedule
    achievements: 12事業に入れた。
source: plan p.50
"""
PORTAL = """\
id: portal
plan: harbour
measure: 1-1
title: 市民ポータル
category: B
outcome_indicators:
  - id: users
    name: 登録者の数
    unit: 人
    direction: increase
    aggregation: cumulative
    targets:
      R7: 500
source: plan p.51
"""
CLOUD = """\
id: cloud
plan: harbour
measure: 1-2
title: 庁内クラウド
category: B
outcome_indicators:
  - id: systems
    name: 移したシステムの数
    unit: 件
    direction: increase
    aggregation: cumulative
    targets:
      R9: 20
    actuals:
      R7: 4
note: 令和6年度に始めた。
source: plan p.52
"""
FILES = {
    "plans/harbour.yaml": PLAN,
    "projects/harbour/rpa.yaml": RPA,
    "projects/harbour/portal.yaml": PORTAL,
    "projects/harbour/cloud.yaml": CLOUD,
}

_IDENTITY = {
    "GIT_AUTHOR_NAME": "Tester",
    "GIT_AUTHOR_EMAIL": "tester@example.invalid",
    "GIT_COMMITTER_NAME": "Tester",
    "GIT_COMMITTER_EMAIL": "tester@example.invalid",
    "GIT_AUTHOR_DATE": "2026-03-31T12:00:00+09:00",
    "GIT_COMMITTER_DATE": "2026-03-31T12:00:00+09:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    """Run git on behalf of a test."""
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **_IDENTITY},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@dataclass(frozen=True)
class Town:
    """A git repository with the town's data in `data/`, or in a folder of another name."""

    root: Path
    data: Path

    @classmethod
    def found(cls, root: Path, folder: str = "data", *, committed: bool = True) -> Town:
        """Write the data and commit it."""
        town = cls(root, root / folder)
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "--quiet", "-b", "main")
        for path, text in FILES.items():
            town.write(path, text)
        if committed:
            town.commit("The plan as approved")
        return town

    def write(self, path: str, text: str | bytes) -> None:
        target = self.data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, *pairs: tuple[str, str]) -> None:
        """Replace pieces of a file, each of which must stand there once."""
        text = (self.data / path).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, (old, text.count(old))
            text = text.replace(old, new)
        self.write(path, text)

    def remove(self, path: str) -> None:
        (self.data / path).unlink()

    def commit(self, message: str) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "-m", message)

    def run(self, *arguments: str) -> Ran:
        """Run the program in the repository's root."""
        return sagaict(*arguments, cwd=self.root)

    def diff(self, *arguments: str) -> list[dict[str, Any]]:
        """The changes `sagaict diff` tells of."""
        found: list[dict[str, Any]] = self.run("diff", *arguments, "--format", "json").json[
            "changes"
        ]
        return found


@dataclass(frozen=True)
class Ran:
    """What came of a run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code in {0, 1}, self.err
        return json.loads(self.out)


def sagaict(*arguments: str, cwd: Path, lang: str = "en", today: str = TODAY) -> Ran:
    """Run the program in this process, in English unless told otherwise."""
    spoken = language.active()
    out, err = io.BytesIO(), io.StringIO()
    stream = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    speaking = mock.patch.dict(os.environ, {"SAGAICT_LANG": lang})
    try:
        with speaking, chdir(cwd), redirect_stdout(stream), redirect_stderr(err):
            code = main([*arguments, "--today", today] if today else arguments)
        stream.flush()
        return Ran(code, out.getvalue().decode(), err.getvalue())
    finally:
        language.activate(spoken)


def changes(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """The changes of a kind."""
    return [each for each in found if each["kind"] == kind]


def change_of(found: list[dict[str, Any]], kind: str, full_id: str) -> dict[str, Any]:
    """The one change of that kind of that thing."""
    (only,) = [each for each in changes(found, kind) if each["id"] == full_id]
    return only
