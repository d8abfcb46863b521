"""Print what the program needs, each at the lowest version it claims to work with, for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

__all__ = ["lowest"]

_BOUND = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)>=(?P<version>[0-9.]+)")


def lowest(pyproject: str) -> list[str]:
    """`name==version` for each dependency of a `pyproject.toml` and of its extras.

    Raises:
        ValueError: a dependency declares no lower bound, or more than one.
    """
    project = tomllib.loads(pyproject)["project"]
    extras = project["optional-dependencies"].values()
    return [_lowest(each) for group in (project["dependencies"], *extras) for each in group]


def _lowest(requirement: str) -> str:
    match = _BOUND.fullmatch(requirement)
    if match is None:
        raise ValueError(requirement)
    return f"{match['name']}=={match['version']}"


if __name__ == "__main__":
    text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    print("\n".join(lowest(text)))
