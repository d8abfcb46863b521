"""What happened to a project or indicator after the plan was approved, its targets apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sagaict.domain.fields import Moment_, Record, SourceRef, Text, Year

__all__ = ["Amendment", "Happening", "happened"]

Happening = Literal["added", "renamed", "moved", "redefined", "action", "dropped"]

_OLD_AND_NEW = ("renamed", "moved", "redefined")


class Amendment(Record):
    """A project or indicator added, changed or dropped. What is dropped stays in the file.

    Of an action target (`action`), `old` alone says that it was taken away, `new` alone that it was
    added, both that it was changed.
    """

    what: Happening = Field(
        description=(
            "added 追加 · renamed 名称変更 · moved 移動 · redefined 定義の変更 · "
            "action 行動目標の見直し · dropped 廃止"
        )
    )
    date: Moment_ = Field(description="見直しの日。 / When.")
    year: Year | None = Field(
        None, description="行動目標の年度(action のみ)。 / Fiscal year of the action."
    )
    old: Text | None = Field(
        None, description="旧(名称、施策、単位など、行動目標)。 / What it was before."
    )
    new: Text | None = Field(
        None, description="新(名称、施策、単位など、行動目標)。 / What it is now."
    )
    reason: Text | None = Field(None, description="理由。 / Why.")
    approved_by: Text | None = Field(None, description="承認した会議等。 / Who approved it.")
    source: SourceRef | None = Field(None, description="出典。 / Source.")

    @model_validator(mode="after")
    def _form(self) -> Amendment:
        given = (self.old is not None) + (self.new is not None)
        if self.what == "action":
            fits = given > 0 and self.year is not None
        else:
            fits = given == (2 if self.what in _OLD_AND_NEW else 0) and self.year is None
        if not fits:
            raise PydanticCustomError("amendment-form", "old, new and year as the kind asks", {})
        return self


def happened(amendments: Iterable[Amendment], what: Happening) -> Amendment | None:
    """The latest amendment of that kind; `None` if there is none."""
    found = [each for each in amendments if each.what == what]
    return max(found, key=lambda each: each.date, default=None)
