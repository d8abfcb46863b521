"""A request that is refused, politely."""

from __future__ import annotations

from sagaict.language import _

__all__ = ["Missing", "Refusal"]


class Refusal(Exception):
    """A request that cannot be met; its text is for the user, and the exit code is 2."""


class Missing(Refusal):
    """An argument or option that cannot be asked for; the help page of the command is named."""

    def __init__(self, name: str) -> None:
        super().__init__(_("{name} is missing").format(name=name))
