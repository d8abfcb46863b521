"""Where something stands in the content of a file."""

from __future__ import annotations

from sagaict.domain.fiscal import FiscalYear, Period

__all__ = ["Location"]

Location = tuple[str | int | FiscalYear | Period, ...]
"""A path into a file's content: mapping keys and list positions, outermost first."""
