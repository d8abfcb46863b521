"""The figures of an indicator over the plans: those of the indicators that it carries on first."""

from __future__ import annotations

from sagaict.domain.indicator import Lineage
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import PlacedIndicator, Portfolio

__all__ = ["Stretch", "series"]


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """An indicator of one plan, and how a later one says that it carries it on; the last has none.

    Figures of two stretches are told apart: that names are the same does not make them one line.
    """

    placed: PlacedIndicator
    link: Lineage | None = None

    @property
    def stated(self) -> bool:
        """Whether a document says that the next one continues it."""
        return self.link is not None and self.link.basis == "stated"


def series(placed: PlacedIndicator, portfolio: Portfolio) -> tuple[Stretch, ...]:
    """What it carries on, over all plans before, the oldest first; it itself last.

    Each once, as files may say that things continue each other in a circle.
    """
    found: list[Stretch] = [Stretch(placed)]
    seen = {placed.full_id}
    for stretch in found:  # grows
        for link in stretch.placed.indicator.continues:
            earlier = portfolio.by_id.get(link.id)
            if earlier is not None and link.id not in seen:
                seen.add(link.id)
                found.append(Stretch(earlier, link))
    return (*sorted(found[1:], key=lambda each: each.placed.plan.period), found[0])
