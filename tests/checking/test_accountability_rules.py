"""The rules about changes without a reason, and figures that contradict one another."""

from __future__ import annotations

import pytest
from judging import found, indicator, messages

HEAD = """\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
"""
MEASURE = """\
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
"""


class TestRevisionUnexplained:
    rule = "revision-unexplained"

    @pytest.mark.parametrize(
        ("stated", "missing"),
        [
            ("reason: 制度改正, approved_by: 調整会議", None),
            ("reason: 制度改正", "approved_by"),
            ("approved_by: 調整会議", "reason"),
            ("source: plan 1", "reason, approved_by"),
        ],
    )
    def test_reason_and_approval_are_both_needed(self, stated: str, missing: str | None) -> None:
        text = indicator(
            "targets:\n  R9: 90\nrevisions:\n"
            f"  - {{year: R9, date: R7.10.15, old: 80, new: 90, {stated}}}\n"
        )
        assert found(self.rule, text) == (["90"] if missing else [])
        said = [f"the target of R9 was changed, and this is not stated: {missing}"]
        assert messages(self.rule, text) == (said if missing else [])

    def test_each_change_of_a_history_is_looked_at(self) -> None:
        text = indicator(
            "targets:\n  R9: undecided\nrevisions:\n"
            "  - {year: R9, date: R6.10, old: 80, new: 85}\n"
            "  - {year: R9, date: R7.10, old: 85, new: undecided, reason: 再検討}\n"
        )
        assert found(self.rule, text) == ["85", "undecided"]


class TestPlanRevisionUnexplained:
    rule = "plan-revision-unexplained"

    @pytest.mark.parametrize(
        ("stated", "missing"),
        [
            ("date: R8.3, reason: 総合計画に合わせる", None),
            ("date: R8.3", "reason"),
            ("reason: 総合計画に合わせる", "date"),
            ("approved_by: 調整会議", "date, reason"),
        ],
    )
    @pytest.mark.parametrize("what", ["period", "title", "superseded"])
    def test_date_and_reason_are_both_needed(
        self, what: str, stated: str, missing: str | None
    ) -> None:
        text = HEAD + f"revisions:\n  - {{what: {what}, old: 甲, new: 乙, {stated}}}\n"
        assert found(self.rule, text, "plan") == (["乙"] if missing else [])
        said = [f"the plan was revised (甲 → 乙), and this is not stated: {missing}"]
        assert messages(self.rule, text, "plan") == (said if missing else [])


class TestOutlookUnexplained:
    rule = "outlook-unexplained"

    @pytest.mark.parametrize("outlook", ["stop", "merge", "review"])
    def test_grave_outlooks_need_a_word(self, outlook: str) -> None:
        text = f"evaluations:\n  R7: {{outlook: {outlook}}}\n"
        assert found(self.rule, text, "project") == [outlook]

    @pytest.mark.parametrize("outlook", ["expand", "continue", "complete"])
    def test_others_do_not(self, outlook: str) -> None:
        assert found(self.rule, f"evaluations:\n  R7: {{outlook: {outlook}}}\n", "project") == []

    @pytest.mark.parametrize(
        "text",
        [
            "remark: 効果が低い",
            "issues: 利用が少ない",
            "causes: 周知不足",
            "achievements: 実証の結果、必要性が低いと分かった",
            "council_rating: 中止が妥当",
            "instructions: [{text: 統合を検討すること}]",
        ],
    )
    def test_any_word_will_do(self, text: str) -> None:
        assert found(self.rule, f"evaluations:\n  R7: {{outlook: stop, {text}}}\n", "project") == []

    def test_marks_are_no_words(self) -> None:
        text = "evaluations:\n  R7: {outlook: stop, printed: ×, self_rating: D}\n"
        assert found(self.rule, text, "project") == ["stop"]

    def test_evaluations_of_a_measure_are_looked_at_too(self) -> None:
        text = HEAD + MEASURE + "        evaluations:\n          R7: {outlook: review}\n"
        assert found(self.rule, text, "plan") == ["review"]


