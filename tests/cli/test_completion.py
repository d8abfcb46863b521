"""Completion of ids: what it offers, and how bash asks for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from little_city import City
from program import SHIPPED, Program
from running import call

from sagaict.cli.frame.completion import (
    complete_indicators,
    complete_owners,
    complete_plans,
    complete_policies,
    complete_things,
)
from sagaict.computing.selection import everything
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.reading.workspace import read_workspace


def complete(program: Program, line: str, cwd: Path) -> list[str]:
    """What bash gets when the user presses the tabulator at the end of `line`."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    env = program.environment(env={**asked, "_SAGAICT_COMPLETE": "complete_bash"})
    done = call([], cwd, env)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().split()


@pytest.fixture
def in_city(city: City, monkeypatch: pytest.MonkeyPatch) -> City:
    monkeypatch.chdir(city.root)
    monkeypatch.delenv("SAGAICT_DATA", raising=False)
    return city


def test_exactly_the_ids_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGAICT_DATA", str(SHIPPED))
    things = everything(read_workspace(SHIPPED).portfolio())
    assert complete_things("") == sorted(things)
    assert complete_indicators("") == sorted(
        name for name, thing in things.items() if isinstance(thing, PlacedIndicator)
    )


@pytest.mark.usefixtures("in_city")
def test_plans() -> None:
    assert complete_plans("") == ["aoba", "midori"]
    assert complete_plans("m") == ["midori"]
    assert complete_plans("x") == []


@pytest.mark.usefixtures("in_city")
def test_ids_below_what_was_typed() -> None:
    assert complete_things("aoba/1-") == [
        "aoba/1-1",
        "aoba/1-1/online",
        "aoba/1-2",
        "aoba/1-2/waiting",
    ]
    assert complete_things("aoba/k") == ["aoba/kiosk", "aoba/kiosk/places"]
    assert complete_indicators("midori/") == ["midori/1-1/readers"]


def test_of_a_broken_file_what_can_be_read_is_offered(in_city: City) -> None:
    in_city.path("plans/broken.yaml").write_bytes(b"id: broken\ngoals: [\n\xff\n")
    assert complete_plans("b") == ["broken"]
    assert complete_things("broken") == ["broken"]
    assert "aoba/1-1" in complete_things("a")


def test_policies_are_offered_and_nothing_else_of_their_file(in_city: City) -> None:
    path = in_city.path("plans/midori.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"policies:\n  - id: online\n    no: 1\n\n  - id: open\n    title: 方針\n{text}",
        encoding="utf-8",
    )
    assert complete_policies("") == ["online", "open"]
    assert complete_policies("op") == ["open"]


def test_without_data_what_is_shipped_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAGAICT_DATA", raising=False)
    assert "dx-plan" in complete_plans("")
    monkeypatch.setenv("SAGAICT_DATA", str(tmp_path))
    assert complete_plans("") == []
    assert complete_things("") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sagaict show aoba/1-1/", ["aoba/1-1/online"]),
        ("sagaict show m", ["midori", "midori/1", "midori/1-1", "midori/1-1/readers"]),
        ("sagaict status a", ["aoba"]),
        ("sagaict status --plan m", ["midori"]),
        ("sagaict status --project aoba/s", ["aoba/share", "aoba/survey"]),
        ("sagaict status --project po", ["portal"]),
        ("sagaict show オンライン", ["オンライン申請率"]),
        ("sagaict due --owner 市", ["市民課"]),
        ("sagaict status --sdg 1", ["1", "10", "11", "12", "13", "14", "15", "16", "17"]),
        ("sagaict status --status un", ["unmet", "undecided"]),
        ("sagaict status --status met,未達", ["met,未達成"]),
        ("sagaict record --state pro", ["provisional"]),
        ("sagaict export --format c", ["csv"]),
        ("sagaict check --format sar", ["sarif"]),
        ("sagaict diff --fail-on lowered", ["lowered-target"]),
        ("sagaict diff --fail-on 目標の緩", ["目標の緩和"]),
        ("sagaict list 施", ["施策"]),
        ("sagaict explain aoba/2-1/", ["aoba/2-1/hours", "aoba/2-1/leaks"]),
        ("sagaict list p", ["plans", "projects"]),
        ("sagaict schema pr", ["project"]),
        ("sagaict st", ["status"]),
        ("sagaict new p", ["plan", "project"]),
        ("sagaict new project m", ["midori/"]),
        ("sagaict add project --plan m", ["midori"]),
        ("sagaict add indicator aoba/k", ["aoba/kiosk"]),
    ],
)
def test_bash(program: Program, city: City, line: str, expected: list[str]) -> None:
    assert complete(program, line, city.root) == expected


@pytest.mark.parametrize(
    "written",
    [
        "owner: [公民館, {section: 生涯学習課, bureau: 教育局}]\n",
        "owner:\n  - 公民館\n  - section: '生涯学習課'  # 庶務\n    bureau: 教育局\n",
    ],
)
def test_sections_and_bureaux_however_they_are_written(in_city: City, written: str) -> None:
    in_city.change("projects/aoba/portal.yaml", "owner: 情報政策課\n", written)
    assert complete_owners("") == ["公民館", "市民課", "教育局", "生涯学習課"]
    assert complete_owners("教") == ["教育局"]


def test_bash_with_the_data_shipped(program: Program) -> None:
    found = complete(program, "sagaict show ict-strategy-2/3-1/", program.home)
    assert found == ["ict-strategy-2/3-1/access", "ict-strategy-2/3-1/datasets"]
    assert os.environ.get("COMP_WORDS") is None
