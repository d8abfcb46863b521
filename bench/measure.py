"""What a command costs as a whole process, by the kernel's own account of it."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Command", "Cost", "Pair", "compare"]


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run: its arguments, where, and which exit codes are no failure."""

    arguments: tuple[str, ...]
    folder: Path
    accepted: frozenset[int] = frozenset({0})
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds (user and system, children included), peak memory in MiB, seconds."""

    cpu: float
    memory: float
    wall: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A command beside its floor, run in turn; `ratios` are cpu against cpu, run by run."""

    costs: tuple[Cost, ...]
    floors: tuple[Cost, ...]

    @property
    def ratios(self) -> list[float]:
        """How many times the floor each run took, smallest first."""
        pairs = zip(self.costs, self.floors, strict=True)
        return sorted(cost.cpu / floor.cpu for cost, floor in pairs)

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def wall_ratio(self) -> float:
        """The median of the ratios by the clock, which counts only where nothing else runs."""
        pairs = zip(self.costs, self.floors, strict=True)
        return statistics.median(cost.wall / floor.wall for cost, floor in pairs)

    @property
    def wall(self) -> float:
        """The median of the command's seconds by the clock."""
        return statistics.median(cost.wall for cost in self.costs)

    @property
    def cpu(self) -> float:
        """The median of the command's processor seconds."""
        return statistics.median(cost.cpu for cost in self.costs)

    @property
    def memory(self) -> float:
        """The most memory the command took, in MiB."""
        return max(cost.memory for cost in self.costs)


def compare(command: Command, floor: Command, runs: int) -> Pair:
    """Run both in turn, `runs` times after one run of each that does not count.

    Raises:
        RuntimeError: one of them failed: a figure of a failure is no figure.
    """
    counted = [(_cost(command), _cost(floor)) for _run in range(runs + 1)][1:]
    return Pair(tuple(cost for cost, _ in counted), tuple(cost for _, cost in counted))


def _cost(command: Command) -> Cost:
    begun = time.monotonic()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env={**os.environ, **dict(command.environment)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in command.accepted:
        raise RuntimeError(f"exit code {code}: {_shown(command.arguments)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, wall)


def _shown(arguments: Sequence[str]) -> str:
    return " ".join(arguments)[:200]
