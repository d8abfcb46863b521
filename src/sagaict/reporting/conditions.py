"""What a list is narrowed to, said in every output that is narrowed."""

from __future__ import annotations

from sagaict.computing.selection import Filter
from sagaict.computing.status import STATUSES
from sagaict.language import _
from sagaict.language.words import term

__all__ = ["conditions_data", "conditions_text", "narrowed_text"]


def conditions_text(conditions: Filter) -> str:
    """The conditions in words, and that they change no tally."""
    rest = _words(conditions)
    return _("Listed: only {rest}. Tallies count the whole plan.").format(rest=rest)


def narrowed_text(conditions: Filter) -> str:
    """The same where all that is counted is what is listed; empty where nothing is narrowed."""
    if not conditions.narrow:
        return ""
    return _("Listed and counted: only {rest}.").format(rest=_words(conditions))


def _words(conditions: Filter) -> str:
    from sagaict.language.sdgs import sdg_text

    owners = (owner.name if owner else _("“-” (not known)") for owner in conditions.owners)
    names = [*sorted(conditions.measures), *sorted(conditions.projects), *sorted(owners)]
    names += sorted(conditions.policies)
    words = [
        *(_("SDGs {goal}").format(goal=sdg_text(number)) for number in sorted(conditions.sdgs)),
        *([term(conditions.kind)] if conditions.kind else []),
        *([_("priority")] if conditions.priority else []),
        *(term(status) for status in STATUSES if status in conditions.statuses),
    ]
    return _(", ").join([*names, *words])


def conditions_data(conditions: Filter) -> dict[str, object]:
    """The same for programs; empty where nothing is narrowed."""
    given: dict[str, object] = {
        "measures": sorted(conditions.measures),
        "projects": sorted(conditions.projects),
        "owners": sorted(
            (owner.name if owner else None for owner in conditions.owners),
            key=lambda name: name or "",
        ),
        "priority": conditions.priority,
        "policies": sorted(conditions.policies),
        "sdgs": sorted(conditions.sdgs),
        "kind": conditions.kind,
        "statuses": [each for each in STATUSES if each in conditions.statuses],
    }
    return {name: value for name, value in given.items() if value}
