"""`sagaict rule`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.words import word
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.reporting.blocks import Block

__all__ = ["Rule"]


def _complete(incomplete: str) -> list[str]:
    from sagaict.checking.wording import rule_ids

    return [name for name in rule_ids() if name.startswith(incomplete)]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """One rule, or all of them."""

    rule: str | None

    def title(self) -> str:
        return "" if self.rule else _("Rules")

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.rule_report import rule_list, rule_page

        del medium
        return rule_list() if self.rule is None else rule_page(self.rule)

    def data(self) -> object:
        from sagaict.reporting.rule_report import rules_data

        return rules_data(self.rule)


@dataclass(frozen=True, kw_only=True)
class Rule(Printed):
    """What a rule asks, why, and what fails and passes it."""

    examples: ClassVar[Examples] = (
        ("sagaict rule", mark("all rules")),
        ("sagaict rule unmet-without-remark", mark("one rule, with samples")),
    )
    reports: ClassVar[type[Report]] = _Report

    rule: Annotated[
        str | None,
        Argument(
            mark("The rule to explain; without it, all are listed."), "RULE", complete=_complete
        ),
    ] = None

    def run(self) -> int:
        """Explain it."""
        from sagaict.checking.wording import rule_ids

        rule = None if self.rule is None else word(self.rule, rule_ids(), _("the rule"))
        self.write(_Report(rule))
        return 0
