"""The two sides of a comparison, from what was typed: commits, a range, or folders."""

from __future__ import annotations

from pathlib import Path

from sagaict.cli.frame.commits import git_refusals
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import open_folder
from sagaict.cli.frame.whole import read_whole
from sagaict.domain.light import dataclass
from sagaict.language import _
from sagaict.reading.commit import read_commit
from sagaict.reading.data_folder import DataFolder
from sagaict.reading.git import Commit, Repository, open_repository
from sagaict.reading.workspace import Workspace
from sagaict.reporting.diff_report import Side

__all__ = ["Opened", "sides_of"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A side that was read, and what it is."""

    workspace: Workspace
    side: Side


def sides_of(
    names: list[str], data: str | None, *, folders: bool, since: str | None = None
) -> tuple[Opened, Opened]:
    """Read both sides; `since` is a day, in place of the commit that was the last before it.

    Raises:
        Refusal: too many names, an unknown commit, a folder without data, or git cannot be used.
    """
    if since is not None and (names or folders):
        raise Refusal(_("--since and commits or folders contradict each other"))
    if folders or (len(names) == 2 and all(Path(name).is_dir() for name in names)):
        if len(names) != 2:
            raise Refusal(_("--folders needs two folders: OLD NEW"))
        # Both are found before either is read: the years of the newer hold for both.
        old, new = map(_folder, [open_folder(name) for name in names])
        return old, new
    if len(names) > 2:
        raise Refusal(_("at most two commits can be compared: BASE HEAD"))
    folder = open_folder(data)
    with git_refusals():
        repository = open_repository(folder.path)
        before, after = _since(repository, since) if since else _commits(repository, names)
        base = _committed(repository, before)
        if after is not None:
            return base, _committed(repository, after)
    now = _working_tree(folder)
    if folder.origin == "bundled" and not base.workspace.files:
        raise Refusal(
            _("the data bundled with sagaict is in no git repository; name yours with --data")
        )
    return base, now


def _commits(repository: Repository, names: list[str]) -> tuple[Commit, Commit | None]:
    """The commits meant; the second is `None` for the files as they are."""
    if len(names) == 2:
        return repository.commit(names[0]), repository.commit(names[1])
    text = names[0] if names else "HEAD"
    for dots in ("...", ".."):
        left, found, right = text.partition(dots)
        if found:
            one, other = repository.commit(left or "HEAD"), repository.commit(right or "HEAD")
            return (repository.common_ancestor(one, other) if dots == "..." else one), other
    return repository.commit(text), None


def _since(repository: Repository, day: str) -> tuple[Commit, None]:
    """The last commit before a day, against the files as they are.

    Raises:
        Refusal: it is no day.
    """
    from sagaict.cli.frame.session import parse_day
    from sagaict.reading.git_history import last_before

    return last_before(repository, parse_day(day)), None


def _committed(repository: Repository, commit: Commit) -> Opened:
    workspace = read_commit(repository, commit)
    side = Side("revision", commit.name, commit.id, commit.day, len(workspace.files))
    return Opened(workspace, side)


def _folder(folder: DataFolder) -> Opened:
    workspace = read_whole(folder)
    return Opened(workspace, Side("folder", folder.shown, files=len(workspace.files)))


def _working_tree(folder: DataFolder) -> Opened:
    workspace = read_whole(folder)
    return Opened(workspace, Side("working_tree", folder.shown, files=len(workspace.files)))
