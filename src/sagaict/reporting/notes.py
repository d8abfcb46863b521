"""Footnotes: what the data says beside a figure, numbered where the figure is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sagaict.computing.assessment import Assessment
from sagaict.cycle.task import Task
from sagaict.language import _
from sagaict.language.quantities import figure as quantity
from sagaict.reporting.blocks import Block, Bullets, Paragraph

__all__ = ["Footnotes", "notes_on", "notes_on_task"]


def notes_on(assessment: Assessment) -> Iterator[str]:
    """The notes that say what its figures mean: its own, its target's, and its figure's."""
    indicator, aimed, figure = assessment.placed.indicator, assessment.aimed, assessment.figure
    if indicator.note:
        yield indicator.note
    if aimed is not None and aimed.target.note:
        yield aimed.target.note
    if figure is not None and figure.running is not None:
        running = quantity(figure.running, indicator.unit)
        if figure.value is None:
            yield _("only the running total {running} is known, not what the year added").format(
                running=running
            )
        else:
            yield _("what the year added to the running total, {running} then").format(
                running=running
            )
    if figure is not None:
        actuals = [actual for _year, actual in figure.parts] or [figure.actual]
        yield from (actual.note for actual in actuals if actual.note)


def notes_on_task(task: Task) -> Iterator[str]:
    """Likewise of a figure that is to be reported, confirmed or explained."""
    indicator = task.indicator
    if indicator is None or task.year is None:
        return
    target = indicator.targets.get(task.total or task.year)
    about = (indicator.note, target and target.note, task.actual and task.actual.note)
    yield from (note for note in about if note)


class Footnotes:
    """The notes of one table, in the order of their marks; the same words bear the same mark."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def marks(self, notes: Iterable[str]) -> str:
        """The marks to stand behind what the notes are on, as ` *1 *2`."""
        numbers = [self._numbers.setdefault(note, len(self._numbers) + 1) for note in notes]
        return "".join(f" {_mark(number)}" for number in dict.fromkeys(numbers))

    def blocks(self) -> Iterator[Block]:
        """The notes themselves, to stand below the table."""
        if self._numbers:
            yield Bullets(
                tuple(
                    Paragraph.of(f"{_mark(number)} {note}", "dim")
                    for note, number in self._numbers.items()
                )
            )


def _mark(number: int) -> str:
    return _("*{number}").format(number=number)
