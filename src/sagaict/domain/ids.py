"""What an id and a citation look like."""

from __future__ import annotations

import re

__all__ = [
    "CITATION",
    "ID",
    "LONGEST_CITATION",
    "LONGEST_ID",
    "RESERVED",
    "is_citation",
    "is_id",
]

ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""An id: lower-case letters, digits, single hyphens."""
LONGEST_ID = 60
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names of devices on Windows, where no file or folder can have one, whatever its suffix."""

CITATION = r"^[a-z0-9][a-z0-9/-]*(?: \S.*)?$"
"""A citation: the id of a document (of another plan, with that plan's id), a space, the place."""
LONGEST_CITATION = 300


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= LONGEST_ID and re.fullmatch(ID, text) is not None


def is_citation(text: str) -> bool:
    """Whether a text has the form of a citation."""
    return len(text) <= LONGEST_CITATION and re.fullmatch(CITATION, text) is not None
