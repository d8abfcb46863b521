"""The readers of YAML agree with each other, with ruamel.yaml, and with or without the C parser."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml_documents import PLAIN, documents

from sagaict.reading.problem import Place
from sagaict.reading.source_text import decode
from sagaict.reading.yaml_events import Marked, parse_marked
from sagaict.reading.yaml_plain import Irregular, parse

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(DATA.rglob("*.yaml"))
without_c = mock.patch.dict(sys.modules, {"yaml.cyaml": None})


def read_by_ruamel(text: str) -> Any:
    return _plain(YAML(typ="base", pure=True).compose(io.StringIO(text)))


def _plain(node: Any) -> Any:
    if isinstance(node, MappingNode):
        return {_plain(key): _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    is_null = not node.style and node.value in ("", "null", "Null", "NULL", "~")
    return None if is_null else node.value


def read_with_places(text: str) -> Marked:
    root, problems = parse_marked(text)
    assert problems == []
    assert root is not None
    return root


def scalars(node: Marked) -> Iterator[tuple[str | None, Place]]:
    """Every key and scalar with its place."""
    if isinstance(node.value, dict):
        yield from node.keys.items()
        for value in node.value.values():
            yield from scalars(value)
    elif isinstance(node.value, list):
        for value in node.value:
            yield from scalars(value)
    else:
        yield node.value, node.place


def test_there_is_data_to_compare() -> None:
    assert {"plans", "projects"} <= {part for file in FILES for part in file.parts}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(DATA).as_posix())
def test_shipped_file_is_read_alike_by_all(file: Path) -> None:
    text = decode(file.read_bytes()).text
    assert text is not None
    root = read_with_places(text)

    assert parse(text) == root.plain() == read_by_ruamel(text)
    with without_c:
        assert parse(text) == root.plain()
        assert read_with_places(text) == root


@settings(max_examples=60)
@given(documents())
def test_document_is_read_as_what_it_was_written_from(document: tuple[str, Any]) -> None:
    text, value = document

    assert parse(text) == value
    assert read_with_places(text).plain() == value
    assert read_by_ruamel(text) == value


@settings(max_examples=60)
@given(documents())
def test_without_the_c_parser_values_and_places_are_the_same(document: tuple[str, Any]) -> None:
    text, value = document
    root = read_with_places(text)
    with without_c:
        assert parse(text) == value
        assert read_with_places(text) == root


@settings(max_examples=60)
@given(documents())
def test_every_scalar_stands_at_its_place(document: tuple[str, Any]) -> None:
    text, _value = document
    lines = text.split("\n")
    for value, place in scalars(read_with_places(text)):
        written = lines[place.line - 1][place.column - 1 :]
        there = written[: place.length]
        if value is None:
            assert there in ("", "null", "Null", "NULL", "~")
        elif there and there[0] in "'\"":
            assert there[-1] == there[0]
            assert len(there) >= len(value) + 2 - value.count("\n")
        elif written.startswith("|"):
            assert value.endswith("\n")
        else:
            assert there == value


@pytest.mark.parametrize("written", PLAIN)
def test_plain_scalar_stays_text(written: str) -> None:
    assert parse(f"a: {written}\n{written}: b\n") == {"a": written, written: "b"}


@pytest.mark.parametrize("written", ["", "null", "Null", "NULL", "~"])
@pytest.mark.parametrize("parser", ["c", "python"])
def test_only_a_plain_null_is_nothing(written: str, parser: str) -> None:
    text = f"plain: {written}\nquoted: '{written}'\ndouble: \"{written}\"\n"
    with mock.patch.dict(sys.modules, {"yaml.cyaml": None} if parser == "python" else {}):
        assert parse(text) == {"plain": None, "quoted": written, "double": written}


@pytest.mark.parametrize(
    "text",
    [
        "a: [b\n",
        "a: b: c\n",
        "a: 'b\n",
        "a: 1\na: 2\n",
        "a: *b\n",
        "a: &b c\n",
        "a: !c d\n",
        "? [a]\n: b\n",
        "a: 1\n---\nb: 2\n",
        "~: 1\n",
        "[" * 33 + "]" * 33,
    ],
)
def test_what_the_slow_reader_finds_irregular_the_fast_one_refuses(text: str) -> None:
    _root, problems = parse_marked(text)
    assert problems

    with pytest.raises(Irregular):
        parse(text)
    with without_c, pytest.raises(Irregular):
        parse(text)
