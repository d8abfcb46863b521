"""Rules that hold results against targets, and rules about targets that are not there."""

from __future__ import annotations

from datetime import date

import pytest
from judging import found, indicator, messages
from rule_samples import sample_workspace

from sagaict.checking.family import findings
from sagaict.checking.rules import BY_ID

INCIDENTS = {
    "name": "障害の発生件数",
    "unit": "件",
    "direction": "decrease",
    "aggregation": "annual",
}
APPLICATIONS = {"name": "電子申請の利用件数", "unit": "件", "aggregation": "annual"}
COUNT = {"name": "RPA業務数（累計）", "unit": "業務", "aggregation": "cumulative"}
TOTAL = {"name": "研修の受講者数", "unit": "人", "aggregation": "period_total"}


class TestTargetTooLow:
    rule = "target-too-low"

    @pytest.mark.parametrize(
        ("actual", "expected"), [("150", []), ("151", ["100"]), ("149", []), ("400", ["100"])]
    )
    def test_by_more_than_half(self, actual: str, expected: list[str]) -> None:
        text = indicator(f"targets: {{R6: 100}}\nactuals: {{R6: {actual}}}\n", **APPLICATIONS)
        assert found(self.rule, text) == expected

    @pytest.mark.parametrize(
        ("actual", "expected"), [("100", []), ("99", ["150"]), ("140", []), ("0", [])]
    )
    def test_less_is_better_is_the_mirror_image(self, actual: str, expected: list[str]) -> None:
        text = indicator(f"targets: {{R6: 150}}\nactuals: {{R6: {actual}}}\n", **INCIDENTS)
        assert found(self.rule, text) == expected

    def test_one_more_than_asked_for_is_no_sign(self) -> None:
        text = indicator("targets: {R6: 1}\nactuals: {R6: 2}\n", **APPLICATIONS)
        assert found(self.rule, text) == []
        assert found(self.rule, text.replace("R6: 2", "R6: 3")) == ["1"]

    def test_only_the_first_year_that_can_be_judged(self) -> None:
        body = "targets: {R6: 100, R7: 110}\nactuals: {R6: 100, R7: 400}\n"
        assert found(self.rule, indicator(body, **APPLICATIONS)) == []
        late = "targets: {R6: undecided, R7: 110}\nactuals: {R6: 300, R7: 400}\n"
        assert found(self.rule, indicator(late, **APPLICATIONS)) == ["110"]

    @pytest.mark.parametrize("state", ["provisional", "estimate"])
    def test_only_final_figures(self, state: str) -> None:
        body = f"targets: {{R6: 100}}\nactuals: {{R6: {{value: 400, state: {state}}}}}\n"
        assert found(self.rule, indicator(body, **APPLICATIONS)) == []

    def test_raising_the_later_targets_settles_it(self) -> None:
        body = """\
targets: {R6: 100, R7: 450}
actuals: {R6: 400}
revisions:
  - {year: R7, date: R7.5, old: 110, new: 450, reason: R6の実績を踏まえた}
"""
        assert found(self.rule, indicator(body, **APPLICATIONS)) == []

    def test_a_relative_target_once_its_basis_is_known(self) -> None:
        body = "targets: {R7: {relative: {to: previous, percent: 10}}}\nactuals: {R6: A, R7: 400}\n"
        assert found(self.rule, indicator(body.replace("A", "100"), **APPLICATIONS)) == ["R7"]
        assert found(self.rule, indicator(body.replace("R6: A, ", ""), **APPLICATIONS)) == []

    def test_a_total_is_judged_when_complete(self) -> None:
        body = "targets: {R6-R7: 100}\nactuals: {R6: 90, R7: 90}\n"
        assert found(self.rule, indicator(body, **TOTAL)) == ["100"]
        assert (
            found(self.rule, indicator("targets: {R6-R9: 100}\nactuals: {R6: 90}\n", **TOTAL)) == []
        )

    @pytest.mark.parametrize(
        ("direction", "period", "expected"),
        [("decrease", "R6-R9", []), ("decrease", "R6-R7", ["80"]), ("increase", "R6-R9", [])],
    )
    def test_half_of_a_limit_on_a_total_says_nothing_before_its_end(
        self, direction: str, period: str, expected: list[str]
    ) -> None:
        body = f"targets: {{{period}: 80}}\nactuals: {{R6: 20, R7: 20}}\n"
        text = indicator(body, unit="件", direction=direction, aggregation="period_total")
        assert found(self.rule, text) == expected

    def test_the_threshold_can_be_set(self) -> None:
        text = indicator("targets: {R6: 100}\nactuals: {R6: 151}\n", **APPLICATIONS)
        assert found(self.rule, text, percent=200) == []

    def test_the_message(self) -> None:
        text = indicator("targets: {R6: 4}\nactuals: {R6: 21}\n", **APPLICATIONS)
        assert "525% of it" in messages(self.rule, text)[0]


