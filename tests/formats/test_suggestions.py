"""What may have been meant is told wherever a problem is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from sagaict import language
from sagaict.checking.result import CheckResult
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.check_formats import FORMATS

NEAR = Problem("unknown-key", "a.yaml", Place(2, 1, 4), {"name": "ownr", "suggestion": "owner"})
FAR = Problem("unknown-key", "a.yaml", Place(3, 1, 4), {"name": "cost", "suggestion": ""})


ODD = Problem("unknown-key", "a.yaml", Place(4, 1), {"name": "x", "suggestion": "y\n::error::z"})


@pytest.fixture(params=["en", "ja"])
def asked(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language.active()
    language.activate(request.param)
    yield {"en": "Did you mean: ", "ja": "もしかして: "}[request.param]
    language.activate(before)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_every_form_asks_where_something_is_near(form: str, asked: str) -> None:
    page = FORMATS[form](CheckResult((NEAR, FAR), (), ("a.yaml",)))
    assert page.count(f"{asked}owner") == page.count(asked) == 1


def test_json_holds_it_or_nothing() -> None:
    page = json.loads(FORMATS["json"](CheckResult((NEAR, FAR), (), ("a.yaml",))))
    assert [each["suggestion"] for each in page["problems"]] == ["owner", None]


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_suggestion_begins_no_line_of_its_own(form: str) -> None:
    page = FORMATS[form](CheckResult((ODD,), (), ("a.yaml",)))
    assert not [line for line in page.splitlines() if line.startswith("::error::")]
