"""A folder is read whole: good files give models, bad ones problems, and none hides another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from reading_samples import PLAN

from sagaict.reading import listing
from sagaict.reading.source_text import MAX_BYTES
from sagaict.reading.workspace import FileOf, Workspace, read_workspace

PROJECT = """\
id: a
plan: p
measure: 1-1
title: 見本の事業
source: plan 2
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two plans, and three projects of the first."""
    folder = tmp_path / "data"
    for name in ("p", "q"):
        write(folder / "plans" / f"{name}.yaml", PLAN.replace("id: p", f"id: {name}"))
    for name in ("a", "b", "c"):
        write(folder / "projects/p" / f"{name}.yaml", PROJECT.replace("id: a", f"id: {name}"))
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def ids(read: Workspace) -> list[str]:
    return [plan.id for _, plan in read.plans] + [project.id for _, project in read.projects]


def problems(read: Workspace) -> list[str]:
    return [f"{problem.path} {problem.rule}" for problem in read.problems]


def test_good_files_are_read_in_order(root: Path) -> None:
    read = read_workspace(root)

    assert ids(read) == ["p", "q", "a", "b", "c"]
    assert (read.problems, read.broken) == ((), ())
    assert [file.shown for file in read.files] == [
        f"{root.as_posix()}/{name}.yaml"
        for name in ("plans/p", "plans/q", "projects/p/a", "projects/p/b", "projects/p/c")
    ]


def test_one_broken_file_leaves_the_others(root: Path) -> None:
    write(root / "plans/p.yaml", "id: [p\n")
    write(root / "projects/p/b.yaml", PROJECT.replace("id: a\n", "") + "mesure: 1-1\n")
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["q", "a", "c"]
    assert read.broken == ("data/plans/p.yaml", "data/projects/p/b.yaml")
    assert problems(read) == [
        "data/plans/p.yaml yaml-bracket",
        "data/projects/p/b.yaml missing-key",
        "data/projects/p/b.yaml unknown-key",
    ]


def test_a_file_with_a_blemish_is_read_all_the_same(root: Path) -> None:
    (root / "plans/p.yaml").write_bytes(PLAN.encode("utf-8-sig"))
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["p", "q", "a", "b", "c"]
    assert read.broken == ()
    assert problems(read) == ["data/plans/p.yaml byte-order-mark"]


def test_a_folder_without_projects_is_whole(tmp_path: Path) -> None:
    write(tmp_path / "plans/p.yaml", PLAN)
    read = read_workspace(tmp_path)

    assert (ids(read), read.problems) == (["p"], ())


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    read = read_workspace(tmp_path)

    assert (read.plans, read.projects, read.problems, read.files) == ((), (), (), ())


def test_only_yaml_files_at_their_place_are_read(root: Path) -> None:
    for name in ("plans/notes.md", "plans/.p.yaml.swp", "plans/.hidden.yaml", "plans/p.yaml~"):
        write(root / name, "not: [yaml")
    write(root / "plans/r.yml", PLAN.replace("id: p", "id: r"))
    read = read_workspace(root)

    assert ids(read) == ["p", "q", "r", "a", "b", "c"]
    assert read.problems == ()


def test_a_file_that_may_not_be_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_file = FileOf.read

    def refuse_one(file: FileOf) -> bytes:
        if file.stem == "q":
            raise PermissionError(13, "Permission denied")
        return read_file(file)

    monkeypatch.setattr(FileOf, "read", refuse_one)
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["p", "a", "b", "c"]
    (problem,) = read.problems
    assert (problem.path, problem.rule) == ("data/plans/q.yaml", "unreadable")
    assert problem.args["detail"] == "you are not permitted to"


@pytest.mark.parametrize("target", ["missing.yaml", "self.yaml", "folder.yaml"])
def test_links_that_end_nowhere_are_named(root: Path, target: str) -> None:
    (root / "plans/self.yaml").symlink_to(target)
    (root / "plans/folder.yaml").mkdir()
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["p", "q", "a", "b", "c"]
    assert problems(read) == [
        "data/plans/folder.yaml not-a-file",
        f"data/plans/self.yaml {'not-a-file' if target == 'folder.yaml' else 'unreadable'}",
    ]


@pytest.mark.parametrize("through", ["directly", "through a link inside"])
def test_a_link_out_of_the_folder_is_not_followed(root: Path, through: str) -> None:
    secret = root.parent / "secret.yaml"
    write(secret, PLAN.replace("id: p", "id: secret"))
    (root / "plans/x.yaml").symlink_to(secret if through == "directly" else "../out.yaml")
    (root / "out.yaml").symlink_to(secret)
    read = read_workspace(root, shown_as="data")

    assert "secret" not in ids(read)
    assert problems(read) == ["data/plans/x.yaml outside-link"]
    assert read.problems[0].excerpt == ""


def test_a_link_to_a_folder_with_the_same_beginning_leads_out(root: Path) -> None:
    write(root.parent / "data-old/r.yaml", PLAN.replace("id: p", "id: r"))
    (root / "plans/r.yaml").symlink_to(root.parent / "data-old/r.yaml")

    assert problems(read_workspace(root, shown_as="data")) == ["data/plans/r.yaml outside-link"]


def test_a_link_inside_the_folder_is_followed(root: Path) -> None:
    write(root / "drafts/r.yaml", PLAN.replace("id: p", "id: r"))
    (root / "plans/r.yaml").symlink_to("../drafts/r.yaml")
    read = read_workspace(root)

    assert (ids(read), read.problems) == (["p", "q", "r", "a", "b", "c"], ())


def test_the_folder_itself_may_be_reached_by_a_link(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root)
    (root / "plans/r.yaml").symlink_to("p.yaml")

    assert read_workspace(link).problems == ()


@pytest.mark.parametrize("name", ["plans", "projects", "projects/p"])
def test_a_folder_that_is_a_link_out_is_not_followed(root: Path, name: str) -> None:
    elsewhere = root.parent / "elsewhere"
    (root / name).rename(elsewhere)
    (root / name).symlink_to(elsewhere)
    read = read_workspace(root, shown_as="data")

    assert problems(read) == [f"data/{name} outside-link"]
    assert read.broken == (f"data/{name}",)
    assert {file.shown for file in read.files if file.shown.startswith(f"data/{name}/")} == set()


def test_a_file_in_place_of_a_folder_is_named(root: Path) -> None:
    for file in (root / "projects/p").iterdir():
        file.unlink()
    (root / "projects/p").rmdir()
    (root / "projects").rmdir()
    write(root / "projects", "")
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["p", "q"]
    assert problems(read) == ["data/projects unreadable"]


def test_too_many_files_are_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_FILES", 4)
    read = read_workspace(root, shown_as="data")

    assert ids(read) == ["p", "q", "a", "b"]
    assert problems(read) == ["data/projects/p/c.yaml too-many-files"]
    assert read.broken == ("data/projects/p/c.yaml",)


def test_no_more_of_a_huge_file_is_read_than_shows_it_is_one(root: Path) -> None:
    with (root / "plans/huge.yaml").open("wb") as stream:
        os.truncate(stream.fileno(), 50 * MAX_BYTES)
    read = read_workspace(root, shown_as="data")

    assert problems(read) == ["data/plans/huge.yaml file-too-large"]
    (huge,) = (file for file in read.files if file.stem == "huge")
    assert len(huge.read()) == MAX_BYTES + 1


def test_reading_twice_gives_the_same(root: Path) -> None:
    write(root / "plans/bad.yaml", "id: P\ntitel: x\nid: q\n")

    assert read_workspace(root) == read_workspace(root)


def test_models_are_put_in_their_places(root: Path) -> None:
    portfolio = read_workspace(root).portfolio()

    assert [entry.full_id for entry in portfolio.projects["p"]] == ["p/a", "p/b", "p/c"]
    assert portfolio.projects["q"] == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a matter of Unix")
@pytest.mark.parametrize("name", ["plans/x.yaml", "projects/p/x.yaml", "plans", "archive/x.yaml"])
def test_nobody_waits_for_a_pipe(root: Path, name: str) -> None:
    (root / "archive").mkdir()
    if (root / name).is_dir():
        (root / name).rename(root / "archive/plans")
    os.mkfifo(root / name)
    read = read_workspace(root, shown_as="data")

    expected = {
        "plans": ["data/plans unreadable"],
        "archive/x.yaml": [],
    }.get(name, [f"data/{name} not-a-file"])
    assert problems(read) == expected


def test_a_misplaced_file_is_missing_data(root: Path) -> None:
    write(root / "plans/old/r.yaml", PLAN.replace("id: p", "id: r"))
    read = read_workspace(root, shown_as="data")

    assert problems(read) == ["data/plans/old/r.yaml misplaced-file"]
    assert read.broken == ("data/plans/old/r.yaml",)


def test_a_name_that_is_not_utf8_is_shown_byte_by_byte(root: Path) -> None:
    (root / os.fsdecode(b"plans/\xff.yaml")).write_text(PLAN, encoding="utf-8")
    read = read_workspace(root, shown_as="data")

    assert [file.shown for file in read.files if "xff" in file.shown] == [r"data/plans/\xff.yaml"]
