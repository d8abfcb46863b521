"""`sagaict successor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import FromYear, PlanArgument, TitleOption
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, filed, mark

if TYPE_CHECKING:
    from sagaict.recording.successor import LeftOut, Succession

__all__ = ["Successor"]


@dataclass(frozen=True, kw_only=True)
class Successor(Writing, FromYear):
    """Draft the plan that follows: what continues is linked, last results become baselines."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict successor ict-strategy-2 ict-strategy-3 --title 第3次ICT総合戦略 "
                "--period R10-R13"
            ),
            mark("targets are left open"),
        ),
    )

    plan: PlanArgument
    id: Annotated[
        str | None,
        Argument(mark("The id of the new plan, e.g. ict-strategy-3."), "ID"),
    ] = None
    title: TitleOption = None
    period: Annotated[
        str | None,
        Option(mark("Its period, e.g. R10-R13."), "PERIOD"),
    ] = None
    document_title: Annotated[
        str | None,
        Option(
            mark("The title of the paper it is drafted in; else its own title with (案)."), "TEXT"
        ),
    ] = None

    def run(self) -> int:
        """Draft it, and say what continues and what does not."""
        from sagaict.cli.frame.form import Form
        from sagaict.cli.frame.given import period_of
        from sagaict.cli.plans.form import id_form
        from sagaict.domain.plan import Plan
        from sagaict.recording.new_plan import free_plan_id
        from sagaict.recording.successor import NextPlan, draft_successor
        from sagaict.recording.texts import line

        session, change_set = self.open(self.as_of)
        plan_id, _plan = session.pick(self.plan, Plan)
        form = Form({"ID": self.id, "--title": self.title, "--period": self.period})
        new_id = form.needed(
            self.id,
            _("Id of the new plan"),
            lambda text: free_plan_id(text, session.workspace),
            note=id_form("ict-strategy-3"),
        )
        title = form.needed(self.title, _("Its title"), line)
        period = form.needed(self.period, _("Its period, e.g. R10-R13"), period_of)
        document = self.document_title or filed(mark("{title} (draft)")).format(title=title)
        new = NextPlan(id=new_id, title=title, period=period, document=document)
        with writing_refusals():
            done = draft_successor(
                change_set, session.workspace, session.portfolio, plan_id, new, session.view
            )
        code = finish(session, change_set, dry_run=self.dry_run, ask_first=form.asks)
        _tell(done, new.id)
        return code


def _tell(done: Succession, new_id: str) -> None:
    """What continues, what does not and why, and what is left to do."""
    print(
        _(
            "Carried on: projects {projects}, indicators {indicators} "
            "(of these with a baseline: {baselines})."
        ).format(projects=done.projects, indicators=done.indicators, baselines=done.baselines)
    )
    if done.left_out:
        print(_("Not carried on:"))
        for each in done.left_out:
            print(f"  {_left_out(each)}")
    print(
        _(
            "Every target is undecided: set them in the files. "
            "Then: sagaict check, sagaict show {id}"
        ).format(id=new_id)
    )


def _left_out(each: LeftOut) -> str:
    from sagaict.computing.selection import title_of
    from sagaict.language.visible import visible
    from sagaict.language.words import term

    return visible(f"{each.entry.full_id}  {title_of(each.entry)} ({term(each.why)})")
