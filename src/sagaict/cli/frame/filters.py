"""Which of the plans, measures, projects, indicators and sections the options name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from sagaict.cli.frame.completion import (
    complete_measures,
    complete_owners,
    complete_plans,
    complete_policies,
    complete_projects,
    complete_sdgs,
)
from sagaict.cli.frame.declaration import Argument, Option
from sagaict.cli.frame.options import OnDay, Viewed
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.domain.words import Kind, Status
from sagaict.language import _, mark
from sagaict.language.enumeration import at_most

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.selection import Filter, Holder
    from sagaict.domain.owner import Owner
    from sagaict.domain.plan import Plan

__all__ = ["NOBODY", "Filtered", "Narrowed", "PlansArgument", "PlansOption", "plans_meant"]

NOBODY = "-"
"""What stands for the owner of whom no document tells."""

PlansArgument = Annotated[
    list[str] | None,
    Argument(
        mark("Plans: an id, or part of a title; else those running."),
        "PLAN",
        complete=complete_plans,
    ),
]
PlansOption = Annotated[
    list[str] | None, Option(mark("Only these plans."), "PLAN", complete=complete_plans)
]


@dataclass(frozen=True, kw_only=True)
class Narrowed(OnDay):
    """A command on some of the plans, measures and projects, or on the work of some sections."""

    plan: PlansOption = None
    measure: Annotated[
        list[str] | None,
        Option(mark("Only these measures."), "MEASURE", complete=complete_measures),
    ] = None
    project: Annotated[
        list[str] | None,
        Option(mark("Only these projects."), "PROJECT", complete=complete_projects),
    ] = None
    owner: Annotated[
        list[str] | None,
        Option(
            mark("Only these sections or bureaux, by a part of the name; “-”: not known."),
            "OWNER",
            complete=complete_owners,
        ),
    ] = None
    priority: Annotated[bool, Option(mark("Only priority projects."))] = False
    policy: Annotated[
        list[str] | None,
        Option(
            mark("Only what is placed under these policies, by id or a part of the title."),
            "POLICY",
            complete=complete_policies,
        ),
    ] = None
    sdg: Annotated[
        list[str] | None,
        Option(
            mark(
                "Only measures of these SDGs, by number or a part of the name, and what is theirs."
            ),
            "SDG",
            complete=complete_sdgs,
        ),
    ] = None

    def conditions(self, session: Session, plans: Iterable[Plan]) -> Filter:
        """The conditions the options state. A measure's number may mean one in each of `plans`.

        Raises:
            Refusal: a name that nothing bears.
        """
        from sagaict.computing.selection import Filter, PlacedMeasure
        from sagaict.domain.portfolio import PlacedProject

        asked = [plan.id for plan in plans]

        def named(names: list[str] | None, kind: type[Holder]) -> frozenset[str]:
            hits = (session.pick_all(name, kind, plans=asked) for name in names or ())
            return frozenset(full_id for found in hits for full_id, _thing in found)

        return Filter(
            named(self.measure, PlacedMeasure),
            named(self.project, PlacedProject),
            _owners_meant(session, self.owner or ()),
            self.priority,
            _policies_meant(session, self.policy or (), asked),
            _sdgs_meant(self.sdg or ()),
        )


@dataclass(frozen=True, kw_only=True)
class Filtered(Narrowed, Viewed):
    """A command on some of the indicators."""

    status: Annotated[frozenset[Status], Option(mark("Only these statuses."), "STATUS,...")] = (
        frozenset()
    )
    kind: Annotated[Kind | None, Option(mark("Only this kind of indicators."), "KIND")] = None

    def conditions(self, session: Session, plans: Iterable[Plan]) -> Filter:
        """The conditions the options state, those on the kind and status of indicators too."""
        return replace(super().conditions(session, plans), kind=self.kind, statuses=self.status)


def plans_meant(session: Session, names: Iterable[str] | None) -> list[Plan]:
    """The plans that are named, in that order, each once.

    Raises:
        Refusal: a name that no plan bears, or several.
    """
    from sagaict.domain.plan import Plan

    found = [session.pick(name, Plan)[1] for name in names or ()]
    return list({plan.id: plan for plan in found}.values())


def _owners_meant(session: Session, wanted: Sequence[str]) -> frozenset[Owner | None]:
    """The sections `wanted` means, by their own names or their bureau's; `None`: nobody is named.

    Raises:
        Refusal: a section that the data does not name.
    """
    if not wanted:
        return frozenset()
    from sagaict.computing.selection import all_owners
    from sagaict.domain.typed import comparable

    known = all_owners(session.things.values())
    chosen: set[Owner | None] = set()
    for text in wanted:
        hits = [owner for owner in known if comparable(text) in comparable(owner.name)]
        if text == NOBODY:
            chosen.add(None)
        elif hits and comparable(text):
            chosen.update(hits)
        else:
            raise Refusal(
                _("no section is called “{text}”; the data names: {names}").format(
                    text=text,
                    names=_(", ").join(
                        [*at_most([owner.name for owner in known]), _("“-” (not known)")]
                    ),
                )
            )
    return frozenset(chosen)


def _policies_meant(
    session: Session, wanted: Iterable[str], asked: Collection[str]
) -> frozenset[str]:
    """The policies `wanted` means, of all plans or of those asked for.

    Raises:
        Refusal: a policy that no such plan has.
    """
    from sagaict.domain.plan import numbered
    from sagaict.domain.typed import comparable

    titles = {
        f"{plan.id}/{each.id}": numbered(each)
        for plan in session.portfolio.plans.values()
        for each in plan.policies
        if not asked or plan.id in asked
    }
    chosen: set[str] = set()
    for text in wanted:
        name = comparable(text).strip("/")
        hits = [each for each in titles if each == name or each.endswith(f"/{name}")]
        hits = hits or [each for each, title in titles.items() if name in comparable(title)]
        if not (name and hits):
            raise Refusal(
                _("no policy is called “{text}”; the data names: {names}").format(
                    text=text, names=_(", ").join(at_most(list(titles))) or _("none")
                )
            )
        chosen.update(hits)
    return frozenset(chosen)


def _sdgs_meant(wanted: Iterable[str]) -> frozenset[int]:
    """The SDGs `wanted` means.

    Raises:
        Refusal: none of the 17 is meant.
    """
    from sagaict.language.sdgs import sdgs_meant

    chosen: set[int] = set()
    for text in wanted:
        found = sdgs_meant(text)
        if not found:
            raise Refusal(
                _(
                    "no SDG is called “{text}”; give a number from 1 to 17, or a part of a name"
                ).format(text=text)
            )
        chosen |= found
    return frozenset(chosen)
