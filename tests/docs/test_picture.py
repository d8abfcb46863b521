"""The pictures in the READMEs show what the report says now."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import pytest
from running import ROOT

from sagaict import language

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
