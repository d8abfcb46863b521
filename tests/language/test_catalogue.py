"""The Japanese catalogue: complete, current, and true to the messages of the code."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from sagaict.language import DOMAIN, FOLDER
from sagaict.language.words import TERMS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sagaict"
FILES = FOLDER / "ja" / "LC_MESSAGES"
MARKERS = {"_": 1, "mark": 1, "plural": 2}
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠、。]")
WORD = re.compile(r"[a-z]{4,}")


def template() -> Catalog:
    """What `tools/messages.py` finds in the code."""
    place = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return cast("Catalog", module.extracted())


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    return template()


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (FILES / f"{DOMAIN}.po").open("rb") as stream:
        return read_po(stream, locale="ja")


def forms(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def ids(catalog: Catalog) -> set[tuple[str, ...]]:
    return {forms(message.id) for message in catalog if message.id}


def spoken(path: Path) -> Iterator[tuple[str, ...]]:
    """Messages in a file, wherever they stand: in f-strings too, where the extractor is blind."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [
                argument.value
                for argument in node.args[: MARKERS.get(node.func.id, 0)]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
            if texts:
                yield tuple(texts)


def fields(text: str) -> list[str]:
    return sorted(name for _text, name, _spec, _how in string.Formatter().parse(text) if name)


def test_every_message_of_the_code_is_found_by_the_extractor(extracted: Catalog) -> None:
    found = ids(extracted)
    lost = {
        f"{path.relative_to(ROOT)}: {texts}"
        for path in SOURCE.rglob("*.py")
        for texts in spoken(path)
        if texts not in found
    }
    assert not lost


def test_the_catalogue_has_exactly_the_messages_of_the_code(
    extracted: Catalog, catalogue: Catalog
) -> None:
    assert ids(extracted) - ids(catalogue) == set(), "missing: run `make messages`, translate"
    assert ids(catalogue) - ids(extracted) == set(), "left over: run `make messages`"
    assert not catalogue.obsolete


def translated(catalogue: Catalog) -> Iterator[tuple[Message, str, str]]:
    for message in catalogue:
        if message.id:
            for one, other in zip(forms(message.id)[-1:] * 2, forms(message.string), strict=False):
                yield message, one, other


def test_everything_is_translated(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.id and not message.string] == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    for _message, original, translation in translated(catalogue):
        assert translation.strip() or not original.strip()
        words = re.sub(r"\{[^}]*\}|--[a-z-]+", "", original)  # no placeholders, no options
        if WORD.search(words) and not original.startswith("(dynamic)"):
            assert JAPANESE.search(translation), original


def test_placeholders_are_the_same_in_both_languages(catalogue: Catalog) -> None:
    for _message, original, translation in translated(catalogue):
        assert fields(original) == fields(translation), original


def test_the_compiled_catalogue_is_current(catalogue: Catalog) -> None:
    with (FILES / f"{DOMAIN}.mo").open("rb") as stream:
        compiled = read_mo(stream)
    in_po = {forms(message.id): forms(message.string) for message in catalogue if message.id}
    in_mo = {forms(message.id): forms(message.string) for message in compiled if message.id}
    assert in_mo == in_po


@pytest.mark.parametrize(
    ("term", "japanese"),
    [
        ("met", "達成"),
        ("unmet", "未達成"),
        ("on_track", "順調"),
        ("behind", "遅れ"),
        ("pending", "評価中"),
        ("not_reported", "未報告"),
        ("not_due", "期限前"),
        ("undecided", "目標未設定"),
        ("not_assessable", "評価困難"),
        ("not_surveyed", "調査未実施"),
        ("goal", "施策目標値"),
        ("outcome", "成果指標"),
        ("level", "時点値"),
        ("annual", "単年度"),
        ("cumulative", "累計"),
        ("period_total", "期間合計"),
    ],
)
def test_the_terms_of_the_contract(catalogue: Catalog, term: str, japanese: str) -> None:
    message = catalogue.get(TERMS[term])
    assert message is not None
    assert message.string == japanese


@pytest.mark.parametrize(
    ("message", "japanese"),
    [("Achievement rate", "達成率"), ("Progress rate", "進捗率"), ("pt", "ポイント")],
)
def test_the_rates_of_the_contract(catalogue: Catalog, message: str, japanese: str) -> None:
    found = catalogue.get(message)
    assert found is not None
    assert found.string == japanese
