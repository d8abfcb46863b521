"""What a body calls 達成率: its formula, how it is cut off and rounded, the grades read off it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal

from sagaict.domain.declaring import Says, Whole
from sagaict.domain.fields import Number, SourceRef, Text, Year
from sagaict.domain.misfit import Misfit
from sagaict.domain.number import Rounding
from sagaict.domain.record import Record
from sagaict.domain.words import RateFormula

__all__ = ["DeclaredRate", "Grade", "PublishedRate", "RateFormula"]


class Grade(Record):
    """A grade and the least rate that earns it; the last one may be for all that is left."""

    mark: Annotated[Text, Says("評価の記号(S・A・B・C、◎・○・△・× など)。 / The grade.")]
    at_least: Annotated[Number | None, Says("この率以上(%)。 / From this rate on.")] = None
    more_than: Annotated[
        Number | None, Says("この率を超える(%)。 / Above this rate; at itself not yet.")
    ] = None

    def check(self) -> None:
        """See that there is one bound at most.

        Raises:
            Misfit: there are two.
        """
        if self.at_least is not None and self.more_than is not None:
            raise Misfit("grade-bounds")

    def is_earned_by(self, rate: Decimal) -> bool:
        """Whether a rate lies in the band or above it."""
        if self.more_than is not None:
            return rate > self.more_than
        return self.at_least is None or rate >= self.at_least

    @property
    def bound(self) -> tuple[bool, Decimal, bool]:
        """Where the band begins, to put bands in order; one without a bound is below all others."""
        bound = self.at_least if self.more_than is None else self.more_than
        return bound is not None, bound or Decimal(0), self.more_than is not None


class DeclaredRate(Record):
    """The rate that a body prints as 達成率. What an indicator leaves out is its plan's."""

    formula: Annotated[
        RateFormula | None,
        Says(
            "ratio 実績÷目標 · progress (実績−現状値)÷(目標−現状値)。省略時は ratio。"
            " / Else ratio: actual ÷ target."
        ),
    ] = None
    at_least: Annotated[
        Number | None, Says("これを下回る率はこの値とする(例 0)。 / Lower rates count as this.")
    ] = None
    below: Annotated[
        Text | None, Says("下回るときの表記(例 0%未満)。 / What is printed instead.")
    ] = None
    at_most: Annotated[
        Number | None, Says("これを超える率はこの値とする(例 100)。 / Higher rates count as this.")
    ] = None
    above: Annotated[
        Text | None, Says("超えるときの表記(例 100%超)。 / What is printed instead.")
    ] = None
    places: Annotated[
        int | None, Whole(0, 4), Says("小数点以下の桁数(省略時は1)。 / Decimals; else 1.")
    ] = None
    rounding: Annotated[
        Rounding | None, Says("half_up 四捨五入 · truncate 切捨て · up 切上げ。 / Else half_up.")
    ] = None
    grades: Annotated[
        tuple[Grade, ...],
        Says(
            "率による評価の区分(上から順に。端数処理の前の率で決まる)。"
            " / Grades by the rate before it is cut off or rounded, best first."
        ),
    ] = ()

    def check(self) -> None:
        """See that its bounds leave something between them, and that the grades come in order.

        Raises:
            Misfit: they do not.
        """
        least, most = self.at_least, self.at_most
        for bound, words in ((least, self.below), (most, self.above)):
            if words is not None and bound is None:
                raise Misfit("rate-words", text=words)
        if least is not None and most is not None and least >= most:
            raise Misfit("rate-bounds")
        bounds = (grade.bound for grade in self.grades)
        if any(lower >= higher for higher, lower in pairwise(bounds)):
            raise Misfit("grade-order")

    def within(self, plan: DeclaredRate | None) -> DeclaredRate:
        """With what it leaves out as the plan declares it; of the bounds both, or none."""
        if plan is None:
            return self
        bounded = plan if self.at_least is None and self.at_most is None else self
        return DeclaredRate(
            formula=self.formula or plan.formula,
            at_least=bounded.at_least,
            below=bounded.below,
            at_most=bounded.at_most,
            above=bounded.above,
            places=plan.places if self.places is None else self.places,
            rounding=self.rounding or plan.rounding,
            grades=self.grades or plan.grades,
        )

    @property
    def rounds(self) -> bool:
        """Whether it says how the rate is rounded."""
        return self.places is not None or self.rounding is not None

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return 1 if self.places is None else self.places

    def grade_of(self, rate: Decimal) -> str | None:
        """The first grade that a rate earns, in percent and unrounded; `None` if there is none."""
        return next((grade.mark for grade in self.grades if grade.is_earned_by(rate)), None)


class PublishedRate(Record):
    """A rate or grade that the body printed for a year, kept to be compared with the computed."""

    year: Annotated[Year, Says("どの年度の実績の率か。 / Of which year's actual.")]
    against: Annotated[
        Literal["year", "final"],
        Says(
            "year その年度の目標 · final 最終目標に対する率。"
            " / Against the target of that year, or the last one."
        ),
    ] = "year"
    formula: Annotated[
        RateFormula | None,
        Says("計算式(省略時は指標・計画の定め)。 / Else as the indicator or plan declares."),
    ] = None
    rate: Annotated[Number | None, Says("公表された率(%)。 / The printed rate.")] = None
    printed: Annotated[
        Text | None, Says("数でない表記(例 0%未満)。 / Words in its place, as printed.")
    ] = None
    grade: Annotated[Text | None, Says("公表された評価(例 A、○)。 / The printed grade.")] = None
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that something was printed, and the rate only once.

        Raises:
            Misfit: nothing was, or a number and words in its place.
        """
        if self.rate is not None and self.printed is not None:
            raise Misfit("published-rate-form")
        if self.rate is None and self.printed is None and self.grade is None:
            raise Misfit("published-rate-form")
