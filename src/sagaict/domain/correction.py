"""A text of an approved plan that was put right, though nothing of the plan was decided anew."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says
from sagaict.domain.fields import Moment_, SourceRef, Text
from sagaict.domain.record import Record

__all__ = ["Correction"]


class Correction(Record):
    """What stood in a field before it was corrected, and why it was."""

    of: Annotated[
        Text | None,
        Says("施策・指標の id(省略時はこのファイルの計画・事業)。 / Full id, else the file."),
    ] = None
    field: Annotated[Text, Says("項目(例 definition)。 / Which key, as a path.")]
    old: Annotated[Text | None, Says("訂正前(なかった場合は書かない)。 / Before.")] = None
    new: Annotated[Text | None, Says("訂正後(削除した場合は書かない)。 / After.")] = None
    date: Annotated[Moment_, Says("訂正の日。 / When.")]
    reason: Annotated[Text, Says("理由。 / Why.")]
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None
