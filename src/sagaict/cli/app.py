"""The commands, put together. Built anew for each run, in the language of that run."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from sagaict.cli.help import HelpCommand, HelpGroup, examples
from sagaict.cli.options import Lang
from sagaict.language import _

__all__ = ["build_app"]


def _version(asked: bool) -> None:
    if asked:
        from sagaict import __version__

        typer.echo(f"sagaict {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help=_("Print the version."), callback=_version, is_eager=True),
]


def _main(version: Version = False, lang: Lang = None) -> None:
    del version, lang  # acted on before: the one by its callback, the other by `main`


def build_app() -> HelpGroup:
    """The whole command line as one click group."""
    from sagaict.cli.check import check
    from sagaict.cli.explain import explain
    from sagaict.cli.export import export
    from sagaict.cli.list import list_things
    from sagaict.cli.schema import schema
    from sagaict.cli.show import show
    from sagaict.cli.status import status

    app = typer.Typer(
        cls=HelpGroup,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_("KPI tracking of ICT and DX plans kept as YAML in git."),
        epilog=examples(
            ("sagaict status", _("what stands where, today")),
            ("sagaict show ict-strategy-2/3-1", _("everything about one measure")),
            ("sagaict check", _("are the files well-formed?")),
        ),
    )
    app.callback()(_main)
    commands = (
        (
            "status",
            status,
            _("What was reached, what was missed, what nobody has reported."),
            (
                ("sagaict status", _("the plans running today")),
                ("sagaict status ict-katsuyo --as-of R1", _("an ended plan, as seen in R1")),
                ("sagaict status --status unmet,behind", _("only what needs attention")),
                ("sagaict status --format markdown > status.md", _("a page for the council")),
                ("sagaict status --fail-on unmet,not_reported", _("for scripts: exit code 1")),
            ),
        ),
        (
            "show",
            show,
            _("One plan, measure, project or indicator, whole."),
            (
                ("sagaict show dx-plan", _("a plan")),
                ("sagaict show ict-strategy-1/rpa", _("a project")),
                ("sagaict show オープンデータ", _("part of a title is enough")),
            ),
        ),
        (
            "explain",
            explain,
            _("How a rate and a status come about, step by step."),
            (
                ("sagaict explain convenience-store/issued --as-of R1", _("why 17.4%?")),
                ("sagaict explain ict-strategy-1/2-2/productivity --year R4", _("one year")),
            ),
        ),
        (
            "list",
            list_things,
            _("Plans, measures, projects or indicators, one line each."),
            (
                ("sagaict list plans", _("all plans")),
                ("sagaict list projects --plan ict-strategy-1 --priority", _("with filters")),
                ("sagaict list indicators --status not_reported", _("what is still missing")),
            ),
        ),
        (
            "export",
            export,
            _("The long table: one row per indicator and fiscal year."),
            (
                ("sagaict export --format csv -o kpi.csv", _("opens in Excel")),
                ("sagaict export --format json", _("for programs")),
                ("sagaict export --format csv --encoding cp932", _("for older systems")),
            ),
        ),
        (
            "check",
            check,
            _("Are the files well-formed? Every problem, at its exact place."),
            (
                ("sagaict check", _("the whole data folder")),
                ("sagaict check data/plans/dx-plan.yaml", _("one file, known to all others")),
            ),
        ),
        (
            "schema",
            schema,
            _("The JSON Schema of the files, for editors."),
            (("sagaict schema plan > plan.schema.json", _("the schema of a plan")),),
        ),
    )
    for name, function, text, samples in commands:
        app.command(name, cls=HelpCommand, help=text, epilog=examples(*samples))(function)
    return cast("HelpGroup", typer.main.get_command(app))
