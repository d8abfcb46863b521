"""A finding before it has a line and a column: a file, a location in its content, and a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from sagaict.domain.light import dataclass
from sagaict.domain.location import Location
from sagaict.reading.files import FileOf

__all__ = ["Among", "Finding"]

Among = Literal["plans", "holders", "indicators", "everything"]
"""Kinds of ids; holders are measures and projects."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`on_key` puts the place on the key at `location` rather than on its value.

    `among` are the ids of which one was meant by the `id` of its arguments, which is none of them:
    the nearest is named once all of the data is known. What `presumes_all` is none if there is a
    file that cannot be read.
    """

    rule: str
    file: FileOf
    location: Location
    args: Mapping[str, str] = field(default_factory=dict)
    on_key: bool = False
    related: tuple[tuple[FileOf, Location], ...] = ()
    among: Among | None = None
    presumes_all: bool = False
