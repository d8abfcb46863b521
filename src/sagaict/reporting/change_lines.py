"""What a command just wrote, in the plan's words: a line for each change, and what was said."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.comparing.activity import EVALUATION_FIELDS
from sagaict.comparing.change import Change
from sagaict.comparing.comparison import Comparison
from sagaict.domain.evaluation import FollowUp, Review
from sagaict.language import _
from sagaict.language.quantities import moment
from sagaict.language.visible import visible
from sagaict.language.words import TERMS, term
from sagaict.reporting.diff_facts import quoted, shortened
from sagaict.reporting.diff_phrases import VERDICTS, change_text, standing_text
from sagaict.reporting.diff_report import wording_text
from sagaict.reporting.diff_words import field_word

__all__ = ["change_lines"]

_NAME = 40


def change_lines(comparison: Comparison, *, ascii_only: bool = False) -> list[str]:
    """The lines, most important first; wording that changed no figure comes last, counted."""
    lines = [line for change in comparison.changes for line in _lines(change)]
    edits = wording_text(comparison)
    shown = [visible(line) for line in [*lines, *([edits] if edits else [])]]
    if ascii_only:
        return [line.replace("→", "->").replace("⚠", "(!)") for line in shown]
    return shown


def _lines(change: Change) -> Iterator[str]:
    what = f"{change.id} {shortened(change.name, _NAME)}"
    text = _("{what}: {change}").format(what=what, change=change_text(change).replace("\n", " "))
    standing, _line, rates = standing_text(change).partition("\n")
    if standing and change.kind == "changed_status":
        text = _("{what}: {change}").format(what=text, change=standing)
    elif standing:
        text += _("; status {status}").format(status=standing)
    if rates:
        text += _("; achievement rate {rate}").format(rate=rates)
    yield text
    if change.kind == "changed_evaluation":
        old = change.old if isinstance(change.old, Review) else None
        if isinstance(change.new, Review):
            yield from _said(old, change.new)


def _said(old: Review | None, new: Review) -> Iterator[str]:
    """Every text of an evaluation that is new or another, with what stood there before."""
    for name in EVALUATION_FIELDS[1:]:
        before, now = getattr(old, name, None), getattr(new, name)
        if before == now or not (before or now) or name in VERDICTS:
            continue
        if name in ("instructions", "follow_ups"):
            yield from _follow_ups(name, before or (), now)
            continue
        shown = [_part(each) for each in (before, now)]
        change = _("{old} → {new}").format(old=shown[0], new=shown[1]) if before else shown[1]
        yield "  " + _("{what}: {change}").format(what=field_word(name), change=change)


def _part(text: str | None) -> str:
    return term(text) if text is not None and text in TERMS else quoted(text)


def _follow_ups(
    name: str, before: tuple[FollowUp, ...], now: tuple[FollowUp, ...]
) -> Iterator[str]:
    what = _("instruction") if name == "instructions" else _("follow-up")
    for item in now:
        if item in before:
            continue
        text = quoted(item.text)
        if item.due is not None:
            text += _(" (due {date})").format(date=moment(item.due))
        if item.answer is not None:
            day = f" ({moment(item.answered)})" if item.answered is not None else ""
            text += _(", answered{day}: {text}").format(day=day, text=quoted(item.answer))
        yield "  " + _("{what}: {change}").format(what=what, change=text)
