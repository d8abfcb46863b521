"""What cannot be undercut: the bare import of the libraries, the C parser over the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measure import Command

__all__ = ["imports", "jsonschema", "libyaml"]

FOUR = "import typer, pydantic, rich.console, rich.table, yaml; pydantic.BaseModel"
_EVENTS = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    for event in yaml.parse(path.read_bytes(), Loader=yaml.CLoader):
        pass
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
