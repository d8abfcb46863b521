"""What a check does not do twice, counted; clocks differ, counts do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from running import ROOT

from sagaict.checking.fixes import FIXABLE
from sagaict.checking.result import MOST_LISTED, CheckResult
from sagaict.checking.run import check, check_files
from sagaict.domain import spelling
from sagaict.reading import (
    doubts,
    yaml_dialect,
    yaml_events,
    yaml_parsers,
    yaml_placed,
    yaml_plain,
)
from sagaict.reading.acceptance import may_speak
from sagaict.reading.cache_folder import use_cache
from sagaict.reading.files import FileOf
from sagaict.reading.listing import list_folder
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.check_formats import FORMATS
from sagaict.reporting.problem_report import summary

TODAY = date(2026, 11, 21)
DATA = ROOT / "data"
INDICATORS = """\
id: {name}
title: 計画
period: R6-R9
documents: {{plan: {{title: 計画書}}}}
source: plan 1
goals:
  - no: 1
    title: 目標
    measures:
      - id: m
        title: 施策
        goal_indicators:
"""
INDICATOR = """\
          - {{id: i{number}, name: 件数, unit: 件, direction: increase, aggregation: annual,
             source: plan 1, targets: {{R9: 95}}}}
"""


class Work:
    """How often each text was parsed, and each file read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.parsed: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        parser_of, read = yaml_parsers.parser_of, FileOf.read

        def counted_parser(text: str) -> Any:
            self.parsed[text] += 1
            return parser_of(text)

        def counted_read(file: FileOf) -> bytes:
            self.read[file.shown] += 1
            return read(file)

        for module in (yaml_plain, yaml_placed, yaml_events, yaml_dialect, doubts):
            monkeypatch.setattr(module, "parser_of", counted_parser)
        monkeypatch.setattr(FileOf, "read", counted_read)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def with_findings(root: Path, plans: int, indicators: int) -> CheckResult:
    (root / "plans").mkdir()
    body = "".join(INDICATOR.format(number=number) for number in range(indicators))
    for name in range(plans):
        text = INDICATORS.format(name=f"p{name}") + body
        (root / f"plans/p{name}.yaml").write_text(text, encoding="utf-8")
    return check(read_workspace(root, shown_as="data"), TODAY)


def test_reading_parses_each_file_once(work: Work) -> None:
    workspace = read_workspace(DATA)

    assert len(work.parsed) == len(work.read) == len(workspace.files)
    assert set(work.parsed.values()) == set(work.read.values()) == {1}


def test_only_a_file_in_which_a_comment_speaks_is_parsed_again_to_judge_it(work: Work) -> None:
    result = check(read_workspace(DATA), TODAY).without("info")
    FORMATS["text"](result)

    again = [text for text, times in work.parsed.items() if times > 1]
    assert len(result.set_aside) > len(again) > 0
    assert all(may_speak(text) for text in again)
    assert max(work.parsed.values()) == 2  # for the model; for the comments and what they cover

    before = work.parsed.total()
    summary(result)
    assert work.parsed.total() == before  # to count needs no places


def test_a_check_of_files_reads_each_twice_and_parses_none_more_often(work: Work) -> None:
    result = check_files(list_folder(DATA, shown_as="data"), TODAY)
    FORMATS["text"](result.without("info"))
    assert work.read.pop("data/sagaict.yaml") == 1
    assert set(work.read.values()) == {2}  # to see what belongs together, and to judge it
    assert all(may_speak(text) for text, times in work.parsed.items() if times > 1)
    assert max(work.parsed.values()) == 2


def test_no_form_has_any_file_parsed_more_often_than_another(work: Work) -> None:
    result = check_files(list_folder(DATA, shown_as="data"), TODAY)
    for form in FORMATS.values():
        form(result)
    assert len(result.accepted) > 0
    assert len(result.problems) > 0
    # For the model; and once for all that is said of it, by comments and by the rules.
    assert max(work.parsed.values()) == 2


def test_where_verdicts_are_known_each_file_is_read_once_and_none_is_parsed(
    tmp_path: Path, work: Work
) -> None:
    use_cache({"SAGAICT_CACHE_DIR": str(tmp_path)})
    try:
        check_files(list_folder(DATA, shown_as="data"), TODAY)
        work.read.clear()
        work.parsed.clear()
        result = check_files(list_folder(DATA, shown_as="data"), TODAY)
    finally:
        use_cache(None)
    FORMATS["text"](result.without("info"))
    assert len(result.set_aside) > 0
    assert work.parsed == Counter()
    assert set(work.read.values()) == {1}


def test_places_are_looked_up_when_they_are_shown_file_by_file(tmp_path: Path, work: Work) -> None:
    result = with_findings(tmp_path, plans=3, indicators=4)
    assert len(result.found) > 3 * 4
    assert set(work.read.values()) == {1}

    one = result.only({"data/plans/p1.yaml"})
    FORMATS["text"](one)
    FORMATS["sarif"](one)
    assert work.read == {
        "data/plans/p0.yaml": 1,
        "data/plans/p1.yaml": 2,
        "data/plans/p2.yaml": 1,
    }


def test_what_is_not_listed_is_not_looked_up(tmp_path: Path, work: Work) -> None:
    result = with_findings(tmp_path, plans=4, indicators=400)
    assert len(result.found) > 2 * MOST_LISTED

    listed = result.listed
    assert len(listed) == MOST_LISTED + 1
    assert work.read["data/plans/p3.yaml"] == 1
    assert listed[:-1] == tuple(sorted(listed[:-1], key=lambda problem: problem.sort_key))


def test_unknown_ids_are_compared_with_known_ones_only_so_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0

    def counted(word: str, known: Collection[str]) -> str:
        nonlocal compared
        compared += len(known)
        return f"like {word}"

    monkeypatch.setattr(spelling, "nearest", counted)
    monkeypatch.setattr(spelling.Suggestions.__init__, "__defaults__", (1000,))
    stale = "".join(
        f"  - {{rule: overdue, below: p0/m/x{number}, reason: r}}\n" for number in range(300)
    )
    (tmp_path / "sagaict.yaml").write_text(f"accept:\n{stale}", encoding="utf-8")
    result = with_findings(tmp_path, plans=1, indicators=98)
    unknown = [each for each in result.listed if each.rule == "unknown-id"]
    # Known are the plan, its measure and 98 indicators: ten times 100 words, and no more.
    assert compared == 1000
    assert [each.args["suggestion"] for each in unknown] == [
        *(f"like p0/m/x{number}" for number in range(10)),
        *[""] * 290,
    ]


def test_a_file_is_read_as_often_for_many_stale_comments_as_for_one(
    tmp_path: Path, work: Work
) -> None:
    (tmp_path / "plans").mkdir()
    for name, times in (("one", 1), ("many", 200)):
        text = "# sagaict: accept overdue: r\n" * times
        text += INDICATORS.format(name=name) + INDICATOR.format(number=1)
        (tmp_path / f"plans/{name}.yaml").write_text(text, encoding="utf-8")
    result = check(read_workspace(tmp_path, shown_as="data"), TODAY)
    assert sum(each.rule == "unused-acceptance" for each in result.listed) == 201
    assert work.read["data/plans/many.yaml"] == work.read["data/plans/one.yaml"]


def test_nothing_is_looked_up_to_mend_what_cannot_be_mended(tmp_path: Path, work: Work) -> None:
    result = with_findings(tmp_path, plans=3, indicators=4)
    before = work.read.total()

    assert len(result.found) > 3 * 4
    assert result.of(FIXABLE).problems == ()
    assert work.read.total() == before
