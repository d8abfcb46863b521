"""The forms people read: a line each, a page, in full."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from results import ODD, result_of
from spoiled_city import City

from sagaict.checking.result import CheckResult
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.check_formats.pages import concise, markdown, text

pytest_plugins = ["plug_fixtures"]


def test_concise_is_one_line_a_problem(spoiled: City) -> None:
    lines = concise(result_of(spoiled)).splitlines()
    assert len(lines) == 6
    assert lines[2] == (
        "data/projects/aoba/kiosk.yaml:6:1: error [unknown-key] “cost” is not a key known here"
    )


def test_concise_stays_one_line_whatever_the_names_hold() -> None:
    problem = Problem("unknown-key", "a\nb.yaml", Place(1, 1), {"name": "x\ny"})
    page = concise(CheckResult((problem,), (), ("a\nb.yaml",)))
    assert page == (
        "a<U+000A>b.yaml:1:1: error [unknown-key] “x<U+000A>y” is not a key known here\n"
    )


def test_markdown_is_a_table_that_no_text_breaks(spoiled: City) -> None:
    page = markdown(result_of(spoiled))
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    rows = [token for token in tokens if token.type == "tr_open"]
    cells = [token for token in tokens if token.type == "td_open"]
    assert (len(rows), len(cells)) == (7, 24)
    html = MarkdownIt("commonmark").enable("table").render(page)
    assert "<b>" not in html
    assert "50%,a:b&amp;&lt;c&gt;.yaml:3:10" in html


def test_markdown_of_good_data_has_no_table(city: City) -> None:
    page = markdown(result_of(city))
    assert "|" not in page
    assert "2 files, no problem" in page


def test_text_tells_place_line_caret_and_remedy(spoiled: City) -> None:
    page = text(result_of(spoiled))
    assert f"{ODD}:3:10: " in page
    assert re.search(r"   21 \|       R9: １，０００\n      \|           \^{10}\n", page)
    assert page.endswith("error 4, warning 2, in 4 of 6 files. 1 finding is accepted.\n")
