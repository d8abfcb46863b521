"""The committed schemas in the real YAML language server, as an editor uses them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from language_server import LanguageServer
from running import ROOT, sagaict

HEAD = "# yaml-language-server: $schema=../schema/plan.schema.json\n"
PLAN = """\
id: x
title: 計画
period: R6-R9
documents:
  main: {title: 計画書}
goals:
  - no: 1
    title: 目標
    measures:
      - id: 1-1
        title: 施策
        goal_indicators:
          - id: a
            name: 指標
            unit: 件
            direction: increase
            aggregation: level
            targets:
              R9: 73.1
            actuals:
              R6: 1,027
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `sagaict init` makes it, with the shipped data beside."""
    root = tmp_path_factory.mktemp("editor")
    assert sagaict("init", root, cwd=root).code == 0
    shutil.copytree(ROOT / "data", root / "data", dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    running = LanguageServer(folder)
    yield running
    running.close()


numbers = count(1)


def written(folder: Path, text: str) -> Path:
    path = folder / "data" / "plans" / f"plan-{next(numbers)}.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def place(text: str, piece: str) -> tuple[int, int]:
    """Line and character (from 0) behind a piece of the text, in the file."""
    before = (HEAD + text)[: (HEAD + text).index(piece) + len(piece)]
    return before.count("\n"), len(before) - before.rindex("\n") - 1


def complaints(server: LanguageServer, path: Path) -> list[tuple[int, str]]:
    (found,) = server.opened(path)
    return [(item["range"]["start"]["line"] + 1, item["message"]) for item in found]


def test_no_shipped_file_is_marked(server: LanguageServer, folder: Path) -> None:
    paths = sorted(folder.glob("data/p*/**/*.yaml"))
    shipped = {
        path.relative_to(ROOT / "data").as_posix() for path in ROOT.glob("data/p*/**/*.yaml")
    }
    assert {path.relative_to(folder / "data").as_posix() for path in paths} > shipped
    marked = {
        path: found for path, found in zip(paths, server.opened(*paths), strict=True) if found
    }
    assert marked == {}


def test_the_directions_are_offered(server: LanguageServer, folder: Path) -> None:
    text = PLAN.replace("direction: increase", "direction: ")
    path = written(folder, text)
    server.opened(path)
    offered = server.completion(path, *place(text, "direction: "))
    assert {item["label"] for item in offered} == {"increase", "decrease"}


def test_keys_are_offered_with_what_they_mean(server: LanguageServer, folder: Path) -> None:
    text = PLAN.replace("            targets:\n", "            \n            targets:\n")
    path = written(folder, text)
    server.opened(path)
    offered = {
        item["label"]: str(item.get("documentation"))
        for item in server.completion(path, *place(text, "level\n            "))
    }
    assert {"definition", "owner", "baseline", "target_basis"} <= set(offered)
    assert "所管課" in offered["owner"]


def test_a_key_is_explained_in_both_languages(server: LanguageServer, folder: Path) -> None:
    path = written(folder, PLAN)
    server.opened(path)
    line, character = place(PLAN, "aggregat")
    told = server.hover(path, line, character)
    assert "単年度" in told
    assert "How yearly figures relate" in told


SLIPS = {
    "a key": ("direction: increase", "directon: increase", "directon"),
    "a word": ("direction: increase", "direction: up", "increase"),
    "a year": ("R9: 73.1", "R9x: 73.1", "R9x"),
    "a number": ("R9: 73.1", "R9: ８割", "number"),
    "a key of a target": ("R9: 73.1", "R9: {valeu: 1}", "valeu"),
    "no form of a target": ("R9: 73.1", "R9: {printed: 約70}", "value"),
    "two forms of a target": ("R9: 73.1", "R9: {value: 1, undecided: true}", "one"),
    "a period": ("period: R6-R9", "period: R6.4-R9.3", "pattern"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_marked_at_its_line(server: LanguageServer, folder: Path, slip: str) -> None:
    right, wrong, told = SLIPS[slip]
    text = PLAN.replace(right, wrong)
    found = complaints(server, written(folder, text))
    line = place(text, wrong)[0] + 1
    assert [message for number, message in found if number == line and told in message]


RIGHT = {
    "years": (
        "\n              R9: 73.1",
        " {2027: 1, Ｒ８: 2, 令和7年度: 3, R6-R9: 4, H31: 5, 2024年度: 6}",
    ),
    "numbers": ("R6: 1,027", 'R6: "1,027"\n              R7: "1000"\n              R8: -3.50'),
    "words": ("R9: 73.1", "R9: undecided"),
    "long forms": (
        "R6: 1,027",
        "R6: {value: 1, as_of: 2025.3}\n              R7: {state: pending}",
    ),
    "ids": ("id: 1-1", "id: 1"),
    "a period": ("period: R6-R9", "period: 令和6年度〜令和9年度"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_the_reader_accepts_is_not_marked(
    server: LanguageServer, folder: Path, name: str
) -> None:
    right, other = RIGHT[name]
    path = written(folder, PLAN.replace(right, other))
    checked = sagaict("check", path, "--format", "concise", cwd=folder)
    shapes = ("fiscal-year", "period", "number", "not-", "bad-", "moment", "unknown-key")
    assert not [line for line in checked.lines if line.split(" [")[1].startswith(shapes)]
    assert complaints(server, path) == []
