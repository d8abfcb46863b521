"""Where the two sides come from: revisions, ranges, the working tree, folders, odd repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from harbour import FILES, Town, change_of, changes, git, sagaict

PLAN_FILE = "plans/harbour.yaml"
LOWER = ("value: 101,000\n", "value: 90,000\n")
LOWER_MORE = ("value: 90,000\n", "value: 80,000\n")


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """Three commits: 101,000, then 90,000, then 80,000, tagged v1, v2 and v3."""
    town = Town.found(tmp_path / "town")
    git(town.root, "tag", "v1")
    town.edit(PLAN_FILE, LOWER)
    town.commit("Lowered")
    git(town.root, "tag", "v2")
    town.edit(PLAN_FILE, LOWER_MORE)
    town.commit("Lowered again")
    git(town.root, "tag", "v3")
    return town


def steps(town: Town, *arguments: str) -> list[tuple[int, int]]:
    return [
        (each["old"], each["new"])
        for each in town.diff(*arguments)
        if each["kind"] in {"lowered_target", "raised_target"}
    ]


def test_nothing_to_commit(town: Town) -> None:
    ran = town.run("diff")
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing changed." in ran.out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["v1..v2"], [(101000, 90000)]),
        (["v1", "v2"], [(101000, 90000)]),
        (["v3..v1"], [(80000, 101000)]),
        (["v1.."], [(101000, 80000)]),
        (["..v1"], [(80000, 101000)]),
        (["v1"], [(101000, 70500)]),
        (["HEAD~1"], [(90000, 70500)]),
        ([], [(80000, 70500)]),
    ],
)
def test_revisions(town: Town, arguments: list[str], expected: list[tuple[int, int]]) -> None:
    town.edit(PLAN_FILE, ("value: 80,000\n", "value: 70,500\n"))
    assert steps(town, *arguments) == expected


def test_three_dots_compare_with_where_they_parted(town: Town) -> None:
    git(town.root, "checkout", "--quiet", "-b", "branch", "v2")
    town.edit(PLAN_FILE, ("value: 70,000", "value: 71,000"))
    town.commit("Another baseline")
    assert [each["kind"] for each in town.diff("main...branch")] == ["changed_baseline"]
    assert len(town.diff("main..branch")) == 2


def test_both_sides_are_named(town: Town) -> None:
    head = git(town.root, "rev-parse", "v3").strip()
    ran = town.run("diff", "v1..v3", "--format", "json").json
    assert ran["schema_version"] == 1
    assert ran["new"] == {
        "kind": "revision",
        "name": "v3",
        "commit": head,
        "date": "2026-03-31",
        "files": 4,
    }
    shown = town.run("diff", "v1").out
    assert "2026-03-31) to the files as they are now" in shown


@pytest.mark.parametrize("below", [".", "data", "data/projects/harbour"])
def test_from_any_folder_of_the_repository(town: Town, below: str) -> None:
    ran = sagaict("diff", "v1..v2", "--format", "json", cwd=town.root / below)
    assert len(ran.json["changes"]) == 1


def test_data_named_from_elsewhere(town: Town, tmp_path: Path) -> None:
    ran = sagaict("diff", "v1", "--data", str(town.data), "--format", "json", cwd=tmp_path)
    assert len(ran.json["changes"]) == 1


def test_data_in_the_root_of_the_repository(tmp_path: Path) -> None:
    town = Town.found(tmp_path, ".")
    town.edit(PLAN_FILE, LOWER)
    ran = sagaict("diff", "--data", ".", "--format", "json", cwd=tmp_path)
    assert len(ran.json["changes"]) == 1


def test_folder_with_a_japanese_name(tmp_path: Path) -> None:
    town = Town.found(tmp_path, "計画 データ/data")
    town.edit(PLAN_FILE, LOWER)
    ran = sagaict("diff", "--format", "json", cwd=town.data.parent)
    assert len(ran.json["changes"]) == 1


def test_file_with_a_japanese_name(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.remove("projects/harbour/rpa.yaml")
    town.write("projects/harbour/自動化.yaml", FILES["projects/harbour/rpa.yaml"])
    assert town.diff() == []
    town.commit("A file by its title")
    assert town.diff("HEAD~1..HEAD") == []


def test_worktree(town: Town, tmp_path: Path) -> None:
    git(town.root, "worktree", "add", "--quiet", str(tmp_path / "tree"), "v2")
    ran = sagaict("diff", "v1", "--format", "json", cwd=tmp_path / "tree")
    assert ran.json["changes"][0]["new"] == 90000


def test_variables_of_a_hook_do_not_lead_elsewhere(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Town.found(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index.lock")
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    assert steps(town, "v1..v2") == [(101000, 90000)]


def test_nothing_in_the_repository_is_touched(town: Town) -> None:
    def state() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in town.root.rglob("*")}

    before = state()
    town.run("diff", "v1")
    town.run("status", "--rev", "v1")
    assert state() == before


def test_shallow_clone_as_far_as_it_goes(town: Town, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    source = town.root.as_uri()
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", source, str(clone)], check=True)
    path = clone / "data" / PLAN_FILE
    path.write_text(path.read_text(encoding="utf-8").replace("80,000\n", "60,000\n"), "utf-8")
    assert sagaict("diff", "--format", "json", cwd=clone).json["changes"]
    ran = sagaict("diff", "v1", cwd=clone)
    assert (ran.code, ran.out) == (2, "")
    assert "“v1”" in ran.err
    assert "shallow clone" in ran.err
    assert "git fetch --unshallow, or git fetch origin v1" in ran.err


def test_branch_that_was_fetched_but_not_checked_out(town: Town, tmp_path: Path) -> None:
    git(town.root, "branch", "release", "v1")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(town.root), str(clone)], check=True)
    ran = sagaict("diff", "release", cwd=clone)
    assert ran.code == 2
    assert "Did you mean: origin/release?" in ran.err


@pytest.mark.parametrize(
    "name", ["nowhere", "v1..nowhere", "HEAD~9", "HEAD:data", "a b", "^v1", ""]
)
def test_unknown_revision(town: Town, name: str) -> None:
    ran = town.run("diff", name)
    assert (ran.code, ran.out) == (2, "")
    assert "there is no commit" in ran.err


@pytest.mark.parametrize("name", ["--all", "-p", "v1..--output=x"])
def test_revision_that_looks_like_an_option(town: Town, name: str) -> None:
    ran = sagaict("diff", "--today", "2026-11-21", "--", name, cwd=town.root, today="")
    assert (ran.code, ran.out) == (2, "")
    assert "begins with a hyphen" in ran.err


def test_too_many_revisions(town: Town) -> None:
    assert town.run("diff", "v1", "v2", "v3").code == 2


def test_no_repository(tmp_path: Path) -> None:
    for path, text in FILES.items():
        target = tmp_path / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    ran = sagaict("diff", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "does not lie in a git repository" in ran.err


def test_repository_without_a_commit(tmp_path: Path) -> None:
    town = Town.found(tmp_path, committed=False)
    ran = town.run("diff")
    assert ran.code == 2
    assert "no commit yet" in ran.err


def test_no_git(town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = town.run("diff")
    assert ran.code == 2
    assert "git is not installed" in ran.err


def test_git_is_not_taken_from_the_folder(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = town.root / "git"
    trap.write_text("#!/bin/sh\ntouch trapped\n", encoding="utf-8")
    trap.chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert town.run("diff", "v1").code == 0
    assert not (town.root / "trapped").exists()


def test_data_that_did_not_exist_yet(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("empty\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "-b", "main")
    town = Town(tmp_path)
    town.commit("Nothing yet")
    for path, text in FILES.items():
        town.write(path, text)
    (only,) = town.diff()
    assert (only["kind"], only["id"]) == ("added_plan", "harbour")
    assert only["new"] == {"measures": 2, "projects": 3, "indicators": 8}
    assert "everything is new" in town.run("diff").out


def test_folders(town: Town, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, revision in ((old, "v1"), (new, "v2")):
        git(town.root, "worktree", "add", "--quiet", str(folder), revision)
    for arguments in (["old", "new"], ["--folders", "old/data", "new"]):
        ran = sagaict("diff", *arguments, "--format", "json", cwd=tmp_path)
        assert [each["kind"] for each in ran.json["changes"]] == ["lowered_target"]
        assert ran.json["old"]["kind"] == "folder"


def test_folders_need_two(town: Town) -> None:
    assert town.run("diff", "--folders", "data").code == 2
    ran = town.run("diff", "--folders", "data", "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err


def test_fail_on(town: Town) -> None:
    assert town.run("diff", "v1..v2").code == 0
    assert town.run("diff", "v1..v2", "--fail-on", "lowered-target").code == 1
    assert town.run("diff", "v1..v2", "--fail-on", "raised_target,unexplained-revision").code == 1
    assert town.run("diff", "v1..v2", "--fail-on", "raised-target,dropped-project").code == 0
    assert town.run("diff", "v1..v2", "--fail-on", "事業の追加、目標の緩和").code == 1
    assert town.run("diff", "v2..v1", "--fail-on", "lowered-target").code == 0


def test_fail_on_an_unknown_kind(town: Town) -> None:
    ran = town.run("diff", "--fail-on", "lowerd-target")
    assert ran.code == 2
    assert "Did you mean: lowered-target?" in ran.err


def test_japanese(town: Town) -> None:
    english = town.run("diff", "v1..v2").out
    japanese = sagaict("diff", "v1..v2", cwd=town.root, lang="ja").out
    assert "harbour/1-1/access" in japanese
    assert "101,000" in japanese
    assert "90,000" in japanese
    assert japanese != english


def test_everything_at_once(town: Town) -> None:
    found = town.diff("v1..v3")
    assert change_of(found, "lowered_target", "harbour/1-1/access")["new"] == 80000
    assert not changes(found, "added_plan")
