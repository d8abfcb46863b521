"""The program on a terminal: a pseudo-terminal for it to write to, and an emulator to look at."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyte
from program import Program
from running import call

__all__ = ["Screen", "on_real_terminal", "on_terminal", "width_of"]

_SGR = re.compile(r"\x1b\[[0-9;]*m")


def width_of(text: str) -> int:
    """Columns a text takes, counted independently of the program."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


@dataclass(frozen=True)
class Screen:
    """What was sent to the terminal, and what is to be seen on it."""

    sent: str
    lines: list[str]

    @property
    def text(self) -> str:
        """What is to be seen, without the spaces at the ends of lines."""
        return "\n".join(self.lines).rstrip("\n") + "\n"

    @property
    def widest(self) -> int:
        """Columns of the longest line that was sent."""
        return max(width_of(line) for line in _SGR.sub("", self.sent).split("\r\n"))


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:  # how Linux says that the other side has closed
            return
        if not piece:
            return
        yield piece


def on_terminal(
    program: Program,
    *arguments: str,
    columns: int = 80,
    lang: str = "en",
    env: Mapping[str, str] | None = None,
) -> Screen:
    """What the program sends to a terminal of that width, and how that looks."""
    found = program.environment(lang, {"TERM": "xterm-256color", **(env or {})})
    done = call(arguments, program.home, found, columns=columns)
    assert done.returncode == 0, done.stderr
    return _seen(done.stdout.decode().replace("\n", "\r\n"), columns)


def on_real_terminal(program: Program, *arguments: str, columns: int, lang: str) -> Screen:
    """The same in a process of its own, on a pseudo-terminal that is read to the end."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "sagaict", *arguments],
        cwd=program.home,
        env=program.environment(lang, {"TERM": "xterm-256color"}),
        stdin=its,
        stdout=its,
        stderr=its,
    )
    os.close(its)
    sent = b"".join(_read(ours))
    os.close(ours)
    text = sent.decode()
    assert process.wait() == 0, text
    return _seen(text, columns)


def _seen(text: str, columns: int) -> Screen:
    seen = pyte.Screen(columns, text.count("\n") + 2)
    pyte.Stream(seen).feed(text)
    return Screen(text, [line.rstrip() for line in seen.display])
