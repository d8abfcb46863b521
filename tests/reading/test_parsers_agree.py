"""Whether PyYAML has its C parser or not, a text is read alike or refused by both.

Random texts are made of the signs of YAML. What the two parsers read differently is refused as
`yaml-disputed` or `yaml-tab`, by either.
"""

from __future__ import annotations

import sys
from typing import Any
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sagaict.reading.yaml_dialect import disputed
from sagaict.reading.yaml_parsers import version
from sagaict.reading.yaml_plain import Irregular, parse

SIGNS = [
    *"abéR日　=@`~?<:{}[],\t#|>\"'%!-\\",
    *("- ", "? ", ": ", "k: ", "\n", "\n  ", "\n    ", " #", "|-", "|2", "---", "\n---\n", "..."),
    *("\n...\n", "1,500", "\\ud800", "\\U00110000", "\\e", "%a\n---\n"),
]
texts = st.builds(
    str.__add__,
    st.sampled_from(["", "k: ", "[", "{k: ", '"', "- "]),
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=10).map("".join),
)
without_c = mock.patch.dict(sys.modules, {"yaml.cyaml": None})


def read(text: str) -> Any:
    try:
        return parse(text)
    except Irregular:
        return Irregular


@settings(max_examples=600)
@given(texts)
@example("a\t")
@example("a: b\t# c")
@example("k: |#")
@example("{k:}")
@example("[a?, b]")
@example("%foo\n---\na: b")
@example('a: "\\ud800"')
@example('a: "\\UFFFFFFFF"')
@example("a: x\t\n y")
@example("a: x\ty")
@example("a: |\t\n b")
@example("a: |-\n  \tb")
def test_a_text_is_read_alike_with_and_without_the_c_parser(text: str) -> None:
    with_c = read(text)
    with without_c:
        assert read(text) == with_c


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b\tc'\n",
        "a: |\n  b\tc\n",
        "a: b # c\td\n",
        "a: 何か?\n",
        "a: '{b?}'\n",
        'a: ["何か?"]\n',
        "a: 50%\n",
        "a: |-\n  %b\n",
        "a: https://example.org/?b=c\n",
    ],
)
def test_what_all_read_alike_is_not_disputed(text: str) -> None:
    assert disputed(text) == []
    assert isinstance(parse(text), dict)


def test_the_parser_is_named() -> None:
    assert version().split(" ")[0] in ("libyaml", "PyYAML")
