"""A new indicator from request to exit code: understand, ask what is missing, write, tell."""

from __future__ import annotations

from dataclasses import replace

from sagaict.cli.frame.asking import pick
from sagaict.cli.frame.form import Form
from sagaict.cli.frame.given import year_or_period_of
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.session import Session
from sagaict.cli.plans.form import complete, id_form, pick_plan, source_reader, sources_shown
from sagaict.cli.plans.new_indicator import NewIndicator
from sagaict.computing.selection import PlacedMeasure, holders, title_of
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Aggregation, Direction
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedProject
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import behind
from sagaict.language.words import term
from sagaict.recording.additions import Named, named, pair, refuse_draft
from sagaict.recording.new_figures import (
    NewBaseline,
    Targets,
    baseline_from,
    require_baseline_time,
    require_targets,
)
from sagaict.recording.new_indicator import HolderPlace, IndicatorSpec, add_indicator, find_holder
from sagaict.recording.owners import owner_line
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, target_from
from sagaict.recording.texts import line, prose

__all__ = ["run_indicator"]


def run_indicator(given: NewIndicator) -> int:
    """Put a new indicator into the file of its measure or project.

    Raises:
        Refusal: something given cannot be understood, is refused, or cannot be written.
    """
    required = {
        "HOLDER": given.holder,
        "ID": given.id,
        "--name": given.name,
        "--unit": given.unit,
        "--direction": given.direction,
        "--aggregation": given.aggregation,
        "--target": given.target,
    }
    form = Form(required)
    session, change_set = given.open()
    full_id = _holder_id(session, given)
    with writing_refusals():
        holder = find_holder(change_set, session.workspace, full_id)
        if given.adds:
            refuse_draft(holder.plan, "new indicator")
    new = _indicator(form, given, holder, session)
    approval = given.approval(session.view.today, new.source)
    with writing_refusals():
        added = add_indicator(
            change_set, session.workspace, full_id, new, approval, today=session.view.today
        )
    return complete(
        session,
        change_set,
        added,
        dry_run=given.dry_run,
        ask_first=form.asks or given.asks_grounds,
        next_step=f"sagaict show {added.full_id}",
    )


def _holder_id(session: Session, given: NewIndicator) -> str:
    """The full id of the measure or project that was named, or is picked."""
    goals = {
        f"{plan.id}/{goal.key}": goal_label(plan, goal)
        for plan in session.portfolio.plans.values()
        for goal in plan.goals
    }
    if given.holder in goals:
        return given.holder
    if given.holder is not None:
        return session.pick(given.holder, Plan, PlacedMeasure, PlacedProject)[0]
    plan = pick_plan(session, approved=given.adds)
    titles = {full_id: title_of(thing) for full_id, thing in holders(session.portfolio).items()}
    titles |= {**goals, plan.id: plan.title}
    found = {name: title for name, title in titles.items() if name.split("/")[0] == plan.id}
    lines = [f"{full_id}  {title}" for full_id, title in found.items()]
    question = _("Which measure or project? A number, or part of its title")
    return list(found)[pick(question, lines)]


