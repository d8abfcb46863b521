"""`sagaict check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import OnDay
from sagaict.language import mark

__all__ = ["Check"]


@dataclass(frozen=True, kw_only=True)
class Check(OnDay):
    """Are the files well-formed, and the targets well set? Every problem, at its exact place."""

    examples: ClassVar[Examples] = (
        ("sagaict check", mark("the whole data folder")),
        ("sagaict check data/plans/dx-plan.yaml", mark("one file, known to all others")),
        ("sagaict check --changed --strict", mark("what a branch touches, warnings too")),
        ("sagaict check --output sarif=check.sarif", mark("text here, SARIF to a file")),
    )

    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help=mark("Only problems in these files or folders; all files are read all the same."),
            show_default=False,
        ),
    ] = None
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=mark(
                "text, concise, json, github, gitlab, sarif, junit or markdown; by itself github "
                "in GitHub Actions, gitlab in GitLab CI, else text."
            ),
        ),
    ] = None
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="FORMAT=FILE",
            help=mark("Write this form to a file as well; can be repeated."),
        ),
    ] = None
    strict: Annotated[bool, typer.Option("--strict", help=mark("Warnings fail the check too."))] = (
        False
    )
    info: Annotated[bool, typer.Option("--info", help=mark("Show observations (info) too."))] = (
        False
    )
    fix: Annotated[
        bool,
        typer.Option("--fix", help=mark("Mend what has one right answer, then check again.")),
    ] = False
    changed: Annotated[
        str | None,
        typer.Option(
            "--changed",
            metavar="[BASE]",
            help=mark("Only files this branch touches since BASE (else the main branch)."),
        ),
    ] = None
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename",
            metavar="FILE",
            help=mark("Judge standard input as the content of this file of the data; for editors."),
        ),
    ] = None
    watch: Annotated[
        bool, typer.Option("--watch", help=mark("Check again whenever a file changes."))
    ] = False

    def run(self) -> int:
        """Check once, or again and again."""
        from sagaict.cli.files.check_run import run_check, watch_check

        return watch_check(self) if self.watch else run_check(self)
