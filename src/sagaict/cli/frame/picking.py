"""What a name on the command line means: things of a kind that the command takes, or a refusal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar, cast

from sagaict.cli.frame.refusal import Refusal
from sagaict.computing.selection import (
    PlacedGoal,
    PlacedMeasure,
    Thing,
    candidates,
    find,
    title_of,
)
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.language import _, mark
from sagaict.language.enumeration import at_most
from sagaict.reading.unread import Unread, may_hold
from sagaict.reporting.incomplete import incomplete_text

__all__ = ["Known", "all_picked", "picked"]

_Thing = TypeVar("_Thing", bound=Thing)
_KINDS: Mapping[type, str] = MappingProxyType(
    {
        Plan: mark("a plan"),
        PlacedGoal: mark("a basic goal"),
        PlacedMeasure: mark("a measure"),
        PlacedProject: mark("a project"),
        PlacedIndicator: mark("an indicator"),
    }
)
_FEW = 6
"""How many ids that may have been meant are named."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the data holds by full id, and the files that may hold more but cannot be read."""

    things: Mapping[str, Thing]
    unread: Sequence[Unread]


def picked(
    query: str,
    known: Known,
    kinds: Collection[type[_Thing]],
    plans: Collection[str] = (),
) -> tuple[str, _Thing]:
    """The one thing in the data that `query` means, with its full id.

    It is of one of the kinds and, if any are named, of one of the plans.

    Raises:
        Refusal: nothing, several things, or only what is of other kinds is meant.
    """
    hits = all_picked(query, known, kinds, plans)
    if len(hits) > 1:
        lines = at_most([f"{full_id}  {title_of(thing)}" for full_id, thing in hits])
        told = _("“{query}” can mean several things:").format(query=query)
        raise Refusal("\n".join([told, *(f"  {line}" for line in lines)]))
    return hits[0]


def all_picked(
    query: str,
    known: Known,
    kinds: Collection[type[_Thing]],
    plans: Collection[str] = (),
) -> list[tuple[str, _Thing]]:
    """Likewise everything that `query` may mean.

    Raises:
        Refusal: nothing, or only what is of other kinds or plans is meant.
    """
    fitting = {
        full_id: cast("_Thing", thing)
        for full_id, thing in known.things.items()
        if isinstance(thing, tuple(kinds))
    }
    things = {
        full_id: thing
        for full_id, thing in fitting.items()
        if not plans or full_id.partition("/")[0] in plans
    }
    hits = find(query, things)
    if hits:
        return hits
    if find(query, fitting):
        text = _("“{query}” is not in {plans}").format(query=query, plans=_(", ").join(plans))
        raise Refusal(text)
    unread = [file.path for file in known.unread if may_hold(file, query)]
    if unread:
        text = _("“{query}” is in a file that cannot be read: {names}").format(
            query=query, names=_(", ").join(at_most(unread))
        )
        raise Refusal(text + "\n" + _("Details: sagaict check"))
    others = find(query, known.things)
    if others:
        raise Refusal(_of_another_kind(query, others, kinds) + _perhaps(_near(others, things)))
    if known.unread:
        text = _("there is no “{query}” in the files that can be read").format(query=query)
        raise Refusal(text + "\n" + incomplete_text([file.path for file in known.unread]))
    text = _("there is no “{query}” in the data").format(query=query)
    raise Refusal(text + _perhaps(candidates(query, things) or candidates(query, known.things)))


def _of_another_kind(
    query: str, others: Sequence[tuple[str, Thing]], kinds: Collection[type]
) -> str:
    def either(found: Collection[type]) -> str:
        return _(" or ").join(_(name) for kind, name in _KINDS.items() if kind in found)

    return _("“{query}” is {kind}; what can be named here is {wanted}").format(
        query=others[0][0] if len(others) == 1 else query,
        kind=either({type(thing) for _full_id, thing in others}),
        wanted=either(kinds),
    )


def _near(others: Sequence[tuple[str, Thing]], things: Mapping[str, Thing]) -> list[str]:
    """What is in those others, or what they are in."""
    return [
        full_id
        for full_id in things
        for other, _thing in others
        if full_id.startswith(f"{other}/") or other.startswith(f"{full_id}/")
    ]


def _perhaps(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = _(", ").join(at_most(names, _FEW))
    return "\n" + _("Did you mean: {names}?").format(names=shown)
