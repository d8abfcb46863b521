"""Every command that the README and the guides show does run, in an installed copy of the program.

The commands of a code block run one after another, as a reader types them, in a city with all that
the texts speak of: a branch with a change, filled-in workbooks, a drafted plan. The guide to the
year is played whole elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from once import made_once
from running import ROOT, Ran, environment, git, repository

RUNNER = Path(__file__).parents[1] / "support" / "claim_runner.py"
PAGES = sorted(
    path
    for path in (*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md"), ROOT / "CONTRIBUTING.md")
    if not path.name.startswith("one-year") and "$ sagaict" in path.read_text(encoding="utf-8")
)
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ sagaict (.*?)(?:\s+#\s.*)?$", re.MULTILINE)
ASKS = {("new", "plan")}
"""What asks its questions, and cannot without a terminal."""
MAY_FIND = {"check", "fmt", "--fail-on", "--check"}
"""What leaves with 1 when it has found something."""
DRAFT = """\
# yaml-language-server: $schema=../schema/plan.schema.json
id: dx-2
title: 第2次DX計画
period: R10-R13
stage: draft
documents:
  plan:
    title: 第2次DX計画
goals:
  - no: 1
    title: 便利な市役所
    measures:
      - id: 1-1
        no: 1-1
        title: 手続の電子化
"""

TABLE = """\
施策,指標,単位,現状値の年度,現状値,R10 目標,R13 目標,所管課
1-1 手続の電子化,申請率,%,R8,45.3,60%,80%以上,DX推進課
1-1 手続の電子化,相談件数,件,R8,54件／年,,300件（4年間累計）,DX推進課
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the installed package."""

    def install(target: Path) -> None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
        subprocess.run(
            [*pip, str(target), "--no-build-isolation", "--disable-pip-version-check", str(ROOT)],
            check=True,
            capture_output=True,
        )

    return made_once(tmp_path_factory, "installed", install)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Path:
    """A repository on a branch that lowers a target, with what the texts name besides."""
    return made_once(tmp_path_factory, "town", lambda home: found_town(home, installed))


def found_town(home: Path, installed: Path) -> None:
    shutil.copytree(ROOT / "data", home / "data")
    repository(home)
    # The first commit lies before the days that the pages name.
    long_ago = {**os.environ, "GIT_COMMITTER_DATE": "2026-03-01T12:00:00+09:00"}
    git(home, "commit", "--quiet", "--amend", "--no-edit", env=long_ago)
    git(home, "update-ref", "refs/remotes/origin/main", "main")
    git(home, "switch", "--quiet", "--create", "change")
    plan = home / "data" / "plans" / "ict-strategy-2.yaml"
    text = plan.read_text(encoding="utf-8")
    for before, after in (
        ("101,000", "95,000"),
        ("- id: satisfaction\n", "- id: satisfaction\n            owner: DX推進課\n"),
    ):
        assert before in text
        text = text.replace(before, after)
    plan.write_text(text, encoding="utf-8")
    git(home, "commit", "--quiet", "--all", "--message", "目標を下げる")
    (home / "data" / "plans" / "dx-2.yaml").write_text(DRAFT, encoding="utf-8")
    for name in ("last-year", "this-year", "前年度", "今年度"):
        shutil.copytree(ROOT / "data", home / name / "data")
    (home / "kpi.csv").write_text(TABLE, encoding="utf-8")
    for name in ("a.xlsx", "b.xlsx"):
        (made,) = run_in(home, installed, [["sheet", "-o", name]])
        assert made.code == 0, made.err


def run_in(folder: Path, installed: Path, commands: list[list[str]]) -> list[Ran]:
    done = subprocess.run(
        [sys.executable, str(RUNNER), str(folder)],
        cwd=installed,
        # What a command may take back it keeps in its cache.
        env=environment(
            folder, PYTHONPATH=str(installed), SAGAICT_CACHE_DIR=str(folder / ".cache")
        ),
        input=json.dumps(commands).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [Ran(*each) for each in json.loads(done.stdout)]


def blocks() -> dict[str, list[list[str]]]:
    """The commands of each code block, once where both languages show the same."""
    found: dict[str, list[list[str]]] = {}
    for path in PAGES:
        for number, block in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), start=1):
            lines = [shlex.split(line) for line in COMMAND.findall(block)]
            if lines and lines not in found.values():
                found[f"{path.name} {number}"] = lines
    return found


SHOWN = blocks()


@pytest.mark.parametrize("commands", SHOWN.values(), ids=SHOWN.keys())
def test_the_commands_shown_run(
    commands: list[list[str]], town: Path, installed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "town"
    shutil.copytree(town, folder)
    for command, ran in zip(commands, run_in(folder, installed, commands), strict=True):
        told = f"sagaict {shlex.join(command)}: {ran.code}\n{ran.out}{ran.err}"
        if tuple(command) in ASKS:
            assert ran.code == 2, told
        else:
            assert ran.code in ((0, 1) if MAY_FIND & set(command) else (0,)), told
        assert "sagaict itself" not in ran.err, told
