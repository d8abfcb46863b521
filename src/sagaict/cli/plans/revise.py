"""`sagaict revise`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.grounds import Grounds
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

if TYPE_CHECKING:
    from decimal import Decimal

    from sagaict.domain.indicator import Indicator
    from sagaict.recording.target_revisions import Basis, NewTarget

__all__ = ["Revise"]

_BASES: Mapping[str, Literal["previous", "comparison"]] = MappingProxyType(
    {
        "previous": "previous",
        "前年度": "previous",
        "前年": "previous",
        "comparison": "comparison",
        "比較値": "comparison",
    }
)


@dataclass(frozen=True, kw_only=True)
class Revise(Grounds):
    """Change a target or an action target; the old one, the reason and the approval are kept."""

    examples: ClassVar[Examples] = (
        (
            "sagaict revise ict-strategy-2/3-1/access R9 90,000 --reason 集計方法の変更 --proposed",
            mark("a proposal for the council"),
        ),
        (
            (
                "sagaict revise ict-strategy-2/3-1/access R9 90,000 "
                "--reason 集計方法の変更 --approved-by ICT戦略調整会議 --date R8.5.20"
            ),
            mark("an approved change"),
        ),
        (
            "sagaict revise bcp-rate R9 --times 1.2 --of R7 --reason 見直し --proposed",
            mark("1.2 times the result of R7"),
        ),
        (
            "sagaict revise rpa R4 全庁への導入 --action 1 --reason 対象の拡大 --proposed",
            mark("another wording of the first action target of R4"),
        ),
        (
            (
                "sagaict revise rpa R4 --action 1 --to R5 --reason 契約の遅れ "
                "--approved-by ICT戦略調整会議"
            ),
            mark("the action target is put off to R5"),
        ),
    )

    thing: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."),
            "INDICATOR|PROJECT",
            complete=complete_things,
        ),
    ]
    year: Annotated[
        str,
        Argument(mark("The year of the target, e.g. R9; of a total, its period or end."), "YEAR"),
    ]
    new: Annotated[
        str | None,
        Argument(
            mark(
                "The new target: 90,000, 80%以上, 約5,000人, undecided (目標未設定) or none; "
                "the new text of an action target."
            ),
            "NEW",
        ),
    ] = None
    action: Annotated[
        str | None,
        Option(
            mark("The action target of a project: its number in that year, or part of it."),
            "ITEM",
        ),
    ] = None
    to: Annotated[
        str | None,
        Option(mark("The year the action target is put into."), "YEAR"),
    ] = None
    times: Annotated[
        str | None,
        Option(mark("A relation instead: so many times --of."), "FACTOR"),
    ] = None
    percent: Annotated[
        str | None,
        Option(mark("A relation instead: so many percent on --of."), "PERCENT"),
    ] = None
    of: Annotated[
        str | None,
        Option(
            mark("The year a relation relates to, “previous” (前年度) or “comparison” (比較値)."),
            "YEAR",
        ),
    ] = None

    def run(self) -> int:
        """Revise it."""
        from sagaict.cli.frame.given import year_or_period_of
        from sagaict.domain.portfolio import PlacedIndicator
        from sagaict.recording.target_revisions import revise_target

        if self.action is not None:
            return _revise_action(self, self.action)
        if self.to is not None:
            raise Refusal(_("--to puts off an action target; name it with --action"))
        session, change_set = self.open()
        full_id, placed = session.pick(self.thing, PlacedIndicator)
        today = session.view.today
        with writing_refusals():
            target = _target(self, placed.indicator)
            key = year_or_period_of(self.year)
            approval = self.grounds(today)
            revise_target(
                change_set, session.workspace, full_id, key, target, approval, today=today
            )
        return finish(session, change_set, dry_run=self.dry_run)


def _revise_action(given: Revise, item: str) -> int:
    """Change an action target of a project.

    Raises:
        Refusal: it cannot be, or a relation was given.
    """
    from sagaict.cli.frame.given import year_of
    from sagaict.domain.portfolio import PlacedProject
    from sagaict.recording.action_targets import revise_action

    if (given.times, given.percent, given.of) != (None, None, None):
        raise Refusal(_("an action target is a text; a relation belongs to an indicator"))
    if given.new is None and given.to is None:
        raise Refusal(_("give the new text of the action target, or its new year (--to …)"))
    session, change_set = given.open()
    full_id, _placed = session.pick(given.thing, PlacedProject)
    today = session.view.today
    with writing_refusals():
        revise_action(
            change_set,
            session.workspace,
            full_id,
            year_of(given.year),
            item,
            given.grounds(today),
            today=today,
            text=given.new,
            to_year=None if given.to is None else year_of(given.to),
        )
    return finish(session, change_set, dry_run=given.dry_run)


def _target(given: Revise, indicator: Indicator) -> NewTarget:
    """The new target, from a figure or a relation.

    Raises:
        Refusal: nothing was given, or a figure and a relation.
        NotUnderstood: the figure is none.
    """
    from sagaict.recording.target_revisions import NewTarget, target_from

    relation = (given.times, given.percent, given.of)
    if (given.new is None) == (relation == (None, None, None)):
        raise Refusal(_("give the new target: either a figure, or a relation (--times …, --of …)"))
    if given.new is not None:
        series = indicator.comparison
        return target_from(given.new, indicator.unit, series.name if series else None)
    return NewTarget(
        to=None if given.of is None else _basis(given.of),
        times=_number(given.times, "--times"),
        percent=_number(given.percent, "--percent"),
    )


def _basis(text: str) -> Basis:
    """What a relation relates to.

    Raises:
        Refusal: the text names none.
    """
    from sagaict.cli.frame.given import year_of

    return _BASES.get(text.strip().casefold()) or year_of(text)


def _number(text: str | None, option: str) -> Decimal | None:
    from sagaict.domain.number import NumberFormatError, parse_number

    if text is None:
        return None
    try:
        return parse_number(text.strip().removesuffix("%"))
    except NumberFormatError:
        raise Refusal(
            _("“{text}” is no number for {option}").format(text=text, option=option)
        ) from None
