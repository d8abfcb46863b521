"""Which folder is read: the one named, the nearest above, or the data that came along."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sagaict.reading.data_folder import DataFolder, NoData, bundled, find_data

SHIPPED = Path(__file__).parents[2] / "data"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`one/` and `two/` hold data, `repo/data/` does as a repository does; none is current."""
    root = tmp_path.resolve()
    for name in ("one/plans", "two/plans", "repo/data/plans", "repo/src/deep", "bare"):
        (root / name).mkdir(parents=True)
    monkeypatch.chdir(root / "bare")
    return root


def test_the_option_wins_over_everything(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folders / "repo")
    environ = {"SAGAICT_DATA": str(folders / "two")}

    assert find_data(str(folders / "one"), environ) == DataFolder(folders / "one", "option")


def test_the_environment_wins_over_where_one_stands(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders / "repo")
    environ = {"SAGAICT_DATA": str(folders / "two")}

    assert find_data(None, environ) == DataFolder(folders / "two", "environment")
    assert find_data("", environ).origin == "environment"


@pytest.mark.parametrize("start", ["repo", "repo/src", "repo/src/deep", "repo/data/plans"])
def test_the_nearest_data_above_is_found(
    folders: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.chdir(folders / start)

    assert find_data(None, {}) == DataFolder(folders / "repo" / "data", "found")


def test_the_nearest_of_two_is_found(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folders / "repo/src/data/plans").mkdir(parents=True)
    monkeypatch.chdir(folders / "repo/src/deep")

    assert find_data(None, {}).path == folders / "repo/src/data"


def test_a_folder_called_data_without_plans_is_passed_over(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folders / "repo/src/data").mkdir()
    monkeypatch.chdir(folders / "repo/src")

    assert find_data(None, {}).path == folders / "repo/data"


@pytest.mark.parametrize("environ", [{}, {"SAGAICT_DATA": ""}])
@pytest.mark.usefixtures("folders")
def test_without_any_the_bundled_data_is_read(environ: dict[str, str]) -> None:
    found = find_data(None, environ)

    assert found == bundled()
    assert found == DataFolder(SHIPPED, "bundled")


def test_the_bundled_data_is_read_where_the_current_folder_is_gone(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folders / "gone").mkdir()
    monkeypatch.chdir(folders / "gone")
    shutil.rmtree(folders / "gone")

    assert find_data(None, {}).origin == "bundled"
    assert Path(bundled().shown) == SHIPPED


@pytest.mark.parametrize("named", ["one", "one/", "./one", "repo/../one"])
def test_a_named_folder_may_be_relative(
    folders: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(folders)

    assert find_data(named, {}).path == folders / "one"


def test_a_repository_may_be_named_instead_of_its_data(folders: Path) -> None:
    assert find_data(str(folders / "repo"), {}).path == folders / "repo" / "data"


def test_home_may_be_written_short(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folders))

    assert find_data("~/one", {}).path == folders / "one"


@pytest.mark.parametrize("named", ["bare", "nowhere", "one/plans"])
def test_a_named_folder_without_plans_is_refused_by_its_name(folders: Path, named: str) -> None:
    text = str(folders / named)
    with pytest.raises(NoData) as by_option:
        find_data(text, {})
    with pytest.raises(NoData) as by_environment:
        find_data(None, {"SAGAICT_DATA": text})

    assert by_option.value.path == by_environment.value.path == text


def test_a_bad_name_is_not_replaced_by_data_found_elsewhere(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders / "repo")
    with pytest.raises(NoData):
        find_data("nowhere", {"SAGAICT_DATA": str(folders / "one")})


def test_a_path_below_is_shown_relative_and_any_other_whole(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders / "repo")

    assert DataFolder(folders / "repo" / "data", "found").shown == "data"
    assert DataFolder(folders / "one", "option").shown == (folders / "one").as_posix()
    assert os.sep != "/" or DataFolder(folders / "repo", "found").shown == "."
