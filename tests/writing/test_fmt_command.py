"""`sagaict fmt`: what it writes, what it leaves alone, and what it answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import ROOT, Ran, git, repository, sagaict

PLAN = "id: aoba\ntitle: あおば市計画\nperiod: R6-R9\ndocuments: {}\n"
ODD = "title: 事業\r\nid: kiosk\r\nplan: aoba\r\nmeasure: 1-1\r\nsource: main 1\r\n"
EVEN = "id: kiosk\r\nplan: aoba\r\nmeasure: 1-1\r\ntitle: 事業\r\nsource: main 1\r\n"
BROKEN = "titel: 誤り\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A good plan, an odd project, a broken one."""
    folder = tmp_path / "data"
    (folder / "projects" / "aoba").mkdir(parents=True)
    (folder / "plans").mkdir()
    (folder / "plans" / "aoba.yaml").write_bytes(PLAN.encode())
    (folder / "projects" / "aoba" / "kiosk.yaml").write_bytes(ODD.encode())
    return folder


def fmt(data: Path, *arguments: str) -> Ran:
    return sagaict("fmt", *arguments, cwd=data.parent)


def kiosk(data: Path) -> bytes:
    return (data / "projects" / "aoba" / "kiosk.yaml").read_bytes()


def test_files_are_laid_out_and_named(data: Path) -> None:
    ran = fmt(data)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0] == "laid out: data/projects/aoba/kiosk.yaml"
    assert kiosk(data) == EVEN.encode()
    assert (data / "plans" / "aoba.yaml").read_bytes() == PLAN.encode()
    assert fmt(data).lines == ["2 files, 0 changed."]


def test_check_writes_nothing_and_fails(data: Path) -> None:
    ran = fmt(data, "--check")
    assert ran.code == 1
    assert ran.lines[0] == "would change: data/projects/aoba/kiosk.yaml"
    assert kiosk(data) == ODD.encode()
    fmt(data)
    assert fmt(data, "--check").code == 0


def test_the_diff_is_one_that_git_applies(data: Path) -> None:
    (data / "projects" / "aoba" / "kiosk.yaml").write_bytes(ODD.encode().rstrip())
    repository(data.parent)
    ran = sagaict("fmt", "--diff", cwd=data.parent)
    assert ran.code == 1
    assert kiosk(data) == ODD.encode().rstrip()
    patch = data.parent / "layout.patch"
    patch.write_bytes(ran.out.encode())
    git(data.parent, "apply", "--whitespace=nowarn", "-p0", "layout.patch")
    assert kiosk(data) == EVEN.encode()


def test_a_broken_file_is_left_and_named_and_the_others_are_laid_out(data: Path) -> None:
    broken = data / "projects" / "aoba" / "a.yaml"
    broken.write_bytes(BROKEN.encode())
    (data / "projects" / "aoba" / "b.yaml").symlink_to("gone.yaml")
    ran = fmt(data)
    assert ran.code == 1
    assert ran.err.count("is left as it is") == 2
    assert broken.read_bytes() == BROKEN.encode()
    assert kiosk(data) == EVEN.encode()


def test_only_the_files_asked_for_are_laid_out(data: Path) -> None:
    assert fmt(data, "data/plans").lines == ["1 files, 0 changed."]
    assert kiosk(data) == ODD.encode()
    assert fmt(data, "data/projects/aoba/kiosk.yaml").code == 0
    assert kiosk(data) == EVEN.encode()


def test_a_file_elsewhere_is_refused(data: Path) -> None:
    (data.parent / "notes.yaml").write_text("a: 1\n", encoding="utf-8")
    ran = fmt(data, "notes.yaml")
    assert (ran.code, ran.out) == (2, "")


def test_the_mode_of_a_file_stays(data: Path) -> None:
    path = data / "projects" / "aoba" / "kiosk.yaml"
    path.chmod(0o640)
    fmt(data)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in path.parent.iterdir()] == ["kiosk.yaml"]


@pytest.mark.parametrize("root", [".", "src/sagaict/template/ja", "src/sagaict/template/en"])
def test_what_is_shipped_is_laid_out(tmp_path: Path, root: str) -> None:
    ran = sagaict("fmt", "--check", "--data", ROOT / root, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, ""), ran.out
