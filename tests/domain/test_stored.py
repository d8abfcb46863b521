"""A record goes into the cache's form and comes back as it was, to the last digit and key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from every_field import PLAN, PROJECT

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.domain.settings import Settings
from sagaict.domain.stored import plain, revived
from sagaict.domain.validating import validated
from sagaict.reading.workspace import read_workspace

SETTINGS = {
    "rules": {"low-target": {"error_from": "R9.4.1", "thresholds": {"percent": "3"}}},
    "cycle": {"figures_due": "4-30", "council": ["7-15", "1-20"]},
}


def there_and_back(value: object) -> object:
    return revived(json.loads(json.dumps(plain(value))))


@pytest.mark.parametrize(
    ("kind", "content"), [(Plan, PLAN), (Project, PROJECT), (Settings, SETTINGS), (Settings, {})]
)
def test_every_kind_of_value_comes_back_exactly(
    kind: type[Record], content: Mapping[str, object]
) -> None:
    record = validated(kind, content)
    again = there_and_back(record)
    assert again == record
    assert repr(again) == repr(record)  # 1.50 is not 1.5, and mappings keep their order


def test_the_shipped_data_comes_back_exactly() -> None:
    workspace = read_workspace(Path(__file__).parents[2] / "data")
    models = [model for _, model in (*workspace.plans, *workspace.projects)]
    assert len(models) > 60
    assert repr([there_and_back(each) for each in models]) == repr(models)


def test_records_that_come_back_share_nothing_that_could_change() -> None:
    form = plain(validated(Settings, {}))
    first, second = revived(form), revived(form)
    assert first.rules == second.rules == {}
    assert first.rules is not second.rules


def test_what_no_record_is_made_of_is_refused() -> None:
    for stranger in (1.5, SimpleNamespace(), {"key": object()}):
        with pytest.raises(TypeError):
            plain(stranger)


def test_what_was_not_stored_does_not_come_back() -> None:
    for form in (["NoSuchRecord", {}], ["mapping", "key"], ["FiscalYear"], []):
        with pytest.raises((LookupError, ValueError, TypeError)):
            revived(form)
    assert revived(["FiscalYear", 2023]) == FiscalYear(2023)
