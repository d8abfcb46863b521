"""Hundreds of small files in one folder, each an input of its own, read by one run of a command."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from fuzz.corpus import HOST, corpus
from fuzz.mutation import mutated, revalued
from sagaict.checking import result
from sagaict.domain.record import Record
from sagaict.language import enumeration
from sagaict.reading import workspace
from sagaict.reading.files import FileOf
from sagaict.reading.loaded import Loaded
from sagaict.reading.validation import load

__all__ = ["Batch", "Input", "least", "unlimited", "written"]

_HOSTS = 5
_NAMES = (
    *(
        b"%s.YAML",
        b"%s.yml",
        b"%s x.yaml",
        b"%s\x1b[31m.yaml",
        b"%s\n::error::x.yaml",
        b"%s\xff.yaml",
    ),
    *(
        b"%s\xe2\x80\xae.yaml",
        b".%s.yaml",
        b"%s/x.yaml",
        b"%s" + b"x" * 200 + b".yaml",
        b"%s|`<b>.yaml",
    ),
    *(b"%s,\"'.yaml", b"%s\r.yaml", b"%%0A%s.yaml", b"%s"),
)
"""Names that a file may have and should not."""


@dataclass(frozen=True)
class Input:
    """A file: its name below the folder of the data, and what is in it."""

    name: bytes
    content: bytes


@dataclass(frozen=True)
class Batch:
    """Files that are inputs, and those without which they have no place."""

    inputs: tuple[Input, ...]
    hosts: tuple[Input, ...]

    @classmethod
    def made(cls, chance: random.Random, size: int) -> Batch:
        """As many inputs: plans, projects of sound plans and of those plans, and settings."""
        hosts = [f"h{number}" for number in range(_HOSTS)]
        homes = list(hosts)
        inputs = []
        for number in range(size - 1):
            name = f"f{number:03}"
            if chance.random() < 0.5:
                inputs.append(_file(b"plans/", name, _plan(name, chance), chance))
                homes = [*hosts, name]
            else:
                home = chance.choice(homes)
                folder = f"projects/{home}/".encode()
                inputs.append(_file(folder, name, _project(name, home, chance), chance))
        text = _strained(chance.choice(corpus().settings), chance)
        inputs.append(Input(b"sagaict.yaml", _bytes(text)))
        sound = (Input(f"plans/{h}.yaml".encode(), HOST.replace("{id}", h).encode()) for h in hosts)
        return cls(tuple(inputs), tuple(sound))


def _plan(name: str, chance: random.Random) -> str:
    text = _small(corpus().plans, chance)
    if found := re.search(r"^id: ([a-z0-9-]+)$", text, re.MULTILINE):
        text = re.sub(rf"^id: {found[1]}$", f"id: {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(rf"\b{found[1]}/", f"{name}/", text)
    return _strained(text, chance)


def _project(name: str, home: str, chance: random.Random) -> str:
    text = _small(corpus().projects, chance)
    for key, value in (("id", name), ("plan", home)):
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)
    return _strained(text, chance)


def _small(texts: Sequence[str], chance: random.Random) -> str:
    """One of the texts, small ones rather than large ones: they cost less and teach as much."""
    return min(chance.choices(texts, k=3), key=len)


def _strained(text: str, chance: random.Random) -> str:
    """Mutated: most so that it can still be read, some so that it hardly can."""
    strength = chance.random()
    if strength < 0.9:
        text = revalued(text, chance)
    return mutated(text, chance) if strength > 0.8 else text


def _file(folder: bytes, name: str, text: str, chance: random.Random) -> Input:
    shape = chance.choice(_NAMES) if chance.random() < 0.02 else b"%s.yaml"
    return Input(folder + shape % name.encode(), _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass" if "\ud83d" in text else "surrogateescape")


def written(folder: Path, files: Sequence[Input]) -> None:
    """Put exactly these files below the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    root = os.fsencode(folder) + b"/"
    made: set[bytes] = set()
    for file in files:
        path = root + file.name
        above = os.path.dirname(path)  # noqa: PTH120 - names that are no text
        if above not in made:
            os.makedirs(above, exist_ok=True)  # noqa: PTH103 - likewise
            made.add(above)
        with open(path, "wb") as stream:  # noqa: PTH123 - likewise
            stream.write(file.content)


def least(inputs: Sequence[Input], fails: Callable[[Sequence[Input]], bool]) -> list[Input]:
    """The fewest of the inputs that still fail, when any one of them less would not."""
    kept = list(inputs)
    size = len(kept) // 2
    while size:
        start = 0
        while start < len(kept):
            rest = kept[:start] + kept[start + size :]
            if rest and fails(rest):
                kept = rest
            else:
                start += size
        size = min(size, len(kept)) // 2
    return kept


@contextmanager
def unlimited() -> Iterator[dict[tuple[str, bytes], Loaded[Any]]]:
    """List everything, and read each file once for all commands; what was read is handed out.

    Otherwise the messages of most inputs would hide behind "… and N more", and half of the time
    would go into reading the same again.
    """
    read: dict[tuple[str, bytes], Loaded[Any]] = {}

    def once(file: FileOf, content: bytes, kind: type[Record], _kept: object) -> Loaded[Any]:
        key = (file.shown, content)
        if key not in read:
            read[key] = load(file.shown, content, kind)
        return read[key]

    all_of_them = 1_000_000_000
    with (
        patch.object(workspace, "loaded", once),
        patch.object(result, "MOST_LISTED", all_of_them),
        patch.object(enumeration, "MOST", all_of_them),
        patch.object(enumeration.at_most, "__defaults__", (all_of_them,)),
    ):
        yield read
