"""The guide to the year says what its commands really print, and shows every one that writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from running import ROOT, git, sagaict

from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.listing import Group

TOOLS = str(ROOT / "tools")
LAST_DAY = "2027-04-20"


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    sys.path.insert(0, TOOLS)
    try:
        yield import_module("year_page")
    finally:
        sys.path.remove(TOOLS)


def text_of(tool: ModuleType, spoken: str) -> str:
    path: Path = tool.PAGES[spoken]
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("spoken", ["en", "ja"])
def test_the_page_shows_what_its_commands_print(
    tool: ModuleType, spoken: str, tmp_path: Path
) -> None:
    text = text_of(tool, spoken)
    assert tool.play(text, spoken, tmp_path) == text, "run make docs"
    # Where the reader ends is a good place: nothing wrong, nothing left lying about, a year's work.
    day = ("--today", LAST_DAY)
    assert sagaict("check", *day, cwd=tmp_path).code == 0
    assert git(tmp_path, "status", "--short", "data") == ""
    found = json.loads(sagaict("diff", "r8-start", "--format", "json", *day, cwd=tmp_path).out)
    assert {"ict-strategy-2/2-2/bcp-rate", "next-plan"} <= {
        change["id"] for change in found["changes"]
    }


def test_both_languages_do_the_same(tool: ModuleType) -> None:
    assert tool.steps(text_of(tool, "en")) == tool.steps(text_of(tool, "ja"))


def test_every_command_that_writes_is_shown_there_or_in_another_guide(tool: ModuleType) -> None:
    guides = [*ROOT.glob("README.md"), *ROOT.glob("docs/*.md")]  # their commands are run too
    others = "".join(path.read_text(encoding="utf-8") for path in guides)
    shown = [
        *tool.commands(text_of(tool, "en")),
        *(line.removeprefix("$ ") for line in others.splitlines() if line.startswith("$ ")),
    ]
    wanted = {*writing(PROGRAM), "sheet", "fmt"}
    assert {"record", "import", "add project"} <= wanted
    for name in wanted:
        assert any(f"{each} ".startswith(f"sagaict {name} ") for each in shown), name


def writing(group: Group, above: str = "") -> Iterator[str]:
    """The commands that can be told to write nothing."""
    for each in group:
        if isinstance(each, Group):
            yield from writing(each, f"{above}{each.name} ")
        elif issubclass(each.load(), Writing):
            yield above + each.name


@pytest.mark.parametrize(
    "block",
    [
        "$ sagaict show nothing",
        "$ rm -rf data",
        "$ git push",
        "$ sagaict check\n$ sagaict show nothing\n$ sagaict check",
    ],
)
def test_a_command_that_goes_wrong_or_is_none_of_the_page_s_stops_it(
    tool: ModuleType, block: str, tmp_path: Path
) -> None:
    with pytest.raises(Exception, match=r"^(sagaict show|rm|git push)"):
        tool.play(f"```console\n{block}\n```\n", "en", tmp_path)
    assert (tmp_path / "data" / "plans").is_dir()


def test_what_should_go_wrong_must(tool: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="exit code 0"):
        tool.play("<!-- fails -->\n```console\n$ sagaict check\n```\n", "en", tmp_path)


def test_long_outputs_are_cut_by_the_tool(tool: ModuleType, tmp_path: Path) -> None:
    page = "<!-- on 2026-04-10 -->\n<!-- shown {} -->\n```console\n$ sagaict list plans\n{}```\n"
    played = tool.play(page.format("first 1", "long ago\n"), "en", tmp_path / "one")
    assert played.splitlines()[4].startswith("Id")
    assert played.splitlines()[5:] == ["…", "```"]
    played = tool.play(page.format("from ict-katsuyo to dx-plan", ""), "en", tmp_path / "two")
    assert [line.split()[0] for line in played.splitlines()[4:]] == [
        "…",
        "ict-katsuyo",
        "ict-strategy-1",
        "ict-strategy-2",
        "…",
        "```",
    ]


def test_names_of_commits_are_not_shown(tool: ModuleType, tmp_path: Path) -> None:
    played = tool.play("```console\n$ sagaict diff HEAD\n```\n", "en", tmp_path)
    assert "From HEAD (…, 2026-03-31)" in played
