"""What a page says of itself where files could not be read: it is incomplete."""

from __future__ import annotations

from collections.abc import Sequence

from sagaict.language import _
from sagaict.language.enumeration import at_most
from sagaict.reporting.blocks import Block, Paragraph
from sagaict.reporting.quoting import shortened

__all__ = ["incomplete_notice", "incomplete_text"]


def incomplete_text(paths: Sequence[str]) -> str:
    """Which files are missing from what is shown; empty where none is."""
    if not paths:
        return ""
    names = [shortened(name, 200) for name in at_most(paths)]
    return _(
        "Incomplete: what these files hold is missing here, since they cannot be read: {names}"
    ).format(names=_(", ").join(names))


def incomplete_notice(paths: Sequence[str]) -> list[Block]:
    """The same as a paragraph; nothing where no file is missing."""
    text = incomplete_text(paths)
    return [Paragraph.of(text, "bad")] if text else []
