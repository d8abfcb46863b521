"""Several processes find what one finds, say it in the same words and order, and may fail."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from little_city import City
from running import ROOT, Ran, run

from bench.workspaces import copies
from sagaict.reporting.check_formats import FORMATS

# Runs the program as on a machine with two processors and data worth sharing.
SHARED = """\
import sys
from sagaict.cli.main import main
from sagaict.reading import workers
workers._START, workers._ENOUGH, workers._TOGETHER = sys.argv.pop(1), 2, 2
workers._cores = lambda: 2
sys.exit(main())
"""
ANSWERS = """\
import os, sys
from sagaict.reading import workers
workers._ENOUGH, workers._TOGETHER, workers._cores = 2, 1, lambda: 2
first = os.getpid()

def double(number):
    if number == 7 and os.getpid() != first and {killed}:
        os._exit(9)
    return 2 * number, os.getpid() == first

print(list(workers.each(double, range(10))))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """The shipped plans three times, beside files that cannot be read, each for another reason."""
    copies(ROOT / "data", 3, tmp_path)
    shutil.rmtree(tmp_path / "projects")
    plans = tmp_path / "plans"
    (plans / "broken.yaml").write_text("id: [", encoding="utf-8")
    (plans / "empty.yaml").write_text("", encoding="utf-8")
    (plans / "nowhere.yaml").symlink_to("missing.yaml")
    (plans / "a-folder.yaml").mkdir()
    (plans / "japanese.yaml").write_bytes("id: 計画".encode("cp932"))
    return tmp_path


def check(data: Path, start: str = "", kept: Path | None = None) -> tuple[Ran, dict[str, str]]:
    """What a check prints, and writes in every form; `kept` is where its cache lies."""
    program = ["-c", SHARED, start] if start else ["-m", "sagaict"]
    with TemporaryDirectory() as folder:
        files = {name: Path(folder, name) for name in FORMATS}
        outputs = [f"--output={name}={file}" for name, file in files.items()]
        options: list[str | Path] = ["--data", data, "--today", "2026-11-21", "--info", *outputs]
        surroundings = {"SAGAICT_LANG": "ja", "SAGAICT_CACHE_DIR": str(kept or "")}
        ran = run([sys.executable, *program, "check", *options], ROOT, surroundings)
        return ran, {name: file.read_text(encoding="utf-8") for name, file in files.items()}


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_two_processes_say_what_one_says_in_every_form(spoiled: Path, start: str) -> None:
    alone, together = check(spoiled), check(spoiled, start)
    kept = spoiled.parent / "kept"
    anew, again = (check(spoiled, start, kept) for _time in range(2))

    assert together == anew == again == alone
    assert len([path for path in kept.glob("*/*") if b"no-milestone" in path.read_bytes()]) == 3
    assert {problem["rule"] for problem in json.loads(alone[1]["json"])["problems"]} >= {
        "yaml-syntax",
        "yaml-empty",
        "unreadable",
        "not-a-file",
        "encoding",
    }


def site(data: Path, folder: Path, start: str = "") -> tuple[str, dict[str, bytes]]:
    """What a run says, and every file of the site that it wrote."""
    program = ["-c", SHARED, start] if start else ["-m", "sagaict"]
    options: list[str | Path] = ["--data", data, "--today", "2026-11-21", "-o", folder]
    ran = run([sys.executable, *program, "site", *options], data, {"SAGAICT_LANG": "ja"})
    assert (ran.code, ran.err) == (0, "")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return ran.out.partition(": ")[2], {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in files
    }


def _year(match: re.Match[str]) -> str:
    return str(2018 + int(match[1]))


@pytest.mark.parametrize("eras", [True, False])
def test_two_processes_make_the_site_that_one_makes(tmp_path: Path, *, eras: bool) -> None:
    town = City.found(tmp_path / "town")
    if not eras:
        for path in town.data.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\bR(\d)\b", _year, text), encoding="utf-8")
        town.write("sagaict.yaml", "year: {eras: false}\n")
    alone = site(town.root, tmp_path / "alone")
    assert len(alone[1]) > 30
    for start in ("fork", "spawn"):
        assert site(town.root, tmp_path / start, start) == alone


@pytest.mark.parametrize("killed", [False, True])
def test_what_a_killed_process_owes_is_done_by_the_first(tmp_path: Path, *, killed: bool) -> None:
    ran = run([sys.executable, "-c", ANSWERS.format(killed=killed)], tmp_path)
    answers = eval(ran.out)  # noqa: S307 - what the lines above print

    assert [answer for answer, _here in answers] == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]
    assert answers[7][1] is killed
