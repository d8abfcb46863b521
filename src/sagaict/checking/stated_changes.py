"""Changes that a wording states: `前年度比110%`, `毎年度1%ずつ`, `約15%増`, `1.2倍`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import Unit, unit_at, unit_of

__all__ = ["Since", "StatedChange", "stated_changes"]

Since = Literal["start", "year_before", "every_year"] | FiscalYear
"""What a change relates to: the baseline, the year before, each year anew, or a year named."""

Scale = Literal["percent", "points", "units"]
"""Of what: of the figure it relates to, points of a percentage, or the indicator's own unit."""

_AMOUNT = regex(r"(?<![A-Za-z\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*")
_ABOUT = regex(r"(?:約|およそ|概ね|おおむね|ほぼ)\s*$")
_EVERY_YEAR = regex(
    r"(?:毎年度?|各年度?|年度ごとに?|年平均|年率|(?<![\d元〇一二三四五六七八九十数])年)(?:に|で|、)?\s*$"
)
_YEAR_BEFORE = regex(
    r"(?:前年度?|前期)(?:の?実績|の?値)?(?:の|比べて?|比|と|より|から|に対して?|で|は)*\s*[:(]?\s*$"
)
_AFTER = regex(
    r"(?P<about>程度|前後|ほど|強|弱)?\s*(?:(?P<least>以上|超)|(?P<most>以下|以内|未満))?\s*"
    r"(?P<each>ずつ)?\s*(?P<roughly>程度|前後)?\s*(?:の|を|に)?\s*"
    r"(?:(?P<up>増加|増|向上|上昇|アップ|引き?上|拡大|伸|上積|上乗)"
    r"|(?P<down>減少|減|削減|縮減|低下|低減|ダウン|引き?下|短縮|抑制|圧縮|節減))?"
)
_ANY_YEAR = regex(r"(?:令和|平成|[RH])\s*(?:\d{1,2}|元)(?=\s*年|\D|$)")
_START = regex("現状|基準|実績|当初|現行|策定時|前計画|導入前|現在")
# Changes of something else that the reasons for a target may mention.
_ELSEWHERE = regex("人口|全国|国の|県の|他市|他自治体|類似団体|推計|市場|同等")


@dataclass(frozen=True, slots=True)
class StatedChange:
    """A change by `amount`, negative where the wording says less.

    Not `is_signed`: it does not say whether more or less (`毎年度1%ずつ`).
    """

    since: Since
    amount: Decimal
    scale: Scale
    text: str
    is_signed: bool = True
    is_about: bool = False
    at_least: bool = False
    at_most: bool = False


def stated_changes(wording: str, unit: str, *, in_basis: bool) -> Iterator[StatedChange]:
    """Every change a wording states of an indicator of this unit.

    `in_basis`: the wording gives the reasons for the targets, and may speak of other things too; a
    change from the start is then only taken where the start is named.
    """
    for sentence in re.split(r"[。\n;]", half_width(wording)):
        if in_basis and _ELSEWHERE.search(sentence):
            continue
        for match in _AMOUNT.finditer(sentence):
            change = _change(sentence, match, unit_of(unit))
            named = _START.search(sentence[: match.start()])
            if change is not None and (change.since != "start" or named or not in_basis):
                yield change


def _change(sentence: str, match: re.Match[str], own: Unit) -> StatedChange | None:
    found = unit_at(sentence, match.end(), "" if own.known else own.name)
    after = _AFTER.match(sentence, found[1]) if found else None
    if found is None or after is None:
        return None
    before = sentence[: match.start()]
    about = _ABOUT.search(before)
    since = _since(before[: about.start()] if about else before)
    number = Decimal((match[1] + (match[2] or "")).replace(",", "")) * found[0].scale
    measured = _measured(number, found[0], own, since, after) if since else None
    if since is None or measured is None or _is_absurd(*measured, since):
        return None
    amount, scale = measured
    return StatedChange(
        since,
        amount,
        scale,
        sentence[_beginning(before) : after.end()].strip(" ("),
        is_signed=bool(after["up"] or after["down"]) or since != "every_year",
        is_about=bool(about or after["about"] or after["roughly"]),
        at_least=bool(after["least"]),
        at_most=bool(after["most"]),
    )


def _is_absurd(amount: Decimal, scale: Scale, since: Since) -> bool:
    """Whether it cannot be a change of anything, least of all one that is compounded."""
    if scale == "units":
        return abs(amount) > 10**15
    return abs(amount) > (100 if since == "every_year" else 10_000)


def _beginning(before: str) -> int:
    """Where the words begin that belong to the amount: `前年度比約`."""
    end = len(before)
    about = _ABOUT.search(before)
    if about:
        end = about.start()
    for pattern in (_EVERY_YEAR, _YEAR_BEFORE):
        match = pattern.search(before[:end])
        if match:
            return match.start()
    return end


def _since(before: str) -> Since | None:
    """What a change relates to, by the words in front of it; `None` if they leave it open."""
    if _EVERY_YEAR.search(before):
        return "every_year"
    if _YEAR_BEFORE.search(before):
        return "year_before"
    if "前年" in before or "前期" in before:
        return None
    years = list(_ANY_YEAR.finditer(before))
    try:
        return FiscalYear.parse(re.sub(r"\s", "", years[-1][0])) if years else "start"
    except FiscalFormatError:
        return "start"


def _measured(
    number: Decimal, printed: Unit, own: Unit, since: Since, after: re.Match[str]
) -> tuple[Decimal, Scale] | None:
    """The amount with its sign and what it is measured in; `None` if it states no change."""
    sign = 1 if after["up"] else -1 if after["down"] else 0
    stated = sign != 0 or (since == "every_year" and after["each"] is not None)
    found: tuple[Decimal, Scale] | None = None
    if printed.name == "倍":
        # `1.2倍` and `1.2倍増` mean the same.
        found = ((number - 1) * 100, "percent") if sign >= 0 and since != "every_year" else None
    elif printed.name == "%" and stated:
        found = number * (sign or 1), "percent"
    elif printed.name == "%":
        # `前年度比110%` is a ratio; `前年度比10%` may be either.
        found = (number - 100, "percent") if since == "year_before" and number >= 50 else None
    elif printed.name == "ポイント" and stated and own.name == "%":
        found = number * (sign or 1), "points"
    elif since == "every_year" and stated and printed.name == own.name:
        found = number / own.scale * (sign or 1), "units"
    return found
