"""`sagaict check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.options import Data, Lang
from sagaict.cli.session import Refusal, open_session
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.reading.workspace import Workspace

__all__ = ["check"]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help=_("Only problems in these files or folders; all files are read all the same."),
        show_default=False,
    ),
]


def check(paths: Paths = None, data: Data = None, lang: Lang = None) -> int:
    """Are the files well-formed? Every problem, at its exact place."""
    from sagaict.checking.run import check as find_problems
    from sagaict.reporting.output import Output
    from sagaict.reporting.problem_report import problem_lines, summary

    folder = data if data or not paths else _data_of(paths)
    session = open_session(folder, None, None)
    workspace = session.workspace
    problems = find_problems(workspace)
    files = len(workspace.plans) + len(workspace.projects) + len(workspace.broken)
    if paths:
        shown = _shown_below(paths, workspace)
        problems = [problem for problem in problems if problem.path in shown]
        files = len(shown)
    elif not files:
        raise Refusal(_("{path} holds no plan").format(path=session.folder.shown))
    output = Output(sys.stdout)
    for problem in problems:
        output.text("\n".join(problem_lines(problem)) + "\n\n")
    output.text(f"{summary(problems, files)} {session.origin}\n")
    return 1 if problems else 0


def _data_of(paths: list[str]) -> str | None:
    """The data folder the first path lies in, if it lies in one."""
    from pathlib import Path

    first = Path(paths[0]).resolve()
    for folder in (first, *first.parents):
        if (folder / "plans").is_dir() or (folder / "data" / "plans").is_dir():
            return str(folder)
    return None


def _shown_below(paths: list[str], workspace: Workspace) -> set[str]:
    """How the workspace calls the files that the paths name.

    Raises:
        Refusal: a path that names no file of the workspace.
    """
    from pathlib import Path

    known = {file.path.resolve(): file.shown for file in workspace.files}
    shown: set[str] = set()
    for text in paths:
        path = Path(text).resolve()
        below = {name for file, name in known.items() if file.is_relative_to(path)}
        if not below:
            raise Refusal(
                _("{path} is no file of the data, nor a folder of such files").format(path=text)
            )
        shown |= below
    return shown
