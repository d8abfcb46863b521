"""Content as lines of YAML, quoted only where it would not be read back as it is."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from sagaict.reading.yaml_events import parse_marked

__all__ = ["render", "scalar"]

_STEP = 2


def render(content: dict[str, Any] | list[Any], column: int) -> list[str]:
    """The content as lines, indented to stand at `column` (from 0).

    Whatever text it holds is read back as it is, but for what no file can hold (half of a
    surrogate pair).
    """
    stream = io.StringIO()
    _yaml().dump(_prepared(content), stream)
    lines = stream.getvalue().rstrip("\n").split("\n")
    if isinstance(content, list):
        lines = [line[_STEP:] if line.startswith(" " * _STEP) else line for line in lines]
    return [" " * column + line if line else line for line in lines]


def scalar(text: str) -> str:
    """A text of one line as it is written behind a colon or a dash."""
    return render({"x": text}, 0)[0][3:]


class _Plain(str):
    """Text that is read back as itself without quotes."""

    __slots__ = ()


def _yaml() -> YAML:
    writer = YAML()
    writer.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    writer.width = 1_000_000  # Japanese text is never folded
    writer.allow_unicode = True
    writer.representer.add_representer(_Plain, _represent_plain)
    return writer


def _represent_plain(representer: Any, text: _Plain) -> Any:
    """A plain scalar, whatever type YAML would take it for: here the schema decides that."""
    resolver = representer.dumper.resolver
    tag = resolver.resolve(ScalarNode, str(text), (True, False))
    return representer.represent_scalar(tag, str(text))


def _prepared(content: Any) -> Any:
    if isinstance(content, dict):
        return {str(key): _prepared(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_prepared(value) for value in content]
    if content is None:
        return None
    text = str(content)
    if "\n" not in text:
        return _Plain(text) if _reads_back(f"- {text}", text) else DoubleQuotedScalarString(text)
    block = "\n".join(f"  {line}" if line else line for line in text.split("\n"))
    # White space around a text is not to be seen in a block, and nothing keeps it there.
    apparent = text == text.strip() and _reads_back(f"- |-\n{block}", text)
    return LiteralScalarString(text) if apparent else DoubleQuotedScalarString(text)


def _reads_back(lines: str, text: str) -> bool:
    """Whether the first item of a list written so is read as this very text."""
    root, problems = parse_marked(lines)
    if root is None or problems or not isinstance(root.value, list):
        return False
    return root.value[0].value == text
