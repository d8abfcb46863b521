"""Where a report goes: the manners of a terminal, a pipe, a poor encoding, a closed reader."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import TextIO

from sagaict.language.encoding import SPELLED_OUT
from sagaict.reporting.blocks import Block

_NARROWEST = 20
"""Columns below which nothing can be laid out; the terminal breaks the lines then."""

__all__ = ["Output"]


class Output:
    """A text stream and what it can show.

    Colour only on a terminal that did not refuse it (`NO_COLOR`, `TERM=dumb`); wrapping only on a
    terminal; characters its encoding lacks are spelled out instead of raising.
    """

    def __init__(self, stream: TextIO, environ: Mapping[str, str] | None = None) -> None:
        environ = os.environ if environ is None else environ
        self._environ = environ
        self._stream = stream
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SPELLED_OUT)
        self.is_terminal = stream.isatty() and environ.get("TERM") != "dumb"
        self.colour = self.is_terminal and not environ.get("NO_COLOR")
        self.ascii = bool(environ.get("SAGAICT_ASCII")) or not _encodes(stream, "▁█")

    def text(self, text: str) -> None:
        """Write text as it is."""
        self._stream.write(text)

    def raw(self, content: bytes) -> None:
        """Write bytes as they are, behind whatever text was written before."""
        self._stream.flush()
        self._stream.buffer.write(content)
        self._stream.buffer.flush()

    def blocks(self, blocks: Iterable[Block], *, paged: bool = False) -> None:
        """Write a report, in the form this stream wants it.

        `paged`: on a terminal that is too short for it, it is shown in a pager.
        """
        if self.is_terminal:
            self._on_terminal(blocks, paged=paged)
        else:
            from sagaict.reporting.plain import render_plain

            self.text(render_plain(blocks))

    def _on_terminal(self, blocks: Iterable[Block], *, paged: bool) -> None:
        from rich.console import Console

        from sagaict.reporting.pager import pager_of, show_in
        from sagaict.reporting.terminal import render_terminal

        size = shutil.get_terminal_size((80, 24))
        pager = pager_of(self._environ) if paged else []
        drawn = StringIO() if pager else self._stream
        console = Console(
            file=drawn,
            width=max(size.columns, _NARROWEST),
            color_system="auto" if self.colour else None,
            force_terminal=True,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )
        render_terminal(blocks, console)
        if isinstance(drawn, StringIO):
            text = drawn.getvalue()
            if text.count("\n") < size.lines:
                self._stream.write(text)
            else:
                self._stream.flush()
                show_in(pager, text, self._environ)


def _encodes(stream: TextIO, text: str) -> bool:
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
