"""From where the reports are compared: days in every phase of the shipped plans, and all data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sagaict.domain.portfolio import Portfolio
from sagaict.reading.workspace import read_workspace

__all__ = ["DATES", "FOLDERS", "held_in"]

DATES = (
    "2012-05-20",
    "2017-03-31",
    "2020-03-31",
    "2020-04-01",
    "2022-11-21",
    "2024-05-20",
    "2026-11-21",
    "2030-04-01",
)
_TESTS = Path(__file__).parents[1]
FOLDERS = (
    "../data",
    "computing/cases",
    *sorted(f"cases/{each.name}" for each in (_TESTS / "cases").iterdir() if each.is_dir()),
)
"""The shipped data and every case, from the folder of the tests."""


@cache
def held_in(folder: str) -> Portfolio:
    """What can be read there."""
    return read_workspace(_TESTS / folder).portfolio()
