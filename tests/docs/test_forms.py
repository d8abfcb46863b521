"""The examples on the pages of forms come to what their tables say, as both languages tell it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from running import ROOT
from yaml import BaseLoader, load

from sagaict.computing.declared import Rated, declared_rate
from sagaict.computing.judging import assess_year
from sagaict.computing.published_rates import check_rates
from sagaict.computing.status import STATUSES
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.domain.validating import validated
from sagaict.language.quantities import rate
from sagaict.language.words import meant
from sagaict.reporting.rates import rated_text

PLAN: dict[str, Any] = {"id": "p", "title": "計画", "period": "R5-R9", "documents": {}}
PAGES = ("forms.md", "forms.ja.md")
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```\n\n((?:^\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## .*$", re.MULTILINE)


def examples(page: str) -> list[tuple[str, list[list[str]]]]:
    """The text of each example with the rows of its table."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = [
        (example, [[cell.strip() for cell in row.strip("|").split("|")] for row in rows])
        for example, table in EXAMPLE.findall(text)
        for rows in [table.splitlines()[2:]]
    ]
    assert len(found) == len(HEADING.findall(text))
    return found


def place(example: str) -> PlacedIndicator:
    """The indicator under the one measure of a plan."""
    fields = load(example, BaseLoader)  # noqa: S506 (every scalar as text, as the program reads)
    measure = {"id": "1-1", "title": "施策", "goal_indicators": [fields]}
    goals = [{"no": "1", "title": "目標", "measures": [measure]}]
    (placed,) = Portfolio.of([validated(Plan, {**PLAN, "goals": goals})], []).indicators()
    return placed


@pytest.mark.parametrize("page", PAGES)
def test_every_example_comes_to_what_its_table_says(page: str) -> None:
    for example, rows in examples(page):
        placed = place(example)
        for seen, target, status, *rates in rows:
            as_of, day = seen.split(", ")
            view = View(FiscalYear.parse(as_of), date.fromisoformat(day))
            judged = assess_year(placed, FiscalYear.parse(target), view)
            declared = declared_rate(judged) or Rated("ratio", None)
            told = [rate(judged.achievement_rate), rate(judged.progress_rate), rated_text(declared)]
            assert judged.status == meant(status, STATUSES), (placed.full_id, seen)
            assert told[: len(rates)] == rates, (placed.full_id, seen)
            assert {check.verdict for check in check_rates(placed, view)} <= {"agrees"}


def test_both_languages_show_the_same_examples() -> None:
    english, japanese = (examples(page) for page in PAGES)
    assert [example for example, _ in english] == [example for example, _ in japanese]
    assert [[(*row[:2], *row[3:]) for row in rows] for _, rows in english] == [
        [(*row[:2], *row[3:]) for row in rows] for _, rows in japanese
    ]
