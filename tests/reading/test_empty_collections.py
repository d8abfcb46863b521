"""A list or mapping whose entries are still to come, or all commented out, is an empty one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from reading_samples import INDICATOR, PLAN, places_of, problems_of

from sagaict.checking.run import check
from sagaict.domain.plan import Plan
from sagaict.domain.settings import Settings
from sagaict.reading.settings import read_settings
from sagaict.reading.validation import load
from sagaict.reading.workspace import read_workspace


@pytest.mark.parametrize("key", ["actuals", "targets", "revisions"])
def test_an_empty_collection_of_an_indicator_is_nothing_yet(key: str) -> None:
    loaded = load("p.yaml", f"{INDICATOR}            {key}:\n".encode(), Plan)

    assert loaded.problems == ()
    assert loaded.model is not None
    (indicator,) = loaded.model.goals[0].measures[0].goal_indicators
    assert not getattr(indicator, key)


def test_empty_collections_at_several_depths_are_read_together() -> None:
    text = f"{INDICATOR}            actuals:  # R6: 3\n            targets:\npublished:\n"

    assert load("p.yaml", text.encode(), Plan).model is not None


def test_what_must_not_be_left_out_may_not_be_empty() -> None:
    text = PLAN.replace("documents:\n  plan:\n    title: 計画書", "documents:")

    assert places_of(text) == ["4:11 empty-value"]


def test_an_empty_figure_is_still_told() -> None:
    assert places_of(f"{INDICATOR}            targets: {{R9: }}\n") == ["20:27 target-form"]


def test_other_problems_of_the_file_are_told_without_the_empty_ones() -> None:
    assert [problem.rule for problem in problems_of(f"{PLAN}published:\ntitel: 計画\n")] == [
        "unknown-key"
    ]


@pytest.mark.parametrize(
    "text", ["", "# rules:\n#   overdue: {}\n", "rules:\n", "accept:\ncycle:\n", "---\n"]
)
def test_settings_without_entries_are_the_defaults(text: str, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/p.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "sagaict.yaml").write_text(text, encoding="utf-8")
    workspace = read_workspace(tmp_path, shown_as="data")

    assert read_settings(workspace) == (Settings(), [])
    assert check(workspace, date(2026, 11, 21)).problems == ()
