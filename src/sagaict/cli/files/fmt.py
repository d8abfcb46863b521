"""`sagaict fmt`."""

from __future__ import annotations

import sys
from typing import Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import OnData
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.visible import visible

__all__ = ["Fmt"]


@dataclass(frozen=True, kw_only=True)
class Fmt(OnData):
    """One canonical layout: order of keys, indentation, years, numbers, empty lines."""

    examples: ClassVar[Examples] = (
        ("sagaict fmt", mark("lay out all files")),
        ("sagaict fmt --diff data/plans/dx-plan.yaml", mark("only show what would change")),
    )

    paths: Annotated[
        list[str] | None,
        Argument(mark("Files or folders; else the whole data."), "PATH"),
    ] = None
    check: Annotated[
        bool,
        Option(mark("Write nothing; exit with 1 if a file would change.")),
    ] = False
    diff: Annotated[bool, Option(mark("Write nothing; print the change as a diff."))] = False

    def run(self) -> int:
        """Lay the files out."""
        from sagaict.cli.frame.changes import write
        from sagaict.cli.frame.paths import data_of, files_below
        from sagaict.cli.frame.session import open_session
        from sagaict.domain.plan import Plan
        from sagaict.domain.project import Project
        from sagaict.reporting.output import Output
        from sagaict.writing.canonical import NotValid, canonical
        from sagaict.writing.transaction import Edit

        folder = self.data_folder or (data_of(self.paths[0]) if self.paths else None)
        workspace = open_session(folder, None, None).workspace
        chosen = files_below(self.paths, workspace.files) if self.paths else set(workspace.files)
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
            if self.diff:
                output.text(_diff(file.shown, text, after))
            elif self.check:
                output.text(_("would change: {path}").format(path=file.shown) + "\n")
            else:
                edits.append(Edit(file.path, before, after.encode()))
                laid_out += _("laid out: {path}").format(path=file.shown) + "\n"
        write(workspace.root, edits)
        output.text(laid_out)
        if not self.diff:
            output.text(
                _("{files} files, {changed} not in the canonical layout.").format(
                    files=len(chosen), changed=changed
                )
                + "\n"
                if self.check
                else _("{files} files, {changed} changed.").format(
                    files=len(chosen), changed=changed
                )
                + "\n"
            )
        return 1 if invalid or (changed and (self.check or self.diff)) else 0


def _diff(name: str, before: str, after: str) -> str:
    import difflib
    import io

    old, new = (io.StringIO(text, newline="").readlines() for text in (before, after))
    return "".join(_shown(line) for line in difflib.unified_diff(old, new, name, name))


def _shown(line: str) -> str:
    """The line harmless to show, but with its own end: a patch says where that changes."""
    content = line.rstrip("\r\n")
    return visible(content) + (line[len(content) :] or "\n\\ No newline at end of file\n")
