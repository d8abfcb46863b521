"""`sagaict evaluate`."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from sagaict.cli.completion import complete_ids
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["evaluate"]

Holder = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT|MEASURE",
        help=_("An id, its tail, or part of a title."),
        autocompletion=complete_ids,
    ),
]
YearArgument = Annotated[str, typer.Argument(metavar="YEAR", help=_("The fiscal year, e.g. R7."))]
ProgressOption = Annotated[
    str | None,
    typer.Option(
        "--progress", metavar="STATE", help=_("done, on-schedule, delayed, cancelled or unknown.")
    ),
]
Achievements = Annotated[
    str | None, typer.Option("--achievements", metavar="TEXT", help=_("What was done."))
]
Issues = Annotated[str | None, typer.Option("--issues", metavar="TEXT", help=_("The issues."))]
Causes = Annotated[
    str | None, typer.Option("--causes", metavar="TEXT", help=_("The analysis of causes."))
]
OutlookOption = Annotated[
    str | None,
    typer.Option(
        "--outlook",
        metavar="WORD",
        help=_("expand, continue, review, merge, complete or stop."),
    ),
]
SelfRating = Annotated[
    str | None, typer.Option("--self-rating", metavar="TEXT", help=_("The owner's own rating."))
]
CouncilRating = Annotated[
    str | None, typer.Option("--council-rating", metavar="TEXT", help=_("The council's rating."))
]
Remark = Annotated[
    str | None, typer.Option("--remark", metavar="TEXT", help=_("The judgement in words."))
]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help=_("A document's id and the place in it.")),
]
InstructionOption = Annotated[
    str | None,
    typer.Option(
        "--instruction",
        metavar="TEXT",
        help=_("An instruction of the council; with --answer, the one that is answered."),
    ),
]
DueOption = Annotated[
    str | None,
    typer.Option("--due", metavar="DATE", help=_("By when the instruction is to be answered.")),
]
Answer = Annotated[
    str | None,
    typer.Option("--answer", metavar="TEXT", help=_("The answer to the open instruction.")),
]
Answered = Annotated[
    str | None, typer.Option("--answered", metavar="DATE", help=_("When it was answered."))
]


def evaluate(
    holder: Holder,
    year: YearArgument,
    progress: ProgressOption = None,
    achievements: Achievements = None,
    issues: Issues = None,
    causes: Causes = None,
    outlook: OutlookOption = None,
    self_rating: SelfRating = None,
    council_rating: CouncilRating = None,
    remark: Remark = None,
    source: Source = None,
    instruction: InstructionOption = None,
    due: DueOption = None,
    answer: Answer = None,
    answered: Answered = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Record how a project or measure was judged, by itself and by the council."""
    from sagaict.cli.given import moment_of, word_of, year_of
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.computing.selection import holders
    from sagaict.domain.project import Outlook, Progress
    from sagaict.recording.evaluations import NewEvaluation, NewInstruction, record_evaluation

    new = NewEvaluation(
        progress=word_of(progress, get_args(Progress), "--progress"),
        achievements=achievements,
        issues=issues,
        causes=causes,
        outlook=word_of(outlook, get_args(Outlook), "--outlook"),
        self_rating=self_rating,
        council_rating=council_rating,
        remark=remark,
        source=source,
    )
    told = NewInstruction(
        text=instruction,
        due=moment_of(due, "--due"),
        answer=answer,
        answered=moment_of(answered, "--answered"),
    )
    when = year_of(year)
    session, draft = open_draft(data, today)
    full_id, _thing = session.pick(holder, holders(session.portfolio))
    with writing_refusals():
        record_evaluation(
            draft,
            session.workspace,
            full_id,
            when,
            new,
            None if told == NewInstruction() else told,
            today=session.view.today,
        )
    options = {"outlook-unexplained": "--issues …"}
    return finish(session, draft, dry_run=dry_run, options=options)
