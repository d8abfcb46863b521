"""Action targets (行動目標) taken away, added, changed or put off; what became of them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sagaict.comparing.accounts import Accounts, Recorded
from sagaict.comparing.change import Change
from sagaict.domain.amendment import Amendment
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import ActionTarget
from sagaict.domain.typed import comparable

__all__ = ["action_changes"]

Actions = Mapping[FiscalYear, Sequence[ActionTarget]]


class _Aim(NamedTuple):
    """What is to be done in a year."""

    year: FiscalYear
    text: str


def action_changes(
    project: PlacedProject, old: Actions, new: Actions, accounts: Accounts
) -> Iterator[Change]:
    """Every action target that is not as it was, each with what its project's records say of it."""
    before, now = (
        Counter(_Aim(year, each.text) for year, actions in side.items() for each in actions)
        for side in (old, new)
    )
    gone, come = sorted((before - now).elements()), sorted((now - before).elements())

    def recorded(was: _Aim, is_now: _Aim) -> bool:
        return bool(accounts.made(project.full_id, _about(was, is_now)))

    def same(was: _Aim, is_now: _Aim) -> bool:
        return comparable(was.text) == comparable(is_now.text)

    def alone(was: _Aim, is_now: _Aim) -> bool:
        years = [[each.year for each in side].count(was.year) for side in (gone, come)]
        return was.year == is_now.year and years == [1, 1]

    stayed = sorted(before & now)

    def put_off(is_now: _Aim) -> _Aim | None:
        """The one it was made from, which stays in its year with what was reported of it."""
        others = (each for each in stayed if each.year != is_now.year)
        return next((each for each in others if recorded(each, is_now)), None)

    for found, is_now in _paired(gone, come, recorded, same, alone):
        was = put_off(is_now) if found is None and is_now is not None else found
        yield accounts.owing(_change(project, was, is_now), _about(was, is_now))


def _paired(
    gone: list[_Aim], come: list[_Aim], *fits: Callable[[_Aim, _Aim], bool]
) -> Iterator[tuple[_Aim | None, _Aim | None]]:
    """What became of what, by the first sign that tells; then what came or went alone."""
    found: dict[int, _Aim] = {}
    left = list(come)
    for sign in fits:
        for number, was in enumerate(gone):
            now = next((each for each in left if number not in found and sign(was, each)), None)
            if now is not None:
                found[number] = now
                left.remove(now)
    for number, was in enumerate(gone):
        yield was, found.get(number)
    for now in left:
        yield None, now


def _change(project: PlacedProject, was: _Aim | None, now: _Aim | None) -> Change:
    year = now.year if now else was.year if was else None
    moved = was is not None and now is not None and was.year != now.year
    return Change(
        kind="changed_action" if was and now else "dropped_action" if was else "added_action",
        id=project.full_id,
        name=project.project.title,
        year=year.label if year else None,
        old_year=was.year.label if was and moved else None,
        old=was.text if was else None,
        new=now.text if now else None,
    )


def _about(was: _Aim | None, now: _Aim | None) -> Callable[[Recorded], bool]:
    """Whether a record is about this change of an action target."""
    years = {each.year for each in (was, now) if each}
    texts = (was.text if was else None, now.text if now else None)
    return lambda each: (
        isinstance(each, Amendment)
        and (each.old, each.new) == texts
        and each.year in years
        and each.old_year in {None, *years}
    )
