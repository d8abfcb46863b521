"""Putting findings at their lines and columns: only those that are shown, file after file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sagaict.checking.finding import Finding
from sagaict.checking.note import Note, note_of, told
from sagaict.domain.light import dataclass
from sagaict.domain.location import Location
from sagaict.reading.files import FileOf
from sagaict.reading.problem import Place, Problem
from sagaict.reading.workers import each

__all__ = ["Found", "Places", "Spot", "Spots", "Unplaced", "placed", "spot_of", "spots_of"]


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
    def file(self) -> FileOf:
        """The file it is about."""
        return self.files[self.note.file]

    @property
    def path(self) -> str:
        """That file, as shown."""
        return self.file.shown

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


Spots = Mapping[Spot, tuple[Place, str]]
"""Where they stand, and the line there."""


class Places:
    """Where findings stand, as far as somebody asked: no file is parsed for it twice."""

    def __init__(self) -> None:
        self._known: dict[FileOf, dict[Spot, tuple[Place, str]]] = {}

    def add(self, file: FileOf, spots: Spots) -> None:
        """Take over what is known of a file already."""
        self._known.setdefault(file, {}).update(spots)

    def of(self, found: Sequence[Found], beside: Iterable[Found] = ()) -> list[Problem]:
        """Everything found at its place, in the same order.

        Each file is parsed once, and let go before the next; what is `beside` in the same files,
        and may be asked for next, is looked up with it.
        """
        wanted: dict[FileOf, dict[Spot, None]] = {}
        for item in found:
            if isinstance(item, Unplaced):
                for file, spot in spots_of(item.finding):
                    if spot not in self._known.get(file, ()):
                        wanted.setdefault(file, {})[spot] = None
        for item in beside if wanted else ():
            if isinstance(item, Unplaced) and item.file in wanted:
                for file, spot in spots_of(item.finding):
                    if file in wanted:
                        wanted[file][spot] = None
        for file, spots in zip(wanted, each(_look_up, [*wanted.items()]), strict=True):
            self.add(file, spots)
        return [
            item if isinstance(item, Problem) else _problem(item, self._known) for item in found
        ]


def placed(found: Sequence[Found]) -> list[Problem]:
    """Everything found at its place, in the same order."""
    return Places().of(found)


def spot_of(finding: Finding) -> Spot:
    """Where in its file the finding stands."""
    return finding.location, finding.on_key


def spots_of(finding: Finding) -> Iterator[tuple[FileOf, Spot]]:
    """The same, and where else stands what bears on it."""
    yield finding.file, spot_of(finding)
    for file, location in finding.related:
        yield file, (location, False)


def _look_up(asked: tuple[FileOf, dict[Spot, None]]) -> dict[Spot, tuple[Place, str]]:
    from sagaict.reading.validation import PlacedText  # and with it the parser

    file, spots = asked
    text = PlacedText(file.read())
    return {(location, on_key): text.at(location, key=on_key) for location, on_key in spots}


def _problem(item: Unplaced, places: Mapping[FileOf, Spots]) -> Problem:
    finding = item.finding
    (file, spot), *others = spots_of(finding)
    place, line = places[file][spot]
    related = tuple((other.shown, places[other][at][0]) for other, at in others)
    severity, subject = item.severity, item.note.subject
    return Problem(item.rule, item.path, place, finding.args, line, related, severity, subject)
