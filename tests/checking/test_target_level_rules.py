"""Rules that hold targets against each other and against where the indicator stood."""

from __future__ import annotations

import pytest
from judging import found, indicator, messages

INCIDENTS = {
    "name": "障害の発生件数",
    "unit": "件",
    "direction": "decrease",
    "aggregation": "annual",
}
COUNT = {"name": "RPA業務数（累計）", "unit": "業務", "aggregation": "cumulative"}
TOTAL = {"name": "作業時間の削減", "unit": "時間", "aggregation": "period_total"}
BASE = "baseline:\n  value: {value}\n  year: R5\n"


def base(value: str) -> str:
    return BASE.format(value=value)


class TestTargetTurnsBack:
    rule = "target-turns-back"

    def test_equal_targets_do_not_turn_back(self) -> None:
        assert found(self.rule, indicator("targets: {R6: 75, R7: 75, R8: 75}\n")) == []

    def test_less_is_better_turns_back_upwards(self) -> None:
        text = indicator("targets: {R6: 5, R7: 3, R8: 4}\n", **INCIDENTS)
        assert found(self.rule, text) == ["4"]
        assert messages(self.rule, text) == [
            "the target turns back from 3 to 4 in R8, and nothing says why"
        ]

    def test_order_in_the_file_does_not_matter(self) -> None:
        assert found(self.rule, indicator("targets: {R9: 80, R6: 60, R7: 70}\n")) == []

    def test_only_numbers_are_compared(self) -> None:
        body = "targets:\n  R6: 60\n  R7: undecided\n  R8: {relative: {to: R6, percent: -10}}\n"
        assert found(self.rule, indicator(body)) == []
        assert found(self.rule, indicator(body + "  R9: 50\n")) == ["50"]

    def test_cumulative_targets_are_another_rules(self) -> None:
        assert found(self.rule, indicator("targets: {R6: 5, R7: 3}\n", **COUNT)) == []

    def test_new_ones_each_year_are_no_level(self) -> None:
        text = indicator(
            "targets: {R6: 10, R7: 5}\n", name="新規導入業務数", unit="業務", aggregation="annual"
        )
        assert found(self.rule, text) == []

    @pytest.mark.parametrize(
        "reason",
        [
            "target_basis: 庁舎改修により一時的に落ち込むと見込んだ。\n",
            "target_basis: R7は国の補助が終わるため。\n",
            "target_basis: 令和7年度は制度改正のため。\n",
            "revisions:\n  - {year: R7, date: R6.10, old: 65, new: 56, reason: 利用停止のため}\n",
        ],
    )
    def test_a_reason_is_enough(self, reason: str) -> None:
        assert found(self.rule, indicator("targets: {R6: 60, R7: 56}\n" + reason)) == []

    @pytest.mark.parametrize(
        "no_reason",
        [
            "target_basis: 総合計画と整合を図った。\n",
            "target_basis: R70は関係がない。\n",
            "revisions:\n  - {year: R7, date: R6.10, old: 65, new: 56}\n",
        ],
    )
    def test_other_words_are_none(self, no_reason: str) -> None:
        assert found(self.rule, indicator("targets: {R6: 60, R7: 56}\n" + no_reason)) == ["56"]


