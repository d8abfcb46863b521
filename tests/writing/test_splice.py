"""Only the lines that change are touched, whatever a file looks like."""

from __future__ import annotations

import pytest
from growing_city import PLAN, PORTAL, changed_lines

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.writing.splice import Append, Change, Put, Remove, SpliceFailed, splice

R4, R5, R6, R7 = (FiscalYear(year) for year in (2022, 2023, 2024, 2025))
OTHER_HAND = """\
id: portal
plan: aoba
measure: 1-1
title: t
actions:
  R4:
  - x
  -
    text: y  # 注
  R5: [a, "b, c"]  # 二つ [2]
outcome_indicators:
- id: visits
  name: n
  unit: 件
  direction: increase
  aggregation: annual
  targets: {R4: 10}
  actuals:
    # sagaict: accept actual-repeats: 確認済み
    R5: {value: 50, state: provisional}  # 速報
    令和6年度: 60 # 六十
  revisions: []
source: main p.1"""
VISITS = ("outcome_indicators", 0)


def lines(change: Change, text: str = OTHER_HAND) -> list[str]:
    return changed_lines(text, splice(text, [change], Project))


def test_a_list_that_is_not_indented() -> None:
    assert lines(Put(("actions", R4, 0, "state"), "done")) == [
        "-  - x\n",
        "+  - text: x\n",
        "+    state: done\n",
    ]
    assert lines(Append(("actions", R4), "z")) == ["+  - z\n"]


def test_an_item_below_its_dash() -> None:
    assert lines(Put(("actions", R4, 1, "state"), "done")) == ["+    state: done\n"]


def test_a_key_after_a_list_that_is_not_indented() -> None:
    short = OTHER_HAND.replace('  R5: [a, "b, c"]  # 二つ [2]\n', "")
    assert lines(Put(("actions", R6), ["z"]), short) == ["+  R6:\n", "+    - z\n"]


def test_brackets_are_opened_where_something_inside_them_changes() -> None:
    assert lines(Put(("actions", R5, 1, "state"), "done")) == [
        '-  R5: [a, "b, c"]  # 二つ [2]\n',
        "+  R5:  # 二つ [2]\n",
        "+    - a\n",
        "+    - text: b, c\n",
        "+      state: done\n",
    ]
    assert lines(Put((*VISITS, "actuals", R5, "value"), "1,027")) == [
        "-    R5: {value: 50, state: provisional}  # 速報\n",
        "+    R5:  # 速報\n",
        "+      value: 1,027\n",
        "+      state: provisional\n",
    ]
    assert lines(
        Append((*VISITS, "revisions"), {"year": "R4", "date": "R4.5", "old": "9", "new": "10"})
    )


def test_brackets_over_several_lines_are_opened_too() -> None:
    text = OTHER_HAND.replace(
        "{value: 50, state: ", "{  # 集計\n      value: 50,  # 暫定\n      state: "
    )
    old = text[text.index("    R5: {  #") : text.index("    令和6")]
    new = "    # 暫定\n    # 速報\n    R5:  # 集計\n      value: 51\n      state: provisional\n"
    after = splice(text, [Put((*VISITS, "actuals", R5, "value"), "51")], Project)
    assert after == text.replace(old, new)


def test_a_file_that_is_all_in_brackets_is_opened() -> None:
    more = "measure: 1-1, title: t, note: , source: main p.1"
    text = f"# 上\n{{id: portal, plan: aoba,  # 計画\n {more}}}\n# 下\n"
    after = splice(text, [Put(("actions", R4), ["x"])], Project)
    assert after == (
        "# 上\n# 計画\nid: portal\nplan: aoba\nmeasure: 1-1\ntitle: t\n\n"
        "actions:\n  R4:\n    - x\n\nnote:\nsource: main p.1\n# 下\n"
    )


