"""What is imported only when it is needed, and so is named by a text."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["load"]


def load(where: str) -> Any:
    """What stands at `module:name` below `sagaict.cli`, imported now."""
    module, _colon, name = where.partition(":")
    return getattr(import_module(f"sagaict.cli.{module}"), name)
