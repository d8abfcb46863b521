"""The quick way to the places in a file says what the slow one says, or leaves it to that."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import ROOT

from sagaict.reading import yaml_placed
from sagaict.reading.comments import Surface, surface
from sagaict.reading.yaml_events import Extent, Marked, marked_scalars
from sagaict.reading.yaml_placed import placed_scalars

DATA = sorted((ROOT / "data").glob("p*/**/*.yaml"))
CASES = sorted((ROOT / "tests/checking/cases").glob("*/p*/**/*.yaml"))
RARE = {
    "two documents": "a: 1\n---\nb: 2\n",
    "nothing": "",
    "no value": "~\n",
    "an anchor": "a: &x 1\nb: *x\n",
    "a tag": "a: !!str 1\nb: !x {c: 1}\n",
    "the same key": "a: 1\na: 2\n",
    "no key": "? \n: 1\n",
    "a key that is a list": "? [a]\n: 1\n",
    "a full-width indent": "a:\n\u3000b: 1\n",
    "a figure with a comma": "{R8: 1,500, R9: 2,000}\n",
    "brackets": "[" * 200 + "]" * 200,
    "a fault": "a: [1\nb: 2\n",
    "a list": "- a\n- b: 1\n",
    "texts in lines": "a: |\n  x\n  y\nb: >-\n  z\nc: 'd\n  e'\nf: \"g\"\nh: i\n  j\n",
    "comments": "# a\na: b # c\nd: '# e'  # f\ng: |  # h\n  # i\n  j # k\n"
    "l: [m, # n\n  o # p\n]\nq: r#s\n",
    "no values": "k:\nl: ~\nm: ''\n",
    "figures as keys": "2024: 1\n'2025': {}\n2026: []\n",
}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were left to the slow way."""
    found: list[str] = []

    def noted(text: str) -> tuple[Marked | None, list[Extent]]:
        found.append(text)
        return marked_scalars(text)

    monkeypatch.setattr(yaml_placed, "marked_scalars", noted)
    return found


def both_ways(text: str) -> list[tuple[Marked | None, Surface]]:
    """The places and the comments, as the quick way and the slow way tell them."""
    return [
        (root, surface(text, extents))
        for root, extents in (placed_scalars(text), marked_scalars(text))
    ]


def test_the_shipped_files_are_placed_the_quick_way(slow: list[str]) -> None:
    for path in DATA:
        text = path.read_text(encoding="utf-8")
        quick, thorough = both_ways(text)
        assert quick == thorough, path
    assert len(DATA) > 60
    assert slow == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.parent.name)
def test_whatever_is_wrong_both_ways_agree(path: Path) -> None:
    text = path.read_bytes().decode(errors="replace")
    quick, thorough = both_ways(text)
    assert quick == thorough


@pytest.mark.parametrize("text", RARE.values(), ids=RARE)
def test_what_is_rare_is_placed_the_same(text: str) -> None:
    quick, thorough = both_ways(text)
    assert quick == thorough


def test_a_figure_as_a_key_is_nothing_rare(slow: list[str]) -> None:
    placed_scalars(RARE["figures as keys"])
    assert slow == []
    placed_scalars(RARE["a figure with a comma"])
    assert slow != []
