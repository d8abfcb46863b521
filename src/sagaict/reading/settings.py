"""The file of the settings, `sagaict.yaml` beside `plans/`."""

from __future__ import annotations

import os

from sagaict.domain.settings import Settings
from sagaict.reading.files import SETTINGS, FileOf, unless_outside
from sagaict.reading.problem import Problem
from sagaict.reading.validation import load
from sagaict.reading.workspace import Workspace, unread

__all__ = ["read_settings", "settings_file"]


def settings_file(workspace: Workspace) -> FileOf:
    """The file of the settings, which need not exist."""
    return workspace.settings or FileOf(workspace.root, workspace.shown).inside(SETTINGS)


def read_settings(workspace: Workspace) -> tuple[Settings, list[Problem]]:
    """The workspace's settings, or the defaults where there is no (good) file of them."""
    file = settings_file(workspace)
    if workspace.settings is None:
        if not os.path.lexists(file.path):
            return Settings(), []
        file = unless_outside(file, os.path.realpath(workspace.root))
    try:
        content = file.read()
    except OSError as error:
        if workspace.settings is not None and isinstance(error, FileNotFoundError):
            return Settings(), []
        return Settings(), [unread(file, error)]
    loaded = load(file.shown, content, Settings)
    if [problem.rule for problem in loaded.problems] == ["yaml-empty"]:
        return Settings(), []  # all of it is commented out
    if loaded.model is None:
        return Settings(), list(loaded.problems)
    return loaded.model, list(loaded.problems)
