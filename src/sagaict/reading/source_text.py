"""Bytes of a file to text: size, encoding, and leftovers of other tools, before YAML sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sagaict.reading.problem import Place

__all__ = ["MAX_BYTES", "SourceText", "TextProblem", "decode"]

MAX_BYTES = 1024 * 1024
"""The largest file read: far above any real plan, small enough for a stranger's pull request."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)", re.MULTILINE)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A problem of the raw text, by rule id and place."""

    rule: str
    place: Place
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file (`None` if there is none to parse), and what is wrong with it so far."""

    text: str | None
    problems: tuple[TextProblem, ...] = ()


def decode(content: bytes) -> SourceText:
    """Decode a file strictly as UTF-8 and name what other editors and tools left in it."""
    start = Place(1, 1)
    if len(content) > MAX_BYTES:
        limit = {"limit": f"{MAX_BYTES:,}"}
        return SourceText(None, (TextProblem("file-too-large", start, limit),))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return SourceText(None, (TextProblem("encoding", start, {"encoding": "UTF-16"}),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return SourceText(None, (_wrong_encoding(content, error.start),))
    problems = []
    if text.startswith(_BOM):
        problems.append(TextProblem("byte-order-mark", start, {}))
        text = text[1:]
    conflicts = [
        TextProblem("merge-conflict", _place(text, match.start(), 7), {})
        for match in _CONFLICT.finditer(text)
    ]
    controls = [
        TextProblem(
            "control-character",
            _place(text, match.start(), 1),
            {"code": f"U+{ord(match[0]):04X}"},
        )
        for match in _CONTROL.finditer(text)
    ]
    if conflicts or controls:
        return SourceText(None, (*problems, *conflicts, *controls[:20]))
    return SourceText(text, tuple(problems))


def _place(text: str, index: int, length: int) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, index) + 1, index - line_start + 1, length)


def _wrong_encoding(content: bytes, offset: int) -> TextProblem:
    before = content[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    try:
        content.decode("cp932")
        encoding = "CP932 (Shift_JIS)"
    except UnicodeDecodeError:
        encoding = ""
    rule = "encoding" if encoding else "encoding-unknown"
    return TextProblem(rule, Place(line, column), {"encoding": encoding})
