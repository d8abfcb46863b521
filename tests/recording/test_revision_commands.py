"""`revise`, `approve`, `drop`, `rename`, `extend`, `supersede`: what they say, ask and refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from growing_city import Grown
from running import TODAY, Ran, sagaict

GROUNDS = ("--reason", "集計方法の変更", "--approved-by", "調整会議", "--date", "R8.5.20")
NEXT = "id: midori\ntitle: みどり市計画\nperiod: R8-R11\ndocuments: {}\n"


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


@pytest.fixture
def terminal() -> Iterator[None]:
    with patch("sagaict.cli.frame.asking.can_ask", return_value=True):
        yield


def run(city: Grown, *arguments: str, stdin: str = "") -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root, stdin=stdin.encode())


def refused(city: Grown, *arguments: str) -> str:
    before = (city.plan, city.portal)
    ran = run(city, *arguments)
    assert (ran.code, ran.out) == (2, ""), ran.out
    assert (city.plan, city.portal) == before
    return ran.err.removeprefix("sagaict: ")


def test_a_revision_is_told_in_the_plans_words(city: Grown) -> None:
    ran = run(city, "revise", "online", "R9", "85%以上", *GROUNDS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "aoba/1-1/online オンライン申請率: Target R9: 90 → 85% "
        "(lowered, reason: 集計方法の変更, approved by 調整会議); status not due\n"
        "Wording and layout only: printed wording 1\n"
    )
    assert "                printed: 85%以上\n" in city.plan


def test_a_lowered_target_that_is_due_shows_what_that_does_to_its_status(city: Grown) -> None:
    run(city, "record", "online", "R7", "76", "--remark", "説明が足りなかった。")
    ran = run(city, "revise", "online", "R7", "75", *GROUNDS)
    assert ran.code == 0
    assert ran.lines[0] == (
        "aoba/1-1/online オンライン申請率: Target R7: 80 → 75% "
        "(lowered, reason: 集計方法の変更, approved by 調整会議); "
        "status unmet → met; achievement rate 95.0% → 101.3%"
    )


def test_a_relation_is_told_with_what_it_comes_to(city: Grown) -> None:
    ran = run(city, "revise", "visits", "R8", "--times", "1.2", "--of", "Ｒ７", *GROUNDS)
    assert ran.code == 0
    assert "(= 1,232.4件)" in ran.out


def test_the_year_before_can_be_the_basis(city: Grown) -> None:
    ran = run(city, "revise", "visits", "R8", "--percent", "10%", "--of", "前年度", *GROUNDS)
    assert ran.code == 0
    assert "          to: previous\n          percent: 10\n" in city.portal


def test_a_proposal_is_written_with_a_warning_until_it_is_approved(city: Grown) -> None:
    ran = run(city, "revise", "online", "R9", "85", "--reason", "統計の変更", "--proposed")
    assert ran.code == 0
    assert "no approval recorded ⚠" in ran.out
    assert "[revision-unexplained]" in ran.err
    assert "revision-unexplained" in run(city, "check").out
    ran = run(city, "approve", "online", "--approved-by", "調整会議", "--date", "R8.11.1")
    assert (ran.code, ran.err) == (0, "")
    assert "revision-unexplained" not in run(city, "check").out
    assert "                date: R8.11.1\n" in city.plan


def test_several_proposals_are_approved_at_once_or_none(city: Grown) -> None:
    run(city, "revise", "online", "R9", "85", "--reason", "統計の変更", "--proposed")
    run(city, "drop", "portal", "--reason", "終了", "--proposed")
    before = city.plan
    assert "nothing about aoba/1-1/hours waits for an approval" in refused(
        city, "approve", "online", "hours", "--approved-by", "調整会議"
    )
    assert city.plan == before
    assert run(city, "approve", "online", "aoba/portal", "--approved-by", "調整会議").code == 0
    assert "approved_by: 調整会議" in city.plan
    assert "approved_by: 調整会議" in city.portal


def test_without_a_date_it_is_decided_today(city: Grown) -> None:
    run(city, "rename", "aoba/portal", "新しい名", "--reason", "改称", "--approved-by", "調整会議")
    assert "    date: R8.11.21\n" in city.portal


def test_a_dry_run_shows_the_lines_and_writes_nothing(city: Grown) -> None:
    ran = run(city, "drop", "aoba/portal", *GROUNDS, "--dry-run")
    assert ran.code == 0
    assert "+  - what: dropped\n" in ran.out
    assert ran.lines[-1] == "Nothing was written (--dry-run)."
    assert "dropped" not in city.portal


def test_a_plan_runs_longer(city: Grown) -> None:
    ran = run(city, "extend", "aoba", "令和10年度", *GROUNDS)
    assert ran.code == 0
    assert ran.out == (
        "aoba あおば市DX計画: Period: R6-R9 → R6-R10 "
        "(reason: 集計方法の変更, approved by 調整会議)\n"
    )
    assert "29:15: the targets end with R9, the plan with R10 [no-final-target]" in ran.err


def test_a_plan_is_superseded_from_a_day_on(city: Grown) -> None:
    city.path("plans/midori.yaml").write_text(NEXT, encoding="utf-8")
    grounds = ("--reason", "一本化", "--approved-by", "調整会議", "--date", "R9.4.1")
    ran = run(city, "supersede", "aoba", "midori", *grounds)
    assert ran.code == 0
    assert "superseded あおば市DX計画 → みどり市計画" in ran.out
    assert "predecessors:\n  - aoba\n" in city.text("plans/midori.yaml")


@pytest.mark.usefixtures("terminal")
def test_missing_grounds_are_asked_for(city: Grown) -> None:
    ran = run(city, "revise", "online", "R9", "85", stdin="統計の変更\n調整会議\n")
    assert ran.code == 0
    assert (
        "                reason: 統計の変更\n                approved_by: 調整会議\n" in city.plan
    )


@pytest.mark.usefixtures("terminal")
def test_no_answer_to_who_approved_it_makes_it_a_proposal(city: Grown) -> None:
    ran = run(city, "revise", "online", "R9", "85", stdin="統計の変更\n\n")
    assert ran.code == 0
    assert "approved_by" not in city.plan


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("revise", "online", "R9", "85"), "--reason is missing\n"),
        (
            ("revise", "online", "R9", "85", "--reason", "統計"),
            (
                "who approved it is missing; for a proposal, add --proposed\n"
                "The option for that: --approved-by …\n"
            ),
        ),
        (
            ("revise", "online", "R9", "85", *GROUNDS, "--proposed"),
            "--proposed and --approved-by contradict each other\n",
        ),
        (
            ("revise", "online", "R9", *GROUNDS),
            "give the new target: either a figure, or a relation (--times …, --of …)\n",
        ),
        (
            ("revise", "online", "R9", "85", "--of", "R7", *GROUNDS),
            "give the new target: either a figure, or a relation (--times …, --of …)\n",
        ),
        (
            ("revise", "online", "R9", "85件", *GROUNDS),
            "“85件” is not in %; give the figure in %\n",
        ),
        (
            ("revise", "visits", "R9", "90,000①", *GROUNDS),
            "“90,000①” is no target; give a number in 件, words in quotes",
        ),
        (
            ("revise", "online", "R9", "評価中", *GROUNDS),
            "“評価中” is no target; give a number in %, words in quotes “…” (「…」)",
        ),
        (
            ("revise", "online", "平成", "85", *GROUNDS),
            "“平成” is not a fiscal year, nor a period like R6-R9\n",
        ),
        (
            ("revise", "visits", "R8", "--times", "二倍", "--of", "R7", *GROUNDS),
            "“二倍” is no number for --times\n",
        ),
        (
            ("revise", "visits", "R8", "--times", "2", *GROUNDS),
            (
                "a relation takes what it relates to, and no more than one of a factor and "
                "a percentage\n"
            ),
        ),
        (
            (
                "revise",
                "online",
                "R9",
                "85",
                "--reason",
                "統計",
                "--approved-by",
                "会議",
                "--date",
                "昨日",
            ),
            "“昨日” is no date for --date; write it like R5.3, R5.3.31 or 2023-03-31\n",
        ),
        (
            ("extend", "aoba", "R9", *GROUNDS),
            "R9 does not lie behind the plan's period R6-R9\n",
        ),
        (("rename", "aoba", "あおば市DX計画", *GROUNDS), "“あおば市DX計画” is its title already\n"),
        (
            ("approve", "online", "--approved-by", "調整会議"),
            "nothing about aoba/1-1/online waits for an approval\n",
        ),
    ],
)
def test_what_cannot_be_done_is_said(city: Grown, arguments: tuple[str, ...], said: str) -> None:
    text = refused(city, *arguments)
    assert text.startswith(said), text


def test_a_change_that_would_bring_errors_is_not_made(city: Grown) -> None:
    said = refused(city, "revise", "online", "R8", "--times", "2", "--of", "R4", *GROUNDS)
    assert said.startswith("the change would bring errors; nothing was written:\n")
    assert "[relative-without-basis]" in said


@pytest.mark.parametrize(
    ("text", "unit", "value", "printed"),
    [
        ("90,000", "件", "90000", None),
        ("９０，０００件", "件", "90000", None),
        ("80%以上", "%", "80", "80%以上"),
        ("10件以下", "件", "10", "10件以下"),
        ("約5,000人", "人", "5000", "約5,000人"),
        ("6割", "%", "60", "6割"),
        ("0", "件", "0", None),
        ("目標未設定", "件", None, None),
        ("undecided", "件", None, None),
    ],
)
def test_targets_are_understood_as_people_write_them(
    text: str, unit: str, value: str | None, printed: str | None
) -> None:
    from sagaict.recording.values import understand_target

    found = understand_target(text, unit)
    assert (None if found.value is None else f"{found.value:f}", found.printed) == (value, printed)


@pytest.mark.parametrize(
    "text", ["", "-", "なし", "評価中", "90見込み", "90(速報)", "たくさん", "=1+1"]
)
def test_what_is_no_target_is_refused(text: str) -> None:
    from sagaict.recording.values import NotUnderstood, understand_target

    with pytest.raises(NotUnderstood):
        understand_target(text, "件")
