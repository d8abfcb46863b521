from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sagaict.computing.rates import Asked, achievement_rate, progress_rate
from sagaict.domain.indicator import Direction
from sagaict.domain.number import round_to

figures = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
positive = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
directions = st.sampled_from(["increase", "decrease"])


@pytest.mark.parametrize(
    ("actual", "target", "direction", "rate"),
    [
        ("33787", "194000", "increase", "17.4"),
        ("6989", "6500", "increase", "107.5"),
        ("0", "3", "increase", "0.0"),
        ("10985", "10000", "increase", "109.9"),
        ("40038", "10000", "increase", "400.4"),
        ("457", "400", "increase", "114.3"),
        ("100", "80", "decrease", "80.0"),
        ("80", "100", "decrease", "125.0"),
    ],
)
def test_achievement_is_actual_by_target_or_the_reverse_and_not_capped(
    actual: str, target: str, direction: Direction, rate: str
) -> None:
    computed = achievement_rate(Decimal(actual), Decimal(target), direction)
    assert computed is not None
    assert round_to(computed) == Decimal(rate)


@pytest.mark.parametrize(
    ("actual", "target", "direction"),
    [
        ("5", "0", "increase"),
        ("0", "0", "increase"),
        ("0", "3", "decrease"),
        ("0", "0", "decrease"),
        ("5", "0", "decrease"),
        ("-800", "-500", "increase"),
        ("200", "-500", "increase"),
        ("-12", "-10", "decrease"),
        ("-1", "5", "increase"),
        ("0", "-5", "increase"),
    ],
)
def test_achievement_is_undefined_unless_both_are_positive(
    actual: str, target: str, direction: Direction
) -> None:
    assert achievement_rate(Decimal(actual), Decimal(target), direction) is None


@pytest.mark.parametrize(
    ("actual", "baseline", "target", "rate"),
    [
        ("73.1", "61.3", "73.1", "100.0"),
        ("61.3", "61.3", "73.1", "0.0"),
        ("67.2", "61.3", "73.1", "50.0"),
        ("85", "61.3", "73.1", "200.8"),
        ("55.4", "61.3", "73.1", "-50.0"),
        ("18", "10", "30", "40.0"),
        ("133", "140", "126", "50.0"),
        ("154", "140", "126", "-100.0"),
        ("3", "5", "0", "40.0"),
    ],
)
def test_progress_is_the_part_of_the_way_gone_signed_and_not_capped(
    actual: str, baseline: str, target: str, rate: str
) -> None:
    computed = progress_rate(Decimal(actual), Decimal(baseline), Decimal(target))
    assert computed is not None
    assert round_to(computed) == Decimal(rate)


@given(figures, figures)
def test_progress_is_undefined_where_the_target_is_the_baseline(
    actual: Decimal, baseline: Decimal
) -> None:
    assert progress_rate(actual, baseline, baseline) is None


@given(figures, figures, figures)
def test_progress_is_0_at_the_baseline_and_100_at_the_target_only(
    actual: Decimal, baseline: Decimal, target: Decimal
) -> None:
    assume(baseline != target)
    assert progress_rate(baseline, baseline, target) == 0
    assert progress_rate(target, baseline, target) == 100
    assert (progress_rate(actual, baseline, target) == 100) == (actual == target)
    assert (progress_rate(actual, baseline, target) == 0) == (actual == baseline)


@given(positive, positive, directions)
def test_achievement_is_100_exactly_where_the_target_is_hit(
    actual: Decimal, target: Decimal, direction: Direction
) -> None:
    assert (achievement_rate(actual, target, direction) == 100) == (actual == target)


@given(positive, positive, directions)
def test_what_is_met_has_a_rate_of_100_or_more_and_nothing_else_has(
    actual: Decimal, target: Decimal, direction: Direction
) -> None:
    rate = achievement_rate(actual, target, direction)
    assert rate is not None
    assert Asked(target, direction).is_met_by(actual) == (rate >= 100)


@given(figures, figures)
def test_both_directions_are_met_only_on_the_target_itself(
    actual: Decimal, target: Decimal
) -> None:
    up, down = (Asked(target, each).is_met_by(actual) for each in ("increase", "decrease"))
    assert up or down
    assert (up and down) == (actual == target)


def test_met_is_judged_before_rounding() -> None:
    actual, target = Decimal("99.96"), Decimal(100)
    rate = achievement_rate(actual, target, "increase")
    assert rate is not None
    assert round_to(rate) == 100
    assert not Asked(target, "increase").is_met_by(actual)
