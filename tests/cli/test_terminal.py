"""Reports on a terminal: they fit it, line up, lose nothing, and are coloured only there."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from program import TODAY, Program
from screen import Screen, on_real_terminal, on_terminal, width_of

SIZES = pytest.mark.parametrize("columns", [80, 120])
LANGUAGES = pytest.mark.parametrize("lang", ["en", "ja"])
VIEWS = pytest.mark.parametrize(
    "view",
    [
        "status",
        "status --all --as-of R4",
        "status ict-katsuyo --as-of R1",
        "list indicators",
        "list projects",
        "show ict-strategy-1",
        "show ict-katsuyo/report-app",
        "show joho-management/1-1",
        "explain ict-katsuyo/convenience-store/issued --as-of R1",
    ],
)
NUMBER = re.compile(r"\d[\d,.]*")
# Target, actual and rate in the row of an indicator of ICT活用推進計画.
ROW = re.compile(r"(R1 \S+) +([RH]\d+\.\d+ \S+) +([\d.,]+%|-) ")


def seen(program: Program, view: str, columns: int, lang: str) -> tuple[Screen, str]:
    """The report on a terminal, and the same report in a pipe, where nothing is wrapped."""
    asked = (*view.split(), "--today", TODAY)
    screen = on_terminal(program, *asked, columns=columns, lang=lang)
    return screen, program(*asked, lang=lang).out.replace("== ", "")


@VIEWS
@SIZES
@LANGUAGES
def test_it_fits_and_nothing_is_cut(program: Program, view: str, columns: int, lang: str) -> None:
    screen, piped = seen(program, view, columns, lang)
    assert screen.widest <= columns
    # Lines break in other places, so letters are compared, and numbers, which stay whole.
    assert Counter("".join(screen.text.split())) == Counter("".join(piped.split()))
    assert Counter(NUMBER.findall(screen.text)) == Counter(NUMBER.findall(piped))


@SIZES
def test_a_real_terminal_is_sent_the_same(program: Program, columns: int) -> None:
    asked = ("status", "--all", "--today", TODAY)
    real = on_real_terminal(program, *asked, columns=columns, lang="ja")
    assert real == on_terminal(program, *asked, columns=columns, lang="ja")


@SIZES
@LANGUAGES
def test_columns_of_numbers_line_up(program: Program, columns: int, lang: str) -> None:
    asked = ("status", "ict-katsuyo", "--as-of", "R1", "--today", TODAY)
    lines = on_terminal(program, *asked, columns=columns, lang=lang).lines
    title = {"en": "Indicator", "ja": "指標"}[lang]
    header = next(line for line in lines if line.startswith(f"{title}  "))
    edges = [width_of(header[: match.end()]) for match in re.finditer(r"\S+", header)][1:4]
    rows = [match for line in lines if (match := ROW.search(line))]
    assert len(rows) == 11
    for row in rows:
        assert [width_of(row.string[: row.end(group)]) for group in (1, 2, 3)] == edges


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_loses_nothing_either(program: Program, columns: int) -> None:
    for view in ("status dx-plan", "show dx-plan", "list plans", "show joho-management/1-1"):
        screen, piped = seen(program, view, columns, "en")
        assert screen.widest <= columns
        assert Counter("".join(piped.split())) <= Counter("".join(screen.text.split()))


def test_statuses_are_coloured(program: Program) -> None:
    asked = ("status", "ict-katsuyo", "--as-of", "R1", "--today", TODAY)
    sent = on_terminal(program, *asked).sent
    assert "\x1b[1;31munmet" in sent
    assert "\x1b[32mmet" in sent
    assert "\x1b[33mpending" in sent


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_refused(program: Program, env: dict[str, str]) -> None:
    for view in ("status", "show dx-plan", "--help"):
        screen = on_terminal(program, *view.split(), env=env)
        assert "\x1b" not in screen.sent


def test_without_colour_the_page_is_the_same(program: Program) -> None:
    asked = ("status", "--today", TODAY)
    without = on_terminal(program, *asked, env={"NO_COLOR": "1"})
    assert without.text == on_terminal(program, *asked).text


def test_the_help_page_fits(program: Program) -> None:
    for lang in ("en", "ja"):
        for command in ("", "status", "check"):
            screen = on_terminal(program, *command.split(), "--help", lang=lang)
            assert screen.widest <= 80
            assert "\x1b" not in screen.sent
