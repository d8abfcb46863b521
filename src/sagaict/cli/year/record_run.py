"""Recording a figure from request to exit code: understand, ask what is missing, write, tell."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from sagaict.cli.frame.asking import ask, can_ask, confirm, pick, tell_of_way_back, until_understood
from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.form import optional
from sagaict.cli.frame.given import count_of, moment_of, require, span_of, year_of
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.session import Session
from sagaict.cli.plans.form import sources_shown
from sagaict.cli.year.record import Record
from sagaict.cycle.calendar import in_cycle
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.figures import figure_tasks
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.quantities import unit_name
from sagaict.recording.actuals import NewActual, record_actual
from sagaict.recording.comparisons import record_compared
from sagaict.recording.jumps import DOUBTS
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line
from sagaict.recording.values import NotUnderstood, Understood, understand
from sagaict.recording.wording import refusal_text
from sagaict.writing.change_set import ChangeSet

__all__ = ["run_record"]

_OPTIONS = MappingProxyType(
    {
        "actual-without-source": "--source …",
        "source-older-than-figure": "--source …",
        "unmet-without-remark": "--remark …",
        "final-but-partial": "--state provisional",
    }
)

_WITHOUT_FIGURE = ("reached", "not_reached", "pending", "not_surveyed", "not_assessable")
"""States that need no figure: none need be given, and none is asked for."""


def run_record(given: Record) -> int:
    """Record one figure.

    Raises:
        Refusal: something given cannot be understood, is refused, or cannot be written.
    """
    if given.reason is not None and not given.correct:
        raise Refusal(_("{name} goes with {other}").format(name="--reason", other="--correct"))
    needed = ["indicator", "year", *([] if given.state in _WITHOUT_FIGURE else ["value"])]
    complete = all(getattr(given, name) is not None for name in needed)
    if not complete and (given.yes or not can_ask()):
        for name in needed:
            require(getattr(given, name), name.upper())
    session, change_set = given.open()
    if not complete:
        tell_of_way_back()
    full_id, placed = _indicator(session, given.indicator)
    year = _year(session, placed, given.year)
    if given.compared:
        return _compared(session, change_set, full_id, placed, year, given)
    new = _figure(given, placed, year)
    if not complete:
        new = _with_grounds(placed, new)
    _record(session, change_set, full_id, year, new, given)
    return finish(
        session, change_set, dry_run=given.dry_run, ask_first=not complete, options=_OPTIONS
    )


def _compared(
    session: Session,
    change_set: ChangeSet,
    full_id: str,
    placed: PlacedIndicator,
    year: FiscalYear,
    given: Record,
) -> int:
    """Record a figure of the series that the indicator is compared with."""
    said = (given.taken, given.span, given.published, given.state, given.remark, given.note)
    if any(each is not None for each in (*said, given.source)):
        raise Refusal(_("with --compared, nothing but the year and the figure is recorded"))
    found = _understood(given.value, placed, year, known=False)
    if found.value is None:
        raise Refusal(_("“{text}” is not a figure").format(text=given.value or ""))
    with writing_refusals(_hint):
        record_compared(
            change_set, session.workspace, full_id, year, found.value, correct=given.correct
        )
    return finish(session, change_set, dry_run=given.dry_run, ask_first=given.value is None)


def _indicator(session: Session, name: str | None) -> tuple[str, PlacedIndicator]:
    if name is not None:
        return session.pick(name, PlacedIndicator)
    awaited = [
        (placed, years)
        for whole in session.portfolio.indicators()
        for placed in whole.judged
        if in_cycle(placed.plan, session.view) and (years := _awaited_years(session, placed))
    ]
    if not awaited:
        raise Refusal(_("no figure is awaited; name an indicator to record one all the same"))
    lines = [
        f"{', '.join(year.label for year in years)}  {placed.full_id}  {placed.indicator.name}"
        for placed, years in awaited
    ]
    placed = awaited[pick(_("Which indicator? A number, or part of its name"), lines)][0]
    return placed.full_id, placed


def _awaited_years(session: Session, placed: PlacedIndicator) -> list[FiscalYear]:
    """The years whose figure can be known by now, and is missing or not final."""
    tasks = figure_tasks(placed, session.view, Deadlines())
    found = {task.year for task in tasks if task.state_on(session.view.today, 0) is not None}
    return sorted(year for year in found if year is not None)


def _year(session: Session, placed: PlacedIndicator, text: str | None) -> FiscalYear:
    if text is not None:
        return year_of(text)
    awaited = _awaited_years(session, placed)
    return until_understood(_("Fiscal year"), year_of, awaited[0].label if awaited else "")


def _figure(given: Record, placed: PlacedIndicator, year: FiscalYear) -> NewActual:
    state, text = given.state, given.value
    if text is None and state in _WITHOUT_FIGURE:
        found = Understood()
    else:
        found = _understood(text, placed, year, known=state is not None)
    if found.state is not None and state not in (None, found.state):
        raise Refusal(
            _("“{text}” and --state {state} contradict each other").format(text=text, state=state)
        )
    return NewActual(
        value=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        respondents=count_of(given.respondents, "--respondents"),
        state=state or found.state or "final",
        as_of=moment_of(given.taken, "--taken"),
        span=span_of(given.span, "--span"),
        published=moment_of(given.published, "--published"),
        printed=found.printed,
        source=given.source,
        remark=given.remark,
        note=given.note,
    )


def _with_grounds(placed: PlacedIndicator, new: NewActual) -> NewActual:
    """The figure with the owner's view of it and its source, each asked for if it was not given."""
    remark, source = new.remark, new.source
    if remark is None:
        remark = optional(_("The owner's view of the result"), line)
    if source is None:
        source = optional(_("Source"), citation, note=sources_shown(placed.plan))
    return replace(new, remark=remark, source=source)


