"""Owners as they are typed: 公民館、教育局/生涯学習課."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sagaict.recording.texts import line
from sagaict.writing.change import Content

__all__ = ["owned", "owner_line", "owners_in", "several"]


def owned(text: str | None) -> dict[str, Content]:
    """The owners as they are written, under their key; nothing where none are given.

    Several stand between 、 or semicolons; the bureau before a slash.

    Raises:
        Refused: `empty-text`, `several-lines`, `unwritable`.
    """
    return {} if text is None else {"owner": owners_in([text])}


def owners_in(texts: Iterable[str]) -> Content:
    """The same of several texts, each with one or more.

    Raises:
        Refused: likewise.
    """
    found = [_owner(each) for text in texts for each in re.split("[、;；]", line(text))]
    return found[0] if len(found) == 1 else found


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
