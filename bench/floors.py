"""What cannot be undercut: the bare import of the libraries, the C parser over the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measure import Command

__all__ = ["imports", "jsonschema", "libyaml", "written"]

FOUR = "import typer, pydantic, rich.console, rich.table, yaml; pydantic.BaseModel"
_EVENTS = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    for event in yaml.parse(path.read_bytes(), Loader=yaml.CLoader):
        pass
"""
_WRITTEN = """
import pathlib, shutil, sys
made, again = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(again, ignore_errors=True)
for path in sorted(made.rglob("*.*")):
    if path.is_file():
        place = again / path.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
"""


def imports(folder: Path, code: str = FOUR) -> Command:
    """An interpreter that imports what a command cannot do without, and ends."""
    return Command((sys.executable, "-c", code), folder)


def libyaml(workspace: Path) -> Command:
    """The C parser's events over every file of a workspace, and nothing done with them."""
    return Command((sys.executable, "-c", _EVENTS, str(workspace)), workspace)


def jsonschema(workspace: Path, schemas: Path) -> Command:
    """`check-jsonschema` with our schemas: the usual way to check such files without us."""
    one = '"$0" -m check_jsonschema --schemafile'
    script = (
        f'{one} "$1/plan.schema.json" "$2"/plans/*.yaml; '
        f'find "$2/projects" -name "*.yaml" -print0 | '
        f'xargs -0 "$0" -m check_jsonschema --schemafile "$1/project.schema.json"'
    )
    arguments = ("sh", "-c", script, sys.executable, str(schemas), str(workspace))
    return Command(arguments, workspace, frozenset({0, 1, 123}))


def written(made: Path) -> Command:
    """The files of a folder that a command has made, written again, and nothing drawn."""
    again = made.with_name(f"{made.name}-again")
    return Command((sys.executable, "-c", _WRITTEN, str(made), str(again)), made.parent)
