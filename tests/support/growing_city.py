"""A city whose plan is under way: files with comments, short forms and every kind of figure."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import ClassVar

from city import (
    HOURS,
    ONLINE,
    SATISFIED,
    VISITS,
    Folder,
    goal,
    goals,
    measure,
    outcomes,
    plan,
    project,
)

from sagaict.reading.workspace import Workspace, read_workspace
from sagaict.writing.change_set import ChangeSet

__all__ = ["PLAN", "PORTAL", "Grown", "changed_lines"]

SCHEMA = "# yaml-language-server: $schema=../"
PLAN = f"{SCHEMA}schema/plan.schema.json\n" + plan(
    goals(
        goal(
            1,
            "便利なまち",
            measure(
                "1-1",
                "手続の電子化",
                ONLINE
                + """\
share: true
baseline:
  value: 40
  year: R5
targets:
  R7: 80
  R9: 90
actuals:
  # 窓口の統計による
  R6: 50  # 確定
source: main p.1
""",
                HOURS
                + """\
targets:
  R6-R9: 17,600
actuals:
  R6: 3,000
  R7:
    value: 2,500.5
    state: provisional
    as_of: R7.9
    source: main p.3
source: main p.3
""",
                SATISFIED
                + """\
targets:
  R7: 75.5
actuals:
  R7:
    state: pending
source: main p.4
""",
                end="source: main p.1\n",
            ),
        )
    )
)
PORTAL = f"{SCHEMA}../schema/project.schema.json\n" + project(
    """\
actions:
  R6:
    # 会議の資料による
    - 要件の整理  # 済み
    - text: 事業者の選定
      state: done
  R7:
    - ポータルの構築
    - ポータルの試行
""",
    outcomes(
        VISITS
        + """\
targets:
  R6: 1,000
  R7: 1,200
actuals:
  R6: 1,250
  R7: 1,027
note: 市民課と共有する。
source: main p.4
"""
    ),
    """\
evaluations:
  R6:
    progress: on_schedule
    printed: ○
    instructions:
      - text: 利用の少ない地区を調べること
        due: R7.9.30
      - text: 費用を示すこと
        answer: 示した。
  R7:
    # 自己評価は5月
    progress: delayed
""",
    "source: main p.4\n",
    id="portal",
    title="市民ポータル",
    more="owner: 情報政策課\n",
)


class Grown(Folder):
    """The data in `root/data`."""

    FILES: ClassVar = {"plans/aoba.yaml": PLAN, "projects/aoba/portal.yaml": PORTAL}

    @classmethod
    def in_folder(cls, root: Path, ending: str = "\n") -> Grown:
        """The city, written with one kind of line ends."""
        city = cls(root)
        for name, text in cls.FILES.items():
            city.write(name, text.replace("\n", ending))
        return city

    def text(self, name: str) -> str:
        """A file's text, line ends as they are."""
        return self.read(name)

    @property
    def plan(self) -> str:
        """The text of the plan."""
        return self.text("plans/aoba.yaml")

    @property
    def portal(self) -> str:
        """The text of the project."""
        return self.text("projects/aoba/portal.yaml")

    def workspace(self) -> Workspace:
        """What is there now."""
        return read_workspace(self.data, shown_as="data")

    def change_set(self) -> ChangeSet:
        """A draft of changes to what is there now."""
        return ChangeSet(self.workspace())


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that went (`-`) and came (`+`), ends included; all others are byte for byte."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]
