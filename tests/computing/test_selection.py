from __future__ import annotations

from typing import Any

import pytest
from building import as_rows, plan, project

from sagaict.computing.selection import Filter, candidates, everything, find, matches
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio


def goals(name: str, **measure: Any) -> list[dict[str, Any]]:
    indicator = as_rows(name="オープンデータの年間アクセス件数")
    row = {"id": "3-1", "title": name, "goal_indicators": [indicator], **measure}
    return [{"no": 3, "title": "まちづくり", "measures": [row]}]


HELD = Portfolio.of(
    [
        plan(id="first", title="ICT総合戦略", period="R2-R5", goals=goals("データ利活用の促進")),
        plan(
            id="second", title="第2次ICT総合戦略", goals=goals("データ利活用の推進", priority=True)
        ),
    ],
    [
        project(
            id="rpa",
            plan="first",
            measure="3-1",
            priority=True,
            outcome_indicators=[
                as_rows(id="introduced", name="RPAツールの導入事業数"),
                as_rows(id="time-reduction", name="平均業務時間削減率"),
            ],
        ),
        project(id="open-data", plan="first", measure="3-1", title="オープンデータの充実"),
    ],
)
THINGS = everything(HELD)


def found(query: str) -> list[str]:
    return [full_id for full_id, _ in find(query, THINGS)]


def test_plans_measures_projects_and_indicators_can_all_be_named() -> None:
    assert sorted(THINGS) == [
        "first",
        "first/3",
        "first/3-1",
        "first/3-1/access",
        "first/open-data",
        "first/rpa",
        "first/rpa/introduced",
        "first/rpa/time-reduction",
        "second",
        "second/3",
        "second/3-1",
        "second/3-1/access",
    ]


@pytest.mark.parametrize("full_id", sorted(THINGS))
def test_a_full_id_means_the_one_thing_that_has_it(full_id: str) -> None:
    ((name, thing),) = find(full_id, THINGS)
    assert name == full_id
    assert (thing.id if isinstance(thing, Plan) else thing.full_id) == full_id


@pytest.mark.parametrize(
    ("tail", "full_id"),
    [
        ("rpa", "first/rpa"),
        ("rpa/introduced", "first/rpa/introduced"),
        ("introduced", "first/rpa/introduced"),
        ("open-data", "first/open-data"),
    ],
)
def test_an_unambiguous_tail_is_enough(tail: str, full_id: str) -> None:
    assert found(tail) == [full_id]


@pytest.mark.parametrize("query", ["ＲＰＡ", "Rpa", " rpa ", "/rpa/", "RPAの全庁導入", "全庁"])
def test_width_case_and_a_part_of_the_title_do_not_matter(query: str) -> None:
    assert found(query) == ["first/rpa"]


@pytest.mark.parametrize(
    ("query", "full_ids"),
    [
        ("3-1", {"first/3-1", "second/3-1"}),
        ("access", {"first/3-1/access", "second/3-1/access"}),
        ("3-1/access", {"first/3-1/access", "second/3-1/access"}),
        ("アクセス件数", {"first/3-1/access", "second/3-1/access"}),
        ("データ利活用", {"first/3-1", "second/3-1"}),
    ],
)
def test_an_ambiguous_name_lists_what_it_may_mean(query: str, full_ids: set[str]) -> None:
    assert set(found(query)) == full_ids


def test_a_whole_title_wins_over_a_title_it_is_part_of() -> None:
    assert found("ICT総合戦略") == ["first"]
    assert set(found("総合戦略")) == {"first", "second"}


def test_part_of_an_id_segment_is_no_tail() -> None:
    assert found("data") == []
    assert found("duced") == []


@pytest.mark.parametrize("query", ["", " ", "/", "存在しない", "first/none"])
def test_what_means_nothing_finds_nothing(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("first/rpa/introduce", "first/rpa/introduced"),
        ("introdused", "first/rpa/introduced"),
        ("opendata", "first/open-data"),
        ("secnd", "second"),
    ],
)
def test_a_near_miss_is_answered_with_the_id_meant(typed: str, meant: str) -> None:
    assert candidates(typed, THINGS)[0] == meant


def test_candidates_are_few_distinct_and_really_near() -> None:
    assert candidates("zzzzzz", THINGS) == []
    near = candidates("first/rpa", THINGS)
    assert len(near) == len(set(near)) <= 3


@pytest.mark.parametrize(
    ("conditions", "full_ids"),
    [
        (Filter(), set(HELD.by_id)),
        (Filter(measures=frozenset({"second/3-1"})), {"second/3-1/access"}),
        (Filter(measures=frozenset({"3-1"})), set()),
        (
            Filter(projects=frozenset({"first/rpa"})),
            {"first/rpa/introduced", "first/rpa/time-reduction"},
        ),
        (Filter(kind="goal"), {"first/3-1/access", "second/3-1/access"}),
        (Filter(kind="outcome"), {"first/rpa/introduced", "first/rpa/time-reduction"}),
        (
            Filter(priority=True),
            {"second/3-1/access", "first/rpa/introduced", "first/rpa/time-reduction"},
        ),
        (Filter(priority=True, kind="goal"), {"second/3-1/access"}),
    ],
)
def test_a_filter_keeps_what_satisfies_every_condition(
    conditions: Filter, full_ids: set[str]
) -> None:
    assert {name for name, entry in HELD.by_id.items() if matches(entry, conditions)} == full_ids
