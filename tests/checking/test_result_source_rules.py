"""The rules about where a result comes from, whether it was copied, and whether it is there."""

from __future__ import annotations

from datetime import date

import pytest
from judging import found, indicator, messages

ANNUAL = {"name": "年間アクセス件数", "unit": "件", "aggregation": "annual"}
TOTAL = {"name": "研修の受講者数", "unit": "人", "aggregation": "period_total"}
COUNT = {"name": "データセット数", "unit": "件", "aggregation": "level"}

PLAN = """\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
    published: {published}
  web:
    title: 市のホームページ
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
{measure_source}        goal_indicators:
          - id: access
            name: 年間アクセス件数
            unit: 件
            direction: increase
            aggregation: {aggregation}
            actuals:
              R7: {actual}
"""


def plan(
    actual: str,
    published: str = "令和6年3月",
    *,
    aggregation: str = "annual",
    source: str = "plan p.31",
    measure_source: str = "",
) -> str:
    above = f"        source: {measure_source}\n" if measure_source else ""
    text = PLAN.format(
        published=published, aggregation=aggregation, actual=actual, measure_source=above
    )
    return text + (f"            source: {source}\n" if source else "")


class TestActualWithoutSource:
    rule = "actual-without-source"

    def test_the_source_of_the_project_is_not_that_of_a_result(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R6: 61.3\n  R7: 62.0\n")) == ["R6", "R7"]

    def test_the_source_of_the_measure_is_not_either(self) -> None:
        text = plan("78,210", source="", measure_source="plan 4-3")
        assert found(self.rule, text, "plan") == ["R7"]

    def test_that_of_the_indicator_or_of_the_figure_is_enough(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R6: 61.3\nsource: plan 3\n")) == []
        own = "actuals:\n  R6:\n    value: 61.3\n    source: plan 3\n"
        assert found(self.rule, indicator(own)) == []

    def test_where_there_is_no_source_at_all_the_basic_rule_speaks(self) -> None:
        assert found(self.rule, plan("78,210", source=""), "plan") == []

    def test_a_pending_result_needs_a_source_too(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R6:\n    state: pending\n")) == ["R6"]


class TestSourceOlderThanFigure:
    rule = "source-older-than-figure"

    @pytest.mark.parametrize(
        ("published", "older"),
        [
            ("令和6年3月", True),
            ("Ｒ６．３", True),
            ("令和8年2月", True),  # the count of R7 ends in March R8
            ("令和8年3月", False),
            ("令和8年3月30日", True),
            ("令和8年8月", False),
            ("令和8年度", False),  # not a month: nothing is concluded
        ],
    )
    def test_a_yearly_count_is_known_when_the_year_is_over(
        self, published: str, *, older: bool
    ) -> None:
        expected = ["R7"] if older else []
        assert found(self.rule, plan("78,210", published), "plan") == expected

    @pytest.mark.parametrize(
        ("published", "older"), [("令和7年3月", True), ("令和7年4月", False), ("令和8年2月", False)]
    )
    def test_a_count_as_it_stands_is_known_once_the_year_has_begun(
        self, published: str, *, older: bool
    ) -> None:
        text = plan("60", published, aggregation="level")
        assert found(self.rule, text, "plan") == (["R7"] if older else [])

    def test_a_dated_figure_is_known_on_its_date(self) -> None:
        text = plan("{value: 60, as_of: R7.10}", "令和7年9月", aggregation="level")
        assert found(self.rule, text, "plan") == ["R7"]
        text = plan("{value: 60, as_of: R7.10}", "令和7年10月", aggregation="level")
        assert found(self.rule, text, "plan") == []
        text = plan("{value: 60, span: R7.4-R8.2, state: provisional}", "令和8年2月")
        assert found(self.rule, text, "plan") == []

    def test_the_finding_stands_on_the_source_that_is_named(self) -> None:
        text = plan("{value: 78, source: plan p.31}", source="")
        assert found(self.rule, text, "plan") == ["plan p.31"]

    @pytest.mark.parametrize("source", ["web 統計", ""])
    def test_without_a_date_or_a_source_nothing_is_concluded(self, source: str) -> None:
        assert found(self.rule, plan("78,210", source=source), "plan") == []

    def test_a_plan_may_print_estimates(self) -> None:
        assert found(self.rule, plan("{value: 78, state: estimate}"), "plan") == []

    def test_the_message_names_the_document(self) -> None:
        assert messages(self.rule, plan("78,210"), "plan") == [
            "the result of R7 is credited to “見本の計画書” (令和6年3月), which cannot know it yet"
        ]


class TestActualRepeats:
    rule = "actual-repeats"

    @pytest.mark.parametrize(
        ("value", "repeats"),
        [
            ("61.3", True),
            ("101", True),
            ("6.13", True),
            ("61", False),
            ("0", False),
            ("100", False),
            ("100.0", False),
            ("50.0", False),  # two digits and a zero that may be rounded
            ("12,000", False),
            ("12,500", True),
            ("0.25", False),
        ],
    )
    def test_three_digits_must_be_the_same(self, value: str, *, repeats: bool) -> None:
        text = indicator(f"actuals:\n  R6: {value}\n  R7: {value}\n", **ANNUAL)
        assert found(self.rule, text) == ([value] if repeats else [])

    def test_the_same_number_written_otherwise_is_the_same(self) -> None:
        text = indicator("actuals:\n  R6: 61.3\n  R7: 61.30\n")
        assert found(self.rule, text) == ["61.30"]

    def test_every_later_year_is_found(self) -> None:
        text = indicator("actuals:\n  R7: 61.3\n  R6: 61.3\n  R8: {value: 61.3, as_of: R8.9}\n")
        assert found(self.rule, text) == ["61.3", "61.3"]

    def test_a_year_between_does_not_hide_it(self) -> None:
        text = indicator("actuals:\n  R6: 61.3\n  R7: 58.8\n  R8: 61.3\n")
        assert messages(self.rule, text) == ["the figure of R8 is exactly that of R6: 61.3"]

    @pytest.mark.parametrize(("year", "repeats"), [("R4", True), ("R3", False)])
    def test_what_is_older_than_three_years_is_chance(self, year: str, *, repeats: bool) -> None:
        text = indicator(f"baseline: {{value: 61.3, year: {year}}}\nactuals:\n  R7: 61.3\n")
        assert found(self.rule, text) == (["61.3"] if repeats else [])

    def test_what_there_is_may_stay_as_it_was(self) -> None:
        for kind in (COUNT, {"aggregation": "cumulative", "unit": "業務"}):
            few = indicator("actuals:\n  R6: 153\n  R7: 153\n", **kind)
            assert found(self.rule, few) == []
            many = indicator("actuals:\n  R6: 41,843\n  R7: 41,843\n", **kind)
            assert found(self.rule, many) == ["41,843"]

    def test_the_baseline_may_have_been_copied(self) -> None:
        text = indicator("baseline: {value: 61.3, year: R4}\nactuals:\n  R6: 61.3\n")
        assert found(self.rule, text) == ["61.3"]
        undated = text.replace(", year: R4", "")
        assert found(self.rule, undated) == []

    def test_the_baseline_of_the_same_year_is_the_same_figure(self) -> None:
        text = indicator("baseline: {value: 61.3, year: R6}\nactuals:\n  R6: 61.3\n  R7: 62.4\n")
        assert found(self.rule, text) == []

    @pytest.mark.parametrize("state", ["estimate", "provisional"])
    def test_an_estimate_may_be_last_years_figure(self, state: str) -> None:
        text = indicator(f"actuals:\n  R6: 61.3\n  R7: {{value: 61.3, state: {state}}}\n")
        assert found(self.rule, text) == []

    def test_the_number_of_digits_can_be_set(self) -> None:
        text = indicator("actuals:\n  R6: 61.3\n  R7: 61.3\n")
        assert found(self.rule, text, digits=4) == []
        assert found(self.rule, indicator("actuals:\n  R6: 61\n  R7: 61\n"), digits=2) == ["61"]


class TestOverdue:
    rule = "overdue"

    @pytest.mark.parametrize(
        ("today", "months", "overdue"),
        [
            (date(2026, 9, 30), 6, False),
            (date(2026, 10, 1), 6, True),
            (date(2026, 4, 1), 0, True),
            (date(2026, 3, 31), 0, False),
            (date(2027, 3, 31), 12, False),
            (date(2027, 4, 1), 12, True),
        ],
    )
    def test_a_result_may_take_half_a_year(
        self, today: date, months: int, *, overdue: bool
    ) -> None:
        text = indicator("targets:\n  R7: 65\n")
        assert found(self.rule, text, today=today, months=months) == (["R7"] if overdue else [])

    @pytest.mark.parametrize(
        ("actual", "overdue"),
        [
            ("60", False),
            ("{value: 60, state: provisional}", True),
            ("{value: 60, state: estimate}", True),
            ("{state: pending}", True),
            ("{state: not_surveyed}", False),
            ("{state: not_assessable}", False),
        ],
    )
    def test_only_a_final_word_is_enough(self, actual: str, *, overdue: bool) -> None:
        text = indicator(f"targets:\n  R7: 65\nactuals:\n  R7: {actual}\n")
        assert found(self.rule, text) == (["R7"] if overdue else [])

    def test_targets_nobody_has_decided_are_not_due(self) -> None:
        assert found(self.rule, indicator("targets:\n  R7: undecided\n")) == []

    def test_a_relation_is_due_even_if_it_cannot_be_resolved_yet(self) -> None:
        text = indicator("targets:\n  R6: 60\n  R7: {relative: {to: previous, percent: 10}}\n")
        assert found(self.rule, text) == ["R6", "R7"]

    def test_a_figure_of_another_year_does_not_do(self) -> None:
        text = indicator("targets:\n  R7: 65\nactuals:\n  R6: 66\n")
        assert found(self.rule, text) == ["R7"]

    @pytest.mark.parametrize(
        ("actuals", "overdue"),
        [
            ("R6: 120\n  R7: 130", False),
            ("R7: 130", True),
            ("R7: {value: 250, span: R6-R7}", False),
            ("R6: 120\n  R7: {state: not_surveyed}", False),
            ("R6: {state: pending}\n  R7: 130", True),
            ("R6: 120\n  R7: {value: 90, state: provisional}", True),
            ("R6: {state: not_surveyed}\n  R7: {state: not_assessable}", False),
        ],
    )
    def test_a_period_total_needs_every_year(self, actuals: str, *, overdue: bool) -> None:
        text = indicator(f"targets:\n  R6-R7: 240\nactuals:\n  {actuals}\n", **TOTAL)
        assert found(self.rule, text) == (["R6-R7"] if overdue else [])

    def test_a_derived_figure_is_computed(self) -> None:
        text = indicator("targets:\n  R7: 80\nderived:\n  share_met: {}\n")
        assert found(self.rule, text) == []

    @pytest.mark.parametrize(
        ("judged", "overdue"),
        [
            ("R6: {progress: cancelled}", []),
            ("R7: {progress: cancelled}", ["R6"]),
            ("R6: {outlook: stop, causes: 効果が低い}", ["R6"]),
            ("R7: {outlook: merge, causes: 統合}", ["R6", "R7"]),
            ("R6: {progress: delayed}", ["R6", "R7"]),
        ],
    )
    def test_nothing_is_due_of_a_project_given_up(self, judged: str, overdue: list[str]) -> None:
        indented = indicator("targets:\n  R6: 60\n  R7: 65\n").replace("\n", "\n    ").rstrip()
        text = f"evaluations:\n  {judged}\noutcome_indicators:\n  - {indented}\n"
        assert found(self.rule, text, "project") == overdue

    @pytest.mark.parametrize(("when", "overdue"), [("R8.3", []), ("R8.4", ["R7"])])
    def test_nothing_is_due_of_a_plan_after_it_was_superseded(
        self, when: str, overdue: list[str]
    ) -> None:
        text = plan("78").replace(
            "actuals:\n              R7: 78", "targets:\n              R7: 80"
        )
        text += f"revisions:\n  - {{what: superseded, old: 甲, new: 乙, date: {when}}}\n"
        assert found(self.rule, text, "plan") == overdue
