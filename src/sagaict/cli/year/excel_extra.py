"""The part of the program that is only there if it was asked for when it was installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _

__all__ = ["excel_needed"]


@contextmanager
def excel_needed() -> Iterator[None]:
    """Around what needs openpyxl.

    Raises:
        Refusal: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "openpyxl":
            raise
        from sagaict.cli.frame.installation import this_installation

        command = this_installation().command_with("excel", "openpyxl")
        raise Refusal(
            _("Excel workbooks need a package that is not installed; install it with:")
            + f"\n  {command}"
        ) from None
