"""Commands that change a plan: drafted, revised, approved, followed by the next."""

from __future__ import annotations

from sagaict.cli.approve import approve
from sagaict.cli.commands.entry import Entry
from sagaict.cli.drop import drop
from sagaict.cli.extend import extend
from sagaict.cli.rename import rename
from sagaict.cli.revise import revise
from sagaict.cli.successor import successor
from sagaict.cli.supersede import supersede
from sagaict.language import _

__all__ = ["entries"]


def entries() -> tuple[Entry, ...]:
    """Each with its help and examples, in the order of the list of commands."""
    return (
        Entry(
            "revise",
            revise,
            _("Change a target; the old one, the reason and the approval stay beside it."),
            (
                (
                    (
                        "sagaict revise ict-strategy-2/3-1/access R9 90,000 "
                        "--reason 集計方法の変更 --proposed"
                    ),
                    _("a proposal for the council"),
                ),
                (
                    (
                        "sagaict revise ict-strategy-2/3-1/access R9 90,000 "
                        "--reason 集計方法の変更 --approved-by ICT戦略調整会議 --date R8.5.20"
                    ),
                    _("an approved change"),
                ),
                (
                    "sagaict revise bcp-rate R9 --times 1.2 --of R7 --reason 見直し --proposed",
                    _("1.2 times the result of R7"),
                ),
            ),
        ),
        Entry(
            "approve",
            approve,
            _("Record that proposed changes of a plan were approved."),
            (
                (
                    (
                        "sagaict approve ict-strategy-2/3-1/access ict-strategy-1/rpa "
                        "--by ICT戦略調整会議 --date R8.5.20"
                    ),
                    _("what the council agreed to"),
                ),
            ),
        ),
        Entry(
            "drop",
            drop,
            _("Record that a project or indicator is pursued no longer; nothing is deleted."),
            (
                (
                    (
                        "sagaict drop ict-strategy-1/rpa --reason 業務の終了 "
                        "--approved-by ICT戦略調整会議 --date R8.4.1"
                    ),
                    _("from April on"),
                ),
            ),
        ),
        Entry(
            "rename",
            rename,
            _("Give a plan, project or indicator another title; the former one is kept."),
            (
                (
                    (
                        "sagaict rename rpa 業務自動化の推進 --reason 対象の拡大 "
                        "--approved-by ICT戦略調整会議"
                    ),
                    _("the id stays as it is"),
                ),
            ),
        ),
        Entry(
            "extend",
            extend,
            _("Let a plan run longer than was approved."),
            (
                (
                    (
                        "sagaict extend ict-strategy-2 R10 --reason 総合計画に合わせる "
                        "--approved-by ICT戦略調整会議"
                    ),
                    _("one year longer"),
                ),
            ),
        ),
        Entry(
            "supersede",
            supersede,
            _("Let another plan take a plan's place before its period is over."),
            (
                (
                    (
                        "sagaict supersede ict-strategy-2 dx-plan --date R8.4.1 --reason 一本化 "
                        "--approved-by ICT戦略調整会議"
                    ),
                    _("from April on"),
                ),
            ),
        ),
        Entry(
            "successor",
            successor,
            _("Draft the plan that follows: what continues is linked, results become baselines."),
            (
                (
                    (
                        "sagaict successor ict-strategy-2 ict-strategy-3 "
                        "--title 第3次ICT総合戦略 --period R10-R13"
                    ),
                    _("targets are left open"),
                ),
            ),
        ),
    )
