"""A small city's data: every kind of target and figure once, in two plans and five projects."""

from __future__ import annotations

from typing import ClassVar

from city import (
    HOURS,
    LEAKS,
    ONLINE,
    PLACES,
    SATISFIED,
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

__all__ = ["FILES", "City"]

RUNNING = plan(
    """\
categories:
  A:
    title: 重点的に進める事業
    priority: true
  B:
    title: 着実に進める事業
""",
    """\
labels:
  met: ○
""",
    goals(
        goal(
            1,
            "便利なまち",
            measure(
                "1-1",
                "手続の電子化",
                ONLINE
                + """\
owner: 市民課
baseline:
  value: 40
  year: R5
targets:
  R7: 80
  R9: 90
actuals:
  R6: 50
  R7:
    value: 59
    remark: 周知が遅れた。
source: main p.1
""",
            ),
            measure(
                "1-2",
                "窓口の改善",
                WAITING
                + """\
baseline:
  value: 30
  year: R5
targets:
  R7: 20
actuals:
  R7: 16
source: main p.2
""",
                more="priority: true\n",
            ),
        ),
        goal(
            2,
            "身軽な市役所",
            measure(
                "2-1",
                "事務の改革",
                HOURS
                + """\
targets:
  R6-R9:
    value: 17,600
    printed: 17,600時間
actuals:
  R6: 3,000
  R8:
    value: 1,500.5
    state: provisional
    as_of: R8.9
source: main p.3
""",
                LEAKS
                + """\
targets:
  R7: 0
actuals:
  R7: 0
source: main p.3
""",
            ),
        ),
    ),
)
ENDED = plan(
    goals(
        goal(
            1,
            "身近な情報",
            measure(
                "1-1",
                "情報の発信",
                indicator("readers", "広報の閲覧者数", "人", "increase", "annual")
                + """\
targets:
  R5: 1,000
actuals:
  R5: 1,027
source: main p.1
""",
            ),
        )
    ),
    id="midori",
    title="みどり市情報化計画",
    period="R2-R5",
)
PORTAL = project(
    outcomes(
        VISITS
        + """\
baseline:
  value: 1,000
  year: R5
targets:
  R6:
    relative:
      to: R5
      times: 1.2
  R7:
    relative:
      to: previous
      percent: 10
actuals:
  R6: 1,250
  R7: 1,027
"""
    ),
    """\
evaluations:
  R7:
    progress: on_schedule
    printed: ○
""",
    "source: main p.4\n",
    id="portal",
    title="市民ポータル",
    more="category: A\nowner: 情報政策課\n",
)
KIOSK = project(
    outcomes(
        PLACES
        + """\
targets:
  R6: 3
  R7: 5
"""
    ),
    """\
evaluations:
  R7:
    progress: delayed
""",
    "source: main p.5\n",
    id="kiosk",
    title="証明書の自動交付機",
    measure="1-2",
    more="category: B\n",
)
SURVEY = project(
    outcomes(
        SATISFIED
        + """\
targets:
  R7: 75.5
actuals:
  R7:
    state: pending
"""
    ),
    "source: main p.6\n",
    id="survey",
    title="窓口アンケート",
    measure="1-2",
    more="category: A\n",
)
TRAINING = project(
    """\
outcome_undecided:
  printed: 事業の進捗に合わせ設定
""",
    "source: main p.7\n",
    id="training",
    title="職員研修",
    measure="2-1",
    more="category: B\n",
)
SHARE = project(
    outcomes(
        indicator("met", "成果指標の達成割合", '"%"', "increase", "level")
        + """\
targets:
  R7: 100
actuals:
  R7: 66
derived:
  share_met:
    priority: true
"""
    ),
    "source: main p.8\n",
    id="share",
    title="計画の進行管理",
    measure="2-1",
    more="category: B\n",
)
FILES = {
    "plans/aoba.yaml": RUNNING,
    "plans/midori.yaml": ENDED,
    "projects/aoba/portal.yaml": PORTAL,
    "projects/aoba/kiosk.yaml": KIOSK,
    "projects/aoba/survey.yaml": SURVEY,
    "projects/aoba/training.yaml": TRAINING,
    "projects/aoba/share.yaml": SHARE,
}


class City(Folder):
    """The data written to a folder, so that a test can spoil it."""

    FILES: ClassVar = FILES
