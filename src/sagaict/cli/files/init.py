"""`sagaict init`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Command, Examples
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

__all__ = ["Init"]

_TEMPLATE = Path(__file__).resolve().parents[2] / "template"


@dataclass(frozen=True, kw_only=True)
class Init(Command):
    """Set up a repository for the plans of a city: an example to begin with, hooks, workflow."""

    examples: ClassVar[Examples] = (
        ("sagaict init our-plans", mark("folders, an example, hooks and workflow")),
    )

    folder: Annotated[
        str,
        Argument(mark("The folder to set up; made if it does not exist."), "DIR"),
    ]

    def run(self) -> int:
        """Set it up."""
        from sagaict.domain.schema import schema_text
        from sagaict.reporting.output import Output

        root = Path(self.folder)
        contents = {
            path.relative_to(_TEMPLATE): path.read_bytes()
            for path in sorted(_TEMPLATE.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }
        for kind in ("plan", "project"):
            name = Path("data", "schema", f"{kind}.schema.json")
            contents[name] = schema_text(kind).encode()
        there = [name.as_posix() for name in contents if os.path.lexists(root / name)]
        if there:
            raise Refusal(
                _("{folder} already has {names}; nothing was written").format(
                    folder=self.folder, names=", ".join(there)
                )
            )
        _write_new(root, contents)
        output = Output(sys.stdout)
        output.text(
            _("{count} files written to {folder}.").format(count=len(contents), folder=self.folder)
        )
        output.text(
            "\n"
            + _("Next: cd {folder}, git init, sagaict status").format(folder=self.folder)
            + "\n"
        )
        return 0


def _write_new(root: Path, contents: Mapping[Path, bytes]) -> None:
    """Write all files or none; a folder made for them goes again with them.

    Raises:
        Refusal: they cannot be written.
    """
    from sagaict.cli.frame.changes import write
    from sagaict.writing.transaction import Edit

    missing = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        with writing_refusals():
            root.mkdir(parents=True, exist_ok=True)
        write(root, [Edit(root / name, None, content) for name, content in contents.items()])
    except Refusal:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise
