"""`sagaict evaluate`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, get_args

import typer

from sagaict.cli.frame.changes import Writing, finish, writing_refusals
from sagaict.cli.frame.completion import complete_ids
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import SourceOption, YearArgument
from sagaict.language import mark

__all__ = ["Evaluate"]


@dataclass(frozen=True, kw_only=True)
class Evaluate(Writing):
    """Record how a project or measure was judged, by itself and by the council."""

    examples: ClassVar[Examples] = (
        (
            "sagaict evaluate rpa R5 --progress 計画どおり --issues 費用 --outlook 継続",
            mark("by the project's owner"),
        ),
        (
            "sagaict evaluate rpa R5 --council-rating B --instruction 検証 --due R6.9",
            mark("by the council, with an instruction"),
        ),
        (
            "sagaict evaluate rpa R5 --answer 検証した。 --answered R6.8.20",
            mark("the answer to it"),
        ),
    )

    holder: Annotated[
        str,
        typer.Argument(
            metavar="PROJECT|MEASURE",
            help=mark("An id, its tail, or part of a title."),
            autocompletion=complete_ids,
        ),
    ]
    year: YearArgument
    progress: Annotated[
        str | None,
        typer.Option(
            "--progress",
            metavar="STATE",
            help=mark("done, on-schedule, delayed, cancelled or unknown."),
        ),
    ] = None
    achievements: Annotated[
        str | None,
        typer.Option(
            "--achievements",
            metavar="TEXT",
            help=mark("What was done."),
        ),
    ] = None
    issues: Annotated[
        str | None,
        typer.Option(
            "--issues",
            metavar="TEXT",
            help=mark("The issues."),
        ),
    ] = None
    causes: Annotated[
        str | None,
        typer.Option(
            "--causes",
            metavar="TEXT",
            help=mark("The analysis of causes."),
        ),
    ] = None
    outlook: Annotated[
        str | None,
        typer.Option(
            "--outlook",
            metavar="WORD",
            help=mark("expand, continue, review, merge, complete or stop."),
        ),
    ] = None
    self_rating: Annotated[
        str | None,
        typer.Option(
            "--self-rating",
            metavar="TEXT",
            help=mark("The owner's own rating."),
        ),
    ] = None
    council_rating: Annotated[
        str | None,
        typer.Option(
            "--council-rating",
            metavar="TEXT",
            help=mark("The council's rating."),
        ),
    ] = None
    remark: Annotated[
        str | None,
        typer.Option(
            "--remark",
            metavar="TEXT",
            help=mark("The judgement in words."),
        ),
    ] = None
    source: SourceOption = None
    instruction: Annotated[
        str | None,
        typer.Option(
            "--instruction",
            metavar="TEXT",
            help=mark("An instruction of the council; with --answer, the one that is answered."),
        ),
    ] = None
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar="DATE", help=mark("By when the instruction is to be answered.")
        ),
    ] = None
    answer: Annotated[
        str | None,
        typer.Option(
            "--answer",
            metavar="TEXT",
            help=mark("The answer to the open instruction."),
        ),
    ] = None
    answered: Annotated[
        str | None,
        typer.Option(
            "--answered",
            metavar="DATE",
            help=mark("When it was answered."),
        ),
    ] = None

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.frame.given import moment_of, word_of, year_of
        from sagaict.computing.selection import holders
        from sagaict.domain.project import Outlook, Progress
        from sagaict.recording.evaluations import NewEvaluation, NewInstruction, record_evaluation

        new = NewEvaluation(
            progress=word_of(self.progress, get_args(Progress), "--progress"),
            achievements=self.achievements,
            issues=self.issues,
            causes=self.causes,
            outlook=word_of(self.outlook, get_args(Outlook), "--outlook"),
            self_rating=self.self_rating,
            council_rating=self.council_rating,
            remark=self.remark,
            source=self.source,
        )
        told = NewInstruction(
            text=self.instruction,
            due=moment_of(self.due, "--due"),
            answer=self.answer,
            answered=moment_of(self.answered, "--answered"),
        )
        when = year_of(self.year)
        session, change_set = self.open()
        full_id, _thing = session.pick(self.holder, holders(session.portfolio))
        with writing_refusals():
            record_evaluation(
                change_set,
                session.workspace,
                full_id,
                when,
                new,
                None if told == NewInstruction() else told,
                today=session.view.today,
            )
        options = {"outlook-unexplained": "--issues …"}
        return finish(session, change_set, dry_run=self.dry_run, options=options)
