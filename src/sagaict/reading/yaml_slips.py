"""What was meant where YAML cannot be read: the slips of people who write Japanese, by name.

A parser says where it gave up, in English and often a line too late. The slip is looked for there
and in the line above; each is a rule of its own, at the place of what is to be mended. Where there
is one right mend, it is the problem's `suggestion`, and stands for the characters of its place.
"""

from __future__ import annotations

import re

import yaml

from sagaict.domain.regex import regex
from sagaict.reading.problem import Place, YamlProblem
from sagaict.reading.yaml_dialect import BLOCK_SIGN

__all__ = ["MENDABLE", "is_mendable", "mended", "slip_in_line", "slip_of"]

MENDABLE = frozenset(
    {
        "yaml-full-width-colon",
        "yaml-full-width-space",
        "yaml-colon-without-space",
        "yaml-dash-without-space",
        "yaml-sign",
        "yaml-colon-in-text",
        "yaml-text-behind",
        "number-comma-in-brackets",
    }
)
"""The slips with one right mend."""

_WORD = r"(?:[A-Za-z_][\w-]{0,40}|[RHSＲＨＳ][0-9０-９]{1,2}(?:-[RHS]?\d{1,2})?|\d{4})"
_LINE = regex(
    rf"(?P<before>[ 　]*(?:- +)*)(?P<key>{_WORD})"
    r"(?P<sign>[ 　]?：[ 　]*|:　[ 　]*|:(?=[^\s/:]))(?P<value>.*)"
)
_DASH = regex(r"(?P<before> *)(?:[－ー‐–—][ 　]*|-　[ 　]*|-(?=[^\s\d-]))(?P<value>[^\s].*)")
_VALUE = regex(r"[ 　]*(?:- +)*[^\s:#\"'{}\[\],][^:#]*:[ ]+(?P<value>[^\s#].*)")
_COMMENT = regex(r"(?<=[ \t])#.*")
_OPENING = frozenset("[{")
_SIGNS = {"alias": "yaml-alias", "anchor": "yaml-alias", "tag": "yaml-tag"}
"""The last word of what the parsers say they were reading, and what it was taken for."""


def slip_of(error: yaml.MarkedYAMLError, text: str) -> YamlProblem:
    """The slip behind a parser's complaint; `yaml-syntax` where none is known."""
    mark = error.problem_mark or error.context_mark
    at = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    begun = error.context_mark
    start = Place(begun.line + 1, begun.column + 1) if begun else at
    lines = text.split("\n")
    context, problem = error.context or "", error.problem or ""
    return (
        _misread_sign(context, start, lines)
        or _tab(at, lines)
        or _disputed(context, start, at, lines)
        or _unclosed(context, problem, start, lines)
        or _without_colon(problem, start, lines)
        or _opened_above(at, lines)
        or _unfit_sign(context, problem, start, at, lines)
        or _second_colon(problem, at, lines)
        or _text_behind(context, problem, at, lines)
        or _escape(problem, at, lines)
        or YamlProblem("yaml-syntax", at)
    )


def is_mendable(problem: YamlProblem) -> bool:
    """Whether it is a slip whose suggestion can stand in place of what is wrong."""
    return problem.rule in MENDABLE and bool(problem.args.get("suggestion"))


def mended(text: str, slip: YamlProblem) -> str:
    """The text with a mendable slip mended."""
    lines = text.split("\n")
    line, start = lines[slip.place.line - 1], slip.place.column - 1
    end = start + slip.place.length
    lines[slip.place.line - 1] = line[:start] + slip.args["suggestion"] + line[end:]
    return "\n".join(lines)


