"""GitHub's annotations, taken apart by the rules of GitHub's runner."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from results import ODD, result_of
from spoiled_city import City

from sagaict.checking.result import CheckResult
from sagaict.checking.wording import message, remedy
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.check_formats.annotations import github

pytest_plugins = ["plug_fixtures"]


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner understands a line."""

    name: str
    properties: dict[str, str]
    data: str


def understood(line: str) -> Command | None:
    """As `ActionCommand.TryParseV2` of actions/runner reads it."""
    line = line.lstrip()
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _space, listed = line[2:end].partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.strip().split(",") if pair]
    properties = {pair[0]: unescaped(pair[1], "\r\n:,") for pair in pairs if len(pair) == 2}
    return Command(name, properties, unescaped(line[end + 2 :], "\r\n"))


def unescaped(text: str, letters: str) -> str:
    for letter in letters:
        text = text.replace(f"%{ord(letter):02X}", letter)
    return text.replace("%25", "%")


def commands(result: CheckResult) -> list[Command]:
    found = [understood(line) for line in github(result).split("\n")]
    return [command for command in found if command is not None]


def test_every_problem_is_one_annotation_at_its_place(spoiled: City) -> None:
    result = result_of(spoiled)
    found = commands(result)
    assert [(item.name, item.properties["file"], item.properties["line"]) for item in found] == [
        ("error", ODD, "3"),
        ("error", ODD, "5"),
        ("error", "data/projects/aoba/kiosk.yaml", "6"),
        ("error", "data/projects/aoba/kiosk.yaml", "21"),
        ("warning", "data/projects/aoba/late.yaml", "19"),
        ("warning", "data/projects/aoba/missed.yaml", "22"),
    ]
    assert found[0].properties == {
        "file": ODD,
        "line": "3",
        "col": "10",
        "endColumn": "36",
        "title": "bad-id",
    }
    assert found[3].data == "\n".join(
        [message(result.problems[3]), "Did you mean: 1,000?", remedy(result.problems[3])]
    )


NASTY = (
    "a%b",
    "%0A",
    "%25",
    "a\nb",
    "a\r\nb",
    "x::error::y",
    "::stop-commands::z",
    "a,b:c=d",
    "line=9,col=8",
)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_gets_out_of_its_place(text: str) -> None:
    problem = Problem("unknown-key", f"data/{text}.yaml", Place(3, 7, 2), {"name": text})
    page = github(CheckResult((problem,), (), (problem.path,)))
    (command,) = commands(CheckResult((problem,), (), (problem.path,)))
    assert page.count("\n") == 2
    assert command.properties == {
        "file": f"data/{text}.yaml",
        "line": "3",
        "col": "7",
        "endColumn": "9",
        "title": "unknown-key",
    }
    shown = text.replace("\r", "<U+000D>")
    assert command.data.startswith(f"“{shown}” is not a key known here\n")


def test_the_name_of_a_file_moves_no_terminal() -> None:
    path = "data/a\x1b[2J\u202e.yaml"
    problem = Problem("unknown-key", path, Place(1, 1), {"name": "x"})
    (command,) = commands(CheckResult((problem,), (), (path,)))
    assert command.properties["file"] == "data/a<U+001B>[2J<U+202E>.yaml"


def test_observations_become_notices() -> None:
    problem = Problem("unknown-key", "a.yaml", Place(1, 1), {"name": "x"}, severity="info")
    (command,) = commands(CheckResult((problem,), (), ("a.yaml",)))
    assert command.name == "notice"
    assert command.properties["endColumn"] == "2"
