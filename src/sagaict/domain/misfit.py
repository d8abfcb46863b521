"""What does not fit in a file's content, said without the library that validates it."""

from __future__ import annotations

__all__ = ["Misfit"]


class Misfit(ValueError):
    """A value that is not understood, or does not fit those beside it.

    `rule` is the id of what is broken (see `sagaict.reading.rules`), `context` are the arguments of
    its message. `at` leads from the value that was looked at to what is wrong in it, the `given`.
    """

    def __init__(
        self, rule: str, at: tuple[str | int, ...] = (), given: object = None, **context: str
    ) -> None:
        super().__init__(rule)
        self.rule = rule
        self.at = at
        self.given = given
        self.context = context
