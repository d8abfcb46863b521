"""Run `check` and `status` over mutated files, and count what must never happen.

    python tools/fuzz.py --inputs 100000 --processes 2 --seed 1

Each input is the data of this checkout, a city of two files, with one file mutated: bytes, lines
and YAML spliced, doubled, cut, exchanged for hostile ones. Both commands run in this process, their
output is caught. Counted are internal errors, runs of more than ten seconds, and characters in the
output that move a terminal; what caused them is written below `--keep`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sagaict.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-21"
SLOW = 10.0
"""Seconds of the processor for one input, from which on it counts as a hang."""
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BEGINS = re.compile(r"^[ \u3000]*(?:::|##\[)", re.MULTILINE)
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


def faults(command: tuple[str, ...], folder: Path) -> Iterator[str]:
    """What a run of a command over the folder does that it must never do."""
    out, err = _Caught(), _Caught()
    start = time.process_time()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([*command, "--data", str(folder), "--today", TODAY])
    except BaseException as error:  # noqa: BLE001 - whatever gets here is what is looked for
        yield f"internal error ({type(error).__name__}: {error})"[:160]
        return
    if time.process_time() - start > SLOW:
        yield "hang"
    if code not in (0, 1, 2):
        yield f"exit code {code}"
    for text in (out.text(), err.text()):
        if RAW.search(text):
            yield "control character"
        if BEGINS.search(text):
            yield "command for a log"


def work(task: tuple[int, int, str]) -> Counter[str]:
    """Some inputs, in a process of their own."""
    seed, inputs, keep = task
    os.environ["SAGAICT_DEBUG"] = "1"
    os.environ["SAGAICT_LANG"] = "ja"
    chance = random.Random(seed)  # noqa: S311 - no secret
    choices = sources()
    counts: Counter[str] = Counter()
    shelf = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=shelf if shelf.is_dir() else None) as name:
        folder = Path(name)
        for number in range(inputs):
            source = chance.choice(choices)
            chosen = chance.choice(sorted(source.files))
            files = {**source.files, chosen: mutated(source.files[chosen], chance)}
            for path in folder.rglob("*.yaml"):
                path.unlink()
            for file, text in files.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(text.encode("utf-8", "surrogatepass"))
            found = {
                f"{command[0]}: {fault}"
                for command in (("check", "--info"), ("status", "--all"))
                for fault in faults(command, folder)
            }
            counts["inputs"] += 1
            counts.update(found)
            if found:
                place = Path(keep) / f"{seed}-{number}"
                place.mkdir(parents=True, exist_ok=True)
                (place / Path(chosen).name).write_bytes((folder / chosen).read_bytes())
                (place / "found.txt").write_text("\n".join(sorted(found)), encoding="utf-8")
    return counts


def run() -> int:
    """Fuzz as the options say; 1 if anything was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=1_000)
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", default=".cache/fuzz")
    given = options.parse_args()
    each = -(-given.inputs // given.processes)
    tasks = [(given.seed * 1_000 + n, each, given.keep) for n in range(given.processes)]
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(given.processes) as pool:
        for counts in pool.map(work, tasks):
            total += counts
    for name, count in total.most_common():
        sys.stdout.write(f"{count:>9}  {name}\n")
    return 1 if set(total) - {"inputs"} else 0


if __name__ == "__main__":
    sys.exit(run())
