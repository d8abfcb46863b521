"""What an indicator aims at: the forms a target can have, and how one was changed.

`Target.form` names the form. What each asks of a figure is told by `sagaict.computing.targets`.
"""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Annotated, Literal, get_args

from sagaict.domain.declaring import Says, short_form
from sagaict.domain.fields import (
    Flag,
    Moment_,
    Number,
    SourceRef,
    Text,
    Wording,
    Year,
    YearOrPeriod,
)
from sagaict.domain.meeting import Meeting, require_one_form
from sagaict.domain.misfit import Misfit
from sagaict.domain.number import group
from sagaict.domain.record import Record

__all__ = [
    "NO_AIMS",
    "Relative",
    "Target",
    "TargetField",
    "TargetForm",
    "TargetRange",
    "TargetRevision",
]

TargetForm = Literal["value", "range", "relative", "words", "undecided", "none"]
"""The key that says what is aimed at.

`words`: whether it is met is judged by hand. `undecided`: it is to be set. `none`: it never will
be.
"""
_FORMS: tuple[TargetForm, ...] = get_args(TargetForm)
NO_AIMS: tuple[TargetForm, ...] = ("undecided", "none")
"""The forms that aim at nothing. Such a target may be written as this word alone."""


class TargetRange(Record):
    """The numbers between which a figure is to lie, both included."""

    low: Annotated[Number, Says("下限。 / The lower end.")]
    high: Annotated[Number, Says("上限。 / The upper end.")]

    def check(self) -> None:
        """See that the ends are in order.

        Raises:
            Misfit: they are not.
        """
        if self.low > self.high:
            raise Misfit("range-form", low=group(self.low), high=group(self.high))

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


class Relative(Record):
    """A target given by its relation to another figure, resolved when that figure is known."""

    to: Annotated[
        Literal["previous", "comparison"] | Year,
        Says(
            "基準となる年度。previous は前年度の実績、comparison は同じ年度の比較値"
            "(全国平均など)。 / The year it relates to, or the comparison of the same year."
        ),
    ]
    times: Annotated[Number | None, Says("基準の何倍か(例 1.2)。 / Factor on the basis.")] = None
    percent: Annotated[
        Number | None, Says("基準からの増減率(例 10、-10)。 / Change on the basis in percent.")
    ] = None

    def check(self) -> None:
        """See that there is one factor at most; without one it is the basis itself.

        Raises:
            Misfit: there are two.
        """
        if self.times is not None and self.percent is not None:
            raise Misfit("relative-form")


_ONE_FORM = {
    "oneOf": [
        {"required": ["value"], "properties": {"value": {"not": {"type": "null"}}}},
        {"required": ["range"], "properties": {"range": {"not": {"type": "null"}}}},
        {"required": ["relative"], "properties": {"relative": {"not": {"type": "null"}}}},
        {"required": ["words"], "properties": {"words": {"not": {"type": "null"}}}},
        {"required": ["undecided"], "properties": {"undecided": {"const": True}}},
        {"required": ["none"], "properties": {"none": {"const": True}}},
    ]
}
"""What `Target` demands, for an editor."""


class Target(Record, demands=_ONE_FORM):
    """What is aimed at in a fiscal year: a number or range, a relation, words, or nothing (yet)."""

    value: Annotated[Number | None, Says("目標値(数)。 / The number aimed at.")] = None
    range: Annotated[
        TargetRange | None,
        Says("範囲の目標(例 40〜60)。両端を含む。 / A range, both ends included."),
    ] = None
    relative: Annotated[
        Relative | None,
        Says("他の実績との関係で定めた目標。 / A target relative to another figure."),
    ] = None
    words: Annotated[
        Wording | None,
        Says("文言の目標(例 条例の制定)。達成は人が判定する。 / Words; judged by hand."),
    ] = None
    undecided: Annotated[Flag, Says("目標未設定。 / No target decided yet.")] = False
    none: Annotated[
        Flag,
        Says("目標なし(参考指標)。今後も設定しない。 / For reference: no target will be set."),
    ] = False
    strict: Annotated[
        Flag,
        Says("ちょうどの値では達成としない(超・上回る・未満)。 / The value itself does not do."),
    ] = False
    printed: Annotated[
        Wording | None, Says("計画書の表記(例 約5,000人)。 / The printed wording.")
    ] = None
    note: Annotated[Text | None, Says("補足。 / Remark.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that it has one form.

        Raises:
            Misfit: it has none, or several.
        """
        if len(self._forms()) != 1:
            raise Misfit("target-form")
        if self.strict and self.form not in ("value", "relative"):
            raise Misfit("strict-without-number")

    def _forms(self) -> list[TargetForm]:
        """The forms it is given: those whose key says anything."""
        return [
            name
            for name in _FORMS
            if (said := getattr(self, name)) is not None and said is not False
        ]

    @property
    def form(self) -> TargetForm:
        """Which of the forms it has."""
        return next(iter(self._forms()), "undecided")

    @property
    def aims(self) -> bool:
        """Whether anything is aimed at."""
        return not (self.undecided or self.none)

    @property
    def measured(self) -> bool:
        """Whether it is figures that meet it, and nobody has to judge."""
        return self.aims and self.words is None

    @property
    def meaning(self) -> tuple[Hashable, ...]:
        """What it asks for, apart from its wording and source."""
        return (*(getattr(self, name) for name in _FORMS), self.strict)


TargetField = Annotated[
    Target, short_form("value", Number | Literal["undecided", "none"], words=NO_AIMS)
]
"""A target, or its short forms: a number alone, or the word `undecided` or `none`."""


class TargetRevision(Record):
    """A change of a target after the plan's approval. The history is kept, never overwritten."""

    year: Annotated[YearOrPeriod, Says("どの年度の目標か。 / Which target changed.")]
    proposed: Annotated[
        Moment_ | None, Says("提案の日(承認の日と異なるとき)。 / When it was proposed.")
    ] = None
    date: Annotated[Moment_, Says("見直しの日。 / When it changed.")]
    old: Annotated[TargetField, Says("旧。 / Before.")]
    new: Annotated[TargetField, Says("新。 / After.")]
    reason: Annotated[Text | None, Says("見直しの理由。 / Why.")] = None
    approved_by: Annotated[Text | None, Says("承認した会議等。 / Who approved it.")] = None
    approvals: Annotated[
        tuple[Meeting, ...],
        Says(
            "承認の経過(複数の会議等を経たとき、approved_by に代えて)。 / Several bodies in turn."
        ),
    ] = ()
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    def check(self) -> None:
        """See that the approval is said once.

        Raises:
            Misfit: it is said in both forms.
        """
        require_one_form(self)