def _indicator(
    form: Form, given: NewIndicator, holder: HolderPlace, session: Session
) -> IndicatorSpec:
    """What was said of the indicator, in the order in which it is asked for."""
    name = form.needed(given.name, _("Name of the indicator"), line)
    indicator_id = form.needed(
        given.id, _("Id of the indicator"), holder.free_id, note=id_form("online-rate")
    )
    kind = _kind(form, given.kind, holder)
    unit = form.needed(given.unit, _("Unit, as printed (%, 件, 時間, 万円, ...)"), line)
    direction: Direction = form.word(
        given.direction,
        _("Direction"),
        {
            "increase": _("a satisfaction rate, a number of users"),
            "decrease": _("a waiting time, a number of leaks; “keep it at 0” belongs here"),
        },
        "--direction",
        note=_("Which way is better?"),
    )
    aggregation: Aggregation = form.word(
        given.aggregation,
        _("Aggregation"),
        {
            "level": _("a state or a share at one time"),
            "annual": _("counted anew in every fiscal year"),
            "cumulative": _("the figure published adds up the years so far"),
            "period_total": _("the figures of the years are added up, for one target in the end"),
        },
        "--aggregation",
        note=_("How do the figures of the years relate?"),
    )
    return IndicatorSpec(
        id=indicator_id,
        name=name,
        unit=unit,
        direction=direction,
        aggregation=aggregation,
        year_kind=given.year_kind or "fiscal",
        share=given.share,
        also_under=tuple(given.also_under or ()),
        hold=given.hold,
        latest=given.latest,
        rate=given.rate,
        kind=kind,
        baseline=_baseline(form, given, unit, aggregation),
        targets=_targets(form, given, unit, aggregation, holder.plan.period),
        definition=form.optional(given.definition, _("How it is taken or computed"), prose),
        data_source=form.optional(given.data_source, _("Where the figure comes from"), line),
        survey_timing=given.timing,
        comparison=given.comparison,
        parts=_parts(given),
        owner=form.optional(given.owner, _("Section that reports it"), owner_line),
        target_basis=given.target_basis,
        source=_source(form, given.source, holder, session),
    )


def _kind(form: Form, given: Kind | None, holder: HolderPlace) -> Kind | None:
    """Goal or outcome indicator; of a measure alone it can be either."""
    words: dict[Kind, str] = {
        "goal": _("what the measure as a whole is to reach"),
        "outcome": _("the effect of its work, in plans without projects"),
    }
    if given is None and (holder.of_project or not form.asks):
        return None
    found = form.word(given, _("Kind of indicator"), words, "--kind", default="goal")
    if found == "goal" and holder.of_project:
        with writing_refusals():
            raise Refused("goal-in-project")
    return found


def _baseline(
    form: Form, given: NewIndicator, unit: str, aggregation: Aggregation
) -> NewBaseline | None:
    """The baseline with its year; a year alone says nothing."""
    found = form.optional(
        given.baseline, _("Value before the plan"), lambda text: baseline_from(text, unit)
    )

    def when(text: str) -> FiscalYear | Period:
        key = year_or_period_of(text)
        require_baseline_time(key, aggregation)
        return key

    if found is None:
        if given.baseline_year is not None:
            raise Refusal(
                _("{name} goes with {other}").format(name="--baseline-year", other="--baseline")
            )
        return None
    if found.value is None and given.baseline_year is None:
        return found
    question = _("Its fiscal year, e.g. R4")
    return replace(found, when=form.optional(given.baseline_year, question, when))


def _targets(
    form: Form, given: NewIndicator, unit: str, aggregation: Aggregation, period: Period
) -> Targets:
    """The targets, at least one of them."""
    total = aggregation == "period_total"
    key = period.label if total else period.last.label

    def read(text: str, before: Targets) -> tuple[FiscalYear | Period, NewTarget]:
        year, value = pair(text, f"{key}=80{behind(unit)}")
        found = year_or_period_of(year)
        require_targets([*(each for each, _target in before), found], aggregation, period)
        return found, target_from(value, unit, given.comparison)

    return form.each(
        given.target,
        _("Target, e.g. {example}").format(example=f"{key}=80{behind(unit)}"),
        read,
        at_least=1,
        note=_("Not decided yet: {example}").format(example=f"{key}={term('undecided')}"),
    )


def _parts(given: NewIndicator) -> tuple[Named, ...]:
    with writing_refusals():
        return tuple(named(each, _("elementary=Elementary schools")) for each in given.part or ())


def _source(form: Form, given: str | None, holder: HolderPlace, session: Session) -> str | None:
    """Where it is written; what stands above it need not be said again."""
    read = source_reader(holder.plan, session)
    note = sources_shown(holder.plan) if form.asks and given is None else ""
    if holder.source is None and form.asks:
        return form.needed(given, _("Source"), read, note=note)
    return form.optional(
        given, _("Source, if another than {source}").format(source=holder.source), read, note=note
    )
