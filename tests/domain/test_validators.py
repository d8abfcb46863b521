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


def mutants(value: Any) -> Iterator[Any]:
    """The content with one value in it replaced, left out, or joined by one that is unknown."""
    yield from OTHERS
    if isinstance(value, dict):
        yield {**value, "unknown": "1"}
        for key, inner in value.items():
            yield {name: each for name, each in value.items() if name != key}
            yield from ({**value, key: mutant} for mutant in mutants(inner))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from ([*value[:number], each, *value[number + 1 :]] for each in mutants(inner))


@pytest.mark.parametrize(
    ("kind", "content"), [(Plan, PLAN), (Project, PROJECT), (Settings, SETTINGS)]
)
def test_they_agree_on_every_file_that_differs_from_a_good_one_in_one_value(
    kind: type[Record], content: dict[str, Any]
) -> None:
    ours, pydantics = validator_of(kind), TypeAdapter(kind)
    assert isinstance(ours.validate_python(content), kind)
    for mutant in mutants(content):
        assert outcome(ours.validate_python, mutant) == outcome(pydantics.validate_python, mutant)
