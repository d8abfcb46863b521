"""Nothing is to be filled in for what was dropped, from that year on; nor before it was added."""

from __future__ import annotations

import pytest
from town import Town

RECORD = "amendments:\n  - {what: dropped, date: %s, reason: 廃止, approved_by: 会議}\n"


ADDED = "amendments:\n  - {what: added, date: %s, reason: 追加, approved_by: 会議}\n"


def drop(town: Town, project: str, date: str) -> None:
    name = f"projects/aoba/{project}.yaml"
    town.change(name, f"id: {project}\n", f"id: {project}\n{RECORD % date}")


@pytest.mark.parametrize(("date", "rows"), [("R8.3.31", 0), ("R8.4.1", 1)])
def test_a_dropped_project_has_no_rows_of_results(town: Town, date: str, rows: int) -> None:
    drop(town, "kiosk", date)
    found = town.rows()
    assert len([row for row in found.results if "kiosk" in row.key]) == rows
    assert len([row for row in found.evaluations if "kiosk" in row.key]) == rows


@pytest.mark.parametrize(("date", "actions"), [("R8.3.31", 0), ("R8.4.1", 2)])
def test_nor_of_actions_and_evaluations(town: Town, date: str, actions: int) -> None:
    drop(town, "portal", date)
    found = town.rows()
    assert len([row for row in found.actions if "portal" in row.key]) == actions
    assert len([row for row in found.evaluations if "portal" in row.key]) == (actions > 0)


@pytest.mark.parametrize(("date", "rows"), [("R8.3.31", 1), ("R8.4.1", 0)])
def test_a_project_has_no_rows_of_years_before_it_was_added(
    town: Town, date: str, rows: int
) -> None:
    town.change("projects/aoba/kiosk.yaml", "id: kiosk\n", f"id: kiosk\n{ADDED % date}")
    found = town.rows()
    assert len([row for row in found.results if "kiosk" in row.key]) == rows
    assert len([row for row in found.evaluations if "kiosk" in row.key]) == rows
