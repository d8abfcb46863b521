"""What drafting and adding share: which plan, which source, showing what is new as a whole."""

from __future__ import annotations

import sys
from collections.abc import Callable

from sagaict.cli.frame.asking import pick
from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import Session
from sagaict.domain.plan import Plan
from sagaict.language import _
from sagaict.language.words import term
from sagaict.recording.additions import Addition, require_document
from sagaict.recording.texts import line
from sagaict.writing.change_set import ChangeSet

__all__ = ["complete", "id_form", "pick_plan", "source_reader", "sources_shown"]

_OPTIONS = {"no-source": "--source …", "unknown-document": "--source …"}


def id_form(example: str) -> str:
    """What an id is, for whoever is asked for one."""
    return _(
        "The id stands in files and commands and never changes once it is in use.\n"
        "It has lower-case letters, digits and hyphens, e.g. {example}."
    ).format(example=example)


def pick_plan(session: Session, *, approved: bool) -> Plan:
    """The plan that is meant, of those that things can join this way.

    Raises:
        Refusal: there is none, or the questions were broken off.
    """
    plans = [
        plan
        for plan in session.portfolio.plans.values()
        if plan.measures() and (not approved or plan.stage == "approved")
    ]
    if not plans and approved:
        raise Refusal(_("no plan with measures is approved yet; drafts grow by sagaict new"))
    if not plans:
        raise Refusal(_("there is no plan with measures yet; make one first: sagaict new plan"))
    lines = [
        f"{plan.id}  {plan.title}  {plan.period.label}"
        + (f" ({term('draft')})" if plan.stage == "draft" else "")
        for plan in plans
    ]
    return plans[pick(_("Which plan? A number, or part of its title"), lines)]


def source_reader(plan: Plan, session: Session) -> Callable[[str], str]:
    """Reads a source of something in the plan: it must cite a document that is known."""

    def read(text: str) -> str:
        source = line(text)
        require_document(source, plan, session.workspace)
        return source

    return read


def sources_shown(plan: Plan) -> str:
    """How a source is written, and the documents of the plan, for whoever is asked for one."""
    lines = [f"  {name}  {document.title}" for name, document in plan.documents.items()]
    first = next(iter(plan.documents), "plan")
    how = _(
        "A source is the id of a document, a space, and the place in it, e.g. {example}."
    ).format(example=first + _(" ch.4 (p.26)"))
    return "\n".join([how, *lines])


def complete(
    session: Session,
    change_set: ChangeSet,
    added: Addition,
    *,
    dry_run: bool,
    ask_first: bool,
    next_step: str,
) -> int:
    """Show what is new as a whole if it was asked for, write it, and say where, and what is next.

    Raises:
        Refusal: it would bring errors, cannot be written, or was not wanted in the end.
    """
    if ask_first and not dry_run:
        _show(added)
    code = finish(session, change_set, dry_run=dry_run, ask_first=ask_first, options=_OPTIONS)
    if not dry_run:
        print(_("Written to {path}.").format(path=added.file.shown))
        print(_("Next: {command}").format(command=next_step))
    return code


def _show(added: Addition) -> None:
    from sagaict.language.visible import visible
    from sagaict.reporting.output import Output

    lines = [f"{added.file.shown}:", *(f"  {each}".rstrip() for each in added.lines)]
    Output(sys.stdout).text("".join(f"{visible(each)}\n" for each in lines))
