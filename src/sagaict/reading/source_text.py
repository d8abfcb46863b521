"""Bytes of a file to text: size, encoding, and leftovers of other tools, before YAML sees them."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass

from sagaict.reading.problem import Place

__all__ = ["MAX_BYTES", "SourceText", "TextProblem", "decode", "even_lines"]

MAX_BYTES = 1024 * 1024
"""The largest file read: far above any real plan, small enough for a stranger's pull request."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|$)", re.MULTILINE)
# U+0085, U+2028 and U+2029 end a line for YAML but not for an editor.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A problem of the raw text, by rule id and place."""

    rule: str
    place: Place
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file (`None` if there is none to parse), and what is wrong with it so far.

    Every line of `text` ends with a line feed alone. `encoding` is what to show an excerpt by.
    """

    text: str | None
    problems: tuple[TextProblem, ...] = ()
    encoding: str = "utf-8-sig"


def decode(content: bytes) -> SourceText:
    """Decode a file strictly as UTF-8 and name what other editors and tools left in it."""
    start = Place(1, 1)
    if len(content) > MAX_BYTES:
        limit = {"limit": f"{MAX_BYTES:,}"}
        return SourceText(None, (TextProblem("file-too-large", start, limit),))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        utf16 = TextProblem("encoding", start, {"encoding": "UTF-16"})
        return SourceText(None, (utf16,), "utf-16")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = _wrong_encoding(content, error.start)
        return SourceText(None, (problem,), "cp932" if problem.rule == "encoding" else "utf-8-sig")
    problems = []
    if text.startswith(_BOM):
        problems.append(TextProblem("byte-order-mark", start, {}))
        text = text[1:]
    text = even_lines(text)
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


def even_lines(text: str) -> str:
    """The text with a line feed for every end of line, whichever system wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place(text: str, index: int, length: int) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, index) + 1, index - line_start + 1, length)


def _wrong_encoding(content: bytes, offset: int) -> TextProblem:
    before = content[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    encoding = ""
    if before.isascii():  # else it is UTF-8 up to here, and damaged
        with contextlib.suppress(UnicodeDecodeError):
            content.decode("cp932")
            encoding = "CP932 (Shift_JIS)"
    rule = "encoding" if encoding else "encoding-unknown"
    return TextProblem(rule, Place(line, column), {"encoding": encoding})
