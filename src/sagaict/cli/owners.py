"""Sections in charge, named by a part of their name."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.cli.refusal import Refusal
from sagaict.domain.typed import comparable
from sagaict.language import _

__all__ = ["NOBODY", "owners_meant"]

NOBODY = "-"
"""What stands for the owner of whom no document tells."""


def owners_meant(wanted: Iterable[str], known: Iterable[str | None]) -> frozenset[str | None]:
    """The sections `wanted` means; `None` is among them if nobody is.

    Raises:
        Refusal: a section that the data does not name.
    """
    names = sorted({name for name in known if name})
    chosen: set[str | None] = set()
    for text in wanted:
        hits = [name for name in names if comparable(text) in comparable(name)]
        if text == NOBODY:
            chosen.add(None)
        elif hits and comparable(text):
            chosen.update(hits)
        else:
            raise Refusal(
                _("no section is called “{text}”; the data names: {names}").format(
                    text=text, names=_(", ").join([*names, _("“-” (not known)")])
                )
            )
    return frozenset(chosen)
