"""The comparison as a comment on a pull request."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from comparing_plans import VIEW, compared, indicator, of_indicators
from harbour import Town

from sagaict.comparing.comparison import Comparison
from sagaict.reporting.diff_markdown import diff_markdown
from sagaict.reporting.diff_report import Compared, Side

SIDES = Compared(Side("revision", "main", "0" * 40, None, 4), Side("folder", "new", files=4), VIEW)


def lowered(count: int, **fields: Any) -> Comparison:
    """A comparison in which so many targets were lowered."""
    old = [indicator(number, targets={"R9": "100"}, **fields) for number in range(count)]
    new = [indicator(number, targets={"R9": "90"}, **fields) for number in range(count)]
    return compared(of_indicators(old), of_indicators(new))


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if "plan/1-1/indicator" in line]


def test_summary_and_table_come_first(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.edit("plans/harbour.yaml", ("value: 101,000\n", "value: 90,000\n"))
    town.edit(
        "projects/harbour/rpa.yaml",
        ("progress: on_schedule", "progress: done"),
        ("title: RPAの導入", "title: RPA導入"),
    )
    lines = town.run("diff", "--format", "markdown").out.splitlines()
    assert lines[0].startswith("Targets: 1 (1 made easier, 1 without a reason ⚠)")
    assert lines[1].startswith("From HEAD (")
    assert lines[3] == "| What | Change | Status and rate |"
    assert lines[5].startswith(
        "| 手続の電子化 / 年間アクセス件数<br>harbour/1-1/access | Target R9:"
    )
    assert any("Title: “RPAの導入” → “RPA導入” (no reason given ⚠)" in line for line in lines[:8])
    folded = lines[lines.index("") :]
    assert "<details><summary>Actions, evaluations, remarks: 1</summary>" in folded
    assert folded.count("</details>") == sum("<details>" in line for line in folded) == 1


def test_nothing_changed() -> None:
    text = diff_markdown(lowered(0), SIDES)
    assert text.startswith("Nothing changed.")
    assert "|" not in text


def test_a_thousand_changes_fit_into_a_comment() -> None:
    text = diff_markdown(lowered(1000), SIDES)
    assert len(text) < 65_536
    shown = len(rows(text))
    assert 300 < shown < 1000
    assert f"{1000 - shown:,} more changes do not fit here" in text
    assert text.count("<details>") == text.count("</details>") == 1
    assert "Targets: 1000 (1000 made easier, 1000 without a reason ⚠)" in text


def test_no_row_is_ever_cut() -> None:
    comparison = lowered(300, note="*" * 50)
    for limit in range(3_000, 12_000, 371):
        text = diff_markdown(comparison, SIDES, limit)
        assert len(text) <= limit
        for row in rows(text):
            assert len(re.findall(r"(?<!\\)\|", row)) == 4


def test_most_of_a_long_table_is_folded() -> None:
    text = diff_markdown(lowered(100), SIDES)
    before, _tag, after = text.partition("<details><summary>Targets: 60</summary>")
    assert len(rows(before)) == 40
    assert len(rows(after)) == 60


def test_what_a_plan_says_is_no_markup() -> None:
    name = "a|b<img src=x onerror=alert(1)>**@team** [x](http://x.example) `c` </details>"
    old = of_indicators([indicator(1, targets={"R9": "5"})])
    new = of_indicators([indicator(1, targets={"R9": "4"}) | {"name": name, "unit": "|\n<b>"}])
    text = diff_markdown(compared(old, new), SIDES)
    assert not re.search(r"(?<!\\)<(?:img|b>|/details> )", text)
    assert "http://" not in text
    assert "@team" not in text.replace("\\@", "")
    for row in rows(text):
        assert len(re.findall(r"(?<!\\)\|", row)) in {3, 4}


def test_long_names_and_reasons_are_shortened_with_an_ellipsis() -> None:
    name = "長" * 5_000
    old = of_indicators([indicator(1, targets={"R9": "5"}, actuals={})])
    new = of_indicators(
        [
            indicator(1, targets={"R9": "4"}, actuals={"R7": {"value": "3", "remark": name}})
            | {"name": name}
        ]
    )
    text = diff_markdown(compared(old, new), SIDES)
    assert len(text) < 3_000
    assert "…" in text
