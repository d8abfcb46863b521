"""Characters that an encoding lacks: their twin of the same look, else their number."""

from __future__ import annotations

import codecs

__all__ = ["SPELLED_OUT"]

SPELLED_OUT = "sagaict-spelled-out"
"""Name of the error handler, for `open` and `reconfigure`."""

# The Japanese encodings differ in which of two code points stands for the same sign.
_PAIRS = (
    ("\u2212", "\uff0d"),
    ("\u301c", "\uff5e"),
    ("\u2016", "\u2225"),
    ("\u2014", "\u2015"),
    ("\u00a5", "\uffe5"),
    ("\u00a2", "\uffe0"),
    ("\u00a3", "\uffe1"),
    ("\u00ac", "\uffe2"),
)
_TWINS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def _spell_out(error: UnicodeError) -> tuple[str | bytes, int]:
    """What stands for the first of the characters that cannot be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    twin = _TWINS.get(character, "")
    try:
        twin.encode(error.encoding)
    except UnicodeEncodeError:
        twin = ""
    spelled = character.encode("ascii", "backslashreplace").decode("ascii")
    return twin or spelled, error.start + 1


codecs.register_error(SPELLED_OUT, _spell_out)
