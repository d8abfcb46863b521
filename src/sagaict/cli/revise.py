"""`sagaict revise`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sagaict.cli.approving import (
    TO_APPROVE,
    ApprovedBy,
    ChangeReason,
    ChangeSource,
    DateOption,
    Grounds,
    Proposed,
)
from sagaict.cli.completion import complete_indicators
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.refusal import Refusal
from sagaict.cli.writing import DryRun
from sagaict.language import _

if TYPE_CHECKING:
    from decimal import Decimal

    from sagaict.domain.fiscal import FiscalYear
    from sagaict.recording.target_revisions import NewTarget

__all__ = ["revise"]

_YEAR_BEFORE = ("previous", "前年度", "前年")

IndicatorArgument = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR",
        help=_("An id, its tail, or part of a name."),
        autocompletion=complete_indicators,
    ),
]
YearArgument = Annotated[
    str,
    typer.Argument(
        metavar="YEAR", help=_("The year of the target, e.g. R9; of a total, its period or end.")
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW",
        help=_("The new target: 90,000, 80%以上, 約5,000人, or undecided (目標未設定)."),
        show_default=False,
    ),
]
Times = Annotated[
    str | None,
    typer.Option("--times", metavar="FACTOR", help=_("A relation instead: so many times --of.")),
]
Percent = Annotated[
    str | None,
    typer.Option(
        "--percent", metavar="PERCENT", help=_("A relation instead: so many percent on --of.")
    ),
]
Of = Annotated[
    str | None,
    typer.Option(
        "--of", metavar="YEAR", help=_("The year a relation relates to, or “previous” (前年度).")
    ),
]


def revise(
    indicator: IndicatorArgument,
    year: YearArgument,
    new: New = None,
    times: Times = None,
    percent: Percent = None,
    of: Of = None,
    reason: ChangeReason = None,
    approved_by: ApprovedBy = None,
    proposed: Proposed = False,
    date: DateOption = None,
    source: ChangeSource = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Change a target; the old one, the reason and the approval stay beside it."""
    from sagaict.cli.given import year_or_period_of
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.recording.target_revisions import revise_target

    grounds = Grounds(
        reason=reason, approved_by=approved_by, proposed=proposed, day=date, source=source
    )
    session, draft = open_draft(data, today)
    full_id, placed = session.pick(indicator, session.portfolio.by_id)
    with writing_refusals():
        target = _target(new, placed.indicator.unit, times, percent, of)
        key = year_or_period_of(year)
        approval = grounds.approval("revise", session.view.today)
        revise_target(
            draft, session.workspace, full_id, key, target, approval, today=session.view.today
        )
    return finish(session, draft, dry_run=dry_run, to_follow=TO_APPROVE)


def _target(
    new: str | None, unit: str, times: str | None, percent: str | None, of: str | None
) -> NewTarget:
    """The new target, from a figure or a relation.

    Raises:
        Refusal: nothing was given, or a figure and a relation.
        NotUnderstood: the figure is none.
    """
    from sagaict.recording.target_revisions import NewTarget, target_from

    relation = (times, percent, of)
    if (new is None) == (relation == (None, None, None)):
        raise Refusal(_("give the new target: either a figure, or a relation (--times …, --of …)"))
    if new is None:
        return NewTarget(
            to=None if of is None else _basis(of),
            times=_number(times, "--times"),
            percent=_number(percent, "--percent"),
        )
    return target_from(new, unit)


def _basis(text: str) -> FiscalYear | Literal["previous"]:
    """The year a relation relates to.

    Raises:
        Refusal: the text names none.
    """
    from sagaict.cli.given import year_of

    return "previous" if text.strip().casefold() in _YEAR_BEFORE else year_of(text)


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
