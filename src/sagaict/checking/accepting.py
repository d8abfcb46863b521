"""Setting aside what a comment in its file accepts, and naming comments that fit nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.checking.file_rules import BASIC_TEXTS
from sagaict.checking.finding import Finding
from sagaict.checking.placing import Spot, Spots, spot_of, spots_of
from sagaict.checking.rules import BY_ID
from sagaict.domain.spelling import nearest
from sagaict.reading.acceptance import Acceptance, Misspelling
from sagaict.reading.problem import Place, Problem
from sagaict.reading.source_text import decode
from sagaict.reading.validation import PlacedText
from sagaict.reading.workers import each
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["Comments"]


class Comments:
    """The acceptances that stand as comments in the files.

    `places` are those of what was found in the files that have any, which were looked up for them.
    """

    def __init__(self, workspace: Workspace, judged: Sequence[Finding]) -> None:
        self._found: dict[str, list[Acceptance]] = {}
        self._by_rule: dict[tuple[str, str], list[Acceptance]] = {}
        self._missed: list[tuple[str, Misspelling]] = []
        self._files: dict[str, FileOf] = {}
        self.places: dict[FileOf, Spots] = {}
        self._used: set[int] = set()
        self._lines: dict[str, list[str]] = {}
        spots: dict[FileOf, list[Spot]] = {file: [] for file in workspace.speaking}
        for finding in judged:
            for file, spot in spots_of(finding):
                if file in spots:
                    spots[file].append(spot)
        answers = each(_heard, [*spots.items()])
        for file, (found, missed, places) in zip(spots, answers, strict=True):
            self._missed += [(file.shown, said) for said in missed]
            if found:
                self._found[file.shown], self._files[file.shown] = found, file
            for item in found:
                self._by_rule.setdefault((file.shown, item.rule), []).append(item)
            self.places[file] = places

    def reason_for(self, finding: Finding) -> str:
        """The reason of the comment that covers what was found, or nothing."""
        for item in self._by_rule.get((finding.file.shown, finding.rule), ()):
            place, _line = self.places[finding.file][spot_of(finding)]
            if item.first <= place.line <= item.last:
                self._used.add(id(item))
                if item.reason:
                    return item.reason
        return ""

    def faults(self) -> Iterator[Problem]:
        """Comments that name no rule there is, give no reason, or are not understood."""
        for path, item in self._items():
            if item.rule in BASIC_TEXTS:
                yield self._problem("rule-of-files", path, item)
            elif item.rule not in BY_ID:
                near = nearest(item.rule, BY_ID)
                yield self._problem("unknown-rule", path, item, suggestion=near)
            elif not item.reason:
                yield self._problem("acceptance-without-reason", path, item)
        for path, missed in self._missed:
            args = {"text": missed.text, "suggestion": missed.meant}
            yield Problem(
                "unknown-directive", path, missed.place, args, missed.line, severity="warning"
            )

    def unused(self, ignored: frozenset[str]) -> Iterator[Problem]:
        """Comments that accept what is not found.

        What is to be taken away is the whole comment, or the rule in it where others still hold.
        """
        for path, items in self._found.items():
            comments: dict[int, list[Acceptance]] = {}
            for item in items:
                comments.setdefault(item.comment.line, []).append(item)
            for together in comments.values():
                idle = [item for item in together if self._is_idle(item, ignored)]
                if idle and len(idle) == len(together):
                    names = ", ".join(item.rule for item in idle)
                    yield self._unused(path, names, idle[0].comment)
                    continue
                first_held = next((item for item in together if item not in idle), None)
                for item in idle:
                    leads = first_held is not None and item.place < first_held.place
                    yield self._unused(path, item.rule, _cut(item, leads=leads))

    def _is_idle(self, item: Acceptance, ignored: frozenset[str]) -> bool:
        judged = item.rule in BY_ID and item.rule not in ignored
        return judged and bool(item.reason) and id(item) not in self._used

    def _items(self) -> Iterator[tuple[str, Acceptance]]:
        for path, items in self._found.items():
            for item in items:
                yield path, item

    def _unused(self, path: str, names: str, place: Place) -> Problem:
        line = self._line(path, place)
        return Problem("unused-acceptance", path, place, {"id": names}, line, severity="warning")

    def _problem(self, rule: str, path: str, item: Acceptance, **args: str) -> Problem:
        line = self._line(path, item.place)
        return Problem(rule, path, item.place, {"id": item.rule, **args}, line)

    def _line(self, path: str, place: Place) -> str:
        if path not in self._lines:
            self._lines[path] = _text(self._files[path]).split("\n")
        return self._lines[path][place.line - 1]


def _heard(
    asked: tuple[FileOf, list[Spot]],
) -> tuple[list[Acceptance], list[Misspelling], Spots]:
    """What the comments of a file say, and where stands what they may speak of."""
    file, spots = asked
    text = PlacedText(file.read())
    found, missed = text.acceptances()
    return found, missed, {spot: text.at(spot[0], key=spot[1]) for spot in spots}


def _text(file: FileOf) -> str:
    return decode(file.read()).text or ""


def _cut(item: Acceptance, *, leads: bool) -> Place:
    """The rule's name with the comma behind it if it leads those that stay, else before it."""
    place = item.place
    if leads:
        return Place(place.line, place.column, place.length + item.after)
    return Place(place.line, place.column - item.before, place.length + item.before)
