"""What is found in the files of one family, whatever else there is: in memory and in the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, NamedTuple

from sagaict.checking.finding import Among
from sagaict.checking.note import Note
from sagaict.checking.placing import Spots
from sagaict.domain.light import dataclass
from sagaict.domain.settings import Settings
from sagaict.reading.cache import Cache
from sagaict.reading.problem import Problem

__all__ = ["AllIds", "Ids", "Terms", "Verdict"]

_KIND = "Verdict"


class Ids(NamedTuple):
    """Every id of a family, by kind, one a line: that is how they take least room."""

    plans: str
    holders: str
    indicators: str

    @classmethod
    def of(cls, *kinds: Iterable[str]) -> Ids:
        """Those of these plans, holders and indicators."""
        return cls(*("\n".join(sorted(each)) for each in kinds))

    def lines(self, kind: Among) -> str:
        """Those of one kind."""
        found: str = "\n".join(self) if kind == "everything" else getattr(self, kind)
        return found


class AllIds:
    """Every id of all families, taken apart when somebody asks."""

    def __init__(self, ids: Sequence[Ids]) -> None:
        self._ids = ids
        self._sets: dict[Among, frozenset[str]] = {}

    def among(self, kind: Among) -> frozenset[str]:
        """Those of one kind."""
        if kind not in self._sets:
            self._sets[kind] = frozenset(
                name for ids in self._ids for name in ids.lines(kind).split("\n") if name
            )
        return self._sets[kind]


@dataclass(frozen=True, slots=True)
class Terms:
    """On what a verdict depends besides the files: the day, and what the settings say of rules.

    `off` are the rules that are not run.
    """

    today: date
    off: frozenset[str] = frozenset()
    thresholds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings, today: date) -> Terms:
        """Those that are in force on a day."""
        off = {each for each in settings.rules if settings.severity_of(each, "", today) == "off"}
        chosen = {name: each.thresholds for name, each in settings.rules.items()}
        return cls(today, frozenset(off), {name: each for name, each in chosen.items() if each})

    def digest(self, files: bytes) -> bytes:
        """What tells the verdict on these files from all others."""
        said = [self.today.isoformat(), sorted(self.off), dict(self.thresholds)]
        return json.dumps(said, sort_keys=True).encode() + b"\n" + files


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many plans and projects were read, what ids they have, and what was found.

    `names` are what these ids begin with. `problems` have their places already; so do `unused`,
    which are none if a file anywhere cannot be read: `broken` says whether one of these cannot.
    `places` are those of notes in some of the files, by number, where they are known anyway.
    `known` tells that it was found in an earlier run.
    """

    plans: int
    projects: int
    names: tuple[str, ...]
    ids: Ids
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...] = ()
    unused: tuple[Problem, ...] = ()
    broken: bool = False
    places: Mapping[int, Spots] = field(default_factory=dict, compare=False)
    known: bool = field(default=False, compare=False)

    def keep(self, kept: Cache, digest: bytes) -> None:
        """Keep it for the next run, unless a problem has to be told anew."""
        if not (self.problems or self.unused or self.broken):
            kept.keep_form(_KIND, digest, self._form)

    def _form(self) -> list[Any]:
        return [self.plans, self.projects, self.names, self.ids, self.notes]

    @classmethod
    def kept(cls, kept: Cache, digest: bytes, files: int) -> Verdict | None:
        """What an earlier run found in so many files; `None` if that is not known."""
        form = kept.form(_KIND, digest)
        try:
            plans, projects, names, ids, notes = form
            found = tuple(Note(*each) for each in notes)
            sound = all(_is_sound(note, files) for note in found)
            if not sound or {*map(type, (plans, projects))} != {int}:
                return None
            texts = Ids(*map(_text, ids))
            return cls(plans, projects, tuple(map(_text, names)), texts, found, known=True)
        except (TypeError, ValueError):
            return None


def _is_sound(note: Note, files: int) -> bool:
    """Whether it is a note on one of so many files, as far as that can be told without reading."""
    texts = (note.rule, note.severity, note.subject, note.reason, note.rest)
    return {*map(type, texts)} == {str} and note.file in range(files)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
