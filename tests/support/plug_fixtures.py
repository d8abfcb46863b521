"""Fixtures of the tests that run the program on a small city, here or installed elsewhere.

A test module asks for them by `pytest_plugins = ["plug_fixtures"]`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from action_runner import Job, shell_steps
from once import made_once
from running import ROOT
from spoiled_city import City

__all__ = ["city", "installed", "spoiled"]


@pytest.fixture
def city(tmp_path: Path) -> City:
    """Good data."""
    home = tmp_path / "work"
    home.mkdir()
    return City(home)


@pytest.fixture(scope="session")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> City:
    """Bad data, which no test changes."""
    found = City(tmp_path_factory.mktemp("spoiled"))
    found.spoil()
    return found


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of the checkout, really installed by the action's own step."""

    def install(temp: Path) -> None:
        steps = [step for step in shell_steps(ROOT / "action.yml") if step.get("id") == "install"]
        job = Job(temp, temp).run(steps)
        assert job.code == 0, job.log
        (temp / "bin").symlink_to(job.outputs["install"]["bin"])

    return (made_once(tmp_path_factory, "runner", install) / "bin").readlink()
