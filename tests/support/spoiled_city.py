"""A city's data with one problem of every kind of trouble for whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass

from city import SATISFIED, Folder, goal, goals, measure, outcomes, plan, project

__all__ = ["PLAN", "PROJECT", "City"]

PLAN = plan(
    goals(goal(1, "便利なまち", measure("1-1", "電子化", end="source: main p.1\n"))),
    title="あおば市計画",
    documents={"main": "計画書"},
)
ACTUAL = """\
    actuals:
      R7:
        value: 61
        as_of: R8.3
        source: main p.2
"""
PROJECT = project(
    outcomes(
        SATISFIED
        + """\
data_source: アンケート
baseline:
  value: 50
  year: R5
target_basis: 毎年度増やす
targets:
  R7: 60
  R9: 80
"""
    )
    + ACTUAL,
    "source: main p.2\n",
    id="kiosk",
    title="証明書の自動交付機",
    more="owner: 市民課\n",
)


@dataclass(frozen=True)
class City(Folder):
    """Data in `root/data`; nothing is wrong with it until a test spoils it."""

    def __post_init__(self) -> None:
        self.write("plans/aoba.yaml", PLAN)
        self.write("projects/aoba/kiosk.yaml", PROJECT)

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
