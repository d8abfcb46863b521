"""Which of the plans, measures, projects, indicators and sections the options name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.frame.completion import complete_ids
from sagaict.cli.frame.given import choice
from sagaict.cli.frame.options import PlansOption, Viewed
from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.selection import Filter
    from sagaict.domain.portfolio import Kind

__all__ = ["NOBODY", "Filtered", "OwnersOption", "StatusOption", "owners_meant", "plans_meant"]

NOBODY = "-"
"""What stands for the owner of whom no document tells."""

OwnersOption = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="OWNER",
        help=mark("Only these sections, by a part of the name; “-” for those not known."),
    ),
]
StatusOption = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS,...",
        help=mark("Only these statuses: met, unmet, on_track, behind, pending, not_reported, ..."),
    ),
]


@dataclass(frozen=True, kw_only=True)
class Filtered(Viewed):
    """A command on some of the indicators."""

    plan: PlansOption = None
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            help=mark("Only these measures."),
            autocompletion=complete_ids,
        ),
    ] = None
    project: Annotated[
        list[str] | None,
        typer.Option(
            "--project",
            metavar="PROJECT",
            help=mark("Only these projects."),
            autocompletion=complete_ids,
        ),
    ] = None
    priority: Annotated[bool, typer.Option("--priority", help=mark("Only priority projects."))] = (
        False
    )
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="goal|outcome", help=mark("Only goal or outcome indicators.")
        ),
    ] = None

    def conditions(self, session: Session, plans: list[str]) -> Filter:
        """The conditions the options state. A measure's number may mean one in each of `plans`.

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
            named(self.measure, PlacedMeasure),
            named(self.project, PlacedProject),
            self.priority,
            choice(self.kind, kinds, "--kind") if self.kind else None,
        )


def plans_meant(session: Session, names: Iterable[str] | None) -> list[str]:
    """The ids of the plans that are named.

    Raises:
        Refusal: a name that no plan bears, or several.
    """
    return [session.pick(name, session.portfolio.plans)[0] for name in names or ()]


def owners_meant(wanted: Iterable[str], known: Iterable[str | None]) -> frozenset[str | None]:
    """The sections `wanted` means; `None` is among them if nobody is.

    Raises:
        Refusal: a section that the data does not name.
    """
    from sagaict.domain.typed import comparable

    names = sorted({name for name in known if name})
    chosen: set[str | None] = set()
    for text in wanted:
        hits = [name for name in names if comparable(text) in comparable(name)]
        if text == NOBODY:
            chosen.add(None)
        elif hits and comparable(text):
            chosen.update(hits)
        else:
            raise Refusal(
                _("no section is called “{text}”; the data names: {names}").format(
                    text=text, names=_(", ").join([*names, _("“-” (not known)")])
                )
            )
    return frozenset(chosen)
