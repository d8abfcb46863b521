"""Commands as they are listed: a name, a line of help, and where the class stands.

Nothing here imports a command: the list is printed from the list alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sagaict.cli.frame.loading import load
from sagaict.domain.light import dataclass

if TYPE_CHECKING:
    from sagaict.cli.frame.declaration import Command, Examples

__all__ = ["Group", "Heading", "Listed"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A command: its name, its class as `module:Class` below `sagaict.cli`, its help (marked)."""

    name: str
    where: str
    help: str

    def load(self) -> type[Command]:
        """The class of the command."""
        found: type[Command] = load(self.where)
        return found


@dataclass(frozen=True, slots=True)
class Heading:
    """Commands under a title (marked)."""

    title: str
    commands: tuple[Listed | Group, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of commands under headings; the program itself is one."""

    name: str
    help: str
    examples: Examples
    headings: tuple[Heading, ...]

    def __iter__(self) -> Iterator[Listed | Group]:
        """The commands and groups in it."""
        return (command for heading in self.headings for command in heading.commands)
