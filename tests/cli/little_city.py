"""A small city's data: every kind of target and figure once, in two plans and five projects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["FILES", "City"]

RUNNING = """\
id: aoba
title: あおば市DX計画
period: R6-R9
documents:
  main:
    title: あおば市DX計画
categories:
  A:
    title: 重点的に進める事業
    priority: true
  B:
    title: 着実に進める事業
labels:
  met: ○
goals:
  - no: 1
    title: 便利なまち
    measures:
      - id: 1-1
        no: 1-1
        title: 手続の電子化
        goal_indicators:
          - id: online
            name: オンライン申請率
            unit: "%"
            direction: increase
            aggregation: level
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

      - id: 1-2
        no: 1-2
        title: 窓口の改善
        priority: true
        goal_indicators:
          - id: waiting
            name: 平均待ち時間
            unit: 分
            direction: decrease
            aggregation: level
            baseline:
              value: 30
              year: R5
            targets:
              R7: 20
            actuals:
              R7: 16
            source: main p.2
  - no: 2
    title: 身軽な市役所
    measures:
      - id: 2-1
        no: 2-1
        title: 事務の改革
        goal_indicators:
          - id: hours
            name: 削減した時間
            unit: 時間
            direction: increase
            aggregation: period_total
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
          - id: leaks
            name: 情報漏えいの件数
            unit: 件
            direction: decrease
            aggregation: annual
            targets:
              R7: 0
            actuals:
              R7: 0
            source: main p.3
"""
ENDED = """\
id: midori
title: みどり市情報化計画
period: R2-R5
documents:
  main:
    title: みどり市情報化計画
goals:
  - no: 1
    title: 身近な情報
    measures:
      - id: 1-1
        no: 1-1
        title: 情報の発信
        goal_indicators:
          - id: readers
            name: 広報の閲覧者数
            unit: 人
            direction: increase
            aggregation: annual
            targets:
              R5: 1,000
            actuals:
              R5: 1,027
            source: main p.1
"""
PORTAL = """\
id: portal
plan: aoba
measure: 1-1
title: 市民ポータル
category: A
owner: 情報政策課
outcome_indicators:
  - id: visits
    name: 年間利用件数
    unit: 件
    direction: increase
    aggregation: annual
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
evaluations:
  R7:
    progress: on_schedule
    printed: ○
source: main p.4
"""
KIOSK = """\
id: kiosk
plan: aoba
measure: 1-2
title: 証明書の自動交付機
category: B
outcome_indicators:
  - id: places
    name: 設置箇所数
    unit: 箇所
    direction: increase
    aggregation: cumulative
    targets:
      R6: 3
      R7: 5
evaluations:
  R7:
    progress: delayed
source: main p.5
"""
SURVEY = """\
id: survey
plan: aoba
measure: 1-2
title: 窓口アンケート
category: A
outcome_indicators:
  - id: satisfied
    name: 満足と答えた割合
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R7: 75.5
    actuals:
      R7:
        state: pending
source: main p.6
"""
TRAINING = """\
id: training
plan: aoba
measure: 2-1
title: 職員研修
category: B
outcome_undecided:
  printed: 事業の進捗に合わせ設定
source: main p.7
"""
SHARE = """\
id: share
plan: aoba
measure: 2-1
title: 計画の進行管理
category: B
outcome_indicators:
  - id: met
    name: 成果指標の達成割合
    unit: "%"
    direction: increase
    aggregation: level
    derived:
      share_met:
        priority: true
    targets:
      R7: 100
    actuals:
      R7: 66
source: main p.8
"""
FILES = {
    "plans/aoba.yaml": RUNNING,
    "plans/midori.yaml": ENDED,
    "projects/aoba/portal.yaml": PORTAL,
    "projects/aoba/kiosk.yaml": KIOSK,
    "projects/aoba/survey.yaml": SURVEY,
    "projects/aoba/training.yaml": TRAINING,
    "projects/aoba/share.yaml": SHARE,
}


@dataclass(frozen=True)
class City:
    """The data written to a folder, so that a test can spoil it."""

    root: Path

    @classmethod
    def found(cls, root: Path) -> City:
        """The city in `root/data`."""
        city = cls(root)
        for name, text in FILES.items():
            city.write(name, text)
        return city

    def path(self, name: str) -> Path:
        """Where a file of the data lies."""
        return self.root / "data" / name

    def write(self, name: str, text: str) -> None:
        """Put a file in its place."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Change the one place where `old` stands."""
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))