class TestPublishedDisagrees:
    rule = "published-disagrees"

    def tally(self, body: str, *indicators: str) -> str:
        text = HEAD + MEASURE
        if indicators:
            text += "        outcome_indicators:\n"
        for number, item in enumerate(indicators):
            text += (
                f"          - {{id: k{number}, name: 指標, unit: 件, direction: increase, "
                f"aggregation: annual, source: plan 1, {item}}}\n"
            )
        return text + f"published:\n  - id: t\n    title: 達成状況\n    source: plan 2\n{body}"

    def test_a_percentage_is_rounded_the_documents_way(self) -> None:
        body = "    of: 11\n    counts: {達成: 8}\n    percent: {達成: %s}\n    places: %s\n"
        assert found(self.rule, self.tally(body % ("72.7", "1")), "plan") == []
        assert found(self.rule, self.tally(body % ("73", "0")), "plan") == []
        assert found(self.rule, self.tally(body % ("72", "0")), "plan") == ["72"]
        truncated = self.tally(body % ("72", "0") + "    rounding: truncate\n")
        assert found(self.rule, truncated, "plan") == []

    def test_counts_may_not_exceed_their_denominator(self) -> None:
        body = "    of: 10\n    counts: {達成: 8, 未達成: %s}\n"
        assert found(self.rule, self.tally(body % "2"), "plan") == []
        assert found(self.rule, self.tally(body % "3"), "plan") == ["10"]
        assert messages(self.rule, self.tally(body % "3"), "plan") == [
            "“達成状況” is printed as 10, but comes to 11"
        ]

    @pytest.mark.parametrize(
        ("second", "printed", "disagrees"),
        [
            ("targets: {R7: 5}, actuals: {R7: 6}", "2", False),
            ("targets: {R7: 5}, actuals: {R7: 6}", "1", True),
            ("targets: {R7: 5}, actuals: {R7: 4}", "1", False),
            ("targets: {R7: 5}, actuals: {R7: 4}", "2", True),
            ("targets: {R7: 5}", "2", False),  # nobody reported it: it cannot be told
            ("targets: {R7: 5}", "1", False),
            ("targets: {R7: 5}", "3", True),
        ],
    )
    def test_a_count_of_met_targets_is_held_against_the_data(
        self, second: str, printed: str, *, disagrees: bool
    ) -> None:
        body = (
            f"    of: 2\n    counts: {{達成: {printed}}}\n    compare: outcomes_met\n    year: R7\n"
        )
        body = body.replace("of: 2", "of: 3")
        text = self.tally(body, "targets: {R7: 5}, actuals: {R7: 5}", second)
        assert found(self.rule, text, "plan") == ([printed] if disagrees else [])

    def test_a_sum_is_added_up(self) -> None:
        body = (
            "    of: 120\n    counts: {手続: %s}\n    compare: sum_of_actuals\n"
            "    indicator: sample/1-1/k0\n    period: R6-R7\n"
        )
        both = "actuals: {R6: 38, R7: 82}"
        assert found(self.rule, self.tally(body % "120", both), "plan") == []
        assert found(self.rule, self.tally(body % "119", both), "plan") == ["119"]
        assert found(self.rule, self.tally(body % "119", "actuals: {R7: 82}"), "plan") == []

    @pytest.mark.parametrize(
        ("printed", "disagrees"), [("66.7", False), ("66.6", False), ("67", False), ("70", True)]
    )
    def test_the_printed_value_of_a_derived_indicator(
        self, printed: str, *, disagrees: bool
    ) -> None:
        made_of = [f"targets: {{R7: 5}}, actuals: {{R7: {n}}}" for n in (4, 5, 6)]
        share = f"targets: {{R7: 80}}, derived: {{share_met: {{}}}}, actuals: {{R7: {printed}}}"
        text = self.tally("    of: 1\n    counts: {甲: 1}\n", *made_of, share)
        assert found(self.rule, text, "plan") == ([printed] if disagrees else [])

    def test_a_derived_indicator_with_open_parts_cannot_be_judged(self) -> None:
        made_of = ["targets: {R7: 5}, actuals: {R7: 5}", "targets: {R7: 5}"]
        share = "targets: {R7: 80}, derived: {share_met: {}}, actuals: {R7: 50}"
        text = self.tally("    of: 1\n    counts: {甲: 1}\n", *made_of, share)
        assert found(self.rule, text, "plan") == []


