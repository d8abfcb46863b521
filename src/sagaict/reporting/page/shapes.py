"""A shape for each status: round is good, angular is bad; filled is final, outlined on the way.

A shape stands beside its word and repeats it; colour repeats both.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sagaict.reporting.page.markup import Element, element

__all__ = ["definitions", "has_shape", "shape", "shape_name"]

_RING = ("circle", {"cx": "8", "cy": "8", "r": "6.4", "class": "line"})
_BOX = ("path", {"d": "M1.5 1.5h13v13h-13z", "class": "thin"})


def _line(path: str) -> tuple[str, dict[str, str]]:
    return "path", {"d": path, "class": "line"}


def _cut(path: str) -> tuple[str, dict[str, str]]:
    return "path", {"d": path, "class": "cut"}


_SHAPES: Mapping[str, tuple[tuple[str, dict[str, str]], ...]] = MappingProxyType(
    {
        "met": (
            ("circle", {"cx": "8", "cy": "8", "r": "7.2", "fill": "currentColor"}),
            _cut("M4.4 8.3l2.5 2.5 4.8-5.3"),
        ),
        "on_track": (_RING, _line("M5 8.3l2.1 2.1 3.9-4.4")),
        "unmet": (
            ("path", {"d": "M1 1h14v14H1z", "fill": "currentColor"}),
            _cut("M4.7 4.7l6.6 6.6m0-6.6l-6.6 6.6"),
        ),
        "behind": (_line("M8 1.6L15 14.4H1z"), _line("M8 6v3.8m0 1.4v1.2")),
        "pending": (_RING, _line("M8 4.4V8l2.6 1.8")),
        "not_reported": (
            _BOX,
            _line("M5.9 6.3c0-2.8 4.3-2.7 4.3-.2C10.2 7.7 8 7.8 8 9.5m0 2.2v.1"),
        ),
        "not_due": (_line("M5.5 3.5L10.5 8l-5 4.5"),),
        "undecided": (("circle", {**_RING[1], "class": "line dashed"}),),
        "not_assessable": (_RING, _line("M3.6 12.4l8.8-8.8")),
        "discontinued": (_BOX, _line("M4.5 8h7")),
    }
)
_SAME: Mapping[str, str] = MappingProxyType(
    {
        "done": "met",
        "on_schedule": "on_track",
        "delayed": "behind",
        "cancelled": "discontinued",
        "agrees": "on_track",
        "disagrees": "unmet",
        "cannot_tell": "not_assessable",
    }
)
"""Verdicts that look like a status."""


def has_shape(term: str) -> bool:
    """Whether a term has a shape."""
    return _SAME.get(term, term) in _SHAPES


def shape_name(term: str) -> str:
    """The name of a term's shape on the page."""
    return f"shape-{_SAME.get(term, term)}"


def shape(term: str) -> Element:
    """The shape of a term, for beside its word: a reader of the screen hears the word only."""
    use = element("use", href=f"#{shape_name(term)}")
    return element("svg", use, class_="shape", viewBox="0 0 16 16", aria_hidden="true")


@cache
def definitions() -> Element:
    """All shapes, once for the page."""
    groups = [
        element("g", *(element(tag, **given) for tag, given in parts), id=f"shape-{name}")
        for name, parts in _SHAPES.items()
    ]
    return element(
        "svg", element("defs", *groups), width="0", height="0", class_="apart", aria_hidden="true"
    )
