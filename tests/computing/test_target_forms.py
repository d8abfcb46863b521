"""Targets that are no plain number: when they are met, and what is expected on the way."""

from __future__ import annotations

from typing import Any

from building import after, during, fy, judge, judge_year

from sagaict.computing.tally import tally

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
