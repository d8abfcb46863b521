"""The stated reasoning behind a target does not lead to its number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.baselines import baseline_place, comparable_baseline
from sagaict.checking.finding import Finding
from sagaict.checking.printed_figures import last_place
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.checking.stated_changes import StatedChange, stated_changes
from sagaict.checking.target_sites import NumberTarget, number_targets
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.number import divide, group, round_to
from sagaict.domain.units import unit_of
from sagaict.domain.walks import Location
from sagaict.language import mark
from sagaict.reading.workspace import FileOf

__all__ = ["RULE"]

ID = "basis-disagrees"


@dataclass(frozen=True, slots=True)
class _Base:
    """A figure a change starts from, how many years before the target, and where it stands."""

    value: Decimal
    years: int
    place: tuple[FileOf, Location]


def _check(scene: Scene) -> Iterator[Finding]:
    percent = Decimal(scene.threshold(ID, "percent"))
    for site in scene.sites():
        if site.indicator.aggregation == "period_total":
            continue
        for entry in number_targets(site):
            found = next(_contradictions(site, entry, percent), None)
            if found is not None:
                yield found


def _contradictions(site: Site, entry: NumberTarget, percent: Decimal) -> Iterator[Finding]:
    for change, wording in _changes(site, entry):
        signed = _signed(change, site)
        bases = [base for base in _bases(site, entry, change) if base.value != 0]
        if signed is None or not bases or _is_the_value(change, entry, site):
            continue
        results = [
            (expected, base)
            for base in bases
            for expected in _expected(base, signed, change, site.indicator.unit)
        ]
        if any(
            _fits(entry.value, expected, base.value, change, percent) for expected, base in results
        ):
            continue
        expected, base = min(results, key=lambda result: abs(result[0] - entry.value))
        yield entry.on_value(
            ID,
            ((site.file, wording), base.place),
            wording=change.text,
            base=group(base.value),
            expected=_shown(expected, entry.value),
            target=entry.shown,
        )


def _changes(site: Site, entry: NumberTarget) -> Iterator[tuple[StatedChange, Location]]:
    """What the target's own wording states, and what the reasons for all targets state of it."""
    unit = site.indicator.unit
    for change in stated_changes(entry.target.printed or "", unit, in_basis=False):
        yield change, (*entry.location, "printed")
    is_last = entry.key == number_targets(site)[-1].key
    for change in stated_changes(site.indicator.target_basis or "", unit, in_basis=True):
        if is_last or change.since in ("every_year", "year_before"):
            yield change, (*site.location, "target_basis")


def _signed(change: StatedChange, site: Site) -> Decimal | None:
    """The amount with its sign; `None` if it speaks of something that goes the other way."""
    for_better = 1 if site.indicator.direction == "increase" else -1
    if not change.is_signed:
        return abs(change.amount) * for_better
    return change.amount if change.amount * for_better >= 0 else None


def _is_the_value(change: StatedChange, entry: NumberTarget, site: Site) -> bool:
    """Whether the wording states the target itself: `75%削減` of a reduction in percent."""
    per_year = change.since == "every_year" and site.indicator.aggregation == "annual"
    same_kind = change.scale == "units" or unit_of(site.indicator.unit).name == "%"
    own_figure = same_kind and abs(change.amount) == abs(entry.value)
    return own_figure or (per_year and change.scale == "units")


def _bases(site: Site, entry: NumberTarget, change: StatedChange) -> list[_Base]:
    if change.since == "start":
        value = comparable_baseline(site.indicator)
        return [_Base(value, 1, baseline_place(site))] if value is not None else []
    if isinstance(change.since, FiscalYear):
        return _of_year(site, change.since)
    if change.since == "year_before":
        return _of_year(site, entry.due.plus(-1))
    earlier = [other for other in number_targets(site) if other.due < entry.due]
    if earlier:
        before = earlier[-1]
        return [_Base(before.value, entry.due.number - before.due.number, before.value_place)]
    value, baseline = comparable_baseline(site.indicator), site.indicator.baseline
    year = baseline.fiscal_year if baseline else None
    if value is None or year is None or year >= entry.due:
        return []
    return [_Base(value, entry.due.number - year.number, baseline_place(site))]


def _of_year(site: Site, year: FiscalYear) -> list[_Base]:
    """Everything known of a year: its target, its final result, the baseline."""
    found = [
        _Base(entry.value, 1, entry.value_place)
        for entry in number_targets(site)
        if entry.due == year
    ]
    actual = site.indicator.actuals.get(year)
    if actual is not None and actual.value is not None and actual.state == "final":
        place = (*site.location, "actuals", year, "value")
        found.append(_Base(actual.value, 1, (site.file, place)))
    value, baseline = comparable_baseline(site.indicator), site.indicator.baseline
    if value is not None and baseline is not None and baseline.fiscal_year == year:
        found.append(_Base(value, 1, baseline_place(site)))
    return found


def _expected(base: _Base, amount: Decimal, change: StatedChange, unit: str) -> Iterator[Decimal]:
    """What the change leads to, in each way its words may be read."""
    if change.scale != "percent":
        yield base.value + amount * base.years
        return
    yield base.value * (1 + amount / 100) ** base.years
    yield base.value * (1 + amount * base.years / 100)
    if unit_of(unit).name == "%":
        yield base.value + amount * base.years


def _fits(
    target: Decimal, expected: Decimal, base: Decimal, change: StatedChange, percent: Decimal
) -> bool:
    """Whether the target is what was stated, but for rounding and a share of the change."""
    up = expected >= base
    if change.at_least and (target >= expected if up else target <= expected):
        return True
    if change.at_most and (target <= expected if up else target >= expected):
        return True
    share = percent * 2 if change.is_about else percent
    allowed = divide(abs(expected - base) * share, Decimal(100))
    return abs(target - expected) <= max(allowed, _place(target) / 2)


def _place(value: Decimal) -> Decimal:
    """The unit a target seems rounded to: trailing zeros count, but for its first two digits."""
    written = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    second = Decimal(1).scaleb(value.adjusted() - 1) if value else Decimal(1)
    return min(last_place(value), max(second, written))


def _shown(expected: Decimal, target: Decimal) -> str:
    """With one decimal more than the target has, unless the figures are large."""
    decimals = max(-int(target.as_tuple().exponent), 0)
    rounded = round_to(expected, decimals + (abs(target) < 1000))
    return group(rounded.normalize())


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The target is not what its basis leads to"),
    why=mark(
        "“10% more each year” is what the council approves; the figure beside it is what is "
        "measured. If the two differ, the first question on the result will be which of them holds."
    ),
    message=mark(
        "“{wording}” would make {expected} from {base}, but the target of {year} is {target}"
    ),
    remedy=mark(
        "Compute it again. If the document itself says both, keep the figures and accept this with "
        "the reason."
    ),
    check=_check,
    bad="""\
id: participants
name: ポイントを付与した人数
unit: 人
direction: increase
aggregation: annual
targets:
  R6:
    value: 410
    printed: 410人
  R7:
    value: 480  # ←
    printed: 480人（前年度比110%）
""",
    good="""\
id: participants
name: ポイントを付与した人数
unit: 人
direction: increase
aggregation: annual
targets:
  R6:
    value: 410
    printed: 410人
  R7:
    value: 450
    printed: 450人（前年度比110%）
""",
    thresholds={"percent": 10},
)
