"""Actions with a day of their own."""

from __future__ import annotations

import pytest
from cycle_city import city, project, tasks


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2025-03-01", None),  # its year begins in a month
        ("2025-03-05", "soon"),
        ("2025-04-01", "due"),
        ("2025-09-30", "due"),  # R7.9 ends
        ("2025-10-01", "overdue"),
    ],
)
def test_an_action_is_to_be_taken_from_its_year_on_by_its_day(day: str, state: str | None) -> None:
    own = project(category="Z", actions={"R7": ["設計", {"text": "公開", "due": "R7.9"}]})
    found = tasks(city(projects=[own]), day, soon=30)
    assert [(item.task.kind, item.task.text, item.state) for item in found] == (
        [("action", "公開", state)] if state else []
    )


@pytest.mark.parametrize("state", ["done", "cancelled", "unknown"])
def test_one_that_is_taken_given_up_or_not_known_is_not_asked_for(state: str) -> None:
    action = {"text": "公開", "due": "R7.9", "state": state}
    own = project(category="Z", actions={"R7": [action]})
    assert tasks(city(projects=[own]), "2025-10-01") == []


def test_it_is_the_task_of_those_it_names_else_of_the_project() -> None:
    actions = [{"text": "公開", "due": "R7.9", "owner": "広報課"}, {"text": "設計", "due": "R7.6"}]
    own = project(category="Z", owner="企画課", actions={"R7": actions})
    found = tasks(city(projects=[own]), "2025-10-01")
    assert [(item.task.text, item.task.owners[0].name) for item in found] == [
        ("設計", "企画課"),
        ("公開", "広報課"),
    ]
    assert len({item.task.key for item in found}) == 2
