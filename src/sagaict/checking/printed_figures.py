"""The figures in a printed wording: `約5,000人（R6-9）` holds 5,000人, and no 6 and no 9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from sagaict.checking.scene import Site
from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import MULTIPLIERS, Unit, factor_at, unit_at, unit_of
from sagaict.domain.walks import Location

__all__ = ["PrintedFigure", "PrintedValue", "agrees", "figures_in", "last_place", "printed_values"]

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FIGURE = regex(
    rf"(?<![A-Za-z\d.,])(?P<first>{_NUMBER})"
    rf"(?P<more>(?:[{MULTIPLIERS}]+{_NUMBER})*)"
)
_PART = regex(rf"([{MULTIPLIERS}]+)({_NUMBER})")
_ERA = r"(?:令和|平成|昭和|[RHS])\s*"
_TO = r"\s*(?:[-~〜–—−]|から)\s*"
_CIRCLED = regex("[①-⑳❶-❿⓪⑴-⒇]")
# What looks like a figure and counts nothing: years, dates, numbers of things, fractions.
_NO_FIGURE = regex(
    rf"{_ERA}(?:\d{{1,2}}|元)(?:年度?)?(?:[.年]\d{{1,2}}月?(?:\d{{1,2}}日)?)?"
    rf"(?:{_TO}(?:{_ERA})?\d{{1,2}}(?:年度?|月)?(?:[.年]\d{{1,2}}月?)?(?![\d,.]))?"
    rf"|(?<!\d)(?:19|20)\d\d\s*年度?(?:{_TO}(?:(?:19|20)\d\d)\s*年度?)?"
    r"|\d{1,2}月(?:\d{1,2}日)?(?!間)"
    r"|第\s*\d+(?:-\d+)?"
    r"|(?:施策|取組|目標|図表?|表|別表|No\.?)\s*\d+(?:-\d+)?(?![\d,.]*\s*[%割人件])"
    r"|\d+(?:[回年日人つ点校台]目|番|号|章|条|位|級|歳代?|次)"
    r"|\d+分の\d+|\d+/\d+"
    r"|\d+\s*[^\d\s、。]{1,3}?(?:当たり|あたり|につき|毎に|ごとに)"
    r"|24時間\s*365日|365日\s*24時間"
    r"|(?<!\d)\d{1,2}:\d\d"
)
_ABOUT_BEFORE = regex(r"(?:約|およそ|おおよそ|おおむね|概ね|ほぼ)\s*$")
_ABOUT_AFTER = regex(r"\s*(?:程度|前後|余|強|弱|超|を超|ほど|位|くらい)")
_CHANGE_BEFORE = regex(r"(?:比|比べて?|より|伸び率|増加率)(?:で|の|は|:)?\s*(?:約|\+|-)?\s*$")
_CHANGE_AFTER = regex(
    r"\s*(?:以上|程度|超|以下|分)?\s*(?:ずつ)?\s*(?:の|を)?\s*"
    r"(?:増|減|向上|アップ|上昇|低下|引き?上|引き?下|改善|削減|縮減|節減|伸|短縮|上乗せ|上積|圧縮|"
    r"上回|下回|抑制|拡大)"
)
_STEP_BEFORE = regex(
    r"(?:毎年度?|各年度?|年度ごとに?|(?<![\d一二三四五六七八九十数])年間?)(?:に|で|、)?\s*約?\s*$"
)
_STEP_AFTER = regex(r"\s*(?:程度)?ずつ")
_RATE_BEFORE = regex(r"(?:[月週日]|四?半期)(?:に|平均で?|ごとに)?\s*約?\s*$")
_RATE_AFTER = regex(r"\s*/\s*(?!年)")
_RANGE = regex(r"\s*(?:[-~〜–—−]|から|ないし|又は|または|、|・|→)\s*")


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A number in a wording. `unit` is what is printed behind it, if that is a unit.

    `number` is as printed in front of the unit (`1,200` in `1,200万円`). `is_about` says that it
    is called approximate, `is_change` that it tells of a change or ratio (`前年度比110%`), and
    `is_step` that it is a year's part (`毎年度5件ずつ`), `is_rate` that it is one per something
    shorter than a year, or per person (`20件/月`).
    """

    number: Decimal
    unit: Unit | None
    text: str
    start: int
    end: int
    factor: Decimal = Decimal(1)
    is_about: bool = False
    is_change: bool = False
    is_step: bool = False
    is_rate: bool = False

    @property
    def total(self) -> Decimal:
        """What it comes to in the bare unit: 12,000,000 for `1,200万円`."""
        return self.number * (self.unit.scale if self.unit else self.factor)


