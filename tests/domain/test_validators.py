"""The validators built here, beside those that pydantic builds of the same classes by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from every_field import PLAN, PROJECT
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from sagaict.domain.misfit import Misfit
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.domain.settings import Settings
from sagaict.domain.structure import fields_of, unwrap, within
from sagaict.domain.validators import validator_of

SETTINGS = {
    "rules": {"low-target": {"severity": "off", "thresholds": {"percent": "3"}}},
    "accept": [{"rule": "low-target", "below": "a/1-1", "reason": "理由"}],
    "cycle": {"figures_due": "4-30", "council": "7-15"},
}
OTHERS: tuple[Any, ...] = (None, [], {}, "?", {"value": "1"}, {"H31": "1", "R1": "2"})


def outcome(validate: Callable[[Any], Any], content: object) -> object:
    """The record, or everything that is wrong."""
    try:
        return validate(content)
    except ValidationError as error:
        return [
            (each["type"], each["loc"], each["input"], told(each.get("ctx", {})))
            for each in error.errors(include_url=False)
        ]


def told(context: dict[str, Any]) -> object:
    misfit = context.get("error")
    if not isinstance(misfit, Misfit):
        return context
    return misfit.rule, misfit.at, misfit.given, misfit.context


def records(annotation: Any, content: Any) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    """Every mapping in the content that a record is made of."""
    kind = unwrap(annotation)
    if isinstance(content, dict):
        if fields_of(kind):
            yield kind, content
        for key, inner in content.items():
            yield from records(within(kind, key), inner)
    elif isinstance(content, list):
        for inner in content:
            yield from records(within(kind, 0), inner)


def mutants(content: dict[str, Any]) -> Iterator[Any]:
    """The content with one value replaced, left out, or joined by one that is unknown."""
    yield from OTHERS
    yield {**content, "unknown": "1"}
    for key in content:
        yield {name: each for name, each in content.items() if name != key}
        yield from ({**content, key: other} for other in OTHERS)


EXAMPLES = {
    kind: content
    for whole, example in ((Plan, PLAN), (Project, PROJECT), (Settings, SETTINGS))
    for kind, content in records(whole, example)
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_they_agree_on_every_record_that_differs_from_a_good_one_in_one_value(
    kind: type[Record],
) -> None:
    ours, pydantics = validator_of(kind), TypeAdapter(kind)
    assert isinstance(ours.validate_python(EXAMPLES[kind]), kind)
    for mutant in mutants(EXAMPLES[kind]):
        assert outcome(ours.validate_python, mutant) == outcome(pydantics.validate_python, mutant)


def test_every_kind_of_record_is_tried() -> None:
    assert {kind.__name__ for kind in EXAMPLES} >= {"Plan", "Target", "Goal", "CycleSettings"}
    assert len(EXAMPLES) > 25