def _understood(
    text: str | None, placed: PlacedIndicator, year: FiscalYear, *, known: bool
) -> Understood:
    """What the text says; it is asked for if missing, again and again until it says something.

    `known` says that a state was given, so that there need be no figure.
    """
    unit = placed.indicator.unit
    question = _("{name}, {year}, in {unit}").format(
        name=placed.indicator.name, year=year.label, unit=unit_name(unit)
    )

    def read(answer: str) -> Understood:
        try:
            found = understand(answer, unit)
        except NotUnderstood as error:
            raise Refusal(refusal_text(error)) from None
        if found.nothing and not known:
            raise Refusal(_nothing_said(answer))
        return found

    return until_understood(question, read) if text is None else read(text)


def _nothing_said(text: str) -> str:
    return _(
        "“{text}” says nothing, so there is nothing to record; "
        "write pending, not surveyed or not assessable if there is no figure"
    ).format(text=text)


def _record(
    session: Session,
    change_set: ChangeSet,
    full_id: str,
    year: FiscalYear,
    new: NewActual,
    given: Record,
) -> None:
    """Put the figure into the change set, asking where it looks wrong and somebody can answer."""
    reason, sure = (given.reason or "" if given.correct else None), given.yes
    while True:
        try:
            with writing_refusals(_hint):
                record_actual(
                    change_set,
                    session.workspace,
                    full_id,
                    year,
                    new,
                    today=session.view.today,
                    correct_reason=reason,
                    sure=sure,
                )
        except Refusal as refusal:
            cause = refusal.__cause__
            if not isinstance(cause, Refused) or given.yes or not can_ask():
                raise
            if cause.code in DOUBTS and confirm(f"{refusal_text(cause)}\n" + _("Record it?")):
                sure = True
            elif cause.code == "final-exists":
                reason = ask(f"{refusal_text(cause)}\n" + _("Reason of the correction"))
                if not reason:
                    raise
            else:
                raise
        else:
            return


def _hint(refused: Refused) -> str:
    """Which option helps."""
    if refused.code in DOUBTS:
        return _("If it is right, add --yes.")
    hints = {
        "compared-exists": "--correct",
        "final-exists": "--correct --reason …",
        "no-reason": "--reason …",
        "not-over": "--state provisional --taken …",
    }
    if refused.code not in hints:
        return ""
    return _("The option for that: {option}").format(option=hints[refused.code])
