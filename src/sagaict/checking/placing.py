"""Putting findings at their lines and columns: only those that are shown, file after file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sagaict.checking.finding import Finding
from sagaict.checking.note import Note, note_of, told
from sagaict.domain.light import dataclass
from sagaict.domain.location import Location
from sagaict.reading.files import FileOf
from sagaict.reading.problem import Place, Problem
from sagaict.reading.workers import each

__all__ = ["Found", "Spot", "Unplaced", "placed", "spot_of"]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A finding and its severity, before anybody needs to know where exactly it stands.

    To tell that, its file is read and parsed once more, which costs more than to judge it. `files`
    are those that its note speaks of.
    """

    files: Sequence[FileOf]
    note: Note
    severity: str = "error"

    @classmethod
    def of(cls, finding: Finding, severity: str = "error") -> Unplaced:
        """A finding in a file by itself."""
        return cls((finding.file,), note_of(finding, {finding.file: 0}), severity)

    @property
    def rule(self) -> str:
        """The rule that found it."""
        return self.note.rule

    @property
    def path(self) -> str:
        """Its file, as shown."""
        return self.files[self.note.file].shown

    @property
    def args(self) -> Mapping[str, str]:
        """What the rule's message is filled with."""
        return self.finding.args

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return told(self.note, self.files)


Found = Problem | Unplaced
"""What was found, at its place or on the way there."""

Spot = tuple[Location, bool]
"""A location in a file's content, and whether the key there is meant."""


def placed(found: Sequence[Found]) -> list[Problem]:
    """Everything found at its place, in the same order.

    Each file is parsed once, and let go before the next.
    """
    wanted: dict[FileOf, dict[Spot, None]] = {}
    for item in found:
        if isinstance(item, Unplaced):
            for file, spot in _spots(item.finding):
                wanted.setdefault(file, {})[spot] = None
    places = dict(zip(wanted, each(_look_up, [*wanted.items()]), strict=True))
    return [item if isinstance(item, Problem) else _problem(item, places) for item in found]


def spot_of(finding: Finding) -> Spot:
    """Where in its file the finding stands."""
    return finding.location, finding.on_key


def _spots(finding: Finding) -> Iterable[tuple[FileOf, Spot]]:
    yield finding.file, spot_of(finding)
    for file, location in finding.related:
        yield file, (location, False)


def _look_up(asked: tuple[FileOf, dict[Spot, None]]) -> dict[Spot, tuple[Place, str]]:
    from sagaict.reading.validation import PlacedText  # and with it the parser

    file, spots = asked
    text = PlacedText(file.read())
    return {(location, on_key): text.at(location, key=on_key) for location, on_key in spots}


def _problem(item: Unplaced, places: Mapping[FileOf, Mapping[Spot, tuple[Place, str]]]) -> Problem:
    finding = item.finding
    (file, spot), *others = _spots(finding)
    place, line = places[file][spot]
    related = tuple((other.shown, places[other][at][0]) for other, at in others)
    return Problem(item.rule, item.path, place, finding.args, line, related, item.severity)
