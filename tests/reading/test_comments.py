"""A comment is what the parser takes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.reading.comments import surface
from sagaict.reading.yaml_plain import Irregular, parse


def seen(text: str) -> list[tuple[int, int, str, bool]]:
    return [
        (each.place.line, each.place.column, each.text, each.alone)
        for each in surface(text).comments.values()
    ]


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a: b # c  \n", [(1, 6, "# c", False)]),
        ("  # c # d\na: b#c\n", [(1, 3, "# c # d", True)]),
        ("a: 'b # c' # d\n", [(1, 12, "# d", False)]),
        ("a: 'b\n  # c' # d\n", [(2, 8, "# d", False)]),
        ("a: | # c\n  # d\n  e\n# f\n", [(1, 6, "# c", False), (4, 1, "# f", True)]),
        ("a: >-\n\n  # d\n\n# f\n", [(5, 1, "# f", True)]),
        ("a: b\n  c # d\n", [(2, 5, "# d", False)]),
        ("a: [b, # c\n  'd # e', f] # g\n", [(1, 8, "# c", False), (2, 15, "# g", False)]),
        ("'# a': '# b'\n", []),
    ],
)
def test_what_is_a_comment(text: str, comments: list[tuple[int, int, str, bool]]) -> None:
    assert seen(text) == comments


SIGNS = st.text(st.sampled_from(list("ab#:-'\"|>[]{}, \n  ")), max_size=40)


@given(SIGNS)
def test_without_its_comments_a_text_says_the_same(text: str) -> None:
    try:
        content = parse(text)
    except Irregular:
        return
    lines = text.split("\n")
    for number, comment in surface(text).comments.items():
        lines[number] = lines[number][: comment.place.column - 1]
    assert parse("\n".join(lines)) == content
