"""What `pip install` of the checkout brings along."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from action_runner import server_environment
from running import ROOT

pytest_plugins = ["plug_fixtures"]

PACKAGE = ROOT / "src" / "sagaict"


@pytest.fixture(scope="module")
def package(installed: Path) -> Path:
    """The folder of the package as it was installed."""
    code = "import sagaict, pathlib; print(pathlib.Path(sagaict.__file__).parent)"
    env = server_environment(installed)
    command = [str(installed / "python"), "-c", code]
    done = subprocess.run(command, cwd=installed, env=env, capture_output=True, check=True)
    found = Path(done.stdout.decode().strip())
    assert "site-packages" in found.parts
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_template_is_there_with_those_that_begin_with_a_dot(
    package: Path,
) -> None:
    assert files(package / "template") == files(PACKAGE / "template")
    assert "any/.github/workflows/plans.yml" in files(package / "template")


def test_the_data_is_there(package: Path) -> None:
    assert files(package / "data") == files(ROOT / "data")


def test_everything_else_of_the_package_is_there(package: Path) -> None:
    here, there = set(files(PACKAGE)), set(files(package))
    assert here - there == set()
    assert {name for name in there - here if not name.startswith("data/")} == set()


def test_the_installed_program_sets_up_a_folder(installed: Path, tmp_path: Path) -> None:
    env = server_environment(tmp_path)
    for command in (["init", "x"], ["check", "--strict", "--data", "x"]):
        done = subprocess.run(
            [installed / "sagaict", *command],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "x" / ".vscode" / "settings.json").is_file()
