"""`sagaict rule`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagaict.cli.options import Lang
from sagaict.cli.session import choice
from sagaict.language import _

__all__ = ["rule"]


def _complete(incomplete: str) -> list[str]:
    from sagaict.checking.wording import rule_ids

    return [name for name in rule_ids() if name.startswith(incomplete)]


Id = Annotated[
    str | None,
    typer.Argument(
        metavar="RULE",
        help=_("The rule to explain; without it, all are listed."),
        autocompletion=_complete,
        show_default=False,
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=_("table or markdown."))]


def rule(rule_id: Id = None, output_format: Format = "table", lang: Lang = None) -> int:
    """What a rule asks, why, and what fails and passes it."""
    from sagaict.checking.wording import rule_ids
    from sagaict.reporting.output import Output
    from sagaict.reporting.rule_report import rule_list, rule_page

    form = choice(output_format, ("table", "markdown"), "--format")
    blocks = rule_page(choice(rule_id, rule_ids(), _("the rule"))) if rule_id else rule_list()
    output = Output(sys.stdout)
    if form == "markdown":
        from sagaict.reporting.markdown import render_markdown

        output.text(render_markdown(blocks))
    else:
        output.blocks(blocks)
    return 0
