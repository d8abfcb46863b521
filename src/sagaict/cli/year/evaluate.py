"""`sagaict evaluate`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption, YearArgument
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.domain.words import Outlook, Progress
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
        Argument(
            mark("An id, its tail, or part of a title."),
            "PROJECT|MEASURE",
            complete=complete_things,
        ),
    ]
    year: YearArgument
    progress: Annotated[Progress | None, Option(mark("How it went."), "STATE")] = None
    achievements: Annotated[
        str | None,
        Option(mark("What was done."), "TEXT"),
    ] = None
    issues: Annotated[
        str | None,
        Option(mark("The issues."), "TEXT"),
    ] = None
    causes: Annotated[
        str | None,
        Option(mark("The analysis of causes."), "TEXT"),
    ] = None
    outlook: Annotated[Outlook | None, Option(mark("What is to become of it."), "WORD")] = None
    self_rating: Annotated[
        str | None,
        Option(mark("The owner's own rating."), "TEXT"),
    ] = None
    council_rating: Annotated[
        str | None,
        Option(mark("The council's rating."), "TEXT"),
    ] = None
    remark: Annotated[
        str | None,
        Option(mark("The judgement in words."), "TEXT"),
    ] = None
    source: SourceOption = None
    instruction: Annotated[
        str | None,
        Option(
            mark("An instruction of the council; with --answer, the one that is answered."), "TEXT"
        ),
    ] = None
    due: Annotated[
        str | None,
        Option(mark("By when the instruction is to be answered."), "DATE"),
    ] = None
    answer: Annotated[
        str | None,
        Option(mark("The answer to the open instruction."), "TEXT"),
    ] = None
    answered: Annotated[
        str | None,
        Option(mark("When it was answered."), "DATE"),
    ] = None

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.frame.given import moment_of, year_of
        from sagaict.computing.selection import PlacedMeasure
        from sagaict.domain.portfolio import PlacedProject
        from sagaict.recording.evaluations import NewEvaluation, NewInstruction, record_evaluation

        session, change_set = self.open()
        new = NewEvaluation(
            progress=self.progress,
            achievements=self.achievements,
            issues=self.issues,
            causes=self.causes,
            outlook=self.outlook,
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
        full_id, _thing = session.pick(self.holder, PlacedMeasure, PlacedProject)
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