class TestTargetsBehindTheBaseline:
    worse = "target-worse-than-baseline"
    direction = "direction-contradicted"

    def both(self, text: str) -> tuple[list[str], list[str]]:
        return found(self.worse, text), found(self.direction, text)

    def test_some_are_wrong_figures_and_all_are_a_wrong_direction(self) -> None:
        assert self.both(indicator(base("50") + "targets: {R6: 45, R9: 60}\n")) == (["45"], [])
        assert self.both(indicator(base("50") + "targets: {R6: 45, R9: 40}\n")) == (
            [],
            ["increase"],
        )
        assert self.both(indicator(base("50") + "targets: {R9: 40}\n")) == ([], ["increase"])

    def test_targets_that_rise_towards_a_lost_level_are_the_wrong_way_round_for_nobody(
        self,
    ) -> None:
        text = indicator(base("2969") + "targets: {R6: 2600, R7: 2700, R9: 2800}\n", unit="人")
        assert self.both(text) == (["2800"], [])

    def test_one_level_for_all_years_is_a_level_to_be_held(self) -> None:
        text = indicator(base("62.8") + "targets: {R6: 60.0, R7: 60.0, R9: 60.0}\n")
        assert self.both(text) == ([], [])
        assert found("target-already-met", text) == ["60.0"]
        assert found("target-already-met", text + "hold: true\n") == []

    def test_less_is_better(self) -> None:
        text = indicator(base("140") + "targets: {R7: 150, R9: 120}\n", **INCIDENTS)
        assert self.both(text) == (["150"], [])
        text = indicator(base("140") + "targets: {R7: 141, R9: 160}\n", **INCIDENTS)
        assert self.both(text) == ([], ["decrease"])

    def test_equal_is_not_worse(self) -> None:
        assert self.both(indicator(base("50") + "targets: {R9: 50}\n")) == ([], [])

    def test_unknown_is_not_zero(self) -> None:
        unknown = 'baseline: {year: R5, printed: "-"}\n'
        assert self.both(indicator(unknown + "targets: {R9: 5}\n", **INCIDENTS)) == ([], [])

    def test_relative_and_undecided_targets_say_nothing(self) -> None:
        body = base("50") + "targets: {R8: undecided, R9: {relative: {to: R5, percent: -10}}}\n"
        assert self.both(indicator(body)) == ([], [])

    def test_a_cumulative_count_that_began_anew_is_no_wrong_direction(self) -> None:
        text = indicator(base("120") + "targets: {R6: 10, R7: 20}\n", **COUNT)
        assert self.both(text) == (["20"], [])

    def test_a_limit_on_a_cumulative_figure_rises(self) -> None:
        fields = {**COUNT, "direction": "decrease"}
        assert self.both(indicator(base("3") + "targets: {R6: 5, R9: 9}\n", **fields)) == ([], [])

    def test_a_total_of_several_years_is_no_level(self) -> None:
        several = "baseline: {value: 300, period: R2-R4}\ntargets: {R9: 120}\n"
        fields = {"name": "相談件数", "unit": "件", "aggregation": "annual"}
        assert self.both(indicator(several, **fields)) == ([], [])
        text = indicator(several.replace("R9:", "R6-R9:"), **TOTAL)
        assert self.both(text) == ([], [])

    @pytest.mark.parametrize(
        "kept",
        [
            "targets: {R9: {value: 95, printed: 95%以上を維持}}\n",
            "targets: {R9: {value: 95, note: 人口減少の影響を抑える}}\n",
            "target_basis: 高い水準を保つため。\ntargets: {R9: 95}\n",
        ],
    )
    def test_a_level_may_be_held(self, kept: str) -> None:
        assert self.both(indicator(base("98.2") + kept)) == ([], [])


