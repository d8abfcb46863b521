"""Regular expressions that cost a start nothing: each is compiled when it is first used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["regex"]


class _Pattern:
    """A pattern of `re` in all that it does."""

    def __init__(self, text: Any, flags: int = 0) -> None:
        self._said = (text, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)  # so that it is looked for once
        return found


if TYPE_CHECKING:
    from re import compile as regex
else:
    regex = _Pattern
