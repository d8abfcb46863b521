"""What is printed does not depend on whether files were validated now or in an earlier run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from program import TODAY, Program
from spoiled_city import City as SpoiledCity

from sagaict.reading import settings
from sagaict.reporting.check_formats import FORMATS

PLAIN = (
    "status",
    "status --format json",
    "status --format markdown",
    "status --format csv",
    "show ict-katsuyo",
    "export --format csv",
    "due",
)
CHECKS = [f"check --format {name}" for name in FORMATS]


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("validated-*/*"))


def told(program: Program, line: str, folder: Path | None, cwd: Path) -> tuple[int, str, str]:
    env = {"SAGAICT_CACHE_DIR": "" if folder is None else str(folder)}
    result = program(*line.split(), "--today", TODAY, cwd=cwd, env=env)
    return result.code, result.out, result.err


def test_with_an_empty_a_full_and_a_damaged_cache(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    wanted = {line: told(program, line, None, program.home) for line in PLAIN}
    assert {line: told(program, line, folder, program.home) for line in PLAIN} == wanted
    found = entries(folder)
    assert len(found) > 60
    for number, path in enumerate(found):
        content = path.read_bytes()
        path.write_bytes([b"", content[:-2], content.replace(b":", b";")][number % 3])
    assert {line: told(program, line, folder, program.home) for line in PLAIN} == wanted
    assert entries(folder) == found


@pytest.mark.parametrize("line", CHECKS)
def test_a_check_finds_the_same_in_every_form(program: Program, tmp_path: Path, line: str) -> None:
    city = SpoiledCity(program.home)
    city.spoil()
    wanted = told(program, line, None, city.root)
    assert wanted[0] == 1
    for _run in range(2):
        assert told(program, line, tmp_path / "cache", city.root) == wanted


def test_without_it_nothing_is_kept_nor_believed(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert told(program, "status --no-cache", folder, program.home)[0] == 0
    assert not folder.exists()
    told(program, "status", folder, program.home)
    before = [path.stat().st_mtime_ns for path in entries(folder)]
    for path in entries(folder):
        path.write_bytes(b"")
    told(program, "status --no-cache", folder, program.home)
    assert before
    assert all(path.stat().st_size == 0 for path in entries(folder))


def test_a_changed_file_is_seen_at_once(program: Program, tmp_path: Path) -> None:
    city = SpoiledCity(program.home)
    folder = tmp_path / "cache"
    before = told(program, "show aoba/kiosk/satisfied", folder, city.root)
    city.change("projects/aoba/kiosk.yaml", "R9: 80", "R9: 83")
    after = told(program, "show aoba/kiosk/satisfied", folder, city.root)
    assert after == told(program, "show aoba/kiosk/satisfied", None, city.root)
    assert "83" in after[1]
    assert after != before


def test_programs_that_run_at_the_same_time_agree(program: Program, tmp_path: Path) -> None:
    env = program.environment(env={"SAGAICT_CACHE_DIR": str(tmp_path / "cache")})
    command = [sys.executable, "-m", "sagaict", "status", "--today", TODAY]
    running = [
        subprocess.Popen(command, cwd=program.home, env=env, stdout=subprocess.PIPE)
        for _number in range(3)
    ]
    printed = {each.communicate()[0].decode() for each in running}
    assert {each.returncode for each in running} == {0}
    assert printed == {told(program, "status", None, program.home)[1]}
    assert not [path for path in entries(tmp_path / "cache") if "." in path.name]


@pytest.mark.parametrize("line", ["status", "show ict-katsuyo", "export --format csv", "due"])
def test_a_report_parses_no_file_twice_and_no_known_file_at_all(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    of_c = pytest.importorskip("yaml.cyaml")
    parsed: list[str] = []

    class Counting(of_c.CParser):  # type: ignore[name-defined,misc]
        def __init__(self, text: str) -> None:
            parsed.append(text)
            super().__init__(text)

    monkeypatch.setattr(of_c, "CParser", Counting)
    # What this process knows of the settings is of other tests.
    monkeypatch.setattr(settings, "_of", settings._of.__wrapped__)  # noqa: SLF001
    told(program, line, tmp_path / "cache", program.home)
    assert len(parsed) == len(set(parsed)) > 60
    parsed.clear()
    told(program, line, tmp_path / "cache", program.home)
    assert parsed == []
