"""LibreOffice, run without a screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest

__all__ = ["convert", "use"]

_HANDS = Path(__file__).with_name("office_hands.py")


def convert(files: Iterable[Path], to: str, folder: Path, *, writes: bool = False) -> None:
    """Open files in LibreOffice and save them into a folder, in another format or the same.

    `writes`: they are documents of text, which another part of it opens.

    Where it is not installed the test is skipped; in continuous integration it fails.
    """
    program = shutil.which("soffice")
    if program is None:
        _missing("LibreOffice (soffice)")
    if writes and not (Path(program).resolve().parent / "libswlo.so").exists():
        _missing("LibreOffice Writer")
    done = subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def use(jobs: Sequence[Mapping[str, Any]], folder: Path) -> None:
    """Sit down at LibreOffice and do the jobs of `office_hands`, with a profile in the folder.

    Where it or its bridge to Python is not installed the test is skipped; in continuous integration
    it fails.
    """
    program = shutil.which("soffice")
    python = next((each for each in _interpreters() if _has_bridge(each)), None)
    if program is None or python is None:
        _missing("LibreOffice (soffice) with its bridge to Python (python3-uno)")
    asked = {"program": program, "profile": str(folder / "profile"), "jobs": jobs}
    done = subprocess.run(
        [python, str(_HANDS)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _missing(what: str) -> NoReturn:
    text = f"{what} is not installed: nothing shows that workbooks survive it"
    if os.environ.get("CI"):
        pytest.fail(text)
    pytest.skip(text)


def _interpreters() -> Iterator[str]:
    """Those that may have the bridge: it comes for the system's own, or with LibreOffice."""
    yield sys.executable
    yield "/usr/bin/python3"
    office = shutil.which("soffice")
    if office is not None:
        yield str(Path(office).resolve().parent / "python")


def _has_bridge(python: str) -> bool:
    if not Path(python).exists():
        return False
    return not subprocess.run(
        [python, "-c", "import uno"], capture_output=True, check=False
    ).returncode
