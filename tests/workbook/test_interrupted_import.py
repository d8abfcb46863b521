"""Whatever happens to an import over several files, all of it is there afterwards, or none."""

from __future__ import annotations

import csv
import errno
import fcntl
import io
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from forked import FAILED, KILLED, branch_at, fault_at, kill_at, run_and_kill, run_forked
from running import sagaict
from town import Town

from sagaict.writing.change_set import ChangeSet
from sagaict.writing.transaction import recover

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

TODAY = "2026-11-21"
FILES = ("plans/aoba.yaml", "projects/aoba/kiosk.yaml", "projects/aoba/portal.yaml")
CAME: dict[str, dict[tuple[str, str], str]] = {
    "甲課.csv": {("aoba/1-1/online", "R8"): "61.3", ("aoba/kiosk/places", "R8"): "6"},
    "乙課.csv": {("aoba/1-2/leaks", "R8"): "0", ("aoba/portal/visits", "R8"): "1,300"},
}
DONE, REFUSED = 0, 2
WRITING = ChangeSet, "commit"


def table(cells: dict[tuple[str, str], str]) -> str:
    """A table in columns of the export, with provisional figures of the running year."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(
        ("indicator_id", "fiscal_year_label", "actual_value", "actual_state", "actual_as_of")
    )
    for (name, year), value in cells.items():
        writer.writerow((name, year, value, "速報", "R8.9"))
    return stream.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """The town with two tables that came back; in memory where that can be had."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    within = str(memory if os.access(memory, os.W_OK) else tmp_path)
    with tempfile.TemporaryDirectory(dir=within) as folder:
        home = Path(folder)
        Town.found(home)
        for name, cells in CAME.items():
            (home / name).write_text(table(cells), encoding="utf-8")
        yield home


def seen(root: Path) -> tuple[bytes, ...]:
    return tuple((root / "data" / name).read_bytes() for name in FILES)


def lay(root: Path, contents: tuple[bytes, ...]) -> None:
    for name, content in zip(FILES, contents, strict=True):
        (root / "data" / name).write_bytes(content)


def litter(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "data").rglob(".*"))


def take(root: Path) -> int:
    return sagaict("import", *CAME, "--yes", "--today", TODAY, cwd=root).code


def after_next_command(root: Path) -> tuple[bytes, ...]:
    """The files as the next command finds them, which begins by finishing what was decided."""
    recover(root / "data")
    return seen(root)


def both_sides(root: Path) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """The files before and after an import that nothing disturbs; before is how they lie again."""
    before = seen(root)
    assert take(root) == DONE
    after = seen(root)
    assert all(one != other for one, other in zip(before, after, strict=True))
    lay(root, before)
    return before, after


def test_killed_at_any_of_80_random_moments(root: Path) -> None:
    before, after = both_sides(root)
    begun = time.perf_counter()
    assert run_forked(lambda: take(root)) == DONE
    longest = time.perf_counter() - begun
    moments = random.Random(7)  # noqa: S311 - no secret
    killed = 0
    for _number in range(80):
        lay(root, before)
        delay = moments.uniform(0, longest)
        code = run_and_kill(lambda: take(root), delay)
        found = after_next_command(root)
        assert found in (before, after)
        assert found == after or code == KILLED
        killed += code == KILLED
        if code == DONE:  # the machine was busier when it was measured
            longest = delay
    assert killed > 8
    lay(root, before)
    assert take(root) == DONE
    assert sagaict("list", "plans", cwd=root).code == 0
    assert (seen(root), litter(root)) == (after, [])


def test_killed_before_every_single_step(root: Path) -> None:
    before, after = both_sides(root)
    outcomes = []

    def is_last(code: int) -> bool:
        found = after_next_command(root)
        assert found in (before, after)
        outcomes.append(found == after)
        assert code in (DONE, KILLED)
        if code == KILLED:
            lay(root, before)
        return code == DONE

    branch_at(WRITING, lambda: take(root), lambda step: kill_at(step, root / "data"), is_last)
    # Up to the moment of decision all is before, from it on all is after.
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > len(FILES)
    assert outcomes.count(True) > len(FILES)
    assert litter(root) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_fails_at_every_single_step(root: Path, code: int) -> None:
    before, after = both_sides(root)
    outcomes = []

    def fail(step: int) -> None:
        fault_at(step, root / "data", code, lasting=True)

    def is_last(outcome: int) -> bool:
        assert outcome in (DONE, REFUSED)
        found = after_next_command(root)
        assert found in (before, after)
        assert found == after or outcome != DONE
        outcomes.append((outcome, found == after))
        lay(root, before)
        return outcome == DONE

    branch_at(WRITING, lambda: take(root), fail, is_last)
    assert set(outcomes) == {(REFUSED, False), (REFUSED, True), (DONE, True)}


def test_nothing_is_taken_over_while_somebody_else_writes(root: Path) -> None:
    before = seen(root)
    with (root / "data" / ".sagaict-lock").open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        ran = sagaict("import", *CAME, "--yes", "--today", TODAY, cwd=root)
    assert ran.code == REFUSED
    assert "another command is writing to the data just now" in ran.err
    assert seen(root) == before


def test_two_imports_at_once_lose_nothing(root: Path) -> None:
    before, after = both_sides(root)
    for _round in range(10):
        lay(root, before)
        children = []
        for name in CAME:
            child = os.fork()
            if not child:
                code = FAILED
                try:
                    code = persistent(root, name)
                finally:
                    os._exit(code)
            children.append(child)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert codes == [DONE, DONE]
        assert seen(root) == after
    assert litter(root) == []


def persistent(root: Path, name: str) -> int:
    """Run an import again for as long as another one is in its way."""
    for _try in range(200):
        ran = sagaict("import", name, "--yes", "--today", TODAY, cwd=root)
        if ran.code == DONE:
            return DONE
        told = ("another command is writing", "changed meanwhile")
        if not any(text in ran.err for text in told):
            return FAILED
        time.sleep(0.002)
    return FAILED
