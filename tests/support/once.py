"""What is costly to make is made by one of the processes that run the tests, and used by all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

__all__ = ["made_once"]


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this run of the tests, filled by whoever asks for it first. Nobody changes it."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, made, busy = (shared / f"{name}{ending}" for ending in ("", ".made", ".busy"))
    while True:
        try:
            busy.mkdir()
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        if not made.exists():
            folder.mkdir()
            make(folder)
            made.touch()
    finally:
        busy.rmdir()
    return folder
