"""`sagaict check --watch` checks again when a file changes, and ends when it is told to."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from running import TODAY, environment
from spoiled_city import City

pytest_plugins = ["plug_fixtures"]

LIMIT = 60
"""Seconds after which a test fails rather than waits for ever."""


class Watcher:
    """A running watch, and the lines it has printed so far."""

    def __init__(self, city: City) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sagaict", "check", "--watch", "--today", TODAY],
            cwd=city.root,
            env=environment(city.root),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.decode())

    def end(self) -> None:
        """Make sure that nothing of it is left."""
        self.process.kill()
        self.process.wait()
        self._reader.join(LIMIT)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def report(self) -> str:
        """The next report, up to the line that says what was read."""
        lines = [self._lines.get(timeout=LIMIT)]
        while not lines[-1].startswith("Data: "):
            lines.append(self._lines.get(timeout=LIMIT))
        return "".join(lines)


@contextmanager
def watching(city: City) -> Iterator[Watcher]:
    watcher = Watcher(city)
    try:
        yield watcher
    finally:
        watcher.end()


def test_a_change_is_followed_by_another_report_and_an_interrupt_by_the_end(city: City) -> None:
    with watching(city) as watcher:
        assert "no problem" in watcher.report()
        city.change("projects/aoba/kiosk.yaml", "R9: 80", "R9: ８０")
        assert "[number-full-width]" in watcher.report()
        city.write("sagaict.yaml", "rules:\n  overdu: {severity: off}\n")
        assert "[unknown-rule]" in watcher.report()
        os.kill(watcher.process.pid, signal.SIGINT)
        assert watcher.process.wait(timeout=LIMIT) == 130
