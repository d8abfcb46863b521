"""What the guides say exists: options, rules, files, links."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from running import ROOT, sagaict

from sagaict.checking.fixes import FIXABLE
from sagaict.checking.rules import BY_ID
from sagaict.reporting.check_formats import FORMATS

PAGES = (
    "commands",
    "excel",
    "changing-a-plan",
    "from-a-table",
    "files",
    "forms",
    "computing",
    "data",
    "managing-plans",
    "open-data",
    "open-data-columns",
    "site",
)
GUIDES = [
    *(
        ROOT / "docs" / f"{name}.{end}"
        for name in (*PAGES, "reviewers", "ci", "one-year")
        for end in ("md", "ja.md")
    ),
    ROOT / "README.md",
    ROOT / "README.ja.md",
    ROOT / "CONTRIBUTING.md",
]
COMMANDS = re.compile(
    r"^\$ sagaict (?P<command>(?:(?:new|add) )?[a-z-]+)(?P<rest>.*?)(?:\s+#.*)?$", re.MULTILINE
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", text_of(path), flags=re.DOTALL | re.MULTILINE)
    links = re.findall(r"\]\(([^)\s]+)\)", prose)
    assert links
    for link in links:
        target = link.partition("#")[0]
        if target and "://" not in target:
            assert (path.parent / unquote(target)).exists(), link


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_options_shown_exist(path: Path, tmp_path: Path) -> None:
    helps: dict[str, str] = {}
    shown = list(COMMANDS.finditer(text_of(path)))
    assert len(shown) == len(re.findall(r"^\$ sagaict [a-z]", text_of(path), re.MULTILINE))
    for match in shown:
        name = match["command"]
        if name not in helps:
            helps[name] = sagaict(*name.split(), "--help", cwd=tmp_path).out
        for option in re.findall(r"(?<=\s)--[a-z-]+", match["rest"]):
            assert option in helps[name], (match[0], option)


@pytest.mark.parametrize("name", ["ci.md", "ci.ja.md"])
def test_all_options_and_forms_of_the_check_are_told(name: str, tmp_path: Path) -> None:
    text = text_of(ROOT / "docs" / name)
    offered = set(re.findall(r"--[a-z-]+", sagaict("check", "--help", cwd=tmp_path).out))
    common = {"--today", "--data", "--lang", "--help"}
    assert {option for option in offered - common if f"`{option}" not in text} == set()
    assert {form for form in FORMATS if f"`{form}`" not in text} == set()


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_rules_named_exist(path: Path) -> None:
    text = text_of(path)
    named = re.findall(r"sagaict: accept ([a-z-]+):", text)
    named += re.findall(r"- rule: ([a-z-]+)", text)
    named += re.findall(r"sagaict rule ([a-z]+-[a-z-]+)", text)
    assert [rule for rule in named if rule not in BY_ID] == []


def test_japanese_and_english_have_the_same_sections() -> None:
    for name in (*PAGES, "ci", "reviewers", "one-year"):
        one, other = (text_of(ROOT / "docs" / f"{name}.{end}") for end in ("md", "ja.md"))
        count = [len(re.findall(r"^(#+|\||```)", text, re.MULTILINE)) for text in (one, other)]
        assert count[0] == count[1]


def test_what_the_fix_mends_is_told() -> None:
    assert {
        "byte-order-mark",
        "number-comma-in-brackets",
        "number-full-width",
        "number-separator",
        "unused-acceptance",
        "yaml-colon-in-text",
        "yaml-colon-without-space",
        "yaml-dash-without-space",
        "yaml-full-width-colon",
        "yaml-full-width-space",
        "yaml-sign",
        "yaml-text-behind",
    } == FIXABLE
