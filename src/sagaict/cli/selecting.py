"""Filter options to conditions on indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagaict.cli.session import Session, choice

if TYPE_CHECKING:
    from sagaict.computing.selection import Filter
    from sagaict.domain.portfolio import Kind

__all__ = ["conditions_of"]


def conditions_of(
    session: Session,
    plans: list[str],
    measure: list[str] | None,
    project: list[str] | None,
    priority: bool,
    kind: str | None,
) -> Filter:
    """The conditions the options state. A measure's number may mean one in each of several plans.

    Raises:
        Refusal: a name that nothing bears.
    """
    from sagaict.computing.selection import Filter, PlacedMeasure, everything, find
    from sagaict.domain.portfolio import PlacedProject

    def named(names: list[str] | None, part: type) -> frozenset[str]:
        things = {
            full_id: thing
            for full_id, thing in everything(session.portfolio).items()
            if isinstance(thing, part) and (not plans or full_id.split("/")[0] in plans)
        }
        found: set[str] = set()
        for name in names or ():
            hits = find(name, things) or [session.pick(name, things)]
            found.update(full_id for full_id, _thing in hits)
        return frozenset(found)

    kinds: tuple[Kind, ...] = ("goal", "outcome")
    return Filter(
        named(measure, PlacedMeasure),
        named(project, PlacedProject),
        priority,
        choice(kind, kinds, "--kind") if kind else None,
    )
