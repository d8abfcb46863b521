"""LibreOffice, run without a screen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

__all__ = ["convert"]


def convert(files: Iterable[Path], to: str, folder: Path) -> None:
    """Open files in LibreOffice and save them into a folder, in another format or the same."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail(
            "LibreOffice is needed to show that workbooks survive it: "
            "apt-get install libreoffice-calc-nogui"
        )
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
