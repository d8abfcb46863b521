"""The pictures in the READMEs: what the report says now, and pages that have results."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from running import ROOT, sagaict
from screenshots import LIMIT, SHOTS

from sagaict import language

IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
RATE = re.compile(r"\d+\.\d%")
TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_the_picture_is_current(spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "tools")])
    picture = import_module("picture")
    before = language.active()
    language.activate(spoken)
    try:
        drawn = picture.draw(picture.report())
    finally:
        language.activate(before)
    shown = (ROOT / "docs" / "images" / f"status.{spoken}.svg").read_text(encoding="utf-8")
    assert TEXT.findall(shown) == TEXT.findall(drawn), "run make picture"
    assert len(RATE.findall(shown)) == 10  # of 11 indicators one is pending


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.ja.md", "ja")])
def test_each_picture_is_there_small_and_told_in_words(readme: str, lang: str) -> None:
    found = IMAGE.findall((ROOT / readme).read_text(encoding="utf-8"))
    drawn = {f"docs/images/{name}.{lang}.png" for name in SHOTS}
    assert {link for _words, link in found} == {*drawn, f"docs/images/status.{lang}.svg"}
    for words, link in found:
        assert len(words) > 40, link
        assert (ROOT / link).stat().st_size <= LIMIT, link


@pytest.mark.parametrize("name", SHOTS)
def test_what_is_pictured_has_results(name: str, tmp_path: Path) -> None:
    shot, page = SHOTS[name], tmp_path / "page.html"
    thing = shot.page.removeprefix("plans/").removesuffix(".html")
    command = "status" if name == "plan" else "show"  # which the pages of the site are made of
    words = shot.command or (command, thing, "--today", "2026-11-21")
    sagaict("--lang", "en", *words, "--format", "html", "-o", page, cwd=ROOT)
    text = page.read_text(encoding="utf-8")
    # The four that were missed, with their rates; both plans' figures of the path.
    told = ("73,098", "60,000", "101,000", "<svg") if name == "indicator" else ("17.4%", "14.8%")
    assert all(each in text for each in told)
