"""The 17 goals of the United Nations' 2030 agenda, by the short names in official use.

English: https://www.un.org/sustainabledevelopment/. Japanese, in the catalogue: the names on the
icons of the United Nations Information Centre in Tokyo, which plans print.
"""

from __future__ import annotations

import gettext

from sagaict.domain.typed import comparable, list_number
from sagaict.language import DOMAIN, FOLDER, _, mark

__all__ = ["SDGS", "sdg_text", "sdgs_meant"]

_NAMES = (
    mark("No poverty"),
    mark("Zero hunger"),
    mark("Good health and well-being"),
    mark("Quality education"),
    mark("Gender equality"),
    mark("Clean water and sanitation"),
    mark("Affordable and clean energy"),
    mark("Decent work and economic growth"),
    mark("Industry, innovation and infrastructure"),
    mark("Reduced inequalities"),
    mark("Sustainable cities and communities"),
    mark("Responsible consumption and production"),
    mark("Climate action"),
    mark("Life below water"),
    mark("Life on land"),
    mark("Peace, justice and strong institutions"),
    mark("Partnerships for the goals"),
)
SDGS = range(1, len(_NAMES) + 1)
"""Their numbers."""


def sdg_text(number: int) -> str:
    """The number of a goal and its name: `8 Decent work and economic growth`."""
    return f"{number} {_(_NAMES[number - 1])}"


def sdgs_meant(text: str) -> frozenset[int]:
    """The goals a number, or a part of a name in either language, means; none if none is meant."""
    wanted = comparable(text)
    number = list_number(wanted.removeprefix("sdgs").removeprefix("sdg"))
    if number is not None:
        return frozenset({number} & {*SDGS})
    japanese = gettext.translation(DOMAIN, FOLDER, languages=["ja"], fallback=True)
    return frozenset(
        number
        for number, name in enumerate(_NAMES, start=1)
        if wanted and any(wanted in comparable(each) for each in (name, japanese.gettext(name)))
    )
