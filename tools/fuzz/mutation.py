"""Accidents: what leaves a file readable, with other values in it, and what seldom does."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fuzz.corpus import ROOT, corpus
from sagaict.checking.rules import ALL

__all__ = ["HOSTILE", "PIECES", "mutated", "revalued"]

PIECES = [
    *"\t\r\n\x00\x1b\x85\u2028\u202e\ufeff\u3000：，。%@`|>?&*!#-'\"{}[],:~",
    *("\\e[2J", '"\\e[2J"', "- ", ": ", " #x", "---\n", "...\n", "<<: *a", "&a ", "*a", "!!x "),
    *("R8", "R8-R9", "H31", "R99", "R0", "9999-12-31", "0001-01-01", "R8.4-R8.9", "H31.4.30"),
    *("900①", "12²", "⑩", "１，０００", "1,00", "1e9", "-0", "0", "-1", "9" * 40, "0." + "0" * 30),
    *("null", "true", "pending", "not_surveyed", "undecided", "level", "annual", "cumulative"),
    *("period_total", "increase", "decrease", "final", "provisional", "{}", "[]", "''"),
    *("{value: }", "\nid: x\n", "\n::error::x\n", '"x\\n::stop-commands::t"', "\n  - id: x\n"),
    *("%\n", "=======\n"),
]
"""What files are spoiled with."""
HOSTILE = [
    *("\x1b[31m赤", "a\x1b]8;;http://x\x07b", "\x9b2J", "a\u202eb\u2066c", "a\u2028b\u2029c"),
    *(
        "\x00",
        "\x7f",
        "\x85x",
        "a\rb",
        "a\tb",
        "\ufeffx",
        "x\u200b",
        "\ud83d",
        "\U000e0041",
        "  x ",
    ),
    *("x\n::error::y", "\n\n::stop-commands::t", "::warning file=a::b", "%0A::debug::x"),
    *("##[error]x", "x\r\n##vso[task]y", "a\n\n# b\n- c", "|", "a|b|c", "`code", "```\nx\n```"),
    *("<script>alert(1)</script>", "]]>", "-->", "&amp;&#x1b;", "[a](http://x)", "![a](x)", "**"),
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "@all",
        "#1",
        "a" * 300,
        "あ" * 290,
        "{0}{name}{",
        "%s%(x)s%",
    ),
    *(
        "# sagaict: accept overdue: x",
        'a"b',
        "a'b",
        "\\",
        "\\u001b",
        "a: b",
        "- a",
        "*a",
        "!x",
        "~",
    ),
    *("900①", "１２．５", "約5,000人", "6割以上", "△5", "▲1.0", "null", "true", "R8", "2026-11-21"),
]
"""Texts that nobody means well with, and some that only look so."""
_FIGURES = [
    *("0", "1", "-1", "100", "99.95", "0.04", "94.98", "1000000", "-500", "12.345678", "1e3"),
    *('"1,234"', '"１００"', "123456789012345678901234567890", "0.0000000001", "3.0", "undecided"),
]
_YEARS = [
    *("R1", "R2", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R12", "H31", "H30", "R元", "S63"),
    *("2024", "R6-R9", "R6-R8", "R7-R7", "R5-R9", "令和7年度", "Ｒ７", "R99"),
]
_WORDS = ["expand", "continue", "review", "done", "delayed", "cancelled", "unknown", "planned"]
_KEYED = re.compile(r"^( *(?:- )?)([A-Za-z_]\w*): (.+)$")
_FIGURE = re.compile(r"(?<=: )-?[\d,.]+$")
_YEAR = re.compile(r"\b[RH]\d{1,2}(?:-R?\d{1,2})?\b")
_FIXED = re.compile(r"^(?:- )?(?:id|plan|measure): ")
"""Lines without which a file has no name or no place."""


@dataclass(frozen=True)
class Stock:
    """What may stand where: values by key, keys of free text, keys that go with a key."""

    values: Mapping[str, list[str]]
    texts: frozenset[str]
    beside: Mapping[str, list[str]]


@cache
def stock() -> Stock:
    """What the texts of the corpus and the schemas know."""
    values: dict[str, list[str]] = defaultdict(list)
    for text in corpus().texts:
        for line in text.split("\n"):
            if found := _KEYED.match(line):
                values[found[2]].append(found[3])
    texts: set[str] = set()
    beside: dict[str, list[str]] = defaultdict(list)
    for name in ("plan", "project"):
        schema = json.loads((ROOT / f"data/schema/{name}.schema.json").read_text("utf-8"))
        for model in (schema, *schema["$defs"].values()):
            simple = {key: form for key, form in model["properties"].items() if _scalar(form)}
            texts |= {key for key, form in simple.items() if _free(form)}
            for key, form in simple.items():
                beside[key] += [other for other in simple if other not in ("id", key)]
                values[key] += [str(word) for word in form.get("enum", ())]
    return Stock(values, frozenset(texts - {"id"}), beside)


def _forms(form: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [each for each in form.get("anyOf", [form]) if each.get("type") != "null"]


def _scalar(form: Mapping[str, Any]) -> bool:
    return not any(
        "$ref" in each or each.get("type") in ("array", "object") for each in _forms(form)
    )


def _free(form: Mapping[str, Any]) -> bool:
    """Whether any text will do."""
    return any("maxLength" in each and "pattern" not in each for each in _forms(form))


def revalued(text: str, chance: random.Random) -> str:
    """The text with a few values, years, notes or ways of writing exchanged."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if ":" in line and not _FIXED.match(line)]
    if not places:
        return text
    # From the end, so that the places of lines above stay what they are.
    for at in sorted(chance.choices(places, k=chance.choice((1, 1, 2, 3, 5))), reverse=True):
        changed = chance.choice(_CHANGES)(lines[at], chance)
        lines[at : at + 1] = [changed] if isinstance(changed, str) else changed
    return "\n".join(lines)


