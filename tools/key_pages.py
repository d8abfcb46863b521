"""Write `docs/keys.md`: every key of the files, from the schemas that editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sagaict.reporting.markdown import escape

__all__ = ["page"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "keys.md"
INTRODUCTION = """\
# すべてのキー / Every key

<!-- make docs が書き出します。 / Written by make docs. -->

計画と事業のファイルに書けるキーの一覧です。**太字**は必須です。書き方の例は
[ファイルの書き方](files.ja.md)にあります。

Every key that a plan's or a project's file may have. Those in **bold** are required. For an example, see
[The files](files.md).
"""

Schema = dict[str, Any]


def page() -> str:
    """The page as it should stand in the repository."""
    shapes: dict[str, Schema] = {}
    for name in ("plan", "project"):
        text = (ROOT / "data" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        schema: Schema = json.loads(text)
        title = str(schema["title"]).partition(" ")[0]
        shapes |= {title: schema} | {key: shapes.get(key, value) for key, value in _parts(schema)}
    return INTRODUCTION + "".join(_section(name, shape) for name, shape in shapes.items())


def _parts(schema: Schema) -> Iterator[tuple[str, Schema]]:
    for name, shape in schema.get("$defs", {}).items():
        if "properties" in shape:
            yield name, shape


def _section(name: str, shape: Schema) -> str:
    required = set(shape.get("required", ()))
    lines = [f"\n## {name}\n\n{shape.get('description', '')}\n"]
    lines += ["\n| | | |\n| --- | --- | --- |\n"]
    for key, field in shape["properties"].items():
        shown = f"**`{key}`**" if key in required else f"`{key}`"
        told = "<br>".join(escape(text) for text in field.get("description", "").split(" / "))
        lines.append(f"| {shown} | {' · '.join(dict.fromkeys(_kinds(field)))} | {told} |\n")
    return "".join(lines)


def _kinds(field: Schema) -> Iterator[str]:
    """What a value may be: the words it is chosen from, a link to its own section, a kind."""
    if "$ref" in field:
        name = str(field["$ref"]).rpartition("/")[2]
        yield f"[{name}](#{name.lower()})"
    elif "enum" in field:
        yield " / ".join(f"`{word}`" for word in field["enum"])
    elif "const" in field:
        yield f"`{field['const']}`"
    elif alternatives := field.get("anyOf", field.get("oneOf")):
        for alternative in alternatives:
            yield from _kinds(alternative)
    else:
        yield from _plain_kinds(field)


def _plain_kinds(field: Schema) -> Iterator[str]:
    kinds = field.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "array" in kinds:
        yield from (f"[ {inner} ]" for inner in _kinds(field.get("items", {})))
    elif "object" in kinds:
        yield from (f"{{ {inner} }}" for inner in _inside(field))
    elif "string" in kinds and not field.get("pattern", "").startswith("^[+-]?"):
        yield "text"  # a number written as text is a number
    else:
        yield from (str(kind) for kind in kinds if kind not in ("null", "string"))


def _inside(field: Schema) -> Iterator[str]:
    patterns = field.get("patternProperties", {})
    for inner in (field.get("additionalProperties"), *patterns.values()):
        if isinstance(inner, dict):
            yield from _kinds(inner)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
