"""Wherever comments and empty lines stand in a file, it can be written to, and they stay."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicators_of, measures_of
from sagaict.reading.comments import surface
from sagaict.reading.validation import load
from sagaict.reading.yaml_plain import parse
from sagaict.writing.change import applied
from sagaict.writing.splice import Append, Change, Put, splice

DATA = Path(__file__).parents[2] / "data"
FILES: list[tuple[Path, type[Plan | Project]]] = [
    *((path, Plan) for path in sorted((DATA / "plans").glob("*.yaml"))),
    *((path, Project) for path in sorted((DATA / "projects").glob("*/*.yaml"))),
]
APPROVED = {"date": "R8.4", "reason": "見直し", "approved_by": "調整会議"}
YEAR = FiscalYear(2025)


@cache
def told(path: Path, kind: type[Plan | Project]) -> tuple[str, tuple[Change, ...]]:
    """A file, and what the writers do to files: record, evaluate, act, revise, drop, rename, …"""
    text = path.read_text(encoding="utf-8")
    model = load("", text.encode(), kind).model
    assert model is not None
    return text, tuple(_changes(model))


def _changes(model: Plan | Project) -> Iterator[Change]:
    holders: list[Location] = [()]
    if isinstance(model, Plan):
        holders = [location for location, _ in measures_of(model)]
        yield Put(("title",), "新しい題")
        yield Put(("period",), "H17-R12")
        old = {"old": "R6-R9", "new": "R6-R12"}
        yield Append(("revisions",), {"what": "period", **old, **APPROVED})
        yield Append(("successors",), "next")
    else:
        yield Append(("amendments",), {"what": "dropped", **APPROVED})
        for year, actions in model.actions.items():
            for number, _ in enumerate(actions):
                yield Put(("actions", year, number, "state"), "done")
    for location in holders:
        yield Put((*location, "evaluations", YEAR, "issues"), "一\n二")
        yield Append((*location, "evaluations", YEAR, "instructions"), {"text": "指示"})
        yield Append((*location, "outcome_indicators"), NEW)
    for location, indicator in indicators_of(model):
        yield Put((*location, "name"), "新しい名称")
        yield Put((*location, "actuals", YEAR), {"value": "1,027", "remark": "伸びた"})
        yield Append((*location, "amendments"), {"what": "dropped", **APPROVED})
        for key in indicator.targets:
            yield Put((*location, "targets", key), "undecided")
            entry = {"year": key.label, "old": "1", "new": "undecided", **APPROVED}
            yield Append((*location, "revisions"), entry)
        for year, actual in indicator.actuals.items():
            earlier = {"value": "1", "source": "plan p.1"}
            if actual.value is not None:
                yield Append((*location, "actuals", year, "earlier"), earlier)
                yield Put((*location, "actuals", year, "value"), "2")


NEW = {
    "id": "new-one",
    "name": "新指標",
    "unit": "件",
    "direction": "increase",
    "aggregation": "level",
    "targets": {"R9": "5"},
}


def commented(text: str, random: Random) -> tuple[str, list[str]]:
    """The text with comments and empty lines put between its lines, at any indentation."""
    inside, lines = surface(text).inside, text.split("\n")
    said: list[str] = []
    chosen = random.choice([0.05, 0.3, 1.0])
    result: list[str] = []
    for number, line in enumerate(lines):
        if number not in inside and random.random() < chosen:
            comment = f"# 注{len(said)}: - x"
            said.append(comment)
            result += [""] * random.randrange(2)
            # Below a text, what is indented would belong to it.
            column = 0 if number - 1 in inside else random.randrange(18)
            result.append(" " * column + comment)
            result += [""] * random.randrange(2)
        result.append(line)
    return "\n".join(result), said


@settings(max_examples=25)
@given(st.sampled_from(FILES), st.builds(Random, st.integers(0, 2**32)))
def test_every_writer_succeeds_and_leaves_the_rest(
    file: tuple[Path, type[Plan | Project]], random: Random
) -> None:
    path, kind = file
    # mypy takes the hash of a record for that of its class.
    plain, changes = told(path, kind)  # type: ignore[arg-type]
    text, said = commented(plain, random)
    for change in random.sample(changes, min(3, len(changes))):
        after = splice(text, [change], kind)
        assert parse(after) == applied(parse(text), change, kind)
        found = {each.text for each in surface(after).comments.values()}
        assert found >= set(said)
        gone, new = _difference(text.split("\n"), after.split("\n"))
        comments = [each.strip() for each in gone if "#" in each]
        assert len(gone) <= 1 or isinstance(change, Put), (change, gone)
        assert all(any(each[each.index("#") :] in line for line in new) for each in comments)


def _difference(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """What stands between what both have at the beginning and what both have at the end."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]
