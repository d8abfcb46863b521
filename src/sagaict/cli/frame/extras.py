"""The parts of the program that are only there if they were asked for when it was installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Literal

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _, mark

__all__ = ["Package", "needed"]

Package = Literal["docx", "openpyxl", "pyarrow"]
"""What an extra brings, by the name it is imported by."""
_EXTRAS = MappingProxyType(
    {
        "docx": ("word", "python-docx", mark("Word documents")),
        "openpyxl": ("excel", "openpyxl", mark("Excel workbooks")),
        "pyarrow": ("parquet", "pyarrow", mark("Parquet files")),
    }
)
"""The extra, the package as it is installed, and what it is for."""


@contextmanager
def needed(package: Package) -> Iterator[None]:
    """Around what needs the package.

    Raises:
        Refusal: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        from sagaict.cli.frame.installation import this_installation

        extra, installed_as, purpose = _EXTRAS[package]
        told = _("{purpose}: this needs a package that is not installed; install it with:")
        command = this_installation().command_with(extra, installed_as)
        raise Refusal(f"{told.format(purpose=_(purpose))}\n  {command}") from None
