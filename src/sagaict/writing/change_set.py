"""Changes to a workspace, collected, looked at as a whole, and then made all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.reading.files import FileOf, HeldFile
from sagaict.reading.workspace import Workspace, workspace_of
from sagaict.writing.splice import Change, SpliceFailed, splice
from sagaict.writing.transaction import Edit, commit, locked

__all__ = ["ChangeSet"]


class ChangeSet:
    """What is to become of a workspace's files. Nothing is written before `commit`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._before: dict[FileOf, bytes | None] = {}
        self._after: dict[FileOf, str | None] = {}

    def change(self, file: FileOf, *changes: Change) -> None:
        """Splice changes into a file, on top of those made to it before.

        Raises:
            SpliceFailed: they cannot be made.
            OSError: the file cannot be read.
        """
        self._after[file] = splice(self.text(file), changes, self._kind(file))

    def create(self, name: str, text: str) -> FileOf:
        """A new file, `name` relative to the data folder (`projects/plan/project.yaml`).

        Raises:
            SpliceFailed: there is such a file.
        """
        file = FileOf(self._workspace.root / name, f"{self._workspace.shown}/{name}")
        if file.path.exists() or self._after.get(file) is not None:
            raise SpliceFailed(f"{file.shown} exists")
        self._before.setdefault(file, None)
        self._after[file] = text
        return file

    def remove(self, file: FileOf) -> None:
        """Take a file away."""
        self.text(file)
        self._after[file] = None

    def text(self, file: FileOf) -> str:
        """The text of a file as it would be now.

        Raises:
            SpliceFailed: it is to be taken away, or is not UTF-8.
            OSError: it cannot be read.
        """
        if file not in self._before:
            self._before[file] = file.read()
            try:
                self._after[file] = (self._before[file] or b"").decode("utf-8")
            except UnicodeDecodeError:
                raise SpliceFailed(f"{file.shown} is not UTF-8") from None
        text = self._after[file]
        if text is None:
            raise SpliceFailed(f"{file.shown} is taken away")
        return text

    def _kind(self, file: FileOf) -> type[BaseModel]:
        return Plan if file.path.parent == self._workspace.root / "plans" else Project

    def edits(self) -> list[Edit]:
        """The files that really change, in order."""
        found = []
        for file in sorted(self._after, key=lambda item: item.shown):
            before, text = self._before[file], self._after[file]
            after = None if text is None else text.encode()
            if before != after:
                found.append(Edit(file.path, before, after))
        return found

    def workspace(self) -> Workspace:
        """The workspace as it would be."""
        top = FileOf(self._workspace.root, self._workspace.shown)
        return workspace_of(top, list(self._listing()))

    def _listing(self) -> Iterator[FileOf]:
        for file in {*self._workspace.files, *self._after}:
            if file not in self._after:
                yield file
            elif (text := self._after[file]) is not None:
                yield HeldFile(file.path, file.shown, text.encode())

    def diff(self) -> str:
        """The change as a unified diff."""
        shown = {file.path: file.shown for file in self._after}
        return "".join(_diff(shown[edit.path], edit) for edit in self.edits())

    def commit(self) -> list[Path]:
        """Make the changes, all or none, and say which files changed.

        Raises:
            Busy, ChangedMeanwhile, OutsideWorkspace, OSError: nothing was changed.
        """
        edits = self.edits()
        if edits:
            with locked(self._workspace.root):
                commit(self._workspace.root, edits)
        return [edit.path for edit in edits]


def _diff(name: str, edit: Edit) -> str:
    old = (edit.before or b"").decode("utf-8", "replace").splitlines(keepends=True)
    new = (edit.after or b"").decode("utf-8", "replace").splitlines(keepends=True)
    before = name if edit.before is not None else "/dev/null"
    after = name if edit.after is not None else "/dev/null"
    lines = difflib.unified_diff(old, new, before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
