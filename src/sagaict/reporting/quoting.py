"""Wording quoted in a line: cut where it is long, marked as a quotation, the old before the new."""

from __future__ import annotations

from sagaict.language import _
from sagaict.language.quantities import DASH

__all__ = ["MAX_TEXT", "arrow", "quoted", "shortened", "verbatim"]

MAX_TEXT = 160
"""The longest piece of free text quoted in a row."""


def shortened(text: str, limit: int = MAX_TEXT) -> str:
    """The text, cut with an ellipsis where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def quoted(text: str | None) -> str:
    """A piece of wording in quotation marks; a dash for none."""
    return DASH if text is None else _("“{text}”").format(text=shortened(text))


def verbatim(text: str) -> str:
    """Wording in quotation marks, whole; each of several lines by itself."""
    return "\n".join(_("“{text}”").format(text=line) for line in text.splitlines() if line.strip())


def arrow(old: str, new: str) -> str:
    """`old → new`."""
    return _("{old} → {new}").format(old=old, new=new)
