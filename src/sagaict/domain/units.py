"""Units as documents print them: which spellings are one unit, and what 万 and 割 multiply by."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width

__all__ = [
    "MULTIPLIERS",
    "NO_UNIT",
    "Unit",
    "factor_at",
    "is_percentage",
    "unit_at",
    "unit_of",
]

# One line a unit: its spellings, the first of which names it.
_KNOWN = """
% パーセント
ポイント pt
倍
人 名 人数
件 件数
回 回数
時間
分間 分
円
日 日間 日数
年 年間 年分 年間分
月 か月 ヶ月 カ月 ケ月 箇月 ヵ月 か月間 ヶ月間
か所 箇所 ヶ所 カ所 ヵ所 ケ所 個所 ヶ処
業務
手続 手続き
事業
事業所 事業者
種類 種
サービス
施設
館
校
台
団体
社 企業
世帯
冊
部
枚
点
ページ 頁
項目
講座
システム
データセット
アプリ
機関
窓口
拠点
地区
区
市町村 市町
自治体
個
本
店舗 店
課題
課
所属
部署 部局 部門
組織
分野
言語 か国語 ヶ国語 カ国語
km ㎞
m2 m² ㎡ 平方メートル
kg ㎏
kWh kwh
t-CO2 トン
GB
"""
_MULTIPLE = {"百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
MULTIPLIERS = "百千万億兆"
_NAME_OF = {
    spelling: line.split()[0] for line in _KNOWN.strip().splitlines() for spelling in line.split()
}
_LONGEST_FIRST: dict[str, list[str]] = {}
for _spelling in sorted(_NAME_OF, key=len, reverse=True):
    _LONGEST_FIRST.setdefault(_spelling[0], []).append(_spelling)
_ORDINAL = regex("目|番|代|度|以内")
_BRACKETS = regex(r"\([^()]*\)")


NO_UNIT = "none"
"""What stands as the unit of figures that have none (合計特殊出生率 1.36)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what is counted, and the factor in front of it (万円: 円, 10,000)."""

    name: str
    scale: Decimal
    known: bool


@lru_cache(maxsize=1024)  # the same few units stand in thousands of indicators
def unit_of(text: str) -> Unit:
    """The unit a field or a pair of brackets names; one that is not known names itself."""
    plain = _BRACKETS.sub("", half_width(text)).strip()
    plain = re.sub(r"^(?:延べ|のべ|年間(?!分|$))", "", re.sub(r"[/／].*$", "", plain)).strip()
    found = unit_at(plain, 0)
    if found is not None and found[1] == len(plain):
        return found[0]
    factor, end = factor_at(plain, 0)
    rest = plain[end:]
    return Unit(rest, factor, known=False) if rest else Unit(plain, Decimal(1), known=False)


def unit_at(text: str, start: int, own: str = "") -> tuple[Unit, int] | None:
    """The unit printed at `start` of a half-width text, and its end; `own` is one more name."""
    factor, begin = factor_at(text, start)
    if text.startswith("割", begin):
        return Unit("%", factor * 10, known=True), begin + 1
    if own and text.startswith(own, begin):
        return Unit(own, factor, known=False), begin + len(own)
    for spelling in _LONGEST_FIRST.get(text[begin : begin + 1], ()):
        if text.startswith(spelling, begin):
            end = begin + len(spelling)
            if _ORDINAL.match(text, end):
                return None
            return Unit(_NAME_OF[spelling], factor, known=True), end
    return None


def is_percentage(unit: str) -> bool:
    """Whether figures of this unit are percentages, which never add up."""
    return unit_of(unit).name in ("%", "ポイント")


def factor_at(text: str, start: int) -> tuple[Decimal, int]:
    """What the multiples at `start` (万, 百万, 億) come to, and where they end; 1 if none."""
    factor, position = 1, start
    while position < len(text) and text[position] in MULTIPLIERS:
        factor *= _MULTIPLE[text[position]]
        position += 1
    return Decimal(factor), position
