"""`sagaict rule`: what a rule asks, why, and what fails and passes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sagaict.checking.asked import Audience
from sagaict.checking.fixes import FIXABLE
from sagaict.checking.rule import Rule
from sagaict.checking.rules import BY_ID
from sagaict.checking.wording import rule_ids, text_of, title
from sagaict.language import _, mark
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table, Verbatim

__all__ = ["SCHEMA_VERSION", "audience_text", "rule_list", "rule_page", "rules_data"]

SCHEMA_VERSION = 1


def rule_list() -> list[Block]:
    """Every rule with its weight, a line each."""
    rows = tuple(
        Row((Cell(rule), Cell(term(text_of(rule).severity)), Cell(title(rule))))
        for rule in rule_ids()
    )
    columns = (Column(_("Rule")), Column(_("Severity")), Column(_("What it finds"), fold=True))
    return [Table(columns, rows)]


def rule_page(rule_id: str) -> list[Block]:
    """The whole explanation of one rule."""
    text = text_of(rule_id)
    blocks: list[Block] = [Heading(rule_id), Paragraph.of(title(rule_id), "strong")]
    facts = [(_("Severity"), term(text.severity))]
    rule = BY_ID.get(rule_id)
    if rule is not None:
        facts.append((_("Asks about"), audience_text(rule)))
    if rule is not None and rule.thresholds:
        numbers = ", ".join(f"{name}: {value}" for name, value in rule.thresholds.items())
        facts.append((_("Thresholds"), numbers))
    if rule_id in FIXABLE:
        facts.append((_("Mended by"), "sagaict check --fix"))
    facts.append((_("Message"), re.sub(r"\{\w+\}", "…", _(text.message))))
    facts.append((_("What to do"), re.sub(r"\{\w+\}", "…", _(text.remedy))))
    rows = tuple(Row((Cell(name, "dim"), Cell(value))) for name, value in facts)
    blocks.append(Table((Column(""), Column("", fold=True)), rows))
    return [*blocks, *(_explanation(rule) if rule is not None else _of_files())]


def rules_data(rule_id: str | None) -> dict[str, object]:
    """The rules, or one of them, for programs; texts are in the language spoken now."""
    wanted = rule_ids() if rule_id is None else (rule_id,)
    return {"schema_version": SCHEMA_VERSION, "rules": [_data(each) for each in wanted]}


def _data(rule_id: str) -> dict[str, object]:
    text, rule = text_of(rule_id), BY_ID.get(rule_id)
    return {
        "id": rule_id,
        "severity": text.severity,
        "asks": rule.asks if rule else "all",
        "acceptable": rule is not None,
        "title": title(rule_id),
        "fixable": rule_id in FIXABLE,
        "message": _(text.message),
        "remedy": _(text.remedy),
        "thresholds": dict(rule.thresholds) if rule else {},
        "why": _(rule.why) if rule else None,
        "fails": rule.bad if rule else None,
        "passes": rule.good if rule else None,
    }


def _explanation(rule: Rule) -> list[Block]:
    reason = _("the reason")
    return [
        Heading(_("Why"), 2),
        Paragraph.of(_(rule.why)),
        Heading(_("Fails"), 2),
        Verbatim(rule.bad.rstrip("\n"), "yaml"),
        Heading(_("Passes"), 2),
        Verbatim(rule.good.rstrip("\n"), "yaml"),
        Heading(_("To accept a finding"), 2),
        Verbatim(f"# sagaict: accept {rule.id}: {reason}", "yaml"),
    ]


def _of_files() -> list[Block]:
    return [
        Heading(_("To accept a finding"), 2),
        Paragraph.of(
            _(
                "That is not possible: it is about the files and what they refer to, and can be "
                "mended in every case."
            )
        ),
    ]


_AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        "all": mark("all plans"),
        "settable": mark("plans that have not ended, unless they are only transcribed"),
        "reported": mark(
            "plans in force, until a year after their end, unless they are only transcribed"
        ),
    }
)
"""Which plans a rule asks about, in words."""


def audience_text(rule: Rule) -> str:
    """Which plans the rule asks about, in the language spoken now."""
    return _(_AUDIENCES[rule.asks])
