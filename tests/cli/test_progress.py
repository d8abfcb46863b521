"""Long work tells a terminal how far it has come, and leaves nothing of that behind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from running import sagaict

from bench.workspaces import filled_csv, one_large_plan
from sagaict import language
from sagaict.cli import main
from sagaict.cli.frame.progress import LARGE, Progress, progress_on
from sagaict.reading.steps import steps, watch
from sagaict.reading.workers import each
from sagaict.reporting.blocks import Cell, Column, Paragraph, Row, Table
from sagaict.reporting.word.document import render_word


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    @property
    def seen(self) -> str:
        screen = pyte.Screen(40, 3)
        pyte.Stream(screen).feed(self.getvalue())
        return "\n".join(screen.display).rstrip()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def terminal() -> Terminal:
    language.activate("en")
    return Terminal()


@pytest.fixture
def told() -> Iterator[list[tuple[int, int]]]:
    found: list[tuple[int, int]] = []
    watch(lambda done, count: found.append((done, count)))
    yield found
    watch(None)


def test_nothing_is_shown_of_what_takes_no_second(terminal: Terminal) -> None:
    clock = Clock()
    progress = Progress(terminal, clock)
    for done in range(LARGE):
        clock.now += 0.9 / LARGE
        progress(done, LARGE)
    progress(LARGE, LARGE)
    assert terminal.getvalue() == ""


def test_one_line_is_written_over_itself_and_taken_away(terminal: Terminal) -> None:
    clock = Clock()
    progress = Progress(terminal, clock)
    clock.now = 1.5
    progress(1_234, 10_005)
    assert terminal.seen == "working: 1,234 of 10,005"

    sent = terminal.getvalue()
    progress(1_235, 10_005)  # too soon for another look
    assert terminal.getvalue() == sent

    clock.now = 1.7
    progress(3, 42)
    assert terminal.seen == "working: 3 of 42"
    progress(42, 42)
    assert terminal.seen == ""
    terminal.write("Data")
    assert terminal.seen == "Data"


def test_full_width_letters_are_taken_away_too(terminal: Terminal) -> None:
    language.activate("ja")
    clock = Clock()
    progress = Progress(terminal, clock)
    clock.now = 2.0
    progress(7, 250)
    assert "250" in terminal.seen
    progress(250, 250)
    assert terminal.seen == ""


def test_a_small_folder_shows_nothing_however_slow_the_machine(terminal: Terminal) -> None:
    clock = Clock()
    progress = Progress(terminal, clock)
    clock.now = 60.0
    progress(5, LARGE - 1)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "environ"),
    [(None, {}), (io.StringIO(), {}), (Terminal(), {"TERM": "dumb"})],
    ids=["closed", "a pipe", "a dumb terminal"],
)
def test_where_nobody_can_look_nothing_is_shown(
    stream: io.StringIO | None, environ: dict[str, str]
) -> None:
    assert progress_on(stream, environ) is None


def test_every_answer_is_told(told: list[tuple[int, int]]) -> None:
    assert list(each(abs, [-1, -2])) == [1, 2]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_the_end_is_told_of_what_is_broken_off(told: list[tuple[int, int]]) -> None:
    work = steps("abc", [1, 1, 1])
    assert next(work) == "a"
    work.close()  # type: ignore[attr-defined] # as it is when an error ends the work
    assert told == [(0, 3), (3, 3)]


def test_an_import_tells_of_the_rows_it_matches_takes_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    monkeypatch.setattr(main, "progress_on", lambda *_: lambda _done, count: counts.append(count))
    one_large_plan(3, tmp_path)
    (tmp_path / "in.csv").write_text(filled_csv(tmp_path, 3, "2024"), encoding="utf-8")
    options = ("--data", tmp_path, "--yes", "--today", "2026-06-01")
    assert sagaict("import", "in.csv", *options, cwd=tmp_path).code == 0
    # Matched, entered, and put into the lines of the file; each of the three tells of its end too.
    assert counts.count(3) >= 3 * (3 + 1)


@pytest.mark.usefixtures("terminal")
def test_a_document_tells_of_the_rows_of_its_tables(told: list[tuple[int, int]]) -> None:
    table = Table((Column("Year"),), [Row((Cell("R6"),)), Row((Cell("R7"),))])
    render_word([Paragraph.of("first"), table], "title")
    assert told == [(0, 3), (1, 3), (3, 3)]
