"""A strategy of YAML documents of the accepted subset, each with what it must be read as.

The documents are built from what they mean, so no parser has a say in it: nested mappings and
lists, in block and flow style, scalars plain, quoted and as literal blocks, comments between them.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

__all__ = ["PLAIN", "documents"]

# Plain scalars, most of them text for this tool alone.
PLAIN = (
    *("no", "yes", "on", "y", "true", "True", "FALSE", "12:30", "1:30:45", "1_000", "0o14", "014"),
    *("0x1F", "1e5", ".5", "-3", "+1", ".inf", ".NaN", "2023-03-31", "2023-03-31 12:00:00"),
    *("R6-R9", "Ｒ５", "１２", "6割", "80%以上", "(案)", "a#b", "a:b", "http://x.jp/#a"),
    *("〜以上", "ｶﾅ", "nullable", "none", "~a", "=", "<<", "○", "😀", "é", "a b  c", "-1-"),
)
_NULLS = ("null", "Null", "NULL", "~")
_LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\t")
_LINES = st.lists(st.text("あa 漢:#", max_size=6), min_size=2).map("\n".join)
_TEXTS = st.one_of(
    st.sampled_from([*PLAIN, *_NULLS, "", " ", "- a", "a: b", "# a", "'", '"', "\\", "{", "[a]"]),
    st.text(_LETTERS, max_size=12),
    _LINES,
    st.just("一行目\n二行目: # ではない\n"),
)
_KEYS = st.one_of(st.sampled_from(PLAIN), st.text(_LETTERS, max_size=8))


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4)


_VALUES = _nested(st.recursive(st.none() | _TEXTS, _nested, max_leaves=12))


class _Writer:
    """Writes a value as YAML, asking `draw` wherever YAML leaves a choice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def any(self, *choices: str) -> str:
        return self._draw(st.sampled_from(choices))

    def quoted(self, text: str) -> str:
        if "\n" not in text and "\t" not in text and self.any("single", "double") == "single":
            return "'" + text.replace("'", "''") + "'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'

    def scalar(self, text: str) -> str:
        plain = text in PLAIN and self.any("plain", "quoted") == "plain"
        return text if plain else self.quoted(text)

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            pairs = [f"{self.scalar(key)}: {self.flow(item)}" for key, item in value.items()]
            return "{" + ", ".join(pairs) + self.any("}", " }")
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + self.any("]", " ]")
        return self.any(*_NULLS) if value is None else self.scalar(value)

    def inline(self, value: Any) -> str:
        if value is None:
            return self.any("", *(f" {null}" for null in _NULLS))
        return f" {self.flow(value)}" + self.any("", "", "  # メモ: [a")

    def block(self, value: Any, indent: int) -> list[str]:
        """The lines of a mapping or list that is not empty."""
        space, lines = " " * indent, []
        entries = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        for key, item in entries:
            head = space + ("-" if key is None else f"{self.scalar(key)}:")
            lines += self.entry(head, item, indent, in_list=key is None)
            lines += self.any("", "", "blank", "comment") and ["", "# メモ"][: 1 if item else 2]
        return lines

    def entry(self, head: str, item: Any, indent: int, *, in_list: bool) -> list[str]:
        if isinstance(item, str) and _fits_literal(item):
            return [f"{head} |", *(f"{' ' * indent} {line}" for line in item.split("\n")[:-1])]
        if not isinstance(item, dict | list) or not item or self.any("block", "flow") == "flow":
            return [head + self.inline(item)]
        if in_list and self.any("compact", "below") == "compact":
            first, *rest = self.block(item, indent + 2)
            return [f"{head} {first.lstrip(' ')}", *rest]
        return [head, *self.block(item, indent + int(self.any("1", "2", "4")))]


def _fits_literal(text: str) -> bool:
    *lines, last = text.split("\n")
    return bool(lines) and not last and all(line and line == line.strip() for line in lines)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Any]:
    """The text of a mapping or list, and the value it stands for."""
    value = draw(_VALUES)
    writer = _Writer(draw)
    lines = writer.block(value, 0) if value else [writer.flow(value)]
    return draw(st.sampled_from(["\n", "\r\n"])).join(["# 見出し", *lines, ""]), value