class TestCumulativeActualFalls:
    rule = "cumulative-actual-falls"

    @pytest.mark.parametrize(
        ("actuals", "expected"),
        [
            ("{R6: 12, R7: 12}", []),
            ("{R7: 9, R6: 12}", ["9"]),
            ("{R6: 12, R7: {value: 9, state: provisional}}", []),
            ("{R5: 10, R6: {state: not_surveyed}, R7: 9}", ["9"]),
        ],
    )
    def test_final_results_in_order(self, actuals: str, expected: list[str]) -> None:
        assert found(self.rule, indicator(f"actuals: {actuals}\n", **COUNT)) == expected

    def test_a_level_may_fall(self) -> None:
        assert found(self.rule, indicator("actuals: {R6: 12, R7: 9}\n")) == []


class TestStrictDisagrees:
    rule = "strict-disagrees"

    @pytest.mark.parametrize(
        ("target", "expected"),
        [
            ("{value: 80, printed: 80％超}", ["80"]),
            ("{value: 80, printed: 80％を上回る}", ["80"]),
            ("{value: 80, printed: 80％未満}", ["80"]),
            ("{value: 80, strict: true, printed: 80％超}", []),
            ("{value: 80, strict: true, printed: 80％以上}", ["80"]),
            ("{value: 80, printed: 80％以上}", []),
            ("{value: 80, printed: 前年度の50％を超えて80％}", []),
            ("{value: 80}", []),
        ],
    )
    def test_by_the_word_behind_the_number(self, target: str, expected: list[str]) -> None:
        assert found(self.rule, indicator(f"targets: {{R9: {target}}}\n")) == expected

    def test_the_number_where_it_all_began_does_not_reach_it(self) -> None:
        body = "baseline: {value: 80, year: R5}\ntargets: {R9: {value: 80, strict: %s}}\n"
        assert found("target-already-met", indicator(body % "true")) == []
        assert found("target-already-met", indicator(body % "false")) == ["80"]


class TestYearsDoNotAddUp:
    rule = "years-do-not-add-up"

    @pytest.mark.parametrize(
        ("targets", "expected"),
        [
            ("{R6: 5, R7: 6, R8: 7, R6-R8: 18, R9: 7, R6-R9: 25}", []),
            ("{R6: 5, R7: 6, R8: 7, R6-R8: 17, R9: 7, R6-R9: 26}", ["17", "26"]),
            ("{R6: 5, R8: 7, R6-R8: 17}", []),
            ("{R6: 5, R7: undecided, R6-R7: 17}", []),
            ("{R6-R9: 17}", []),
        ],
    )
    def test_only_where_every_year_has_a_number(self, targets: str, expected: list[str]) -> None:
        assert found(self.rule, indicator(f"targets: {targets}\n", **TOTAL)) == expected

    def test_the_years_are_no_evidence_for_what_is_asked_of_the_total(self) -> None:
        text = indicator(
            "targets: {R6: 5, R7: 5, R8: 5, R9: 5, R6-R9: 20}\nactuals: {R6: 5, R7: 5}\n",
            name="障害の発生件数",
            unit="件",
            direction="decrease",
            aggregation="period_total",
        )
        for rule in ("target-turns-back", "yearly-sum-exceeds-target", "no-milestone"):
            assert found(rule, text) == []


class TestBaselinePerYear:
    rule = "baseline-per-year"

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("54件／年", ["54"]),
            ("54件（単年度）", ["54"]),
            ("5年間で54件", []),
            ("54件/年度末", []),
        ],
    )
    def test_by_its_wording(self, printed: str, expected: list[str]) -> None:
        body = f"baseline: {{value: 54, printed: {printed}}}\ntargets: {{R9: 300}}\n"
        assert found(self.rule, indicator(body, **COUNT)) == expected
        assert found(self.rule, indicator(body)) == []


