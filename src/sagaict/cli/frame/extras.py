"""The parts of the program that are only there if they were asked for when it was installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _

__all__ = ["excel_needed", "parquet_needed"]


@contextmanager
def excel_needed() -> Iterator[None]:
    """Around what needs openpyxl.

    Raises:
        Refusal: it is not installed.
    """
    told = _("Excel workbooks need a package that is not installed; install it with:")
    with _needed("openpyxl", "excel", told):
        yield


@contextmanager
def parquet_needed() -> Iterator[None]:
    """Around what needs pyarrow.

    Raises:
        Refusal: it is not installed.
    """
    told = _("Parquet needs a package that is not installed; install it with:")
    with _needed("pyarrow", "parquet", told):
        yield


@contextmanager
def _needed(package: str, extra: str, told: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        from sagaict.cli.frame.installation import this_installation

        command = this_installation().command_with(extra, package)
        raise Refusal(f"{told}\n  {command}") from None
