"""The hooks, run by a real pre-commit on a real repository that names this checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from action_runner import server_environment
from once import made_once
from running import ROOT, Ran, git, repository
from spoiled_city import PLAN, PROJECT, City

pytest_plugins = ["plug_fixtures"]

KIOSK = "projects/aoba/kiosk.yaml"
POLICY = """
policies:
  - id: data
    title: 方針
    projects:
      - kiosk
    source: main p.4
"""
PARTS = ("src", "data", "tools", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def pre_commit(folder: Path, home: Path, *arguments: str) -> Ran:
    env = server_environment(home) | {"PRE_COMMIT_HOME": str(home / "pre-commit")}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs: once for all tests here."""
    return made_once(tmp_path_factory, "hooks", lambda _: None)


def take_snapshot(folder: Path) -> None:
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
        else:
            shutil.copy2(ROOT / name, folder / name)
    repository(folder)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A configuration that names a commit of what this checkout holds now."""
    snapshot = made_once(tmp_path_factory, "snapshot", take_snapshot)
    head = git(snapshot, "rev-parse", "HEAD")
    hooks = "      - id: sagaict-check\n      - id: sagaict-fmt\n"
    return f"repos:\n  - repo: {snapshot}\n    rev: {head}\n    hooks:\n{hooks}"


@pytest.fixture
def repo(city: City, config: str) -> City:
    """A repository that uses the hooks."""
    (city.root / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    repository(city.root)
    return city


def test_hooks_pass_on_good_data_and_stop_a_commit_on_bad_data(repo: City, home: Path) -> None:
    assert pre_commit(repo.root, home, "install").code == 0
    ran = pre_commit(repo.root, home, "run", "--all-files")
    assert ran.code == 0, ran.out
    assert [line.split(".")[0] for line in ran.lines if "Passed" in line] == [
        "sagaict check",
        "sagaict fmt",
    ]

    repo.change(KIOSK, "R9: 80", "R9: ８０")
    git(repo.root, "add", "--all")
    env = server_environment(home) | {"PRE_COMMIT_HOME": str(home / "pre-commit")}
    commit = ["git", "commit", "--message", "見直し"]
    done = subprocess.run(commit, cwd=repo.root, env=env, capture_output=True, check=False)
    assert done.returncode == 1
    assert f"data/{KIOSK}:20:11: " in done.stdout.decode() + done.stderr.decode()
    assert git(repo.root, "rev-list", "--count", "HEAD") == "1"


def test_a_file_in_another_layout_is_laid_out_and_must_be_added(repo: City, home: Path) -> None:
    repo.write(KIOSK, PROJECT.replace("R7: 60\n      R9: 80", "2027: 80\n      R7: 60"))
    git(repo.root, "add", "--all")
    first = pre_commit(repo.root, home, "run")
    assert first.code == 1
    assert "files were modified by this hook" in first.out
    assert repo.read(KIOSK) == PROJECT
    git(repo.root, "add", "--all")
    assert pre_commit(repo.root, home, "run", "--all-files").code == 0


def test_a_file_that_is_gone_is_missed_by_the_others(repo: City, home: Path) -> None:
    git(repo.root, "rm", "--quiet", f"data/{KIOSK}")
    repo.write("plans/aoba.yaml", PLAN + POLICY)
    git(repo.root, "add", "--all")
    git(repo.root, "commit", "--quiet", "--message", "方針")
    ran = pre_commit(repo.root, home, "run", "--all-files")
    assert ran.code == 1
    assert "[unknown-project]" in ran.out
