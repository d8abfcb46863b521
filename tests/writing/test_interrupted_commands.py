"""What a command says that finds, or meets, trouble on the disk."""

from __future__ import annotations

import errno
import fcntl
import os
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from forked import KILLED, kill_at, run_forked
from growing_city import PLAN, PORTAL, Grown
from running import TODAY, Ran, git, sagaict

from sagaict.writing.splice import Put
from sagaict.writing.transaction import recover

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

JOURNAL = ".sagaict-journal"


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def record(city: Grown) -> Ran:
    return sagaict("record", "online", "R7", "82", "--today", TODAY, cwd=city.root)


def leave_half(city: Grown) -> None:
    """Kill a command when one of its two files is in place."""
    change_set = city.change_set()
    for file, _plan in city.workspace().plans:
        change_set.change(file, Put(("title",), "改めた計画"))
    for file, _project in city.workspace().projects:
        change_set.change(file, Put(("title",), "改めた事業"))

    def work(step: int) -> int:
        kill_at(step, city.data)
        change_set.commit()
        return 0

    for step in count(1):
        assert run_forked(lambda step=step: work(step)) == KILLED  # type: ignore[misc]
        if (city.plan != PLAN) != (city.portal != PORTAL):
            return
        for left in city.data.rglob(".*"):
            left.unlink()
        Grown.in_folder(city.root)


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("check",),
        ("fmt", "--check"),
        ("export", "--format", "json"),
        ("diff", "--folders", "data", "data"),
    ],
    ids=lambda command: command[0],
)
def test_a_reading_command_sees_the_whole_change_and_writes_nothing(
    city: Grown, command: tuple[str, ...]
) -> None:
    leave_half(city)
    left = {path: path.read_bytes() for path in city.data.rglob("*") if path.is_file()}
    ran = sagaict(*command, cwd=city.root)

    assert ran.code in (0, 1)
    assert "interrupted" not in ran.err
    assert {path: path.read_bytes() for path in city.data.rglob("*") if path.is_file()} == left
    shown = sagaict("show", "aoba", cwd=city.root).out
    assert "改めた計画" in shown
    assert "改めた事業" in sagaict("list", "projects", cwd=city.root).out


def test_the_next_who_writes_completes_the_change(city: Grown) -> None:
    leave_half(city)
    assert record(city).code == 0
    assert "改めた計画" in city.plan
    assert "改めた事業" in city.portal
    assert not (city.data / JOURNAL).exists()


FOREIGN = [
    b"",
    b"{",
    b"[1]",
    b'{"plans/aoba.yaml": "x"}',
    b'{"plans/aoba.yaml": [null, 1]}',
    b'{"../outside.yaml": [null, null]}',
    b'{"projects/../aoba.yaml": [null, null]}',
    b'{"README.md": [null, null]}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", FOREIGN, ids=range(len(FOREIGN)))
def test_a_journal_of_something_else_is_not_followed_and_check_says_so(
    city: Grown, content: bytes
) -> None:
    (city.data / JOURNAL).write_bytes(content)
    assert sagaict("status", cwd=city.root).code == 0
    ran = sagaict("check", "--today", TODAY, cwd=city.root)
    assert ran.code == 1
    assert "data/.sagaict-journal:1:1: " in ran.out
    assert "[foreign-journal]" in ran.out
    assert record(city).code == 2
    assert (city.plan, city.portal) == (PLAN, PORTAL)


def test_a_committed_journal_deletes_nothing(city: Grown) -> None:
    (city.data / JOURNAL).write_text('{"plans/aoba.yaml": [null, null]}', encoding="utf-8")
    for command in (("init", "-q"), ("add", "-f", "--", f"data/{JOURNAL}")):
        git(city.root, *command)
    assert "aoba" in sagaict("status", cwd=city.root).out
    assert "[foreign-journal]" in sagaict("check", "--today", TODAY, cwd=city.root).out
    assert record(city).code == 2
    assert city.plan == PLAN


def test_a_journal_cannot_lead_out_of_the_data(city: Grown) -> None:
    outside = city.root / "outside.yaml"
    outside.write_text("kept\n", encoding="utf-8")
    (city.data / JOURNAL).write_text('{"../outside.yaml": [null, null]}', encoding="utf-8")
    assert sagaict("status", cwd=city.root).code == 0
    assert outside.read_text(encoding="utf-8") == "kept\n"


def test_a_draft_that_is_a_link_is_not_written_through(city: Grown) -> None:
    outside = city.root / "outside.yaml"
    outside.write_text("kept\n", encoding="utf-8")
    (city.data / "plans" / ".aoba.yaml.sagaict-new").symlink_to(outside)
    assert record(city).code == 0
    assert outside.read_text(encoding="utf-8") == "kept\n"
    assert not city.path("plans/aoba.yaml").is_symlink()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (errno.ENOSPC, "sagaict: the disk is full; nothing was written\n"),
        (errno.EDQUOT, "sagaict: the disk is full; nothing was written\n"),
        (errno.EROFS, "sagaict: the data may not be written; nothing was changed\n"),
        (
            errno.EIO,
            (
                "sagaict: the data cannot be written: the drive does not answer as it should; "
                "nothing was changed\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("command", ["record", "fmt"])
def test_trouble_on_the_disk_is_named(city: Grown, code: int, text: str, command: str) -> None:
    odd = PORTAL.replace("id: portal\nplan: aoba\n", "plan: aoba\nid: portal\n")
    city.path("projects/aoba/portal.yaml").write_text(odd, encoding="utf-8")
    with patch("os.fsync", side_effect=OSError(code, os.strerror(code))):
        ran = record(city) if command == "record" else sagaict("fmt", cwd=city.root)
    assert (ran.code, ran.err) == (2, text)
    assert (city.plan, city.portal) == (PLAN, odd)
    assert sorted(path.name for path in city.data.rglob(".*")) == []


def test_a_file_that_could_not_be_put_in_place_is_put_there_by_the_next_command(
    city: Grown,
) -> None:
    real = os.replace

    def fails(source: Path, target: Path) -> None:
        if str(target).endswith(".yaml"):
            raise PermissionError(errno.EACCES, "denied", str(target))
        real(source, target)

    with patch("os.replace", fails):
        ran = record(city)
    assert ran.code == 2
    assert "could not be put in place (you are not permitted to); the next command" in ran.err
    assert city.plan == PLAN
    assert sagaict("status", cwd=city.root).code == 0
    assert city.plan == PLAN
    assert "82" in sagaict("explain", "online", "--as-of", "R7", cwd=city.root).out
    assert recover(city.data)
    assert "              R7: 82\n" in city.plan


@pytest.mark.parametrize("command", [("fmt",), ("check", "--fix")], ids=["fmt", "fix"])
def test_layout_and_mending_leave_a_locked_workspace_alone(
    city: Grown, command: tuple[str, ...]
) -> None:
    odd = PORTAL.replace(
        "R6: 1,000", "R6: １，０００" if command[0] == "check" else "令和6年度: 1000"
    )
    city.path("projects/aoba/portal.yaml").write_text(odd, encoding="utf-8")
    with (city.data / ".sagaict-lock").open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        ran = sagaict(*command, cwd=city.root)
    assert (ran.code, city.portal) == (2, odd)
    assert "another command is writing to the data just now" in ran.err
    sagaict(*command, cwd=city.root)
    assert city.portal == PORTAL
