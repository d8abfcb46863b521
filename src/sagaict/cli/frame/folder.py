"""Several files written into one folder: those that changed, each whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sagaict.cli.frame.output import write_output
from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _
from sagaict.language.system import system_words

__all__ = ["write_folder"]


def write_folder(folder: str, files: Mapping[str, bytes], *, only: str = "") -> list[str]:
    """Write the files, by their paths inside the folder, and return the paths of those written.

    A file that has the same content already is left alone. `only` is the ending of files that may
    be there only if they are among these: another one would be read as a part of the whole.

    Raises:
        Refusal: such a file is there (nothing was written), or a file cannot be written.
    """
    root = Path(folder)
    try:
        _require_none_besides(root, files, only)
        changed = [name for name, content in files.items() if _differs(root / name, content)]
        for name in changed:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            _("{path} cannot be written: {reason}").format(path=folder, reason=system_words(error))
        ) from None
    for name in changed:
        write_output(files[name], str(root / name))
    return changed


def _require_none_besides(root: Path, files: Mapping[str, bytes], only: str) -> None:
    if not only:
        return
    there = sorted(path.relative_to(root).as_posix() for path in root.rglob(f"*{only}"))
    other = next((name for name in there if name not in files), None)
    if other is not None:
        raise Refusal(
            _("{folder} holds {file}, which is no part of this; empty it, or name another").format(
                folder=root, file=other
            )
        )


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() != content
    except FileNotFoundError:
        return True
