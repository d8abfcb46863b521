"""`sagaict init`: what it sets up passes every check it sets up."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from running import ROOT, TODAY, git, sagaict

TEMPLATE = ROOT / "src" / "sagaict" / "template"
LANGUAGES = ("ja", "en")
SCHEMAS = ("data/schema/plan.schema.json", "data/schema/project.schema.json")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".git", "__pycache__"} & set(path.parts)
    }


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder that was just set up."""
    return set_up(tmp_path, "ja")


def set_up(tmp_path: Path, language: str) -> Path:
    ran = sagaict("init", "our plans", cwd=tmp_path, env={"SAGAICT_LANG": language})
    assert (ran.code, ran.err) == (0, "")
    return tmp_path / "our plans"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_the_template_is_written_and_the_schemas(
    tmp_path: Path, language: str
) -> None:
    made = set_up(tmp_path, language)
    written = files(made)
    template = files(TEMPLATE / "any") | files(TEMPLATE / language)
    speaks = b"SAGAICT_LANG: " + language.encode()
    workflows = (".github/workflows/plans.yml", ".github/workflows/site.yml")
    for name in (*workflows, ".gitlab-ci.yml"):
        template[name] = template[name].replace(b"SAGAICT_LANG: ja", speaks)
        assert speaks in written[name]
    assert {name: written[name] for name in template} == template
    assert set(written) - set(template) == {*SCHEMAS, "requirements.txt"}
    assert set(files(TEMPLATE / "ja")) == set(files(TEMPLATE / "en"))
    for name in SCHEMAS:
        assert written[name] == (ROOT / name).read_bytes()
    assert {
        ".editorconfig",
        ".gitattributes",
        ".github/CODEOWNERS",
        ".github/pull_request_template.md",
        *workflows,
        ".gitignore",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        "README.md",
    } < set(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_passes_the_strictest_check_and_is_laid_out(
    tmp_path: Path, language: str
) -> None:
    made = set_up(tmp_path, language)
    checked = sagaict("check", "--strict", "--info", "--today", TODAY, cwd=made)
    assert (checked.code, checked.lines[0]) == (0, "2 files, no problem.")
    assert sagaict("fmt", "--check", cwd=made).code == 0
    name = {"ja": "窓口サービスの満足度", "en": "Satisfaction with our counters"}[language]
    assert name in sagaict("status", "--today", TODAY, cwd=made).out


def test_the_example_names_the_schema_that_lies_beside_it(made: Path) -> None:
    examples = sorted(made.glob("data/p*/**/*.yaml"))
    assert [path.parts[-2] for path in examples] == ["plans", "example-plan"]
    for path in examples:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve().is_relative_to(made / "data" / "schema")
        assert (path.parent / named).is_file()


def test_an_existing_folder_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "LICENSE").write_text("mine\n", encoding="utf-8")
    assert sagaict("init", ".", cwd=folder).code == 0
    assert files(folder)["LICENSE"] == b"mine\n"
    assert sagaict("check", "--today", TODAY, cwd=folder).code == 0


@pytest.mark.parametrize("name", ["README.md", "data/plans/example-plan.yaml", ".gitlab-ci.yml"])
def test_nothing_is_written_over_anything(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine\n", encoding="utf-8")
    ran = sagaict("init", ".", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert files(tmp_path) == {name: b"mine\n"}


@pytest.mark.parametrize("steps", [0, 1, 7])
@pytest.mark.parametrize("folder", ["new/plans", "there"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, folder: str, steps: int) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "LICENSE").write_text("mine\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    real, step = os.fsync, count()

    def fills(handle: int) -> None:
        if next(step) >= steps:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    with patch("os.fsync", fills):
        ran = sagaict("init", folder, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "sagaict: the disk is full; nothing was written\n"
    assert sorted(tmp_path.rglob("*")) == before
    assert sagaict("init", folder, cwd=tmp_path).code == 0


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "README.md").symlink_to(tmp_path / "elsewhere.md")
    assert sagaict("init", "in", cwd=tmp_path).code == 2
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_second_time_is_refused(made: Path) -> None:
    before = files(made)
    assert sagaict("init", "our plans", cwd=made.parent).code == 2
    assert files(made) == before


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file\n", encoding="utf-8")
    ran = sagaict("init", "plans", cwd=tmp_path)
    assert ran.code == 2
    assert "plans" in ran.err
    assert "cannot be written" in ran.err