def slip_in_line(number: int, lines: list[str]) -> YamlProblem | None:
    """A key that is none: full-width colon or blank, or no blank, behind it; or such a dash."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    match = _LINE.match(line)
    if match is not None:
        sign = match["sign"]
        rule = "yaml-full-width-colon" if "：" in sign else "yaml-full-width-space"
        rule = "yaml-colon-without-space" if sign == ":" else rule
        written = line[match.start("key") :].rstrip()
        meant = f"{match['key']}: {match['value'].strip()}".rstrip()
        return _mended(rule, Place(number, match.start("key") + 1, len(written)), written, meant)
    match = _DASH.match(line)
    if match is not None:
        written = line[match.end("before") :].rstrip()
        place = Place(number, match.end("before") + 1, len(written))
        return _mended("yaml-dash-without-space", place, written, f"- {match['value'].strip()}")
    return None


def _mended(rule: str, place: Place, written: str, meant: str) -> YamlProblem:
    return YamlProblem(rule, place, {"text": _short(written), "suggestion": meant})


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _line(place: Place, lines: list[str]) -> str:
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _misread_sign(context: str, start: Place, lines: list[str]) -> YamlProblem | None:
    """Text such as `*重要` or `!注意`, which YAML takes for the beginning of an alias or a tag."""
    rule = _SIGNS.get(context.rpartition(" ")[2])
    if rule is None:
        return None
    word = _line(start, lines)[start.column - 1 :].split(maxsplit=1)
    name = word[0] if word else ""
    return YamlProblem(rule, Place(start.line, start.column, len(name)), {"name": name})


def _tab(at: Place, lines: list[str]) -> YamlProblem | None:
    for number in (at.line, at.line - 1):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return YamlProblem("yaml-tab", Place(number, indent.index("\t") + 1, 1))
    if _line(at, lines)[at.column - 1 :].startswith("\t"):
        return YamlProblem("yaml-tab", Place(at.line, at.column, 1))
    return None


def _disputed(context: str, start: Place, at: Place, lines: list[str]) -> YamlProblem | None:
    """What only one of the parsers gives up at; see `yaml_dialect`."""
    if _line(at, lines).startswith("%"):
        return YamlProblem("yaml-disputed", Place(at.line, 1, 1))
    if context == "while scanning a block scalar":
        sign = BLOCK_SIGN.match(_line(start, lines), start.column - 1)
        return YamlProblem("yaml-disputed", start) if sign else None
    if context.startswith("while parsing a flow") and _line(at, lines)[at.column - 1 :][:1] == "?":
        return YamlProblem("yaml-disputed", Place(at.line, at.column, 1))
    return None


def _unclosed(context: str, problem: str, start: Place, lines: list[str]) -> YamlProblem | None:
    sign = _line(start, lines)[start.column - 1 : start.column]
    place = Place(start.line, start.column, 1)
    if sign in ("'", '"') and problem.startswith("found unexpected"):
        return YamlProblem("yaml-quote", place, {"sign": sign})
    if context.startswith("while parsing a flow") and sign in _OPENING:
        return YamlProblem("yaml-bracket", place, {"sign": sign})
    return None


def _opened_above(at: Place, lines: list[str]) -> YamlProblem | None:
    """A quotation mark that was never closed, so that the next one in the file closed it.

    What stands behind that one is no slip: it is a text whose opening mark was taken away from it.
    """
    line = _line(at, lines)
    match = _VALUE.match(line)
    before = line[: at.column - 1].rstrip()
    if match is None or match["value"][0] not in "'\"" or len(before) != match.start("value") + 1:
        return None
    sign = match["value"][0]
    for number in range(at.line - 1, 0, -1):
        above = _VALUE.match(lines[number - 1])
        if above is not None and above["value"][0] == sign and above["value"].count(sign) % 2:
            place = Place(number, above.start("value") + 1, 1)
            return YamlProblem("yaml-quote", place, {"sign": sign})
    return None


def _without_colon(problem: str, start: Place, lines: list[str]) -> YamlProblem | None:
    if problem != "could not find expected ':'":
        return None
    slip = slip_in_line(start.line, lines) or slip_in_line(start.line + 1, lines)
    if slip is not None:
        return slip
    word = _COMMENT.sub("", _line(start, lines)[start.column - 1 :]).rstrip()
    place = Place(start.line, start.column, len(word))
    return YamlProblem("yaml-no-colon", place, {"name": _short(word)})


def _unfit_sign(
    context: str, problem: str, start: Place, at: Place, lines: list[str]
) -> YamlProblem | None:
    """A text that begins with `%`, `@`, a backtick, `|`, `>` or `?`."""
    if problem.startswith("found character"):
        place = at
    elif context == "while scanning a block scalar":
        place = start
    elif problem.startswith("mapping keys are not allowed"):
        place = at
    else:
        return None
    line = _line(place, lines)
    rest = _COMMENT.sub("", line[place.column - 1 :])
    before = line[: place.column - 1]
    if any(before.count(opening) > before.count(closing) for opening, closing in ("{}", "[]")):
        rest = re.split(r"[,}\]]", rest, maxsplit=1)[0]
    written = rest.rstrip()
    if not written:
        return None
    there = Place(place.line, place.column, len(written))
    slip = _mended("yaml-sign", there, written, _quoted(written))
    return YamlProblem(slip.rule, slip.place, {**slip.args, "sign": written[0]})


def _second_colon(problem: str, at: Place, lines: list[str]) -> YamlProblem | None:
    if not problem.startswith("mapping values are not allowed"):
        return None
    line = _line(at, lines)
    match = _VALUE.match(line)
    if (
        match is not None
        and match.start("value") < at.column - 1
        and match["value"][0] not in "\"'[{"
    ):
        written = _COMMENT.sub("", match["value"]).rstrip()
        place = Place(at.line, match.start("value") + 1, len(written))
        return _mended("yaml-colon-in-text", place, written, _quoted(written))
    slip = slip_in_line(at.line - 1, lines)
    return slip or _unfit_indent(at, lines)


def _text_behind(context: str, problem: str, at: Place, lines: list[str]) -> YamlProblem | None:
    """Text behind a closing quotation mark or bracket; else a line that is indented amiss."""
    if not context.startswith("while parsing a block"):
        return None
    line = _line(at, lines)
    match = _VALUE.match(line)
    before = line[: at.column - 1].rstrip()
    if match is not None and before[match.start("value") :].endswith(("'", '"', "]", "}")):
        written = _COMMENT.sub("", match["value"]).rstrip()
        place = Place(at.line, match.start("value") + 1, len(written))
        return _mended("yaml-text-behind", place, written, _quoted(written))
    if not before and problem.startswith(("did not find expected", "expected <block end>")):
        return slip_in_line(at.line, lines) or _unfit_indent(at, lines)
    return None


def _unfit_indent(at: Place, lines: list[str]) -> YamlProblem:
    line = _line(at, lines)
    blanks = len(line) - len(line.lstrip(" "))
    return YamlProblem("yaml-indent", Place(at.line, blanks + 1))


def _escape(problem: str, at: Place, lines: list[str]) -> YamlProblem | None:
    if "escape" not in problem:
        return None
    column = _line(at, lines).rfind("\\", 0, at.column) + 1 or at.column
    return YamlProblem("yaml-escape", Place(at.line, column, 2))


def _quoted(text: str) -> str:
    """The text as a scalar in quotation marks, the plainest that need no escape."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
