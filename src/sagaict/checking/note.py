"""A finding as it is kept while nobody asks for more than how many there are, and of what weight.

What is asked of every finding lies open in a note; the rest is one text, which takes a tenth of the
room, goes from process to process, and into a cache.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sagaict.checking.finding import Among, Finding
from sagaict.domain.stored import plain, revived
from sagaict.reading.files import FileOf

__all__ = ["Note", "note_of", "told"]


class Note(NamedTuple):
    """A finding of a rule in one of the files of a family, by its number there.

    What a judging rule finds has the `severity` that the rule has by itself, is about a `subject`,
    the full id of the innermost thing around it, and may be accepted by a comment in the file for a
    `reason`. What is wrong with the files themselves has neither.
    """

    rule: str
    file: int
    severity: str
    subject: str
    reason: str
    among: Among | None
    presumes_all: bool
    rest: str


def note_of(
    finding: Finding,
    numbers: Mapping[FileOf, int],
    severity: str = "error",
    subject: str = "",
    reason: str = "",
) -> Note:
    """The note of a finding; `numbers` are those of the files."""
    related = [[numbers[file], plain(location)] for file, location in finding.related]
    rest = [plain(finding.location), dict(finding.args), finding.on_key, related]
    return Note(
        finding.rule,
        numbers[finding.file],
        severity,
        subject,
        reason,
        finding.among,
        finding.presumes_all,
        json.dumps(rest, ensure_ascii=False, separators=(",", ":")),
    )


def told(note: Note, files: Sequence[FileOf]) -> Finding:
    """The finding that was noted, in these files."""
    location, args, on_key, related = json.loads(note.rest)
    return Finding(
        note.rule,
        files[note.file],
        revived(location),
        args,
        on_key,
        tuple((files[number], revived(place)) for number, place in related),
        note.among,
        note.presumes_all,
    )
