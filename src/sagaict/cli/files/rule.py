"""`sagaict rule`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Command, Examples
from sagaict.cli.frame.given import choice
from sagaict.language import _, mark

__all__ = ["Rule"]


def _complete(incomplete: str) -> list[str]:
    from sagaict.checking.wording import rule_ids

    return [name for name in rule_ids() if name.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class Rule(Command):
    """What a rule asks, why, and what fails and passes it."""

    examples: ClassVar[Examples] = (
        ("sagaict rule", mark("all rules")),
        ("sagaict rule unmet-without-remark", mark("one rule, with samples")),
    )

    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help=mark("The rule to explain; without it, all are listed."),
            autocompletion=_complete,
            show_default=False,
        ),
    ] = None
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("table or markdown."))
    ] = "table"

    def run(self) -> int:
        """Explain it."""
        from sagaict.checking.wording import rule_ids
        from sagaict.reporting.output import Output
        from sagaict.reporting.rule_report import rule_list, rule_page

        form = choice(self.format, ("table", "markdown"), "--format")
        blocks = rule_list()
        if self.rule is not None:
            blocks = rule_page(choice(self.rule, rule_ids(), _("the rule")))
        output = Output(sys.stdout)
        if form == "markdown":
            from sagaict.reporting.markdown import render_markdown

            output.text(render_markdown(blocks))
        else:
            output.blocks(blocks)
        return 0
