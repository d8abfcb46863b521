"""Plans that name each other, with their projects: what is judged together, and without the rest.

Of thousands of plans most have nothing to do with each other, so that they need not be in memory
together, nor be judged by one process, nor be judged again when others change. Which do is guessed
from the words of the files, before they are parsed: a name that stands anywhere in them ties. What
they really name is known when they are read, and whoever judges them ties what was missed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path

from sagaict.domain.light import dataclass
from sagaict.reading.digest import blake2b
from sagaict.reading.files import FileOf, HeldFile
from sagaict.reading.listing import Listing, place_among

__all__ = ["Family", "families", "held", "tied"]

_SIGNS = b"abcdefghijklmnopqrstuvwxyz0123456789-"
_WORDS = bytes(sign if sign in _SIGNS else ord(" ") for sign in range(256))
"""Turns a text into the words that ids are made of."""


@dataclass(frozen=True, slots=True)
class Family:
    """Files that are judged together, in order.

    `names` are what the ids in them begin with, if they lie where they should. `digests` tell the
    place and the bytes of each file from all others; `None` where it cannot be read.
    """

    files: tuple[FileOf, ...]
    digests: tuple[bytes | None, ...]
    names: frozenset[str]

    @property
    def digest(self) -> bytes | None:
        """What tells it from all others; `None` if any of its files cannot be read."""
        known = [each for each in self.digests if each is not None]
        return b"".join(known) if len(known) == len(self.files) else None


def families(listing: Listing) -> list[Family]:
    """The files by families, in the order of their first files."""
    groups: dict[str, list[FileOf]] = {}
    for file in listing.files:
        groups.setdefault(_name(listing.root, file), []).append(file)
    numbers = {os.fsencode(name): number for number, name in enumerate(groups)}
    alone, ties = [], set()
    for number, (name, files) in enumerate(groups.items()):
        contents = [_content(file) for file in files]
        digests = map(_digest, repeat(listing.root), files, contents)
        alone.append(Family(tuple(files), tuple(digests), frozenset([name])))
        words = b" ".join(each or b"" for each in contents).translate(_WORDS).split()
        ties |= {(number, numbers[word]) for word in numbers.keys() & words}
    return tied(listing.root, alone, ties)


def tied(root: Path, found: Sequence[Family], ties: Iterable[tuple[int, int]]) -> list[Family]:
    """The families with those made one that are tied, by their numbers."""
    above = list(range(len(found)))

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    for one, other in ties:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    together: dict[int, list[Family]] = {}
    for number, family in enumerate(found):
        together.setdefault(top(number), []).append(family)
    return [each[0] if len(each) == 1 else _joined(root, each) for each in together.values()]


def _joined(root: Path, together: Sequence[Family]) -> Family:
    both = [pair for each in together for pair in zip(each.files, each.digests, strict=True)]
    both.sort(key=lambda pair: place_among(root, pair[0]))
    names = frozenset(name for each in together for name in each.names)
    return Family(tuple(file for file, _ in both), tuple(digest for _, digest in both), names)


def held(family: Family, root: Path) -> Family:
    """The family with all that its files hold now: what is judged is what its digests are of."""
    contents = [_content(file) for file in family.files]
    both = [*zip(family.files, contents, strict=True)]
    files = [
        file if content is None else HeldFile(file.path, file.shown, content)
        for file, content in both
    ]
    digests = [_digest(root, file, content) for file, content in both]
    return Family(tuple(files), tuple(digests), family.names)


def _name(root: Path, file: FileOf) -> str:
    """What the ids in a file begin with, if it lies where it should."""
    return file.stem if file.path.parent == root / "plans" else file.folder


def _content(file: FileOf) -> bytes | None:
    try:
        return file.read()
    except OSError:
        return None


def _digest(root: Path, file: FileOf, content: bytes | None) -> bytes | None:
    if content is None:
        return None
    name = os.fsencode("/".join(file.path.parts[len(root.parts) :]))
    return blake2b(name + b"\0" + content, digest_size=20).digest()
