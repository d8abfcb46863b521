"""A new plan from request to exit code: understand, ask what is missing, write, tell."""

from __future__ import annotations

from dataclasses import replace

from sagaict.cli.frame.form import Form
from sagaict.cli.frame.given import period_of
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.plans.form import complete, id_form
from sagaict.cli.plans.new_plan import NewPlan
from sagaict.cli.plans.table_run import plan_from_table
from sagaict.domain.plan import Terms
from sagaict.domain.structure import fields_of
from sagaict.language import _, mark
from sagaict.recording.additions import Named, id_of, named, without_repetition
from sagaict.recording.new_plan import PlanSpec, create_plan, free_plan_id, goal_of
from sagaict.recording.owners import owner_line
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import line

__all__ = ["run_new_plan"]

_DOCUMENT, _GOAL, _MEASURE = (
    mark("plan=Third ICT strategy"),
    mark("1=Convenient services"),
    mark("1-1=More procedures online"),
)


def run_new_plan(given: NewPlan) -> int:
    """Make the file of a new plan.

    Raises:
        Refusal: something given cannot be understood, is refused, or cannot be written.
    """
    required = {
        "ID": given.id,
        "--title": given.title,
        "--period": given.period,
        "--document": given.document,
    }
    if given.table is not None and (given.goal or given.measure):
        raise Refusal(_("with --from, goals and measures come from the table"))
    form = Form(required)
    session, change_set = given.open()
    workspace = session.workspace
    plan_id = form.needed(
        given.id,
        _("Id of the plan"),
        lambda text: free_plan_id(text, workspace),
        note=id_form("ict-strategy-3"),
    )
    title = form.needed(given.title, _("Title of the plan"), line)
    period = form.needed(given.period, _("Fiscal years it runs, e.g. R10-R13"), period_of)
    documents = form.each(
        given.document,
        _("Document, e.g. {example}").format(example=_(_DOCUMENT)),
        _document,
        at_least=1,
        note=_("Which documents are its figures taken from? Give each an id and its title."),
    )
    owner = form.optional(given.owner, _("Secretariat"), owner_line)
    council = form.optional(given.council, _("Council that reviews it"), line)
    plan = PlanSpec(
        id=plan_id,
        title=title,
        period=period,
        stage=given.stage,
        transcribed=given.transcribed,
        owner=owner,
        council=council,
        rate=given.rate,
        terms=_terms(given),
        documents=documents,
    )
    if given.table is not None:
        return plan_from_table(given, given.table, session, change_set, plan)
    goals = form.each(given.goal, _("Basic goal, e.g. {example}").format(example=_(_GOAL)), _goal)
    measures: tuple[Named, ...] = ()
    if goals or given.measure:
        measures = form.each(
            given.measure,
            _("Measure, e.g. {example}").format(example=_(_MEASURE)),
            lambda text, before: _measure(text, before, goals),
        )
    new = replace(plan, goals=goals, measures=measures)
    with writing_refusals():
        added = create_plan(change_set, workspace, new)
    return complete(
        session,
        change_set,
        added,
        dry_run=given.dry_run,
        ask_first=form.asks,
        next_step=f"sagaict new project --plan {plan_id}",
    )


def _terms(given: NewPlan) -> dict[str, str]:
    """The plan's own words for its levels.

    Raises:
        Refusal: a level is not one of the three, is named twice, or has no word.
    """
    found: dict[str, str] = {}
    with writing_refusals():
        for text in given.term or ():
            pair = named(text, _("goal=Vision"))
            if pair.key not in fields_of(Terms):
                raise Refused("no-level", name=pair.key, levels=", ".join(fields_of(Terms)))
            without_repetition([*found, pair.key])
            found[pair.key] = pair.title
    return found


def _document(text: str, before: tuple[Named, ...]) -> Named:
    found = named(text, _(_DOCUMENT))
    return _unrepeated(Named(id_of(found.key), found.title), before)


def _goal(text: str, before: tuple[Named, ...]) -> Named:
    return _unrepeated(named(text, _(_GOAL)), before)


def _measure(text: str, before: tuple[Named, ...], goals: tuple[Named, ...]) -> Named:
    found = named(text, _(_MEASURE))
    goal_of(found, goals)
    id_of(found.key)
    return _unrepeated(found, before)


def _unrepeated(found: Named, before: tuple[Named, ...]) -> Named:
    without_repetition([*(each.key for each in before), found.key])
    return found
