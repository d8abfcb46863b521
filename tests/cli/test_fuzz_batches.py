"""The fuzzer sees what it is to see: each input is told about, and what fails is found and kept."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fuzz.batch import Batch, Input, least, unlimited, written
from fuzz.campaign import Campaign
from fuzz.watch import faults
from running import TODAY, environment, sagaict

from sagaict.checking import result
from sagaict.cli.reports.status import Status


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**environment(tmp_path), "COLUMNS": "80", "SAGAICT_CACHE_DIR": ""}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("command", ["check", "status"])
def test_every_file_that_cannot_be_read_is_named(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"f{n:03}.yaml" for n in range(30)]
    written(tmp_path / "data", [Input(f"plans/{name}".encode(), b"id: [") for name in names])
    monkeypatch.setattr(result, "MOST_LISTED", 20)
    limited = sagaict(command, cwd=tmp_path)
    assert "f029" not in limited.out + limited.err
    with unlimited():
        ran = sagaict(command, cwd=tmp_path)
    assert all(name in ran.out for name in names)
    if command == "status":
        assert all(f"{name}:" in ran.err for name in names)


@pytest.mark.parametrize("guilty", [{7}, {3, 60}])
def test_the_least_that_fails_is_found(guilty: set[int]) -> None:
    inputs = [Input(str(n).encode(), b"") for n in range(100)]

    def fails(some: Sequence[Input]) -> bool:
        return guilty <= {int(each.name) for each in some}

    assert {int(each.name) for each in least(inputs, fails)} == guilty


def test_a_batch_is_the_same_again() -> None:
    one, other = (Batch.made(random.Random("7 1"), 50) for _ in range(2))  # noqa: S311 - no secret
    assert one == other
    assert len({each.name for each in one.inputs}) == 50


def test_a_campaign_goes_on_where_it_ended(tmp_path: Path) -> None:
    Campaign.resumed(7, tmp_path).run(1, sys.float_info.max)
    first = Campaign.resumed(7, tmp_path)
    assert (first.batches, first.counts["inputs"], first.counts["given up"]) == (1, 300, 0)
    assert first.counts["readable"] > 100
    first.run(301, sys.float_info.max)
    assert (first.batches, sum(first.versions.values())) == (2, 600)


def test_what_makes_a_fault_is_kept_and_the_rest_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Status.run
    batch = Batch.made(random.Random("7 0"), 300)  # noqa: S311 - no secret
    guilty = next(each.name.decode() for each in batch.inputs if b"/f" in each.name)

    def spoiled(self: Status) -> int:
        if Path(self.data_folder or "", guilty).exists():
            raise ZeroDivisionError
        return run(self)

    monkeypatch.setattr(Status, "run", spoiled)
    campaign = Campaign(7, tmp_path / "kept")
    campaign.run(1, sys.float_info.max)
    assert campaign.counts["runs"] == 3
    (kept,) = (tmp_path / "kept").glob("*/data")
    assert [path for path in kept.rglob("*") if path.is_file()] == [kept / guilty]


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("\x1b[2J", "control character (U+001B)"),
        ("x\n ::error::", "command for a log"),
        ("", "unreadable json"),
    ],
)
def test_what_must_never_be_is_seen(
    monkeypatch: pytest.MonkeyPatch, printed: str, fault: str
) -> None:
    def run(_self: Status) -> int:
        sys.stdout.write(printed)
        return 0

    monkeypatch.setattr(Status, "run", run)
    assert fault in set(faults(("status", "--format", "json", "--today", TODAY)))
