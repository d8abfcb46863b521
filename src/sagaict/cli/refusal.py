"""A request that is refused, politely."""

from __future__ import annotations

__all__ = ["Refusal"]


class Refusal(Exception):
    """A request that cannot be met; its text is for the user, and the exit code is 2."""
