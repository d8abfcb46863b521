"""Where a page goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import mark
from sagaict.language.system import system_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagaict.reporting.blocks import Block

__all__ = ["Target", "write_blocks", "write_output"]

Target = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=mark("File to write; else standard output.")
    ),
]


def write_output(content: bytes, output: str | None) -> None:
    """Write the bytes to the file named, else to standard output.

    Raises:
        Refusal: the file cannot be written.
        BrokenPipeError: the reader has gone.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    destination = Path(output)
    try:
        if destination.exists() and not destination.is_file():
            destination.write_bytes(content)  # a device or a pipe; nothing may take its place
        else:
            _write_whole(content, Path(os.path.realpath(destination)))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refusal(f"{output}: {system_words(error)}") from None


def write_blocks(blocks: Iterable[Block], output: str | None, *, markdown: bool) -> None:
    """Write a report as Markdown or as a table: in UTF-8 to the file named, else to the screen.

    Raises:
        Refusal: the file cannot be written.
    """
    from sagaict.reporting.markdown import render_markdown
    from sagaict.reporting.output import Output
    from sagaict.reporting.plain import render_plain

    if output is not None:
        text = render_markdown(blocks) if markdown else render_plain(blocks)
        write_output(text.encode(), output)
    elif markdown:
        Output(sys.stdout).text(render_markdown(blocks))
    else:
        Output(sys.stdout).blocks(blocks)


def _write_whole(content: bytes, destination: Path) -> None:
    """Write a file wholly or not at all: a full disk leaves what was there before."""
    temporary = destination.with_name(f".sagaict-{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        if destination.exists():
            temporary.chmod(destination.stat().st_mode)
        temporary.replace(destination)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
