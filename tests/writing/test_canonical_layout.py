"""What the canonical layout is, shown on small files."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.writing.canonical import NotValid, canonical

HEAD = "id: trial\nplan: sample\nmeasure: 1-1\ntitle: 見本の事業\n"


def project(text: str) -> str:
    """The canonical layout of a project with these entries more, without its first lines."""
    laid_out = canonical(HEAD + dedent(text) + "source: plan 2\n", Project)
    assert laid_out.startswith(HEAD)
    assert laid_out.endswith("source: plan 2\n")
    return laid_out.removeprefix(HEAD).removesuffix("source: plan 2\n").strip("\n") + "\n"


def plan(text: str) -> str:
    return canonical(dedent(text), Plan)


def test_entries_come_in_the_order_of_the_schema() -> None:
    text = "source: plan 2\ntitle: 事業\n\n\nplan: sample\nid: trial\nmeasure: 1-1\n"
    assert canonical(text, Project) == (
        "id: trial\nplan: sample\nmeasure: 1-1\ntitle: 事業\nsource: plan 2\n"
    )


def test_years_come_in_order_of_time_and_in_one_form() -> None:
    assert project(
        """\
        evaluations:
          Ｒ９: {progress: done}
          2025: {progress: done}
          "令和元年度":
            progress: done
          H30:
            progress: done
        """
    ) == dedent(
        """\
        evaluations:
          H30:
            progress: done
          R1:
            progress: done
          R7: {progress: done}
          R9: {progress: done}
        """
    )


def indicator(text: str) -> str:
    body = "  - id: a\n    name: 指標\n    unit: 件\n    direction: increase\n"
    body += "    aggregation: annual\n"
    laid_out = project("outcome_indicators:\n" + body + text)
    assert laid_out.startswith("outcome_indicators:\n" + body)
    return laid_out.removeprefix("outcome_indicators:\n" + body)


def test_numbers_are_written_with_separators_whether_short_or_long() -> None:
    assert indicator(
        """\
    baseline:
      value: "1234.50"
      year: 2024
    targets:
      R8: 1000
      R9: '12,345' # 約
      R7: undecided
      R10:
        value: -9999
    actuals:
      R7: 0
