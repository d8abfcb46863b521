"""Which parts of a text are comments: what the parser sees as such, never what a text quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.reading.problem import Place
from sagaict.reading.yaml_events import Extent, scalar_extents

__all__ = ["Comment", "Surface", "surface"]

_SIGN = regex(r"(?:^|(?<=[ \t]))#")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the last sign of its line; `alone` if nothing else stands there."""

    place: Place
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Surface:
    """A text's comments by line, and the lines that only continue a text begun above (from 0)."""

    comments: dict[int, Comment] = field(default_factory=dict)
    inside: frozenset[int] = frozenset()


def surface(text: str, extents: Sequence[Extent] | None = None) -> Surface:
    """Look at a text of valid YAML; behind a fault in it, everything counts as no text.

    `extents` are those of its scalars, where they are known already.
    """
    extents = extents if extents is not None else list(scalar_extents(text))
    inside = frozenset(
        line
        for (first, _), (last, column) in extents
        if last > first
        for line in range(first + 1, last + bool(column))
    )
    comments = {comment.place.line - 1: comment for comment in _comments(text, extents)}
    return Surface(comments, inside)


def _comments(text: str, extents: Sequence[Extent]) -> Iterator[Comment]:
    covered = 0
    for number, line in enumerate(text.split("\n")):
        for sign in _SIGN.finditer(line) if "#" in line else ():
            here = (number, sign.start())
            while covered < len(extents) and extents[covered][1] <= here:
                covered += 1
            if covered == len(extents) or here < extents[covered][0]:
                said = line[sign.start() :].rstrip()
                place = Place(number + 1, sign.start() + 1, len(said))
                yield Comment(place, said, not line[: sign.start()].strip())
                break
