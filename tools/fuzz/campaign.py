"""`check` and `status` over very many small files, batch by batch; it goes on where it ended."""

from __future__ import annotations

import json
import os
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from fuzz.batch import Batch, Input, least, unlimited, written
from fuzz.corpus import ROOT
from fuzz.watch import faults
from sagaict.cli.reports.status import Status
from sagaict.reporting import check_formats
from sagaict.reporting.formats import formats_of

__all__ = ["Campaign"]

SIZE = 300
"""Inputs of a batch: so few that no other processes read them."""
_SAVED = 3
"""How many of the inputs that make one fault are kept."""
_ROUNDS = 30
"""How often a batch is tried again without what failed, before the rest of it is given up."""
_DAYS = ("2026-11-21", "2027-05-20", "2024-04-01", "2030-03-31", "2020-07-01")
_YEARS = ("", "", "H31", "R4", "R7", "R12")
_CHECK = tuple(check_formats.FORMATS)
_STATUS = (*4 * formats_of(Status.reports), "terminal")
"""A terminal takes so much longer than all others that it comes seldom."""


@dataclass
class Campaign:
    """All batches of a seed; `folder` keeps the account and what failed."""

    seed: int
    folder: Path
    counts: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    """How many inputs each commit was tried with."""
    batches: int = 0

    @property
    def _account(self) -> Path:
        return self.folder / f"{self.seed}.json"

    @classmethod
    def resumed(cls, seed: int, folder: Path) -> Campaign:
        """The campaign where it was left, or at its beginning."""
        campaign = cls(seed, folder)
        if campaign._account.exists():
            known = json.loads(campaign._account.read_text("utf-8"))
            campaign.counts = Counter(known["counts"])
            campaign.versions = Counter(known["versions"])
            campaign.batches = known["batches"]
        return campaign

    def run(self, inputs: int, until: float) -> None:
        """Go on to that many inputs, or to that moment (seconds since the epoch)."""
        self.folder.mkdir(parents=True, exist_ok=True)
        version = _version()
        shelf = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
        with tempfile.TemporaryDirectory(dir=shelf if shelf.is_dir() else None) as name:
            while self.counts["inputs"] < inputs and time.time() < until:
                before = self.counts["inputs"]
                start = time.process_time()
                self._batch(Path(name) / "data")
                self.counts["milliseconds"] += round(1000 * (time.process_time() - start))
                self.batches += 1
                self.versions[version] += self.counts["inputs"] - before
                self._note()
                if self.counts["inputs"] // 10_000 > before // 10_000:
                    print(self.line(), flush=True)

    def _note(self) -> None:
        known = {"counts": self.counts, "versions": self.versions, "batches": self.batches}
        temporary = self._account.with_suffix(".new")
        temporary.write_text(json.dumps(known, indent=1, ensure_ascii=False), encoding="utf-8")
        temporary.replace(self._account)

    def line(self) -> str:
        """How far it is."""
        known = ("inputs", "runs", "readable", "milliseconds", "given up")
        inputs, runs, readable, spent, given_up = (self.counts[name] for name in known)
        found = {name: count for name, count in self.counts.items() if name not in known}
        some = max(inputs, 1)
        return (
            f"{datetime.now(UTC):%F %T} seed {self.seed} batch {self.batches}: {inputs} inputs, "
            f"{runs} runs, {100 * readable / some:.1f}% readable, {spent / some:.2f} ms each, "
            f"{given_up} given up, faults {found}"
        )

    def _batch(self, data: Path) -> None:
        chance = random.Random(f"{self.seed} {self.batches}")  # noqa: S311 - no secret
        batch = Batch.made(chance, SIZE)
        os.environ |= {"SAGAICT_DEBUG": "1", "SAGAICT_CACHE_DIR": ""}
        os.environ["SAGAICT_LANG"] = chance.choice(("ja", "en"))
        os.environ["COLUMNS"] = str(chance.choice((40, 80, 200)))
        with unlimited() as read:
            day, year = chance.choice(_DAYS), chance.choice(_YEARS)
            self._sift(batch, _check(data, _CHECK[self.batches % len(_CHECK)], day))
            self._sift(batch, _status(data, _STATUS[self.batches % len(_STATUS)], day, year))
            readable = sum(each.model is not None for each in read.values())
            self.counts["readable"] += readable - len(batch.hosts)
        self.counts["inputs"] += len(batch.inputs)

    def _sift(self, batch: Batch, trial: _Trial) -> None:
        """Run the command over all inputs, again without each that failed, until none does."""
        rest = list(batch.inputs)
        for _round in range(_ROUNDS):
            self.counts["runs"] += 1
            found = trial.faults(rest, batch.hosts)
            if not found:
                return
            fault = min(found)
            guilty = least(rest, partial(trial.fails, batch.hosts, fault))
            self._keep(fault, guilty, trial)
            rest = [each for each in rest if each not in guilty]
        self.counts["given up"] += len(rest)

    def _keep(self, fault: str, guilty: Sequence[Input], trial: _Trial) -> None:
        self.counts[fault] += 1
        if self.counts[fault] > _SAVED:
            return
        name = "".join(c if c.isalnum() else "-" for c in fault)
        place = self.folder / f"{name}-{self.seed}-{self.batches}-{self.counts[fault]}"
        written(place / "data", guilty)
        told = f"{fault}\n{' '.join(trial.command)}\nterminal: {trial.terminal}\n"
        (place / "found.txt").write_text(told, encoding="utf-8")


@dataclass(frozen=True)
class _Trial:
    """A command over a folder that inputs are written to."""

    data: Path
    command: tuple[str, ...]
    terminal: bool = False

    def fails(self, hosts: Sequence[Input], fault: str, inputs: Sequence[Input]) -> bool:
        """Whether it does this wrong with these inputs."""
        return fault in self.faults(inputs, hosts)

    def faults(self, inputs: Sequence[Input], hosts: Sequence[Input]) -> set[str]:
        """What it does wrong with these inputs."""
        written(self.data, [*hosts, *inputs])
        found = faults(self.command, terminal=self.terminal, refusals=False)
        return {f"{self.command[0]}: {each}" for each in found}


def _check(data: Path, format_: str, day: str) -> _Trial:
    given = ("check", "--info", "--format", format_, "--data", str(data), "--today", day)
    return _Trial(data, given)


def _status(data: Path, format_: str, day: str, year: str) -> _Trial:
    terminal = format_ == "terminal"
    format_ = "table" if terminal else format_
    given = ("status", "--all", "--format", format_, "--data", str(data), "--today", day)
    return _Trial(data, (*given, "--as-of", year) if year else given, terminal)


def _version() -> str:
    git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "unknown"
