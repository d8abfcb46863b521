"""Which language is spoken."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from sagaict import language
from sagaict.language import activate, active, choose, plural


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A standard output that can print Japanese, and the language of before afterwards."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    before = active()
    yield
    activate(before)


def prints_in(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("status", "ja"),
        ("--lang en status", "en"),
        ("status --lang en", "en"),
        ("status --lang=en", "en"),
        ("status --lang=ja", "ja"),
        ("status --lang EN", "en"),
        ("status --lang en_GB", "en"),
        ("status --lang english", "en"),
        ("status --lang ja-JP", "ja"),
        ("status --lang", "ja"),
        ("show -- --lang en", "ja"),
        ("status --lang en --lang ja", "en"),
    ],
)
def test_asked_for_on_the_command_line(line: str, expected: str) -> None:
    assert choose(line.split(), {}) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "ja"),
        ({"SAGAICT_LANG": "en"}, "en"),
        ({"SAGAICT_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ({"SAGAICT_LANG": "fr", "LANG": "en_US.UTF-8"}, "en"),
        ({"SAGAICT_LANG": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "C"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "ja"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "ja_JP"}, "en"),
        ({"LC_ALL": "ja_JP", "LC_MESSAGES": "en_US"}, "ja"),
    ],
)
def test_asked_for_by_the_environment(environ: dict[str, str], expected: str) -> None:
    assert choose(["status"], environ) == expected


def test_the_command_line_wins() -> None:
    assert choose(["--lang", "en"], {"SAGAICT_LANG": "ja"}) == "en"
    assert choose(["--lang", "xx"], {"SAGAICT_LANG": "en"}) == "en"


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1"])
def test_what_cannot_print_japanese_gets_english(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    prints_in(monkeypatch, encoding)
    assert choose([], {}) == "en"
    assert choose([], {"LANG": "ja_JP.UTF-8"}) == "en"
    # Whoever asks for Japanese by name gets it.
    assert choose(["--lang", "ja"], {}) == "ja"
    assert choose([], {"SAGAICT_LANG": "ja"}) == "ja"


@pytest.mark.parametrize("encoding", ["cp932", "euc-jp", "utf-8"])
def test_japanese_encodings_get_japanese(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    prints_in(monkeypatch, encoding)
    assert choose([], {}) == "ja"


def test_activating_a_language() -> None:
    activate("ja")
    assert active() == "ja"
    assert language._("met") == "達成"
    activate("en")
    assert active() == "en"
    assert language._("met") == "met"
    assert language._("not in any catalogue") == "not in any catalogue"


def test_counted_messages_in_english() -> None:
    activate("en")
    assert plural("{n} file", "{n} files", 1) == "{n} file"
    assert plural("{n} file", "{n} files", 2) == "{n} files"
    assert plural("{n} file", "{n} files", 0) == "{n} files"
