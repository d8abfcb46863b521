"""Run the commands over mutated files, and count what must never happen.

    python tools/fuzz.py --inputs 100000 --processes 2 --seed 1

Each input is the data of this checkout, a city of two files, with one file mutated: bytes, lines
and YAML spliced, doubled, cut, exchanged for hostile ones. Over each run `check`, `status` and some
of the other commands, in each of their forms, in this process; their output is caught. Counted are
internal errors, runs of more than ten seconds, and characters in the output that move a terminal;
what caused them is written below `--keep`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_type_hints

from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.listing import Listed
from sagaict.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-21"
SLOW = 10.0
"""Seconds of the processor for one input, from which on it counts as a hang."""
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BEGINS = re.compile(r"^[ \u3000]*(?:::|##\[)", re.MULTILINE)
ID = re.compile(r"^ *(?:- )?id: *([a-z0-9-]+)", re.MULTILINE)
READING = {
    "status": ("--all",),
    "show": ("{id}",),
    "explain": ("{id}",),
    "list": ("{what}", "--status", "unmet,met,pending,not-due"),
    "diff": ("--folders", "{before}", "{data}"),
    "export": (),
    "due": ("--soon", "400"),
    "agenda": (),
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
    "successor": ("{plan}", "next", "--title", "x", "--period", "R13-R16", "--dry-run"),
}
"""Commands that write, told not to."""
PIECES = [
    *"\t\r\n\x00\x1b\x85\u2028\u202e\ufeff\u3000：，。%@`|>?&*!#-'\"{}[],:~",
    *("\\e[2J", '"\\e[2J"', "- ", ": ", " #x", "---\n", "...\n", "<<: *a", "&a ", "*a", "!!x "),
    *("R8", "R8-R9", "H31", "R99", "R0", "9999-12-31", "0001-01-01", "R8.4-R8.9", "H31.4.30"),
    *("900①", "12²", "⑩", "１，０００", "1,00", "1e9", "-0", "0", "-1", "9" * 40, "0." + "0" * 30),
    *("null", "true", "pending", "not_surveyed", "undecided", "level", "annual", "cumulative"),
    *(
        "period_total",
        "increase",
        "decrease",
        "final",
        "provisional",
        "{}",
        "[]",
        "''",
        "{value: }",
    ),
    *(
        "\nid: x\n",
        "\n::error::x\n",
        '"x\\n::stop-commands::t"',
        "\n  - id: x\n",
        "%\n",
        "=======\n",
    ),
]


@dataclass(frozen=True)
class Source:
    """A small workspace to mutate: its files by name."""

    files: dict[str, str]


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


def mutated(text: str, chance: random.Random) -> str:
    """The text with a few accidents."""
    for _accident in range(chance.choice((1, 1, 1, 2, 3, 8))):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        kind = chance.randrange(9)
        if kind == 0:
            del lines[at : at + chance.choice((1, 1, 2, 10))]
        elif kind == 1:
            lines.insert(chance.randrange(len(lines) + 1), lines[at])
        elif kind == 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            key, colon, _value = lines[at].partition(":")
            lines[at] = f"{key}{colon} {chance.choice(PIECES)}"
        elif kind == 4:
            lines[at] = chance.choice(("  ", " ", "\u3000")) + lines[at]
        elif kind == 5:
            lines[at] = lines[at].removeprefix("  ")
        elif kind == 6:
            lines[at] = re.sub(r"\d+", lambda _match: str(chance.randrange(3000)), lines[at])
        elif kind == 7:
            key, colon, _value = lines[at].partition(":")
            _key, _colon, value = lines[chance.randrange(len(lines))].partition(":")
            lines[at] = f"{key}{colon}{value}"
        else:
            column = chance.randrange(len(lines[at]) + 1)
            cut = column + chance.choice((0, 0, 1, 3))
            lines[at] = lines[at][:column] + chance.choice(PIECES) + lines[at][cut:]
        text = "\n".join(lines) or "\n"
    return text


class _Caught(io.TextIOWrapper):
    """A stream whose text can be had, as the program's own streams are made."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        return self._bytes.getvalue().decode("utf-8", "surrogatepass")


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
    return [("--format", form) for form in choices(command)] if choices else [()]


def filled(command: tuple[str, ...], city: City, chance: random.Random) -> tuple[str, ...]:
    """The command with something of the city in its gaps."""
    ids = ID.findall("".join(city.source.files.values())) or ["x"]
    gaps = {
        "id": chance.choice(ids),
        "plan": ids[0],
        "what": chance.choice(("plans", "measures", "projects", "indicators")),
        "rule": chance.choice(("overdue", "yaml-syntax")),
        "schema": chance.choice(("plan", "project")),
        "data": str(city.data),
        "before": str(city.before),
        "out": str(city.folder / "out"),
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

    def write(self, chance: random.Random) -> Path:
        """Put it on disk, mutated; the file that was."""
        chosen = chance.choice(sorted(self.source.files))
        for name, text in self.source.files.items():
            for root in (self.before, self.data):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        text = mutated(self.source.files[chosen], chance)
        (self.data / chosen).write_bytes(text.encode("utf-8", "surrogatepass"))
        return self.data / chosen

    def clear(self) -> None:
        """Take it away again."""
        for root in (self.before, self.data):
            shutil.rmtree(root, ignore_errors=True)


def faults(command: tuple[str, ...]) -> Iterator[str]:
    """What a run of a command does that it must never do."""
    out, err = _Caught(), _Caught()
    start = time.process_time()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(command)
    except BaseException as error:  # noqa: BLE001 - whatever gets here is what is looked for
        yield f"internal error ({type(error).__name__}: {error})"[:160]
        return
    if time.process_time() - start > SLOW:
        yield "hang"
    if code not in (0, 1, 2):
        yield f"exit code {code}"
    for text in (out.text().replace("\r\n", "\n"), err.text()):
        if RAW.search(text):
            yield "control character"
        if "github" not in command and BEGINS.search(text):
            yield "command for a log"


def work(task: tuple[int, int, int, str]) -> Counter[str]:
    """Some inputs, in a process of their own."""
    seed, inputs, others, keep = task
    os.environ["SAGAICT_DEBUG"] = "1"
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
                place = Path(keep) / f"{seed}-{number}"
                place.mkdir(parents=True, exist_ok=True)
                (place / spoiled.name).write_bytes(spoiled.read_bytes())
                told = [*sorted(found), *(" ".join(command) for command in some)]
                (place / "found.txt").write_text("\n".join(told), encoding="utf-8")
            city.clear()
    return counts


def run() -> int:
    """Fuzz as the options say; 1 if anything was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=1_000)
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--others", type=int, default=3, help="commands besides for each input")
    options.add_argument("--keep", default=".cache/fuzz")
    given = options.parse_args()
    each = -(-given.inputs // given.processes)
    tasks = [
        (given.seed * 1_000 + n, each, given.others, given.keep) for n in range(given.processes)
    ]
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(given.processes) as pool:
        for counts in pool.map(work, tasks):
            total += counts
    for name, count in total.most_common():
        sys.stdout.write(f"{count:>9}  {name}\n")
    return 1 if set(total) - {"inputs", "runs"} else 0


if __name__ == "__main__":
    sys.exit(run())