def test_a_year_is_found_however_it_is_written() -> None:
    assert lines(Put((*VISITS, "actuals", R6), "61")) == [
        "-    令和6年度: 60 # 六十\n",
        "+    令和6年度: 61 # 六十\n",
    ]


def test_a_comment_stays_above_what_it_is_about() -> None:
    after = splice(OTHER_HAND, [Put((*VISITS, "actuals", R4), "5")], Project)
    assert "    R4: 5\n    # sagaict: accept actual-repeats: 確認済み\n    R5:" in after


def test_an_acceptance_goes_with_what_it_is_about_and_other_comments_stay() -> None:
    assert lines(Remove((*VISITS, "actuals", R5))) == [
        "+    # 速報\n",
        "-    # sagaict: accept actual-repeats: 確認済み\n",
        "-    R5: {value: 50, state: provisional}  # 速報\n",
    ]


COMMENTED = """\
id: portal
plan: aoba
measure: 1-1
title: t
outcome_indicators:
  - id: visits
    name: n
    unit: 件
    direction: increase
    aggregation: annual
    targets:
      R4:  # 一
        # 二
        value: 10  # 三
#       printed: 9
        printed: 約10件  # 四
        # 五
        note: |  # 六
          # 本文

      # 七
      R9: 20
#      R10: 30

    # 八
source: main p.1
"""
TARGETS = (*VISITS, "targets")


def test_comments_of_a_long_form_outlive_it() -> None:
    after = splice(COMMENTED, [Put((*TARGETS, R4), "undecided")], Project)
    above, below = COMMENTED.index("      R4:"), COMMENTED.index("\n      # 七")
    assert after == (
        COMMENTED[:above]
        + "".join(f"      # {each}\n" for each in ("二", "三"))
        + "      #       printed: 9\n"
        + "".join(f"      # {each}\n" for each in ("四", "五", "六"))
        + "      R4: undecided  # 一\n"
        + COMMENTED[below:]
    )


def test_comments_of_a_part_outlive_it() -> None:
    assert lines(Remove((*TARGETS, R4, "printed")), COMMENTED) == [
        "-        printed: 約10件  # 四\n",
        "+        # 四\n",
    ]
    assert lines(Remove((*TARGETS, R4, "note")), COMMENTED) == [
        "-        note: |  # 六\n",
        "-          # 本文\n",
        "+        # 六\n",
    ]


def test_a_comment_further_left_than_what_it_stands_in_ends_nothing() -> None:
    assert lines(Put((*TARGETS, R4, "source"), "main p.2"), COMMENTED) == [
        "+        source: main p.2\n"
    ]
    after = splice(COMMENTED, [Put((*TARGETS, FiscalYear(2028)), "30")], Project)
    assert "      R9: 20\n      R10: 30\n#      R10: 30\n" in after
    revised = splice(COMMENTED, [Append((*VISITS, "amendments"), AMENDED)], Project)
    assert "      R9: 20\n    amendments:\n" in revised
    assert "c\n#      R10: 30\n\n    # 八\nsource:" in revised


AMENDED = {"what": "dropped", "date": "R8.4", "reason": "r", "approved_by": "c"}


def test_an_empty_key_is_filled_below_its_comment() -> None:
    text = "actions:  # 毎年4月に書く\n#  R4:\n"
    data = splice(COMMENTED + text, [Put(("actions", R4), ["x"])], Project)
    assert data == COMMENTED + "actions:  # 毎年4月に書く\n  R4:\n    - x\n#  R4:\n"


def test_the_mark_of_an_editor_stays() -> None:
    text = "\ufeff" + OTHER_HAND
    assert splice(text, [Put(("id",), "other")], Project) == text.replace("portal", "other")


