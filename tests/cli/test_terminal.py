"""Reports on a terminal: they fit it, line up, lose nothing, and are coloured only there."""

from __future__ import annotations

import re
import shlex
import sys
from collections import Counter
from pathlib import Path

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
# Actual, target and rate in the row of an indicator of ICT活用推進計画.
ROW = re.compile(r"([RH]\d+\.\d+ \S+) +(R1 \S+) +([\d.,]+%|-) ")


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
    actual = {"en": "Actual", "ja": "実績"}[lang]
    header = next(line for line in lines if f"  {actual}  " in line)
    names = [match for match in re.finditer(r"\S+", header) if match[0] != title]
    edges = [width_of(header[: match.end()]) for match in names][1:4]
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


@pytest.fixture
def pager(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """The environment with a pager that keeps what it was to show."""
    kept, script = tmp_path / "kept.txt", tmp_path / "pager.py"
    script.write_text(
        f"import sys; open({str(kept)!r}, 'wb').write(sys.stdin.buffer.read())", encoding="utf-8"
    )
    return {"PAGER": shlex.join([sys.executable, str(script)])}, kept


def test_what_is_longer_than_the_screen_goes_through_the_pager_in_colour(
    program: Program, pager: tuple[dict[str, str], Path]
) -> None:
    env, kept = pager
    asked = ("status", "ict-katsuyo", "--as-of", "R1", "--today", TODAY)
    assert on_terminal(program, *asked, env=env).sent == ""
    shown = kept.read_text(encoding="utf-8")
    assert shown == on_terminal(program, *asked).sent.replace("\r\n", "\n")
    assert "\x1b[1;31munmet" in shown


@pytest.mark.parametrize(
    ("options", "more"), [("--no-pager", {}), ("", {"PAGER": ""}), ("", {"PAGER": "no-such-pager"})]
)
def test_without_a_pager_it_is_printed(
    program: Program, pager: tuple[dict[str, str], Path], options: str, more: dict[str, str]
) -> None:
    env, kept = pager
    screen = on_terminal(program, "status", "--today", TODAY, *options.split(), env={**env, **more})
    assert "What comes next" in screen.text
    assert not kept.exists()


def test_what_fits_the_screen_and_what_is_piped_is_not_paged(
    program: Program, pager: tuple[dict[str, str], Path]
) -> None:
    env, kept = pager
    assert "dx-plan" in on_terminal(program, "list", "plans", env=env).text
    assert "dx-plan" in program("status", env=env).out
    assert not kept.exists()