class TestBaselineDisagrees:
    rule = "baseline-disagrees"

    def plan(
        self,
        baseline: str,
        actuals: str,
        *,
        units: tuple[str, str] = ("件", "件"),
        kinds: tuple[str, str] = ("annual", "annual"),
    ) -> str:
        old, new = (
            f"{{id: {name}, name: 指標, unit: '{unit}', direction: increase, aggregation: {kind}, "
            f"source: plan 1, "
            for name, unit, kind in zip(("old", "new"), units, kinds, strict=True)
        )
        link = "continues: [{id: sample/1-1/old, basis: stated}]"
        return (
            HEAD.replace("R6-R9", "R2-R9")
            + MEASURE
            + f"        goal_indicators:\n          - {old}actuals: {{{actuals}}}}}\n"
            + f"          - {new}baseline: {{{baseline}}}, {link}}}\n"
        )

    @pytest.mark.parametrize(
        ("baseline", "actuals", "expected"),
        [
            ("value: 73098, year: R4", "R4: 73098", []),
            ("value: 67988, year: R4", "R4: 73098", ["67988"]),
            ("value: 67988, year: R3", "R4: 73098", []),  # another year
            ("value: 67988", "R4: 73098", []),  # no year: nothing to compare
            ("printed: －, year: R4", "R4: 73098", []),
            ("value: 67988, year: R4", "R4: {value: 73098, state: provisional}", []),
            ("value: 67988, year: R4", "R4: {state: not_surveyed}", []),
            ("value: 67988, year: R4", "R4: {value: 73098, span: R2-R4}", []),  # a total
        ],
    )
    def test_the_same_year(self, baseline: str, actuals: str, expected: list[str]) -> None:
        assert found(self.rule, self.plan(baseline, actuals), "plan") == expected

    @pytest.mark.parametrize(
        ("baseline", "actual", "same"),
        [
            ("59", "59.0", True),
            ("59", "59.4", True),
            ("59", "58.5", True),  # rounded half up
            ("59", "58.4", False),
            ("59.0", "59.4", False),
            ("59.4", "59", True),
        ],
    )
    def test_as_far_as_the_coarser_of_both_tells(
        self, baseline: str, actual: str, *, same: bool
    ) -> None:
        text = self.plan(f"value: {baseline}, year: R4", f"R4: {actual}")
        assert found(self.rule, text, "plan") == ([] if same else [baseline])

    @pytest.mark.parametrize(
        ("actuals", "expected"),
        [
            ("R4: {value: 13245, span: R2-R4}", []),
            ("R4: {value: 13244, span: R2-R4}", ["13245"]),
            ("R2: 4000, R3: 4000, R4: 5245", []),
            ("R2: 4000, R3: 4000, R4: 5000", ["13245"]),
            ("R3: 4000, R4: 5000", []),  # R2 is not known
            ("R2: 4000, R3: {value: 4000, state: provisional}, R4: 5000", []),
            ("R4: {value: 9000, span: R3-R4}", []),
        ],
    )
    def test_the_same_period(self, actuals: str, expected: list[str]) -> None:
        text = self.plan(
            "value: 13245, period: R2-R4", actuals, kinds=("period_total", "period_total")
        )
        assert found(self.rule, text, "plan") == expected

    @pytest.mark.parametrize(
        ("units", "kinds", "compared"),
        [
            (("件", "件"), ("annual", "period_total"), True),
            (("件", "万件"), ("annual", "annual"), False),
            (("件", "件"), ("cumulative", "annual"), False),
            (("件", "件"), ("level", "level"), True),
        ],
    )
    def test_only_like_is_compared_with_like(
        self, units: tuple[str, str], kinds: tuple[str, str], *, compared: bool
    ) -> None:
        text = self.plan("value: 120, year: R4", "R4: 121", units=units, kinds=kinds)
        assert found(self.rule, text, "plan") == (["120"] if compared else [])

    @pytest.mark.parametrize(
        ("baseline", "actual", "compared"),
        [("as_of: R5.3", "R5.3", True), ("as_of: R5.3", "R4.9", False), ("year: R4", "R4.9", True)],
    )
    def test_a_figure_of_another_day_is_another_figure(
        self, baseline: str, actual: str, *, compared: bool
    ) -> None:
        text = self.plan(
            f"value: 120, {baseline}",
            f"R4: {{value: 121, as_of: {actual}}}",
            kinds=("level", "level"),
        )
        assert found(self.rule, text, "plan") == (["120"] if compared else [])

    def test_an_indicator_that_continues_nothing_is_free(self) -> None:
        text = self.plan("value: 120, year: R4", "R4: 121").split(", continues")[0] + "}\n"
        assert found(self.rule, text, "plan") == []


class TestAmendmentUnexplained:
    rule = "amendment-unexplained"

    @pytest.mark.parametrize(
        ("stated", "missing"),
        [
            ("reason: 制度改正, approved_by: 調整会議", None),
            ("reason: 制度改正", "approved_by"),
            ("approved_by: 調整会議", "reason"),
            ("source: plan 1", "reason, approved_by"),
        ],
    )
    @pytest.mark.parametrize("what", ["added", "dropped"])
    def test_reason_and_approval_are_both_needed(
        self, what: str, stated: str, missing: str | None
    ) -> None:
        text = f"amendments:\n  - {{what: {what}, date: R8.7.1, {stated}}}\n"
        assert found(self.rule, text, "project") == ([what] if missing else [])
        expected = f"the amendment “{what}” (R8.7.1) does not state: {missing}"
        assert messages(self.rule, text, "project") == ([expected] if missing else [])

    def test_an_indicator_answers_for_its_own(self) -> None:
        text = indicator(
            "targets:\n  R9: 90\namendments:\n"
            "  - {what: renamed, date: R8.7.1, old: 満足度, new: 利用者の満足度}\n"
            "  - {what: dropped, date: R8.8.1, reason: 調査の廃止, approved_by: 調整会議}\n"
        )
        assert found(self.rule, text) == ["renamed"]

    def test_one_of_a_measure_too(self) -> None:
        goal = (
            "        goal_indicators:\n"
            "          - {id: x, name: 満足度, unit: 点, direction: increase, aggregation: level,\n"
            "             amendments: [{what: dropped, date: R8.8.1}]}\n"
        )
        assert found(self.rule, HEAD + MEASURE + goal, "plan") == ["dropped"]
