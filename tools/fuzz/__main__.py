"""The command line of the fuzzer: `python -m fuzz batches`, `python -m fuzz commands`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from fuzz import __doc__ as told
from fuzz.campaign import Campaign
from fuzz.every_command import work

_NO_FAULTS = {"inputs", "runs", "readable", "milliseconds"}


def _batches(inputs: int, until: float, keep: Path, seed: int) -> Counter[str]:
    campaign = Campaign.resumed(seed, keep)
    campaign.run(inputs, until)
    print(campaign.line(), flush=True)
    return campaign.counts


def run() -> int:
    """Fuzz as the options say; 1 if anything was found."""
    options = argparse.ArgumentParser(prog="fuzz", description=told)
    options.add_argument("what", choices=("batches", "commands"))
    options.add_argument("--inputs", type=int, default=1_000)
    options.add_argument("--minutes", type=float, default=60.0, help="for batches: no longer")
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    told_seed = "of the first process; that of batches that were begun goes on with them"
    options.add_argument("--seed", type=int, default=int(time.time()), help=told_seed)
    options.add_argument("--others", type=int, default=3, help="commands besides for each input")
    options.add_argument("--keep", type=Path, default=Path(".cache/fuzz"))
    given = options.parse_args()
    each = -(-given.inputs // given.processes)
    trial: Callable[[int], Counter[str]]
    if given.what == "batches":
        trial = partial(_batches, each, time.time() + 60 * given.minutes, given.keep)
    else:
        trial = partial(work, each, given.others, given.keep)
    seeds = range(given.seed, given.seed + given.processes)
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(given.processes) as pool:
        for counts in pool.map(trial, seeds):
            total += counts
    sys.stdout.write(f"{given.seed:>9}  seed\n")
    for name, count in total.most_common():
        sys.stdout.write(f"{count:>9}  {name}\n")
    return 1 if set(total) - _NO_FAULTS else 0


if __name__ == "__main__":
    sys.exit(run())
