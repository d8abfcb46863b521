"""`sagaict export`: encodings, spreadsheets that run formulas, and files written whole or not."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from little_city import City
from program import TODAY, Program
from running import process

NAME = "name: 年間利用件数"


def csv_bytes(program: Program, city: City, *options: str) -> bytes:
    done = program.raw("export", "--format", "csv", "--today", TODAY, *options, cwd=city.root)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def names(content: str) -> set[str]:
    return {row["indicator_name"] for row in csv.DictReader(io.StringIO(content, newline=""))}


def test_for_excel_by_default(program: Program, city: City) -> None:
    content = csv_bytes(program, city)
    assert content.startswith(b"\xef\xbb\xbfplan_id,")
    assert content.count(b"\n") == content.count(b"\r\n") > 10
    assert content.endswith(b"\r\n")


def test_utf_8_without_a_mark(program: Program, city: City) -> None:
    content = csv_bytes(program, city, "--encoding", "utf-8")
    assert content.startswith(b"plan_id,")
    assert content == csv_bytes(program, city)[3:]


def test_cp932_for_older_systems(program: Program, city: City) -> None:
    city.change("projects/aoba/portal.yaml", NAME, "name: 利用件数〜①髙﨑")
    content = csv_bytes(program, city, "--encoding", "cp932")
    # The wave dash has another code point of the same look there.
    assert "利用件数～①髙﨑" in names(content.decode("cp932"))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_cp932_lacks_is_named_and_nothing_is_written(
    program: Program, city: City, lang: str
) -> None:
    city.change("projects/aoba/portal.yaml", NAME, "name: 𠮷田町の利用件数")
    said = program.refused(
        "export",
        "--format",
        "csv",
        "--encoding",
        "cp932",
        "-o",
        "kpi.csv",
        cwd=city.root,
        lang=lang,
    )
    for piece in ("𠮷", "U+20BB7", "indicator_name", "cp932", "--encoding utf-8-sig"):
        assert piece in said
    assert not (city.root / "kpi.csv").exists()


@pytest.mark.parametrize("option", ["--encoding shift-jis", "--encoding latin-1", "--format xlsx"])
def test_unknown_forms_are_refused(program: Program, city: City, option: str) -> None:
    said = program.refused("export", "--format", "csv", *option.split(), cwd=city.root)
    assert option.split()[1] in said


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+81-42", "-1+2", "＝1+1", "－費用", "＠x"])
def test_formulas_are_neutralised(program: Program, city: City, text: str) -> None:
    city.change("projects/aoba/portal.yaml", NAME, f'name: "{text}"')
    assert f"'{text}" in names(csv_bytes(program, city).decode("utf-8-sig"))
    assert f"'{text}" in names(csv_bytes(program, city, "--encoding", "cp932").decode("cp932"))


def test_a_minus_sign_that_becomes_full_width_in_cp932_is_neutralised_too(
    program: Program, city: City
) -> None:
    city.change("projects/aoba/portal.yaml", NAME, 'name: "\u2212費用"')
    assert "'－費用" in names(csv_bytes(program, city, "--encoding", "cp932").decode("cp932"))


def test_negative_numbers_stay_numbers_and_a_dash_stays_a_dash(
    program: Program, city: City
) -> None:
    city.change("projects/aoba/portal.yaml", "R7: 1,027", "R7: -27.5")
    city.change("projects/aoba/portal.yaml", NAME, 'name: "-"')
    rows = csv.DictReader(io.StringIO(csv_bytes(program, city).decode("utf-8-sig"), newline=""))
    row = next(row for row in rows if row["actual_value"] == "-27.5")
    assert row["indicator_name"] == "-"
    assert row["progress_rate"] == "-274.0"


def test_into_a_file(program: Program, city: City) -> None:
    result = program.fine("export", "--format", "csv", "-o", "表.csv", cwd=city.root)
    assert result.out == ""
    assert (city.root / "表.csv").read_bytes() == csv_bytes(program, city)
    assert sorted(path.name for path in city.root.iterdir()) == ["data", "表.csv"]


@pytest.mark.parametrize(
    ("arguments", "form"),
    [
        (("export", "-o", "kpi.CSV"), "csv"),
        (("status", "-o", "kpi.json"), "json"),
        (("due", "-o", "due.ics"), "ics"),
    ],
)
def test_a_name_that_promises_another_form_is_refused(
    program: Program, city: City, arguments: tuple[str, ...], form: str
) -> None:
    done = program(*arguments, "--today", TODAY, cwd=city.root)
    assert done.code == 2
    assert f"--format {form}" in done.err
    assert not (city.root / arguments[-1]).exists()
    assert program(*arguments, "--format", form, "--today", TODAY, cwd=city.root).code == 0


def test_a_file_there_before_is_replaced_and_keeps_its_mode(program: Program, city: City) -> None:
    target = city.root / "kpi.json"
    target.write_text("before")
    target.chmod(0o640)
    program.fine("export", "-o", "kpi.json", cwd=city.root)
    assert target.read_text(encoding="utf-8").startswith("{\n")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(program: Program, city: City) -> None:
    (city.root / "link.json").symlink_to("kpi.json")
    program.fine("export", "-o", "link.json", cwd=city.root)
    assert (city.root / "link.json").is_symlink()
    assert (city.root / "kpi.json").read_text(encoding="utf-8").startswith("{\n")


def test_a_file_that_grows_too_large_for_the_disk_is_left_as_it_was(
    program: Program, city: City
) -> None:
    target = city.root / "kpi.csv"
    target.write_text("before")
    command = 'ulimit -f 2; exec "$0" -m sagaict export --format csv -o kpi.csv'
    done = process(["sh", "-c", command, sys.executable], city.root, program.environment())
    assert done.returncode == 2
    assert done.stderr.decode().startswith("sagaict: kpi.csv cannot be written: ")
    assert target.read_text() == "before"
    assert sorted(path.name for path in city.root.iterdir()) == ["data", "kpi.csv"]


@pytest.mark.parametrize(
    "name", ["no-such-folder/kpi.csv", "data/plans/aoba.yaml/kpi.csv", "/proc/x.csv", "data"]
)
def test_where_no_file_can_be_written_is_named(program: Program, city: City, name: str) -> None:
    said = program.refused("export", "--format", "csv", "-o", name, cwd=city.root)
    assert said.startswith(f"sagaict: {name} cannot be written: ")
    assert len(said.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is writable for root")
def test_an_unwritable_folder_is_named(program: Program, city: City) -> None:
    folder = city.root / "locked"
    folder.mkdir(mode=0o555)
    said = program.refused("export", "-o", "locked/kpi.csv", cwd=city.root)
    assert said.startswith("sagaict: locked/kpi.csv cannot be written: ")
    assert not list(folder.iterdir())


def test_a_device_is_written_to_and_never_replaced(program: Program, city: City) -> None:
    device = Path("/dev/full")
    before = device.stat()
    said = program.refused("export", "-o", "/dev/full", cwd=city.root)
    assert said.startswith("sagaict: /dev/full cannot be written: ")
    assert device.stat().st_rdev == before.st_rdev
    assert device.is_char_device()
    done = program.alone("export", "-o", "/dev/stdout", cwd=city.root)
    assert done.stdout.decode().startswith('{\n  "schema_version": 1,')
