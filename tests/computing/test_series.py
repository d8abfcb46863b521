"""Which indicators of earlier plans an indicator carries on, in their order."""

from __future__ import annotations

from building import as_rows, plan

from sagaict.computing.series import series
from sagaict.domain.portfolio import Portfolio


def town(*plans: tuple[str, str, list[tuple[str, str]]]) -> Portfolio:
    """Plans of one indicator each, which carries on others: `(id, basis)`."""
    return Portfolio.of(
        [
            plan(
                id=name,
                period=period,
                goal_indicators=[
                    as_rows(continues=[{"id": each, "basis": basis} for each, basis in links])
                ],
            )
            for name, period, links in plans
        ],
        [],
    )


def found(portfolio: Portfolio, full_id: str) -> list[tuple[str, bool]]:
    return [
        (each.placed.full_id, each.stated) for each in series(portfolio.by_id[full_id], portfolio)
    ]


def test_all_plans_before_come_first_and_each_says_how_the_next_carries_it_on() -> None:
    portfolio = town(
        ("c", "R6-R9", [("b/access", "same_name")]),
        ("b", "R2-R5", [("a/access", "stated")]),
        ("a", "H29-R1", []),
    )
    assert found(portfolio, "c/access") == [
        ("a/access", True),
        ("b/access", False),
        ("c/access", False),
    ]
    assert found(portfolio, "a/access") == [("a/access", False)]


def test_two_that_became_one_both_come_before_it_in_the_order_of_their_plans() -> None:
    portfolio = town(
        ("c", "R6-R9", [("b/access", "stated"), ("a/access", "stated")]),
        ("b", "R2-R5", []),
        ("a", "H29-R1", []),
    )
    assert [name for name, _stated in found(portfolio, "c/access")] == [
        "a/access",
        "b/access",
        "c/access",
    ]


def test_a_circle_ends_and_what_is_not_there_is_passed_over() -> None:
    portfolio = town(
        ("b", "R6-R9", [("a/access", "stated"), ("b/access", "stated"), ("lost/x", "stated")]),
        ("a", "R2-R5", [("b/access", "stated")]),
    )
    assert [name for name, _stated in found(portfolio, "b/access")] == ["a/access", "b/access"]
