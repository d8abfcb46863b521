"""What a table cannot say: which way is better, and how the years relate; proposed with a reason.

A proposal counts only when somebody has confirmed it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Aggregation, Direction
from sagaict.domain.light import dataclass
from sagaict.domain.units import is_percentage
from sagaict.language import _, mark
from sagaict.recording.values import NotUnderstood, understand_target
from sagaict.workbook.plan_table.row import PrintedAt, TableRow

__all__ = [
    "Further",
    "Proposal",
    "Suggested",
    "further_text",
    "is_in_words",
    "proposals",
    "reason_text",
]

Reason = Literal["wording", "figures", "unit", "name", "times", "usual"]
Further = Literal["hold", "latest", "parts", "unit", "words"]
"""What is proposed besides: that a level is held, that results come late, that it has parts, that
figures have no unit, that somebody is to judge what is aimed at."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A key of the indicator that the table does not name, what it would say, and why."""

    what: Further
    value: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed of a row, and why; the reason is `None` where the table says it itself."""

    direction: Direction
    direction_reason: Reason | None
    aggregation: Aggregation
    aggregation_reason: Reason | None
    further: tuple[Suggested, ...] = ()

    @property
    def proposed(self) -> bool:
        """Whether anything of it is the proposal of a program."""
        reasons = (self.direction_reason, self.aggregation_reason)
        return bool(self.further) or any(reason is not None for reason in reasons)

    @property
    def adds_up(self) -> bool:
        """Whether figures that nothing calls so are taken for totals so far."""
        return self.aggregation == "period_total" and self.aggregation_reason == "figures"

    def value(self, what: Further) -> str | None:
        """What is proposed for a key besides, if anything is."""
        return next((each.value for each in self.further if each.what == what), None)


_REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        "wording": mark("the wording"),
        "figures": mark("the figures"),
        "unit": mark("the unit"),
        "name": mark("the name"),
        "times": mark("the years of the other results"),
        "usual": mark("nothing but what is usual"),
    }
)
_FURTHER: Mapping[Further, str] = MappingProxyType(
    {
        "hold": mark("a level to be held (hold)"),
        "latest": mark("results come out late, by years: {value} (latest)"),
        "parts": mark("parts, each judged by itself: {value} (parts)"),
        "unit": mark("figures without a unit (unit: none)"),
        "words": mark("somebody is to judge whether it is met (words)"),
    }
)
_BAD = re.compile(
    "死亡|死者|事故|犯罪|認知件数|苦情|待機|排出|中退|虐待|滞納|未利用|未収|負担|被害|自殺|"
    "発生|不登校|離職|超過勤務|時間外|ごみ|廃棄|漏えい|障害件数|経費|コスト|所要時間|順位"
)
_NAMES: tuple[tuple[re.Pattern[str], Aggregation], ...] = (
    (re.compile("累計"), "cumulative"),
    (re.compile("登録|会員|設置|整備|認定|加入|保有|養成|普及|導入|団体数|市町村数|圏域"), "level"),
    (
        re.compile(
            "年間|件数|回数|者数|参加人数|受講|入館|来館|来場|宿泊|相談|開催|利用|"
            "輸出額|取扱高|被害額"
        ),
        "annual",
    ),
)
"""What a name says of how its years relate; the first that fits."""
_NOT_YET = re.compile("検討|調整|協議|予定|策定中|評価中|集計中|別途|見込")
"""Words that say that nothing is aimed at yet; they are no aim."""
_FEWEST = 2
_SERIES = 3
"""So many years show that figures add up; two may well be chance."""
_LATEST = 3
"""What is older has been given up rather than being late."""
_STOCK_UNITS = frozenset({"位", "倍", "戸", "ha", "施設", "校", "圏域", "kW", "万kW"})


def proposals(rows: Sequence[TableRow]) -> list[tuple[TableRow, Proposal]]:
    """What the table says of each row, and a proposal for what it does not say."""
    years = Counter(row.newest.year for row in rows if row.newest and row.newest.year)
    usual = max(years, key=lambda year: (years[year], year), default=None)
    has_units = any(row.unit for row in rows)
    return [(row, _propose(row, usual, has_units=has_units)) for row in rows]


def _propose(row: TableRow, usual: FiscalYear | None, *, has_units: bool) -> Proposal:
    one = row.parts[0][1] if row.parts else row
    direction, why = (row.direction, None) if row.direction else _direction(one)
    aggregation, because = (row.aggregation, None) if row.aggregation else _aggregation(one)
    further = []
    if row.parts:
        further.append(
            Suggested("parts", _(", ").join(name for name, _row in row.parts), "wording")
        )
    if _is_held(row, direction):
        further.append(Suggested("hold", "true", "figures"))
    in_words = [is_in_words(each) for each in row.targets]
    own = row.newest.year if row.newest else None
    judged = aggregation != "period_total" and not all(in_words)
    if judged and row.latest is None and own and usual and 0 < usual.number - own.number <= _LATEST:
        further.append(Suggested("latest", str(usual.number - own.number), "times"))
    if any(in_words):
        further.append(Suggested("words", "", "wording"))
    if not row.unit and (has_units or all(in_words)):
        further.append(Suggested("unit", "none", "figures"))
    return Proposal(direction, why, aggregation, because, tuple(further))


def _adds_up(row: TableRow) -> bool:
    """Whether the targets of several years are once, twice, three times what is asked of the first.

    So they are totals so far, if what was there before is no more than a year's.
    """
    values = [_value(each, row.unit) for each in row.targets]
    years = [each.year.number for each in row.targets if each.year is not None]
    if len(years) < _SERIES or years != list(range(years[0], years[0] + len(values))):
        return False
    step = values[0]
    before = _value(row.baseline, row.unit) if row.baseline else Decimal(0)
    if step is None or before is None or not 0 <= before <= step or step == 0:
        return False
    return values == [step * count for count in range(1, len(values) + 1)]


def _is_held(row: TableRow, direction: Direction) -> bool:
    """Whether the figures aim at what there is already, year by year; the wording may say so."""
    base = row.baseline
    if base is None or base.printed.per_year or any(each.printed.hold for each in row.targets):
        return False
    before = _value(base, row.unit)
    aims = {_value(each, row.unit) for each in row.targets}
    aim = aims.pop() if len(aims) == 1 else None
    if before is None or aim is None or any(each.printed.running for each in row.targets):
        return False
    reached = aim <= before if direction == "increase" else aim >= before
    return aim == before or (reached and len(row.targets) > 1)


def is_in_words(target: PrintedAt) -> bool:
    """Whether no figure is aimed at, but something that somebody has to judge."""
    text = target.printed.figure
    if re.search("[0-9]", text) or _NOT_YET.search(text) or len(text) < _FEWEST:
        return False
    try:
        understand_target(text, "")
    except NotUnderstood as error:
        return error.reason == "no_target"
    return False


def further_text(suggested: Suggested) -> str:
    """What is proposed besides, in the language spoken now."""
    return _(_FURTHER[suggested.what]).format(value=suggested.value)


def reason_text(reason: Reason) -> str:
    """The reason, in the language spoken now."""
    return _(_REASONS[reason])


def _direction(row: TableRow) -> tuple[Direction, Reason]:
    bounds = {each.printed.bound for each in row.targets}
    if bounds & {"以下", "未満", "以内", "を下回る"}:
        return "decrease", "wording"
    if bounds & {"以上", "超", "を上回る"}:
        return "increase", "wording"
    rises = _rises(row)
    if rises is not None:
        return ("increase" if rises else "decrease"), "figures"
    if _BAD.search(row.name) and not re.search("削減|抑制|減少", row.name):
        return "decrease", "name"
    return "increase", "usual"


def _rises(row: TableRow) -> bool | None:
    """Whether the targets rise, or lie above where things stood; `None` if nothing tells.

    A total says nothing beside the figure of a year, and what is held may lie on either side of
    the baseline: only one above it says that more is wanted.
    """
    if any(each.printed.total_years for each in row.targets):
        return None
    values = [_value(each, row.unit) for each in sorted(row.targets, key=_by_year)]
    aims = [each for each in values if each is not None]
    if not aims:
        return None
    if aims[0] != aims[-1]:
        return aims[-1] > aims[0]
    base = row.baseline
    before = None if base is None or base.printed.per_year else _value(base, row.unit)
    held = any(each.printed.hold for each in row.targets)
    if before is None or before == aims[-1] or (held and before > aims[-1]):
        return None
    return aims[-1] > before


def _by_year(target: PrintedAt) -> FiscalYear:
    return target.year or FiscalYear(0)


def _value(at: PrintedAt, unit: str) -> Decimal | None:
    try:
        return understand_target(at.printed.figure, unit).value
    except NotUnderstood:
        return None


def _aggregation(row: TableRow) -> tuple[Aggregation, Reason]:
    """By the wording of the figures, else by the unit, else by the name."""
    if any(each.printed.running for each in row.targets):
        by_year = row.baseline is None or row.baseline.printed.per_year
        total = by_year or any(each.printed.total_years for each in row.targets)
        return ("period_total" if total else "cumulative"), "wording"
    if any(each.printed.per_year for each in row.figures):
        return "annual", "wording"
    if is_percentage(row.unit) or row.unit in _STOCK_UNITS or not row.unit:
        return "level", "unit"
    if _adds_up(row):
        return "period_total", "figures"
    for pattern, aggregation in _NAMES:
        if pattern.search(row.name):
            return aggregation, "name"
    return "level", "usual"
