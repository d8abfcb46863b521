"""`sagaict fmt`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagaict.cli.options import Data, Lang
from sagaict.language import _

__all__ = ["fmt"]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH", help=_("Files or folders; else the whole data."), show_default=False
    ),
]
Check = Annotated[
    bool, typer.Option("--check", help=_("Write nothing; exit with 1 if a file would change."))
]
Diff = Annotated[bool, typer.Option("--diff", help=_("Write nothing; print the change as a diff."))]


def fmt(
    paths: Paths = None,
    check_only: Check = False,
    diff_only: Diff = False,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """One canonical layout: order of keys, indentation, years, numbers, empty lines."""
    from sagaict.cli.paths import data_of, files_below
    from sagaict.cli.session import open_session
    from sagaict.cli.writing import write
    from sagaict.domain.plan import Plan
    from sagaict.domain.project import Project
    from sagaict.reporting.output import Output
    from sagaict.writing.canonical import NotValid, canonical
    from sagaict.writing.transaction import Edit

    folder = data or (data_of(paths[0]) if paths else None)
    workspace = open_session(folder, None, None).workspace
    chosen = files_below(paths, workspace.files) if paths else set(workspace.files)
    plans = workspace.root / "plans"
    output = Output(sys.stdout)
    edits: list[Edit] = []
    laid_out = ""
    changed = invalid = 0
    for file in workspace.files:
        if file not in chosen:
            continue
        try:
            before = file.read()
            text = before.decode("utf-8")
            after = canonical(text, Plan if file.path.parent == plans else Project)
        except (NotValid, UnicodeDecodeError, OSError):
            invalid += 1
            print(
                _("{path} has errors and is left as it is; see sagaict check").format(
                    path=file.shown
                ),
                file=sys.stderr,
            )
            continue
        if after == text:
            continue
        changed += 1
        if diff_only:
            output.text(_diff(file.shown, text, after))
        elif check_only:
            output.text(_("would change: {path}").format(path=file.shown) + "\n")
        else:
            edits.append(Edit(file.path, before, after.encode()))
            laid_out += _("laid out: {path}").format(path=file.shown) + "\n"
    write(workspace.root, edits)
    output.text(laid_out)
    if not diff_only:
        output.text(
            _("{files} files, {changed} not in the canonical layout.").format(
                files=len(chosen), changed=changed
            )
            + "\n"
            if check_only
            else _("{files} files, {changed} changed.").format(files=len(chosen), changed=changed)
            + "\n"
        )
    return 1 if invalid or (changed and (check_only or diff_only)) else 0


def _diff(name: str, before: str, after: str) -> str:
    import difflib
    import io

    old, new = (io.StringIO(text, newline="").readlines() for text in (before, after))
    return "".join(
        line if line[-1] in "\r\n" else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old, new, name, name)
    )
