"""What every command that reports has: filters, forms, a file; the words in either language."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from little_city import City
from program import Program

from sagaict.reporting.formats import FORMATS, Format
from sagaict.reporting.report import Medium, Report


def listed(program: Program, city: City, what: str, options: str) -> list[str]:
    out = program.fine("list", what, *options.split(), "--format", "json", cwd=city.root).out
    key = {"plans": "plan_id", "measures": "measure_id", "projects": "project_id"}
    return [each[key.get(what, "indicator_id")] for each in json.loads(out)[what]]


@pytest.mark.parametrize(
    ("what", "options", "expected"),
    [
        ("plans", "--status 未達成", ["aoba"]),
        ("plans", "--status met", ["midori", "aoba"]),
        ("plans", "--priority", ["aoba"]),
        ("plans", "--owner 市民課", ["aoba"]),
        ("plans", "--project portal", ["aoba"]),
        ("measures", "--status not-reported", ["aoba/1-2", "aoba/2-1"]),
        ("measures", "--owner 情報政策課", ["aoba/1-1"]),
        ("measures", "--kind 成果指標", ["aoba/1-1", "aoba/1-2", "aoba/2-1"]),
        ("projects", "--status 未報告", ["aoba/kiosk"]),
        ("projects", "--kind goal", []),
        ("projects", "--owner 情報", ["aoba/portal"]),
        ("projects", "--project portal --project kiosk", ["aoba/portal", "aoba/kiosk"]),
        ("indicators", "--owner 市民課", ["aoba/1-1/online"]),
        ("indicators", "--project portal", ["aoba/portal/visits"]),
        ("indicators", "--kind 施策目標値 --status 未達成", ["aoba/1-1/online"]),
    ],
)
def test_lists_honour_every_filter(
    program: Program, city: City, what: str, options: str, expected: list[str]
) -> None:
    assert sorted(listed(program, city, what, options)) == sorted(expected)


def test_an_export_is_filtered_by_section_and_by_the_status_of_each_row(
    program: Program, city: City
) -> None:
    out = program.fine("export", "--owner", "情報政策課", cwd=city.root).out
    assert {row["indicator_id"] for row in json.loads(out)["rows"]} == {"aoba/portal/visits"}
    rows = json.loads(program.fine("export", "--status", "未達成", cwd=city.root).out)["rows"]
    assert {row["status"] for row in rows} == {"unmet"}
    assert "aoba/1-1/online" in {row["indicator_id"] for row in rows}


def test_what_is_due_is_filtered_by_measure_and_priority(program: Program, city: City) -> None:
    def ids(*options: str) -> set[str]:
        out = program.fine("due", *options, "--format", "json", cwd=city.root).out
        return {task["id"] for task in json.loads(out)["tasks"]}

    everything = ids()
    assert ids("--measure", "1-2") == {
        each for each in everything if each.startswith(("aoba/1-2", "aoba/kiosk", "aoba/survey"))
    }
    assert "aoba/kiosk/places" in everything - ids("--priority")


@pytest.mark.parametrize("word", ["未達成", "unmet", "Ｕｎｍｅｔ", "UNMET"])
def test_words_are_read_in_either_language(program: Program, city: City, word: str) -> None:
    assert listed(program, city, "plans", f"--status {word}") == ["aoba"]


@pytest.mark.parametrize(
    ("options", "meant"),
    [("--status 未達", "未達成"), ("--status on-trak", "on-track"), ("--kind 成果", "成果指標")],
)
def test_a_word_nearly_right_is_put_right(
    program: Program, city: City, options: str, meant: str
) -> None:
    assert f"Did you mean: {meant}?" in program.refused("status", *options.split(), cwd=city.root)


REPORTS = (
    "status",
    "show aoba/1-1",
    "explain online",
    "list plans",
    "due",
    "agenda --format table",
)


@pytest.mark.parametrize("command", REPORTS)
def test_a_report_goes_into_a_file_as_it_goes_into_a_pipe(
    program: Program, city: City, command: str
) -> None:
    printed = program.fine(*command.split(), cwd=city.root).out
    result = program.fine(*command.split(), "-o", "page.txt", cwd=city.root)
    assert result.out == ""
    assert (city.root / "page.txt").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("command", REPORTS[:-1])
def test_a_report_for_programs_says_how_it_is_built(
    program: Program, city: City, command: str
) -> None:
    page = json.loads(program.fine(*command.split(), "--format", "json", cwd=city.root).out)
    assert page["schema_version"] == 1


def test_what_a_file_says_is_shown_whole_and_exactly(program: Program, city: City) -> None:
    out = program.fine("show", "aoba/survey", "--format", "json", cwd=city.root).out
    page = json.loads(out, parse_float=Decimal)
    assert (page["kind"], page["id"]) == ("project", "aoba/survey")
    indicator = page["record"]["outcome_indicators"][0]
    assert indicator["targets"]["R7"]["value"] == Decimal("75.5")
    assert indicator["actuals"]["R7"]["state"] == "pending"
    assert [row["status"] for row in page["indicators"]] == ["pending"]
    plan = json.loads(program.fine("show", "aoba", "--format", "json", cwd=city.root).out)
    assert plan["record"]["period"] == "R6-R9"
    assert {each["id"] for each in plan["projects"]} == {
        *("portal", "kiosk", "survey", "training", "share")
    }
    assert len(plan["indicators"]) == 8


def test_an_explanation_holds_the_numbers_it_is_made_of(program: Program, city: City) -> None:
    out = program.fine("explain", "visits", "--format", "json", cwd=city.root).out
    page = json.loads(out, parse_float=Decimal)
    # R7: 10 percent on the 1,250 of R6.
    assert page["target"] == {
        "value": Decimal(1375),
        "low": None,
        "high": None,
        "words": None,
        "undecided": False,
        "none": False,
        "strict": False,
        "times": None,
        "percent": Decimal(10),
        "basis": Decimal(1250),
        "basis_year": "R6",
        "source": None,
    }
    assert page["figure"]["value"] == Decimal(1027)


def test_a_form_nobody_has_is_refused_with_those_there_are(program: Program, city: City) -> None:
    said = program.refused("show", "aoba", "--format", "csv", cwd=city.root)
    assert "table, markdown, html, docx, json" in said
    assert "ics" not in said


def test_a_new_form_is_one_entry_for_all_reports(program: Program, city: City) -> None:
    def count(report: Report, medium: Medium) -> str:
        return f"{len(list(report.blocks(medium)))} blocks\n"

    forms = {**FORMATS, "count": Format("blocks", count)}
    with (
        patch("sagaict.reporting.formats.FORMATS", forms),
        patch("sagaict.cli.frame.output.FORMATS", forms),
    ):
        for command in ("status", "show aoba", "list plans", "due", "agenda"):
            out = program.fine(*command.split(), "--format", "count", cwd=city.root).out
            assert out.endswith(" blocks\n")


def test_a_check_goes_into_a_file_instead_or_as_well(program: Program, city: City) -> None:
    printed = program("check", cwd=city.root)
    alone = program("check", "-o", "check.txt", cwd=city.root)
    assert (alone.out, alone.code) == ("", printed.code)
    text = (city.root / "check.txt").read_text(encoding="utf-8")
    assert printed.out.startswith(text)
    both = program("check", "-o", "sarif=check.sarif", cwd=city.root)
    assert both.out == printed.out
    assert json.loads((city.root / "check.sarif").read_text(encoding="utf-8"))["runs"]


@pytest.mark.parametrize(
    "command",
    ["check -o json=page", "status -o page", "show aoba -o page", "due --format ics -o page"],
)
def test_a_full_disk_leaves_the_file_that_was_there(
    program: Program, city: City, command: str
) -> None:
    page = city.root / "page"
    page.write_text("before", encoding="utf-8")
    whole = Path.write_bytes

    def half(path: Path, content: bytes) -> int:
        whole(path, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    with patch.object(Path, "write_bytes", half):
        said = program(*command.split(), cwd=city.root)
    assert said.code == 2
    assert said.err.startswith("sagaict: page cannot be written: ")
    assert page.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in city.root.iterdir()) == ["data", "page"]
