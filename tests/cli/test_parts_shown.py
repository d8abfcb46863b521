"""An indicator with parts, from the file through every command and back into it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from city_parts import FIGURES, PARTS
from little_city import City
from program import TODAY, Program


@pytest.fixture
def split(city: City) -> City:
    """The visits of the portal: missed in one part, not reported in the other."""
    indent = "".join(f"{line[2:]}\n" for line in FIGURES.splitlines())
    city.change(
        "projects/aoba/portal.yaml", indent, "".join(f"{line[2:]}\n" for line in PARTS.splitlines())
    )
    return city


def said(program: Program, city: City, *arguments: str) -> str:
    return " ".join(program.fine(*arguments, "--today", TODAY, cwd=city.root).out.split())


def test_status_lists_the_parts_below_and_counts_once(program: Program, split: City) -> None:
    page = said(program, split, "status", "aoba", "--as-of", "R7")
    assert "年間利用件数 - - - - unmet 小学校 R5 1,000件 R7 1,027件 R7 1,375件 74.7%" in page
    assert "中学校 - R6 40校 R7 50校 - not reported" in page
    assert "催し - R7 12件 R9 for reference - for reference" in page
    counted = json.loads(
        program.fine(
            "status", "aoba", "--format", "json", "--as-of", "R7", "--today", TODAY, cwd=split.root
        ).out
    )["plans"][0]
    whole = next(
        each for each in counted["indicators"] if each["indicator_id"] == "aoba/portal/visits"
    )
    assert (whole["status"], whole["achievement_rate"], whole["part"]) == ("unmet", None, None)
    assert [each["part"] for each in whole["parts"]] == ["elementary", "middle"]


def test_show_and_explain_go_through_the_parts(program: Program, split: City) -> None:
    shown = said(program, split, "show", "aoba/portal/visits", "--as-of", "R7")
    assert "unmet its parts: unmet 1, not reported 1" in shown
    assert "催し (for reading only)" in shown
    told = said(program, split, "explain", "visits", "--as-of", "R7")
    assert "Status: unmet its parts: unmet 1, not reported 1" in told
    assert "1,027 ÷ 1,375 = 74.7%" in told
    one = said(program, split, "explain", "visits/middle", "--as-of", "R7")
    assert "aoba/portal/visits/middle: outcome indicator" in one
    assert "Status: not reported" in one


def test_a_name_means_the_whole_and_a_longer_one_the_part(program: Program, split: City) -> None:
    assert "aoba/portal/visits " in said(program, split, "show", "年間利用件数")
    assert "aoba/portal/visits/middle" in said(program, split, "show", "中学校")


def test_the_figure_of_a_part_is_due_and_recorded(program: Program, split: City) -> None:
    due = said(program, split, "due")
    assert "年間利用件数: 中学校" in due
    assert "年間利用件数: 催し" not in due
    refused = program("record", "visits", "R7", "55", cwd=split.root)
    assert refused.code == 2
    assert "name one of them: elementary, middle, fair" in refused.err
    program.fine("record", "visits/middle", "R7", "55", "--source", "main p.9", cwd=split.root)
    program.fine("record", "visits/fair", "R6", "13", "--source", "main p.9", cwd=split.root)
    text = split.read("projects/aoba/portal.yaml")
    assert "value: 55" in text.partition("id: middle")[2].partition("id: fair")[0]
    assert "value: 13" in text.partition("id: fair")[2]


GROUNDS = ("--reason", "統合", "--approved-by", "会議", "--date", "R8.5.1", "--source", "main p.9")


def test_a_target_is_revised_where_it_stands(program: Program, split: City) -> None:
    portal = "projects/aoba/portal.yaml"
    program.fine("revise", "visits/middle", "R7", "60", *GROUNDS, cwd=split.root)
    text = split.read(portal)
    assert "old: 50" in text
    split.change(portal, "    parts:\n", "    targets: {R7: 10}\n    parts:\n")
    split.change(portal, "        targets: {R7: 1375}\n", "")
    refused = program("revise", "visits/elementary", "R7", "60", *GROUNDS, cwd=split.root)
    assert refused.code == 2
    assert "has no targets of its own; revise those of aoba/portal/visits" in refused.err


def test_a_part_is_not_dropped_or_renamed_by_itself(program: Program, split: City) -> None:
    for command in (("drop", "visits/fair"), ("rename", "visits/fair", "行事")):
        refused = program(*command, *GROUNDS, cwd=split.root)
        assert refused.code == 2
        assert "is a part; only the indicator aoba/portal/visits" in refused.err


def test_the_export_has_a_row_for_each_part(program: Program, split: City) -> None:
    done = program.raw("export", "--today", TODAY, "--format", "csv", cwd=split.root)
    text = io.StringIO(done.stdout.decode("utf-8-sig"), newline="")
    rows = [
        (row["part"], row["part_name"], row["fiscal_year_label"], row["unit"], row["status"])
        for row in csv.DictReader(text)
        if row["indicator_id"] == "aoba/portal/visits"
    ]
    assert rows == [
        ("elementary", "小学校", "R7", "件", "unmet"),
        ("middle", "中学校", "R6", "校", "behind"),
        ("middle", "中学校", "R7", "校", "not_reported"),
        ("fair", "催し", "R7", "件", "reference"),
        ("fair", "催し", "R9", "件", "reference"),
    ]


def test_diff_tells_of_a_part_by_its_own_id(program: Program, split: City) -> None:
    other = City.found(split.root / "before")
    other.write("projects/aoba/portal.yaml", split.read("projects/aoba/portal.yaml"))
    split.change("projects/aoba/portal.yaml", "R7: 50", "R7: 45")
    split.change("projects/aoba/portal.yaml", "actuals: {R6: 40}", "actuals: {R6: 40, R7: 46}")
    split.change("projects/aoba/portal.yaml", "name: 催し", "name: 行事")
    found = json.loads(
        program.fine(
            "diff", str(other.data), "data", "--format", "json", "--today", TODAY, cwd=split.root
        ).out
    )["changes"]
    told = {(each["kind"], each["id"]) for each in found}
    assert ("lowered_target", "aoba/portal/visits/middle") in told
    assert ("added_actual", "aoba/portal/visits/middle") in told
    assert ("changed_title", "aoba/portal/visits/fair") in told
    assert ("changed_definition", "aoba/portal/visits") in told
