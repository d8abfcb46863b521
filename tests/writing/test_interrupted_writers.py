"""Whatever happens to a command that changes several files, the next one sees all or nothing."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from forked import FAILED, KILLED, fault_at, kill_at, run_and_kill, run_forked, touches

from sagaict.cli.frame.session import open_session
from sagaict.writing.transaction import (
    Busy,
    ChangedMeanwhile,
    Edit,
    Unfinished,
    commit,
    locked,
    recover,
)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

Files = dict[str, bytes]
ONE: Files = {
    "plans/a.yaml": b"a: 1\n",
    "plans/b.yaml": b"b: 1\n" * 2000,
    "projects/a/x.yaml": b"x: 1\r\n",
    "projects/a/only-in-one.yaml": b"y: 1\n",
    "projects/b/same.yaml": b"s\n",
}
OTHER: Files = {
    "plans/a.yaml": b"a: 2\n" * 3,
    "plans/b.yaml": b"",
    "projects/a/x.yaml": b"x: 2\r\n",
    "projects/new/only-in-other.yaml": b"z: 2\n",
    "projects/b/same.yaml": b"s\n",
}
COMMITTED, NOTHING_WRITTEN, TO_BE_FINISHED = 0, 1, 2


def lay(root: Path, files: Files) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def seen(root: Path) -> Files:
    """The files of the data, without what begins with a dot."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*.yaml")
        if not path.name.startswith(".")
    }


def litter(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob(".*"))


def edits(root: Path, old: Files, new: Files) -> list[Edit]:
    names = sorted(old.keys() | new.keys())
    found = [Edit(root / name, old.get(name), new.get(name)) for name in names]
    return [edit for edit in found if edit.before != edit.after]


def write(root: Path, old: Files, new: Files) -> int:
    """What a command does; told by a number, since it runs in a process of its own."""
    try:
        with locked(root):
            commit(root, edits(root, old, new))
    except Unfinished:
        return TO_BE_FINISHED
    except OSError:
        return NOTHING_WRITTEN
    return COMMITTED


def steps(root: Path) -> int:
    """How many steps it takes to write, as many one way as the other."""

    def work() -> int:
        counted = touches(root)
        return counted() if write(root, ONE, OTHER) == COMMITTED else FAILED

    number = run_forked(work)
    assert write(root, OTHER, ONE) == COMMITTED
    assert 20 < number < FAILED
    return number


def other(files: Files) -> Files:
    return OTHER if files == ONE else ONE


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A data folder; in memory where that can be had, since a real disk makes each write slow."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    within = str(memory if os.access(memory, os.W_OK) else tmp_path)
    with tempfile.TemporaryDirectory(dir=within) as folder:
        lay(Path(folder), ONE)
        yield Path(folder)


def test_killed_at_any_of_200_random_moments(root: Path) -> None:
    before = time.perf_counter()
    assert write(root, ONE, OTHER) == COMMITTED
    longest = time.perf_counter() - before
    moments = random.Random(4)  # noqa: S311 - no secret
    now, codes = OTHER, []
    for _number in range(200):
        wanted = other(now)
        delay = moments.uniform(0, longest)
        code = run_and_kill(
            lambda now=now, wanted=wanted: write(root, now, wanted),  # type: ignore[misc]
            delay,
        )
        assert code in (KILLED, COMMITTED)
        recover(root)
        found = seen(root)
        assert found in (now, wanted)
        assert found == wanted or code == KILLED
        codes.append(code)
        if code == COMMITTED:  # the machine was busier when it was measured
            longest = delay
        now = found
    assert codes.count(KILLED) > 20
    assert run_forked(lambda: write(root, now, other(now))) == COMMITTED
    assert litter(root) == []


def test_killed_before_every_single_step(root: Path) -> None:
    now, outcomes = ONE, set()
    for step in count(1):
        wanted = other(now)

        def work(step: int = step, now: Files = now, wanted: Files = wanted) -> int:
            kill_at(step, root)
            return write(root, now, wanted)

        code = run_forked(work)
        recover(root)
        found = seen(root)
        assert found in (now, wanted)
        outcomes.add(found == wanted)
        now = found
        if code == COMMITTED:
            break
        assert code == KILLED
    assert outcomes == {False, True}


def interrupted(root: Path, step: int) -> None:
    """Kill a command at a step at which some files are in place and others are not."""
    assert run_forked(lambda: _killed_at(step, root)) == KILLED


def _killed_at(step: int, root: Path) -> int:
    kill_at(step, root)
    return write(root, ONE, OTHER)


def half_way(root: Path) -> int:
    """Such a step."""
    for step in count(1):
        interrupted(root, step)
        if seen(root) != ONE:
            break
        assert not recover(root) or write(root, OTHER, ONE) == COMMITTED
    assert seen(root) != OTHER
    recover(root)
    assert write(root, OTHER, ONE) == COMMITTED
    return step


