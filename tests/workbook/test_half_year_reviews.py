"""The review of a half-year: a row of its own in October, and the way back."""

from __future__ import annotations

from datetime import date

import pytest
from town import Town

from sagaict.domain.fiscal import FiscalYear

HALF, YEAR = "aoba/portal@R8#half", "aoba/portal@R7"
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The portal is reviewed half-yearly, the kiosk is not."""
    town = Town.found(tmp_path_factory.mktemp("town"))
    categories = "categories: {A: {title: 重点, review: half_yearly}}\n"
    town.change("plans/aoba.yaml", "goals:\n", f"{categories}goals:\n")
    town.change(
        "projects/aoba/portal.yaml", "owner: 情報政策課\n", "owner: 情報政策課\ncategory: A\n"
    )
    return town


@pytest.mark.parametrize(
    ("day", "years", "offered"),
    [
        (date(2026, 9, 30), (), False),
        (OCTOBER, (), True),
        (date(2027, 3, 31), (), True),
        (OCTOBER, ("R8",), True),
        (OCTOBER, ("R7",), False),
    ],
)
def test_it_is_offered_while_it_is_the_one_to_be_made(
    town: Town,
    day: date,
    years: tuple[str, ...],
    offered: bool,  # noqa: FBT001
) -> None:
    chosen = frozenset(map(FiscalYear.parse, years))
    halves = [row.key for row in town.rows(day, years=chosen).evaluations if "#" in row.key]
    assert halves == ([HALF] if offered else [])


def test_once_the_year_is_over_it_cannot_be_made_up_for(town: Town) -> None:
    keys = [row.key for row in town.rows(date(2027, 4, 1)).evaluations]
    assert "aoba/portal@R8" in keys
    assert not any("#" in key for key in keys)


def test_the_workbook_says_which_of_the_two_reviews_a_row_is(town: Town) -> None:
    book = town.book(OCTOBER).fill({(HALF, "issues"): "前半の課題", (YEAR, "issues"): "年度の課題"})
    came = town.take(book, day=OCTOBER)
    assert came.refused == []
    (project,) = (each for _, each in came.change_set.workspace().projects if each.id == "portal")
    halfway = project.evaluations[FiscalYear(2026)].half_year
    assert halfway is not None
    assert halfway.issues == "前半の課題"
    assert project.evaluations[FiscalYear(2026)].of_year is None
    assert project.evaluations[FiscalYear(2025)].issues == "年度の課題"
    assert project.evaluations[FiscalYear(2025)].half_year is None
