"""What a portfolio does not do again for everyone who asks."""

from __future__ import annotations

from running import ROOT

from sagaict.reading.workspace import read_workspace


def test_an_indicator_is_placed_once() -> None:
    portfolio = read_workspace(ROOT / "data").portfolio()
    everything = [*portfolio.indicators()]
    of_plans = [each for name in portfolio.plans for each in portfolio.indicators(name)]

    assert len(everything) > 50
    assert [id(each) for each in of_plans] == [id(each) for each in everything]
    assert [*portfolio.indicators("no-such-plan")] == []
