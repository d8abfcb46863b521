"""Closed words on the command line: read in both languages, offered, listed, put right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.spelling import nearest
from sagaict.language import _
from sagaict.language.words import TERMS, meant, spellings, term

__all__ = ["completed", "word", "words", "words_shown"]

_Word = TypeVar("_Word", bound=str)


def word(text: str, allowed: Iterable[_Word], name: str) -> _Word:
    """The one of the allowed words that is meant, in English or Japanese, however hyphenated.

    `name` is what it was given for: an option, or an argument.

    Raises:
        Refusal: it is none of them; they are listed, and the nearest is suggested.
    """
    known = tuple(allowed)
    found = meant(text, known)
    if found is not None:
        return found
    told = _("“{name}” is not possible for {option}; choose from: {allowed}").format(
        name=text, option=name, allowed=words_shown(known)
    )
    spelled = [each.replace("_", "-") for one in known for each in spellings(one)]
    near = nearest(text.casefold(), spelled)
    if near:
        told += "\n" + _("Did you mean: {names}?").format(names=near)
    raise Refusal(told)


def words(text: str | None, allowed: Iterable[_Word], name: str) -> frozenset[_Word]:
    """Several of the allowed words, with commas between them.

    Raises:
        Refusal: one of them is not allowed.
    """
    known = tuple(allowed)
    parts = (text or "").replace("、", ",").replace("，", ",").split(",")
    return frozenset(word(part, known, name) for part in parts if part.strip())


def words_shown(allowed: Iterable[str]) -> str:
    """The words, as they may be typed, with what they are called in reports."""
    return ", ".join(_shown(each) for each in allowed)


def _shown(name: str) -> str:
    plain = name.replace("_", "-")
    called = term(name) if name in TERMS else plain
    return plain if called.replace(" ", "-") == plain else f"{plain} ({called})"


def completed(incomplete: str, allowed: Iterable[str]) -> list[str]:
    """The words that begin with what was typed, behind its last comma; in the script it is in."""
    before, comma, begun = incomplete.rpartition(",")
    found = [each.replace("_", "-") for each in allowed]
    if begun:
        found += [each for one in allowed for each in spellings(one) if not each.isascii()]
    return [f"{before}{comma}{each}" for each in found if each.startswith(begun.replace("_", "-"))]
