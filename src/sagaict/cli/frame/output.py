"""Where a report goes, and in which form: standard output, or a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated, ClassVar, Literal, cast

from sagaict.cli.frame.declaration import Command, Option
from sagaict.cli.frame.extras import needed
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.system import system_words
from sagaict.reporting.formats import FORMATS, formats_of, told
from sagaict.reporting.report import Medium, Report

__all__ = ["FormatOption", "Printed", "Tabular", "ToFile", "write_output"]


def _forms(command: type[Command]) -> tuple[str, ...]:
    return formats_of(cast("type[Printed]", command).reports)


_ENDINGS = {
    ".html": "html",
    ".csv": "csv",
    ".json": "json",
    ".ics": "ics",
    ".parquet": "parquet",
    ".docx": "docx",
}
"""What programs take a file for by its name."""

FormatOption = Annotated[str, Option(mark("The form of the output."), "FORMAT", choices=_forms)]


@dataclass(frozen=True, kw_only=True)
class ToFile(Command):
    """A command whose output can go to a file."""

    output: Annotated[
        str | None,
        Option(mark("File to write; else standard output."), "FILE", names=("--output", "-o")),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Printed(ToFile):
    """A command that prints a report."""

    reports: ClassVar[type[Report]] = Report
    """What it prints, and so the forms it can be had in."""

    format: FormatOption = "table"
    no_pager: Annotated[
        bool,
        Option(
            mark("Do not page what is longer than the screen (PAGER, less)."), names=("--no-pager",)
        ),
    ] = False

    def write(self, report: Report, incomplete: tuple[str, ...] = ()) -> int:
        """Write the report in the form asked for, to the file named, else to standard output.

        `incomplete` are files whose content is missing from it. The exit code is 1 where the form
        cannot say so.

        Raises:
            Refusal: the file cannot be written, its name promises another form, or the encoding
                asked for lacks a character.
        """
        from sagaict.reporting.output import Output

        self._require_form_of_name()
        screen = Output(sys.stdout)
        if self.format == "table" and self.output is None:
            # Only here the letters of a terminal matter; a file is read with others.
            medium = Medium(ascii_only=screen.ascii, incomplete=incomplete)
            screen.blocks(told(report, medium), paged=not self.no_pager)
            return 0
        form = FORMATS[self.format]
        if form.needs and self.output is None and screen.is_terminal:
            raise Refusal(
                _("{form} is nothing for a terminal; name a file with -o").format(form=self.format)
            )
        with needed(form.needs) if form.needs else nullcontext():
            drawn = self._drawn(report, Medium(incomplete=incomplete))
        if isinstance(drawn, str) and self.output is None:
            screen.text(drawn)
        else:
            write_output(drawn.encode() if isinstance(drawn, str) else drawn, self.output)
        return 1 if incomplete and form.mute else 0

    def _require_form_of_name(self) -> None:
        promised = _ENDINGS.get(Path(self.output or "").suffix.lower())
        if promised in (None, self.format) or promised not in formats_of(self.reports):
            return
        raise Refusal(
            _(
                "{path} would hold the form {form}; add --format {promised}, or name it otherwise"
            ).format(path=self.output, form=self.format, promised=promised)
        )

    def _drawn(self, report: Report, medium: Medium) -> str | bytes:
        return FORMATS[self.format].draw(report, medium)


@dataclass(frozen=True, kw_only=True)
class Tabular(Printed):
    """A command whose report can be a table for spreadsheets."""

    encoding: Annotated[
        Literal["utf-8-sig", "utf-8", "cp932"],
        Option(mark("Of the CSV; Excel opens utf-8-sig."), "ENCODING"),
    ] = "utf-8-sig"

    def _drawn(self, report: Report, medium: Medium) -> str | bytes:
        if self.format != "csv":
            return super()._drawn(report, medium)
        from sagaict.reporting.machine import NotEncodable

        try:
            return FORMATS[self.format].draw(report, replace(medium, encoding=self.encoding))
        except NotEncodable as error:
            raise Refusal(
                _(
                    "“{character}” ({code}) in row {row}, column {column}, does not exist in "
                    "{encoding}; use --encoding utf-8-sig"
                ).format(
                    character=error.character,
                    code=f"U+{ord(error.character):04X}",
                    row=error.row,
                    column=error.column,
                    encoding=self.encoding,
                )
            ) from None


def write_output(content: bytes, output: str | None) -> None:
    """Write the bytes to the file named, else to standard output.

    Raises:
        Refusal: the file cannot be written; what was there before is there still.
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
        raise Refusal(
            _("{path} cannot be written: {reason}").format(path=output, reason=system_words(error))
        ) from None


def _write_whole(content: bytes, destination: Path) -> None:
    """Write a file wholly or not at all: a full disk leaves what was there before."""
    temporary = destination.with_name(f".sagaict-{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        if destination.exists():
            temporary.chmod(destination.stat().st_mode)
        temporary.replace(destination)
    finally:
        temporary.unlink(missing_ok=True)
