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
from dataclasses import dataclass, replace
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
_SAME = "writing the same files"


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the table: what is measured, against which floor, and what that floor is called.

    The size of what was `made` is told with it.
    """

    name: str
    command: Command
    floor: Command
    floor_name: str
    files: int = 0
    made: Path | None = None


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


def _pages(scratch: Path) -> Iterator[Case]:
    large = scratch / "reported"
    workspaces.one_reported_plan(100, large)
    page = scratch / "status.html"
    line = "status large --today 2026-06-01 --format html -o"
    status = _sagaict(line, large, str(page), cache=scratch / "cache")
    floor = floors.imports(scratch)
    name = "status as a page (100 indicators)"
    yield Case(name, status, floor, "import of the four libraries", 1, page)
    thousand = scratch / "thousand"
    many = workspaces.copies(DATA, 15, thousand)
    for data, files in ((DATA, 69), (thousand, many)):
        site = scratch / f"site-{files}"
        command = _sagaict("site --today 2026-06-01 -o", data, str(site))
        yield Case(
            "site, anew", _after_removing(site, command), floors.written(site), _SAME, files, site
        )
        yield Case("site, nothing changed", command, floors.written(site), _SAME, files, site)


def _after_removing(folder: Path, command: Command) -> Command:
    script = ("sh", "-c", 'rm -rf "$0"; exec "$@"', str(folder))
    return replace(command, arguments=(*script, *command.arguments))


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
        rows = (
            _start_ups(scratch),
            _exchange(scratch),
            _pages(scratch),
            _checks(scratch, sizes),
        )
        for case in chain(*rows):
            if asked.only in case.name:
                _print(case, asked.runs)


def _print(case: Case, runs: int) -> None:
    pair = compare(case.command, case.floor, runs)
    name = f"{case.name}{_size(case.made)}"
    low, high = pair.ratios[0], pair.ratios[-1]
    print(
        f"| {name} | {case.files or ''} | {pair.cpu:.2f} | {pair.memory:.0f} "
        f"| {case.floor_name} | {pair.ratio:.3f} | {low:.3f}–{high:.3f} "
        f"| {pair.wall:.2f} | {pair.wall_ratio:.3f} |",
        flush=True,
    )


def _size(made: Path | None) -> str:
    """How large the file is, or how many files the folder has and how large they are together."""
    if made is None:
        return ""
    if made.is_file():
        return f", {made.stat().st_size / 1000:,.0f} KB"
    sizes = [path.stat().st_size for path in made.rglob("*") if path.is_file()]
    return f", {len(sizes):,} files, {sum(sizes) / 1_000_000:,.1f} MB"


if __name__ == "__main__":
    main()
