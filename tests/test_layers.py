"""What the folders of the program import of each other is what CONTRIBUTING.md says."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from running import ROOT

SOURCE = ROOT / "src" / "sagaict"
TABLE = re.compile(r"^(\w+) +→ (.+)$", re.MULTILINE)
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def allowed() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, text in TABLE.findall(GUIDE):
        words = {"none": set(), "all of these": set(found), "everything": {*found, "cli"}}
        found[name] = words.get(text, {each.strip() for each in text.split(",")})
    return found


def names_imported(path: Path) -> set[str]:
    """All that a module imports, wherever in it that stands, for typing too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def folders_imported(path: Path) -> set[str]:
    names = names_imported(path)
    inside = {name.split(".")[1] for name in names if name.startswith("sagaict.")}
    return inside & {each.name for each in SOURCE.iterdir()} - {path.relative_to(SOURCE).parts[0]}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_every_folder_has_its_line_in_the_table_and_on_the_map() -> None:
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert set(allowed()) == folders
    for name in folders:
        assert f"\n  {name}/ " in GUIDE


@pytest.mark.parametrize("folder", sorted(allowed()))
def test_a_folder_imports_only_what_it_may(folder: str) -> None:
    may = allowed()[folder]
    wrong = {
        path.relative_to(SOURCE).as_posix(): sorted(folders_imported(path) - may)
        for path in (SOURCE / folder).rglob("*.py")
        if folders_imported(path) - may
    }
    assert wrong == {}


def test_no_files_import_each_other() -> None:
    modules = {module_name(path): names_imported(path) for path in SOURCE.rglob("*.py")}
    known = {name: imports & set(modules) - {name} for name, imports in modules.items()}
    assert set(TopologicalSorter(known).static_order()) == set(modules)
