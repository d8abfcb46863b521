"""Bytes of a file to text: size, encoding, and leftovers of other tools, before YAML sees them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import islice

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.language.visible import may_hide
from sagaict.reading.problem import Place

__all__ = ["MAX_BYTES", "SourceText", "TextProblem", "decode", "even_lines"]

MAX_BYTES = 1024 * 1024
"""The largest file read: far above any real plan, small enough for a stranger's pull request."""

_CONFLICT = regex(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|$)", re.MULTILINE)
# All are hidden characters. U+0085, U+2028 and U+2029 end a line for YAML but not for an editor.
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BOM = "\ufeff"
_MOST_LEFTOVERS = 20
"""How many of a kind are named: one edit takes them all away."""


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A problem of the raw text, by rule id and place."""

    rule: str
    place: Place
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file (`None` if there is none to parse), and what is wrong with it so far.

    Every line of `text` ends with a line feed alone; `hides` tells that there may be characters in
    it that nobody sees. `encoding` is what to show an excerpt by.
    """

    text: str | None
    problems: tuple[TextProblem, ...] = ()
    encoding: str = "utf-8-sig"
    hides: bool = False


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
    hides = may_hide(text)
    leftovers = [
        *(_each(_CONFLICT, text, "merge-conflict") if _may_conflict(text) else ()),
        *(_each(_CONTROL, text, "control-character") if hides else ()),
    ]
    if leftovers:
        return SourceText(None, (*problems, *leftovers))
    return SourceText(text, tuple(problems), hides=hides)


def _may_conflict(text: str) -> bool:
    """Whether the signs stand anywhere: plain text is found ten times faster than a pattern."""
    return any(sign in text and sign * 7 in text for sign in "<=>|")


def _each(pattern: re.Pattern[str], text: str, rule: str) -> Iterator[TextProblem]:
    """A problem for each match, its place counted on from the match before."""
    line, start, seen = 1, 0, 0
    for match in islice(pattern.finditer(text), _MOST_LEFTOVERS):
        line += text.count("\n", seen, match.start())
        start = max(text.rfind("\n", seen, match.start()) + 1, start)
        seen = match.start()
        sign = match[0]
        args = {"code": f"U+{ord(sign):04X}"} if len(sign) == 1 else {}
        yield TextProblem(rule, Place(line, seen - start + 1, len(sign)), args)


def even_lines(text: str) -> str:
    """The text with a line feed for every end of line, whichever system wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


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
