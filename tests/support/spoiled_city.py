"""A city's data with one problem of every kind of trouble for whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["PLAN", "PROJECT", "City"]

PLAN = """\
id: aoba
title: あおば市計画
period: R6-R9

documents:
  main:
    title: 計画書

goals:
  - no: 1
    title: 便利なまち
    measures:
      - id: 1-1
        no: 1-1
        title: 電子化
        source: main p.1
"""
INDICATOR = """\
id: kiosk
plan: aoba
measure: 1-1
title: 証明書の自動交付機
owner: 市民課

outcome_indicators:
  - id: satisfied
    name: 満足と答えた割合
    unit: "%"
    direction: increase
    aggregation: level
    data_source: アンケート
    baseline:
      value: 50
      year: R5
    target_basis: 毎年度増やす
    targets:
      R7: 60
      R9: 80
"""
ACTUAL = """\
    actuals:
      R7:
        value: 61
        as_of: R8.3
        source: main p.2
"""
PROJECT = INDICATOR + ACTUAL + "\nsource: main p.2\n"


@dataclass(frozen=True)
class City:
    """Data in `root/data`; nothing is wrong with it until a test spoils it."""

    root: Path

    def __post_init__(self) -> None:
        self.write("plans/aoba.yaml", PLAN)
        self.write("projects/aoba/kiosk.yaml", PROJECT)

    def path(self, name: str) -> Path:
        """Where a file of the data lies."""
        return self.root / "data" / name

    def write(self, name: str, text: str) -> None:
        """Put a file in its place, byte for byte."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        """A file of the data as it is."""
        return self.path(name).read_bytes().decode()

    def change(self, name: str, old: str, new: str) -> None:
        """Change the one place where `old` stands."""
        text = self.read(name)
        assert text.count(old) == 1, (old, text.count(old))
        self.write(name, text.replace(old, new))

    def spoil(self) -> None:
        """Errors, a warning, an accepted finding, and names and texts that are hard to print."""
        self.change("projects/aoba/kiosk.yaml", "R9: 80", "R9: １，０００")
        self.change("projects/aoba/kiosk.yaml", "owner: 市民課", "owner: 市民課\ncost: 1")
        broken = (
            'id: odd\nplan: aoba\nmeasure: "9-9::error,%0A<b>&\\u202e"\ntitle: 事業\ntitle: 二\n'
        )
        self.write("projects/aoba/50%,a:b&<c>.yaml", broken + "source: main p.3\n")
        missed = PROJECT.replace("id: kiosk", "id: missed").replace("value: 61", "value: 41")
        self.write("projects/aoba/missed.yaml", missed)
        late = PROJECT.replace("id: kiosk", "id: late").replace(ACTUAL, "")
        self.write("projects/aoba/late.yaml", late)
        accepted = missed.replace("id: missed", "id: accepted").replace(
            "      R7:\n", "      # sagaict: accept unmet-without-remark: 調べている\n      R7:\n"
        )
        self.write("projects/aoba/accepted.yaml", accepted)
