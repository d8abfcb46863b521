"""Files that forges and editors read, against the schemas their makers publish."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, sagaict
from spoiled_city import City

pytest_plugins = ["plug_fixtures"]

TEMPLATES = ROOT / "src" / "sagaict" / "template"
TEMPLATE = TEMPLATES / "any"
FILES = {
    "vendor.github-actions": [ROOT / "action.yml"],
    "vendor.github-workflows": [
        ROOT / ".github" / "workflows" / "ci.yml",
        TEMPLATE / ".github" / "workflows" / "plans.yml",
        TEMPLATE / ".github" / "workflows" / "site.yml",
    ],
    "vendor.gitlab-ci": [TEMPLATE / ".gitlab-ci.yml"],
}
PAIRS = [(schema, path) for schema, paths in FILES.items() for path in paths]


def complaints(schema: str, path: Path) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize(("schema", "path"), PAIRS, ids=lambda item: getattr(item, "name", None))
def test_file_fits_the_schema_of_its_reader(schema: str, path: Path) -> None:
    assert complaints(schema, path) == ""


@pytest.mark.parametrize(
    ("schema", "path"), PAIRS[:2], ids=lambda item: getattr(item, "name", None)
)
def test_the_schema_refuses_a_slip(schema: str, path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\n  using: ", "\n  usign: ")
    spoiled = tmp_path / path.name
    spoiled.write_text(text.replace("runs-on:", "runson:"), encoding="utf-8")
    assert "Schema validation errors" in complaints(schema, spoiled)


@pytest.mark.parametrize("root", [ROOT, TEMPLATE], ids=["here", "template"])
@pytest.mark.parametrize("name", ["settings.json", "extensions.json"])
def test_settings_of_the_editor_are_json_and_name_files_that_exist(root: Path, name: str) -> None:
    page = json.loads((root / ".vscode" / name).read_text(encoding="utf-8"))
    schemas = page.get("yaml.schemas", {})
    assert len(schemas) == (2 if name == "settings.json" else 0)
    for schema, patterns in schemas.items():
        kind = Path(schema).name.split(".")[0]
        assert (ROOT / schema).is_file()
        assert kind in {"plan", "project"}
        for pattern in patterns:
            holder = TEMPLATES / "ja" if root == TEMPLATE else root
            assert list(holder.glob(pattern))


def test_the_action_and_the_templates_use_options_that_exist(city: City) -> None:
    said = "".join(path.read_text(encoding="utf-8") for _schema, path in PAIRS)
    helped = {name: sagaict(name, "--help", cwd=city.root).out for name in ("check", "diff", "fmt")}
    for name, option in (
        ("check", "--strict"),
        ("check", "--output"),
        ("check", "--format"),
        ("check", "--data"),
        ("diff", "--format"),
        ("diff", "--data"),
        ("fmt", "--check"),
    ):
        assert option in said
        assert option in helped[name]
