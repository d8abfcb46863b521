"""How two stretches of time lie to each other: years, periods, spans, months, days alike."""

from __future__ import annotations

from datetime import date
from typing import Protocol

__all__ = ["Time", "covers", "overlap"]


class Time(Protocol):
    """What begins on one day and ends on another, both included."""

    @property
    def first_day(self) -> date:
        """The day on which it begins."""

    @property
    def last_day(self) -> date:
        """The day on which it ends."""


def covers(one: Time, other: Time) -> bool:
    """Whether one holds every day of the other, as a running total does of the years in it."""
    return one.first_day <= other.first_day and other.last_day <= one.last_day


def overlap(one: Time, other: Time) -> bool:
    """Whether some day lies in both."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day
