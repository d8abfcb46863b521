"""`sagaict undo`: the last write is taken back, if nobody has touched its files since."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path

import pytest
from growing_city import Grown
from running import TODAY, Ran, sagaict

from sagaict.reading.cache_folder import use_cache
from sagaict.writing import transaction
from sagaict.writing.last_write import last_write
from sagaict.writing.transaction import Edit, commit, locked

RECORD = ("record", "satisfied", "R7", "70", "--source", "main p.9")
PROJECT = ("new", "project", "aoba/rpa", "--measure", "1-1", "--title", "RPA", "--source", "main 1")


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path / "city")


def run(city: Grown, *arguments: str, cache: bool = True) -> Ran:
    folder = str(city.root.parent / "cache") if cache else ""
    env = {"SAGAICT_CACHE_DIR": folder}
    return sagaict(*arguments, "--today", TODAY, cwd=city.root, env=env)


def files(city: Grown) -> dict[str, bytes]:
    return {
        path.relative_to(city.root).as_posix(): path.read_bytes()
        for path in city.root.rglob("*")
        if path.is_file()
    }


def note(files: object) -> bytes:
    return json.dumps({"when": "2026-11-21T10:00:00+09:00", "files": files}).encode()


def kept(city: Grown) -> Path:
    return next((city.root.parent / "cache" / "last-writes").iterdir())


def test_a_write_is_taken_back_and_put_back(city: Grown) -> None:
    before = files(city)
    assert run(city, *RECORD).code == 0
    after = files(city)
    ran = run(city, "undo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("Taken back, what was written on 20")
    assert ran.lines[0].endswith(": plans/aoba.yaml")
    assert "aoba/1-1/satisfied" in ran.lines[1]
    assert ran.lines[-1] == "To put it back: sagaict undo"
    assert files(city) == before
    assert run(city, "undo").code == 0
    assert files(city) == after


def test_a_dry_run_shows_the_lines_and_changes_nothing(city: Grown) -> None:
    run(city, *RECORD)
    after = files(city)
    ran = run(city, "undo", "--dry-run")
    assert ran.code == 0
    assert "-                value: 70\n" in ran.out
    assert "Taken back" not in ran.out
    assert re.search(
        "^Undoing what was written on 20.* would change this: plans/", ran.out, re.MULTILINE
    )
    assert files(city) == after
    assert run(city, "undo").code == 0


def test_what_was_new_goes_and_comes_back(city: Grown) -> None:
    before = files(city)
    assert run(city, *PROJECT).code == 0
    after = files(city)
    assert run(city, "undo").code == 0
    assert files(city) == before
    assert run(city, "undo").code == 0
    assert files(city) == after


def test_settings_and_layout_are_taken_back_too(city: Grown) -> None:
    city.write("plans/aoba.yaml", city.plan.replace("R6: 3,000", "R6: 3000"))
    before = files(city)
    run(city, "set", "settings", "cycle.council", "7-15")
    run(city, "undo")
    assert files(city) == before
    sagaict("fmt", cwd=city.root, env={"SAGAICT_CACHE_DIR": str(city.root.parent / "cache")})
    assert files(city) != before
    run(city, "undo")
    assert files(city) == before


def test_what_was_changed_since_is_left_alone(city: Grown) -> None:
    run(city, *RECORD)
    city.write("plans/aoba.yaml", city.plan + "# 手で\n")
    after = files(city)
    ran = run(city, "undo")
    assert (ran.code, ran.out) == (2, "")
    assert "changed since the last command wrote, and left as it is: plans/aoba.yaml" in ran.err
    assert files(city) == after


def test_only_the_last_write_is_known(city: Grown) -> None:
    run(city, *RECORD)
    first = city.plan
    run(city, "set", "online", "note", "注")
    run(city, "undo")
    assert city.plan == first


def test_where_nothing_was_kept_nothing_is_taken_back(city: Grown) -> None:
    assert "no write is known" in run(city, "undo").err
    run(city, *RECORD, cache=False)
    for cache in (True, False):
        assert "no write is known" in run(city, "undo", cache=cache).err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        note({"plans/aoba.yaml": 1}),
        note({"plans/aoba.yaml": ["?", None]}),
        note({"../aoba.yaml": [None, None]}),
        note({"plans/../../x.yaml": [None, None]}),
        json.dumps({"files": {"plans/aoba.yaml": [None, None]}, "when": "now"}).encode(),
        b"[" * 100_000,
    ],
)
def test_a_damaged_note_is_none(city: Grown, content: bytes) -> None:
    run(city, *RECORD)
    kept(city).write_bytes(content)
    assert "no write is known" in run(city, "undo").err


def test_a_folder_of_anybody_is_not_believed(city: Grown) -> None:
    run(city, *RECORD)
    kept(city).parent.chmod(0o777)
    assert "no write is known" in run(city, "undo").err


def test_a_write_that_fails_leaves_the_one_before_to_be_taken_back(
    city: Grown, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(city, *RECORD)
    root, path = city.root / "data", city.root / "data" / "plans" / "aoba.yaml"
    now = path.read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    use_cache({"SAGAICT_CACHE_DIR": str(city.root.parent / "cache")})
    try:
        before = last_write(root)
        with monkeypatch.context() as patched:
            patched.setattr(transaction, "_decide", full)
            with locked(root), pytest.raises(OSError, match="full"):
                commit(root, [Edit(path, now, b"id: x\n")])
        assert before is not None
        assert last_write(root) == before
    finally:
        use_cache(None)
    assert path.read_bytes() == now
    assert run(city, "undo").code == 0


def test_a_cache_that_cannot_be_written_hinders_nothing(city: Grown) -> None:
    (city.root.parent / "cache").write_text("")
    assert run(city, *RECORD).code == 0
    assert "no write is known" in run(city, "undo").err
