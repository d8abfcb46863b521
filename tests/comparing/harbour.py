"""The data of a harbour town in a git repository of its own, and the program run on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import running
from city import Folder, goal, goals, indicator, measure, outcomes, plan, project
from running import TODAY, Ran

__all__ = ["FILES", "PLAN", "Ran", "Town", "change_of", "changes", "git", "sagaict"]

PLAN = "# The plan as the council approved it.\n" + plan(
    """\
categories:
  A:
    title: 重点事業
    priority: true
  B:
    title: 推進事業
""",
    goals(
        goal(
            1,
            "便利なまち",
            measure(
                "1-1",
                "手続の電子化",
                indicator(
                    "access",
                    "年間アクセス件数",
                    "件",
                    "increase",
                    "annual",
                    "definition: 市のサイトへのアクセスの数\n",
                )
                + """\
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
""",
                indicator("outages", "停止した回数", "回", "decrease", "annual")
                + """\
targets:
  R7: 5
  R9: 3
actuals:
  R7:
    value: 5
    state: provisional
""",
                indicator("visitors", "窓口の満足度", '"%"', "increase", "level")
                + """\
targets:
  R9: undecided
""",
            ),
            measure(
                "1-2",
                "行政事務の改革",
                indicator("share", "成果指標の達成率", '"%"', "increase", "level")
                + """\
targets:
  R7: 60
derived:
  share_met: {}
""",
            ),
        )
    ),
    """\
published:
  - id: met-r7
    title: 成果を達成した事業
    of: 3
    counts:
      達成: 1
    compare: outcomes_met
    year: R7
    source: plan p.90
""",
    "source: plan\n",
    id="harbour",
    title="みなと市DX計画",
    documents={"plan": "みなと市DX計画"},
)
RPA = project(
    """\
actions:
  R7:
    - ツールの選定
    - text: 試行
      state: planned
""",
    outcomes(
        indicator("introduced", "導入した事業の数", "事業", "increase", "annual")
        + """\
targets:
  R7: 10
  R9: 12
actuals:
  R7: 12
""",
        indicator("hours", "減らした時間", "時間", "increase", "period_total")
        + """\
targets:
  R6-R7: 100
actuals:
  R6: 60
  R7: 30
""",
    ),
    """\
evaluations:
  R7:
    progress: on_schedule
    achievements: 12事業に入れた。
""",
    "source: plan p.50\n",
    id="rpa",
    plan="harbour",
    title="RPAの導入",
    more="category: A\noverview: 事務を自動にする。\n",
)
PORTAL = project(
    outcomes(
        indicator("users", "登録者の数", "人", "increase", "cumulative")
        + """\
targets:
  R7: 500
"""
    ),
    "source: plan p.51\n",
    id="portal",
    plan="harbour",
    title="市民ポータル",
    more="category: B\n",
)
CLOUD = project(
    outcomes(
        indicator("systems", "移したシステムの数", "件", "increase", "cumulative")
        + """\
targets:
  R9: 20
actuals:
  R7: 4
"""
    ),
    """\
note: 令和6年度に始めた。
source: plan p.52
""",
    id="cloud",
    plan="harbour",
    measure="1-2",
    title="庁内クラウド",
    more="category: B\n",
)
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
}


def git(folder: Path, *arguments: str) -> str:
    """Run git on behalf of a test, always the same person on the same day."""
    return running.git(folder, *arguments, env=_IDENTITY)


@dataclass(frozen=True)
class Town(Folder):
    """A git repository with the town's data in `data/`, or in a folder of another name."""

    folder: str = "data"

    @classmethod
    def found(cls, root: Path, folder: str = "data", *, committed: bool = True) -> Town:
        """Write the data and commit it."""
        town = cls(root, folder)
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "--quiet", "--template=", "-b", "main")
        for path, text in FILES.items():
            town.write(path, text)
        if committed:
            town.commit("The plan as approved")
        return town

    @property
    def data(self) -> Path:
        return self.root / self.folder

    def edit(self, path: str, *pairs: tuple[str, str]) -> None:
        """Replace pieces of a file, each of which must stand there once."""
        for old, new in pairs:
            self.change(path, old, new)

    def remove(self, path: str) -> None:
        self.path(path).unlink()

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


def sagaict(*arguments: str, cwd: Path, lang: str = "en", today: str = TODAY) -> Ran:
    """Run the program in this process, in English unless told otherwise."""
    day = ("--today", today) if today else ()
    return running.sagaict(*arguments, *day, cwd=cwd, env={"SAGAICT_LANG": lang})


def changes(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """The changes of a kind."""
    return [each for each in found if each["kind"] == kind]


def change_of(found: list[dict[str, Any]], kind: str, full_id: str) -> dict[str, Any]:
    """The one change of that kind of that thing."""
    (only,) = [each for each in changes(found, kind) if each["id"] == full_id]
    return only
