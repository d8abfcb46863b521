"""`sagaict new indicator`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.completion import complete_holders
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption
from sagaict.cli.plans.entering import Entering
from sagaict.domain.light import dataclass
from sagaict.domain.words import Aggregation, Direction, Kind, RateFormula, YearKind
from sagaict.language import mark

__all__ = ["NewIndicator"]


@dataclass(frozen=True, kw_only=True)
class NewIndicator(Entering):
    """Put a new indicator into a measure or project, while a plan is drafted or transcribed."""

    runner: ClassVar[str] = "plans.indicator_form:run_indicator"
    examples: ClassVar[Examples] = (
        (
            (
                "sagaict new indicator dx-2/1-1 online --name 申請率 --unit % --direction increase "
                "--aggregation level --baseline 45.3% --baseline-year R8 --target R13=80% "
                '--source "plan p.12"'
            ),
            mark("with a baseline and a target"),
        ),
        (
            (
                "sagaict new indicator dx-2/rpa hours --name 削減時間 --unit 時間 "
                "--direction increase --aggregation period-total --target R10-R13=約12,000時間"
            ),
            mark("a total over the period; the wording of the target is kept"),
        ),
    )

    holder: Annotated[
        str | None,
        Argument(
            mark("The measure or project: an id, its tail, or part of a title."),
            "HOLDER",
            complete=complete_holders,
        ),
    ] = None
    id: Annotated[
        str | None,
        Argument(mark("The id of the new indicator."), "ID"),
    ] = None
    name: Annotated[
        str | None,
        Option(mark("Its name."), "TEXT"),
    ] = None
    unit: Annotated[
        str | None,
        Option(mark("Its unit, as printed: %, 件, ..."), "UNIT"),
    ] = None
    direction: Annotated[Direction | None, Option(mark("What is better."), "WORD")] = None
    aggregation: Annotated[Aggregation | None, Option(mark("How years relate."), "WORD")] = None
    year_kind: Annotated[YearKind | None, Option(mark("Which years; else fiscal."), "WORD")] = None
    share: Annotated[bool, Option(mark("A part of a whole: between 0% and 100%."))] = False
    also_under: Annotated[
        list[str] | None,
        Option(mark("Another measure that lists it again (再掲): its id; repeatable."), "MEASURE"),
    ] = None
    hold: Annotated[bool, Option(mark("The target is to be held from the first year on."))] = False
    latest: Annotated[
        int | None,
        Option(mark("Late statistics: how many years old the newest figure may be."), "YEARS"),
    ] = None
    rate: Annotated[
        RateFormula | None,
        Option(mark("What is printed as its achievement rate; else as the plan declares."), "WORD"),
    ] = None
    kind: Annotated[Kind | None, Option(mark("Which kind; of a measure, else goal."), "WORD")] = (
        None
    )
    baseline: Annotated[
        str | None,
        Option(mark("Its value before the plan."), "VALUE"),
    ] = None
    baseline_year: Annotated[
        str | None,
        Option(mark("The year of the baseline."), "YEAR"),
    ] = None
    target: Annotated[
        list[str] | None,
        Option(
            mark("A target: R9=80%, R6-R9=17,600, R9=80%超, R9=undecided, R9=none; repeatable."),
            "YEAR=VALUE",
        ),
    ] = None
    comparison: Annotated[
        str | None,
        Option(mark("The series its figures are shown beside (全国平均)."), "NAME"),
    ] = None
    part: Annotated[
        list[str] | None,
        Option(
            mark("A part it is printed with (elementary=小学校); repeatable."),
            "ID=NAME",
        ),
    ] = None
    definition: Annotated[
        str | None,
        Option(mark("How it is taken or computed."), "TEXT"),
    ] = None
    data_source: Annotated[
        str | None,
        Option(mark("Where the figure comes from."), "TEXT"),
    ] = None
    timing: Annotated[
        str | None,
        Option(mark("When the figure becomes known."), "TEXT"),
    ] = None
    owner: Annotated[
        str | None,
        Option(mark("The section in charge."), "NAME"),
    ] = None
    target_basis: Annotated[
        str | None,
        Option(mark("How the target was set."), "TEXT"),
    ] = None
    source: SourceOption = None
