"""`sagaict status` in its four formats."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from little_city import City
from markdown_it import MarkdownIt
from program import TODAY, Program

from sagaict.reporting.rows import COLUMNS


def test_json_holds_plans_tallies_and_judgements(program: Program, city: City) -> None:
    result = program.fine("status", "--format", "json", cwd=city.root)
    page = json.loads(result.out, parse_float=Decimal)
    assert (page["schema_version"], page["as_of"], page["today"]) == (1, "R8", "2026-11-21")
    ended, running = page["plans"]
    assert [(plan["plan_id"], plan["period"], plan["running"]) for plan in page["plans"]] == [
        ("midori", "R2-R5", False),
        ("aoba", "R6-R9", True),
    ]
    assert ended["tally"] == {
        "goal": {"met": 1, "of": 1, "judged": {"met": 1}, "left_out": {}},
    }
    assert running["tally"]["outcome"] == {
        "met": 0,
        "of": 4,
        "judged": {"unmet": 2, "pending": 1, "not_reported": 1},
        "left_out": {},
    }
    assert running["progress"]["of"] == 5
    assert running["progress"]["counts"] == {"on_schedule": 1, "delayed": 1, "unknown": 3}
    online = next(row for row in running["indicators"] if row["indicator_id"].endswith("online"))
    assert list(online) == list(COLUMNS)
    assert online["achievement_rate"] == Decimal("73.8")
    assert online["status"] == "unmet"


def test_json_is_the_same_in_both_languages(program: Program, city: City) -> None:
    pages = {
        program.fine("status", "--format", "json", cwd=city.root, lang=lang).out
        for lang in ("ja", "en")
    }
    assert len(pages) == 1


def test_json_carries_the_verdicts_on_published_tallies(program: Program) -> None:
    result = program.fine("status", "ict-katsuyo", "--as-of", "R1", "--format", "json")
    (plan,) = json.loads(result.out)["plans"]
    verdicts = [item["verdict"] for item in plan["published"]]
    assert set(verdicts) == {"agrees", "cannot_tell"}


def csv_text(program: Program, city: City, *options: str) -> str:
    """The CSV, which begins with a mark so that Excel knows its encoding, as the export does."""
    done = program.raw("status", "--format", "csv", "--today", TODAY, *options, cwd=city.root)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert done.stdout.count(b"\n") == done.stdout.count(b"\r\n")
    return done.stdout.decode("utf-8-sig")


def test_csv_has_a_line_per_indicator(program: Program, city: City) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(program, city), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 9
    by_id = {row["indicator_id"]: row for row in rows}
    assert by_id["aoba/1-1/online"]["achievement_rate"] == "73.8"
    assert by_id["aoba/kiosk/places"]["actual_value"] == ""


def test_csv_under_a_filter(program: Program, city: City) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(program, city, "--status", "pending"))))
    assert [row["indicator_id"] for row in rows] == ["aoba/survey/satisfied"]
    assert csv_text(program, city, "--status", "behind").splitlines() == [",".join(COLUMNS)]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_markdown_is_a_page_with_tables(program: Program, city: City, lang: str) -> None:
    result = program.fine("status", "--format", "markdown", cwd=city.root, lang=lang)
    tokens = MarkdownIt("commonmark").enable("table").parse(result.out)
    kinds = {token.type for token in tokens}
    assert {"heading_open", "table_open", "bullet_list_open"} <= kinds
    assert "code_block" not in kinds
    widths = []
    for token in tokens:
        if token.type == "tr_open":
            widths.append(0)
        elif token.type in {"td_open", "th_open"}:
            widths[-1] += 1
    assert set(widths) == {2, 3, 7}  # tallies, closed plans, indicators: none fell apart
    assert "73.8%" in result.out
    assert "1,027" in result.out


def test_the_table_is_the_default(program: Program, city: City) -> None:
    asked = program.fine("status", "--format", "table", cwd=city.root)
    assert asked.out == program.fine("status", cwd=city.root).out


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_a_file_gets_what_a_pipe_would_get(program: Program, city: City, form: str) -> None:
    piped = program("status", "--format", form, "--today", TODAY, cwd=city.root)
    told = program("status", "--format", form, "-o", "s.out", "--today", TODAY, cwd=city.root)
    assert (told.code, told.out, told.err) == (0, "", "")
    written = (city.root / "s.out").read_bytes()
    assert written.decode().rstrip("\n") == piped.out.replace("\r\n", "\n").rstrip("\n") or (
        form == "csv" and written.decode() == piped.out
    )
