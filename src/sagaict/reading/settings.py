"""The file of the settings, `sagaict.yaml` beside `plans/`."""

from __future__ import annotations

import os

from sagaict.domain.settings import Settings
from sagaict.reading.files import SETTINGS, FileOf, unless_outside
from sagaict.reading.problem import Problem
from sagaict.reading.validation import Loaded, load
from sagaict.reading.workspace import Workspace, unread

__all__ = ["broken_settings", "read_settings", "settings_file"]


def settings_file(workspace: Workspace) -> FileOf:
    """The file of the settings, which need not exist."""
    return workspace.settings or FileOf(workspace.root, workspace.shown).inside(SETTINGS)


def read_settings(workspace: Workspace) -> tuple[Settings, list[Problem]]:
    """The workspace's settings, or the defaults where there is no (good) file of them."""
    loaded = _loaded(workspace)
    return loaded.model or Settings(), list(loaded.problems)


def broken_settings(workspace: Workspace) -> Problem | None:
    """What keeps the settings from being read, so that the defaults hold in their place."""
    loaded = _loaded(workspace)
    return loaded.problems[0] if loaded.model is None and loaded.problems else None


def _loaded(workspace: Workspace) -> Loaded[Settings]:
    """The settings; no model and no problem where there is no file, or nothing set in it."""
    file = settings_file(workspace)
    if workspace.settings is None:
        if not os.path.lexists(file.path):
            return Loaded(None, ())
        file = unless_outside(file, os.path.realpath(workspace.root))
    try:
        content = file.read()
    except OSError as error:
        if workspace.settings is not None and isinstance(error, FileNotFoundError):
            return Loaded(None, ())
        return Loaded(None, (unread(file, error),))
    loaded = load(file.shown, content, Settings)
    if [problem.rule for problem in loaded.problems] == ["yaml-empty"]:
        return Loaded(None, ())  # all of it is commented out
    return loaded
