"""Edits that change no figure and no judgement: one line, with counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import Town

PLAN_FILE = "plans/harbour.yaml"
RPA_FILE = "projects/harbour/rpa.yaml"
CLOUD_FILE = "projects/harbour/cloud.yaml"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path)


def test_comment_is_told_in_the_last_line_only(town: Town) -> None:
    town.edit(PLAN_FILE, ("# The plan as the council approved it.", "# Approved in March."))
    ran = town.run("diff", "--format", "json")
    assert ran.json["changes"] == []
    assert ran.json["wording"] == {"layout": 1}
    shown = town.run("diff").out
    assert "No figure, target or judgement changed." in shown
    assert shown.rstrip().endswith("Wording and layout only: comments and layout 1")
    assert "Approved in March" not in shown


def test_line_ends_are_no_edit(town: Town) -> None:
    path = town.data / PLAN_FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert town.run("diff", "--format", "json").json["wording"] == {}
    assert "Nothing changed." in town.run("diff").out


def test_number_written_otherwise_is_layout(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 80,000", "R7: 80000"))
    ran = town.run("diff", "--format", "json").json
    assert (ran["changes"], ran["wording"]) == ([], {"layout": 1})


def test_notes_and_printed_wording_are_counted(town: Town) -> None:
    town.edit(
        PLAN_FILE,
        ("printed: 101,000件", "printed: 約101,000件"),
        ("definition: 市のサイト", "definition: 本市のサイト"),
    )
    town.edit(CLOUD_FILE, ("始めた。", "開始した。"))
    town.edit(
        RPA_FILE, ("source: plan p.50", "source: plan p.49"), ("事務を自動に", "仕事を自動に")
    )
    ran = town.run("diff", "--format", "json").json
    assert ran["changes"] == []
    assert ran["wording"] == {"definition": 1, "note": 1, "overview": 1, "printed": 1, "source": 1}


def test_provisions_are_wording_but_terms_and_judgements_are_not(town: Town) -> None:
    town.edit(
        PLAN_FILE,
        (
            "categories:\n",
            "terms: {goal: ビジョン}\nevaluations: {R7: {remark: 順調}}\ncategories:\n",
        ),
        (
            "goals:\n",
            "provisions: [{title: 上位計画, items: [総合計画], source: plan p.3}]\ngoals:\n",
        ),
        ("title: 便利なまち\n", "title: 便利なまち\n    evaluations: {R7: {causes: 周知}}\n"),
    )
    ran = town.run("diff", "--format", "json").json
    assert [(each["kind"], each["name"]) for each in ran["changes"]] == [
        ("changed_attribute", "みなと市DX計画"),
        ("changed_evaluation", "みなと市DX計画"),
        ("changed_evaluation", "1 便利なまち"),
    ]
    assert ran["wording"] == {"provisions": 1}


def test_documents_are_counted_one_by_one(town: Town) -> None:
    town.edit(PLAN_FILE, ("categories:\n", "  review:\n    title: 令和7年度の評価\ncategories:\n"))
    assert town.run("diff", "--format", "json").json["wording"] == {"documents": 1}
