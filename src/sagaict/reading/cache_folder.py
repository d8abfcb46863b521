"""Where the user's cache lies on this system, and whether it is used at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["cache_folder", "use_cache"]

_ENVIRONMENT = "SAGAICT_CACHE_DIR"

_surroundings: Mapping[str, str] | None = None


def use_cache(environ: Mapping[str, str] | None) -> None:
    """Use the cache of the user whose environment this is from now on; with `None`, use none."""
    global _surroundings  # noqa: PLW0603 - of the whole process, as its language is
    _surroundings = environ


def cache_folder(data: Path) -> Path | None:
    """The folder in which what is known of a data folder's files may lie; `None`: nowhere.

    It is never among the data, which may be a stranger's; and a relative path could lead there.
    """
    if _surroundings is None:
        return None
    named = _surroundings.get(_ENVIRONMENT)
    folder = _of_the_system(_surroundings) if named is None else Path(named)
    if not folder.is_absolute() or Path(os.path.realpath(folder)).is_relative_to(
        os.path.realpath(data)
    ):
        return None
    return folder


def _of_the_system(environ: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA", ""), "sagaict", "Cache")
    home = Path(environ.get("HOME", ""))
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sagaict"
    named = Path(environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else home / ".cache") / "sagaict"
