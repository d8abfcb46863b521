"""Options that several commands have, with their help."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.completion import complete_ids, complete_plans
from sagaict.cli.session import choice
from sagaict.language import LANGUAGES, _

__all__ = [
    "AsOf",
    "Data",
    "Format",
    "KindOption",
    "Lang",
    "Measure",
    "PlanOption",
    "Plans",
    "Priority",
    "ProjectOption",
    "Rev",
    "StatusOption",
    "Today",
]


def _known_language(value: str | None) -> str | None:
    """Refuse a language nobody wrote a catalogue for; the right ones were acted on before."""
    return None if value is None else choice(value.strip().lower()[:2], LANGUAGES, "--lang")


Plans = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PLAN",
        help=_("Plans to open in full: an id, or part of a title."),
        autocompletion=complete_plans,
        show_default=False,
    ),
]
Data = Annotated[
    str | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=_("Folder of the data; else SAGAICT_DATA, the nearest data/plans above, the bundled."),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="ja|en",
        help=_("Language of the output; else SAGAICT_LANG."),
        callback=_known_language,
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATE", help=_("The day to judge from, e.g. 2026-11-21; else today.")
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="YEAR", help=_("The fiscal year to judge from, e.g. R4; else today's.")
    ),
]
Rev = Annotated[
    str | None,
    typer.Option(
        "--rev", metavar="REV", help=_("The data as a git revision has it: what was reported then.")
    ),
]
PlanOption = Annotated[
    list[str] | None,
    typer.Option(
        "--plan", metavar="PLAN", help=_("Only these plans."), autocompletion=complete_plans
    ),
]
Measure = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="MEASURE",
        help=_("Only these measures."),
        autocompletion=complete_ids,
    ),
]
ProjectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--project",
        metavar="PROJECT",
        help=_("Only these projects."),
        autocompletion=complete_ids,
    ),
]
Priority = Annotated[bool, typer.Option("--priority", help=_("Only priority projects."))]
StatusOption = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS,...",
        help=_("Only these statuses: met, unmet, on_track, behind, pending, not_reported, ..."),
    ),
]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="goal|outcome", help=_("Only goal or outcome indicators.")),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=_("table, markdown, json or csv."))
]
