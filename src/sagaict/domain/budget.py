"""What a project costs in a year, as it is printed."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says, short_form
from sagaict.domain.fields import Number, SourceRef, Text, Wording
from sagaict.domain.record import Record

__all__ = ["Budget", "BudgetField"]


class Budget(Record):
    """The cost of a project in a fiscal year; a number only where one is printed."""

    printed: Annotated[Wording, Says("資料の表記(例 約1千2百万円)。 / As printed.")]
    amount: Annotated[Number | None, Says("千円単位の額。 / In thousands of yen.")] = None
    note: Annotated[Text | None, Says("補足(委託料、補助金など)。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


BudgetField = Annotated[Budget, short_form("printed", str)]
"""A cost, or its short form: the printed wording alone."""
