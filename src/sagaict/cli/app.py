"""The commands, put together. Built anew for each run, in the language of that run."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from sagaict.cli.help import HelpGroup, examples
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
    from sagaict.cli.commands import cycle, entering, files, planning, reading

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
    before = (*reading.entries(), *cycle.entries())
    after = (*planning.entries(), *files.entries())
    for entry in (*before, *after):
        entry.add_to(app)
    root = cast("HelpGroup", typer.main.get_command(app))
    groups = {str(group.name): group for group in entering.groups()}
    known = {**root.commands, **groups}
    order = [*(entry.name for entry in before), *groups, *(entry.name for entry in after)]
    root.commands = {name: known[name] for name in order}
    return root
