"""Help pages that line up when half of the letters are two columns wide."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from sagaict.language import _, mark
from sagaict.reporting.width import columns, pad, wrap

__all__ = ["HelpCommand", "HelpGroup", "examples"]

# Help of the options that the command-line library adds, which it does not translate itself.
_BORROWED = (
    mark("Show this message and exit."),
    mark("Install completion for the current shell."),
    mark("Show completion for the current shell, to copy it or customize the installation."),
)
_MAX_TERM = 26
_FIGURE = re.compile(r"^-(?=[0-9])")
_TYPE = re.compile(r" <[^>]*>")


def examples(*samples: tuple[str, str]) -> str:
    """Commands with what they are for, as an epilog."""
    return "\n".join(f"{command}\t{purpose}" for command, purpose in samples)


def _table(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    terms = [columns(term) for term, _text in rows]
    indent = min(max(terms, default=0), _MAX_TERM) + 4
    for (term, text), size in zip(rows, terms, strict=True):
        lines = wrap(text, max(width - indent, 20))
        if size > _MAX_TERM:
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
    commands = [
        (name, (found.help or ""))
        for name in (command.list_commands(ctx) if isinstance(command, HelpGroup) else ())
        if (found := command.get_command(ctx, name)) is not None and not found.hidden
    ]
    samples = [tuple(line.split("\t", 1)) for line in (command.epilog or "").splitlines()]
    for title, rows in (
        (_("Commands"), commands),
        (_("Arguments"), arguments),
        (_("Options"), options),
    ):
        if rows:
            lines += ["", f"{title}:", *_table(rows, width)]
    if samples:
        lines += ["", _("Examples") + ":"]
        for sample, purpose in samples:
            lines += [f"  {sample}", *(f"      {line}" for line in wrap(purpose, width - 6))]
    return "\n".join(lines)


class HelpCommand(TyperCommand):
    """A command whose help is laid out here, and to which `-5.2` is a figure, not an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; no option begins with a digit, so a figure may be negative."""
        return super().parse_args(ctx, [_FIGURE.sub("\u2212", argument) for argument in args])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx) + "\n")


class HelpGroup(TyperGroup):
    """The group of all commands, likewise."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx) + "\n")
