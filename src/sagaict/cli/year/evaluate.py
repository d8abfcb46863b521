"""`sagaict evaluate`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption, YearArgument
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.domain.words import Forecast, Outlook, Progress
from sagaict.language import _, mark

if TYPE_CHECKING:
    from datetime import date as Day  # noqa: N812 - as in the other commands

    from sagaict.recording.follow_ups import NewFollowUp

__all__ = ["Evaluate"]


@dataclass(frozen=True, kw_only=True)
class Evaluate(Writing):
    """Record how a project, measure, goal or plan was judged, by itself and by the council."""

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
        (
            "sagaict evaluate ict-strategy-2 R7 --judgement 概ね順調",
            mark("the plan as a whole; a basic goal likewise, by its number"),
        ),
    )

    holder: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."),
            "ID",
            complete=complete_things,
        ),
    ]
    year: YearArgument
    half_year: Annotated[
        bool,
        Option(mark("Of the first half of the year; the year's own review stays as it is.")),
    ] = False
    progress: Annotated[Progress | None, Option(mark("How it went."), "STATE")] = None
    judgement: Annotated[
        str | None,
        Option(mark("The judgement in the plan's own words, e.g. 順調."), "TEXT"),
    ] = None
    forecast: Annotated[
        Forecast | None, Option(mark("Whether the target is expected to be reached."), "WORD")
    ] = None
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
    follow_up: Annotated[
        str | None,
        Option(mark("What is promised to be done; with --answer, what was done."), "TEXT"),
    ] = None
    due: Annotated[
        str | None,
        Option(mark("By when the instruction or promise is to be answered."), "DATE"),
    ] = None
    owner: Annotated[
        str | None,
        Option(mark("Who is to answer it, if not the section in charge."), "SECTION"),
    ] = None
    answer: Annotated[
        str | None,
        Option(mark("The answer to what is open."), "TEXT"),
    ] = None
    answered: Annotated[
        str | None,
        Option(mark("When it was answered."), "DATE"),
    ] = None

    def run(self) -> int:
        """Record it."""
        import sys

        from sagaict.cli.frame.given import year_of
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedProject
        from sagaict.language.visible import visible
        from sagaict.language.words import term
        from sagaict.recording.evaluations import NewEvaluation, record_evaluation

        session, change_set = self.open()
        new = NewEvaluation(
            progress=self.progress,
            judgement=self.judgement,
            forecast=self.forecast,
            achievements=self.achievements,
            issues=self.issues,
            causes=self.causes,
            outlook=self.outlook,
            self_rating=self.self_rating,
            council_rating=self.council_rating,
            remark=self.remark,
            source=self.source,
        )
        asked, when = self._asked(session.view.today), year_of(self.year)
        full_id, _thing = session.pick(self.holder, Plan, PlacedGoal, PlacedMeasure, PlacedProject)
        with writing_refusals():
            kept = record_evaluation(
                change_set,
                session.workspace,
                full_id,
                when,
                new,
                asked,
                today=session.view.today,
                half_year=self.half_year,
            )
        options = {"outlook-unexplained": "--issues …"}
        code = finish(session, change_set, dry_run=self.dry_run, options=options)
        if kept is not None:
            told = _("the source is still “{source}”; if this is from elsewhere: --source …")
            text = told.format(source=visible(kept))
            said = _("{severity}: {text}").format(severity=term("warning"), text=text)
            print(said, file=sys.stderr)
        return code

    def _asked(self, today: Day) -> NewFollowUp | None:
        """The instruction or promise, or what is said about one; `None` if nothing is.

        Raises:
            Refusal: both at a time, or a date that cannot be read or be true.
        """
        from sagaict.cli.frame.given import moment_of, past_moment_of
        from sagaict.recording.follow_ups import NewFollowUp

        if self.instruction is not None and self.follow_up is not None:
            raise Refusal(_("give an instruction or a promise, one at a time"))
        text = self.instruction if self.follow_up is None else self.follow_up
        asked = NewFollowUp(
            text=text,
            due=moment_of(self.due, "--due"),
            owner=self.owner,
            answer=self.answer,
            answered=past_moment_of(self.answered, "--answered", today),
        )
        if asked == NewFollowUp():
            return None
        return asked if text is None else replace(asked, promised=self.follow_up is not None)
