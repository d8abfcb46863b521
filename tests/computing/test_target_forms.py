"""Targets that are no plain number: when they are met, and what is expected on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from building import after, during, fy, judge, judge_year, place

from sagaict.computing.assessment import Assessment
from sagaict.computing.tally import tally
from sagaict.computing.totals import gaps_of
from sagaict.computing.view import View
from sagaict.domain.results import Actual
from sagaict.reporting.rows import rows_of

FOR_REFERENCE: dict[str, Any] = {"targets": {"R9": "none"}, "actuals": {"R6": "55", "R8": "60"}}


class TestNone:
    def test_is_for_reference_with_or_without_figures_due_or_not(self) -> None:
        for view in (during("R7"), after("R8"), after("R9")):
            assert judge(view, **FOR_REFERENCE).status == "reference"
            assert judge(view, targets={"R9": "none"}).status == "reference"

    def test_every_year_with_a_figure_is_for_reference_and_has_no_rate(self) -> None:
        judged = judge_year("R6", after("R8"), **FOR_REFERENCE, baseline={"value": "50"})
        assert (judged.status, judged.reason.why) == ("reference", "for_reference")
        assert (judged.achievement_rate, judged.progress_rate) == (None, None)
        later = {**FOR_REFERENCE, "targets": {"R7": "none"}}
        assert judge_year("R8", after("R8"), **later).status == "reference"

    def test_is_in_no_denominator_and_never_due(self) -> None:
        counted = tally([judge(after("R9"), **FOR_REFERENCE)])
        assert (counted.of, counted.left_out) == (0, {"reference": 1})

    def test_a_year_without_a_target_does_not_hide_the_targets_beside_it(self) -> None:
        figures = {"R6": "10", "R7": "30", "R9": "40"}
        judged = judge(after("R9"), targets={"R7": "20", "R9": "none"}, actuals=figures)
        assert (judged.year, judged.status) == (fy("R7"), "met")
        judged = judge(after("R6"), targets={"R6": "none", "R9": "40"}, actuals=figures)
        assert (judged.against, judged.status) == (fy("R9"), "behind")
        judged = judge(after("R7"), targets={"R7": "none", "R9": "undecided"}, actuals=figures)
        assert (judged.year, judged.status) == (fy("R9"), "undecided")


class TestStrict:
    @pytest.mark.parametrize(
        ("direction", "actual", "status"),
        [
            ("increase", "80", "unmet"),
            ("increase", "80.01", "met"),
            ("decrease", "80", "unmet"),
            ("decrease", "79.99", "met"),
        ],
    )
    def test_the_number_itself_does_not_do(self, direction: str, actual: str, status: str) -> None:
        target = {"value": "80", "strict": "true"}
        fields: dict[str, Any] = {"targets": {"R7": target}, "actuals": {"R7": actual}}
        assert judge(after("R7"), direction=direction, **fields).status == status

    def test_a_baseline_at_the_number_is_no_hold_and_beyond_it_is(self) -> None:
        fields: dict[str, Any] = {"targets": {"R9": {"value": "80", "strict": "true"}}}
        fields["actuals"] = {"R7": "80"}
        judged = judge(after("R7"), baseline={"value": "80", "year": "R5"}, **fields)
        assert judged.expected is not None
        assert (judged.expected.method, judged.status) == ("line", "on_track")
        judged = judge(after("R7"), baseline={"value": "81", "year": "R5"}, **fields)
        assert judged.expected is not None
        assert (judged.expected.method, judged.status) == ("hold", "behind")


class TestRange:
    """40 to 60 in R9."""

    @pytest.mark.parametrize(
        ("actual", "status"),
        [("39.9", "unmet"), ("40", "met"), ("50", "met"), ("60", "met"), ("60.1", "unmet")],
    )
    def test_both_ends_are_in_it(self, actual: str, status: str) -> None:
        assert self.judged(after("R9"), {"R9": actual}).status == status

    def test_on_the_way_outside_says_nothing_yet(self) -> None:
        assert self.judged(after("R7"), {"R7": "50"}).status == "on_track"
        assert self.judged(after("R7"), {"R7": "39"}).status == "not_due"
        assert self.judged(after("R7"), {}).status == "not_due"

    def test_a_figure_that_may_change_neither_meets_nor_misses_it(self) -> None:
        for value, status in (("50", "on_track"), ("39", "behind")):
            actual = {"value": value, "state": "provisional"}
            assert self.judged(after("R9"), {"R9": actual}).status == status
        assert self.judged(after("R9"), {"R9": {"state": "pending"}}).status == "pending"
        assert self.judged(after("R9"), {}).status == "not_reported"

    def test_a_total_that_lacks_a_year_is_not_judged(self) -> None:
        total = {"R6": "10", "R7": "10", "R9": "30"}
        judged = self.judged(after("R9"), total, key="R6-R9", aggregation="period_total")
        assert (judged.status, judged.reason.why) == ("not_reported", "gaps")
        total["R8"] = "10"
        judged = self.judged(after("R9"), total, key="R6-R9", aggregation="period_total")
        assert (judged.status, judged.reason.why) == ("met", "inside")

    def judged(self, view: View, actuals: Any, key: str = "R9", **fields: Any) -> Assessment:
        baseline = {"value": "20", "year": "R5"}
        targets = {key: {"range": {"low": "40", "high": "60"}}}
        judged = judge(view, targets=targets, actuals=actuals, baseline=baseline, **fields)
        assert (judged.achievement_rate, judged.progress_rate, judged.expected) == (None,) * 3
        return judged


class TestTotals:
    """100 in R6-R9, 20 a year until R8 and 40 in R9."""

    targets: ClassVar = {"R6": "20", "R7": "20", "R8": "20", "R9": "40", "R6-R9": "100"}

    def judged(self, year: str, view: View, actuals: Any, **fields: Any) -> Assessment:
        shape: dict[str, Any] = {"aggregation": "period_total", "targets": self.targets}
        return judge_year(year, view, **{**shape, "actuals": actuals, **fields})

    def test_until_the_period_ends_the_target_of_the_year_is_judged(self) -> None:
        judged = self.judged("R7", after("R7"), {"R6": "30", "R7": "15"})
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(15), "unmet")
        assert judged.achievement_rate == Decimal(75)
        assert self.judged("R6", after("R7"), {"R6": "30", "R7": "15"}).status == "met"
        shape: dict[str, Any] = {"aggregation": "period_total", "targets": self.targets}
        assert judge(after("R7"), **shape, actuals={"R6": "30", "R7": "15"}).year == fy("R7")
        assert self.judged("R7", after("R7"), {"R6": "30"}).status == "not_reported"

    def test_at_its_end_the_total_is_judged(self) -> None:
        actuals = {"R6": "30", "R7": "15", "R8": "20", "R9": "34"}
        judged = self.judged("R9", after("R9"), actuals)
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(99), "unmet")
        assert self.judged("R9", after("R9"), {**actuals, "R9": "35"}).status == "met"

    def test_on_its_way_the_total_is_held_against_the_years_added_up(self) -> None:
        judged = self.judged("R9", after("R7"), {"R6": "30", "R7": "15"})
        assert judged.figure is not None
        assert judged.expected is not None
        assert (judged.figure.value, judged.expected.value) == (Decimal(45), Decimal(40))
        assert (judged.expected.method, judged.status) == ("years", "on_track")
        some = {"R7": "20", "R6-R9": "100"}
        judged = self.judged("R9", after("R7"), {"R6": "30", "R7": "15"}, targets=some)
        assert judged.expected is not None
        # 100 × 2/4, from 0
        assert (judged.expected.value, judged.expected.method) == (Decimal(50), "line_from_zero")
        assert judged.status == "behind"

    def test_half_a_year_is_held_against_half_of_what_the_year_adds(self) -> None:
        half = {"R6": "20", "R7": {"value": "9", "state": "provisional", "span": "R7.4-R7.9"}}
        judged = self.judged("R9", during("R7"), half)
        assert judged.expected is not None
        # 20, and 183 of 365 days of 20 more
        assert judged.expected.value == Decimal(20) + Decimal(20) * Decimal("0.5")
        judged = self.judged("R7", during("R7"), half)
        assert judged.expected is not None
        assert (judged.expected.value, judged.status) == (Decimal(10), "behind")

    def test_a_shorter_period_with_the_same_beginning_is_what_is_expected_by_then(self) -> None:
        targets = {"R3-R7": "50", "R3-R8": "56"}
        actuals = {"R3": "10", "R4": "10", "R5": "10", "R6": "10", "R7": "9", "R8": "7"}
        judged = self.judged("R7", after("R7"), actuals, targets=targets)
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(49), "unmet")
        judged = self.judged("R8", after("R7"), actuals, targets=targets)
        assert judged.expected is not None
        assert (judged.expected.value, judged.status) == (Decimal(50), "behind")
        judged = self.judged("R8", after("R8"), actuals, targets=targets)
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(56), "met")

    def test_of_a_running_total_the_year_is_what_it_added(self) -> None:
        running = {"R6": "18", "R7": {"value": "41", "span": "R6-R7"}}
        judged = self.judged("R7", after("R7"), running)
        assert judged.figure is not None
        assert (judged.figure.value, judged.figure.running) == (Decimal(23), Decimal(41))
        assert judged.status == "met"
        judged = self.judged("R9", after("R7"), running)
        assert judged.figure is not None
        assert judged.figure.value == Decimal(41)
        longer = {**running, "R8": {"value": "60", "span": "R6-R8"}}
        judged = self.judged("R8", after("R8"), longer)
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(19), "unmet")

    def test_what_a_year_added_cannot_be_told_without_the_year_before(self) -> None:
        running = {"R7": {"value": "41", "span": "R6-R7"}}
        judged = self.judged("R7", after("R7"), running)
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (None, "not_assessable")
        before = {"R6": {"value": "18", "state": "provisional"}, **running}
        judged = self.judged("R7", after("R7"), before)
        assert (judged.status, judged.reason.why) == ("on_track", "not_final")

    def test_a_baseline_of_another_length_enters_no_line_and_no_rate(self) -> None:
        baseline = {"value": "54", "year": "R5", "printed": "54件/年"}
        judged = self.judged("R9", after("R7"), {"R6": "30", "R7": "15"}, baseline=baseline)
        assert judged.expected is not None
        assert (judged.expected.value, judged.progress_rate) == (Decimal(40), None)
        assert self.judged("R7", after("R7"), {"R7": "15"}, baseline=baseline).progress_rate is None

    def test_rows_of_the_years_have_no_beginning_of_a_period(self) -> None:
        shape: dict[str, Any] = {"aggregation": "period_total", "targets": self.targets}
        rows = rows_of(place(**shape, actuals={"R6": "30"}), after("R7"))
        told = [
            (row["fiscal_year_label"], row["period_start"], row["target_value"]) for row in rows
        ]
        twenty = Decimal(20)
        assert told == [
            ("R6", None, twenty),
            ("R7", None, twenty),
            ("R8", None, twenty),
            ("R9", 2024, Decimal(100)),
        ]

    def test_a_target_changed_later_keeps_the_total_before_the_year(self) -> None:
        change = {"year": "R6-R9", "date": "R8.10", "old": "80", "new": "100", "reason": "理由"}
        judged = self.judged("R9", after("R7"), {"R6": "30"}, revisions=[change])
        assert judged.goal is not None
        assert judged.goal.value == Decimal(80)


class TestWords:
    """条例の制定 in R7, seen after R7 (until 31 March R8) and after R8."""

    def status(self, view: View, actual: Any = None, **fields: Any) -> tuple[str, str]:
        actuals = {} if actual is None else {"R7": actual}
        targets = {"R7": {"words": "条例の制定"}}
        judged = judge_year("R7", view, **{"targets": targets, "actuals": actuals, **fields})
        assert (judged.achievement_rate, judged.progress_rate, judged.expected) == (None,) * 3
        return judged.status, judged.reason.why

    def test_is_not_due_unless_recorded_and_not_reported_when_due(self) -> None:
        assert self.status(during("R7")) == ("not_due", "no_figure")
        assert self.status(during("R6")) == ("not_due", "no_figure")
        assert self.status(after("R7")) == ("not_reported", "no_figure")
        assert self.status(after("R7"), {"state": "pending"}) == ("pending", "state")
        assert self.status(after("R7"), {"state": "not_assessable"}) == ("not_assessable", "state")

    def test_is_met_or_not_as_it_was_judged(self) -> None:
        reached = {"state": "reached", "as_of": "R8.3.20"}
        assert self.status(after("R7"), reached) == ("met", "judged")
        assert self.status(after("R7"), {"state": "reached"}) == ("met", "judged")
        assert self.status(after("R7"), {"state": "not_reached"}) == ("unmet", "judged")
        assert self.status(during("R7"), {"state": "not_reached"}) == ("not_due", "judged")

    def test_what_is_reached_late_is_unmet_until_then_and_met_late_after(self) -> None:
        late = {"state": "reached", "as_of": "R8.6.10"}
        assert self.status(after("R7"), late) == ("unmet", "judged")
        assert self.status(View(fy("R8"), date(2026, 6, 9)), late) == ("unmet", "judged")
        assert self.status(View(fy("R8"), date(2026, 6, 10)), late) == ("met", "late")
        assert self.status(after("R8"), late) == ("met", "late")
        fields = {"targets": {"R7": {"words": "条例の制定"}}, "actuals": {"R7": late}}
        assert tally([judge(after("R8"), **fields)]).met == 1

    def test_what_is_reached_early_is_on_track_from_that_day_on(self) -> None:
        early = {"state": "reached", "as_of": "R6.9.1"}
        assert self.status(View(fy("R6"), date(2024, 8, 31)), early) == ("not_due", "no_figure")
        assert self.status(View(fy("R6"), date(2024, 9, 1)), early) == ("on_track", "judged")
        assert self.status(after("R7"), early) == ("met", "judged")

    def test_a_figure_beside_it_says_nothing_of_it(self) -> None:
        assert self.status(after("R7"), "120") == ("not_reported", "no_judgement")
        assert self.status(during("R7"), "120") == ("not_due", "no_judgement")
        judged = {"value": "120", "state": "not_reached"}
        assert self.status(after("R7"), judged) == ("unmet", "judged")
        assert self.status(during("R6"), actuals={"R6": "120"}) == ("not_due", "no_figure")

    def test_stands_beside_numbers_of_other_years(self) -> None:
        fields: dict[str, Any] = {
            "targets": {"R6": "100", "R7": {"words": "条例の制定"}},
            "actuals": {"R6": "120", "R7": {"state": "reached", "as_of": "R8.1"}},
        }
        assert judge_year("R6", after("R7"), **fields).status == "met"
        assert judge(after("R7"), **fields).reason.why == "judged"

    def test_of_a_sum_and_of_a_total_it_is_no_part(self) -> None:
        gaps = gaps_of([fy("R7")], fy("R7"), {fy("R7"): Actual(state="reached")}, {})
        assert [gap.cause for gap in gaps] == ["not_assessable"]
