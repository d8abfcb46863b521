"""`python -m bench`: measure, and print a table of ratios in Markdown.

Ratios of paired runs are steadier than seconds: quote those. Needs a Unix (`os.wait4`).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bench import floors, workspaces
from bench.measure import Command, compare

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
START_UPS = (
    "--version",
    "--help",
    "status --help",
    "status",
    "show ict-katsuyo",
    "explain ict-katsuyo/convenience-store/issued",
    "list indicators",
    "export --format csv",
    "due",
    "agenda",
    "check",
    "fmt --check",
)
IMPORTS = (10, 80, 500)


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the table: what is measured, against which floor, and what that floor is called."""

    name: str
    command: Command
    floor: Command
    floor_name: str
    files: int = 0


def _sagaict(line: str, workspace: Path, *more: str, cache: Path | None = None) -> Command:
    """A run of the program; without a `cache` it validates every file."""
    arguments = (sys.executable, "-m", "sagaict", *line.split(), *more)
    environment = (
        ("SAGAICT_DATA", str(workspace)),
        ("SAGAICT_LANG", "ja"),
        ("SAGAICT_CACHE_DIR", str(cache or "")),
    )
    return Command(arguments, workspace, frozenset({0, 1}), environment)


def _start_ups(scratch: Path) -> Iterator[Case]:
    empty = "import typer; app = typer.Typer(); app.command()(lambda: None); app(['--help'])"
    for line in START_UPS:
        light = line.endswith(("--help", "--version"))
        floor = floors.imports(scratch, empty) if light else floors.imports(scratch)
        name = "an empty typer program" if light else "import of the four libraries"
        yield Case(f"sagaict {line}", _sagaict(line, DATA), floor, name)
        if not light:
            known = _sagaict(line, DATA, cache=scratch / "cache")
            yield Case(f"sagaict {line}, all files known", known, floor, name)


def _checks(scratch: Path, sizes: list[int]) -> Iterator[Case]:
    for size in sizes:
        workspace = scratch / f"copies-{size}"
        files = workspaces.copies(DATA, max(1, round(size / 69)), workspace)
        check = _sagaict("check", workspace)
        yield Case("check", check, floors.libyaml(workspace), "libyaml's events", files)
        schemas = floors.jsonschema(workspace, DATA / "schema")
        yield Case("check", check, schemas, "check-jsonschema", files)
        known = _sagaict("check", workspace, cache=scratch / "cache")
        yield Case("check, all files known", known, schemas, "check-jsonschema", files)
        if files < 5000:
            for line in ("status", "export --format csv", "due", "agenda"):
                floor = floors.libyaml(workspace)
                yield Case(line, _sagaict(line, workspace), floor, "libyaml's events", files)
            workspaces.git_history(workspace)
            diff = Command(("git", "diff", "--stat"), workspace)
            yield Case("diff", _sagaict("diff", workspace), diff, "git diff --stat", files)


def _exchange(scratch: Path) -> Iterator[Case]:
    workspace = scratch / "large"
    workspaces.one_large_plan(500, workspace)
    floor = floors.imports(scratch, "import openpyxl; openpyxl.Workbook()")
    sheet = _sagaict("sheet --force --today 2026-06-01 -o", workspace, str(scratch / "sheet.xlsx"))
    yield Case("sheet (500 indicators)", sheet, floor, "import of openpyxl", 1)
    for rows in IMPORTS:
        table = scratch / f"filled-{rows}.csv"
        table.write_text(workspaces.filled_csv(workspace, rows, "2024"), encoding="utf-8")
        line = _sagaict("import --dry-run --yes --today 2026-06-01", workspace, str(table))
        name = f"import ({rows} of 500 rows)"
        yield Case(name, line, floors.libyaml(workspace), "libyaml's events", 1)


def main() -> None:
    """Measure what was asked for, row by row."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each pair")
    parser.add_argument("--sizes", default="70,1000,10000", help="files of the workspaces checked")
    parser.add_argument("--only", default="", help="rows whose name holds this text")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {asked.runs} runs a row\n")
    print(
        "| what | files | CPU s | MiB | floor | × floor (median) | min–max | s | × by the clock |"
    )
    print("| --- | ---: | ---: | ---: | --- | ---: | --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for case in chain(_start_ups(scratch), _exchange(scratch), _checks(scratch, sizes)):
            if asked.only in case.name:
                _print(case, asked.runs)


def _print(case: Case, runs: int) -> None:
    pair = compare(case.command, case.floor, runs)
    low, high = pair.ratios[0], pair.ratios[-1]
    print(
        f"| {case.name} | {case.files or ''} | {pair.cpu:.2f} | {pair.memory:.0f} "
        f"| {case.floor_name} | {pair.ratio:.3f} | {low:.3f}–{high:.3f} "
        f"| {pair.wall:.2f} | {pair.wall_ratio:.3f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
