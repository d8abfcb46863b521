"""Every command in every form, over the data of this checkout with one file mutated at a time.

Each input is a city of two files, a plan with one of its projects. Over it run `check`, `status` and
some of the other commands, in this process. What caused a fault is written to the folder to keep it.
"""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import get_type_hints

from fuzz.corpus import ROOT
from fuzz.mutation import HOSTILE, PIECES, mutated, revalued
from fuzz.watch import faults
from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.listing import Listed
from sagaict.reading.files import FileOf, HeldFile
from sagaict.reading.listing import listing_of
from sagaict.reading.workspace import workspace_of
from sagaict.reporting.formats import FORMATS

__all__ = ["READING", "City", "Source", "commands", "filled", "work"]

TODAY = "2026-11-21"
READING = {
    "status": ("--all",),
    "show": ("{id}",),
    "explain": ("{id}",),
    "list": ("{what}", "--status", "unmet,met,pending,not-due"),
    "diff": ("--folders", "{before}", "{data}"),
    "history": ("{id}",),
    "export": (),
    "site": ("-o", "{out}-site"),
    "due": ("--soon", "400"),
    "agenda": (),
    "mid-term": (),
    "sheet": ("-o", "{out}.xlsx"),
    "check": ("--info",),
    "fmt": ("--check", "--diff"),
    "rule": ("{rule}",),
    "schema": ("{schema}",),
}
"""The commands that write no data, and what each is given; its forms are added."""
WRITING = {
    "record": ("{id}", "R8", "1", "--yes", "--dry-run"),
    "revise": ("{id}", "R8", "3", "--reason", "x", "--proposed", "--dry-run"),
    "drop": ("{id}", "--reason", "x", "--proposed", "--dry-run"),
    "rename": ("{id}", "x", "--reason", "x", "--proposed", "--dry-run"),
    "evaluate": ("{id}", "R7", "--progress", "done", "--dry-run"),
    "act": ("{id}", "R7", "1", "--state", "done", "--dry-run"),
    "import": ("{table}", "--yes", "--dry-run"),
    "successor": ("{plan}", "next", "--title", "x", "--period", "R13-R16", "--dry-run"),
}
"""Commands that write, told not to."""


@dataclass(frozen=True)
class Source:
    """A small workspace to mutate: its files by name."""

    files: dict[str, str]

    @cached_property
    def ids(self) -> list[str]:
        """The full ids of what it holds, its plans first."""
        top = FileOf(Path("data"), "data")
        held = [HeldFile(top.path / name, name, text.encode()) for name, text in self.files.items()]
        known = workspace_of(listing_of(top, held)).portfolio()
        projects = [each.full_id for placed in known.projects.values() for each in placed]
        return [*known.plans, *projects, *known.by_id]


def sources() -> list[Source]:
    """Each plan of this checkout, with one of its projects."""
    found = []
    for plan in sorted((ROOT / "data/plans").glob("*.yaml")):
        projects = sorted((ROOT / "data/projects" / plan.stem).glob("*.yaml"))
        chosen = [plan, *projects[:1]]
        found.append(
            Source({p.relative_to(ROOT / "data").as_posix(): p.read_text("utf-8") for p in chosen})
        )
    return found


@cache
def commands() -> tuple[tuple[str, ...], ...]:
    """Every reading command in each of its forms, and some that write, with gaps to be filled."""
    found = []
    for listed in PROGRAM:
        if isinstance(listed, Listed) and listed.name in READING:
            given = (listed.name, *READING[listed.name])
            found += [(*given, *form) for form in _forms(listed)]
    return (*found, *((name, *given) for name, given in WRITING.items()))


def _forms(listed: Listed) -> list[tuple[str, ...]]:
    command = listed.load()
    hints = get_type_hints(command, include_extras=True)
    choices = hints["format"].__metadata__[0].choices if "format" in hints else None
    if not choices:
        return [()]
    # What is no text goes into a file.
    binary = {name for name, form in FORMATS.items() if form.needs}
    return [
        ("--format", form, *(("-o", "{out}.bin") if form in binary else ()))
        for form in choices(command)
    ]


