"""`sagaict schema`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from sagaict.cli.options import Lang
from sagaict.cli.session import choice
from sagaict.language import _

__all__ = ["schema"]

Kind = Literal["plan", "project"]
KINDS: tuple[Kind, ...] = ("plan", "project")

Which = Annotated[
    str,
    typer.Argument(
        metavar="plan|project",
        help=_("Of which kind of file."),
        autocompletion=lambda incomplete: [name for name in KINDS if name.startswith(incomplete)],
    ),
]


def schema(which: Which = "plan", lang: Lang = None) -> int:
    """The JSON Schema of the files, for editors."""
    from sagaict.domain.schema import schema_text
    from sagaict.reporting.output import Output

    Output(sys.stdout).text(schema_text(choice(which, KINDS, _("the schema"))))
    return 0
