"""How the measures of a plan stand: 施策, 施策目標, 中間状況, as the city prints them half-way."""

from __future__ import annotations

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.cycle.judgement import Judgement, newest
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure

__all__ = ["Standing", "standings_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure with its goal indicators as they stand, and the newest judgement on it."""

    goal: Goal
    measure: Measure
    indicators: tuple[Assessment, ...]
    judgement: Judgement | None


def standings_of(whole: Overview) -> tuple[Standing, ...]:
    """All measures of the plan, if one of them has a goal indicator or was judged; else none."""
    found = tuple(
        Standing(
            goal,
            measure,
            tuple(
                each
                for each in whole.assessments
                if each.placed.kind == "goal" and each.placed.holder is measure
            ),
            newest(measure.evaluations, whole.view),
        )
        for goal, measure in whole.plan.measures()
    )
    return found if any(each.indicators or each.judgement for each in found) else ()
