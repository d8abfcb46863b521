"""A tally that the body printed about its plan, beside which the computed one is put."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from sagaict.domain.declaring import AtLeast, Says, Whole
from sagaict.domain.fields import Number, Period_, Slug, SourceRef, Text, Year
from sagaict.domain.number import Rounding
from sagaict.domain.record import Record

__all__ = ["Counted", "PublishedTally"]

Counted = Literal[
    "met", "unmet", "pending", "on_schedule", "delayed", "cancelled", "priority", "placed"
]
"""What a label of a published tally counts, in the words of statuses and of progress.

Of projects themselves those that are a `priority`, or `placed` under a policy.
"""


class PublishedTally(Record):
    """A tally the city printed about this plan, kept to be compared with the computed one."""

    id: Annotated[Slug, Says("id。")]
    title: Annotated[Text, Says("表・数値の名称。 / What was tallied.")]
    of: Annotated[Number, Says("母数。 / Denominator.")]
    counts: Annotated[
        dict[Text, Number], AtLeast(1), Says("区分ごとの件数(区分は自由な語)。 / Counts by label.")
    ]
    percent: Annotated[dict[Text, Number], Says("区分ごとの割合(%)。 / Printed percentages.")] = (
        field(default_factory=dict)
    )
    compare: Annotated[
        Literal["outcomes_met", "projects_on_schedule", "projects", "sum_of_actuals"] | None,
        Says(
            "何と突き合わせるか: outcomes_met 成果指標の達成数 · projects_on_schedule "
            "計画どおりの事業数 · projects 事業数(means が priority なら重点事業、placed なら方針に"
            "位置付けた事業) · sum_of_actuals 実績の合計。 / What the counts must equal."
        ),
    ] = None
    means: Annotated[
        dict[Text, Counted],
        Says(
            "区分ごとに、何の件数か(省略時は最初の区分だけを met / on_schedule とみなす)。"
            " / What each label counts; without it only the first is compared."
        ),
    ] = field(default_factory=dict)
    goal: Annotated[Text | None, Says("基本目標の番号(なければ id)で絞る。 / Only this goal.")] = (
        None
    )
    indicator: Annotated[
        Text | None, Says("sum_of_actuals の指標の id。 / The indicator added up.")
    ] = None
    year: Annotated[Year | None, Says("いつの年度の評価か。 / As seen in this year.")] = None
    period: Annotated[Period_ | None, Says("合計する期間。 / Years added up.")] = None
    rounding: Annotated[Rounding, Says("half_up 四捨五入 · truncate 切捨て · up 切上げ")] = (
        "half_up"
    )
    places: Annotated[int, Whole(0, 4), Says("小数点以下の桁数。 / Decimal places.")] = 1
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef, Says("出典。 / Source.")]
