"""Whatever way the shipped files are written, laying them out keeps them and settles them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from other_layouts import Hand

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of, key_type, within
from sagaict.domain.validating import validated
from sagaict.reading.yaml_plain import parse
from sagaict.writing.canonical import canonical

DATA = Path(__file__).parents[2] / "data"
FILES: list[tuple[Path, type[Record]]] = [
    *((path, Plan) for path in sorted((DATA / "plans").glob("*.yaml"))),
    *((path, Project) for path in sorted((DATA / "projects").glob("*/*.yaml"))),
]
NAMES = {path.relative_to(DATA).as_posix(): (path, kind) for path, kind in FILES}

names = st.sampled_from(sorted(NAMES))
# A seed draws faster than what draws each choice, and there is nothing to learn from a smaller one.
hands = st.builds(Random, st.integers(0, 2**32))
some = settings(max_examples=25, phases=[Phase.explicit, Phase.generate])


def content(name: str) -> tuple[dict[str, object], type[Record]]:
    path, kind = NAMES[name]
    data: dict[str, object] = parse(path.read_text(encoding="utf-8"))
    return data, kind


def comments(text: str) -> Counter[str]:
    return Counter(line[line.index("#") :].rstrip() for line in text.splitlines() if "#" in line)


def orders(data: Any, kind: Any) -> list[list[str]]:
    """The keys of every mapping, outermost first, with those the schema puts in an order."""
    if isinstance(data, list):
        return [found for item in data for found in orders(item, within(kind, 0))]
    if not isinstance(data, dict):
        return []
    below = [found for name in data for found in orders(data[name], within(kind, name))]
    return [list(data), *below] if fields_of(kind) or key_type(kind) is FiscalYear else below


@some
@given(names, hands)
def test_content_and_comments_survive_and_a_second_time_changes_nothing(
    name: str, random: Random
) -> None:
    data, kind = content(name)
    hand = Hand(random, acceptances=random.random() < 0.5)
    text = hand.file(data)
    laid_out = canonical(text, kind)
    assert validated(kind, parse(laid_out)) == validated(kind, data)
    assert comments(laid_out) - comments(text) == Counter()
    assert Counter(hand.said) - comments(laid_out) == Counter()
    assert canonical(laid_out, kind) == laid_out


@some
@given(names, hands)
def test_line_ends_stay_as_they_are(name: str, random: Random) -> None:
    data, kind = content(name)
    text = Hand(random).file(data)
    laid_out = canonical(text.replace("\n", "\r\n"), kind)
    assert laid_out == canonical(text, kind).replace("\n", "\r\n")


@some
@given(names, hands, hands)
def test_two_hands_come_to_the_same_layout(name: str, one: Random, other: Random) -> None:
    data, kind = content(name)
    plain = [
        Hand(random, comments=False, flow=False, spelling=False).file(data)
        for random in (one, other)
    ]
    first, second = (canonical(text, kind) for text in plain)
    assert sorted(orders(parse(first), kind)) == sorted(orders(parse(second), kind))
    assert sorted(indents(first)) == sorted(indents(second))


def indents(text: str) -> list[tuple[int, str]]:
    """How deep the entries that most files have stand."""
    names = ("id", "no", "title", "period", "R1", "R2", "R3", "R4", "R5", "R9", "value", "name")
    found = [(line, line.lstrip("- ")) for line in text.splitlines()]
    return [
        (len(line) - len(entry), entry.split(":")[0])
        for line, entry in found
        if entry.split(":")[0] in names and ":" in entry
    ]
