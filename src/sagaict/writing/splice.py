"""Change a file by touching only the lines that change.

A change names a location in the file's content. Its place is looked up in the text, the new lines
are rendered for the indentation found there, and everything else (comments, order, quoting, line
ends) stays byte for byte. Nothing is written here: text goes in, text comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sagaict.domain.record import Record
from sagaict.reading.validation import load
from sagaict.reading.yaml_plain import Irregular, parse
from sagaict.writing.canonical import NotValid, canonical
from sagaict.writing.change import Append, Change, Content, Put, Remove, SpliceFailed, applied
from sagaict.writing.rendering import render
from sagaict.writing.splicer import spliced

__all__ = ["Append", "Change", "Content", "Put", "Remove", "SpliceFailed", "splice"]

_BOM = "\ufeff"


def splice(text: str, changes: Sequence[Change], kind: type[Record]) -> str:
    """The text with the changes made, one after the other.

    The result is read again as a file of `kind`, and must say what was there before but for the
    changes; a file that was in the canonical layout stays so.

    Raises:
        SpliceFailed: a location leads nowhere, or the result would not be valid.
    """
    if "\r" in text.replace("\r\n", ""):
        raise SpliceFailed("the file has line ends of an old kind (CR)")
    if text.startswith(_BOM):
        return _BOM + splice(text.removeprefix(_BOM), changes, kind)
    if _plain(text) is None:
        return _begun(text, changes, kind)
    was_canonical = _is_canonical(text, kind)
    ending = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    ended = text.endswith("\n")
    lines = (text if ended else text + ending).split("\n")
    wanted = _plain(text)
    for change in changes:
        wanted = applied(wanted, change, kind)
    result = "\n".join(spliced(lines, changes, kind, ending))
    if not ended:
        result = result.removesuffix("\n").removesuffix("\r")
    _require_valid(result, kind)
    if _plain(result) != wanted:
        raise SpliceFailed("the layout of the file does not allow it")
    return canonical(result, kind) if was_canonical else result


def _begun(text: str, changes: Sequence[Change], kind: type[Record]) -> str:
    """The text of a file in which nothing stood but comments, with the first content below them."""
    content: dict[str, Any] = {}
    for change in changes:
        content = applied(content, change, kind)
    head = f"{text.rstrip()}\n" if text.strip() else ""
    result = head + "\n".join(render(content, 0)) + "\n"
    _require_valid(result, kind)
    return result


def _require_valid(text: str, kind: type[Record]) -> None:
    loaded = load("", text.encode(), kind)
    if loaded.model is None:
        first = loaded.problems[0]
        raise SpliceFailed(f"{first.place.line}:{first.place.column} {first.rule}", first)


def _plain(text: str) -> object:
    try:
        return parse(text)
    except Irregular:
        raise SpliceFailed("the file is not valid YAML") from None


def _is_canonical(text: str, kind: type[Record]) -> bool:
    try:
        return canonical(text, kind) == text
    except NotValid:
        return False