class TestYearlySumExceedsTarget:
    rule = "yearly-sum-exceeds-target"

    def test_yearly_targets_that_repeat_a_printed_total(self) -> None:
        for printed in (
            "約５,０００人（Ｒ６～Ｒ９）",
            "4年間で5,000人",
            "令和6年度から令和9年度まで",
        ):
            target = f"{{value: 5000, printed: '{printed}'}}"
            body = f"targets:\n  R6: {target}\n  R7: {target}\n"
            text = indicator(body, name="受講者数", unit="人", aggregation="annual")
            assert found(self.rule, text) == ["annual"]

    @pytest.mark.parametrize(
        ("unit", "printed"),
        [("人", "5,000人(毎年度、R6-9)"), ("%", "100%(R6-9)"), ("人", "年5,000人")],
    )
    def test_the_same_number_every_year_may_be_meant(self, unit: str, printed: str) -> None:
        target = f"{{value: 50, printed: '{printed}'}}"
        body = f"targets:\n  R6: {target}\n  R7: {target}\n"
        text = indicator(body, name="受講者数", unit=unit, aggregation="annual")
        assert found(self.rule, text) == []

    def test_results_that_are_parts_of_it(self) -> None:
        body = "targets: {R4: 1000, R5: 1000, R6: 1000, R7: 1000}\nactuals: "
        for actuals, expected in (
            ("{R4: 240, R5: 250, R6: 255, R7: 260}", ["annual"]),
            ("{R4: 240, R5: 250, R6: 255, R7: 255}", []),  # 1,000: not past it
            ("{R4: 240, R5: 250, R6: 255, R7: 313}", []),  # more than such a part
            ("{R4: 600, R5: 700}", []),  # a yearly target that is missed
        ):
            assert found(self.rule, indicator(body + actuals + "\n", **APPLICATIONS)) == expected

    def test_an_upper_limit_every_year_is_none(self) -> None:
        body = "targets: {R5: 12, R6: 12, R7: 12}\nactuals: {R5: 4, R6: 5, R7: 5}\n"
        assert found(self.rule, indicator(body, **INCIDENTS)) == []

    def test_a_total_reached_every_year(self) -> None:
        body = "targets: {R6-R9: 1000}\nactuals: "
        for actuals, expected in (
            ("{R6: 800, R7: 950}", ["period_total"]),
            ("{R6: 799, R7: 950}", []),
            ("{R6: 1010}", []),
            ("{R6: 240, R7: 260}", []),
            ("{R6: 800, R7: {value: 950, state: provisional}}", []),
        ):
            assert found(self.rule, indicator(body + actuals + "\n", **TOTAL)) == expected

    def test_years_that_make_exactly_the_total_are_its_parts(self) -> None:
        body = "targets: {R6-R9: 1000}\nactuals: "
        for actuals, expected in (
            ("{R6: 500, R7: 500}", []),
            ("{R6: 500, R7: 501}", ["period_total"]),
        ):
            text = indicator(body + actuals + "\n", **TOTAL)
            assert found(self.rule, text, percent=50) == expected


