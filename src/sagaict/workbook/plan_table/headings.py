"""The words that stand over the columns of KPI tables, in Japanese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.typed import comparable, half_width
from sagaict.language import mark

__all__ = [
    "LEVELS",
    "ROLE_NAMES",
    "YEAR",
    "Heading",
    "Role",
    "heading_of",
    "without_year",
    "year_in",
]

Role = Literal[
    "name",
    "unit",
    "baseline",
    "baseline_year",
    "target",
    "target_year",
    "actual",
    "actual_time",
    "published",
    "latest",
    "comparison",
    "direction",
    "aggregation",
    "kind",
    "id",
    "no",
    "owner",
    "goal",
    "goal_no",
    "measure",
    "measure_no",
    "project",
    "project_no",
    "definition",
    "data_source",
    "place",
    "note",
    "year",
    "rate",
]
"""What a column holds. `year` is a heading that names a year and nothing else; `rate` what the body
computed from the others, which is computed here, too; `place` where in the document it stands."""

LEVELS: tuple[Role, ...] = ("goal", "measure", "project")
"""The levels above an indicator, from the top."""

_WORDS: Mapping[Role, str] = MappingProxyType(
    {
        "name": "指標 指標名 指標名称 成果指標 成果指標名 評価指標 目標指標 数値目標 施策目標値 "
        "kpi 重要業績評価指標 indicator indicatorname name kpiname",
        "unit": "単位 unit",
        "baseline": "現状値 基準値 当初値 現状 現況 現況値 策定時 策定時の値 計画策定時 baseline "
        "currentvalue current startingvalue",
        "baseline_year": "現状値の年度 現状値の年 現状値の時点 現状年度 基準年度 基準年 "
        "基準値の年度 基準値の時点 基準時点 baselineyear",
        "target": "目標 目標値 年度目標 年度別目標 年度別目標値 各年度の目標 各年度の目標値 "
        "計画目標 target targets targetvalue finaltarget 最終目標 最終目標値 最終年度目標 "
        "最終年度目標値 計画目標値",
        "target_year": "目標年度 目標年 目標の年度 目標値の年度 達成年度 targetyear",
        "actual": "実績 実績値 結果 直近値 最新値 result results actual actuals actualvalue",
        "actual_time": "実績の時点 実績値の時点 実績の年度 実績年度 実績値の年度 実績の年 時点 "
        "resultyear actualyear",
        "published": "公表 公表日 公表年月 公表時期 公表月 実績の公表 published",
        "latest": "公表の遅れ 最新値の遅れ 公表の遅れ年 latest yearslate",
        "comparison": "全国値 全国平均 全国平均値 全国 国平均 国の平均 県平均 県の平均 県値 "
        "市町村平均 類似団体平均 比較値 comparison nationalaverage nation",
        "direction": "方向 増減 増減の向き 望ましい方向 向き direction betteris",
        "aggregation": "集計 集計方法 値の種類 数値の種類 aggregation takenas",
        "kind": "種別 指標の種別 kind",
        "id": "id 指標id indicatorid",
        "no": "番号 no 通し番号 通番 指標番号 連番 # number",
        "owner": "所管 所管課 所管部署 所管部局 所管局 担当課 担当 担当部署 担当部局 担当局 主管課 "
        "owner section",
        "goal": "基本目標 政策 ビジョン 柱 大項目 分野 基本方針 基本方向 goal",
        "measure": "施策 施策名 重点施策 基本施策 取組 取組名 取組事項 主要施策 中項目 measure",
        "project": "事業 事業名 主な事業 小項目 project",
        "definition": "定義 指標の定義 指標の説明 説明 算出方法 捉え方 指標の考え方 definition "
        "howitistaken",
        "data_source": "値の出どころ データの出典 出典データ データ元 調査名 把握方法 datasource",
        "place": "出典 ページ 頁 掲載ページ page source",
        "note": "備考 注 注記 補足 内訳 特記事項 note notes remark remarks",
    }
)
ROLE_NAMES: Mapping[Role, str] = MappingProxyType(
    {
        "name": mark("Indicator"),
        "unit": mark("Unit"),
        "baseline": mark("Baseline"),
        "baseline_year": mark("Baseline year"),
        "target": mark("Targets"),
        "target_year": mark("Target year"),
        "actual": mark("Results"),
        "actual_time": mark("Result year"),
        "published": mark("Published"),
        "latest": mark("Years late"),
        "comparison": mark("Comparison"),
        "direction": mark("Better is"),
        "aggregation": mark("Taken as"),
        "kind": mark("Kind"),
        "id": mark("Id"),
        "no": mark("Number"),
        "owner": mark("Section"),
        "goal": mark("Goal"),
        "goal_no": mark("Goal"),
        "measure": mark("Measure"),
        "measure_no": mark("Measure"),
        "project": mark("Project"),
        "project_no": mark("Project"),
        "definition": mark("How it is taken"),
        "data_source": mark("Data source"),
        "place": mark("Source"),
        "note": mark("Note"),
    }
)
"""What a column is called where it is told; these are headings that are understood, too."""
_ROLE_OF: Mapping[str, Role] = MappingProxyType(
    {word: role for role, words in _WORDS.items() for word in words.split()}
)
YEAR = (
    r"(?:(?:令和|平成|昭和|[RHSrhs])\s?(?:[0-9]{1,2}|元)|(?:[Ff][Yy]\s?)?(?:19|20)[0-9]{2})"
    r"(?:年度|年)?"
)
"""A year as it is printed, in half-width forms."""
_YEAR = re.compile(rf"(?<![A-Za-z0-9])({YEAR})(?![0-9])")
_BRACKETS = re.compile(r"[(\[【〔<][^)\]】〕>]*[)\]】〕>]")
_RATE = re.compile("達成率|進捗率|達成度|進捗度|達成状況|achievement|progress")
_NUMBER_OF = re.compile(r"(.+?)(?:の)?(?:番号|no\.?|number|id)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is; `text` is the heading as it stands there, `final` a target at the end."""

    role: Role
    text: str
    year: FiscalYear | None = None
    final: bool = False


