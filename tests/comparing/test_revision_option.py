"""`--rev`: what was reported then, by the data as a revision has it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from harbour import FILES, Town, git

PLAN_FILE = "plans/harbour.yaml"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """Two commits: a target of 101,000, tagged v1, then of 80,000."""
    town = Town.found(tmp_path / "town")
    git(town.root, "tag", "v1")
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 80,000\n"))
    town.commit("Lowered")
    return town


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_in_a_revision(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    inside = town.data / "projects/harbour/rpa.yaml"
    inside.rename(town.data / "projects/rpa-text")
    inside.symlink_to("../rpa-text")
    (town.data / "projects/harbour/out.yaml").symlink_to("../../../outside.yaml")
    town.commit("Links")
    ran = town.run("status", "--rev", "HEAD")
    assert "harbour/out.yaml" in ran.err
    assert "harbour/rpa.yaml" not in ran.err
    assert "RPAの導入" in ran.out


def test_huge_file_in_a_revision(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.write("projects/harbour/huge.yaml", b"#" * 3_000_000)
    town.commit("Huge")
    ran = town.run("status", "--rev", "HEAD")
    assert "harbour/huge.yaml" in ran.err
    assert "harbour/rpa.yaml" not in ran.err


def test_status_of_a_revision(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: 81,000"))
    ran = town.run("status", "--rev", "v1")
    head = git(town.root, "rev-parse", "v1").strip()
    assert f"data as of v1 ({head[:8]}, 2026-03-31)" in ran.out.splitlines()[0]
    assert "R7 79,000" in ran.out
    assert "R7 81,000" in town.run("status").out


def test_json_of_a_revision_says_which(town: Town) -> None:
    for command in ("status", "export"):
        page = town.run(command, "--rev", "v1", "--format", "json").json
        assert page["revision"]["name"] == "v1"
        assert "revision" not in town.run(command, "--format", "json").json


@pytest.mark.parametrize(
    "command",
    [["show", "harbour/1-1/access"], ["explain", "harbour/1-1/access", "--year", "R9"]],
)
def test_other_commands_of_a_revision(town: Town, command: list[str]) -> None:
    ran = town.run(*command, "--rev", "v1")
    assert "data as of v1" in ran.out.splitlines()[0]
    assert "101,000" in ran.out
    assert "data as of" not in town.run(*command).out


def test_list_of_a_revision(town: Town) -> None:
    assert "data as of v1" in town.run("list", "indicators", "--rev", "v1").out


def test_revision_without_data(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("empty\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "-b", "main")
    town = Town(tmp_path)
    town.commit("Nothing yet")
    git(tmp_path, "tag", "empty")
    for path, text in FILES.items():
        town.write(path, text)
    ran = town.run("status", "--rev", "empty")
    assert ran.code == 2
    assert "there is no data/plans in it" in ran.err


def test_unknown_revision_of_status(town: Town) -> None:
    ran = town.run("status", "--rev", "nowhere")
    assert (ran.code, ran.out) == (2, "")
