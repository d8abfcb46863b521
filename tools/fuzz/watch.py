"""What a run of a command must never do."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import signal
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree as ET

from sagaict.cli.main import main

__all__ = ["SLOW", "faults"]

SLOW = 10.0
"""Seconds of the processor for one run, from which on it counts as a hang."""
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BEGINS = re.compile(r"^[ \u3000]*(?:::|##\[)", re.MULTILINE)
_STYLES = re.compile("\x1b\\[[0-9;]*m")


class _Caught(io.TextIOWrapper):
    """A stream whose text can be had, as the program's own streams are made."""

    def __init__(self, *, terminal: bool) -> None:
        self._bytes = io.BytesIO()
        self._terminal = terminal
        super().__init__(self._bytes, encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        text = self._bytes.getvalue().decode("utf-8", "surrogatepass")
        return _STYLES.sub("", text) if self._terminal else text


class _Hang(BaseException):
    """Raised within a run that does not end."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _Hang


def faults(
    command: tuple[str, ...], *, terminal: bool = False, refusals: bool = True
) -> Iterator[str]:
    """What a run of a command, on a terminal or into a pipe, does that it must never do.

    Without `refusals` a request that was refused is a fault too.
    """
    out, err = _Caught(terminal=terminal), _Caught(terminal=terminal)
    before = signal.signal(signal.SIGVTALRM, _stop)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 6 * SLOW)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(command)
    except _Hang:
        yield "hang"
        return
    except BaseException as error:  # noqa: BLE001 - whatever gets here is what is looked for
        yield f"internal error ({type(error).__name__} in {_origin(error)})"
        return
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if time.process_time() - start > SLOW:
        yield "hang"
    if code not in ((0, 1, 2) if refusals else (0, 1)):
        yield f"exit code {code}"
    format_ = command[command.index("--format") + 1] if "--format" in command else ""
    for text in (out.text().replace("\r\n", "\n"), err.text()):
        yield from {f"control character (U+{ord(found):04X})" for found in _RAW.findall(text)}
        if format_ != "github" and not terminal and _BEGINS.search(text):
            yield "command for a log"
    if code != 2 and not _well_formed(out.text(), format_):
        yield f"unreadable {format_}"


def _origin(error: BaseException) -> str:
    """The last place of the program that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "sagaict" in Path(frame.filename).parts] or frames[-1:]
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}"


def _well_formed(text: str, format_: str) -> bool:
    try:
        if format_ in ("json", "gitlab", "sarif"):
            json.loads(text)
        elif format_ == "junit":
            ET.fromstring(text)  # noqa: S314 - our own output
        elif format_ == "csv":
            rows = csv.reader(io.StringIO(text, newline=""), strict=True)
            return len({len(row) for row in rows}) <= 1
    except (ValueError, ET.ParseError, csv.Error):
        return False
    return True
