"""A page that `show` makes, and what of it is where; in Japanese where nothing else is asked."""

from __future__ import annotations

import html
import re
from pathlib import Path

from running import ROOT, TODAY, sagaict

__all__ = ["headings", "page", "part", "parts", "rows", "words"]


def page(name: str, root: Path = ROOT, *options: str, lang: str = "ja") -> str:
    """The page of a thing."""
    ran = sagaict(
        "--lang", lang, "show", name, "--today", TODAY, "--format", "html", *options, cwd=root
    )
    assert ran.code == 0, ran.err
    return ran.out


def words(markup: str) -> str:
    """The text of some markup, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def parts(text: str, tag: str, kind: str) -> list[str]:
    """What elements of that class hold."""
    named = f' (?:[^>]* )?class="(?:[^"]* )?{kind}(?: [^"]*)?"[^>]*' if kind else "(?: [^>]*)?"
    return re.findall(rf"<{tag}{named}>(.*?)</{tag}>", text, re.DOTALL)


def part(text: str, tag: str, kind: str) -> str:
    """What the first of them holds."""
    return parts(text, tag, kind)[0]


def rows(text: str) -> list[str]:
    """The lines of all tables."""
    return re.findall(r"<tr.*?</tr>", text, re.DOTALL)


def headings(text: str) -> list[str]:
    """The headings below the title."""
    return [words(each) for each in re.findall(r"<h2.*?</h2>", text)]
