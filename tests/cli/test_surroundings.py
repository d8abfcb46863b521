"""Pipes, full disks, poor encodings, empty folders, broken files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from little_city import City
from program import SHIPPED, TODAY, Program
from running import process


def shell(program: Program, command: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A line of bash in which `sagaict` is the program; its code is that of the first command."""
    line = (
        f'sagaict() {{ "{sys.executable}" -m sagaict "$@"; }}; {command}; exit ${{PIPESTATUS[0]}}'
    )
    done = process(["bash", "-c", line], cwd, program.environment())
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("command", ["status --all", "export", "--help", "list indicators"])
def test_a_reader_that_has_enough(program: Program, command: str) -> None:
    done = shell(program, f"sagaict {command} | head -1", program.home)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("command", ["status", "export", "--help", "--version", "schema", "check"])
def test_a_full_disk_is_reported(program: Program, city: City, command: str) -> None:
    done = shell(program, f"sagaict {command} > /dev/full", city.root)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert said.startswith("sagaict: ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("command", ["status", "export", "schema"])
def test_no_output_at_all(program: Program, city: City, command: str) -> None:
    done = shell(program, f"sagaict {command} >&-", city.root)
    assert (done.returncode, done.stderr) == (0, b"")
    done = shell(program, "sagaict status --data nowhere 2>&-", city.root)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "euc-jp", "iso-8859-1"])
@pytest.mark.parametrize("command", ["status --all", "show online", "explain online"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_poor_encodings_lose_nothing_but_their_letters(
    program: Program, city: City, encoding: str, command: str, lang: str
) -> None:
    done = program.raw(
        *command.split(), lang=lang, cwd=city.root, env={"PYTHONIOENCODING": encoding}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    if encoding in {"cp932", "euc-jp"}:
        assert "\\u" not in text
    if command == "explain online":
        assert "73.8%" in text
    assert "█" not in text


@pytest.mark.parametrize("encoding", ["cp932", "euc-jp", "shift_jis"])
def test_signs_with_a_twin_in_a_japanese_encoding_become_it(
    program: Program, city: City, encoding: str
) -> None:
    city.change("projects/aoba/portal.yaml", "source: main p.4", "source: main p.4〜5—～6")
    done = program.raw("show", "portal", cwd=city.root, env={"PYTHONIOENCODING": encoding})
    assert "\\" not in done.stdout.decode(encoding)


def test_without_japanese_letters_the_program_speaks_english(program: Program, city: City) -> None:
    done = program.raw("status", lang=None, cwd=city.root, env={"PYTHONIOENCODING": "ascii"})
    assert b"Indicator" in done.stdout
    assert b"\\u30aa" in done.stdout  # the plan's own words are spelled out, not replaced
    done = program.alone("status", lang=None, cwd=city.root, env={"LANG": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0


def test_json_is_utf_8_whatever_the_terminal_speaks(program: Program, city: City) -> None:
    for command in ("status --format json", "export"):
        done = program.raw(*command.split(), cwd=city.root, env={"PYTHONIOENCODING": "cp932"})
        assert "あおば市DX計画" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


@pytest.mark.parametrize(
    "env", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}]
)
def test_a_pipe_gets_plain_text_whatever_the_environment(
    program: Program, city: City, env: dict[str, str]
) -> None:
    result = program("status", "--today", TODAY, cwd=city.root, env=env)
    assert (result.code, result.err) == (0, "")
    assert result.out == program.fine("status", cwd=city.root).out
    assert "\x1b" not in result.out


def test_a_pipe_is_never_wrapped(program: Program, city: City) -> None:
    narrow = program("status", "--today", TODAY, cwd=city.root, env={"COLUMNS": "20"})
    assert narrow.out == program.fine("status", cwd=city.root).out


def test_an_empty_folder_reads_what_is_shipped(program: Program) -> None:
    result = program.fine("status")
    assert "bundled" in result.lines[0]
    assert "ict-strategy-2" in result.out


def test_data_is_found_from_a_folder_below(program: Program, city: City) -> None:
    below = city.root / "docs" / "deep"
    below.mkdir(parents=True)
    result = program.fine("status", cwd=below)
    assert "あおば市DX計画" in result.out


def test_data_named_wins(program: Program, city: City) -> None:
    elsewhere = city.root.parent
    for arguments, env in (
        (("--data", str(city.root)), {}),
        (("--data", str(city.root / "data")), {"SAGAICT_DATA": str(SHIPPED)}),
        ((), {"SAGAICT_DATA": str(city.root)}),
    ):
        result = program("status", *arguments, cwd=elsewhere, env=env)
        assert result.code == 0
        assert "あおば市DX計画" in result.out
        assert "home/data" in result.lines[0]


@pytest.mark.parametrize("command", ["status", "show aoba", "export", "list plans", "check"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_data_that_is_not_there(program: Program, command: str, lang: str) -> None:
    said = program.refused(*command.split(), "--data", "no/where", lang=lang)
    assert "no/where" in said


def test_a_folder_without_files_is_no_error_for_a_report(program: Program, city: City) -> None:
    root = city.root / "empty"
    (root / "data" / "plans").mkdir(parents=True)
    result = program.fine("status", cwd=root)
    assert "Nothing to show" in result.out
    assert json.loads(program.fine("export", cwd=root).out)["rows"] == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_broken_file_is_named_and_the_rest_reported(
    program: Program, city: City, lang: str
) -> None:
    city.change("projects/aoba/portal.yaml", "direction: increase", "direction: sideways")
    city.change("projects/aoba/kiosk.yaml", "plan: aoba", "plan: [aoba")
    result = program("status", "--today", TODAY, cwd=city.root, lang=lang)
    assert result.code == 0
    warnings = result.err.splitlines()
    assert len(warnings) == 3
    assert "data/projects/aoba/kiosk.yaml:" in warnings[0]
    assert "data/projects/aoba/portal.yaml:12:16" in warnings[1]
    assert "sagaict check" in warnings[2]
    assert "オンライン申請率" in result.out
    assert "年間利用件数" not in result.out
    for command in ("export", "list indicators", "show online", "explain online"):
        other = program(*command.split(), cwd=city.root, lang=lang)
        assert (other.code, other.err) == (0, result.err)


def test_a_project_without_its_plan_is_named(program: Program, city: City) -> None:
    city.path("plans/aoba.yaml").unlink()
    result = program("status", "--all", cwd=city.root)
    assert result.code == 0
    assert "data/projects/aoba/portal.yaml" in result.err
    assert "広報の閲覧者数" in result.out
