"""Documents that a change cites and that no plan lists yet: asked for where somebody can answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.reading.problem import Problem
    from sagaict.writing.change_set import ChangeSet

__all__ = ["add_documents"]


def add_documents(session: Session, change_set: ChangeSet, problems: Iterable[Problem]) -> bool:
    """Ask for the titles of documents that are not known, and add them; whether any was.

    Raises:
        Refusal: a title cannot stand in a file, or the questions were broken off.
    """
    from sagaict.cli.frame.asking import ask, can_ask
    from sagaict.cli.frame.refused import writing_refusals
    from sagaict.domain.ids import is_id
    from sagaict.recording.places import find_plan
    from sagaict.recording.texts import line
    from sagaict.writing.change import Put

    unknown = dict.fromkeys(
        (problem.args["plan"], problem.args["document"])
        for problem in problems
        if problem.rule == "unknown-document" and is_id(problem.args["document"])
    )
    added = False
    for plan_id, name in unknown if can_ask() else ():
        question = _("“{name}” is no document of {plan} yet. Its title (empty: not to be added)")
        title = ask(question.format(name=name, plan=plan_id))
        if title:
            with writing_refusals():
                file, _plan = find_plan(change_set, session.workspace, plan_id)
                change_set.change(file, Put(("documents", name), {"title": line(title)}))
            added = True
    return added
