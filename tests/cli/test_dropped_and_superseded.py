"""What was dropped, added or renamed, and a superseded plan, in what the commands print."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from little_city import City
from program import TODAY, Program

DROPPED = """\
amendments:
  - what: dropped
    date: R8.7.1
    reason: 市民課の窓口に統合した。
    approved_by: 調整会議
"""
RENAMED = """\
            amendments:
              - what: renamed
                date: R8.4.1
                old: 待ち時間
                new: 平均待ち時間
                reason: 測り方に合わせた。
                source: main p.9
              - what: dropped
                date: R8.6.1
            revisions:
              - year: R7
                date: R6.10.1
                old: 25
                new: 20
                reason: 早く届くため。
                approved_by: 調整会議
            source: main p.2
"""
REPLACED = """\
revisions:
  - what: superseded
    old: あおば市DX計画
    new: 新あおば市DX計画
    date: R8.10.1
    approved_by: 市長
goals:
  - no: 1
"""


@pytest.fixture
def changed(city: City) -> City:
    """The project `kiosk` was dropped, and the indicator `waiting` renamed and dropped."""
    city.change("projects/aoba/kiosk.yaml", "source: main p.5\n", f"{DROPPED}source: main p.5\n")
    city.change("plans/aoba.yaml", "            source: main p.2\n", RENAMED)
    return city


def text_of(program: Program, city: City, *arguments: str) -> str:
    return " ".join(program.fine(*arguments, cwd=city.root).out.split())


def test_status_names_what_was_dropped_in_order_of_the_day(program: Program, changed: City) -> None:
    result = program.fine("status", "aoba", cwd=changed.root)
    assert result.after("Dropped: 2")[1:5] == [
        "- 2026-06-01 窓口の改善 / 平均待ち時間",
        "  no reason given  not approved yet",
        "- 2026-07-01 証明書の自動交付機",
        "  reason: 市民課の窓口に統合した。  approved by 調整会議",
    ]


def test_status_counts_it_nowhere(program: Program, changed: City) -> None:
    shown = text_of(program, changed, "status", "aoba")
    # Without waiting (met): leaks met, online missed. Without places (not reported): three.
    assert "goal indicator met 1 of 2 (unmet 1)" in shown
    assert "outcome indicator met 0 of 3 (unmet 2, pending 1)" in shown
    assert "設置箇所数" not in shown
    assert "Not reported: 1 - R7 事務の改革" in shown  # a total that lacks R7


def test_status_of_before_the_drop_is_as_it_was(program: Program, changed: City) -> None:
    shown = text_of(program, changed, "status", "aoba", "--as-of", "R7")
    assert "goal indicator met 2 of 3 (unmet 1)" in shown
    assert "Dropped" not in shown


def test_status_as_markdown_has_the_same_section(program: Program, changed: City) -> None:
    result = program.fine("status", "aoba", "--format", "markdown", cwd=changed.root)
    assert "## Dropped: 2" in result.lines


def test_a_plan_of_which_everything_was_dropped_still_says_so(program: Program, city: City) -> None:
    record = "            amendments:\n              - {what: dropped, date: R5.4.1}\n"
    city.change("plans/midori.yaml", "            source: main p.1\n", record)
    shown = text_of(program, city, "status", "midori")
    assert "Dropped: 1" in shown
    assert "Nothing to show" not in shown


def status_json(program: Program, city: City, *options: str) -> dict[str, Any]:
    result = program.fine("status", "aoba", "--format", "json", *options, cwd=city.root)
    page: dict[str, Any] = json.loads(result.out)
    return dict(page["plans"][0])


def test_status_as_json_lists_it(program: Program, changed: City) -> None:
    plan = status_json(program, changed)
    waiting, kiosk = plan["dropped"]
    assert waiting == {
        "kind": "indicator",
        "id": "aoba/1-2/waiting",
        "name": "平均待ち時間",
        "date": "R8.6.1",
        "reason": None,
        "approved_by": None,
    }
    assert (kiosk["kind"], kiosk["id"], kiosk["approved_by"]) == (
        "project",
        "aoba/kiosk",
        "調整会議",
    )
    assert "aoba/kiosk/places" not in {row["indicator_id"] for row in plan["indicators"]}
    assert plan["superseded"] is None
    assert status_json(program, changed, "--as-of", "R7")["dropped"] == []


def test_status_as_csv_has_no_row_of_it(program: Program, changed: City) -> None:
    done = program.raw("status", "--format", "csv", "--today", TODAY, cwd=changed.root)
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")))
    found = {row["indicator_id"] for row in rows}
    assert "aoba/1-1/online" in found
    assert not found & {"aoba/kiosk/places", "aoba/1-2/waiting"}


def test_export_keeps_its_rows(program: Program, changed: City) -> None:
    page = json.loads(program.fine("export", "--plan", "aoba", cwd=changed.root).out)
    rows = [row for row in page["rows"] if row["indicator_id"] == "aoba/kiosk/places"]
    found = [(row["fiscal_year_label"], row["status"]) for row in rows]
    assert found == [("R6", "not_reported"), ("R7", "not_reported")]
    changed.change("projects/aoba/kiosk.yaml", "date: R8.7.1", "date: R7.7.1")
    page = json.loads(program.fine("export", "--plan", "aoba", cwd=changed.root).out)
    rows = [row for row in page["rows"] if row["indicator_id"] == "aoba/kiosk/places"]
    found = [(row["fiscal_year_label"], row["status"]) for row in rows]
    assert found == [("R6", "not_reported"), ("R7", "discontinued")]


def test_what_is_added_later_is_not_exported_from_an_earlier_year(
    program: Program, city: City
) -> None:
    added = "amendments:\n  - {what: added, date: R8.4.1}\n"
    city.change("projects/aoba/kiosk.yaml", "source: main p.5\n", f"{added}source: main p.5\n")

    def ids(*options: str) -> set[str]:
        result = program.fine("export", *options, cwd=city.root)
        return {row["indicator_id"] for row in json.loads(result.out)["rows"]}

    assert "aoba/kiosk/places" in ids()
    assert "aoba/kiosk/places" not in ids("--as-of", "R7")
    listed = program.fine("list", "projects", "--as-of", "R7", cwd=city.root).out
    assert "aoba/kiosk" not in listed


def test_list_marks_the_project_and_leaves_the_indicators_out(
    program: Program, changed: City
) -> None:
    result = program.fine("list", "projects", cwd=changed.root)
    assert result.line("aoba/kiosk").split()[2:] == ["B", "-", "dropped", "2026-07-01"]
    before = program.fine("list", "projects", "--as-of", "R7", cwd=changed.root)
    assert before.line("aoba/kiosk").split()[2:] == ["B", "-", "delayed"]
    listed = program("list", "indicators", "--today", TODAY, cwd=changed.root)
    assert "aoba/kiosk/places" not in listed.out
    assert "aoba/1-2/waiting" not in listed.out
    assert listed.err == "Dropped and not listed: 2. To see them: sagaict status PLAN\n"
    goals = program("list", "indicators", "--kind", "goal", "--today", TODAY, cwd=changed.root)
    assert goals.err.startswith("Dropped and not listed: 1.")
    assert program.fine("list", "indicators", "--plan", "midori", cwd=changed.root).err == ""


def test_show_tells_revisions_and_amendments_in_one_way(program: Program, changed: City) -> None:
    result = program.fine("show", "waiting", cwd=changed.root)
    assert result.after("Revisions")[1:4] == [
        "- 2024-10-01, target R7: 25分 → 20分  reason: 早く届くため。  approved by 調整会議",
        (
            "- 2026-04-01, renamed “待ち時間” → “平均待ち時間”  reason: 測り方に合わせた。"
            "  not approved yet  [main p.9]"
        ),
        "- 2026-06-01, dropped from the plan  no reason given  not approved yet",
    ]
    assert result.lines[2] == (
        "Dropped on 2026-06-01: targets of FY2026 (R8) and later never fall due "
        "(no reason given  not approved yet)."
    )


def test_show_of_the_project_and_of_its_measure_marks_it(program: Program, changed: City) -> None:
    shown = text_of(program, changed, "show", "kiosk")
    assert "Dropped on 2026-07-01: targets of FY2026 (R8) and later" in shown
    assert "設置箇所数 (outcome indicator) (dropped 2026-07-01)" in shown
    assert "- 2026-07-01, dropped from the plan reason: 市民課の窓口に統合した。" in shown
    measure = text_of(program, changed, "show", "aoba/1-2")
    assert "平均待ち時間 (goal indicator) (dropped 2026-06-01)" in measure
    assert "証明書の自動交付機 (dropped 2026-07-01) aoba/kiosk" in measure
    assert "窓口アンケート aoba/survey" in measure


def test_show_of_the_plan_counts_and_names_what_is_left(program: Program, changed: City) -> None:
    result = program.fine("show", "aoba", cwd=changed.root)
    # Of kiosk and survey, survey is left.
    assert result.line("1-2 窓口の改善").split()[2:4] == ["aoba/1-2", "1"]
    assert "- 2026-07-01 証明書の自動交付機" in result.after("Dropped: 2")


def steps(program: Program, city: City, *arguments: str) -> list[str]:
    result = program.fine("explain", *arguments, cwd=city.root)
    return [line.removeprefix("- ") for line in result.lines if line.startswith("- ")]


def test_explain_says_that_later_targets_never_fall_due(program: Program, changed: City) -> None:
    changed.change("projects/aoba/kiosk.yaml", "date: R8.7.1", "date: R7.7.1")
    said = steps(program, changed, "places", "--year", "R7")
    assert said[-3:] == [
        (
            "Dropped on 2025-07-01: targets of FY2025 (R7) and later never fall due "
            "(reason: 市民課の窓口に統合した。  approved by 調整会議)."
        ),
        "R7: the target never falls due",
        "Status: discontinued  it was dropped before the target fell due",
    ]
    earlier = steps(program, changed, "places", "--year", "R6")
    assert earlier[-2] == "R6 has ended: the target is due"
    unseen = steps(program, changed, "places", "--year", "R7", "--as-of", "R6")
    assert not [line for line in unseen if "Dropped" in line]
    assert "R7: not due yet" in unseen


def test_a_superseded_plan_says_since_when_and_by_what(program: Program, city: City) -> None:
    city.change("plans/aoba.yaml", "goals:\n  - no: 1\n", REPLACED)
    line = (
        "Superseded by 新あおば市DX計画 on 2026-10-01: "
        "targets of FY2026 (R8) and later never fall due."
    )
    assert line in program.fine("status", "aoba", cwd=city.root).lines
    # It no longer runs: among the other plans it is marked.
    closed = program.fine("status", cwd=city.root)
    assert "(aoba) (superseded)" in " ".join(closed.after("Other plans"))
    assert line in program.fine("show", "aoba", cwd=city.root).lines
    assert line in steps(program, city, "online")
    assert program.fine("list", "plans", cwd=city.root).line("aoba").split()[-1] == "superseded"
    assert status_json(program, city)["superseded"] == {
        "by": "新あおば市DX計画",
        "date": "R8.10.1",
        "reason": None,
        "approved_by": "市長",
    }
    recorded = program.fine("show", "aoba", cwd=city.root).after("Revisions")[1]
    assert recorded == (
        "- 2026-10-01, superseded あおば市DX計画 → 新あおば市DX計画  "
        "no reason given  approved by 市長"
    )


def test_seen_from_before_it_was_superseded_it_is_running(program: Program, city: City) -> None:
    city.change("plans/aoba.yaml", "goals:\n  - no: 1\n", REPLACED)
    earlier = program.fine("status", "--as-of", "R7", cwd=city.root)
    assert "Superseded" not in earlier.out
    listed = program.fine("list", "plans", "--as-of", "R7", cwd=city.root)
    assert listed.line("aoba").split()[-1] == "running"
    assert status_json(program, city, "--as-of", "R7")["superseded"] is None
