"""A command as it is listed: its name, what runs it, what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import typer

from sagaict.cli.help import HelpCommand, examples

__all__ = ["Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A command, its help, and examples with what each is for."""

    name: str
    run: Callable[..., int]
    help: str
    samples: tuple[tuple[str, str], ...]

    def add_to(self, app: typer.Typer) -> None:
        """Make it a command of the program, or of a group."""
        app.command(self.name, cls=HelpCommand, help=self.help, epilog=examples(*self.samples))(
            self.run
        )
