"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_city import City
from program import SHIPPED, Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program in an empty folder; it finds no data there and reads what is shipped."""
    assert (SHIPPED / "plans").is_dir()
    home = tmp_path / "home"
    home.mkdir()
    return Program(home)


@pytest.fixture
def city(program: Program) -> City:
    """The small city's data, in the folder in which the program runs."""
    return City.found(program.home)
