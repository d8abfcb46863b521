"""What was validated is known again by its bytes; a cache that fails is as good as none."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading_samples import INDICATOR, PLAN

from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.reading import cache
from sagaict.reading.cache import Cache, cache_for
from sagaict.reading.cache_folder import cache_folder, use_cache
from sagaict.reading.validation import load
from sagaict.reading.workspace import read_workspace

CONTENT = INDICATOR.encode()
POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Cache]:
    """A cache in which the plan is known."""
    use_cache({"SAGAICT_CACHE_DIR": str(tmp_path / "cache")})
    found = cache_for(tmp_path / "data")
    assert found is not None
    found.keep(CONTENT, Plan, load("p", CONTENT, Plan))
    yield found
    use_cache(None)


def entry(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "cache").glob("*/*")
    return found


def test_the_same_bytes_of_the_same_kind_are_known(kept: Cache) -> None:
    found = kept.found(CONTENT, Plan)
    assert found == load("p", CONTENT, Plan)
    assert found is not None
    assert found.known
    assert kept.found(CONTENT + b"# \n", Plan) is None
    assert kept.found(CONTENT, Project) is None


def test_that_a_comment_may_accept_something_is_known_too(kept: Cache) -> None:
    content = b"# sagaict: accept low-target: reason\n" + CONTENT
    kept.keep(content, Plan, load("p", content, Plan))
    found = kept.found(content, Plan)
    assert found is not None
    assert found.speaks


@pytest.mark.parametrize(
    "text", [PLAN + "unknown: 1\n", PLAN + "note: 申請数 #2は除く\n", "", "a: [\n"]
)
def test_a_file_with_any_problem_is_read_again(kept: Cache, tmp_path: Path, text: str) -> None:
    result = load("p", text.encode(), Plan)
    assert result.problems
    kept.keep(text.encode(), Plan, result)
    assert kept.found(text.encode(), Plan) is None
    assert entry(tmp_path).is_file()  # the one that was there before


def test_a_damaged_entry_is_as_good_as_none_and_is_mended(kept: Cache, tmp_path: Path) -> None:
    path = entry(tmp_path)
    whole = path.read_bytes()
    flipped = whole.replace("満足度".encode(), "不満度".encode())
    for damaged in (b"", whole[:-1], whole[: len(whole) // 2], whole + b" ", b"\n" + whole):
        path.write_bytes(damaged)
        assert kept.found(CONTENT, Plan) is None
    if flipped != whole:
        path.write_bytes(flipped)
        assert kept.found(CONTENT, Plan) is None
    kept.keep(CONTENT, Plan, load("p", CONTENT, Plan))
    assert path.read_bytes() == whole
    path.unlink()
    path.mkdir()
    assert kept.found(CONTENT, Plan) is None


def test_an_entry_put_in_the_place_of_another_is_not_believed(kept: Cache, tmp_path: Path) -> None:
    other = PLAN.encode()
    whole = entry(tmp_path).read_bytes()
    kept.keep(other, Plan, load("p", other, Plan))
    for path in (tmp_path / "cache").glob("*/*"):
        path.write_bytes(whole)
    assert kept.found(other, Plan) is None
    assert kept.found(CONTENT, Plan) == load("p", CONTENT, Plan)


def test_an_entry_of_another_form_is_not_believed(kept: Cache, tmp_path: Path) -> None:
    path = entry(tmp_path)
    for text in (b'[false,["Terms",{}]]', b'[false,["Stranger",{}]]', b"[]", b"7", b"\xff"):
        path.write_bytes(cache._seal(path, text) + b"\n" + text)  # noqa: SLF001 - as if it were ours
        assert kept.found(CONTENT, Plan) is None


@POSIX
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707, 0o722])
def test_a_folder_in_which_others_may_look_is_not_used(
    kept: Cache, tmp_path: Path, mode: int
) -> None:
    folder = entry(tmp_path).parent
    folder.chmod(mode)
    again = Cache(tmp_path / "cache")
    assert kept.found(CONTENT, Plan) is not None  # looked at when the program began
    assert again.found(CONTENT, Plan) is None
    again.keep(PLAN.encode(), Plan, load("p", PLAN.encode(), Plan))
    assert entry(tmp_path).is_file()  # and no other


@POSIX
def test_a_folder_that_is_a_link_is_not_used(kept: Cache, tmp_path: Path) -> None:
    folder = entry(tmp_path).parent
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert kept.found(CONTENT, Plan) is not None
    assert Cache(tmp_path / "cache").found(CONTENT, Plan) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    closed = Cache(tmp_path / "cache")
    result = load("p", CONTENT, Plan)
    closed.keep(CONTENT, Plan, result)
    closed.keep(CONTENT, Plan, result)
    closed.tidy()
    assert closed.found(CONTENT, Plan) is None
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "a file"


def test_a_full_disk_leaves_no_entry(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    kept.keep(PLAN.encode(), Plan, load("p", PLAN.encode(), Plan))
    assert kept.found(PLAN.encode(), Plan) is None
    assert kept.found(CONTENT, Plan) is not None


def test_the_oldest_go_when_there_are_too_many(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = [CONTENT + b"#" * number for number in range(1, 4)]
    (first,) = {entry(tmp_path)}
    for content in contents:
        kept.keep(content, Plan, load("p", content, Plan))
    paths = sorted((tmp_path / "cache").glob("*/*"), key=lambda path: path != first)
    for number, path in enumerate(paths):
        os.utime(path, (time.time() - 100 + number,) * 2)
    monkeypatch.setattr(cache, "MOST_BYTES", sum(path.stat().st_size for path in paths[1:]))
    kept.tidy()
    assert sorted((tmp_path / "cache").glob("*/*")) == sorted(paths[1:])
    assert kept.found(CONTENT, Plan) is None


def test_what_is_old_goes_whatever_version_wrote_it_and_nothing_else(
    kept: Cache, tmp_path: Path
) -> None:
    folder = entry(tmp_path).parent
    other = folder.with_name("validated-00")
    other.mkdir(mode=0o700)
    strangers = [other / "letter.txt", tmp_path / "cache" / "photo.jpg"]
    old = [other / ("a" * 40), folder / ("b" * 40 + ".123")]
    for path in (*strangers, *old):
        path.write_bytes(b"")
        os.utime(path, (time.time() - cache.LONGEST - 60,) * 2)
    kept.tidy()
    assert [path.exists() for path in (*strangers, *old)] == [True, True, False, False]
    strangers[0].unlink()
    kept.tidy()
    assert not other.exists()
    assert kept.found(CONTENT, Plan) is not None


def test_what_another_program_has_taken_away_meanwhile_is_no_trouble(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = entry(tmp_path).with_name("c" * 40)
    monkeypatch.setattr(cache, "_entries", lambda _top: iter([gone]))
    kept.tidy()
    assert kept.found(CONTENT, Plan) is not None


def test_another_state_of_the_code_does_not_believe_this_one(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_code", lambda: "another")
    assert Cache(tmp_path / "cache").found(CONTENT, Plan) is None
    assert kept.found(CONTENT, Plan) is not None


def test_nothing_is_kept_among_the_data_or_by_a_path_that_could_lead_there(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    link = tmp_path / "link"
    link.symlink_to(data)
    try:
        for named in (str(data), str(data / "a" / "b"), str(link), "cache", "", "./x"):
            use_cache({"SAGAICT_CACHE_DIR": named})
            assert cache_folder(data) is None, named
        use_cache({"SAGAICT_CACHE_DIR": str(tmp_path)})
        assert cache_folder(data) == tmp_path
        use_cache(None)
        assert cache_folder(data) is None
    finally:
        use_cache(None)


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.cache/sagaict"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "/c/sagaict"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "c"}, "/h/.cache/sagaict"),
        ("linux", {}, None),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/sagaict"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/sagaict/Cache"),
        ("win32", {}, None),
    ],
)
def test_the_folder_is_where_the_system_has_caches(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    system: str,
    environ: dict[str, str],
    folder: str | None,
) -> None:
    monkeypatch.setattr("sys.platform", system)
    use_cache(environ)
    found = cache_folder(tmp_path)
    use_cache(None)
    assert (found.as_posix() if found else None) == folder


def test_a_strangers_folder_is_never_looked_into(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "plans").mkdir(parents=True)
    (data / "plans" / "p.yaml").write_bytes(CONTENT)
    use_cache({"SAGAICT_CACHE_DIR": str(data / "cache")})
    read_workspace(data)
    use_cache(None)
    assert sorted(path.name for path in data.iterdir()) == ["plans"]
