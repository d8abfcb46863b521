"""The tasks of the cycle in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sagaict.cycle.calendar import Due
from sagaict.cycle.task import State, Task, TaskKind
from sagaict.language import _, mark, plural
from sagaict.language.quantities import figure, year
from sagaict.language.words import term
from sagaict.reporting.blocks import Style

__all__ = [
    "STATE_STYLES",
    "counting_text",
    "counts_text",
    "days_text",
    "note_text",
    "state_text",
    "task_text",
    "tasks_text",
]

_STATES: Mapping[State, str] = MappingProxyType(
    {
        "overdue": mark("overdue"),
        "due": mark("due"),
        "soon": mark("soon"),
    }
)
STATE_STYLES: Mapping[State, Style] = MappingProxyType(
    {"overdue": "bad", "due": "warn", "soon": ""}
)
_TASKS: Mapping[TaskKind, str] = MappingProxyType(
    {
        "figure": mark("report the figure of {year}"),
        "confirm": mark("confirm the figure of {year}"),
        "remark": mark("say why the target of {year} was missed"),
        "action": mark("take the action of {year}"),
        "half_year_review": mark("review the first half of {year}"),
        "yearly_review": mark("review {year}"),
        "instruction": mark("answer the instruction of {year}"),
        "follow_up": mark("follow up what was promised for {year}"),
        "council": mark("meeting of the council"),
        "council_rating": mark("record the council's ratings of {year}"),
        "judgement": mark("judge {year}: the plan, its goals and measures"),
        "outcome": mark("set an outcome indicator, since the introduction is decided"),
    }
)
_SORTS: Mapping[TaskKind, str] = MappingProxyType(
    {
        "figure": mark("figures to report: {count}"),
        "confirm": mark("figures to confirm: {count}"),
        "remark": mark("reasons to give for missed targets: {count}"),
        "action": mark("actions to take: {count}"),
        "half_year_review": mark("reviews of the first half-year: {count}"),
        "yearly_review": mark("reviews of the year: {count}"),
        "instruction": mark("instructions to answer: {count}"),
        "follow_up": mark("promises to follow up: {count}"),
        "council": mark("meetings of the council: {count}"),
        "council_rating": mark("ratings of the council to record: {count}"),
        "judgement": mark("judgements of a year: {count}"),
        "outcome": mark("outcome indicators to set: {count}"),
    }
)


def tasks_text(kind: TaskKind, count: int) -> str:
    """So many tasks of a kind."""
    return _(_SORTS[kind]).format(count=count)


def state_text(state: State) -> str:
    """The state in the reader's words."""
    return _(_STATES[state])


def task_text(kind: TaskKind, task: Task) -> str:
    """What is to be done: `report the figure of R7`."""
    return _(_TASKS[kind]).format(year=year(task.year) if task.year else "")


def counts_text(items: list[Due]) -> str:
    """`overdue 3, due 2`."""
    counts = {state: sum(item.state == state for item in items) for state in _STATES}
    return _(", ").join(f"{state_text(state)} {count}" for state, count in counts.items() if count)


def days_text(left: int) -> str:
    """How far a deadline is: `20 days left`, `533 days past`."""
    if left == 0:
        return _("today")
    if left < 0:
        return plural("{days} day past", "{days} days past", -left).format(days=-left)
    return plural("{days} day left", "{days} days left", left).format(days=left)


def counting_text() -> str:
    """What these counts are of, beside those of `status`."""
    return _(
        "Counted is what is to be done: the figure of each year by itself, remarks, reviews. “Not "
        "reported” in sagaict status counts indicators, each once."
    )


def note_text(task: Task) -> str:
    """What is to be known about the task, a line each; nothing for most."""
    return "\n".join(_notes(task))


def _notes(task: Task) -> Iterator[str]:
    yield from _known_figure(task)
    if task.total is not None:
        yield _("part of the total of {period}").format(period=task.total.label)
    if task.text:
        yield task.text
    if task.kind == "judgement":
        yield _("not judged: {count} of {of}").format(count=task.count, of=task.of)
    elif task.of:
        yield _("{count} of {of} projects").format(count=task.count, of=task.of)
    if task.kind == "outcome":
        yield _("set the target of its measure again, too, if need be")
    if task.aside == "half_year_too":
        yield _("the half-year review is not recorded either")


def _known_figure(task: Task) -> Iterator[str]:
    """The figure so far, and when and where the one that is wanted becomes known."""
    actual, indicator = task.actual, task.indicator
    if indicator is None:
        return
    if actual is not None and actual.value is not None:
        state = "" if actual.state == "final" else f" ({term(actual.state)})"
        moment = actual.as_of or actual.span
        when = f" [{moment}]" if moment else ""
        yield f"{figure(actual.value, indicator.unit)}{state}{when}"
    elif actual is not None:
        yield term(actual.state)
    if task.kind == "remark":
        return
    if indicator.survey_timing:
        yield _("known: {text}").format(text=indicator.survey_timing)
    if indicator.data_source:
        yield _("from: {text}").format(text=indicator.data_source)
