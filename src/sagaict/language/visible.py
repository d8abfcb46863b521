"""Text of a file made harmless to show: the one way in which it reaches a screen or a log."""

from __future__ import annotations

import re

from sagaict.domain.regex import regex

__all__ = ["HIDDEN", "may_hide", "on_one_line", "spelled_out", "visible"]

HIDDEN = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""C0 and C1 controls, bidirectional overrides, zero-width and other invisible formatting
characters, fillers that look like blanks, tags, and what is no character at all; but no tab and no
line feed."""
_FILLERS = ("\u115f", "\u1160", "\u3164", "\uffa0")
"""Those of them that count as letters."""

_COMMAND = regex(r"^([ \u3000]*)(::|##\[)", re.MULTILINE)


def may_hide(text: str) -> bool:
    """Whether a sign of `HIDDEN` may be in a text: asked of what is plain, half the work."""
    return not text.replace("\n", "").isprintable() or any(sign in text for sign in _FILLERS)


def visible(text: str) -> str:
    """The text harmless to a terminal (`spelled_out`) and to the log of a forge.

    No line begins with what that would take for a command (`::error::`, `##[group]`).
    """
    shown = spelled_out(text)
    return _COMMAND.sub(r"\1\\\2", shown) if "::" in shown or "##[" in shown else shown


def spelled_out(text: str) -> str:
    """The text with invisible and terminal-controlling characters spelled out, as `U+001B`.

    A tab becomes a space: how far it reaches depends on where it stands. A line feed stays.
    """
    return HIDDEN.sub(_code, text.replace("\t", " "))


def on_one_line(text: str) -> str:
    """The text made harmless, without a line feed: none of it begins a line of its own."""
    return visible(text).replace("\n", "<U+000A>")


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
