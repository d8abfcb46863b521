"""`sagaict check`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.options import Data, Lang, Today
from sagaict.language import _

__all__ = ["check"]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help=_("Only problems in these files or folders; all files are read all the same."),
        show_default=False,
    ),
]


Strict = Annotated[bool, typer.Option("--strict", help=_("Warnings fail the check too."))]
Info = Annotated[bool, typer.Option("--info", help=_("Show observations (info) too."))]
Fix = Annotated[
    bool, typer.Option("--fix", help=_("Mend what has one right answer, then check again."))
]
Watch = Annotated[bool, typer.Option("--watch", help=_("Check again whenever a file changes."))]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=_(
            "text, concise, json, github, gitlab, sarif, junit or markdown; by itself github in "
            "GitHub Actions, gitlab in GitLab CI, else text."
        ),
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FORMAT=FILE",
        help=_("Write this form to a file as well; can be repeated."),
    ),
]
Changed = Annotated[
    str | None,
    typer.Option(
        "--changed",
        metavar="[BASE]",
        help=_("Only files this branch touches since BASE (else the main branch)."),
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="FILE",
        help=_("Judge standard input as the content of this file of the data; for editors."),
    ),
]


def check(
    paths: Paths = None,
    output_format: Format = None,
    outputs: Outputs = None,
    strict: Strict = False,
    info: Info = False,
    fix: Fix = False,
    changed: Changed = None,
    stdin_filename: StdinName = None,
    watch: Watch = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Are the files well-formed, and the targets well set? Every problem, at its exact place."""
    from sagaict.cli.checking import Request, run_check, watch_check

    request = Request(
        paths=tuple(paths or ()),
        output_format=output_format,
        outputs=tuple(outputs or ()),
        strict=strict,
        info=info,
        fix=fix,
        changed=changed,
        stdin_filename=stdin_filename,
        today=today,
        data=data,
    )
    return watch_check(request) if watch else run_check(request)