class TestMissingTargets:
    def test_what_is_printed_nowhere_of_the_year_before_the_plan_is_no_error(self) -> None:
        text = indicator("targets: {R6: {relative: {to: previous, percent: 10}}}\n")
        workspace, _above = sample_workspace("indicator", text)
        assert [each.rule for each in findings(workspace)] == []
        assert found("relative-basis-unknown", text) == ["previous"]

    def test_relative_targets_that_are_due(self) -> None:
        body = "targets: {R6: 30, R7: {relative: {to: previous, percent: 10}}}\nactuals: "
        rule = "relative-basis-unknown"
        assert found(rule, indicator(body + "{R7: 40}\n")) == ["previous"]
        assert found(rule, indicator(body + "{R6: {value: 3, state: estimate}}\n")) == ["previous"]
        assert found(rule, indicator(body + "{R6: 32}\n")) == []
        assert found(rule, indicator(body + "{R7: 40}\n"), today=date(2026, 3, 31)) == []
        baseline = "baseline: {value: 140, year: R5}\n"
        relation = "targets: {R7: {relative: {to: R5, percent: -10}}}\n"
        assert found(rule, indicator(baseline + relation)) == []
        assert found(rule, indicator(baseline.replace("value: 140, ", "") + relation)) == ["R5"]

    def test_the_last_year_of_the_plan(self) -> None:
        rule = "no-final-target"
        assert found(rule, indicator("targets: {R6: 1, R8: 3}\n")) == ["R8"]
        assert found(rule, indicator("targets: {R6: 1, R9: undecided}\n")) == []
        assert found(rule, indicator("targets: {R9: {relative: {to: R6, times: 2}}}\n")) == []
        assert found(rule, indicator("targets: {R6-R8: 3}\n", **TOTAL)) == ["R6-R8"]
        assert found(rule, indicator("targets: {R6-R9: 3}\n", **TOTAL)) == []
        assert found(rule, indicator("note: なし\n")) == []  # no-target says that

    def test_no_target_at_all(self) -> None:
        assert found("no-target", indicator("note: なし\n")) == ["x"]
        assert found("no-target", indicator("targets: {R6: undecided}\n")) == []

    @pytest.mark.parametrize("rule", sorted(BY_ID.keys() - {"no-numeric-outcome"}))
    def test_nothing_is_found_in_what_is_for_reference(self, rule: str) -> None:
        body = "targets: {R7: {none: true, printed: 参考指標}}\nsource: plan 1\n"
        text = indicator(body + "actuals: {R6: {value: 61.5, as_of: R7.3}}\n")
        assert found(rule, text) == []

    def test_words_need_no_way_to_them(self) -> None:
        text = indicator("targets: {R8: {words: 条例の制定}}\n")
        for rule in ("no-baseline", "no-milestone", "no-final-target", "no-target"):
            assert found(rule, text, years=0) == []
        text = indicator("targets: {R8: {words: 条例の制定}, R9: undecided}\n")
        assert found("no-baseline", text) == ["x"]

    def test_words_are_overdue_until_they_are_judged(self) -> None:
        rule, body = "overdue", "targets: {R6: {words: 減少させる}}\nactuals: {R6: %s}\n"
        assert found(rule, indicator(body % "120")) == ["R6"]
        assert found(rule, indicator(body % "{state: reached}")) == []
        assert found(rule, indicator(body % "{value: 120, state: not_reached}")) == []

    def test_a_judgement_has_a_day_that_has_come(self) -> None:
        body = "targets: {R8: {words: 条例の制定}}\nactuals: {R8: {state: reached%s}}\n"
        assert found("actual-without-date", indicator(body % "")) == ["R8"]
        assert found("actual-without-date", indicator(body % ", as_of: R7.6")) == []
        assert found("actual-in-future", indicator(body % ", as_of: R7.6")) == []
        assert found("actual-outside-year", indicator(body % ", as_of: R7.6")) == []
        assert found("actual-in-future", indicator(body % ", as_of: R9.1")) == ["R9.1"]

    def test_nothing_on_the_way(self) -> None:
        rule = "no-milestone"
        assert found(rule, indicator("targets: {R9: 5}\n")) == ["R9"]
        assert found(rule, indicator("targets: {R8: 5}\n")) == []
        assert found(rule, indicator("targets: {R8: 5}\n"), years=1) == ["R8"]
        assert found(rule, indicator("targets: {R7: undecided, R9: 5}\n")) == []
        assert found(rule, indicator("targets: {R6-R9: 5}\n", **TOTAL)) == []

    def test_baselines_that_matter(self) -> None:
        rule = "no-baseline"
        target = "targets: {R9: 5}\n"
        assert found(rule, indicator(target)) == ["x"]
        assert found(rule, indicator("baseline: {printed: －}\n" + target)) == ["baseline"]
        assert found(rule, indicator("baseline: {value: 0}\n" + target)) == []
        assert found(rule, indicator(target, **COUNT)) == []

    def test_where_the_figure_comes_from(self) -> None:
        rule = "no-data-source"
        assert found(rule, indicator("targets: {R9: 5}\n")) == ["x"]
        assert found(rule, indicator("survey_timing: 毎年12月\n")) == []
        assert found(rule, indicator("derived: {share_met: {}}\n")) == []

    @pytest.mark.parametrize("rule", ["no-milestone", "no-baseline", "no-data-source"])
    def test_nothing_is_asked_of_a_plan_that_has_ended(self, rule: str) -> None:
        text = indicator("targets: {R9: 5}\n")
        assert found(rule, text, today=date(2028, 3, 31)) != []
        assert found(rule, text, today=date(2028, 4, 1)) == []
