"""Findings accepted in place: a comment that names a rule and gives a reason.

    targets:
      R9: 95  # sagaict: accept basis-mismatch: 毎年度1%は「程度」とある

At the end of a line it covers that line and whatever is indented below it; on a line of its own,
the next line in the same way; above the first key, the whole file. One comment may name several
rules, separated by commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagaict.reading.problem import Place

__all__ = ["Acceptance", "acceptances"]

# Without the colon and a reason it is still an acceptance, and reported as one that has no reason.
_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*sagaict:\s*accept\s+"
    r"(?P<rules>[\w-]+(?:\s*[,、，]\s*[\w-]+)*)"
    r"(?:\s*[:：]\s*(?P<reason>.*?)|\s.*?)?\s*$"
)
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One rule accepted for lines `first` to `last` (from 1, both included) of a file.

    `place` is the rule's name in the comment, `comment` the whole comment, which may name several
    rules; `before` and `after` are the lengths of what parts it from the names beside it.
    """

    rule: str
    reason: str
    place: Place
    before: int
    after: int
    comment: Place
    first: int
    last: int

    def covers(self, rule: str, place: Place) -> bool:
        """Whether it accepts a finding of `rule` at `place`."""
        return rule == self.rule and self.first <= place.line <= self.last


def acceptances(text: str) -> list[Acceptance]:
    """Every acceptance in a file, in order."""
    if "sagaict:" not in text:
        return []
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, start=1):
        match = _COMMENT.search(line)
        if match is not None:
            first, last = _scope(lines, number)
            comment = Place(number, match.start() + 1, len(line.rstrip()) - match.start())
            reason = (match["reason"] or "").strip()
            found += [
                Acceptance(rule, reason, place, before, after, comment, first, last)
                for rule, place, before, after in _named(match, number)
            ]
    return found


def _named(match: re.Match[str], line: int) -> Iterator[tuple[str, Place, int, int]]:
    """Each rule with the place of its name, and how far the names beside it are."""
    rules, offset = match["rules"], match.start("rules") + 1
    spans = [part.span() for part in _NAME.finditer(rules)]
    for number, (begin, end) in enumerate(spans):
        before = begin - spans[number - 1][1] if number else 0
        after = spans[number + 1][0] - end if number + 1 < len(spans) else 0
        yield rules[begin:end], Place(line, offset + begin, end - begin), before, after


def _scope(lines: list[str], number: int) -> tuple[int, int]:
    """The lines a comment on line `number` speaks of."""
    first = number
    if lines[number - 1].lstrip().startswith("#"):
        if all(_is_blank(line) or _is_prelude(line) for line in lines[: number - 1]):
            return 1, len(lines)
        while first <= len(lines) and _is_blank(lines[first - 1]):
            first += 1
        if first > len(lines):
            return number, number
    indent = _indent(lines[first - 1])
    # YAML lets a list stand no deeper than the key it belongs to.
    opens_list = not _is_item(lines[first - 1])
    last = first
    for later in range(first + 1, len(lines) + 1):
        line = lines[later - 1]
        if _is_blank(line):
            continue
        deeper = _indent(line) > indent
        if not deeper and not (opens_list and _indent(line) == indent and _is_item(line)):
            break
        last = later
    return first, last


def _is_blank(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def _is_prelude(line: str) -> bool:
    """Whether it is a line that may stand before the content: a directive, or `---`."""
    return line.startswith("%") or line.rstrip() == "---"


def _is_item(line: str) -> bool:
    stripped = line.strip()
    return stripped == "-" or stripped.startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
