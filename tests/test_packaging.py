"""What is shipped: the wheel and what it carries, and what no file of the repository may hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Put together here so that this file does not hold what it forbids.
REGISTRIES = ("pypi." + "org", "python" + "hosted.org", "npm" + "js.", "proxy.go" + "lang")
MACHINE = re.compile(
    r"(?<![\w.])(?:/" + r"home/\w|/" + r"Users/\w|/" + r"root/|/" + r"work/|[A-Z]:\\" + r"Users)"
)
GENERATED = {"__pycache__", "dist", "build", "node_modules"}


def build(target: str, source: Path, folder: Path) -> Path:
    """The one file of that kind (`wheel`, `sdist`) that is built from the sources."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def repository() -> list[Path]:
    """The text files of the repository, without what tools leave behind."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = [
            name
            for name in below
            if name not in GENERATED
            and not name.endswith(".egg-info")
            and (not name.startswith(".") or name == ".ci")
        ]
        found += [
            Path(folder, name)
            for name in names
            # `.git` is a file where the checkout is one of several of a repository.
            if name != ".git" and Path(name).suffix not in {".mo", ".png", ".pyc"}
        ]
    return found


def test_the_wheel_carries_everything_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    files = {
        f"sagaict/data/{path.relative_to(ROOT / 'data').as_posix()}"
        for path in (ROOT / "data").rglob("*.*")
        if path.is_file()
    }
    assert len(files) > 60
    assert files <= names
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert modules <= names
    assert {
        "sagaict/py.typed",
        "sagaict/language/locale/ja/LC_MESSAGES/sagaict.mo",
    } <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/") or "__pycache__" in name]


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build("sdist", ROOT, tmp_path / "sdist")
    shutil.unpack_archive(archive, tmp_path, filter="data")
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    for compiled in source.rglob("*.mo"):
        compiled.unlink()  # what the build makes, it makes there too
    again = build("wheel", source, tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert sorted(second.namelist()) == sorted(first.namelist())


def test_the_wheel_installs_a_command_and_names_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        (about,) = [name for name in archive.namelist() if name.endswith("METADATA")]
        assert "sagaict = sagaict.cli.main:main" in archive.read(points).decode()
        metadata = archive.read(about).decode()
    found = re.findall(r"^Requires-Dist: ([\w.-]+)(?!.*extra ==)", metadata, re.MULTILINE)
    needed = {re.sub(r"[-_.]+", "-", name).lower() for name in found}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [re.match(r"[\w.-]+", text) for text in project["dependencies"]]
    assert needed == {re.sub(r"[-_.]+", "-", name[0]).lower() for name in stated if name}
    assert "openpyxl" not in needed  # what only some need is an extra


def test_the_wheel_alone_is_enough_to_see_where_the_plans_stand(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    done = subprocess.run(
        [sys.executable, "-m", "sagaict", "status", "--today", "2026-11-21"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(site), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    page = done.stdout.decode()
    assert "第2次相模原市ICT総合戦略" in page
    assert "未報告" in page


def test_no_file_names_a_registry_or_a_folder_of_somebodys_machine() -> None:
    found = []
    for path in repository():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {name}" for name in REGISTRIES if name in text]
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE.finditer(text)]
    assert found == []
