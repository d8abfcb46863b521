"""The commits in which a file changed, and the last one before a day."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, timedelta

from sagaict.domain.light import dataclass
from sagaict.reading.git import Commit, GitTrouble, Repository

__all__ = ["Logged", "commits_of", "last_before"]

_FORMAT = "--format=%H%x00%cs%x00%s"
_SKEWED = 200
"""So many commits are looked through whose clock may have been wrong."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A commit as a list of commits has it: its id, its day, the first line of its message."""

    id: str
    day: date | None
    subject: str

    @property
    def short(self) -> str:
        """The beginning of the id, as people quote it."""
        return self.id[:8]


def commits_of(repository: Repository, name: str, most: int) -> list[Logged]:
    """The commits that changed a file of the repository's folder, the last first; merges apart.

    Raises:
        GitTrouble: `no-commit`, `failed`.
    """
    repository.commit("HEAD")
    return _log(repository, [f"--max-count={most}", "--no-merges"], [name])


def last_before(repository: Repository, day: date) -> Commit:
    """The newest commit of the days before that one.

    Raises:
        GitTrouble: `no-commit`, `none-before`; `shallow` where it may just not have been fetched;
            `failed`.
    """
    repository.commit("HEAD")
    until = [f"--until={day + timedelta(days=1)}T00:00:00Z", f"--max-count={_SKEWED}"]
    for each in _log(repository, until, []):
        if each.day is not None and each.day < day:
            return Commit(each.short, each.id, each.day)
    if repository.shallow:
        raise GitTrouble("shallow", day.isoformat())
    first = min(each.day for each in _log(repository, ["--max-parents=0"], []) if each.day)
    raise GitTrouble("none-before", day.isoformat(), detail=first.isoformat())


def _log(repository: Repository, options: Sequence[str], names: Sequence[str]) -> list[Logged]:
    plain = ["--no-show-signature", "--no-color", "--no-decorate", "--no-notes", "-z", _FORMAT]
    command = ["log", *plain, *options, "--end-of-options", "HEAD", "--", *names]
    fields = os.fsdecode(repository.output(command)).split("\0")
    found = zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    return [Logged(commit, _day(day), subject) for commit, day, subject in found]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
