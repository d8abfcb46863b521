"""The results that are read first: a number out of how many, and a shape for every indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sagaict.domain.words import Status
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.blocks import Score, Scores
from sagaict.reporting.page.markup import Child, Element, element, words
from sagaict.reporting.page.shapes import shape, shape_name

__all__ = ["scores"]

_WIDTH = 19
"""From one shape of the strip to the next."""
_ASKED: tuple[Status, ...] = ("met", "unmet", "pending", "not_reported")
"""What a reader asks of those that are due: that there are none of it is told too."""
_MANY = 120
"""Shapes up to which a strip shows every indicator; of more only the numbers are read."""


def scores(block: Scores, name: Callable[[str], str]) -> Element:
    """A box for each score; `name` gives names that are unique on the page."""
    return element("div", *(_score(each, name("score")) for each in block.items), class_="scores")


def _score(score: Score, name: str) -> Element:
    parts: list[Child] = [
        element("p", *words(score.title), class_="strong", id=f"{name}-of"),
        _figure(score),
    ]
    if 0 < sum(count for _status, count in (*score.judged, *score.left_out)) <= _MANY:
        parts.append(_strip(score, name))
    parts += _counts(score)
    return element("div", *parts, class_="score", role="group", aria_labelledby=f"{name}-of")


def _figure(score: Score) -> Element:
    """Met of those due; before any is due, those on track of those that can be judged."""
    judged, ahead = dict(score.judged), dict(score.left_out)
    if judged:
        reached, of, said = judged.get("met", 0), sum(judged.values()), _("met / due")
    else:
        on_track, behind = ahead.get("on_track", 0), ahead.get("behind", 0)
        reached, of, said = on_track, on_track + behind, _("on track / judged on the way")
    if not of:
        return element("p", _("No target is due, and none can be judged on the way."), class_="dim")
    out_of = element("span", f" / {of} ", class_="of")
    return element("p", str(reached), out_of, element("small", said), class_="figure")


def _strip(score: Score, name: str) -> Element:
    """A shape for every indicator, a line before those outside of the denominator."""
    shapes: list[Child] = []
    x = 1
    for number, counts in enumerate((score.judged, score.left_out)):
        if number and score.judged and counts:
            shapes.append(element("path", d=f"M{x + 2} 0v16", class_="apart-line"))
            x += 8
        for status, count in counts:
            uses = [
                element("use", href=f"#{shape_name(status)}", x=str(x + _WIDTH * step))
                for step in range(count)
            ]
            shapes.append(element("g", *uses, class_=f"status {status}"))
            x += _WIDTH * count
    return element(
        "svg",
        element("title", score.title, id=f"{name}-title"),
        element("desc", score.text, id=f"{name}-words"),
        *shapes,
        viewBox=f"0 -1 {x} 18",
        width=str(x),
        height="18",
        class_="strip",
        role="img",
        aria_labelledby=f"{name}-title {name}-words",
    )


def _counts(score: Score) -> Iterator[Element]:
    """Each status with its count, a count of nothing too; then those outside of the denominator."""
    judged = dict(score.judged)
    if judged:
        names = dict.fromkeys((*_ASKED, *judged))
        yield _list((name, judged.get(name, 0)) for name in names)
    if judged and score.left_out:
        said = element("p", _("Not in the denominator:"), class_="dim")
        yield element("div", said, _list(score.left_out), class_="left-out")
    elif score.left_out:
        yield _list(score.left_out)


def _list(counts: Iterable[tuple[str, int]]) -> Element:
    items = (
        element("li", *_counted(status, count), **({} if count else {"class_": "none"}))
        for status, count in counts
    )
    return element("ul", *items, class_="counts")


def _counted(status: str, count: int) -> list[Child]:
    word = element("span", shape(status), term(status), class_=f"status {status}")
    return [word, " ", element("b", str(count))]
