"""Every word the tool says, in Japanese and English, through gettext catalogues.

Messages are written in English in the code and translated by `locale/ja/LC_MESSAGES/sagaict.mo`.
The text of plans is data and is never translated.
"""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

__all__ = [
    "DOMAIN",
    "FOLDER",
    "LANGUAGES",
    "_",
    "activate",
    "active",
    "choose",
    "filed",
    "mark",
    "plural",
    "spoken",
    "without_eras",
]

LANGUAGES = ("ja", "en")
DOMAIN = "sagaict"
FOLDER = Path(__file__).parent / "locale"


class _Voice:
    """The one piece of state: which language is spoken, and its catalogue."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def activate(language: str) -> None:
    """Speak `language` (`ja` or `en`) from now on."""
    _Voice.catalogue = _catalogue(language)
    _Voice.language = language


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=[language], fallback=True)


def without_eras() -> None:
    """Name no era from now on until a language is activated; in English, nothing Japanese."""
    from sagaict.language.no_eras import WithoutEras

    if not isinstance(_Voice.catalogue, WithoutEras):
        _Voice.catalogue = WithoutEras(_Voice.catalogue, glossed=_Voice.language == "en")


def active() -> str:
    """The language spoken now."""
    return _Voice.language


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _Voice.catalogue.gettext(message)


def filed(message: str) -> str:
    """The message as it goes into a file: in the plans' language, which is Japanese.

    Of a body without eras it is the language spoken.
    """
    from sagaict.language.no_eras import WithoutEras

    if isinstance(_Voice.catalogue, WithoutEras):
        return _(message)
    return spoken("ja", message)


def spoken(language: str, message: str) -> str:
    """The message in a language, whichever is spoken now."""
    return _catalogue(language).gettext(message)


def plural(one: str, many: str, number: int) -> str:
    """The form of a counted message that fits `number`."""
    return _Voice.catalogue.ngettext(one, many, number)


def mark(message: str) -> str:
    """Mark a message for the catalogue where it is defined; it is translated where it is used."""
    return message


def choose(arguments: Sequence[str], environ: Mapping[str, str] | None = None) -> str:
    """The language asked for: `--lang`, `SAGAICT_LANG`, the locale; else Japanese.

    A language nobody wrote a catalogue for is passed over. A terminal or pipe that cannot carry
    Japanese letters at all gets English unless Japanese was asked for by name.
    """
    environ = os.environ if environ is None else environ
    for named in (_named(arguments), environ.get("SAGAICT_LANG", "")):
        short = named.strip().lower()[:2]
        if short in LANGUAGES:
            return short
    if not _can_print_japanese():
        return "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "ja"
    windows = locale.getlocale()[0] or "" if sys.platform == "win32" else ""
    return "en" if windows.lower().startswith("en") else "ja"


def _named(arguments: Sequence[str]) -> str:
    """What stands behind `--lang`, whatever it is; nothing if it is not given."""
    for argument, follower in pairwise([*arguments, ""]):
        if argument == "--":
            break
        if argument == "--lang":
            return follower
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _can_print_japanese() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        "日本".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
