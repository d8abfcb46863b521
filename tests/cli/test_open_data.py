"""`sagaict export` as open data: tables, words, packages, Parquet, many bodies."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from csvw import TableGroup
from frictionless import Package
from little_city import City
from program import TODAY, Program
from running import ROOT

from sagaict.domain.body import check_digit
from sagaict.language import LANGUAGES, _, activate
from sagaict.reporting.opendata.column import names_of
from sagaict.reporting.opendata.figures import FIGURES
from sagaict.reporting.opendata.tables import TABLES
from sagaict.reporting.opendata.worded import headings
from sagaict.reporting.rows import COLUMNS

AOBA = "body:\n  name: あおば市\n  code: '990001'\n  licence: CC-BY-4.0\n"
MIDORI = "body:\n  name: みどり市\n  code: '019992'\n"


def page(program: Program, city: City, *options: str) -> dict[str, Any]:
    result = program.fine("export", *options, cwd=city.root)
    found: dict[str, Any] = json.loads(result.out, parse_float=Decimal)
    return found


@pytest.fixture
def two(city: City, tmp_path: Path) -> tuple[City, City]:
    """Two bodies with the same plans."""
    city.write("sagaict.yaml", AOBA)
    other = City.found(tmp_path / "midori")
    other.write("sagaict.yaml", MIDORI)
    return city, other


def folders(two: Iterable[City]) -> list[str]:
    return [word for city in two for word in ("--data", str(city.data))]


def test_the_columns_of_the_long_table_are_those_of_the_contract() -> None:
    assert names_of(FIGURES) == COLUMNS


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_the_columns_of_its_table(program: Program, name: str) -> None:
    rows = json.loads(program.fine("export", "--table", name).out)["rows"]
    assert rows
    columns = TABLES[name].columns
    for language in LANGUAGES:
        activate(language)
        assert len(set(names_of(columns))) == len(set(headings(columns))) == len(columns)
    kinds: dict[str, type | tuple[type, ...]] = {
        "text": str,
        "word": str,
        "number": (int, float),
        "integer": int,
        "flag": bool,
    }
    for row in rows:
        assert list(row) == list(names_of(columns))
        for column in columns:
            value = row[column.name]
            assert value is None or isinstance(value, kinds[column.type]), (column, value)
    told = {column.name for column in columns if any(row[column.name] is not None for row in rows)}
    assert told >= {"plan_id", "plan_title"}


def test_a_target_is_told_with_every_version_of_it(program: Program, city: City) -> None:
    city.change(
        "plans/aoba.yaml",
        "source: main p.1\n",
        """\
revisions:
  - year: R9
    date: R7.6.1
    old: 90
    new: 85
    reason: 対象手続の見直し
    approved_by: 調整会議
source: main p.1
""".replace("\n", "\n            ").rstrip(" "),
    )
    rows = page(program, city, "--table", "targets", "--measure", "aoba/1-1")["rows"]
    rows = [row for row in rows if row["indicator_id"] == "aoba/1-1/online"]
    told = [
        (row["fiscal_year_label"], row["target_value"], row["in_force"], row["since"], row["until"])
        for row in rows
    ]
    assert told == [
        ("R7", 80, True, None, None),
        ("R9", 90, False, None, "R7.6.1"),
        ("R9", 85, True, "R7.6.1", None),
    ]
    assert [row["reason"] for row in rows] == [None, None, "対象手続の見直し"]
    # Of a day before the change there is nothing known of it.
    before = program(
        "export",
        "--table",
        "targets",
        "--measure",
        "1-1",
        "--kind",
        "goal",
        "--today",
        "2025-05-31",
        cwd=city.root,
    )
    known = [
        row for row in json.loads(before.out)["rows"] if row["indicator_id"].endswith("online")
    ]
    assert [row["until"] for row in known] == [None, None]


def test_the_other_tables(program: Program, city: City) -> None:
    city.change(
        "projects/aoba/kiosk.yaml",
        "source: main p.5\n",
        "actions:\n  R7:\n    - text: 設置\n      state: delayed\nsource: main p.5\n",
    )
    (action,) = page(program, city, "--table", "actions")["rows"]
    assert (action["project_id"], action["action"], action["action_state"]) == (
        "kiosk",
        "設置",
        "delayed",
    )
    evaluated = page(program, city, "--table", "evaluations")["rows"]
    assert [(row["level"], row["project_id"], row["progress"]) for row in evaluated] == [
        ("project", "portal", "on_schedule"),
        ("project", "kiosk", "delayed"),
    ]
    indicators = page(program, city, "--table", "indicators")["rows"]
    visits = next(row for row in indicators if row["indicator_id"] == "aoba/portal/visits")
    assert (visits["baseline_value"], visits["owner"], visits["priority"]) == (
        1000,
        "情報政策課",
        True,
    )
    sources = page(program, city, "--table", "sources", "--plan", "midori")["rows"]
    assert [(row["plan_id"], row["document_id"]) for row in sources] == [("midori", "main")]


def test_an_action_of_the_table_says_whether_it_was_decided_and_is_told(
    program: Program, city: City
) -> None:
    city.change(
        "projects/aoba/kiosk.yaml",
        "source: main p.5\n",
        """\
