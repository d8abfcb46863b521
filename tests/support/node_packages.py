"""Programs of others from npm, installed once into `.cache/node`, in the versions named here.

Run as a script (`make test` does) it installs them; tests ask for the folder of one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["node_package", "node_program"]

ROOT = Path(__file__).resolve().parents[2]
WANTED = Path(__file__).with_name("package.json")
PLACE = ROOT / ".cache" / "node"


def node_program() -> str:
    """Node.js itself."""
    found = shutil.which("node")
    if found is None:
        raise AssertionError("Node.js 18 or later is needed for this test: https://nodejs.org")
    return found


def node_package(name: str) -> Path:
    """The folder of a package, installed first if it is not there."""
    node_program()
    install()
    return PLACE / "node_modules" / name


def install() -> None:
    """Install what is missing or of another version."""
    wanted: dict[str, str] = json.loads(WANTED.read_text(encoding="utf-8"))["dependencies"]
    if all(_version(name) == version for name, version in wanted.items()):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise AssertionError(
            "npm (it comes with Node.js) is needed to install " + ", ".join(wanted)
        )
    PLACE.mkdir(parents=True, exist_ok=True)
    options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(PLACE)]
    packages = [f"{name}@{version}" for name, version in wanted.items()]
    done = subprocess.run(
        [npm, "install", *options, *packages],
        cwd=PLACE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode:
        raise AssertionError(f"npm could not install {', '.join(packages)}:\n{done.stderr}")


def _version(name: str) -> str:
    about = PLACE / "node_modules" / name / "package.json"
    try:
        return str(json.loads(about.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return ""


if __name__ == "__main__":
    try:
        install()
    except AssertionError as error:
        sys.exit(str(error))
