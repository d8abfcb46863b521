"""What writing does where the system is not Unix, as far as that can be played here."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sagaict.writing.lock import Busy, held


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The files locked through the module that Windows has instead of `fcntl`."""
    locked: set[int] = set()

    def locking(handle: int, mode: int, size: int) -> None:
        assert (mode, size) == (2, 1)
        file = os.fstat(handle).st_ino
        if file in locked:
            raise PermissionError
        locked.add(file)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    return locked


def test_a_lock_of_windows_keeps_others_out(windows: set[int], tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with held(path):
        assert windows == {path.stat().st_ino}
        with pytest.raises(Busy), held(path):
            pass
    assert not path.exists()


def test_a_lock_file_that_windows_does_not_let_go_does_no_harm(
    windows: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(_path: Path) -> None:
        raise PermissionError

    path = tmp_path / "lock"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", in_use)
        with held(path):
            pass
    windows.clear()  # the system frees what a closed file held
    assert path.exists()
    with held(path):
        pass
    assert not path.exists()