actions:
  R7:
    - 設置
    - 試行
  R8:
    - 拡大
amendments:
  - what: action
    year: R7
    date: R7.6.1
    new: 試行
    reason: 要望
  - what: action
    year: R8
    date: R7.6.1
    old: 増設
    new: 拡大
    reason: 要望
    approved_by: 会議
source: main p.5
""",
    )
    rows = page(program, city, "--table", "actions")["rows"]
    told = [(row["action"], row["action_state"], row["proposed"]) for row in rows]
    assert told == [
        ("設置", "not_reported", False),
        ("試行", "not_reported", True),
        ("拡大", "planned", False),
    ]
    # R7 runs still.
    before = program("export", "--table", "actions", "--today", "2026-03-30", cwd=city.root)
    rows = json.loads(before.out)["rows"]
    assert [row["action_state"] for row in rows] == ["planned"] * 3
    shown = program.fine("show", "kiosk", cwd=city.root)
    lines = [" ".join(line.split()) for line in shown.out.splitlines()]
    assert "R7 設置 not reported" in lines
    assert "[proposed] 試行 not reported" in lines
    assert "R8 拡大" in lines


def test_an_evaluation_has_no_source_and_no_progress_but_its_own(
    program: Program, city: City
) -> None:
    city.change(
        "projects/aoba/kiosk.yaml",
        "    progress: delayed\n",
        """\
    judgement: 概ね順調
    source: main p.9
    half_year:
      achievements: 準備
      follow_ups:
        - text: 再度調査する
    instructions:
      - text: 費用を調べること
        due: R8.9
        owner: 財政課
        answer: 調べた
        answered: R8.8.20
