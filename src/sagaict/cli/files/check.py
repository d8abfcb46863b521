"""`sagaict check`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import OnDay
from sagaict.domain.light import dataclass
from sagaict.language import mark
from sagaict.reporting.check_formats import FORMATS

__all__ = ["Check"]


def _forms(_command: object) -> Iterable[str]:
    return FORMATS


def _complete_output(incomplete: str) -> list[str]:
    return [f"{name}=" for name in FORMATS if name.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class Check(OnDay):
    """Are the files well-formed, and the targets well set? Every problem, at its exact place."""

    runner: ClassVar[str] = "files.check_run:run_check"
    examples: ClassVar[Examples] = (
        ("sagaict check", mark("the whole data folder")),
        ("sagaict check data/plans/dx-plan.yaml", mark("one file, known to all others")),
        ("sagaict check --changed --strict", mark("what a branch touches, warnings too")),
        ("sagaict check --output sarif=check.sarif", mark("text here, SARIF to a file")),
    )

    paths: Annotated[
        list[str] | None,
        Argument(
            mark("Only problems in these files or folders; all files are read all the same."),
            "PATH",
        ),
    ] = None
    format: Annotated[
        str | None,
        Option(
            mark(
                "The form of the output; by itself github in GitHub Actions, gitlab in GitLab CI, "
                "else text."
            ),
            "FORMAT",
            choices=_forms,
        ),
    ] = None
    output: Annotated[
        list[str] | None,
        Option(
            mark(
                "File to write; else standard output. With a form, it is written as well; can be "
                "repeated."
            ),
            "[FORMAT=]FILE",
            names=("--output", "-o"),
            complete=_complete_output,
        ),
    ] = None
    strict: Annotated[bool, Option(mark("Warnings fail the check too."))] = False
    info: Annotated[bool, Option(mark("Show observations (info) too."))] = False
    fix: Annotated[
        bool,
        Option(mark("Mend what has one right answer, then check again.")),
    ] = False
    changed: Annotated[
        str | None,
        Option(
            mark("Only what this branch touched or broke since BASE (else the main branch)."),
            "[BASE]",
        ),
    ] = None
    stdin_filename: Annotated[
        str | None,
        Option(
            mark("Judge standard input as the content of this file of the data; for editors."),
            "FILE",
        ),
    ] = None
    watch: Annotated[bool, Option(mark("Check again whenever a file changes."))] = False
