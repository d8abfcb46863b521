"""The figures of an indicator: where it began, its results, and what they are shown beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, get_args

from sagaict.domain.declaring import Beside, Says, short_form
from sagaict.domain.fields import (
    DistinctYears,
    Moment_,
    Number,
    Period_,
    SourceRef,
    Span_,
    Text,
    Wording,
    Year,
)
from sagaict.domain.fiscal import FiscalYear, Moment, Period
from sagaict.domain.misfit import Misfit
from sagaict.domain.record import Record
from sagaict.domain.words import ActualState, Judged

__all__ = ["Actual", "ActualField", "Baseline", "Comparison", "EarlierActual"]

_STATES_WITH_VALUE = ("final", "provisional", "estimate")
_JUDGED: tuple[Judged, ...] = get_args(Judged)


def _ends_in_year(period: Period | None, before: Mapping[str, Any]) -> None:
    year: FiscalYear | None = before.get("year")
    if period is not None and year is not None and year != period.last:
        raise Misfit("baseline-time", year=year.label, period=period.label)


class Baseline(Record):
    """Where the indicator stood before. A missing value is not 0."""

    value: Annotated[
        Number | None, Says("現状値。未記載なら書かない(0 ではない)。 / Leave out if unknown.")
    ] = None
    year: Annotated[Year | None, Says("現状値の年度。 / Its fiscal year.")] = None
    period: Annotated[
        Period_ | None,
        Beside(_ends_in_year),
        Says("期間合計の現状値の期間。 / Its period, for a total."),
    ] = None
    as_of: Annotated[Moment_ | None, Says("時点。 / As of.")] = None
    printed: Annotated[Wording | None, Says("計画書の表記。 / The printed wording.")] = None
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    @property
    def when(self) -> Period | FiscalYear | Moment | None:
        """Its time as documents tell it: the period says more than the year in which it ends."""
        return self.period or self.year or self.as_of

    @property
    def fiscal_year(self) -> FiscalYear | None:
        """The year it is of; of several, the last; without one, that of the day it was taken."""
        when = self.when
        if when is None:
            return None
        return when.fiscal_year if isinstance(when, Moment) else when.last

    @property
    def years(self) -> int:
        """How many fiscal years it covers; one, unless it is said to be of a period."""
        return self.period.years if self.period else 1


class EarlierActual(Record):
    """A figure as it was reported before a later one replaced it."""

    value: Annotated[Number | None, Says("実績値。 / The figure.")] = None
    numerator: Annotated[
        Number | None, Says("割合の分子(例 64件中56件の56)。 / Of a rate: how many.")
    ] = None
    denominator: Annotated[
        Number | None, Says("割合の分母(例 64件中56件の64)。 / Of a rate: of how many.")
    ] = None
    respondents: Annotated[Number | None, Says("調査の回答者数。 / Answers to the survey.")] = None
    state: Annotated[
        ActualState,
        Says(
            "final 確定 · provisional 速報・年度途中 · estimate 見込み · "
            "reached 達成、not_reached 未達成(文言の目標の判定。達成した日は as_of) · "
            "pending 評価中 · not_surveyed 調査未実施 · not_assessable 評価困難"
        ),
    ] = "final"
    as_of: Annotated[Moment_ | None, Says("いつ現在の値か(例 R5.3)。 / As of.")] = None
    span: Annotated[
        Span_ | None, Says("いつからいつまでの値か(例 R4.4-R5.2、R2-R4)。 / The time covered.")
    ] = None
    published: Annotated[
        Moment_ | None, Says("公表された日(分かる場合)。 / When the figure came out.")
    ] = None
    printed: Annotated[Wording | None, Says("資料の表記。 / The printed wording.")] = None
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that there is a value where the state says so, and only there.

        Beside what was judged by hand there may be one.

        Raises:
            Misfit: the two contradict each other.
        """
        if self.is_judged:
            return
        if self.state in _STATES_WITH_VALUE and self.value is None:
            raise Misfit("actual-without-value", state=self.state)
        if self.state not in _STATES_WITH_VALUE and self.value is not None:
            raise Misfit("actual-with-value", state=self.state)

    @property
    def is_judged(self) -> bool:
        """Whether somebody judged a target in words by it."""
        return self.state in _JUDGED

    @property
    def is_final(self) -> bool:
        """Whether it will not change any more, and says something of the target."""
        return self.state == "final" or self.is_judged


class Actual(EarlierActual):
    """The result of a fiscal year, as known now."""

    remark: Annotated[
        Text | None, Says("結果に対する見解(未達成の理由)。 / The owner's remark on the result.")
    ] = None
    earlier: Annotated[
        tuple[EarlierActual, ...],
        Says("確定前の速報値など、置き換えられた値。 / Figures this one replaced."),
    ] = ()


ActualField = Annotated[Actual, short_form("value", Number)]
"""An actual, or its short form: a final figure alone."""


class Comparison(Record):
    """A series beside the actuals that they are held against: the nation, a neighbour."""

    name: Annotated[Text, Says("何の値か(例 全国平均)。 / Whose figures.")]
    figures: Annotated[
        Annotated[dict[Year, Number], DistinctYears],
        Says("年度ごとの値。 / Figures by year."),
    ] = field(default_factory=dict)
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None