""",
    )
    rows = page(program, city, "--table", "evaluations")["rows"]
    told = [(row["project_id"], row["half_year"], row["progress"], row["source"]) for row in rows]
    assert told == [
        ("portal", False, "on_schedule", None),
        ("kiosk", True, "unknown", None),
        ("kiosk", False, None, "main p.9"),
    ]
    rows = page(program, city, "--table", "follow_ups")["rows"]
    names = ("level", "fiscal_year_label", "half_year", "kind", "text", "due", "owner", "answer")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("project", "R7", True, "follow_up", "再度調査する", None, None, None),
        ("project", "R7", False, "instruction", "費用を調べること", "R8.9", "財政課", "調べた"),
    ]
    assert [row["answered"] for row in rows] == [None, "R8.8.20"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "ja",
            {
                "指標": "年間利用件数",
                "状態": "未達成",
                "望ましい方向": "増えるほど良い",
                "重点": "該当",
                "目標の形": "ほかの値との関係",
                "達成率（%）": "74.7",
                "事業の進捗状況": "計画どおり",
            },
        ),
        (
            "en",
            {
                "Indicator": "年間利用件数",
                "Status": "unmet",
                "Direction": "increase",
                "Priority": "yes",
                "Form of the target": "relative to another figure",
                "Achievement rate (%)": "74.7",
                "Progress of the project": "on schedule",
            },
        ),
    ],
)
def test_in_words(program: Program, city: City, lang: str, expected: dict[str, str]) -> None:
    done = program.raw(
        "export", "--words", "--format", "csv", "--today", TODAY, lang=lang, cwd=city.root
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    (row,) = [row for row in rows if "1375" in row.values()]
    assert {heading: row[heading] for heading in expected} == expected
    if lang == "ja":
        assert [heading for heading in row if heading.isascii()] == ["SDGs"]
        codes = {"met", "unmet", "not_reported", "level", "fiscal", "increase", "value", "true"}
        assert not codes & {cell for each in rows for cell in each.values()}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_opens_in_words_in_a_spreadsheet(program: Program, name: str) -> None:
    table = TABLES[name]
    done = program.raw("export", "--table", name, "--words", "--format", "csv", lang="ja")
    assert done.stdout.startswith(b"\xef\xbb\xbf")  # or Excel takes it for Shift_JIS
    head, *rows = csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"), newline=""))
    activate("ja")
    assert tuple(head) == headings(table.columns)
    assert rows
    for place, column in enumerate(table.columns):
        if column.type == "flag" or column.words:
            said = {"該当", "非該当", *(_(word) for word in column.words.values())}
            cells = {row[place] for row in rows} - {""}
            assert cells <= said or column.type == "words", column.name


def test_a_package_is_valid_to_the_programs_of_its_standards(
    program: Program, city: City, tmp_path: Path
) -> None:
    city.write("sagaict.yaml", AOBA)
    folder = tmp_path / "package"
    program.fine("export", "--package", str(folder), cwd=city.root)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert len(report.tasks) == len(TABLES)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert described["licenses"] == [{"name": "CC-BY-4.0"}]
    rows = page(program, city)["rows"]
    for table in TableGroup.from_file(folder / "csv-metadata.json").tables:
        if table.local_name == "figures.csv":
            read = [dict(row) for row in table.iterdicts(strict=True)]
            assert read == [{**row, **numbers(row)} for row in rows]


def numbers(row: dict[str, Any]) -> dict[str, Any]:
    decimals = [column.name for column in FIGURES if column.type == "number"]
    return {name: None if row[name] is None else Decimal(row[name]) for name in decimals}


def test_a_package_is_written_again_only_where_it_changed(
    program: Program, city: City, tmp_path: Path
) -> None:
    folder = tmp_path / "package"
    program.fine("export", "--package", str(folder), cwd=city.root)
    before = {path.name: (path.stat().st_ino, path.read_bytes()) for path in folder.iterdir()}
    city.change("plans/midori.yaml", "  R5: 1,027\n", "  R5: 1,028\n")
    program.fine("export", "--package", str(folder), cwd=city.root)
    changed = {path.name for path in folder.iterdir() if path.stat().st_ino != before[path.name][0]}
    assert changed == {"figures.csv"}


def test_what_could_not_be_read_is_named_in_the_package_and_the_file(
    program: Program, city: City, tmp_path: Path
) -> None:
    city.write("plans/midori.yaml", "id: [")
    folder = tmp_path / "package"
    done = program("export", "--package", str(folder), "--today", TODAY, cwd=city.root)
    assert "midori.yaml" in done.err
    for name in ("datapackage.json", "csv-metadata.json"):
        assert "plans/midori.yaml" in (folder / name).read_text(encoding="utf-8"), name
    one = tmp_path / "kpi.parquet"
    done = program("export", "--format", "parquet", "-o", str(one), "--today", TODAY, cwd=city.root)
    assert done.code == 1
    told = json.loads(pq.read_schema(one).metadata[b"sagaict"])
    assert told["incomplete"] == ["data/plans/midori.yaml"]


def test_parquet_holds_what_json_does(program: Program, city: City, tmp_path: Path) -> None:
    city.change("plans/midori.yaml", "  R5: 1,027\n", "  R5: 1,027.123456789012\n")
    one = tmp_path / "kpi.parquet"
    program.fine("export", "--format", "parquet", "-o", str(one), cwd=city.root)
    rows = page(program, city)["rows"]
    read = duckdb.read_parquet(str(one))
    assert list(read.columns) == list(names_of(TABLES["figures"].columns))
    found = [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
    assert found == [{**row, **numbers(row)} for row in rows]
    again = tmp_path / "again.parquet"
    program.fine("export", "--format", "parquet", "-o", str(again), cwd=city.root)
    assert again.read_bytes() == one.read_bytes()


def test_a_number_too_precise_for_parquet_is_refused(program: Program, city: City) -> None:
    city.change("plans/midori.yaml", "  R5: 1,027\n", "  R5: 1027.0123456789012\n")
    said = program.refused("export", "--format", "parquet", "-o", "kpi.parquet", cwd=city.root)
    assert "1027.0123456789012" in said
    assert "actual_value" in said
    assert not (city.root / "kpi.parquet").exists()


def test_without_the_extra_it_is_said_how_to_get_it(
    program: Program, city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "sagaict.reporting.opendata.parquet", raising=False)
    said = program.refused("export", "--format", "parquet", "-o", "kpi.parquet", cwd=city.root)
    assert "pip install" in said
    assert "parquet" in said


def test_the_tables_of_two_bodies_are_one(program: Program, two: tuple[City, City]) -> None:
    done = program.fine("export", *folders(two))
    told = json.loads(done.out)
    assert [(each["body_code"], each["as_of"]) for each in told["bodies"]] == [
        ("990001", "R8"),
        ("019992", "R8"),
    ]
    one = json.loads(program.fine("export", "--data", str(two[0].data)).out)["rows"]
    assert len(told["rows"]) == 2 * len(one)
    assert [row["body_name"] for row in told["rows"]].count("みどり市") == len(one)


def test_bodies_reckon_each_by_its_own_years(program: Program, two: tuple[City, City]) -> None:
    aoba, other = two
    for name in other.FILES:
        text = re.sub(r"\bR(\d)\b", lambda year: str(2018 + int(year[1])), other.read(name))
        other.write(name, text.replace("2026.9", "2026-09"))
    other.write("sagaict.yaml", MIDORI + "year:\n  eras: false\n")
    rows = json.loads(program.fine("export", *folders((other, aoba))).out)["rows"]
    labels = {
        row["body_code"]: row["fiscal_year_label"] for row in rows if row["fiscal_year"] == 2024
    }
    assert labels == {"019992": "2024", "990001": "R6"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [("", "folder 2 of --data"), (AOBA, "two folders of --data have the code 990001")],
)
def test_bodies_that_cannot_be_told_apart_are_refused(
    program: Program, two: tuple[City, City], settings: str, expected: str
) -> None:
    two[1].write("sagaict.yaml", settings)
    assert expected in program.refused("export", *folders(two))


def test_other_commands_take_one_folder(program: Program, two: tuple[City, City]) -> None:
    assert "given 2 times" in program.refused("status", *folders(two))


@pytest.mark.parametrize(
    "options",
    [
        "--package a -o b",
        "--package a --partitioned b",
        "--package a --words",
        "--partitioned a --table targets",
        "--table targets --status met",
        "--format csv -o kpi.parquet",
    ],
)
def test_what_contradicts_itself_is_refused(program: Program, city: City, options: str) -> None:
    program.refused("export", *options.split(), cwd=city.root)
    assert sorted(path.name for path in city.root.iterdir()) == ["data"]


def test_what_is_left_of_another_export_is_not_mixed_in(
    program: Program, two: tuple[City, City], tmp_path: Path
) -> None:
    kpi = tmp_path / "kpi"
    program.fine("export", "--partitioned", str(kpi), *folders(two))
    program.fine("export", "--partitioned", str(kpi), *folders(two))
    said = program.refused("export", "--partitioned", str(kpi), *folders(two[:1]))
    assert "body_code=019992" in said


@pytest.mark.parametrize(("code", "digit"), [("14150", "0"), ("13101", "6"), ("01100", "2")])
def test_the_check_digit_of_a_code(code: str, digit: str) -> None:
    # 14150: 6+20+4+15+0 = 45, 45 mod 11 = 1, 11-1 = 10 → 0. 13101: 6+15+4+0+2 = 27 → 5 → 6.
    # 01100: 0+5+4+0+0 = 9 → 2.
    assert check_digit(code) == digit


def queries() -> Iterator[tuple[str, str]]:
    for name in ("open-data.md", "open-data.ja.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        for sql in re.findall(r"^```sql\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            yield name, sql


def test_the_queries_of_the_guide_run_and_tell_what_is_so(
    program: Program, two: tuple[City, City], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aoba, other = two
    # Of one body a target more is missed, so that the two are not the same.
    other.change("plans/aoba.yaml", "  R7: 16\n", "  R7: 26\n")
    program.fine("export", "--partitioned", str(tmp_path / "kpi"), *folders((aoba, other)))
    monkeypatch.chdir(tmp_path)
    found = list(queries())
    views = {sql for _name, sql in found if "read_parquet" in sql}
    (view,) = views
    with duckdb.connect() as connection:
        connection.execute(view)
        asked = [sql for _name, sql in found if sql.startswith("SELECT")]
        answers = [connection.execute(sql).fetchall() for sql in asked]
    assert len(answers) == 8
    assert answers[:4] == answers[4:]
    due, missed, common, changed = answers[:4]
    # R7: 59 of 80 %, 16 of 20 minutes, no leak, 1,027 of 1,375, no places, one pending, 66 of 100.
    assert ("990001", "あおば市", 2025, 7, 2, 3, 1) in due
    assert ("019992", "みどり市", 2025, 7, 1, 4, 1) in due
    assert len(missed) == 7
    assert ("手続の電子化", "件", 2) not in common
    assert {row[2] for row in common} == {2}
    assert ("あおば市", "年間利用件数", "R7", Decimal(1027), Decimal(-223)) in changed