def test_what_becomes_empty_goes_too() -> None:
    assert lines(Remove((*VISITS, "targets", R4))) == ["-  targets: {R4: 10}\n"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_that_does_not_end_with_a_new_line_stays_so(ending: str) -> None:
    text = OTHER_HAND.replace("\n", ending)
    after = splice(text, [Put(("source",), "main p.2")], Project)
    assert after == text[:-1] + "2"
    added = splice(text, [Put(("actions", R6), ["z"])], Project)
    assert changed_lines(text, added) == [f"+  R6:{ending}", f"+    - z{ending}"]
    assert not added.endswith("\n")


def test_a_key_behind_the_last_line_of_such_a_file() -> None:
    text = PORTAL.replace("\nsource: main p.4\n", "").removesuffix("\n").replace("\n", "\r\n")
    text = text.replace("title: ", "source: main p.4\r\ntitle: ")
    after = splice(text, [Put(("evaluations", R7, "issues"), "費用")], Project)
    assert after == text + "\r\n    issues: 費用"


def test_mixed_line_ends_stay_mixed() -> None:
    text = OTHER_HAND.replace("title: t\n", "title: t\r\n") + "\n"
    assert lines(Put((*VISITS, "actuals", R7), "5"), text) == ["+    R7: 5\n"]


def test_old_line_ends_are_refused() -> None:
    with pytest.raises(SpliceFailed):
        splice(OTHER_HAND.replace("title: t\n", "title: t\r"), [Put(("title",), "u")], Project)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("増えた。", "issues: 増えた。"),
        ("注: 費用", 'issues: "注: 費用"'),
        ("- 費用", 'issues: "- 費用"'),
        ("費用 # 人手", 'issues: "費用 # 人手"'),
        ("null", 'issues: "null"'),
        ("'引用'", "issues: \"'引用'\""),
        ("%", 'issues: "%"'),
        ("no", "issues: no"),
        ("12:30", "issues: 12:30"),
        ("a" * 2000, "issues: " + "a" * 2000),
        ("一\n二", "issues: |-\n      一\n      二"),
        ("一\n\n  二: 三", "issues: |-\n      一\n\n        二: 三"),
    ],
)
def test_any_text_is_read_back_as_it_was_given(text: str, written: str) -> None:
    after = splice(PORTAL, [Put(("evaluations", R7, "issues"), text)], Project)
    assert after == PORTAL.replace(
        "    progress: delayed\n", f"    progress: delayed\n    {written}\n"
    )


def test_text_of_several_lines_takes_the_place_of_one_line_and_back() -> None:
    block = splice(PORTAL, [Put(("title",), "市民\nポータル")], Project)
    assert changed_lines(PORTAL, block) == [
        "-title: 市民ポータル\n",
        "+title: |-\n",
        "+  市民\n",
        "+  ポータル\n",
    ]
    assert splice(block, [Put(("title",), "市民ポータル")], Project) == PORTAL


def test_years_and_periods_stand_in_order_of_time() -> None:
    hours = ("goals", 0, "measures", 0, "goal_indicators", 1, "targets")
    after = splice(PLAN, [Put((*hours, Period(R6, R7)), "8,000")], Plan)
    assert changed_lines(PLAN, after) == ["+              R6-R7: 8,000\n"]
    assert "              R6-R7: 8,000\n              R6-R9: 17,600\n" in after


def test_a_place_that_is_not_there_is_refused() -> None:
    missing: list[Change] = [
        Put(("actions", R4, 7, "state"), "done"),
        Put(("title", "value"), "x"),
        Remove(("note",)),
        Remove(("actions", R7)),
        Put(("evaluations", R7, "unknown"), "x"),
        Put(("evaluations", R7, "progress"), "fast"),
    ]
    for change in missing:
        with pytest.raises(SpliceFailed):
            splice(OTHER_HAND, [change], Project)


def test_a_layout_that_would_carry_the_change_elsewhere_is_refused() -> None:
    with pytest.raises(SpliceFailed):
        splice(f"--- {{{OTHER_LINE}}}\n", [Put(("actions", R4), ["x"])], Project)


OTHER_LINE = "id: portal, plan: aoba, measure: 1-1, title: t, source: main p.1"
