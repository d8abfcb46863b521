"""How a body reckons its years: when one begins, which day names it, and whether eras do.

Of whoever reads no settings they are Japan's. There is one reckoning at a time, that of the data a
command works on, as there is one language it speaks: no year of one body is ever held against one
of another. Commits and folders that are compared are read by the reckoning of the newer side.
"""

from __future__ import annotations

from typing import Literal

from sagaict.domain.light import dataclass

__all__ = ["Reckoning", "reckon_by", "reckoned"]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The first month of the year, by which of its days it is named, and whether eras are known.

    A year from October 2025 to September 2026 is 2025 by its first day, 2026 by its last.
    """

    first_month: int = 4
    named_by: Literal["first_day", "last_day"] = "first_day"
    eras: bool = True

    @property
    def ahead(self) -> int:
        """By how much a year's number is more than that of the calendar year it begins in."""
        return int(self.named_by == "last_day" and self.first_month > 1)

    @property
    def name(self) -> str:
        """What tells it from every other, in a few letters."""
        return f"{self.first_month}-{self.named_by[:1]}-{self.eras:d}"


class _Body:
    """The one piece of state: the reckoning in use."""

    reckoning = Reckoning()


def reckon_by(reckoning: Reckoning) -> None:
    """Reckon all years so from now on."""
    _Body.reckoning = reckoning


def reckoned() -> Reckoning:
    """The reckoning in use."""
    return _Body.reckoning
