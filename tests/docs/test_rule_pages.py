"""The pages of the rules are those of the rules there are, in the words the catalogue has."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from markdown_it import MarkdownIt
from running import ROOT

from sagaict import language
from sagaict.checking.rules import ALL

FOLDER = ROOT / "docs" / "rules"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_file_location("rule_pages", ROOT / "tools" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_current(tool: ModuleType) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == tool.pages(), "run make docs"


def test_every_rule_has_a_page_and_is_listed(tool: ModuleType) -> None:
    pages = tool.pages()
    assert set(pages) == {"README.md", *(f"{rule.id}.md" for rule in ALL)}
    for rule in ALL:
        assert f"]({rule.id}.md)" in pages["README.md"]


def test_samples_stand_in_their_pages_as_they_are(tool: ModuleType) -> None:
    pages = tool.pages()
    for rule in ALL:
        tokens = MarkdownIt("commonmark").parse(pages[f"{rule.id}.md"])
        blocks = [token.content for token in tokens if token.type == "fence"]
        assert rule.bad in blocks
        assert rule.good in blocks


def test_making_pages_leaves_the_language_alone(tool: ModuleType) -> None:
    spoken = language.active()
    tool.pages()
    assert language.active() == spoken
