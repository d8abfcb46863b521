"""The page of keys tells what the schemas do."""

from __future__ import annotations

import json

from key_pages import TARGET, page
from running import ROOT


def test_the_page_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_key_of_both_files_is_told() -> None:
    text = page()
    for name in ("plan", "project"):
        file = ROOT / "data" / "schema" / f"{name}.schema.json"
        schema = json.loads(file.read_text(encoding="utf-8"))
        for shape in (schema, *schema["$defs"].values()):
            for key in shape.get("properties", {}):
                assert f"`{key}`" in text
