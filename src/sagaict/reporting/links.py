"""Where a file stands on the forge that runs the job, so that a page can lead to its lines."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex

__all__ = ["Links", "links_of"]

_ADDRESS = regex(r"https?://[0-9A-Za-z._~:/-]+")
_COMMIT = regex(r"[0-9a-f]{7,64}")


@dataclass(frozen=True, slots=True)
class Links:
    """The address of a repository's files, and of which commit, and where in it the job runs."""

    files: str
    commit: str
    below: str = ""

    def to(self, path: str, line: int) -> str:
        """The address of a line of a file, by its path from the folder the job runs in."""
        return self.at(self.commit, f"{self.below}{path}", line)

    def at(self, commit: str, path: str, line: int) -> str:
        """The address of a line of a file as a commit has it, by its path in the repository."""
        if path.startswith("/") or ".." in path.split("/"):
            return ""  # of no repository, or of another
        return f"{self.files}/{commit}/{quote(path)}#L{line}"


def links_of(environ: Mapping[str, str], folder: Path) -> Links | None:
    """The links of a job in GitHub Actions or GitLab CI that runs in a folder; else `None`."""
    if environ.get("GITHUB_ACTIONS") == "true":
        server, repository = environ.get("GITHUB_SERVER_URL"), environ.get("GITHUB_REPOSITORY")
        files, commit = f"{server}/{repository}/blob", environ.get("GITHUB_SHA", "")
        top = environ.get("GITHUB_WORKSPACE", "")
    elif environ.get("GITLAB_CI") == "true":
        files, commit = f"{environ.get('CI_PROJECT_URL')}/-/blob", environ.get("CI_COMMIT_SHA", "")
        top = environ.get("CI_PROJECT_DIR", "")
    else:
        return None
    top = os.path.realpath(top) if top else str(folder)
    if not (_ADDRESS.fullmatch(files) and _COMMIT.fullmatch(commit) and folder.is_relative_to(top)):
        return None
    below = folder.relative_to(top).as_posix()
    return Links(files, commit, "" if below == "." else f"{below}/")
