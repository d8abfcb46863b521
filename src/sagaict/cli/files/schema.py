"""`sagaict schema`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import typer

from sagaict.cli.frame.declaration import Command, Examples
from sagaict.cli.frame.given import choice
from sagaict.language import _, mark

__all__ = ["Schema"]

Kind = Literal["plan", "project", "check"]
KINDS: tuple[Kind, ...] = ("plan", "project", "check")


def _complete(incomplete: str) -> list[str]:
    return [name for name in KINDS if name.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class Schema(Command):
    """The JSON Schema of the files, for editors."""

    examples: ClassVar[Examples] = (
        ("sagaict schema plan > plan.schema.json", mark("the schema of a plan")),
    )

    which: Annotated[
        str,
        typer.Argument(
            metavar="plan|project|check",
            help=mark("Of plan or project files, or of what check --format json prints."),
            autocompletion=_complete,
        ),
    ] = "plan"

    def run(self) -> int:
        """Print it."""
        from sagaict.reporting.output import Output

        Output(sys.stdout).text(_text(choice(self.which, KINDS, _("the schema"))))
        return 0


def _text(kind: Kind) -> str:
    if kind == "check":
        from sagaict.reporting.check_formats.json_forms import check_schema

        return check_schema()
    from sagaict.domain.schema import schema_text

    return schema_text(kind)
