"""A stranger's file may be large, but what is done with it grows as it does: no faster.

What one regular expression does is only told by the processor's clock. So that is asked, for two
sizes, and only a ratio far from what either answer would give decides.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sagaict.checking.fixes import fixed_text
from sagaict.checking.run import check
from sagaict.reading.source_text import MAX_BYTES
from sagaict.reading.workspace import read_workspace

PLAN = """\
id: p
title: {title}
period: {period}
note: {note}
documents: {{plan: {{title: 計画書}}}}
goals:
  - no: 1
    title: 目標
    measures:
      - id: m
        title: 施策
        goal_indicators:
          - id: i
            name: {name}
            unit: {unit}
            definition: {definition}
            direction: increase
            aggregation: annual
            source: {source}
            baseline: {{value: {value}, as_of: {as_of}, printed: {printed}}}
            targets: {{{year}: {{value: 1, printed: {printed}}}}}
            actuals: {{R6: {{value: 1, span: {span}, note: {note}, printed: {printed}}}}}
"""
USUAL = {
    "title": "計画",
    "period": "R6-R9",
    "note": "注",
    "name": "利用",
    "unit": "件",
    "definition": "定義",
    "source": "plan 1",
    "value": "1",
    "as_of": "R5.3",
    "printed": "1件",
    "year": "R9",
    "span": "R6.4-R6.9",
}
BEGINNINGS = {"period": "R6", "year": "R9", "as_of": "R5.3", "span": "R6.4", "source": "plan "}
TODAY = date(2026, 11, 21)
FILLINGS = ["1", " ", "1,", "(", "R1", "1-", "年", "～", "%", "1億", "約 ", "第 "]

STRUCTURES: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: "".join(f"k{k}: 1\n" for k in range(n)),
    "the same key": lambda n: "k: 1\n" * n,
    "unknown keys on one line": lambda n: "{" + ", ".join(f"k{k}: 1" for k in range(n)) + "}",
    "conflicts": lambda n: "=======\n" * n,
    "control characters": lambda n: "\x07" * n,
    "aliases": lambda n: "".join(f"k{k}: *a\n" for k in range(n)),
    "tabs": lambda n: "id: p\n" + "\t\n" * n + "\ta: b\n",
    "comments": lambda n: "# 注\n" * n + "id: p\n",
    "acceptances": lambda n: "# sagaict: accept overdue: 理由\n" * n + "id: p\n",
    "blanks in a comment": lambda n: "id: p # sagaict: accept a" + " ," * n + "\n",
    "brackets": lambda n: "a: [" + "[], " * n + "]\n",
    "an open quote": lambda n: 'note: "' + "あ\n  " * n,
    "full-width figures": lambda n: PLAN.format(
        **{
            **USUAL,
            "year": ", ".join(f"２０{k % 90 + 10}-２０{k // 90 + 10}: １" for k in range(n)),
        }
    ),
    "documents": lambda n: "id: p\n" + "---\na: b\n" * n,
    "figures of one indicator": lambda n: (
        PLAN.format(**USUAL)
        + "            revisions: ["
        + "{fiscal_year: R9, date: R6.5.1, old: 1, new: 2, reason: 理由}, " * n
        + "]\n"
    ),
    "indicators": lambda n: (
        PLAN.format(**USUAL)
        + "".join(
            f"          - {{id: i{k}, name: 利用, unit: 件, direction: increase, "
            "aggregation: annual, targets: {R9: 1}}\n"
            for k in range(n)
        )
    ),
    "documents listed": lambda n: PLAN.format(**USUAL).replace(
        "documents: {", "documents: {" + "".join(f"d{k}: {{title: 書}}, " for k in range(n))
    ),
    "projects named": lambda n: (
        PLAN.format(**USUAL) + "predecessors: [" + ", ".join(f"q{k}" for k in range(n)) + "]\n"
    ),
}


def work(root: Path, text: str) -> float:
    """The processor's time for a check of the plan and for mending it, the lesser of two."""
    (root / "plans").mkdir(exist_ok=True)
    (root / "plans/p.yaml").write_text(text, encoding="utf-8")
    assert len(text.encode()) <= MAX_BYTES
    taken = []
    for _attempt in range(2):
        start = time.process_time()
        result = check(read_workspace(root, shown_as="data"), TODAY)
        fixed_text(text, result.problems)
        taken.append(time.process_time() - start)
    return min(taken)


def assert_grows_evenly(root: Path, text_of: Callable[[int], str], size: int) -> None:
    # Four times the input is four times the work; sixteen would be its square.
    small, large = work(root, text_of(size)), work(root, text_of(4 * size))

    assert large < 9 * small + 0.1


@pytest.mark.parametrize("structure", STRUCTURES)
def test_work_grows_as_the_file_does(structure: str, tmp_path: Path) -> None:
    assert_grows_evenly(tmp_path, STRUCTURES[structure], 300)


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize("field", USUAL)
def test_work_grows_as_a_value_does(field: str, filling: str, tmp_path: Path) -> None:
    def text_of(size: int) -> str:
        value = f'"{BEGINNINGS.get(field, "1")}{(filling * size)[:size]}x"'
        return PLAN.format(**{**USUAL, field: value})

    assert_grows_evenly(tmp_path, text_of, 2_400)
