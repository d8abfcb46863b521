"""Whatever is recorded, judged and revised in whatever order: what is not meant stays as it is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from growing_city import Grown
from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalYear, Moment, Period
from sagaict.domain.number import group
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location
from sagaict.reading.files import FileOf
from sagaict.reading.yaml_events import Marked, parse_marked
from sagaict.recording.actions import NewAction, record_action
from sagaict.recording.actuals import NewActual, record_actual
from sagaict.recording.amendments import drop, rename
from sagaict.recording.approval import Approval
from sagaict.recording.evaluations import NewEvaluation, record_evaluation
from sagaict.recording.follow_ups import NewFollowUp
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, revise_target
from sagaict.recording.texts import prose
from sagaict.writing.canonical import canonical
from sagaict.writing.change import spelling
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Put

TODAY = date(2028, 5, 1)
GOALS: Location = ("goals", 0, "measures", 0, "goal_indicators")
INDICATORS: dict[str, Location] = {
    "aoba/1-1/online": (*GOALS, 0),
    "aoba/1-1/hours": (*GOALS, 1),
    "aoba/1-1/satisfied": (*GOALS, 2),
    "aoba/portal/visits": ("outcome_indicators", 0),
}
MEASURE: Location = ("goals", 0, "measures", 0)


@dataclass(frozen=True)
class Write:
    """One write, and the piece of the file it is about."""

    place: Location
    make: Callable[[ChangeSet, Grown], None]
    in_plan: bool

    @property
    def name(self) -> str:
        """The file it is about."""
        return "plans/aoba.yaml" if self.in_plan else "projects/aoba/portal.yaml"


YEARS = st.builds(FiscalYear, st.integers(2024, 2027))
NUMBERS = st.decimals(0, 100, places=1)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(list("あ増費用：、。 　abR7:#-'\"[]{}%&*!|>@`?,\\0\n")),
        st.characters(exclude_categories=["C", "Z"], exclude_characters="\u2028\u2029"),
    ),
    max_size=30,
)
MOMENTS = st.sampled_from(["R7.3", "R8.3.31", "R6.9", "2027-03-31"]).map(Moment.parse)


@st.composite
def results(draw: st.DrawFn) -> Write:
    full_id, year = draw(st.sampled_from(list(INDICATORS))), draw(YEARS)
    with_value = draw(st.booleans())
    new = NewActual(
        value=draw(NUMBERS) if with_value else None,
        state=draw(st.sampled_from(["final", "provisional", "estimate"]))
        if with_value
        else draw(st.sampled_from(["pending", "not_surveyed", "not_assessable"])),
        as_of=draw(st.none() | MOMENTS),
        printed=draw(st.none() | TEXTS),
        remark=draw(st.none() | TEXTS),
        note=draw(st.none() | TEXTS),
        source=draw(st.none() | st.just("main p.9")),
    )
    reason = draw(st.none() | TEXTS)

    def make(change_set: ChangeSet, city: Grown) -> None:
        record_actual(
            change_set,
            city.workspace(),
            full_id,
            year,
            new,
            today=TODAY,
            correct_reason=reason,
            sure=True,
        )

    place = (*INDICATORS[full_id], "actuals", year)
    return Write(place, make, in_plan=not full_id.startswith("aoba/portal"))


@st.composite
def judgements(draw: st.DrawFn) -> Write:
    full_id, year = draw(st.sampled_from(["aoba/portal", "aoba/1-1"])), draw(YEARS)
    new = NewEvaluation(
        progress=draw(st.none() | st.sampled_from(["done", "delayed", "on_schedule"])),
        issues=draw(st.none() | TEXTS),
        outlook=draw(st.none() | st.sampled_from(["expand", "continue"])),
        council_rating=draw(st.none() | TEXTS),
    )
    told = NewFollowUp(text=draw(TEXTS), due=draw(st.none() | MOMENTS))
    instruction = draw(st.sampled_from([None, told, NewFollowUp(answer="済み")]))

    def make(change_set: ChangeSet, city: Grown) -> None:
        record_evaluation(
            change_set, city.workspace(), full_id, year, new, instruction, today=TODAY
        )

    in_plan = full_id == "aoba/1-1"
    above = MEASURE if in_plan else ()
    return Write((*above, "evaluations", year), make, in_plan)


@st.composite
def deeds(draw: st.DrawFn) -> Write:
    year, item = draw(YEARS), draw(st.sampled_from(["1", "2"]))
    new = NewAction(
        state=draw(st.sampled_from(["done", "delayed", "cancelled"])), note=draw(st.none() | TEXTS)
    )

    def make(change_set: ChangeSet, city: Grown) -> None:
        record_action(change_set, city.workspace(), "aoba/portal", year, item, new, today=TODAY)

    return Write(("actions", year, int(item) - 1), make, in_plan=False)


@st.composite
def targets(draw: st.DrawFn) -> Write:
    full_id, year, value = draw(st.sampled_from(list(INDICATORS))), draw(YEARS), draw(NUMBERS)
    total = full_id.endswith("hours")
    key: Any = Period(FiscalYear(2024), FiscalYear(2027)) if total else year
    place = (*INDICATORS[full_id], "targets", key)
    in_plan = not full_id.startswith("aoba/portal")

    def make(change_set: ChangeSet, city: Grown) -> None:
        change_set.change(_file(city, in_plan=in_plan), Put(place, group(value)))

    return Write(place, make, in_plan)


@st.composite
def revisions(draw: st.DrawFn) -> Write:
    full_id, year = draw(st.sampled_from(list(INDICATORS))), draw(YEARS)
    total = full_id.endswith("hours")
    key: Any = Period(FiscalYear(2024), FiscalYear(2027)) if total else year
    value = draw(st.none() | NUMBERS)
    new = NewTarget(value=value, printed=draw(st.none() | TEXTS.map(str.strip)))
    approval = Approval(
        decided=draw(MOMENTS),
        reason=draw(TEXTS),
        approved_by=draw(st.none() | TEXTS),
        source=draw(st.none() | st.just("main p.9")),
    )

    def make(change_set: ChangeSet, city: Grown) -> None:
        before = change_set.workspace().portfolio().by_id[full_id].indicator
        revise_target(change_set, city.workspace(), full_id, key, new, approval, today=TODAY)
        now = change_set.workspace().portfolio().by_id[full_id].indicator
        assert replace(now, targets={}, revisions=()) == replace(before, targets={}, revisions=())

    return Write(INDICATORS[full_id], make, in_plan=not full_id.startswith("aoba/portal"))


@st.composite
def amendments(draw: st.DrawFn) -> Write:
    full_id = draw(st.sampled_from([*INDICATORS, "aoba/portal"]))
    title = draw(TEXTS) if full_id in INDICATORS and draw(st.booleans()) else None
    approval = Approval(decided=draw(MOMENTS), reason=draw(TEXTS), approved_by=draw(TEXTS))

    def make(change_set: ChangeSet, city: Grown) -> None:
        if title is None:
            drop(change_set, city.workspace(), full_id, approval, today=TODAY)
        else:
            rename(change_set, city.workspace(), full_id, title, approval, today=TODAY)

    place = INDICATORS.get(full_id, ("amendments",))
    return Write(place, make, in_plan=not full_id.startswith("aoba/portal"))


def _file(city: Grown, *, in_plan: bool) -> FileOf:
    workspace = city.workspace()
    return workspace.plans[0][0] if in_plan else workspace.projects[0][0]


WRITES = st.lists(
    st.one_of(results(), judgements(), deeds(), targets(), revisions(), amendments()),
    min_size=1,
    max_size=6,
)


def extent(text: str, place: Location) -> tuple[int, int] | None:
    """The lines (from, to) of what stands at a place; `None` if nothing does."""
    root, _problems = parse_marked(text)
    node: Marked | None = root
    line = column = 0
    for step in place:
        if node is not None and isinstance(node.value, list) and isinstance(step, int):
            if step >= len(node.value):
                return None
            node = node.value[step]
            line, column = node.place.line - 1, node.place.column - 3
            continue
        content = node.value if node is not None and isinstance(node.value, dict) else {}
        name = spelling(content, step)
        if node is None or name is None:
            return None
        line, column = node.keys[name].line - 1, node.keys[name].column - 1
        node = content[name]
    lines = text.split("\n")
    end = line + 1
    while end < len(lines) and (
        not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > column
    ):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return line, end


def outside(text: str, place: Location) -> tuple[list[str], list[str]]:
    """The lines before and behind a place, or what is nearest above it that stands there."""
    lines = text.splitlines(keepends=True)
    found = extent(text, place)
    assert found is not None
    return lines[: found[0]], lines[found[1] :]


def see_that_only_there(before: str, after: str, place: Location) -> None:
    known = len(place)
    while extent(before, place[:known]) is None:
        known -= 1
    if known == len(place):
        assert outside(after, place) == outside(before, place)
        return
    # It is new: without it (and the keys above it that are new as well) the file is what it was.
    head, tail = outside(after, place[: known + 1])
    assert [line for line in head + tail if line.strip()] == [
        line for line in before.splitlines(keepends=True) if line.strip()
    ]


def see_that_it_is_laid_out(city: Grown) -> None:
    ending = "\r\n" if "\r\n" in city.plan else "\n"
    for text, kind in ((city.plan, Plan), (city.portal, Project)):
        assert canonical(text, kind) == text
        assert text.count("\n") == text.count(ending)


@settings(max_examples=25)
@given(WRITES, st.sampled_from(["\n", "\r\n"]))
def test_what_is_not_meant_stays_byte_for_byte(writes: list[Write], ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder), ending)
        see_that_it_is_laid_out(city)
        for write in writes:
            others = {
                name: city.text(name) for name in ("plans/aoba.yaml", "projects/aoba/portal.yaml")
            }
            before = others.pop(write.name)
            change_set = city.change_set()
            with suppress(Refused):
                write.make(change_set, city)
            change_set.commit()
            assert {name: city.text(name) for name in others} == others
            after = city.text(write.name)
            if after != before:
                see_that_only_there(before, after, write.place)
            assert city.workspace().problems == ()
            see_that_it_is_laid_out(city)


@settings(max_examples=25)
@given(WRITES)
def test_one_commit_of_many_writes_is_the_same_as_many_commits(writes: list[Write]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        together, apart = Grown.in_folder(Path(one)), Grown.in_folder(Path(other))
        whole = together.change_set()
        for write in writes:
            change_set = apart.change_set()
            with suppress(Refused):
                write.make(change_set, apart)
            change_set.commit()
            with suppress(Refused):
                write.make(whole, together)
        whole.commit()
        assert (together.plan, together.portal) == (apart.plan, apart.portal)


@settings(max_examples=25)
@given(WRITES)
def test_many_writes_spliced_at_once_are_the_same_as_one_by_one(writes: list[Write]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder))
        once, apart = city.change_set(), city.change_set()
        for write in writes:
            with suppress(Refused):
                write.make(apart, city)
        with once.together():
            for write in writes:
                with suppress(Refused):
                    write.make(once, city)
        assert once.diff() == apart.diff()


@settings(max_examples=40)
@given(NUMBERS, TEXTS.filter(str.strip))
def test_a_recorded_figure_is_read_back(value: Decimal, remark: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder))
        change_set, year = city.change_set(), FiscalYear(2026)
        new = NewActual(value=value, remark=remark, source="main p.9")
        record_actual(
            change_set, city.workspace(), "aoba/1-1/online", year, new, today=TODAY, sure=True
        )
        change_set.commit()
        indicator = city.workspace().portfolio().by_id["aoba/1-1/online"].indicator
        actual = indicator.actuals[year]
        assert (actual.value, actual.remark, actual.source) == (value, prose(remark), "main p.9")
