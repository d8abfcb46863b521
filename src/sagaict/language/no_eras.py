"""What the tool says to a body that knows no eras, nor, in English, any Japanese.

The catalogues are written for Japan: examples are of its eras (`R8.3`), and behind English words
stands the term of the plans: “provisional (速報)”. Both are taken out of what they say.
"""

from __future__ import annotations

import gettext
import re
from functools import cache

__all__ = ["WithoutEras"]

_BEFORE = {"R": 2018, "H": 1988}  # the calendar year before the era's year 1
_ERA = re.compile(r"\b([RH])(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?\b")
_MONTHS = re.compile(r"\b([RH]\d{1,2}\.\d{1,2})-(?=[RH]\d)")
_GLOSS = re.compile(r" ?\([^()]*[\u3000-\u9fff][^()]*\)")


class WithoutEras(gettext.NullTranslations):
    """A catalogue whose words are put into the years of everybody; `glossed` loses its glosses."""

    def __init__(self, catalogue: gettext.NullTranslations, *, glossed: bool) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._said = cache(_plain if glossed else _in_years_of_everybody)

    def gettext(self, message: str) -> str:
        """The message."""
        return self._said(self._catalogue.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of a counted message."""
        return self._said(self._catalogue.ngettext(msgid1, msgid2, n))


def _plain(text: str) -> str:
    return _in_years_of_everybody(_GLOSS.sub("", text))


def _in_years_of_everybody(text: str) -> str:
    return _ERA.sub(_dated, _MONTHS.sub(r"\1 - ", text))


def _dated(match: re.Match[str]) -> str:
    """`R8` as 2026, `R8.3` as 2026-03, `R8.3.31` as 2026-03-31."""
    era, *numbers = match.groups()
    year, *rest = (int(number) for number in numbers if number)
    return "-".join([str(_BEFORE[era] + year), *(f"{number:02}" for number in rest)])
