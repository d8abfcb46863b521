"""Changes to a workspace, collected, looked at as a whole, and then made all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.domain.settings import Settings
from sagaict.domain.structure import type_at
from sagaict.domain.validating import Unfit, validated
from sagaict.domain.walks import Location
from sagaict.reading.files import FileOf, HeldFile
from sagaict.reading.listing import listing_of
from sagaict.reading.settings import settings_file
from sagaict.reading.source_text import decode
from sagaict.reading.validation import load
from sagaict.reading.workspace import Workspace, workspace_of
from sagaict.reading.yaml_plain import parse
from sagaict.writing.change import applied
from sagaict.writing.splice import Change, SpliceFailed, splice
from sagaict.writing.splicer import thing_of
from sagaict.writing.transaction import Edit, commit, locked

__all__ = ["ChangeSet"]


_Document = TypeVar("_Document", Plan, Project, Settings)


@dataclass(slots=True)
class _Read:
    """What a file holds now: plain, and its model as soon as somebody asks for it."""

    data: Any
    model: Record | None


class ChangeSet:
    """What is to become of a workspace's files. Nothing is written before `commit`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._before: dict[FileOf, bytes | None] = {}
        self._after: dict[FileOf, str | None] = {}
        self._gathered: dict[FileOf, list[Change]] | None = None
        self._models: dict[FileOf, _Read] = {}

    def change(self, file: FileOf, *changes: Change) -> None:
        """Splice changes into a file, on top of those made to it before.

        Raises:
            SpliceFailed: they cannot be made.
            OSError: the file cannot be read.
        """
        if self._gathered is not None:
            kind = self._kind(file)
            read = self._read(file, kind)
            data = read.data
            for change in changes:
                data = applied(data, change, kind)
            model = read.model
            for thing in dict.fromkeys(thing_of(change.location) for change in changes):
                model = _judged(model, data, thing, kind)
            self._models[file] = _Read(data, model)
            self._gathered.setdefault(file, []).extend(changes)
            return
        self._models.pop(file, None)
        self._after[file] = splice(self.text(file), changes, self._kind(file))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Splice the changes made within once for each file, at the end, however many they are.

        Raises:
            SpliceFailed: they cannot be made.
        """
        self._gathered = {}
        try:
            yield
            self._settle()
        finally:
            self._gathered = None

    def _settle(self) -> None:
        """Splice what was gathered so far."""
        while self._gathered:
            file, changes = self._gathered.popitem()
            self._after[file] = splice(self._text(file), changes, self._kind(file))

    def model(self, file: FileOf, kind: type[_Document]) -> _Document | None:
        """What a file holds as it would be now; `None` if it has errors.

        Raises:
            SpliceFailed, OSError: it cannot be read.
        """
        model = self._read(file, kind).model
        return model if isinstance(model, kind) else None

    def _read(self, file: FileOf, kind: type[Record]) -> _Read:
        if file not in self._models:
            loaded = load(file.shown, self.text(file).encode(), kind)
            if loaded.model is None:
                return _Read(None, None)
            text = decode(self.text(file).encode()).text or ""
            self._models[file] = _Read(parse(text), loaded.model)
        return self._models[file]

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

    def rewrite(self, file: FileOf, text: str) -> None:
        """Give a file another text.

        Raises:
            SpliceFailed, OSError: it cannot be read.
        """
        self.text(file)
        self._models.pop(file, None)
        self._after[file] = text

    def remove(self, file: FileOf) -> None:
        """Take a file away."""
        self.text(file)
        self._models.pop(file, None)
        self._after[file] = None

    def text(self, file: FileOf) -> str:
        """The text of a file as it would be now.

        Raises:
            SpliceFailed: it is to be taken away, or is not UTF-8.
            OSError: it cannot be read.
        """
        self._settle()
        return self._text(file)

    def _text(self, file: FileOf) -> str:
        if file not in self._before:
            self._before[file] = self._content(file)
            try:
                self._after[file] = (self._before[file] or b"").decode("utf-8")
            except UnicodeDecodeError:
                raise SpliceFailed(f"{file.shown} is not UTF-8") from None
        text = self._after[file]
        if text is None:
            raise SpliceFailed(f"{file.shown} is taken away")
        return text

    def _content(self, file: FileOf) -> bytes | None:
        """What a file holds; that of the settings need not be there."""
        try:
            return file.read()
        except FileNotFoundError:
            if file == self.settings and not file.path.is_symlink():
                return None
            raise

    def _kind(self, file: FileOf) -> type[Record]:
        if file == self.settings:
            return Settings
        return Plan if file.path.parent == self._workspace.root / "plans" else Project

    @property
    def settings(self) -> FileOf:
        """The file of the settings, which need not exist."""
        return settings_file(self._workspace)

    def edits(self) -> list[Edit]:
        """The files that really change, in order."""
        self._settle()
        found = []
        for file in sorted(self._after, key=lambda item: item.shown):
            before, text = self._before[file], self._after[file]
            after = None if text is None else text.encode()
            if before != after:
                found.append(Edit(file.path, before, after))
        return found

    def workspace(self) -> Workspace:
        """The workspace as it would be."""
        self._settle()
        top = FileOf(self._workspace.root, self._workspace.shown)
        return workspace_of(listing_of(top, self._listing(), self._settings()))

    def _listing(self) -> Iterator[FileOf]:
        for file in {*self._workspace.files, *self._after} - {self.settings}:
            if file not in self._after:
                yield file
            elif (text := self._after[file]) is not None:
                yield HeldFile(file.path, file.shown, text.encode())

    def _settings(self) -> FileOf | None:
        """The settings as they would be, if they change."""
        file = self.settings
        if file not in self._after:
            return self._workspace.settings
        text = self._after[file]
        content = FileNotFoundError(file.shown) if text is None else text.encode()
        return HeldFile(file.path, file.shown, content)

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


def _judged(model: Any, data: Any, thing: Location, kind: type[Record]) -> Any:
    """The model of a file in which one thing has changed; only that thing is read anew.

    Raises:
        SpliceFailed: it would have errors.
    """
    if model is None:
        return None
    for step in thing:
        data = data[step]
    try:
        part = validated(type_at(kind, thing), data)
    except Unfit:
        raise SpliceFailed("the change is not valid") from None
    return _with_part(model, thing, part)


def _with_part(model: Any, location: Location, part: Any) -> Any:
    if not location:
        return part
    step, rest = location[0], location[1:]
    if isinstance(step, int):
        return (*model[:step], _with_part(model[step], rest, part), *model[step + 1 :])
    return replace(model, **{str(step): _with_part(getattr(model, str(step)), rest, part)})


def _diff(name: str, edit: Edit) -> str:
    old = (edit.before or b"").decode("utf-8", "replace").splitlines(keepends=True)
    new = (edit.after or b"").decode("utf-8", "replace").splitlines(keepends=True)
    before = name if edit.before is not None else "/dev/null"
    after = name if edit.after is not None else "/dev/null"
    lines = difflib.unified_diff(old, new, before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
