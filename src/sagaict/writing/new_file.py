"""The text of a file that is to be new: its content in the canonical layout, known to editors."""

from __future__ import annotations

from typing import Any

from sagaict.domain.plan import Plan
from sagaict.domain.record import Record
from sagaict.domain.validating import Unfit, validated
from sagaict.writing.canonical import canonical
from sagaict.writing.change import SpliceFailed
from sagaict.writing.rendering import render

__all__ = ["new_file"]


def new_file(kind: type[Record], content: dict[str, Any]) -> str:
    """The text of a new file of `kind`, beginning with the line that names its schema.

    Raises:
        SpliceFailed: the content is not valid.
    """
    schema = "../schema/plan" if kind is Plan else "../../schema/project"
    first = f"# yaml-language-server: $schema={schema}.schema.json"
    try:
        validated(kind, content)
    except Unfit as error:
        where = ".".join(str(step) for step in error.faults[0].location)
        raise SpliceFailed(f"{where}: {error.faults[0].kind}") from None
    return canonical("\n".join([first, *render(content, 0), ""]), kind)
