"""Owners as they are typed: 公民館、教育局/生涯学習課."""

from __future__ import annotations

import re

from sagaict.recording.texts import line
from sagaict.writing.change import Content

__all__ = ["owned", "owner_line", "several"]


def owned(text: str | None) -> dict[str, Content]:
    """The owners as they are written, under their key; nothing where none are given.

    Several stand between 、 or semicolons; the bureau before a slash.

    Raises:
        Refused: `empty-text`, `several-lines`, `unwritable`.
    """
    if text is None:
        return {}
    found = [_owner(each) for each in re.split("[、;；]", line(text))]
    return {"owner": found[0] if len(found) == 1 else found}


def owner_line(text: str) -> str:
    """What was typed, if it can be read.

    Raises:
        Refused: as `owned`.
    """
    owned(text)
    return line(text)


def several(text: str) -> Content:
    """The sections in the cell of a table, between 、, semicolons or line ends."""
    found: list[Content] = [each for part in re.split("[、;；\n]", text) if (each := part.strip())]
    return found[0] if len(found) == 1 else found


def _owner(text: str) -> Content:
    bureau, slash, section = text.rpartition("/")
    return {"section": line(section), "bureau": line(bureau)} if slash else line(section)
