"""A small town's data, entry workbooks made of it, and what becomes of them when they come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from city import (
    HOURS,
    LEAKS,
    ONLINE,
    PLACES,
    VISITS,
    WAITING,
    Folder,
    goal,
    goals,
    indicator,
    measure,
    outcomes,
    plan,
    project,
)
from entry_book import Book

from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.results import Actual
from sagaict.language import active
from sagaict.reading.workspace import Workspace, read_workspace
from sagaict.workbook.applying import Import
from sagaict.workbook.compose import compose
from sagaict.workbook.due import Choice, Rows, rows_for
from sagaict.workbook.figures import NO_SOURCES, Sources
from sagaict.workbook.taking import Taken, take_in
from sagaict.writing.change_set import ChangeSet

__all__ = ["DAY", "Book", "Outcome", "Town"]

DAY = date(2026, 4, 20)

PLAN = plan(
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
owner: 市民課
targets:
  R7: 60
  R9: 90
actuals:
  R6: 50  # 4月の報告
source: main p.1
""",
                indicator("calls", "電話の件数", "件", "decrease", "annual")
                + """\
targets:
  R9: 30,000
actuals:
  R6: 45,000
source: main p.1
""",
                HOURS
                + """\
targets:
  R6-R9: 17,600
actuals:
  R6: 4,000
source: main p.1
""",
            ),
            measure(
                "1-2",
                "窓口の改善",
                WAITING
                + """\
targets:
  R7: 20
actuals:
  R6: 20
  R7:
    value: 18.5
    state: provisional
    as_of: R8.2
source: main p.2
""",
                LEAKS
                + """\
targets:
  R7: 0
actuals:
  R7:
    value: 0
    note: 監査済み
    remark: 今年もなかった。
source: main p.2
""",
            ),
        )
    ),
    documents={"main": "あおば市DX計画", "report": "年次報告"},
)
PORTAL = project(
    """\
actions:
  R7:
    - 設計
    - text: 公開
      state: on_schedule
""",
    outcomes(
        VISITS
        + """\
targets:
  R7: 1,000
actuals:
  R7:
    state: pending
source: main p.4
"""
    ),
    """\
evaluations:
  R7:
    progress: on_schedule
    issues: 利用が伸びない。
""",
    "source: main p.4\n",
    id="portal",
    title="市民ポータル",
    more="owner: 情報政策課\n",
)
KIOSK = project(
    outcomes(
        PLACES
        + """\
targets:
  R7: 5
actuals:
  R6: 3
source: main p.5
"""
    ),
    "source: main p.5\n",
    id="kiosk",
    title="証明書の自動交付機",
    measure="1-2",
    more="owner: 市民課\n",
)

_MADE: dict[Any, bytes] = {}


@dataclass(frozen=True)
class Outcome:
    """What became of files that came back."""

    taken: Taken
    change_set: ChangeSet

    @property
    def refused(self) -> list[tuple[str, str]]:
        """Each cell that was not taken over, and why."""
        return sorted((str(item.spot), item.code) for item in self.taken.problems)

    @property
    def doubts(self) -> list[tuple[str, str]]:
        """Each figure that looks mistyped, and why."""
        return sorted((str(item.spot), item.code) for item in self.taken.doubts)

    @property
    def unusable(self) -> dict[str, str]:
        """Each file that was not read, and why."""
        return {name: error.code for name, error in self.taken.unusable.items()}

    @property
    def lines(self) -> tuple[list[str], list[str]]:
        """The lines that go and the lines that come."""
        found = [
            line for line in self.change_set.diff().splitlines() if line[:3] not in ("---", "+++")
        ]
        return (
            [line[1:].strip() for line in found if line.startswith("-")],
            [line[1:].strip() for line in found if line.startswith("+")],
        )

    def actual(self, full_id: str, year: int) -> Actual:
        """A result as it would be."""
        placed = self.change_set.workspace().portfolio().by_id[full_id]
        return placed.indicator.actuals[FiscalYear(year)]


class Town(Folder):
    """The town's data in a folder."""

    FILES: ClassVar = {
        "plans/aoba.yaml": PLAN,
        "projects/aoba/portal.yaml": PORTAL,
        "projects/aoba/kiosk.yaml": KIOSK,
    }

    @property
    def workspace(self) -> Workspace:
        """The data as it lies there."""
        return read_workspace(self.data, shown_as="data")

    def rows(self, day: date = DAY, **choice: Any) -> Rows:
        """What is to be filled in."""
        return rows_for(self.workspace.portfolio(), View.on(day), Choice(**choice))

    def sheet(self, day: date = DAY, **choice: Any) -> bytes:
        """An entry workbook as a file; made once for the same data."""
        texts = tuple(path.read_bytes() for path in sorted(self.data.rglob("*.yaml")))
        known = (texts, day, tuple(sorted(choice.items())), active())
        if known not in _MADE:
            _MADE[known] = compose(self.rows(day, **choice), day)
        return _MADE[known]

    def book(self, day: date = DAY, **choice: Any) -> Book:
        """An entry workbook to fill in."""
        return Book(self.sheet(day, **choice))

    def take(
        self, *came: bytes | Book, day: date = DAY, sources: Sources = NO_SOURCES, **named: bytes
    ) -> Outcome:
        """What becomes of workbooks (`a.xlsx`, `b.xlsx`, ...) and other files that came back."""
        files = {
            f"{'abc'[number]}.xlsx": each.content if isinstance(each, Book) else each
            for number, each in enumerate(came)
        }
        files |= {name.replace("_", "."): content for name, content in named.items()}
        workspace = self.workspace
        assert not workspace.problems
        change_set = ChangeSet(workspace)
        into = Import(change_set, workspace, workspace.portfolio(), day, sources)
        return Outcome(take_in(files, into, View.on(day)), change_set)
