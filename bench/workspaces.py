"""Workspaces to measure on: the shipped data many times over, and one plan of many indicators."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

__all__ = ["copies", "filled_csv", "git_history", "one_large_plan", "one_reported_plan"]

_SETTINGS = "sagaict.yaml"


def copies(data: Path, number: int, into: Path) -> int:
    """Lay the shipped data out `number` times under other ids; how many files that makes.

    The copies stand beside each other as different bodies' plans: nothing leads from one to
    another, and the findings accepted in the original are accepted in each.
    """
    plans = sorted(path.stem for path in (data / "plans").glob("*.yaml"))
    ids = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, plans))})(?![\w-])")
    head, accepted = (data / _SETTINGS).read_text(encoding="utf-8").split("accept:\n")
    # In a word: of a thousand copies, the reasons alone would be more than a file may be.
    accepted = re.sub(r"(?m)^(    reason:) .+$", r"\1 同", accepted)
    settings = [head, "accept:\n"]
    count = 0
    for copy in range(1, number + 1):
        for path in sorted(data.glob("plans/*.yaml")) + sorted(data.glob("projects/*/*.yaml")):
            place = into / ids.sub(rf"\1-g{copy}", path.relative_to(data).as_posix())
            place.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            place.write_text(ids.sub(rf"\1-g{copy}", text), encoding="utf-8")
            count += 1
        settings.append(ids.sub(rf"\1-g{copy}", accepted))
    (into / _SETTINGS).write_text("".join(settings), encoding="utf-8")
    return count


_INDICATOR = """
          - id: i{number}
            name: 件数その{number}
            unit: 件
            direction: increase
            aggregation: annual
            data_source: 業務統計
            baseline: {{value: 1000, year: R4}}
            targets: {{R6: 1100, R7: 1200}}
            source: plan 第4章 (p.{number})"""


_REPORTED = """
          - id: i{number}
            name: 件数その{number}
            unit: 件
            direction: increase
            aggregation: annual
            data_source: 業務統計
            baseline: {{value: 1000, year: R2}}
            targets: {{R3: 1100, R4: 1200, R5: 1300, R6: 1400, R7: 1500}}
            actuals: {{{actuals}}}
            source: plan 第4章 (p.{number})"""
_ACTUAL = "R{year}: {{value: {value}, state: final, source: plan p.9, remark: 利用が進んだ。}}"


def one_large_plan(indicators: int, into: Path) -> None:
    """A plan with that many indicators of one measure, all of whose results are still to come."""
    numbers = range(1, indicators + 1)
    _lay_out(into, "R6-R7", [_INDICATOR.format(number=number) for number in numbers])


def one_reported_plan(indicators: int, into: Path) -> None:
    """A plan that has ended, with that many indicators: five targets, five results of each.

    Every third is missed in the last year.
    """
    body = []
    for number in range(1, indicators + 1):
        last = 1510 if number % 3 else 1490
        values = {3: 1110, 4: 1190, 5: 1310, 6: 1390, 7: last}
        actuals = ", ".join(_ACTUAL.format(year=year, value=values[year]) for year in values)
        body.append(_REPORTED.format(number=number, actuals=actuals))
    _lay_out(into, "R3-R7", body)


def _lay_out(into: Path, period: str, indicators: list[str]) -> None:
    (into / "plans").mkdir(parents=True, exist_ok=True)
    head = f"""\
id: large
title: 大きな計画
period: {period}
stage: approved
documents:
  plan: {{title: 大きな計画, published: R2.12}}
goals:
  - no: 1
    title: 目標
    measures:
      - no: 1-1
        id: 1-1
        title: 施策
        goal_indicators:"""
    text = f"{head}{''.join(indicators)}\n"
    (into / "plans" / "large.yaml").write_text(text, encoding="utf-8")


def filled_csv(workspace: Path, rows: int, year: str) -> str:
    """The export's CSV with `rows` results of `year` filled in, to be imported again.

    Raises:
        subprocess.CalledProcessError: the export fails.
    """
    export = [sys.executable, "-m", "sagaict", "export", "--format", "csv", "--lang", "en"]
    done = subprocess.run(
        [*export, "--data", str(workspace)], check=True, capture_output=True, encoding="utf-8-sig"
    )
    lines = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row["fiscal_year"] == year]
    for number, row in enumerate(lines[:rows]):
        row.update(actual_value=str(1000 + number), actual_state="final", source="plan p.9")
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def git_history(workspace: Path) -> None:
    """Commit the workspace, then change one figure in each plan that has one of the shipped ids.

    Raises:
        subprocess.CalledProcessError: git fails.
    """
    git = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.invalid"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Before"]):
        subprocess.run([*git, *arguments], cwd=workspace, check=True, capture_output=True)
    for path in workspace.glob("plans/ict-strategy-2-*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("101,000", "90,000"), encoding="utf-8")
