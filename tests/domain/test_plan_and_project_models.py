from __future__ import annotations

from typing import Any

import pytest

from sagaict.domain.document import Discrepancy
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Goal, Measure, Plan, numbered
from sagaict.domain.project import Project
from sagaict.domain.published import PublishedTally
from sagaict.domain.record import Record
from sagaict.domain.validating import Unfit, validated

PLAN: dict[str, Any] = {"id": "sample", "title": "見本計画", "period": "R6-R9", "documents": {}}
PROJECT: dict[str, Any] = {
    "id": "rpa",
    "plan": "sample",
    "measure": "2-1",
    "title": "RPAの全庁導入",
    "source": "draft 第7章",
}


def problems(kind: type[Record], data: object) -> set[tuple[str, str]]:
    """The rules that `data` breaks as a `kind`, each with the key it is broken at."""
    with pytest.raises(Unfit) as refusal:
        validated(kind, data)
    return {(error.kind, str(error.location[-1])) for error in refusal.value.faults}


@pytest.mark.parametrize("key", ["id", "title", "period", "documents"])
def test_a_plan_needs_its_name_its_period_and_its_documents(key: str) -> None:
    data = {name: value for name, value in PLAN.items() if name != key}
    assert problems(Plan, data) == {("missing", key)}


def test_a_project_needs_a_source() -> None:
    data = {name: value for name, value in PROJECT.items() if name != "source"}
    assert problems(Project, data) == {("missing", "source")}


@pytest.mark.parametrize(
    "slug", ["RPA", "rpa_2", "-rpa", "rpa-", "rpa--2", "ＲＰＡ", "電子", "a/b", "", "a" * 61]
)
def test_ids_are_short_ascii_slugs(slug: str) -> None:
    assert {key for _, key in problems(Plan, {**PLAN, "id": slug})} == {"id"}


@pytest.mark.parametrize("slug", ["rpa", "3-1", "ict-strategy-2", "2", "a" * 60])
def test_slugs_may_hold_digits_and_single_hyphens(slug: str) -> None:
    assert validated(Plan, {**PLAN, "id": slug}).id == slug


def test_text_is_trimmed_may_be_a_bare_number_and_is_never_empty() -> None:
    assert validated(Plan, {**PLAN, "title": "  見本計画 "}).title == "見本計画"
    measure = validated(Measure, {"id": "1-1", "title": "施策", "no": 1, "sdgs": [8, "17"]})
    assert (measure.no, measure.sdgs) == ("1", (8, 17))
    assert problems(Plan, {**PLAN, "title": "  "}) == {("string_too_short", "title")}


@pytest.mark.parametrize("flag", ["yes", "no", "True", "1", "はい", ""])
def test_a_flag_is_true_or_false_and_nothing_that_looks_like_it(flag: str) -> None:
    data = {"id": "1-1", "title": "施策", "priority": flag}
    assert problems(Measure, data) == {("not-a-flag", "priority")}


@pytest.mark.parametrize(
    "source", ["plan", "plan 第4章3 施策1-1(p.26)", "ict-strategy-1/draft 第2章(p.12〜)"]
)
def test_a_source_is_a_document_and_a_place(source: str) -> None:
    assert validated(Plan, {**PLAN, "source": source}).source == source


@pytest.mark.parametrize("source", ["第4章", "Plan p.26", "plan  p.26", "", "p" * 301])
def test_what_does_not_begin_with_a_document_is_no_source(source: str) -> None:
    assert {key for _, key in problems(Plan, {**PLAN, "source": source})} == {"source"}


def test_unknown_keys_are_refused_in_plans_and_projects() -> None:
    assert problems(Plan, {**PLAN, "goal": []}) == {("unexpected_keyword_argument", "goal")}
    assert problems(Project, {**PROJECT, "kpi": []}) == {("unexpected_keyword_argument", "kpi")}


@pytest.mark.parametrize("key", ["actions", "evaluations"])
def test_two_names_of_one_year_are_refused_in_projects(key: str) -> None:
    value: object = ["検討"] if key == "actions" else {"progress": "done"}
    data = {**PROJECT, key: {"R1": value, "2019": value}}
    assert problems(Project, data) == {("year-twice", "[key]")}


def test_an_action_may_be_its_text_alone_and_is_then_planned() -> None:
    project = validated(
        Project, {**PROJECT, "actions": {"R6": ["検討", {"text": "導入", "state": "done"}]}}
    )
    short, long = project.actions[FiscalYear.parse("R6")]
    assert (short.text, short.state) == ("検討", "planned")
    assert (long.text, long.state) == ("導入", "done")


def test_initiatives_and_their_items_may_be_titles_alone() -> None:
    measure = validated(
        Measure,
        {"id": "1-1", "title": "施策", "initiatives": ["RPA", {"title": "AI", "items": ["OCR"]}]},
    )
    assert [initiative.title for initiative in measure.initiatives] == ["RPA", "AI"]
    assert measure.initiatives[1].items[0].title == "OCR"
    assert measure.initiatives[1].items[0].priority is False


def test_a_goal_is_told_apart_by_its_id_else_by_its_number() -> None:
    known = [
        validated(Goal, {"title": "暮らしのDX", **names})
        for names in ({"no": 1}, {"id": "life"}, {"no": 1, "id": "life"})
    ]
    assert [goal.key for goal in known] == ["1", "life", "life"]
    assert [numbered(goal) for goal in known] == ["1 暮らしのDX", "暮らしのDX", "1 暮らしのDX"]
    assert problems(Goal, {"title": "暮らしのDX"}) == {("missing", "id")}
    assert problems(Goal, {"no": 1}) == {("missing", "title")}


def test_a_mark_lost_from_the_source_is_unknown() -> None:
    assert validated(Evaluation, {}).progress == "unknown"


def test_a_discrepancy_quotes_two_sources_at_least() -> None:
    once = {"says": "1,000時間", "source": "draft 第5章"}
    data = {"id": "target", "subject": "目標値", "treatment": "両方を残す", "statements": [once]}
    assert problems(Discrepancy, data) == {("too_short", "statements")}
    twice = {**data, "statements": [once, {"says": "6,700時間", "source": "plan 第2章"}]}
    assert len(validated(Discrepancy, twice).statements) == 2


def test_a_published_tally_prints_its_denominator_and_source() -> None:
    data = {"id": "met", "title": "達成数", "of": "11", "counts": {"達成": "6"}, "source": "draft"}
    assert validated(PublishedTally, data).rounding == "half_up"
    for key in ("of", "counts", "source"):
        rest = {name: value for name, value in data.items() if name != key}
        assert problems(PublishedTally, rest) == {("missing", key)}
