"""Which thing of before is which thing of now: by id, else by what does not change with an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from sagaict.domain.light import dataclass

__all__ = ["Key", "Paired", "pair_up"]

Item = TypeVar("Item")
Key = tuple[str, ...]
"""Where a thing belongs, outermost first, and its own id; the same on both sides."""


@dataclass(frozen=True, slots=True)
class Paired(Generic[Item]):
    """Things on both sides, in the order of now; and those on one side only."""

    both: tuple[tuple[Item, Item], ...]
    gone: tuple[Item, ...]
    new: tuple[Item, ...]


def pair_up(
    old: Mapping[Key, Item],
    new: Mapping[Key, Item],
    *resemblances: Callable[[Key, Item], Hashable],
) -> Paired[Item]:
    """Pair what has the same key, then what alone on both sides shows the same resemblance.

    The resemblances are tried in turn on what is left; one that is `None` says nothing.
    """
    partner = {key: key for key in new if key in old}
    for resemblance in resemblances:
        taken = set(partner.values())
        single_old = _single({k: resemblance(k, v) for k, v in old.items() if k not in taken})
        single_new = _single({k: resemblance(k, v) for k, v in new.items() if k not in partner})
        partner |= {key: single_old[mark] for mark, key in single_new.items() if mark in single_old}
    taken = set(partner.values())
    return Paired(
        tuple((old[partner[key]], item) for key, item in new.items() if key in partner),
        tuple(item for key, item in old.items() if key not in taken),
        tuple(item for key, item in new.items() if key not in partner),
    )


def _single(marks: Mapping[Key, Hashable]) -> dict[Hashable, Key]:
    """The key of each mark that only one key has."""
    counts = Counter(marks.values())
    return {mark: key for key, mark in marks.items() if mark is not None and counts[mark] == 1}
