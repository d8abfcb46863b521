"""`sagaict schema`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from sagaict.cli.options import Lang
from sagaict.cli.session import choice
from sagaict.language import _

__all__ = ["schema"]

Kind = Literal["plan", "project", "check"]
KINDS: tuple[Kind, ...] = ("plan", "project", "check")

Which = Annotated[
    str,
    typer.Argument(
        metavar="plan|project|check",
        help=_("Of plan or project files, or of what check --format json prints."),
        autocompletion=lambda incomplete: [name for name in KINDS if name.startswith(incomplete)],
    ),
]


def schema(which: Which = "plan", lang: Lang = None) -> int:
    """The JSON Schema of the files, for editors."""
    from sagaict.reporting.output import Output

    kind = choice(which, KINDS, _("the schema"))
    Output(sys.stdout).text(_text(kind))
    return 0


def _text(kind: Kind) -> str:
    if kind == "check":
        from sagaict.reporting.check_formats.json_forms import check_schema

        return check_schema()
    from sagaict.domain.schema import schema_text

    return schema_text(kind)