class TestTargetAlreadyMet:
    rule = "target-already-met"

    def test_only_the_last_target_counts(self) -> None:
        assert found(self.rule, indicator(base("60") + "targets: {R6: 60, R9: 75}\n")) == []
        text = indicator(base("60") + "targets: {R6: 60, R9: 60.0}\n")
        assert found(self.rule, text) == ["60.0"]
        assert messages(self.rule, text) == [
            "the target 60.0 of R9 was already reached at the start, with 60"
        ]

    @pytest.mark.parametrize(
        ("value", "fields", "expected"),
        [
            ("0", INCIDENTS, []),
            ("3", INCIDENTS, ["3"]),
            ("100", {"unit": "%"}, []),
            ("100", {"unit": "％"}, []),
            ("100", {"unit": "件"}, ["100"]),
            ("0", {"unit": "件"}, ["0"]),
        ],
    )
    def test_the_best_there_is_can_only_be_kept(
        self, value: str, fields: dict[str, str], expected: list[str]
    ) -> None:
        text = indicator(base(value) + f"targets: {{R9: {value}}}\n", **fields)
        assert found(self.rule, text) == expected

    def test_a_level_that_is_to_be_held(self) -> None:
        body = base("60") + "targets: {R9: {value: 60, printed: 60%を維持}}\n"
        assert found(self.rule, indicator(body)) == []

    def test_a_worse_one_is_another_rules(self) -> None:
        assert found(self.rule, indicator(base("60") + "targets: {R9: 55}\n")) == []

    def test_without_a_baseline_nothing_is_known(self) -> None:
        assert found(self.rule, indicator("targets: {R9: 0}\n", **INCIDENTS)) == []

    def test_a_later_result_of_the_plan_before(self) -> None:
        earlier = """\
goals:
  - no: 1
    title: 目標
    measures:
      - id: 1-1
        title: 施策
        source: plan 1
        goal_indicators:
          - {id: a, name: 満足度, unit: "%", direction: increase, aggregation: level, NEW}
          - {id: b, name: 満足度, unit: "%", direction: increase, aggregation: level, OLD}
"""
        head = "id: sample\ntitle: 見本\nperiod: R6-R9\ndocuments: {plan: {title: 計画書}}\n"
        new = "baseline: {value: 60, year: R3}, targets: {R9: 70}, "
        new += "continues: [{id: sample/1-1/b, basis: stated}]"
        for actuals, expected in (
            ("actuals: {R4: 65, R5: 72}", ["70"]),
            ("actuals: {R4: 65, R5: {value: 72, state: estimate}}", []),
            ("actuals: {R4: 69.9}", []),
            ("actuals: {R6: 72}", []),  # the plan has begun
        ):
            text = head + earlier.replace("NEW", new).replace("OLD", actuals)
            assert found(self.rule, text, "plan") == expected


class TestTotalSlowerThanBaseline:
    rule = "total-slower-than-baseline"

    def test_where_the_years_are_printed_the_pace_is_seen(self) -> None:
        text = "baseline: {value: 26, year: R4}\ntargets: {R6-R9: 80, R6: 20, R9: 20}\n"
        assert found(self.rule, indicator(text, **TOTAL)) == []

    @pytest.mark.parametrize(
        ("baseline", "target", "expected"),
        [
            ("{value: 13245, period: R2-R4}", "17,600", ["17,600"]),
            ("{value: 13245, period: R2-R4}", "17,660", []),  # exactly the same pace
            ("{value: 1027, year: R4}", "5,000", []),
            ("{value: 1027, year: R4}", "4,107", ["4,107"]),
            ("{value: 13245}", "4,000", []),  # of how many years is not known
            ('{printed: "-"}', "4,000", []),
        ],
    )
    def test_per_year(self, baseline: str, target: str, expected: list[str]) -> None:
        body = f"baseline: {baseline}\ntargets:\n  R6-R9: {target}\n"
        assert found(self.rule, indicator(body, **TOTAL)) == expected

    def test_less_is_better(self) -> None:
        fields = {**TOTAL, "direction": "decrease"}
        body = "baseline: {value: 20, period: R2-R5}\ntargets: {R6-R9: 21}\n"
        assert found(self.rule, indicator(body, **fields)) == ["21"]
        assert found(self.rule, indicator(body.replace("21", "19"), **fields)) == []

    def test_a_pace_that_is_to_be_held(self) -> None:
        body = "baseline: {value: 20, year: R5}\ntarget_basis: 現状の水準を維持する。\n"
        assert found(self.rule, indicator(body + "targets: {R6-R9: 70}\n", **TOTAL)) == []

    def test_the_message_compares_years(self) -> None:
        body = "baseline: {value: 13245, period: R2-R4}\ntargets:\n  R6-R9: 17,600\n"
        assert messages(self.rule, indicator(body, **TOTAL)) == [
            "17,600 over R6-R9 is 4,400 a year; the baseline already stands at 4,415 a year"
        ]


@pytest.mark.parametrize(
    "rule", ["direction-contradicted", "target-worse-than-baseline", "target-already-met"]
)
def test_what_is_declared_to_be_held_is_not_asked_why_it_is_low(rule: str) -> None:
    text = indicator(base("97") + "hold: true\ntargets: {R6: 90, R9: 97}\n")
    assert found(rule, text) == []
    assert found("target-worse-than-baseline", text.replace("hold: true\n", "")) == ["90"]
