"""A request that is refused, politely."""

from __future__ import annotations

from sagaict.language import _, mark

__all__ = ["Missing", "Refusal", "missing_text"]

_ARGUMENTS = frozenset(
    {
        mark("PLAN"),
        mark("GOAL"),
        mark("MEASURE"),
        mark("PROJECT"),
        mark("INDICATOR"),
        mark("ID"),
        mark("HOLDER"),
        mark("YEAR"),
        mark("VALUE"),
        mark("FIELD"),
        mark("FILE"),
        mark("ITEM"),
        mark("NEW"),
        mark("TITLE"),
        mark("TEXT"),
        mark("SUCCESSOR"),
        mark("BODY"),
        mark("PLACE"),
        mark("PATH"),
        mark("RULE"),
    }
)
"""What the arguments of the commands are called in English, as the help pages do."""


def missing_text(name: str) -> str:
    """That an argument or option is missing: called in words, then as the help page calls it."""
    words = [_(each) for each in name.split("|") if each in _ARGUMENTS]
    what = "/".join(words)
    if what in ("", name):
        return _("{name} is missing").format(name=name)
    return _("{what} ({name}) is missing").format(what=what, name=name)


class Refusal(Exception):
    """A request that cannot be met; its text is for the user, and the exit code is 2."""


class Missing(Refusal):
    """An argument or option that cannot be asked for; the help page of the command is named."""

    def __init__(self, name: str) -> None:
        super().__init__(missing_text(name))
