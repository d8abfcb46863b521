"""What a report lists under a number is what it counts under that name."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from standpoints import DATES, FOLDERS, held_in

from sagaict.computing.overview import listing, overview
from sagaict.computing.selection import Filter
from sagaict.computing.status import Status
from sagaict.computing.view import View
from sagaict.cycle.ahead import Ahead
from sagaict.domain.portfolio import Portfolio
from sagaict.language import activate
from sagaict.reporting.blocks import Bullets, Heading
from sagaict.reporting.status_head import Around
from sagaict.reporting.status_report import status_report
from sagaict.reporting.status_table import Options

NOTHING_AHEAD = Ahead((), 0, meetings_set=False)
HEADINGS: dict[str, tuple[Status, ...]] = {
    "Unmet or behind": ("unmet", "behind"),
    "Not reported": ("not_reported",),
}


def counted(held: Portfolio, plan_id: str, view: View) -> Counter[Status]:
    counts: Counter[Status] = Counter()
    for tally in overview(held, held.plans[plan_id], view).tallies.values():
        counts.update(tally.judged)
        counts.update(tally.left_out)
    return counts


def listed(held: Portfolio, plan_id: str, view: View) -> dict[str, tuple[int, int]]:
    """Of each heading, the number in it and how many lines stand below it."""
    item = listing(overview(held, held.plans[plan_id], view), Filter())
    options = Options(frozenset([plan_id]))
    blocks = status_report([item], "", options, view, Around((item.whole,), NOTHING_AHEAD))
    found: dict[str, tuple[int, int]] = {}
    for heading, below in pairwise(blocks):
        if isinstance(heading, Heading) and isinstance(below, Bullets):
            name, _, number = heading.text.partition(": ")
            if number:
                found[name] = int(number), len(below.items)
    return found


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_each_list_is_as_long_as_its_tally(folder: str, day: str) -> None:
    activate("en")
    view, held = View.on(date.fromisoformat(day)), held_in(folder)
    for plan_id in held.plans:
        counts, found = counted(held, plan_id, view), listed(held, plan_id, view)
        for name, statuses in HEADINGS.items():
            number = sum(counts[each] for each in statuses)
            assert found.get(name, (0, 0)) == (number, number), (plan_id, name)


def test_a_total_with_gaps_is_listed_with_the_years_it_lacks() -> None:
    activate("en")
    view, held = View.on(date(2026, 11, 21)), held_in("computing/cases")
    # q: d lacks R7, f lacks R6, s has nothing to share. w: a and c lack R6.
    assert listed(held, "q", view)["Not reported"] == (3, 3)
    assert listed(held, "w", view)["Not reported"] == (2, 2)
