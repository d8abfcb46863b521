"""The path of an indicator as a drawing: everything from zero, a slot for each year.

A target is a thick step over its year, what is expected on the way a thin dashed line, a final
figure a filled mark and any other an outlined one; where a figure is missing stands an empty box,
since a missing figure is not a zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.language import _
from sagaict.reporting.blocks import Chart, Slot
from sagaict.reporting.page.markup import Child, Element, element

__all__ = ["path", "small_path"]

_Height = Callable[[Decimal], float]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the years begin, the width of one; the heights of the top value, of the lowest or zero.

    `ticks` are the values of the lines across: only a large drawing has them, and labels.
    """

    left: int
    slot: int
    top: int
    bottom: int
    height: int
    ticks: tuple[Decimal, ...] = ()

    @property
    def labelled(self) -> bool:
        """Whether numbers and words stand beside the marks."""
        return bool(self.ticks)

    def edge(self, number: int) -> int:
        """Where a year begins."""
        return self.left + self.slot * number

    def middle(self, number: int) -> float:
        """Where its marks stand."""
        return self.left + self.slot * (number + 0.5)


_WIDE, _NARROWEST, _WIDEST = 960, 66, 150
_SMALL_WIDE, _SMALL_SLOT = 180, 30


def _large(slots: Sequence[Slot]) -> _Scale:
    ticks = _ticks(_values(slots))
    left = 16 + 8 * max(len(group(each)) for each in ticks)
    slot = min(max((_WIDE - left) // len(slots), _NARROWEST), _WIDEST)
    return _Scale(left, slot, 46, 246, 276, ticks)


def _small(slots: Sequence[Slot]) -> _Scale:
    return _Scale(0, min(_SMALL_WIDE // len(slots), _SMALL_SLOT), 8, 42, 56)


def _ticks(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Round values a step apart, from the one below the lowest to the one above the highest."""
    low, high = min(values), max(values)
    rough = (high - low) / 4 or Decimal(1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * number for number in range(int(first), int(last) + 1))


def path(chart: Chart, name: str) -> Element:
    """The drawing with its legend; `name` is unique on a page."""
    drawing = _drawing(chart, chart.slots, name, _large(chart.slots))
    # Where it is too wide it scrolls, with the arrow keys too.
    box = element(
        "div", drawing, class_="scroll", tabindex="0", role="group", aria_label=chart.title
    )
    return element("figure", box, element("figcaption", *_legend(chart.slots)), class_="path")


def small_path(chart: Chart, name: str) -> Element:
    """The drawing as it fits into a line of a table, which has the numbers: since the baseline."""
    first = next((number for number, slot in enumerate(chart.slots) if slot.baseline), 0)
    slots = chart.slots[first:]
    return element("span", _drawing(chart, slots, name, _small(slots)), class_="path small")


def _drawing(chart: Chart, slots: tuple[Slot, ...], name: str, scale: _Scale) -> Element:
    """A drawing with its title, and its content in words for those who do not see it."""
    at = _heights(slots, scale)
    width = scale.edge(len(slots))
    axis = f"M{scale.left} {at(Decimal(0)):.1f}H{width}"
    return element(
        "svg",
        element("title", chart.title, id=f"{name}-title"),
        element("desc", chart.description, id=f"{name}-words"),
        *_grid(at, width, scale),
        element("path", d=axis, class_="axis"),
        *_borders(slots, scale),
        *_expected(slots, at, scale),
        *(each for number, slot in enumerate(slots) for each in _slot(slot, number, at, scale)),
        viewBox=f"0 0 {width} {scale.height}",
        width=str(width),
        height=str(scale.height),
        role="img",
        aria_labelledby=f"{name}-title {name}-words",
    )


def _grid(at: _Height, width: int, scale: _Scale) -> Iterator[Element]:
    for value in scale.ticks:
        yield element("path", d=f"M{scale.left} {at(value):.1f}H{width}", class_="grid")
        yield _label(group(value.normalize()), scale.left - 8, at(value) + 4, "of-axis")


def _values(slots: Iterable[Slot]) -> list[Decimal]:
    found = [
        each
        for slot in slots
        for each in (slot.target, slot.actual, slot.expected, slot.compared, *slot.replaced)
        if each is not None
    ]
    return [*found, Decimal(0)]


def _heights(slots: Iterable[Slot], scale: _Scale) -> _Height:
    values = scale.ticks or _values(slots)
    low, high = min(values), max(values)
    span = (high - low) or Decimal(1)
    return lambda value: float(scale.bottom - (value - low) * (scale.bottom - scale.top) / span)


def _borders(slots: tuple[Slot, ...], scale: _Scale) -> Iterator[Element]:
    """Where a plan ends and the next begins: a double rule, a single one if it is said to go on."""
    for number, slot in enumerate(slots):
        if slot.border:
            at = scale.edge(number)
            apart = (-2, 2) if slot.border == "open" else (0,)
            rules = "".join(f"M{at + each} 2V{scale.bottom + 4}" for each in apart)
            yield element("path", d=rules, class_="border")


def _expected(slots: tuple[Slot, ...], at: _Height, scale: _Scale) -> Iterator[Element]:
    """The way from the baseline over what is expected in each year to the targets, in each plan."""
    for stretch in _stretches(slots):
        points = [
            (scale.middle(number), at(value))
            for number, slot in stretch
            if (value := slot.actual if slot.baseline else _aim(slot)) is not None
        ]
        if len(points) > 1 and any(slot.expected is not None for _number, slot in stretch):
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            yield element("polyline", points=line, class_="expected")


def _stretches(slots: tuple[Slot, ...]) -> list[list[tuple[int, Slot]]]:
    """The slots of each plan by itself, with their numbers."""
    found: list[list[tuple[int, Slot]]] = [[]]
    for number, slot in enumerate(slots):
        if slot.border:
            found.append([])
        found[-1].append((number, slot))
    return found


def _aim(slot: Slot) -> Decimal | None:
    return slot.expected if slot.target is None else slot.target


def _slot(slot: Slot, number: int, at: _Height, scale: _Scale) -> Iterator[Element]:
    middle, left, foot = scale.middle(number), scale.edge(number), scale.bottom
    if slot.gap:
        yield element("path", d=f"M{left - 4} {foot + 4}l5-8m3 0l-5 8", class_="gap")
    if slot.now:
        yield element("path", d=f"M{left + scale.slot} 2V{foot + 4}", class_="now")
    if slot.target is not None:
        inset = scale.slot // 9
        line = f"M{left + inset} {at(slot.target):.1f}h{scale.slot - 2 * inset}"
        yield element("path", d=line, class_="target")
    if slot.compared is not None:
        cross = f"M{middle - 4} {at(slot.compared) - 4:.1f}l8 8m0 -8l-8 8"
        yield element("path", d=cross, class_="compared")
    if slot.actual is not None and slot.baseline:
        diamond = f"M{middle} {at(slot.actual) - 5:.1f}l5 5-5 5-5-5z"
        yield element("path", d=diamond, class_="baseline")
    elif slot.actual is not None:
        yield from (_dot(middle - 12, at(each), "actual open") for each in slot.replaced)
        yield _dot(middle, at(slot.actual), "actual" if slot.final else "actual open")
    elif slot.missing:
        box = {"x": f"{middle - 5}", "y": f"{foot - 12}", "width": "10", "height": "10"}
        yield element("rect", **box, class_="missing")
    if scale.labelled:
        yield from _labels(slot, middle, at, foot)
        if slot.title:
            yield _label(slot.title, left + 6, 14, "of-plan")
    label = slot.label if scale.labelled or not slot.baseline else "◇"
    yield _label(label, middle, scale.height - (10 if scale.labelled else 4), "of-year")


def _dot(x: float, y: float, kind: str) -> Element:
    return element("circle", cx=f"{x}", cy=f"{y:.1f}", r="4.6", class_=kind)


def _labels(slot: Slot, middle: float, at: _Height, foot: int) -> Iterator[Element]:
    """The numbers, that of the target and of the actual each on its own side of both."""
    target, actual = slot.target, slot.actual
    below = target is not None and actual is not None and actual < target
    if actual is not None:
        yield _label(group(actual), middle, at(actual) + (19 if below else -9), "of-actual")
    if target is not None:
        under = actual is not None and not below
        yield _label(group(target), middle, at(target) + (17 if under else -7), "of-target")
    if actual is None and slot.said:
        yield _label(slot.said, middle, foot - (18 if slot.missing else 7), "of-year")


def _label(text: str, x: float, y: float, kind: str) -> Element:
    return element("text", text, x=f"{x:.1f}", y=f"{y:.1f}", class_=kind)


def _legend(slots: tuple[Slot, ...]) -> Iterator[Child]:
    """What the marks mean that occur."""
    years = [slot for slot in slots if not slot.baseline]
    marks: list[tuple[bool, Element, str]] = [
        (
            any(slot.baseline for slot in slots),
            element("path", d="M8 3l5 5-5 5-5-5z", class_="baseline"),
            _("baseline"),
        ),
        (
            any(slot.target is not None for slot in years),
            element("path", d="M1 8h14", class_="target"),
            _("target"),
        ),
        (
            any(slot.expected is not None for slot in years),
            element("path", d="M1 13L15 3", class_="expected"),
            _("expected on the way"),
        ),
        (
            any(slot.actual is not None and slot.final for slot in years),
            element("circle", cx="8", cy="8", r="4.6", class_="actual"),
            _("actual"),
        ),
        (
            any(slot.replaced or (slot.actual is not None and not slot.final) for slot in years),
            element("circle", cx="8", cy="8", r="4.6", class_="actual open"),
            _("actual, not final"),
        ),
        (
            any(slot.compared is not None for slot in years),
            element("path", d="M4 4l8 8m0-8l-8 8", class_="compared"),
            _("comparison"),
        ),
        (
            any(slot.missing for slot in years),
            element("rect", x="3", y="3", width="10", height="10", class_="missing"),
            _("not reported (which is not 0)"),
        ),
        (
            any(slot.gap for slot in slots),
            element("path", d="M3 13l5-10m3 0l-5 10", class_="gap"),
            _("years left out"),
        ),
        (
            any(slot.now for slot in years),
            element("path", d="M8 1v14", class_="now"),
            _("end of the year seen from"),
        ),
        (
            any(slot.border == "stated" for slot in slots),
            element("path", d="M8 1v14", class_="border"),
            _("another plan begins, which is said to go on"),
        ),
        (
            any(slot.border == "open" for slot in slots),
            element("path", d="M6 1v14M10 1v14", class_="border"),
            _("another plan begins; no document says that the figures go on"),
        ),
    ]
    for occurs, mark, text in marks:
        if occurs:
            drawing = element("svg", mark, viewBox="0 0 16 16", class_="key", aria_hidden="true")
            yield element("span", drawing, text, class_="legend")
