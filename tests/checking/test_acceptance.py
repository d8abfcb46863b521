"""Accepting findings in place by a comment: what it covers, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sagaict.checking.fixes import fixed_text
from sagaict.checking.result import CheckResult
from sagaict.checking.run import check
from sagaict.reading import validation
from sagaict.reading.validation import PlacedText
from sagaict.reading.workspace import read_workspace

TODAY = date(2026, 11, 21)
RULE = "cumulative-target-falls"

HEAD = """\
id: p
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 計画書
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        source: plan 1
        goal_indicators:
"""
FIRST = """\
          - id: one
            name: 導入業務数(累計)
            unit: 業務
            direction: increase
            aggregation: cumulative
            targets:
              R6: 5
              R7: 4
              R9: 3
"""
SECOND = FIRST.replace("id: one", "id: two")


def checked(root: Path, text: str, settings: str = "") -> CheckResult:
    (root / "plans").mkdir(exist_ok=True)
    (root / "plans" / "p.yaml").write_text(text, encoding="utf-8", newline="")
    if settings:
        (root / "sagaict.yaml").write_text(settings, encoding="utf-8")
    return check(read_workspace(root, shown_as="data"), TODAY)


def left(result: CheckResult, *rules: str) -> list[tuple[int, str]]:
    """The problems of these rules (by default the falls, and faults of acceptances)."""
    about = rules or (RULE, "unused-acceptance", "acceptance-without-reason", "unknown-rule")
    return [
        (problem.place.line, problem.rule) for problem in result.problems if problem.rule in about
    ]


def falls(text: str) -> list[int]:
    """The lines of the falls in a text: where the target is 4 and where it is 3."""
    return [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith(("              R7: 4", "              R9: 3"))
    ]


def test_without_acceptance_every_fall_is_a_problem(tmp_path: Path) -> None:
    text = HEAD + FIRST + SECOND
    result = checked(tmp_path, text)
    assert left(result) == [(line, RULE) for line in falls(text)]
    assert result.accepted == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_at_the_end_of_a_line_it_covers_the_line(tmp_path: Path, newline: str) -> None:
    text = HEAD + FIRST.replace("R7: 4", f"R7: 4  # sagaict: accept {RULE}: 統合のため")
    result = checked(tmp_path, text.replace("\n", newline))
    assert left(result) == [(falls(text)[1], RULE)]
    [(problem, reason)] = result.accepted
    assert (problem.place.line, reason) == (falls(text)[0], "統合のため")


def test_at_the_end_of_a_line_it_covers_what_is_indented_below(tmp_path: Path) -> None:
    accepted = FIRST.replace("targets:", f"targets:  # sagaict: accept {RULE}: 統合のため")
    text = HEAD + accepted + SECOND
    assert left(checked(tmp_path, text)) == [(line, RULE) for line in falls(text)[2:]]


def test_above_a_line_it_covers_that_line_only(tmp_path: Path) -> None:
    comment = f"              # sagaict: accept {RULE}: 統合のため\n\n              # 別の注\n"
    text = HEAD + FIRST.replace("              R7: 4", f"{comment}              R7: 4")
    assert left(checked(tmp_path, text)) == [(falls(text)[1], RULE)]


def test_above_a_key_it_covers_what_is_indented_below_that(tmp_path: Path) -> None:
    comment = f"            # sagaict: accept {RULE}: 統合のため\n"
    text = HEAD + FIRST.replace("            targets:", f"{comment}            targets:") + SECOND
    assert left(checked(tmp_path, text)) == [(line, RULE) for line in falls(text)[2:]]


def test_above_an_item_it_covers_the_item(tmp_path: Path) -> None:
    comment = f"          # sagaict: accept {RULE}: 統合のため\n"
    text = HEAD + FIRST + comment + SECOND
    assert left(checked(tmp_path, text)) == [(line, RULE) for line in falls(text)[:2]]


def test_on_the_first_line_of_an_item_it_covers_the_item(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("id: one", f"id: one # sagaict: accept {RULE}: 統合") + SECOND
    assert left(checked(tmp_path, text)) == [(line, RULE) for line in falls(text)[2:]]


@pytest.mark.parametrize("above", ["", "# 見本\n\n", "---\n", "# yaml-language-server: x\n"])
def test_above_the_first_key_it_covers_the_file(tmp_path: Path, above: str) -> None:
    text = f"{above}# sagaict: accept {RULE}: 統合のため\n{HEAD}{FIRST}{SECOND}"
    result = checked(tmp_path, text)
    assert left(result) == []
    assert len([item for item in result.accepted if item[0].rule == RULE]) == 4


def test_a_list_may_stand_no_deeper_than_its_key(tmp_path: Path) -> None:
    listed = (FIRST + SECOND).replace("\n  ", "\n").removeprefix("  ")
    head = HEAD.replace("goal_indicators:", f"goal_indicators:  # sagaict: accept {RULE}: 統合")
    assert left(checked(tmp_path, head + listed)) == []


def test_it_ends_where_the_indentation_does(tmp_path: Path) -> None:
    head = HEAD.replace("title: 見本の施策", f"title: 見本の施策  # sagaict: accept {RULE}: 統合")
    text = head + FIRST
    expected = [(12, "unused-acceptance"), *((line, RULE) for line in falls(text))]
    assert left(checked(tmp_path, text)) == expected


@pytest.mark.parametrize("comma", [", ", ",", "、", "，"])
@pytest.mark.parametrize("colon", [":", "："])
def test_one_comment_may_name_several_rules(tmp_path: Path, comma: str, colon: str) -> None:
    named = f"overdue{comma}{RULE}{colon} 統合のため"
    text = HEAD + FIRST.replace("id: one", f"id: one  # sagaict: accept {named}")
    result = checked(tmp_path, text)
    assert left(result, RULE, "overdue", "unused-acceptance") == []
    assert {problem.rule for problem, _ in result.accepted} == {RULE, "overdue"}
    assert {reason for _, reason in result.accepted} == {"統合のため"}


def test_a_comment_may_follow_another_comment(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("R7: 4", f"R7: 4  # 要確認 # sagaict: accept {RULE}: 統合")
    assert left(checked(tmp_path, text)) == [(falls(text)[1], RULE)]


@pytest.mark.parametrize("tail", ["", ":", ": ", "：", " 統合のため"])
def test_a_reason_is_needed(tmp_path: Path, tail: str) -> None:
    text = HEAD + FIRST.replace("R7: 4", f"R7: 4  # sagaict: accept {RULE}{tail}")
    result = checked(tmp_path, text)
    first, second = falls(text)
    assert left(result) == [
        (first, RULE),
        (first, "acceptance-without-reason"),
        (second, RULE),
    ]
    assert [problem.severity for problem in result.problems if "reason" in problem.rule] == [
        "error"
    ]


def test_one_without_a_reason_does_not_hide_one_that_has_it(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("targets:", f"targets:  # sagaict: accept {RULE}").replace(
        "R7: 4", f"R7: 4  # sagaict: accept {RULE}: 統合のため"
    )
    line = falls(text)[0]
    expected = [(line - 2, "acceptance-without-reason"), (line + 1, RULE)]
    assert left(checked(tmp_path, text)) == expected


def test_a_rule_that_does_not_exist_is_named_at_its_place(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("R7: 4", "R7: 4  # sagaict: accept cumulative-target-fall: 統合")
    [problem] = [item for item in checked(tmp_path, text).problems if item.rule == "unknown-rule"]
    line = text.splitlines()[problem.place.line - 1]
    end = problem.place.column - 1 + problem.place.length
    assert line[problem.place.column - 1 : end] == "cumulative-target-fall"
    assert problem.args["suggestion"] == RULE


def test_what_is_not_found_need_not_be_accepted(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("R6: 5", f"R6: 5  # sagaict: accept {RULE}: 統合")
    result = checked(tmp_path, text)
    line = falls(text)[0] - 1
    assert (line, "unused-acceptance") in left(result)
    [problem] = [item for item in result.problems if item.rule == "unused-acceptance"]
    assert problem.severity == "warning"  # it may only be a matter of the day
    assert problem.excerpt.endswith("統合")


def test_a_second_acceptance_of_the_same_is_unused(tmp_path: Path) -> None:
    text = HEAD + FIRST.replace("targets:", f"targets:  # sagaict: accept {RULE}: 統合").replace(
        "R7: 4", f"R7: 4  # sagaict: accept {RULE}: 統合"
    )
    assert left(checked(tmp_path, text)) == [(falls(text)[0], "unused-acceptance")]


@pytest.mark.parametrize("settings", [f"rules:\n  {RULE}:\n    severity: 'off'\n"])
def test_what_accepts_a_rule_that_is_off_is_not_unused(tmp_path: Path, settings: str) -> None:
    text = HEAD + FIRST.replace("R7: 4", f"R7: 4  # sagaict: accept {RULE}: 統合")
    assert left(checked(tmp_path, text, settings)) == []


def test_nothing_is_called_unused_while_a_file_is_broken(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "q.yaml").write_text("id: q\n", encoding="utf-8")
    text = HEAD + FIRST.replace("R6: 5", f"R6: 5  # sagaict: accept {RULE}: 統合")
    assert "unused-acceptance" not in {rule for _, rule in left(checked(tmp_path, text))}


@pytest.mark.parametrize(
    "note",
    [
        "詳細は#sagaict:accept {rule}の節",
        "'規則は # sagaict: accept {rule}: 理由 と書く'",
        '"規則は\n              # sagaict: accept {rule}: 理由 と書く"',
        "|\n              # sagaict: accept {rule}: 理由\n              と書く",
        ">\n              書き方\n\n              # sagaict: accept {rule}: 理由",
    ],
)
def test_text_in_a_value_is_no_acceptance(tmp_path: Path, note: str) -> None:
    first = FIRST.replace("targets:", f"note: {note.format(rule=RULE)}\n            targets:")
    text = HEAD + first + SECOND
    result = checked(tmp_path, text)
    assert left(result, RULE, "unused-acceptance", "unknown-directive") == [
        (line, RULE) for line in falls(text)
    ]
    assert fixed_text(text, result.problems) == (text, 0)


def test_behind_the_sign_of_a_text_it_is_one(tmp_path: Path) -> None:
    note = f"note: |  # sagaict: accept {RULE}: 理由\n              # 本文"
    text = HEAD + FIRST.replace("targets:", f"{note}\n            targets:")
    assert (20, "unused-acceptance") in left(checked(tmp_path, text))


def test_lines_of_a_text_do_not_end_what_an_acceptance_covers(tmp_path: Path) -> None:
    head = HEAD.replace("  - no: 1", f"  - no: 1  # sagaict: accept {RULE}: 統合")
    first = FIRST.replace("targets:", 'note: "一\n二\n- 三"\n            targets:')
    assert left(checked(tmp_path, head + first)) == []


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        ("# sagaict：accept overdue：理由：A", "# sagaict: accept overdue: 理由：A"),
        ("# Sagaict: accept overdue: 理由", "# sagaict: accept overdue: 理由"),
        ("# ｓａｇａｉｃｔ： ａｃｃｅｐｔ", "# sagaict: accept …: …"),
        ("# sagaict accept overdue 理由", "# sagaict: accept overdue: 理由"),
        ("#sagaict: ignore overdue", "# sagaict: accept overdue: …"),
        ("# sagaict: accept: overdue", "# sagaict: accept overdue: …"),
        ("# sagaict: accept", "# sagaict: accept …: …"),
        ("# saga-ict: accept overdue, a: 理由", "# sagaict: accept overdue, a: 理由"),
        ("# sagaict: accept overdue/a: 理由", "# sagaict: accept overdue: /a: 理由"),
    ],
)
def test_what_may_have_been_meant_as_one_is_told(tmp_path: Path, comment: str, meant: str) -> None:
    text = HEAD + FIRST.replace("R6: 5", f"R6: 5  {comment}")
    result = checked(tmp_path, text)
    [problem] = [each for each in result.problems if each.rule == "unknown-directive"]
    assert (problem.severity, problem.args["suggestion"]) == ("warning", meant)
    assert problem.excerpt.endswith(comment)


@pytest.mark.parametrize(
    "comment", ["# sagaict で見た", "# accept overdue", "# sage: accept", "# 補足: ignore"]
)
def test_other_comments_are_left_alone(tmp_path: Path, comment: str) -> None:
    text = HEAD + FIRST.replace("R6: 5", f"R6: 5  {comment}")
    assert left(checked(tmp_path, text), "unknown-directive") == []


def test_many_acceptances_cost_one_look_at_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = f"  - {{rule: {RULE}, below: p/1-1/one, reason: 統合}}\n"
    parsed: list[int] = []

    class Counted(PlacedText):
        def __init__(self, content: bytes) -> None:
            parsed.append(len(content))
            super().__init__(content)

    monkeypatch.setattr(validation, "PlacedText", Counted)
    settings = "accept:\n" + entry * 50
    result = checked(tmp_path, HEAD + FIRST, settings)
    assert len(left(result, "unused-acceptance")) == 49
    assert parsed.count(len(settings.encode())) == 1


class TestMending:
    """What `--fix` takes away is what is unused, and no more."""

    def mended(self, root: Path, comment: str) -> str:
        text = HEAD + FIRST.replace("R7: 4", f"R7: 4{comment}")
        result = checked(root, text)
        fixed, _ = fixed_text(
            text, [item for item in result.problems if item.path.endswith("p.yaml")]
        )
        return fixed.splitlines()[falls(text)[0] - 1].removeprefix("              R7: 4")

    @pytest.mark.parametrize(
        ("named", "remains"),
        [
            (f"actual-in-future, {RULE}", RULE),
            (f"{RULE}, actual-in-future", RULE),
            (f"actual-in-future, {RULE}, final-but-partial", RULE),
            (f"actual-in-future, final-but-partial、{RULE}", RULE),
        ],
    )
    def test_unused_rules_go_and_used_ones_stay(
        self, tmp_path: Path, named: str, remains: str
    ) -> None:
        after = self.mended(tmp_path, f"  # sagaict: accept {named}: 理由")
        assert after == f"  # sagaict: accept {remains}: 理由"

    def test_a_comment_that_is_all_unused_goes_once(self, tmp_path: Path) -> None:
        comment = "              # sagaict: accept actual-in-future, final-but-partial: 理由\n"
        text = HEAD + FIRST.replace("              R7: 4", f"{comment}              R7: 4")
        problems = [
            item for item in checked(tmp_path, text).problems if item.path.endswith("p.yaml")
        ]
        assert fixed_text(text, problems) == (HEAD + FIRST, 1)
