"""`sagaict diff` as a page: what was compared, a line that sums it up, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from sagaict.comparing.change import Change
from sagaict.comparing.comparison import Comparison
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.language import _
from sagaict.language.quantities import day, year
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    status_style,
)
from sagaict.reporting.diff_facts import shortened
from sagaict.reporting.diff_phrases import change_text, standing_text
from sagaict.reporting.diff_words import field_word, group_word

__all__ = [
    "Compared",
    "Side",
    "changes_table",
    "compared_text",
    "diff_report",
    "no_link",
    "summary_text",
    "unknown_text",
    "wording_text",
]

_NAMES = 20


def no_link(_change: Change) -> str:
    """Where nothing is known of a forge, nothing leads there."""
    return ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a commit by the name it was asked for, or files as they lie."""

    kind: Literal["revision", "working_tree", "folder"]
    name: str
    commit: str | None = None
    day: date | None = None
    files: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and from which view it was judged."""

    old: Side
    new: Side
    view: View


def diff_report(
    comparison: Comparison, compared: Compared, *, ascii_only: bool = False
) -> list[Block]:
    """The whole page: a table for every group of changes, most important first."""

    def shown(text: str) -> str:
        return _plain_signs(text) if ascii_only else text

    blocks: list[Block] = [
        Paragraph.of(shown(compared_text(compared)), "dim"),
        Paragraph.of(shown(summary_text(comparison)), "strong"),
    ]
    for group, changes in groupby(comparison.changes, lambda change: change.group):
        blocks += [
            Heading(group_word(group), 2),
            changes_table(changes, comparison, ascii_only=ascii_only),
        ]
    blocks += [Paragraph.of(shown(text), style) for text, style in _closing(comparison) if text]
    return blocks


def _closing(comparison: Comparison) -> Iterator[tuple[str, Style]]:
    yield wording_text(comparison), "dim"
    yield unknown_text(comparison), "warn"


def compared_text(compared: Compared) -> str:
    """`From main (1a2b3c4d, 2026-03-31) to the files as they are. As of …`."""
    text = _("From {old} to {new}, as of {date}, seen from {year}.").format(
        old=_side(compared.old),
        new=_side(compared.new),
        date=day(compared.view.today),
        year=year(compared.view.as_of),
    )
    if not compared.old.files:
        text += " " + _("Before, there was no data: everything is new.")
    return text


def _side(side: Side) -> str:
    if side.kind == "working_tree":
        return _("the files as they are now")
    if side.commit is None:
        return shortened(side.name)
    known = side.commit[:8]
    beside = [] if side.name == known else [known]
    beside += [day(side.day)] if side.day else []
    return shortened(side.name) + (f" ({', '.join(beside)})" if beside else "")


def summary_text(comparison: Comparison) -> str:
    """One line: how many changes of each group, and how many targets were eased unexplained."""
    if comparison.empty:
        if comparison.unknown:
            return _("Nothing changed in what can be compared.")
        return _("Nothing changed.")
    if not comparison.changes:
        return _("No figure, target or judgement changed.")
    parts = []
    for group, some in groupby(comparison.changes, lambda change: change.group):
        changes = list(some)
        text = _("{kind}: {tally}").format(kind=group_word(group), tally=len(changes))
        parts.append(text + _doubtful(changes))
    return _("; ").join(parts)


def _doubtful(changes: Sequence[Change]) -> str:
    unclear = sum(change.effect == "unclear" for change in changes)
    eased = sum("lowered_target" in change.grounds for change in changes) - unclear
    unexplained = sum(change.unexplained for change in changes)
    notes = [
        _("{count} made easier").format(count=eased) if eased else "",
        _("{count} that may be easier").format(count=unclear) if unclear else "",
        _("{count} without a reason ⚠").format(count=unexplained) if unexplained else "",
    ]
    shown = _(", ").join(note for note in notes if note)
    return _(" ({rest})").format(rest=shown) if shown else ""


def wording_text(comparison: Comparison) -> str:
    """One line for every edit that changes nothing; empty if there is none."""
    if not comparison.wording:
        return ""
    counts = [f"{field_word(name)} {count}" for name, count in comparison.wording.items()]
    return _("Wording and layout only: {rest}").format(rest=_(", ").join(counts))


def unknown_text(comparison: Comparison) -> str:
    """What could not be compared; empty if everything could."""
    if not comparison.unknown:
        return ""
    names = list(comparison.unknown[:_NAMES])
    if len(comparison.unknown) > _NAMES:
        names.append(f"… (+{len(comparison.unknown) - _NAMES})")
    return _("Not compared, since a file is broken on one side: {names}").format(
        names=_(", ").join(names)
    )


def changes_table(
    changes: Iterable[Change],
    comparison: Comparison,
    *,
    ascii_only: bool = False,
    link: Callable[[Change], str] = no_link,
) -> Table:
    """A row for each change: of what, what changed, how it stood and stands (if any did)."""
    rows = tuple(
        _row(change, comparison.holder_of(change), link(change), ascii_only=ascii_only)
        for change in changes
    )
    columns = (
        Column(_("What"), fold=True),
        Column(_("Change"), fold=True),
        Column(_("Status and rate"), fold=True),
    )
    if any(row.cells[2].text for row in rows):
        return Table(columns, rows)
    return Table(columns[:2], tuple(Row(row.cells[:2]) for row in rows))


def _row(change: Change, holder: str, link: str, *, ascii_only: bool) -> Row:
    names = [shortened(name, 80) for name in (holder, change.name) if name not in ("", change.id)]
    what = "\n".join(text for text in (" / ".join(names), change.id) if text)
    cells = (
        Cell(what, link=link),
        Cell(change_text(change), _style(change)),
        Cell(standing_text(change), _standing_style(change)),
    )
    if not ascii_only:
        return Row(cells)
    return Row(tuple(Cell(_plain_signs(cell.text), cell.style) for cell in cells))


def _plain_signs(text: str) -> str:
    return text.replace("→", "->").replace("⚠", "(!)")


def _style(change: Change) -> Style:
    if change.unexplained or change.kind == "rewritten_revision":
        return "bad" if "lowered_target" in change.grounds else "warn"
    told = change.revision or change.kind == "changed_definition" or change.group == "checks"
    return "warn" if told else ""


def _standing_style(change: Change) -> Style:
    if change.after is None or not change.status_changes:
        return "dim"
    return status_style(change.after.status)
