"""The objects of a git repository, read without touching the working tree or running its hooks.

Every command is git's own plumbing, started without a shell, from the folder asked about; nothing
it is given can be taken for an option.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO, Literal

from sagaict.domain.light import dataclass
from sagaict.reading.source_text import MAX_BYTES

__all__ = ["Commit", "GitTrouble", "Repository", "TreeEntry", "open_repository"]

Trouble = Literal[
    "no-git",
    "no-repository",
    "no-commit",
    "option",
    "unknown-commit",
    "shallow",
    "no-common-ancestor",
    "none-before",
    "failed",
]

# What a hook or another repository left in the environment must not decide which one is read.
_ELSEWHERE = frozenset(
    {
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
_QUIET = {
    "GCM_INTERACTIVE": "never",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_COMMITTER = re.compile(rb"^committer .*> (-?\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


class GitTrouble(Exception):
    """Git cannot give what was asked: `reason` names why, `detail` is git's own word.

    `hint` names a commit that does exist and may have been meant.
    """

    def __init__(
        self, reason: Trouble, subject: str = "", *, detail: str = "", hint: str = ""
    ) -> None:
        super().__init__(f"{reason}: {subject} {detail}".strip())
        self.reason = reason
        self.subject = subject
        self.detail = detail
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: what it was called, its full id, and the day it was made, where it was made."""

    name: str
    id: str
    day: date | None

    @property
    def short(self) -> str:
        """The beginning of the id, as people quote it."""
        return self.id[:8]


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a commit. `path` is relative to the folder asked for; links are not followed."""

    path: str
    object: str
    is_link: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository a folder lies in, seen from that folder.

    `prefix` is where the folder is in the repository: empty, or ending with a slash.
    """

    folder: Path
    prefix: str
    shallow: bool

    def commit(self, name: str) -> Commit:
        """The commit a name means.

        Raises:
            GitTrouble: `option`, `unknown-commit`, `no-commit` or `shallow`.
        """
        found = self._resolve(name)
        if found is None:
            raise self._not_found(name)
        content = next(self.contents([found])) or b""
        return Commit(name, found, _day_of(content))

    def common_ancestor(self, one: Commit, other: Commit) -> Commit:
        """The commit at which two lines of work parted.

        Raises:
            GitTrouble: there is none, or a shallow clone does not reach back to it.
        """
        found = _run(self.folder, ["merge-base", one.id, other.id])
        name = found.stdout.decode("ascii", "replace").strip()
        if not _OBJECT.fullmatch(name):
            reason: Trouble = "shallow" if self.shallow else "no-common-ancestor"
            raise GitTrouble(reason, f"{one.name}...{other.name}")
        both = f"{one.name}...{other.name}"
        return Commit(both, name, _day_of(next(self.contents([name])) or b""))

    def entries(self, commit: Commit, names: Sequence[str]) -> list[TreeEntry]:
        """The files the commit has by these names and below these folders.

        Each is relative to the repository's folder.

        Raises:
            GitTrouble: `failed`.
        """
        paths = [f"{self.prefix}{name}" for name in names]
        command = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit.id, "--"]
        listing = _succeed(self.folder, [*command, *paths])
        found = []
        for line in listing.split(b"\0"):
            about, _tab, path = line.partition(b"\t")
            if not about:
                continue
            mode, kind, name = about.decode("ascii").split(" ")
            if kind == "blob":
                below = os.fsdecode(path)[len(self.prefix) :]
                found.append(TreeEntry(below, name, is_link=mode == "120000"))
        return found

    def contents(self, objects: Sequence[str]) -> Iterator[bytes | None]:
        """The content of each object in turn, up to one byte past the size limit of a file.

        `None` stands for an object that is not here. All of them must be asked for.

        Raises:
            GitTrouble: `failed`.
        """
        with tempfile.TemporaryFile() as request:
            request.write("".join(f"{name}\n" for name in objects).encode("ascii"))
            request.seek(0)
            command = _command(["cat-file", "--batch", "--buffer"])
            with subprocess.Popen(  # noqa: S603 - no shell; the arguments are fixed
                command,
                cwd=self.folder,
                env=_environment(),
                stdin=request,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            ) as process:
                stream = process.stdout
                for name in objects if stream is not None else ():
                    yield _next_content(name, stream)

    def tracks(self, name: str) -> bool:
        """Whether git keeps a file of this name in the folder.

        Raises:
            GitTrouble: `failed`.
        """
        return bool(_succeed(self.folder, ["ls-files", "-z", "--", name]))

    def output(self, arguments: Sequence[str]) -> bytes:
        """What a command of git prints in the folder.

        Raises:
            GitTrouble: `failed`.
        """
        return _succeed(self.folder, arguments)

    def changed_since(self, commit: Commit) -> set[Path]:
        """The files below the folder that differ from the commit now, new ones included.

        Raises:
            GitTrouble: `failed`.
        """
        compare = ["diff", "--name-only", "-z", "--relative", "--no-ext-diff", "--end-of-options"]
        differing = _succeed(self.folder, [*compare, commit.id, "--"])
        new = _succeed(self.folder, ["ls-files", "--others", "--exclude-standard", "-z", "--"])
        names = [*differing.split(b"\0"), *new.split(b"\0")]
        return {(self.folder / os.fsdecode(name)).resolve() for name in names if name}

    def _resolve(self, name: str) -> str | None:
        if name.startswith("-"):
            raise GitTrouble("option", name)
        if "\0" in name or not name:
            return None
        command = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
        found = _run(self.folder, command).stdout.decode("ascii", "replace").strip()
        return found if _OBJECT.fullmatch(found) else None

    def _not_found(self, name: str) -> GitTrouble:
        if name == "HEAD":
            return GitTrouble("no-commit", name)
        remote = f"origin/{name}"
        hint = remote if self._resolve(remote) else ""
        if self.shallow and not hint:
            return GitTrouble("shallow", name)
        return GitTrouble("unknown-commit", name, hint=hint)