def test_killed_while_finishing_what_was_killed(root: Path) -> None:
    half = half_way(root)
    for step in count(1):
        interrupted(root, half)

        def finish(step: int = step) -> int:
            kill_at(step, root)
            return COMMITTED if recover(root) else FAILED

        code = run_forked(finish)
        recover(root)
        assert seen(root) == OTHER
        if code != KILLED:
            assert code == COMMITTED
            break
        assert write(root, OTHER, ONE) == COMMITTED
    assert step > 5


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_fault_at_every_single_step(root: Path, code: int, *, lasting: bool) -> None:
    now, outcomes = ONE, set()
    for step in range(1, steps(root) + 1):
        wanted = other(now)

        def work(step: int = step, now: Files = now, wanted: Files = wanted) -> int:
            fault_at(step, root, code, lasting=lasting)
            return write(root, now, wanted)

        outcome = run_forked(work)
        assert outcome != FAILED
        if outcome == NOTHING_WRITTEN:
            assert seen(root) == now
        recover(root)
        assert seen(root) == (now if outcome == NOTHING_WRITTEN else wanted)
        outcomes.add(outcome)
        now = seen(root)
    assert outcomes == {COMMITTED, NOTHING_WRITTEN, TO_BE_FINISHED}
    assert write(root, now, other(now)) == COMMITTED
    assert litter(root) == []


def test_a_disk_that_is_really_full(root: Path) -> None:
    large = {**OTHER, "plans/b.yaml": b"b" * 200_000}

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        return write(root, ONE, large)

    assert run_forked(work) == NOTHING_WRITTEN
    assert (seen(root), litter(root)) == (ONE, [])


def test_a_folder_that_may_not_be_written(root: Path) -> None:
    folder = root / "projects" / "a"

    def work() -> int:
        if os.geteuid() == 0:
            for path in (root, *root.rglob("*")):
                os.chown(path, 65534, 65534)
            os.setuid(65534)
        folder.chmod(0o555)
        try:
            return write(root, ONE, OTHER)
        finally:
            folder.chmod(0o755)

    assert run_forked(work) == NOTHING_WRITTEN
    assert (seen(root), litter(root)) == (ONE, [])
    assert not (root / "projects" / "new").exists()


def test_what_was_changed_by_hand_meanwhile_is_not_written_over(root: Path) -> None:
    (root / "plans" / "b.yaml").write_bytes(b"by hand\n")
    with locked(root), pytest.raises(ChangedMeanwhile) as caught:
        commit(root, edits(root, ONE, OTHER))
    assert caught.value.path == root / "plans" / "b.yaml"
    assert seen(root) == {**ONE, "plans/b.yaml": b"by hand\n"}


def test_what_was_written_by_hand_after_a_kill_is_put_aside(root: Path) -> None:
    interrupted(root, half_way(root))
    (root / "projects" / "a" / "x.yaml").write_bytes(b"by hand\n")
    assert recover(root)
    assert seen(root) == OTHER
    saved = root / "projects" / "a" / "x.yaml.sagaict-saved"
    assert saved.read_bytes() == b"by hand\n"


def test_what_nobody_wrote_by_hand_after_a_kill_is_not_put_aside(root: Path) -> None:
    interrupted(root, half_way(root))
    found = seen(root)
    assert found not in (ONE, OTHER)  # some files hold what they did, others what they shall
    assert recover(root)
    assert list(root.rglob("*.sagaict-saved")) == []


def test_only_one_writer_at_a_time(root: Path) -> None:
    with locked(root):
        with pytest.raises(Busy), locked(root):
            pass
        assert not recover(root)
    assert write(root, ONE, OTHER) == COMMITTED


def test_every_writer_gets_its_turn_and_no_reader_sees_half(root: Path) -> None:
    folder = root / "city"
    plan = "id: {0}\ntitle: 計画\nperiod: R6-R9\ndocuments:\n  d:\n    title: 資料\n"
    lay(folder, {f"data/plans/{name}.yaml": plan.format(name).encode() for name in "ab"})
    writers, turns = 4, 5

    def writer(number: int) -> int:
        from sagaict.cli.frame.changes import change_set_for
        from sagaict.writing.splice import Put

        for turn in range(turns):
            while True:
                session = open_session(str(folder), "2026-11-21", None)
                change_set = change_set_for(session)
                for file, _plan in session.workspace.plans:
                    change_set.change(
                        file, Put(("documents", f"d-{number}-{turn}"), {"title": "資料"})
                    )
                try:
                    change_set.commit()
                    break
                except (Busy, ChangedMeanwhile):
                    time.sleep(0.001)
        return 0

    children = []
    for number in range(writers):
        child = os.fork()
        if not child:
            code = FAILED
            try:
                code = writer(number)
            finally:
                os._exit(code)
        children.append(child)
    looks: list[int] = []
    while children:
        looks.append(_documents_in_both(folder))
        done, status = os.waitpid(-1, os.WNOHANG)
        if done in children:
            children.remove(done)
            assert os.waitstatus_to_exitcode(status) == 0
    assert looks == sorted(looks)
    assert _documents_in_both(folder) == 1 + writers * turns
    assert litter(folder) == []


def _documents_in_both(root: Path) -> int:
    plans = open_session(str(root), "2026-11-21", None).workspace.plans
    [one, two] = [plan.documents.keys() for _file, plan in plans]
    assert one == two
    return len(one)
