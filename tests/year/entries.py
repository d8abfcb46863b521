"""What the sections type into their workbooks, and what is said of one that was filled in badly."""

from __future__ import annotations

from played_year import OWNERS, PLAN
from spreadsheet import Filling

__all__ = ["BAD", "CAME", "GOOD", "MENDED", "REFUSED", "SOURCE"]

CAME = tuple(f"came/{owner}.xlsx" for owner in OWNERS)
SOURCE = ("--source", "progress R4")
GOOD = {
    "甲課.xlsx": Filling(
        {
            (f"{PLAN}/rpa/introduced@R4", "value"): "１２事業",
            (f"{PLAN}/rpa/introduced@R4", "as_of"): "2023-03-31",
            (f"{PLAN}/rpa/time-reduction@R4", "value"): "61.3%",
            (f"{PLAN}/rpa/time-reduction@R4", "remark"): "対象の業務が小さかった。",
            (f"{PLAN}/paperless/rate@R4", "value"): "約7割",
            (f"{PLAN}/rpa@R4#1", "state"): "完了",
            (f"{PLAN}/rpa@R4#3", "state"): "遅れ",
            (f"{PLAN}/rpa@R4#3", "note"): "R5に行う。",
            (f"{PLAN}/rpa@R4", "progress"): "計画どおり",
            (f"{PLAN}/rpa@R4", "achievements"): "=12事業に導入した。",
            (f"{PLAN}/rpa@R4", "issues"): "保守の費用",
            (f"{PLAN}/rpa@R4", "outlook"): "継続",
            (f"{PLAN}/rpa@R4", "self_rating"): "B",
        }
    ),
    "乙課.xlsx": Filling(
        {
            (f"{PLAN}/midori-site/visits@R4", "value"): "13,456件",
            (f"{PLAN}/midori-site/visits@R4", "as_of"): "R5.3月末",
            (f"{PLAN}/portal/page-views@R4", "value"): "702,345",
            (f"{PLAN}/portal/page-views@R4", "state"): "速報",
            (f"{PLAN}/portal/page-views@R4", "as_of"): "R4.4-R5.2",
            (f"{PLAN}/multilingual/added@R4", "value"): "－",
            (f"{PLAN}/multilingual/added@R4", "state"): "評価中",
        },
        title="乙課より",
    ),
}
BAD = Filling(
    {
        (f"{PLAN}/open-data/added@R4", "value"): "=1+2",
        (f"{PLAN}/open-data/total@R4", "value"): "48人",
        (f"{PLAN}/statistics/data-list@R4", "value"): "30〜35",
        (f"{PLAN}/statistics/population-years@R4", "value"): "1,0",
        (f"{PLAN}/open-data/added@R4", "as_of"): "年度末",
        (f"{PLAN}/open-data/total@R4", "source"): "広報 4月号",
        (f"{PLAN}/open-data@R4#1", "state"): "だいたい完了",
        (f"{PLAN}/open-data@R4", "outlook"): "未定",
        (f"{PLAN}/statistics@R4", "issues"): "まとめて",
        (f"{PLAN}/statistics/data-list@R4", "state"): "TRUE",
        (f"{PLAN}/statistics/data-list@R4", "remark"): "どちらも同じ",
    },
    merged={
        "remark": tuple(f"{PLAN}/statistics/{n}@R4" for n in ("data-list", "population-years"))
    },
    added={"value": "7"},
)
REFUSED = """\
  came/丙課.xlsx 実績!K8: a formula; type the figure or the text itself
  came/丙課.xlsx 実績!M8: “年度末” is no date, month or span; write it like 2026/3/31 or R8.3
  came/丙課.xlsx 実績!K9: “48人” is not in 種類; give the figure in 種類
  came/丙課.xlsx 実績!P9: there is no document “広報”; there are: draft, form, progress, minutes
  came/丙課.xlsx 実績!K10: “30〜35” holds several numbers; give one figure
  came/丙課.xlsx 実績!L10: a truth value is expected nowhere; type the figure or the text itself
  came/丙課.xlsx 実績!N10: merged cells: which row is meant cannot be told; unmerge them
  came/丙課.xlsx 実績!K11: the separators in “1,0” are misplaced; write it like 1,027 or 61.3
  came/丙課.xlsx 実績!K12: this row was added: no record belongs to it; use a row of the sheet
  came/丙課.xlsx 行動目標!G6: “だいたい完了” is not in the list; choose from: planned, done, \
on schedule, delayed, cancelled
  came/丙課.xlsx 評価!J6: “未定” is not in the list; choose from: expand, continue, review, \
merge, complete, stop
"""
MENDED = Filling(
    {
        (f"{PLAN}/open-data/added@R4", "value"): "3",
        (f"{PLAN}/open-data/total@R4", "value"): "48種類",
        (f"{PLAN}/open-data/total@R4", "as_of"): "令和5年3月",
        (f"{PLAN}/statistics/data-list@R4", "value"): "35",
        (f"{PLAN}/statistics/population-years@R4", "value"): "10年分",
        (f"{PLAN}/open-data@R4#1", "state"): "完了",
        (f"{PLAN}/open-data@R4", "progress"): "計画どおり",
        (f"{PLAN}/open-data@R4", "outlook"): "継続",
        (f"{PLAN}/open-data@R4", "issues"): "公開する形式がそろわない。",
    }
)
