"""Text as people type it: how words are compared, and what of it may be read as a figure.

The two are not one. Among words `①` is as good as `1`; in a figure it is a mark that stands beside
the number, and `900①` read as 9001 would be a wrong result that looks right.
"""

from __future__ import annotations

import unicodedata

__all__ = ["comparable", "half_width", "holds_odd_digit", "list_number"]

_HALF_WIDTH = str.maketrans({"　": " ", "−": "-"}) | {
    ord("！") + offset: ord("!") + offset for offset in range(94)
}
_FULL_WIDTH_DIGITS = "０１２３４５６７８９"


def comparable(text: str) -> str:
    """The form in which words are compared: widths, case and blanks around do not matter."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def half_width(text: str) -> str:
    """The full-width forms of what is typed (`Ｒ８`, `１，０２７`, `−３`) as half-width ones.

    Nothing else changes: a superscript or circled digit never becomes a part of a number.
    """
    return text.translate(_HALF_WIDTH)


def holds_odd_digit(text: str) -> bool:
    """Whether a digit is in it that nobody types as one: `①`, `²`, `⑩`, `Ⅷ`, `㏠`."""
    return not text.isascii() and any(map(_is_odd_digit, text))


def _is_odd_digit(character: str) -> bool:
    if character.isascii() or character in _FULL_WIDTH_DIGITS:
        return False
    if unicodedata.category(character).startswith("N"):
        return True
    return any(part.isdecimal() for part in unicodedata.normalize("NFKC", character))


def list_number(text: str) -> int | None:
    """The number by which somebody picks from a list; `None` for other text."""
    plain = half_width(text).strip()
    return int(plain) if plain.isascii() and plain.isdecimal() else None
