"""What is longer than the screen goes through a pager, as git does it: `PAGER`, else `less`."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping

__all__ = ["pager_of", "show_in"]


def pager_of(environ: Mapping[str, str]) -> list[str]:
    """The pager's command; empty where none is wanted (`PAGER` is empty, or `cat`) or there."""
    named = environ.get("PAGER")
    if named is None:
        return ["less"] if shutil.which("less") else []
    try:
        words = shlex.split(named)
    except ValueError:
        return []
    return words if words != ["cat"] and words and shutil.which(words[0]) else []


def show_in(pager: list[str], text: str, environ: Mapping[str, str]) -> None:
    """Show a text, coloured or not, and wait until the reader has left."""
    # Quit where all fits on a screen, let colours through, leave the text behind.
    settings = {"LESS": "FRX", "LESSCHARSET": "utf-8", **environ}
    with _interrupts_for_the_pager():
        shown = subprocess.Popen(pager, stdin=subprocess.PIPE, env=settings)  # noqa: S603
        with contextlib.suppress(BrokenPipeError):
            shown.communicate(text.encode(errors="replace"))


@contextlib.contextmanager
def _interrupts_for_the_pager() -> Iterator[None]:
    """Ctrl-C while reading is the pager's: it stops a search there."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