def _other_figure(line: str, chance: random.Random) -> str:
    return _FIGURE.sub(lambda _match: chance.choice(_FIGURES), line)


def _other_year(line: str, chance: random.Random) -> str:
    return _YEAR.sub(lambda _match: chance.choice(_YEARS), line, count=1)


def _other_value(line: str, chance: random.Random) -> str:
    found = _KEYED.match(line)
    if found is None:
        return _other_year(line, chance)
    return f"{found[1]}{found[2]}: {_value(found[2], chance)}"


def _hostile_text(line: str, chance: random.Random) -> str:
    found = _KEYED.match(line)
    if found is None or found[2] not in stock().texts:
        return _other_figure(line, chance)
    return f"{found[1]}{found[2]}: {_quoted(chance.choice(HOSTILE), chance)}"


def _one_key_more(line: str, chance: random.Random) -> list[str]:
    found = _KEYED.match(line)
    others = stock().beside.get(found[2]) if found else None
    if found is None or not others:
        return [line]
    key = chance.choice(others)
    return [line, f"{' ' * len(found[1])}{key}: {_value(key, chance)}"]


def _accepted(line: str, chance: random.Random) -> list[str]:
    rule = chance.choice(ALL).id
    reason = re.sub(r"\s+", " ", chance.choice(HOSTILE)) or "x"
    comment = f"# sagaict: accept {rule}: {reason}"
    return [f"{line}  {comment}"] if chance.random() < 0.3 else [comment, line]


def _otherwise_written(line: str, chance: random.Random) -> str:
    found = _KEYED.match(line)
    if found is None or found[3][0] in "\"'|>[{&*":
        return line
    deeper = " " * (len(found[1]) + 2)
    shown = chance.choice(
        (f'"{found[3]}"', f"'{found[3]}'", f"|\n{deeper}{found[3]}", f">-\n{deeper}{found[3]}")
    )
    return f"{found[1]}{found[2]}: {shown}"


_CHANGES: tuple[Callable[[str, random.Random], str | list[str]], ...] = (
    *(_other_figure, _other_figure, _other_year, _other_value, _other_value, _hostile_text),
    *(_hostile_text, _hostile_text, _one_key_more, _accepted, _otherwise_written),
)


def _value(key: str, chance: random.Random) -> str:
    known = stock().values.get(key)
    if key in stock().texts and (not known or chance.random() < 0.5):
        return _quoted(chance.choice(HOSTILE), chance)
    return chance.choice(known or _WORDS)


def _quoted(text: str, chance: random.Random) -> str:
    """The text as YAML has it in quotes; sometimes no more is escaped than must be."""
    quoted = json.dumps(text, ensure_ascii=False)
    if chance.random() < 0.2:
        return quoted
    return "".join(_escaped(character) for character in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    plain = character.isprintable() or code > 0xFFFF
    return character if plain else f"\\u{code:04x}"


def mutated(text: str, chance: random.Random) -> str:
    """The text with a few accidents that know nothing of its form."""
    for _accident in range(chance.choice((1, 1, 1, 2, 3, 8))):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        _spoil(lines, at, chance)
        text = "\n".join(lines) or "\n"
    return text


def _spoil(lines: list[str], at: int, chance: random.Random) -> None:
    kind = chance.randrange(9)
    other = chance.randrange(len(lines))
    key, colon, _value = lines[at].partition(":")
    if kind == 0:
        del lines[at : at + chance.choice((1, 1, 2, 10))]
    elif kind == 1:
        lines.insert(other, lines[at])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = f"{key}{colon} {chance.choice(PIECES)}"
    elif kind == 4:
        lines[at] = chance.choice(("  ", " ", "\u3000")) + lines[at]
    elif kind == 5:
        lines[at] = lines[at].removeprefix("  ")
    elif kind == 6:
        lines[at] = re.sub(r"\d+", lambda _match: str(chance.randrange(3000)), lines[at])
    elif kind == 7:
        lines[at] = f"{key}{colon}{lines[other].partition(':')[2]}"
    else:
        column = chance.randrange(len(lines[at]) + 1)
        cut = column + chance.choice((0, 0, 1, 3))
        lines[at] = lines[at][:column] + chance.choice(PIECES) + lines[at][cut:]
