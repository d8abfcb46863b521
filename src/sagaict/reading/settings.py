"""The file of the settings, `sagaict.yaml` beside `plans/`."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from sagaict.domain.settings import Settings
from sagaict.reading.cache import cache_for, loaded
from sagaict.reading.files import SETTINGS, FileOf, unless_outside
from sagaict.reading.listing import Listing
from sagaict.reading.loaded import Loaded, unread
from sagaict.reading.problem import Problem

__all__ = ["broken_settings", "read_settings", "settings_file"]


def settings_file(listing: Listing) -> FileOf:
    """The file of the settings, which need not exist."""
    return listing.settings or FileOf(listing.root, listing.shown).inside(SETTINGS)


def read_settings(listing: Listing) -> tuple[Settings, list[Problem]]:
    """The settings of the data, or the defaults where there is no (good) file of them."""
    found = _read(listing)
    return found.model or Settings(), list(found.problems)


def broken_settings(listing: Listing) -> Problem | None:
    """What keeps the settings from being read, so that the defaults hold in their place."""
    found = _read(listing)
    return found.problems[0] if found.model is None and found.problems else None


def _read(listing: Listing) -> Loaded[Settings]:
    """The settings; no model and no problem where there is no file, or nothing set in it."""
    file = settings_file(listing)
    if listing.settings is None:
        if not os.path.lexists(file.path):
            return Loaded(None, ())
        file = unless_outside(file, os.path.realpath(listing.root))
    try:
        content = file.read()
    except OSError as error:
        if listing.settings is not None and isinstance(error, FileNotFoundError):
            return Loaded(None, ())
        return Loaded(None, (unread(file, error),))
    return _of(file, content, listing.root)


@lru_cache(maxsize=1)
def _of(file: FileOf, content: bytes, root: Path) -> Loaded[Settings]:
    """The settings in a file; every part of a command that asks for them gets the same."""
    found = loaded(file, content, Settings, cache_for(root))
    if [problem.rule for problem in found.problems] == ["yaml-empty"]:
        return Loaded(None, ())  # all of it is commented out
    return found
