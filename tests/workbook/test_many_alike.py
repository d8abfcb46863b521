"""What is wrong with many figures at once is said once, with the option that mends all of them."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from running import ROOT, Ran, sagaict

PLAN = Path("data", "plans", "ict-strategy-2.yaml")
LATER = ("--today", "2028-05-01")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second strategy, whose figures name no source, and a table of seven results for it."""
    root = tmp_path_factory.mktemp("alike")
    (root / PLAN).parent.mkdir(parents=True)
    plan = (ROOT / PLAN).read_text(encoding="utf-8")
    plan = re.sub(r"^(?: {12})?source: .*\n", "", plan, flags=re.MULTILINE)
    (root / PLAN).write_text(plan, encoding="utf-8")
    assert sagaict("export", "--format", "csv", "-o", "kpi.csv", *LATER, cwd=root).code == 0
    with (root / "kpi.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["fiscal_year_label"] == "R9" and row["aggregation"] != "period_total":
            row |= {"actual_value": "50", "actual_state": "final"}
    with (root / "kpi.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return root


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return tmp_path


def take(city: Path, *arguments: str) -> Ran:
    return sagaict("import", "kpi.csv", "--yes", *arguments, *LATER, cwd=city)


def test_many_warnings_by_one_rule_are_one_with_the_option(city: Path) -> None:
    ran = take(city)
    assert ran.code == 0
    lines = [line for line in ran.err.splitlines() if "actual-without-source" in line]
    assert len(lines) == 1
    assert re.match(r"warning: 7 like this: data/plans/ict-strategy-2.yaml:\d+:\d+: ", lines[0])
    assert ran.err.count("The option for that: --source …") == 1


def test_a_source_for_all_of_them_leaves_no_warning(city: Path) -> None:
    ran = take(city, "--source", "plan 実績報告")
    assert ran.code == 0
    assert "actual-without-source" not in ran.err


def test_lines_of_files_that_are_not_written_are_not_cited(city: Path) -> None:
    before = (city / PLAN).read_text(encoding="utf-8")
    for arguments in (("--dry-run",), ("--source", "r9 p.1")):
        ran = take(city, *arguments)
        assert "7 like this: data/plans/ict-strategy-2.yaml: " in ran.err
        assert not re.search(r"yaml:\d", ran.err)
        assert (city / PLAN).read_text(encoding="utf-8") == before
    assert "sagaict set ict-strategy-2 documents.r9 TITLE" in ran.err
    assert "The option for that: --source …" in ran.err


@pytest.mark.parametrize("source", ["実績報告", "", "plan \x00"])
def test_a_malformed_source_is_the_fault_of_the_option(city: Path, source: str) -> None:
    before = (city / PLAN).read_text(encoding="utf-8")
    ran = take(city, "--source", source)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("The option for that: --source …\n")
    assert "kpi.csv" not in ran.err
    assert (city / PLAN).read_text(encoding="utf-8") == before