def open_repository(folder: Path) -> Repository:
    """The repository the folder lies in.

    Raises:
        GitTrouble: `no-git`, `no-repository`, or `failed` (such as a folder of doubtful ownership).
    """
    answer = _succeed(folder, ["rev-parse", "--show-prefix", "--is-shallow-repository"])
    prefix, shallow = os.fsdecode(answer).removesuffix("\n").rsplit("\n", 1)
    return Repository(folder, prefix, shallow == "true")


def _next_content(name: str, stream: IO[bytes] | None) -> bytes | None:
    header = stream.readline() if stream else b""
    if stream is None or not header:
        raise GitTrouble("failed", name, detail="git cat-file ended early")
    if header.endswith(b" missing\n"):
        return None
    size = int(header.rsplit(b" ", 1)[1])
    content = stream.read(min(size, MAX_BYTES + 1))
    rest = size - len(content) + 1  # and the line feed that ends every object
    while rest > 0:
        rest -= len(stream.read(min(rest, MAX_BYTES))) or rest
    return content


def _day_of(commit: bytes) -> date | None:
    match = _COMMITTER.search(commit.partition(b"\n\n")[0])
    if match is None:
        return None
    away = timedelta(hours=int(match[3]), minutes=int(match[4]))
    try:
        then = datetime.fromtimestamp(int(match[1]), UTC)
        return (then - away if match[2] == b"-" else then + away).date()
    except (OverflowError, ValueError, OSError):
        return None


def _program() -> str:
    """Git, from a folder of the search path: never from the folder that is being looked at."""
    name = "git.exe" if sys.platform == "win32" else "git"
    for folder in os.get_exec_path():
        program = Path(folder) / name
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise GitTrouble("no-git")


def _command(arguments: Sequence[str]) -> list[str]:
    settings = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}")
    options = [part for setting in settings for part in ("-c", setting)]
    return [_program(), "--no-pager", "--literal-pathspecs", *options, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {**kept, **_QUIET}


def _run(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - no shell; what is not fixed stands behind --end-of-options
        _command(arguments),
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _succeed(folder: Path, arguments: Sequence[str]) -> bytes:
    result = _run(folder, arguments)
    if result.returncode == 0:
        return result.stdout
    said = result.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        raise GitTrouble("no-repository", str(folder))
    raise GitTrouble("failed", str(folder), detail=said)