@lru_cache(maxsize=1024)
def figures_in(wording: str, own_unit: str) -> tuple[PrintedFigure, ...]:
    """Every figure of a wording, in order; `own_unit` is the unit of the indicator.

    Several rules ask it of the same wordings.
    """
    own = unit_of(own_unit)
    text = _NO_FIGURE.sub(lambda match: " " * len(match[0]), half_width(_CIRCLED.sub(" ", wording)))
    found: list[PrintedFigure] = []
    for match in _FIGURE.finditer(text):
        figure = _figure(text, match, own)
        if figure is not None:
            found.append(figure)
    return tuple(_with_units_of_ranges(text, found))


def _figure(text: str, match: re.Match[str], own: Unit) -> PrintedFigure | None:
    found = unit_at(text, match.end(), "" if own.known else own.name)
    unit, stop = found if found is not None else (None, match.end())
    factor, end_of_factor = factor_at(text, match.end())
    if unit is None and re.match(r"[A-Za-z]", text[end_of_factor:]):
        return None  # `5G`
    number = _plain(match["first"])
    if match["more"]:
        # `1億2,000万円` is counted in the last of its multiples: 12,000万円.
        number = _in_units(match, factor) / factor
    before, after = text[: match.start()], text[stop:]
    return PrintedFigure(
        number,
        unit,
        text[match.start() : stop],
        match.start(),
        stop,
        factor,
        is_about=bool(_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after)),
        is_change=unit is not None and _tells_of_change(unit, before, after),
        is_step=bool(_STEP_BEFORE.search(before) or _STEP_AFTER.match(after)),
        is_rate=bool(_RATE_BEFORE.search(before) or _RATE_AFTER.match(after)),
    )


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _in_units(match: re.Match[str], last_factor: Decimal) -> Decimal:
    """`1億2,000` before `万` to one number in units."""
    total, number = Decimal(0), _plain(match["first"])
    for multiples, following in _PART.findall(match["more"]):
        total += number * factor_at(multiples, 0)[0]
        number = _plain(following)
    return total + number * last_factor


def _tells_of_change(unit: Unit, before: str, after: str) -> bool:
    if unit.name not in ("%", "ポイント"):
        return unit.name == "倍"
    return bool(_CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after))


def _with_units_of_ranges(text: str, found: list[PrintedFigure]) -> list[PrintedFigure]:
    """`50〜60%`: the first has the unit of the second."""
    for position in range(len(found) - 2, -1, -1):
        figure, following = found[position], found[position + 1]
        if figure.unit is None and _RANGE.fullmatch(text[figure.end : following.start]):
            found[position] = replace(figure, unit=following.unit)
    return found


def last_place(number: Decimal) -> Decimal:
    """The unit of the last digit that counts: 1,000 for 5,000, 10 for 580, 0.1 for 73.1."""
    if number == 0:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def agrees(figure: PrintedFigure, value: Decimal, own_unit: str) -> bool:
    """Whether a figure of the wording says the value; an approximate one may be rounded."""
    own = unit_of(own_unit)
    if figure.unit is not None and figure.unit.name != own.name:
        return False
    total, meant = figure.total, abs(value) * own.scale
    if total == meant or (figure.unit is None and total == abs(value)):
        return True
    scale = figure.unit.scale if figure.unit else figure.factor
    return figure.is_about and abs(total - meant) * 2 <= last_place(figure.number) * scale


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A number of the data with the wording printed for it, and where both stand."""

    value: Decimal
    printed: str
    location: Location

    @property
    def printed_at(self) -> Location:
        """Where the wording stands."""
        return (*self.location, "printed")

    @property
    def value_at(self) -> Location:
        """Where the number stands."""
        return (*self.location, "value")


def printed_values(site: Site) -> Iterator[PrintedValue]:
    """The numbers of an indicator that have a printed wording: baseline, targets, actuals."""
    indicator = site.indicator
    entries = [
        (("baseline",), indicator.baseline),
        *((("targets", key), target) for key, target in indicator.targets.items()),
        *((("actuals", year), actual) for year, actual in indicator.actuals.items()),
    ]
    for location, entry in entries:
        if entry is not None and entry.value is not None and entry.printed is not None:
            yield PrintedValue(entry.value, entry.printed, (*site.location, *location))
