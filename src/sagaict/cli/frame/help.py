"""Help pages that line up when half of the letters are two columns wide."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from sagaict.cli.frame.as_given import taken_as_given
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.listing import Group
from sagaict.cli.frame.refusal import Missing, Refusal
from sagaict.domain.regex import regex
from sagaict.language import _, mark
from sagaict.reporting.width import columns, pad, wrap

__all__ = ["HelpCommand", "HelpGroup", "spoken_examples"]

# Help of the options that the command-line library adds, which it does not translate itself.
_BORROWED = (
    mark("Show this message and exit."),
    mark("Install completion for the current shell."),
    mark("Show completion for the current shell, to copy it or customize the installation."),
)
_MAX_TERM = 26
_FIGURE = regex(r"^-(?=[0-9])")
_TYPE = regex(r" <[^>]*>")


def spoken_examples(examples: Examples) -> str:
    """Commands with what they are for, as an epilog in the language spoken now."""
    return "\n".join(f"{command}\t{_(purpose)}" for command, purpose in examples)


def _indent(rows: Iterable[tuple[str, str]]) -> int:
    """Where the texts of the rows begin."""
    return min(max((columns(term) for term, _text in rows), default=0), _MAX_TERM) + 4


def _table(rows: Iterable[tuple[str, str]], width: int, indent: int) -> Iterator[str]:
    for term, text in rows:
        lines = wrap(text, max(width - indent, 20))
        if columns(term) > _MAX_TERM:
            yield f"  {term}"
        else:
            yield f"  {pad(term, indent - 2)}{lines.pop(0)}".rstrip()
        for line in lines:
            yield " " * indent + line


def _page(command: Any, ctx: Any) -> str:
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    lines = [" ".join((_("Usage:"), ctx.command_path, pieces)), ""]
    lines += wrap(command.help or "", width)
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            term, text = record
            term = _TYPE.sub("", term)  # every value is text; its form is said in words
            text = _(text) if text in _BORROWED else text
            (arguments if parameter.param_type_name == "argument" else options).append((term, text))
    headings = command.listed.headings if isinstance(command, HelpGroup) else ()
    commands = [
        (_(heading.title), [(each.name, _(each.help)) for each in heading.commands])
        for heading in headings
    ]
    samples = [tuple(line.split("\t", 1)) for line in (command.epilog or "").splitlines()]
    every_command = [row for _title, rows in commands for row in rows]
    sections = [(title, rows, _indent(every_command)) for title, rows in commands]
    sections += [
        (title, rows, _indent(rows))
        for title, rows in ((_("Arguments"), arguments), (_("Options"), options))
        if rows
    ]
    for title, rows, indent in sections:
        lines += ["", f"{title}:", *_table(rows, width, indent)]
    if samples:
        lines += ["", _("Examples") + ":"]
        for sample, purpose in samples:
            lines += [f"  {sample}", *(f"      {line}" for line in wrap(purpose, width - 6))]
    return "\n".join(lines)


class HelpCommand(TyperCommand):
    """A command whose help is laid out here, and to which `-5.2` is a figure, not an option."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its arguments and options, `--help` among them."""
        return taken_as_given(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; no option begins with a digit, so a figure may be negative."""
        return super().parse_args(ctx, [_FIGURE.sub("\u2212", argument) for argument in args])

    def invoke(self, ctx: Any) -> Any:
        """Run it; where something is missing that cannot be asked for, name its help page."""
        try:
            return super().invoke(ctx)
        except Missing as missing:
            command = _("For help: {command}").format(command=f"{ctx.command_path} --help")
            raise Refusal(f"{missing}\n{command}") from None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx) + "\n")


class HelpGroup(TyperGroup):
    """A group of commands, likewise."""

    listed: Group

    def get_params(self, ctx: Any) -> list[Any]:
        """Its arguments and options, `--help` among them."""
        return taken_as_given(super().get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx) + "\n")
