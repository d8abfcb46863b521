"""The text of a file that is to be new: its content in the canonical layout, known to editors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from sagaict.domain.plan import Plan
from sagaict.writing.canonical import canonical
from sagaict.writing.change import SpliceFailed
from sagaict.writing.rendering import render

__all__ = ["new_file"]


def new_file(kind: type[BaseModel], content: dict[str, Any]) -> str:
    """The text of a new file of `kind`, beginning with the line that names its schema.

    Raises:
        SpliceFailed: the content is not valid.
    """
    schema = "../schema/plan" if kind is Plan else "../../schema/project"
    first = f"# yaml-language-server: $schema={schema}.schema.json"
    try:
        kind.model_validate(content)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise SpliceFailed(f"{where}: {error.errors()[0]['type']}") from None
    return canonical("\n".join([first, *render(content, 0), ""]), kind)
