"""A comparison as the comment on a pull request: what matters in sight, the rest folded away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape as html_escape
from itertools import groupby

from sagaict.comparing.change import Change, ChangeKind
from sagaict.comparing.comparison import Comparison
from sagaict.domain.light import dataclass
from sagaict.language import _
from sagaict.reporting.blocks import Paragraph
from sagaict.reporting.diff_report import (
    Compared,
    changes_table,
    compared_text,
    no_link,
    summary_text,
    unknown_text,
    wording_text,
)
from sagaict.reporting.diff_words import group_word
from sagaict.reporting.markdown import render_markdown

__all__ = ["LIMIT", "diff_markdown"]

LIMIT = 40_000
"""Characters; GitHub takes comments of fewer than 65,536, and what a check found goes before it."""

_IN_SIGHT = 40
_RESERVED = 400  # for the note on what was cut
# Changes that are told, but need not be in sight.
_FOLDED: frozenset[ChangeKind] = frozenset(
    {"recorded_revision", "changed_history", "changed_title", "changed_attribute"}
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A table: its head, its rows, and the words it is folded under, if it is."""

    head: str
    rows: Sequence[str]
    folded_under: str = ""


def diff_markdown(
    comparison: Comparison,
    compared: Compared,
    limit: int = LIMIT,
    link: Callable[[Change], str] = no_link,
) -> str:
    """The comment, no longer than `limit`; rows that do not fit are left out whole and counted.

    `link` gives the address of the line on which something changed.
    """
    opening = _text(f"{summary_text(comparison)}\n{compared_text(compared)}")
    closing = [_text(text) for text in (wording_text(comparison), unknown_text(comparison)) if text]
    room = limit - _RESERVED - len(opening) - sum(len(text) + 2 for text in closing)
    pieces = [opening]
    left_out = 0
    for part in _parts(comparison, link):
        shown, taken = _fitting(part, room)
        left_out += len(part.rows) - taken
        if taken:
            pieces.append(shown)
            room -= len(shown) + 2
    if left_out:
        pieces.append(
            _text(
                _("{count} more changes do not fit here; sagaict diff shows them all.").format(
                    count=f"{left_out:,}"
                )
            )
        )
    return "\n\n".join([*pieces, *closing]) + "\n"


def _parts(comparison: Comparison, link: Callable[[Change], str]) -> list[_Part]:
    """What matters first, in sight up to a number of rows; then group by group, folded."""
    changes = comparison.changes
    matters = [
        each
        for each in changes
        if each.unexplained or (each.group != "activity" and each.kind not in _FOLDED)
    ]
    # Where not all of it fits, what nobody gives a reason for comes first.
    first = sorted(matters, key=lambda each: not each.unexplained)[:_IN_SIGHT]
    in_sight = {id(each) for each in first}
    rest = (each for each in changes if id(each) not in in_sight)
    parts = [_part(first, comparison, link)] if first else []
    for group, some in groupby(rest, lambda change: change.group):
        those = list(some)
        title = _("{kind}: {tally}").format(kind=group_word(group), tally=len(those))
        parts.append(_part(those, comparison, link, title))
    return parts


def _part(
    changes: Sequence[Change],
    comparison: Comparison,
    link: Callable[[Change], str],
    folded_under: str = "",
) -> _Part:
    lines = (
        render_markdown([changes_table(changes, comparison, link=link)]).rstrip("\n").split("\n")
    )
    return _Part("\n".join(lines[:2]), lines[2:], folded_under)


def _fitting(part: _Part, room: int) -> tuple[str, int]:
    """As much of the table as there is room for, and how many rows that is."""
    before, after = "", ""
    if part.folded_under:
        summary = html_escape(part.folded_under)
        before, after = f"<details><summary>{summary}</summary>\n\n", "\n\n</details>"
    left = room - len(before) - len(part.head) - len(after) - 2
    rows: list[str] = []
    for row in part.rows:
        left -= len(row) + 1
        if left < 0:
            break
        rows.append(row)
    return before + "\n".join([part.head, *rows]) + after, len(rows)


def _text(text: str) -> str:
    return render_markdown([Paragraph.of(text)]).rstrip("\n")
