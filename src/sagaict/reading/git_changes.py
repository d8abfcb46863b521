"""Where a branch left the main line."""

from __future__ import annotations

from pathlib import Path

from sagaict.reading.git import Commit, GitTrouble, Repository, open_repository

__all__ = ["branch_start"]

_MAIN_LINES = ("origin/HEAD", "origin/main", "main", "origin/master", "master")


def branch_start(folder: Path, base: str | None) -> tuple[Repository, Commit]:
    """The repository `folder` lies in, and the commit at which the branch parted from `base`.

    Without a base it is the main line, as far as the repository knows one; else the last commit,
    unless the clone is shallow.

    Raises:
        GitTrouble: no git, no repository, or no such base.
    """
    repository = open_repository(folder)
    head = repository.commit("HEAD")
    main = repository.commit(base) if base else _main_line(repository)
    if main is None and repository.shallow:  # the main line may just not have been fetched
        raise GitTrouble("shallow", "main")
    return repository, repository.common_ancestor(main, head) if main else head


def _main_line(repository: Repository) -> Commit | None:
    for name in _MAIN_LINES:
        try:
            return repository.commit(name)
        except GitTrouble:
            continue
    return None
