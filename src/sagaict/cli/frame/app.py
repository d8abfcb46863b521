"""The commands as the parser knows them, built anew for each run in the language of that run.

A group knows its commands by their list; only the one that is asked for is imported and built.
"""

from __future__ import annotations

from typing import Annotated, Any, cast

import typer

from sagaict.cli.frame.declaration import Command, Option, function_of
from sagaict.cli.frame.help import HelpCommand, HelpGroup, spoken_examples
from sagaict.cli.frame.listing import Group, Listed
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

__all__ = ["build", "build_command"]


def _version(asked: object) -> None:
    if asked:
        from sagaict import __version__
        from sagaict.reading.yaml_parsers import version

        typer.echo(f"sagaict {__version__}\nYAML: {version()}")
        raise typer.Exit


@dataclass(frozen=True, kw_only=True)
class _Grouped(Command):
    """What a group does before its command: nothing; `--lang` was acted on before."""

    def run(self) -> int:
        return 0


@dataclass(frozen=True, kw_only=True)
class _Program(_Grouped):
    """The program itself."""

    version: Annotated[
        bool,
        Option(mark("Print the version, and which YAML parser reads."), read=_version, eager=True),
    ] = False


class _LazyGroup(HelpGroup):
    """A group whose commands are only names and help until one of them is asked for."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command asked for, imported and built."""
        name, found, rest = super().resolve_command(ctx, args)
        built = next((build(each) for each in self.listed if each.name == name), None)
        return name, found and built, rest


def build(listed: Listed | Group) -> HelpCommand | HelpGroup:
    """The command or group as the parser knows it, in the language spoken now."""
    if isinstance(listed, Listed):
        return build_command(listed)
    app = typer.Typer(
        cls=_LazyGroup,
        name=listed.name,
        rich_markup_mode=None,
        no_args_is_help=True,
        add_completion=listed.name == "sagaict",
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_(listed.help),
        epilog=spoken_examples(listed.examples),
    )
    app.callback()(function_of(_Program if listed.name == "sagaict" else _Grouped))
    group = cast("_LazyGroup", typer.main.get_command(app))
    group.listed = listed
    group.commands = {each.name: HelpCommand(each.name, help=_(each.help)) for each in listed}
    return group


def build_command(listed: Listed) -> HelpCommand:
    """The command, imported and built."""
    command = listed.load()
    app = typer.Typer(
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command(
        listed.name,
        cls=HelpCommand,
        help=_(listed.help),
        epilog=spoken_examples(command.examples),
    )(function_of(command))
    return cast("HelpCommand", typer.main.get_command(app))
