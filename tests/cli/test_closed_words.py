"""Every closed word of every command: in both languages, and each for one meaning only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from program import Program

from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.listing import Group, Listed
from sagaict.language.words import meant, spellings

TECHNICAL = {("utf-8-sig", "utf-8", "cp932")}
"""Words that have no translation."""


def loaded(group: Group) -> Iterator[type]:
    for each in group:
        if isinstance(each, Listed):
            yield each.load()
        else:
            yield from loaded(each)


def closed(kind: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(kind) is Literal:
        yield get_args(kind)
    else:
        for part in get_args(kind):
            yield from closed(part)


WORDS = {
    words
    for command in loaded(PROGRAM)
    for kind in get_type_hints(command).values()
    for words in closed(kind)
} - TECHNICAL


@pytest.mark.parametrize("words", sorted(WORDS), ids=lambda words: words[0])
def test_every_closed_word_is_read_in_both_languages(words: tuple[str, ...]) -> None:
    for word in words:
        assert any(not each.isascii() for each in spellings(word)), word
        assert {meant(each, words) for each in spellings(word)} == {word}


def test_the_words_are_found() -> None:
    assert any("lowered_target" in words for words in WORDS)
    assert ("plans", "measures", "projects", "indicators") in WORDS
    assert len(WORDS) > 10


def test_help_names_all_grounds_of_failure(program: Program) -> None:
    said = "".join(program("diff", "--help", lang="ja").out.split())
    for piece in (
        "lowered-target(目標の緩和)",
        "changed-remark(見解の変更)",
        "unapproved-revision(",
    ):
        assert piece in said


def test_a_list_is_asked_for_in_japanese(program: Program) -> None:
    assert program("list", "計画").out == program("list", "plans").out