def heading_of(text: str) -> Heading | None:
    """What a heading says of its column; `None` for words that are not known here.

    The year may stand before, behind or in brackets: `R7目標`, `令和7年度実績`, `2024 target`,
    `目標値（R9）`.
    """
    shown = " ".join(text.split())
    plain = comparable(text)
    year = year_in(plain)
    bare = _BRACKETS.sub("", _YEAR.sub("", plain))
    words = re.sub(r"[\s・:.、/~-]+|^の|(?<=[値標績])の$", "", bare)
    if _RATE.search(words):
        return Heading("rate", shown)
    role = _role(words)
    if role is None:
        return Heading("year", shown, year) if year is not None and not words else None
    return Heading(role, shown, year, final=words.startswith(("最終", "final")))


def _role(words: str) -> Role | None:
    role = _ROLE_OF.get(words)
    if role is not None:
        return role
    numbered = _NUMBER_OF.fullmatch(words)
    level = _ROLE_OF.get(numbered[1]) if numbered else None
    if level == "goal":
        return "goal_no"
    if level == "measure":
        return "measure_no"
    return "project_no" if level == "project" else None


def without_year(text: str) -> str:
    """A heading without the year that stands in it: `全国平均(R6)` is 全国平均."""
    return " ".join(_BRACKETS.sub("", _YEAR.sub("", half_width(text))).split()) or text


def year_in(text: str) -> FiscalYear | None:
    """The one year that a half-width text names; `None` for none, or several."""
    found = {_parsed(match) for match in _YEAR.findall(text)}
    return found.pop() if len(found) == 1 else None


def _parsed(text: str) -> FiscalYear | None:
    plain = re.sub(r"^fy|\s|年度?$", "", text, flags=re.IGNORECASE)
    try:
        return FiscalYear.parse(plain)
    except FiscalFormatError:
        return None
