"""Commands that are groups of commands: `new`, while a plan is drafted, and `add`, after that."""

from __future__ import annotations

from typing import cast

import typer

from sagaict.cli.commands.entry import Entry
from sagaict.cli.help import HelpGroup, examples
from sagaict.cli.options import Lang
from sagaict.language import _

__all__ = ["groups"]

_PLAN = (
    "sagaict new plan dx-2 --title 第2次DX計画 --period R10-R13 --document plan=第2次DX計画 "
    "--goal 1=便利な市役所 --measure 1-1=手続の電子化"
)
_PROJECT = (
    'sagaict new project dx-2/rpa --measure 1-1 --title RPAの活用 --source "plan 第4章 (p.20)"'
)
_LEVEL = (
    "sagaict new indicator dx-2/1-1 online --name 申請率 --unit % --direction increase "
    '--aggregation level --baseline 45.3% --baseline-year R8 --target R13=80% --source "plan p.12"'
)
_TOTAL = (
    "sagaict new indicator dx-2/rpa hours --name 削減時間 --unit 時間 --direction increase "
    "--aggregation period-total --target R10-R13=約12,000時間"
)
_ADDED_PROJECT = (
    'sagaict add project ict-strategy-2/ai --measure 3-1 --title AIの活用 --source "plan 第5章" '
    "--reason 方針の変更 --approved-by ICT戦略調整会議"
)
_ADDED_INDICATOR = (
    "sagaict add indicator 3-1 users --name 利用者数 --unit 人 --direction increase "
    "--aggregation annual --target R9=約5,000人 --reason 効果の把握 --proposed"
)


def groups() -> tuple[HelpGroup, ...]:
    """The groups, in the order of the list of commands."""
    return _new(), _add()


def _new() -> HelpGroup:
    from sagaict.cli.new_indicator import new_indicator
    from sagaict.cli.new_plan import new_plan
    from sagaict.cli.new_project import new_project

    asks = ("sagaict new plan", _("asks for everything, and shows it before it is written"))
    return _group(
        "new",
        _("Draft or transcribe a plan, its projects and indicators; no history is kept."),
        (asks, ("sagaict new indicator 1-1", _("asks for what is not told yet"))),
        (
            Entry(
                "plan",
                new_plan,
                _("Make the file of a new plan."),
                (asks, (_PLAN, _("with one goal and its measure"))),
            ),
            Entry(
                "project",
                new_project,
                _("Make the file of a new project, while a plan is drafted or transcribed."),
                ((_PROJECT, _("a file in the folder projects/dx-2")),),
            ),
            Entry(
                "indicator",
                new_indicator,
                _("Put a new indicator into a measure or project of such a plan."),
                (
                    (_LEVEL, _("with a baseline and a target")),
                    (_TOTAL, _("a total over the period; the wording of the target is kept")),
                ),
            ),
        ),
    )


def _add() -> HelpGroup:
    from sagaict.cli.new_indicator import add_indicator
    from sagaict.cli.new_project import add_project

    agreed, proposed = _("what the council agreed to"), _("a proposal for the council")
    return _group(
        "add",
        _("Add a project or indicator to an approved plan, with the reason and the approval."),
        (
            ("sagaict add project", _("asks for everything, and shows it before it is written")),
            (_ADDED_PROJECT, agreed),
            (_ADDED_INDICATOR, proposed),
        ),
        (
            Entry(
                "project",
                add_project,
                _("Add a project to an approved plan, with the reason and the approval."),
                ((_ADDED_PROJECT, agreed),),
            ),
            Entry(
                "indicator",
                add_indicator,
                _("Add an indicator to an approved plan, with the reason and the approval."),
                ((_ADDED_INDICATOR, proposed),),
            ),
        ),
    )


def _nothing(lang: Lang = None) -> None:
    del lang  # acted on before, by `main`


def _group(
    name: str,
    text: str,
    samples: tuple[tuple[str, str], ...],
    commands: tuple[Entry, ...],
) -> HelpGroup:
    group = typer.Typer(
        cls=HelpGroup,
        name=name,
        rich_markup_mode=None,
        no_args_is_help=True,
        add_completion=False,
        help=text,
        epilog=examples(*samples),
    )
    group.callback()(_nothing)
    for command in commands:
        command.add_to(group)
    return cast("HelpGroup", typer.main.get_command(group))
