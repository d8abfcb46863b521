"""`sagaict init`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Command, Examples
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, active, mark

if TYPE_CHECKING:
    from sagaict.cli.frame.installation import Installation, Wheel

__all__ = ["Init"]

_TEMPLATE = Path(__file__).resolve().parents[2] / "template"
_HOOKS = Path(".pre-commit-config.yaml")
_WORKFLOWS = Path(".github", "workflows")
_SPEAKING = (_WORKFLOWS / "plans.yml", _WORKFLOWS / "site.yml", Path(".gitlab-ci.yml"))
_SPEAKS = b"SAGAICT_LANG: %b"


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
        from sagaict.cli.frame.installation import this_installation
        from sagaict.reporting.output import Output

        root = Path(self.folder)
        contents, told = _contents(this_installation())
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
        output.text(f"\n{told}\n")
        output.text(_("Next: cd {folder}, git init, sagaict status").format(folder=self.folder))
        output.text("\n")
        return 0


def _contents(installation: Installation) -> tuple[dict[Path, bytes], str]:
    """Every file to be written, and a sentence on where the checks install this program from."""
    from sagaict.domain.schema import schema_text

    contents = {
        path.relative_to(top): path.read_bytes()
        for top in (_TEMPLATE / "any", _TEMPLATE / active())
        for path in sorted(top.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    for kind in ("plan", "project"):
        name = Path("data", "schema", f"{kind}.schema.json")
        contents[name] = schema_text(kind).encode()
    for name in _SPEAKING:
        contents[name] = contents[name].replace(_SPEAKS % b"ja", _SPEAKS % active().encode())
    what, told, wheel = _source(installation)
    if wheel:
        contents[Path(what)] = wheel.content
    elif installation.address:
        hook = f"language: python\n        additional_dependencies: [{json.dumps(what)}]"
        contents[_HOOKS] = contents[_HOOKS].replace(b"language: system", hook.encode())
    contents[Path("requirements.txt")] = f"# {told}\n{what}\n".encode()
    return contents, told


def _source(installation: Installation) -> tuple[str, str, Wheel | None]:
    """What pip installs this program from, a sentence that says so, and the wheel if it is one.

    Where nothing is known that a server could use, what stands for it lets pip fail.
    """
    address = installation.address
    if address:
        return address, _("The checks and hooks install {what}.").format(what=address), None
    wheel = installation.wheel()
    if wheel:
        what = f"./wheels/{wheel.name}"
        told = _("The checks install {what}, made from the program that ran sagaict init.")
        return what, told.format(what=what), wheel
    told = _(
        "No record says where a server gets the program that ran sagaict init. Before the checks "
        "can run, write into requirements.txt what pip is to install: a wheel put into the folder "
        "wheels, or git+https://…@COMMIT."
    )
    return "./wheels/PUT-THE-WHEEL-OF-SAGAICT-HERE.whl", told, None


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
