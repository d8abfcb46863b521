"""Targets that are no plain number: when they are met, and what is expected on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

from building import after, during, fy, judge, judge_year

from sagaict.computing.tally import tally
from sagaict.computing.totals import gaps_of
from sagaict.computing.view import View
from sagaict.domain.indicator import Actual

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
