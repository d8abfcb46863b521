"""What happened to a project or indicator itself after the plan was approved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sagaict.domain.fields import Moment_, Record, SourceRef, Text

__all__ = ["Amendment", "Happening", "happened"]

Happening = Literal["added", "renamed", "dropped"]


class Amendment(Record):
    """A project or indicator added, renamed or dropped. What is dropped stays in the file."""

    what: Happening = Field(description="added 追加 · renamed 名称変更 · dropped 廃止")
    date: Moment_ = Field(description="見直しの日。 / When.")
    old: Text | None = Field(None, description="旧名称(renamed のみ)。 / Former title.")
    new: Text | None = Field(None, description="新名称(renamed のみ)。 / New title.")
    reason: Text | None = Field(None, description="理由。 / Why.")
    approved_by: Text | None = Field(None, description="承認した会議等。 / Who approved it.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @model_validator(mode="after")
    def _titles(self) -> Amendment:
        titles = (self.old is not None) + (self.new is not None)
        if titles != (2 if self.what == "renamed" else 0):
            raise PydanticCustomError("amendment-form", "old and new go with renamed", {})
        return self


def happened(amendments: Iterable[Amendment], what: Happening) -> Amendment | None:
    """The latest amendment of that kind; `None` if there is none."""
    found = [each for each in amendments if each.what == what]
    return max(found, key=lambda each: each.date, default=None)