"""
    ) == (
        "    baseline:\n      value: 1,234.50\n      year: R6\n"
        "    targets:\n      R7: undecided\n      R8: 1,000\n      R9: 12,345 # 約\n"
        "      R10:\n        value: -9,999\n"
        "    actuals:\n      R7: 0\n"
    )


def test_text_that_looks_like_a_number_or_a_year_stays_as_it_is() -> None:
    text = "category: \"1000\"\nowner: 2027\noverview: R9\nnote: '１，０００'\n"
    assert project(text) == text


def test_what_stands_in_brackets_is_left_as_it_is() -> None:
    text = "    targets: {2027: 1000, R8: '2,000'}\n"
    assert indicator(text) == text


def test_a_plan_names_its_period_in_one_form() -> None:
    laid_out = plan(
        """\
        documents:
            main:
                    title: 計画書
        period: 令和6年度〜令和9年度
        title: 計画
        id: p
        """
    )
    assert (
        laid_out == "id: p\ntitle: 計画\nperiod: R6-R9\n\ndocuments:\n  main:\n    title: 計画書\n"
    )


def test_lists_stand_two_columns_below_their_key_and_apart_if_they_hold_more() -> None:
    assert plan(
        """\
        id: p
        title: 計画
        period: R6-R9
        predecessors:
        - a
        -   b
        documents: {}
        goals:
        -
         no: 1
         title: 目標
         measures:
             - {id: 1-1, title: 施策}
        - no: 2
          title: 目標
        """
    ) == dedent(
        """\
        id: p
        title: 計画
        period: R6-R9

        predecessors:
          - a
          - b

        documents: {}

        goals:
          - no: 1
            title: 目標
            measures:
              - {id: 1-1, title: 施策}

          - no: 2
            title: 目標
        """
    )


def test_comments_go_with_what_they_stand_above_or_behind() -> None:
    assert (
        project(
            """\
        # 注
        note: 補足  # 後で消す
          # まだ補足のこと
        # 担当
        owner: 情報課
        """
        )
        == "# 担当\nowner: 情報課\n# 注\nnote: 補足  # 後で消す\n  # まだ補足のこと\n"
    )


def test_comments_at_the_end_of_a_block_stay_at_its_end() -> None:
    assert project(
        """\
        actions:
          R8:
            - text: 実施
              state: done
              # 実施のおわり
            # 八年度のおわり
          R7:
            - 検討
            # 七年度のおわり
          # 行動のおわり
        owner: 情報課
        """
    ) == dedent(
        """\
        owner: 情報課

        actions:
          R7:
            - 検討
            # 七年度のおわり
          R8:
            - text: 実施
              state: done
              # 実施のおわり
            # 八年度のおわり
          # 行動のおわり
        """
    )


def test_comments_at_both_ends_of_the_file_stay_there() -> None:
    text = (
        "# 見出し\n\n# yaml-language-server: $schema=x\n# sagaict: accept output-only: 理由\n"
        "title: 事業\nid: trial\nplan: sample\nmeasure: 1-1\nsource: plan 2\n\n# おわり\n"
    )
    laid_out = canonical(text, Project)
    assert laid_out.startswith(
        "# 見出し\n\n# yaml-language-server: $schema=x\n"
        "# sagaict: accept output-only: 理由\nid: trial\n"
    )
    assert laid_out.endswith("source: plan 2\n\n# おわり\n")


def test_comments_with_dashes_between_a_dash_and_its_entry() -> None:
    text = "outcome_indicators:\n- # e-mail で確認\n    # - 確認中 -\n    id: a\n"
    rest = "    name: 指標\n    unit: 件\n    direction: increase\n    aggregation: annual\n"
    assert project(text + rest) == (
        "outcome_indicators:\n  # e-mail で確認\n  # - 確認中 -\n  - id: a\n" + rest
    )


@pytest.mark.parametrize("sign", ["|", "|-", ">", ">-", "|2", "|2-"])
def test_long_texts_keep_their_lines(sign: str) -> None:
    text = f"note: {sign}\n  一行目\n\n    # 深い行  \n  # 二行目\n"
    assert project(text) == text


def test_long_texts_move_as_they_are() -> None:
    assert project(
        """\
        evaluations:
            R6:
                  remark: "一行目
                     二行目"
                  issues: 一行目
                    # 続きではない
        """
    ) == dedent(
        """\
        evaluations:
          R6:
            issues: 一行目
              # 続きではない
            remark: "一行目
               二行目"
        """
    )


def test_the_byte_order_mark_goes_and_line_ends_stay() -> None:
    text = HEAD + "source: plan 2\n"
    assert canonical("\ufeff" + text, Project) == text
    assert canonical(text.replace("\n", "\r\n"), Project) == text.replace("\n", "\r\n")
    assert canonical(text.replace("\n", "\r"), Project) == text


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "source: plan 2\n---\n" + HEAD,
        HEAD + "source: &a plan 2\n",
        HEAD + "source: plan 2\ntitel: 誤り\n",
        HEAD + "source: plan 2\nnote: |\n<<<<<<< HEAD\n",
        HEAD + "source: plan 2\nnote: \x07\n",
        "- a\n",
        "",
        "# 何もない\n",
        "? id\n: trial\n" + HEAD.removeprefix("id: trial\n") + "source: plan 2\n",
    ],
)
def test_what_is_wrong_or_odd_is_not_laid_out(text: str) -> None:
    with pytest.raises(NotValid):
        canonical(text, Project)


@pytest.mark.parametrize(
    "text",
    [
        "{id: trial, plan: sample, measure: 1-1, title: 事業, source: plan 2}\n",
        "---\n" + HEAD + "source: plan 2\n...\n# おわり\n",
    ],
)
def test_other_forms_of_a_document_stay(text: str) -> None:
    assert canonical(text, Project) == text
