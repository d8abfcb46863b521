"""Commits on the command line: which ones are meant, and what to do when git cannot give them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sagaict.reading.git import Commit, GitTrouble
    from sagaict.reading.workspace import Workspace

__all__ = ["git_refusals", "read_at"]


@contextmanager
def git_refusals() -> Iterator[None]:
    """Turn what git cannot give into a refusal that says what to do.

    Raises:
        Refusal: git failed inside the block.
    """
    from sagaict.reading.git import GitTrouble

    try:
        yield
    except GitTrouble as trouble:
        raise Refusal(_words(trouble)) from None


def read_at(folder: Path, name: str) -> tuple[Commit, Workspace]:
    """The data folder as a commit has it, and which commit was meant.

    Raises:
        Refusal: there is no such commit, or the folder does not exist in it.
    """
    from sagaict.reading.commit import read_commit
    from sagaict.reading.git import open_repository

    with git_refusals():
        repository = open_repository(folder)
        commit = repository.commit(name)
        workspace = read_commit(repository, commit)
    if not workspace.files:
        raise Refusal(
            _("{commit} holds no data: there is no {path} in it").format(
                commit=name, path=f"{repository.prefix}plans"
            )
        )
    return commit, workspace


def _words(trouble: GitTrouble) -> str:
    fetch = _("It may not have been fetched: git fetch --unshallow, or git fetch origin {name}")
    texts = {
        "no-git": _("git is not installed (or not on the PATH)"),
        "no-repository": _("{name} does not lie in a git repository"),
        "no-commit": _("the git repository has no commit yet"),
        "option": _("“{name}” names no commit: it begins with a hyphen"),
        "unknown-commit": _("there is no commit “{name}” in the git repository"),
        "shallow": _("there is no commit “{name}” in this shallow clone") + "\n" + fetch,
        "no-common-ancestor": _("“{name}”: the two have no common ancestor"),
        "none-before": _(
            "there is no commit before {name} in the git repository; the first is of {detail}"
        ),
        "failed": _("git failed: {detail}"),
    }
    text = texts[trouble.reason].format(name=trouble.subject, detail=trouble.detail)
    if trouble.hint:
        text += "\n" + _("Did you mean: {names}?").format(names=trouble.hint)
    return text