def filled(command: tuple[str, ...], city: City, chance: random.Random) -> tuple[str, ...]:
    """The command with something of the city in its gaps."""
    gaps = {
        "id": chance.choice(city.source.ids),
        "plan": city.source.ids[0],
        "what": chance.choice(("plans", "measures", "projects", "indicators")),
        "rule": chance.choice(("overdue", "yaml-syntax")),
        "schema": chance.choice(("plan", "project")),
        "data": str(city.data),
        "before": str(city.before),
        "out": str(city.folder / "out"),
        "table": str(city.table),
    }
    day = () if command[0] in ("rule", "schema", "fmt", "diff") else ("--today", TODAY)
    data = () if command[0] in ("rule", "schema", "diff") else ("--data", str(city.data))
    return (*(part.format(**gaps) for part in command), *data, *day)


@dataclass(frozen=True)
class City:
    """A source on disk: as it is, in `before`, and with one file mutated, in `data`."""

    folder: Path
    source: Source

    @property
    def data(self) -> Path:
        """The mutated data."""
        return self.folder / "data"

    @property
    def before(self) -> Path:
        """The data as it was."""
        return self.folder / "before"

    @property
    def table(self) -> Path:
        """A table of results, as somebody may have filled it in."""
        return self.folder / "table.csv"

    def write(self, chance: random.Random) -> Path:
        """Put it on disk, mutated; the file that was."""
        chosen = chance.choice(sorted(self.source.files))
        for name, text in self.source.files.items():
            for root in (self.before, self.data):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        spoil = chance.choice((mutated, mutated, revalued))
        text = spoil(self.source.files[chosen], chance)
        (self.data / chosen).write_bytes(text.encode("utf-8", "surrogatepass"))
        self.table.write_bytes(self._rows(chance).encode(errors="replace"))
        return self.data / chosen

    def _rows(self, chance: random.Random) -> str:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream)
        writer.writerow(("indicator_id", "fiscal_year", "actual_value", "actual_state", "source"))
        for _row in range(chance.randrange(9)):
            name, year = chance.choice(self.source.ids), chance.choice(("R5", "R7", "2025", "R99"))
            value, state, source = chance.choices(HOSTILE + PIECES, k=3)
            writer.writerow((name, year, value, state, source))
        return chance.choice((str, lambda text: mutated(text, chance)))(stream.getvalue())

    def clear(self) -> None:
        """Take it away again."""
        for root in (self.before, self.data):
            shutil.rmtree(root, ignore_errors=True)


def work(inputs: int, others: int, keep: Path, seed: int) -> Counter[str]:
    """Some inputs, in a process of their own."""
    os.environ |= {"SAGAICT_DEBUG": "1", "SAGAICT_CACHE_DIR": ""}
    os.environ["SAGAICT_LANG"] = "ja"
    chance = random.Random(seed)  # noqa: S311 - no secret
    choices = sources()
    counts: Counter[str] = Counter()
    shelf = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=shelf if shelf.is_dir() else None) as name:
        for number in range(inputs):
            city = City(Path(name), chance.choice(choices))
            spoiled = city.write(chance)
            some = [("check", "--info"), ("status", "--all"), *chance.sample(commands(), others)]
            found = set()
            for command in some:
                counts["runs"] += 1
                found |= {f"{command[0]}: {each}" for each in faults(filled(command, city, chance))}
            counts["inputs"] += 1
            counts.update(found)
            if found:
                place = keep / f"{seed}-{number}"
                place.mkdir(parents=True, exist_ok=True)
                (place / spoiled.name).write_bytes(spoiled.read_bytes())
                told = [*sorted(found), *(" ".join(command) for command in some)]
                (place / "found.txt").write_text("\n".join(told), encoding="utf-8")
            city.clear()
    return counts
