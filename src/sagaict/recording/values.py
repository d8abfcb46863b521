"""A figure as people type it: `１，０２７`, `約12,000`, `61.3%`, `59(速報)`, `評価中`, `－`.

A unit behind the figure must be the indicator's own, or a multiple of it (`1.2万件`, `6割`). What
the number alone does not say (`約`, `以上`, `6割`) is kept as it was printed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from sagaict.domain.indicator import ActualState
from sagaict.domain.light import dataclass
from sagaict.domain.number import NumberFormatError, divide, parse_number, round_to
from sagaict.domain.typed import comparable, half_width, holds_odd_digit
from sagaict.domain.units import unit_of

__all__ = ["NotUnderstood", "Reason", "Understood", "bound_on", "understand", "understand_target"]

Reason = Literal[
    "unit", "several", "formula", "separator", "too_long", "below", "words", "no_target"
]


class NotUnderstood(ValueError):
    """Text that is not one figure.

    `reason` is `unit` (another unit than `unit`), `several` (more than one number), `formula`,
    `separator` (commas or points in the wrong place), `too_long`, `below` (`80%未満`: only a bound
    from above is known), `words`, or `no_target` (what is no figure, where a target is asked for).
    """

    def __init__(self, reason: Reason, text: str, unit: str = "") -> None:
        super().__init__(f"{reason}: {text!r}")
        self.reason: Reason = reason
        self.text = text
        self.unit = unit


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text says. `state` is `None` where it says nothing of it (a plain figure).

    `printed` is the wording, where it says more than the number and its state do. `strict`: of a
    target, the figure itself does not do (80%超, 10件未満). `words`: what is to be judged by
    hand (「条例の制定」). `low`: of a range, whose upper end is the value, the lower one.
    `no_target`: there will be none. `numerator` and `denominator` are the counts that a rate was
    told by.
    """

    value: Decimal | None = None
    state: ActualState | None = None
    printed: str | None = None
    strict: bool = False
    words: str | None = None
    low: Decimal | None = None
    no_target: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing is said: an empty cell, a dash, なし. It is not 0."""
        return self.value is None and self.state is None


_UNDECIDED = re.compile(r"(?:目標)?(?:未設定|未定)|undecided|no target", re.IGNORECASE)
_NO_TARGET = re.compile(r"目標(?:なし|無し)|参考(?:指標|値)?|none|for reference", re.IGNORECASE)
_WORDS = re.compile(r"「([^「」]+)」|“([^“”]+)”")
_NOTHING = re.compile(r"(?:[-‐‑–—―─ーｰ]+|なし|無し|空|空欄|未記入|未入力)?")
_STATES: tuple[tuple[str, ActualState], ...] = (
    (r"達成|到達|reached|met", "reached"),
    (r"未達成|未到達|not.reached|unmet", "not_reached"),
    (r"評価中|集計中|調査中|確認中|pending", "pending"),
    (r"調査未実施|未実施|未調査|not.surveyed", "not_surveyed"),
    (r"(?:評価|算出|測定|把握)(?:困難|不能|不可)|not.assessable", "not_assessable"),
)
_TAGS: tuple[tuple[str, ActualState], ...] = (
    (r"速報値?|暫定値?|年度途中|provisional", "provisional"),
    (r"(?:実績)?見込み?値?|推計値?|estimate", "estimate"),
    (r"確定値?|実績値?|final", "final"),
)
_ABOUT = re.compile(
    r"^(?:約|およそ|おおよそ|概ね|おおむね|ほぼ|延べ|のべ|合計|計|(?:about|approximately|around)\b)\s*",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\s*(?:以上|程度|ほど|くらい|ぐらい|余り?|強|超|を?超える|を?上回る|\bor more)$", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"(?:以下|未満|以内|弱|足らず|を?下回る|\s*\bor (?:less|fewer))$", re.IGNORECASE
)
_BEYOND = re.compile(r"\s*(?:超|を?超える|を?上回る|未満|を?下回る)$")
_RANGE = re.compile(r"(\d[^~〜]*?)\s*(?:[~〜]|から)\s*(\d[^~〜]*)", re.ASCII)
_FORMULA = re.compile(r"^=|\d\s*[+*/×÷^]\s*\d", re.ASCII)
_SIGN = str.maketrans({"▲": "-", "△": "-"})
_COUNTS = re.compile(r"(\d[\d,]*)\s?/\s?(\d[\d,]*)", re.ASCII)
_FIGURE = re.compile(r"([+-]?\s?\d[\d,._]*)\s*(\D.*)?", re.ASCII)


def understand(text: str, unit: str) -> Understood:
    """Read a figure of an indicator whose unit is `unit`.

    Raises:
        NotUnderstood: the text is not one figure in this unit; nothing is guessed.
    """
    return _understood(_plain(text), " ".join(text.split()), unit)


def _plain(text: str) -> str:
    return " ".join(half_width(text).translate(_SIGN).split())


def _understood(plain: str, shown: str, unit: str) -> Understood:
    if _NOTHING.fullmatch(plain):
        return Understood()
    bare = re.sub(r"^\((.*)\)$|^「(.*)」$", r"\1\2", plain)
    for pattern, state in _STATES:
        if re.fullmatch(pattern, bare, re.IGNORECASE):
            return Understood(state=state)
    untagged, tagged = _without_tag(plain)
    counts = _COUNTS.fullmatch(untagged)
    if counts is not None and unit == "%":
        return _rate_of(counts[1], counts[2], tagged, shown)
    if _FORMULA.search(plain):
        raise NotUnderstood("formula", shown, unit)
    value, exact = _figure(untagged, shown, unit)
    return Understood(value, state=tagged, printed=None if exact else shown)


def _rate_of(part: str, whole: str, state: ActualState | None, shown: str) -> Understood:
    """A rate that is told by its counts: `56/64` is 87.5%, to one decimal."""
    try:
        numerator, denominator = parse_number(part), parse_number(whole)
    except NumberFormatError:
        raise NotUnderstood("separator", shown, "%") from None
    if denominator <= 0:
        raise NotUnderstood("words", shown, "%")
    rate = round_to(divide(numerator * 100, denominator))
    value = rate.to_integral() if rate == rate.to_integral() else rate
    return Understood(value, state, numerator=numerator, denominator=denominator)


def understand_target(text: str, unit: str) -> Understood:
    """Read a target of an indicator whose unit is `unit`; nothing is said by one not set (yet).

    A bound from above (`10件以下`) is a target like any other. What a target cannot be (評価中, a
    forecast, an empty text) is refused. Words in brackets (「条例の制定」) are a target too.

    Raises:
        NotUnderstood: the text is not one figure in this unit, nor 目標未設定 or 目標なし.
    """
    shown = " ".join(text.split())
    plain = _plain(text)
    if _UNDECIDED.fullmatch(plain):
        return Understood()
    if _NO_TARGET.fullmatch(plain):
        return Understood(no_target=True)
    if words := _WORDS.fullmatch(shown):
        return Understood(words=words[1] or words[2])
    if limits := _RANGE.fullmatch(plain):
        return _range(limits[1], limits[2], shown, unit)
    bare = _AT_MOST.sub("", plain)
    try:
        found = _understood(bare, shown, unit)
    except NotUnderstood as error:
        if error.reason != "words":
            raise
        found = Understood()
    if found.value is None or found.state is not None:
        raise NotUnderstood("no_target", shown, unit)
    says_more = bare != plain or found.printed is not None
    strict = _BEYOND.search(plain) is not None
    return Understood(found.value, None, shown if says_more else None, strict)


def _range(low: str, high: str, shown: str, unit: str) -> Understood:
    """Both ends of a range; its lower end is in the unit of the upper one where it names none."""
    behind = _FIGURE.fullmatch(high)
    if re.fullmatch(r"[\d,.]+", low) and behind is not None:
        low += behind[2] or ""
    (least, _), (most, _) = _figure(low, shown, unit), _figure(high, shown, unit)
    if least > most:
        raise NotUnderstood("several", shown, unit)
    return Understood(most, None, shown, low=least)


def bound_on(text: str, name: str) -> Literal["beyond", "reached"] | None:
    """What a text asks with a series it names (`全国平均以上`, `全国平均を上回る`), if it does."""
    plain, series = _plain(text), _plain(name)
    if not plain.startswith(series):
        return None
    rest = plain.removeprefix(series).strip()
    if _BEYOND.fullmatch(rest):
        return "beyond"
    return "reached" if rest in ("", "以上", "以下", "並み") else None


def _without_tag(text: str) -> tuple[str, ActualState | None]:
    """The text without a mark of its state (`(速報)`, `見込み`), and that state."""
    for pattern, state in _TAGS:
        for form in (rf"\s*\((?:{pattern})\)$", rf"\s*(?:{pattern})$", rf"^(?:{pattern})[:\s]*"):
            rest, count = re.subn(form, "", text, flags=re.IGNORECASE)
            if count and rest:
                return rest, state
    return text, None


def _figure(text: str, shown: str, unit: str) -> tuple[Decimal, bool]:
    """The number in the unit, and whether it says all that the text says."""
    if _AT_MOST.search(text):
        raise NotUnderstood("below", shown, unit)
    core = _AT_LEAST.sub("", _ABOUT.sub("", text))
    match = _FIGURE.fullmatch(core)
    behind = (match[2] or "").strip() if match else core
    is_own = comparable(behind) == comparable(unit)
    if not is_own and re.search(r"[0-9]", behind):
        several = re.search(r"[0-9].*?[^0-9].*[0-9]", core)
        raise NotUnderstood("several" if several else "words", shown, unit)
    if match is None or (not is_own and holds_odd_digit(behind)):
        raise NotUnderstood("words", shown, unit)
    number = _number(match[1].replace(" ", ""), shown, unit)
    factor = Decimal(1) if is_own else _factor(behind, shown, unit)
    value = number if factor == 1 else _scaled(number, factor)
    return value, core == text and factor == 1


def _number(text: str, shown: str, unit: str) -> Decimal:
    try:
        return parse_number(text)
    except NumberFormatError as error:
        reason: Reason = "too_long" if error.reason == "too_long" else "separator"
        raise NotUnderstood(reason, shown, unit) from None


def _factor(behind: str, shown: str, unit: str) -> Decimal:
    """How many of the indicator's units one of the unit behind the figure is."""
    if not behind:
        return Decimal(1)
    found, own = unit_of(behind), unit_of(unit)
    if found.name == own.name:
        return found.scale / own.scale
    if behind in ("百", "千", "万", "億"):
        multiple = unit_of(f"{behind}人")
        return multiple.scale / own.scale
    raise NotUnderstood("unit", shown, unit)


def _scaled(number: Decimal, factor: Decimal) -> Decimal:
    """The product without the zeros that multiplying leaves behind the point."""
    product = number * factor
    whole = product == product.to_integral_value()
    return product.quantize(Decimal(1)) if whole else product.normalize()
