"""Findings accepted in place: a comment that names a rule and gives a reason.

    targets:
      R9: 95  # sagaict: accept basis-mismatch: 毎年度1%は「程度」とある

At the end of a line it covers that line and whatever is indented below it; on a line of its own,
the next line in the same way; above the first key, the whole file. One comment may name several
rules, separated by commas.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.reading.comments import Comment, Surface, surface
from sagaict.reading.problem import Place

__all__ = ["Acceptance", "Misspelling", "acceptances", "accepts", "may_speak"]

_ACCEPT = regex(r"(?:^|(?<=\s))#\s*sagaict:\s*accept\s+")
_RULES = regex(r"[\w-]+(?:\s*[,、，]\s*[\w-]+)*")
_NAME = regex(r"[\w-]+")

_MEANT = regex(r"(?:^|(?<=\s))#+\s*([a-z-]{6,8})\s*(:?)\s*([a-z]*)", re.IGNORECASE)
_STEMS = ("accept", "ignore", "disable", "suppress", "noqa")
_OUR_NAME = regex("saga.?i?ct")
_VERBS = ("accept", "accepts", "accepted", "ignore", "disable", "suppress", "noqa")


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


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A comment that looks meant for this program and says nothing to it; `meant` is how to."""

    place: Place
    text: str
    meant: str
    line: str


def acceptances(
    text: str, seen: Surface | None = None
) -> tuple[list[Acceptance], list[Misspelling]]:
    """Every acceptance in a (valid) file, and every comment that may have been meant as one.

    `seen` is the text's surface, where it is known already.
    """
    found: list[Acceptance] = []
    missed: list[Misspelling] = []
    if not may_speak(text):
        return found, missed
    seen, lines = seen or surface(text), text.split("\n")
    scopes: _Scopes | None = None
    for comment in seen.comments.values():
        opening = _ACCEPT.search(comment.text)
        rules = _RULES.match(comment.text, opening.end()) if opening else None
        reason = _reason(comment.text[rules.end() :]) if rules else None
        if opening is None or rules is None or reason is None:
            missed += _misspelt(comment, lines[comment.place.line - 1])
            continue
        scopes = scopes or _Scopes(lines, seen.inside)
        first, last = scopes.of(comment)
        begin = comment.place.column + opening.start()
        whole = Place(comment.place.line, begin, len(comment.text) - opening.start())
        found += [
            Acceptance(rule, reason, place, before, after, whole, first, last)
            for rule, place, before, after in _named(rules, comment.place)
        ]
    return found, missed


def may_speak(text: str) -> bool:
    """Whether a text has what every comment has that is, or is meant as, an acceptance."""
    behind = "\n".join([each.partition("\n")[0] for each in text.split("#")[1:]])
    folded = half_width(behind).casefold()
    # Plain words are found ten times faster than a pattern.
    return any(verb in folded for verb in _STEMS) or (
        "saga" in folded and _OUR_NAME.search(folded) is not None
    )


def accepts(comment: str) -> bool:
    """Whether a comment is an acceptance."""
    return bool(_ACCEPT.search(comment))


def _reason(behind: str) -> str | None:
    """The reason behind the rules: empty where it is missing, `None` if the rules go on oddly."""
    if behind and not behind[0].isspace() and behind[0] not in ":：":
        return None
    rest = behind.strip()
    # Without the colon it is still an acceptance, and reported as one that has no reason.
    return rest[1:].strip() if rest.startswith((":", "：")) else ""


def _named(rules: re.Match[str], comment: Place) -> Iterator[tuple[str, Place, int, int]]:
    """Each rule with the place of its name, and how far the names beside it are."""
    offset = comment.column + rules.start()
    spans = [part.span() for part in _NAME.finditer(rules[0])]
    for number, (begin, end) in enumerate(spans):
        before = begin - spans[number - 1][1] if number else 0
        after = spans[number + 1][0] - end if number + 1 < len(spans) else 0
        place = Place(comment.line, offset + begin, end - begin)
        yield rules[0][begin:end], place, before, after


def _misspelt(comment: Comment, line: str) -> Iterator[Misspelling]:
    """The comment, if it speaks to this program in a way that is not understood."""
    for match in _MEANT.finditer(half_width(comment.text)):
        name, colon, verb = (part.lower() for part in match.groups())
        ours = bool(difflib.get_close_matches(name, ["sagaict"], cutoff=0.8))
        if ours and (verb in _VERBS or (colon and name == "sagaict")):
            # So far every sign has its own width; what is said behind stays as it was written.
            behind = comment.text[match.end() :].strip(" \t\u3000:：")
            rule = _RULES.match(behind)
            reason = behind[rule.end() :].strip(" \t\u3000:：") if rule else ""
            meant = f"# sagaict: accept {rule[0] if rule else '…'}: {reason or '…'}"
            yield Misspelling(comment.place, comment.text, meant, line)
            return


class _Scopes:
    """How far what begins on a line of a text goes, looked for where a comment asks."""

    def __init__(self, lines: list[str], inside: frozenset[int]) -> None:
        self._lines, self._inside = lines, inside
        self._last: dict[int, int] = {}
        self._starts = [
            each for each, text in enumerate(lines) if each not in inside and not _is_blank(text)
        ]
        self._begin = next((each for each in self._starts if not _is_prelude(lines[each])), 0)

    def of(self, comment: Comment) -> tuple[int, int]:
        """The lines (from 1, both included) that a comment speaks of."""
        line = comment.place.line - 1
        if comment.alone:
            if line < self._begin:
                return 1, len(self._lines)
            after = bisect_right(self._starts, line)
            line = self._starts[after] if after < len(self._starts) else line
        if line not in self._last:
            self._last[line] = self._end(line)
        return line + 1, self._last[line] + 1

    def _end(self, line: int) -> int:
        """The last line of what begins there; itself if nothing does."""
        if line in self._inside or _is_blank(self._lines[line]):
            return line
        indent, item = _indent(self._lines[line]), _is_item(self._lines[line])
        last = line
        for each in range(line + 1, len(self._lines)):
            text = self._lines[each]
            if each not in self._inside:
                if _is_blank(text):
                    continue
                # YAML lets a list stand no deeper than the key it belongs to.
                if _indent(text) + (_is_item(text) and not item) <= indent:
                    break
            last = each
        return last


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
