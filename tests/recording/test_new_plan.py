"""A new plan's file: what stands in it, and what does not get so far."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from growing_city import Grown
from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import Period
from sagaict.domain.plan import Plan
from sagaict.recording.additions import Named, id_of, named
from sagaict.recording.new_plan import PlanSpec, create_plan
from sagaict.recording.refusal import Refused
from sagaict.writing.canonical import canonical

SMALL = PlanSpec(
    id="midori",
    title="みどり計画",
    period=Period.parse("R10-R13"),
    documents=(Named("plan", "みどり計画"),),
)


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def made(city: Grown, new: PlanSpec) -> str:
    change_set = city.change_set()
    entry = create_plan(change_set, city.workspace(), new)
    text = change_set.text(entry.file)
    assert canonical(text, Plan) == text
    assert change_set.workspace().problems == ()
    change_set.commit()
    assert city.text(f"plans/{new.id}.yaml") == text
    return text


def refusal(city: Grown, new: PlanSpec) -> tuple[str, dict[str, str]]:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        create_plan(change_set, city.workspace(), new)
    assert change_set.edits() == []
    return caught.value.code, dict(caught.value.details)


def test_the_least_that_is_a_plan(city: Grown) -> None:
    assert (
        made(city, SMALL)
        == """\
# yaml-language-server: $schema=../schema/plan.schema.json
id: midori
title: みどり計画
period: R10-R13
stage: draft

documents:
  plan:
    title: みどり計画
"""
    )


def test_everything_that_can_be_said_of_a_plan(city: Grown) -> None:
    new = PlanSpec(
        id="midori",
        title="みどり計画: 第2次 ",
        period=Period.parse("R10-R13"),
        stage="approved",
        owner="DX推進課",
        council="調整会議",
        rate="progress",
        documents=(Named("plan", "みどり計画"), Named("review-r9", "評価 #9")),
        goals=(Named("1", "便利な市役所"), Named("2", "進む仕事"), Named("12", "つながるまち")),
        measures=(
            Named("12-1", "地域の情報化"),
            Named("1-1", "オンライン手続の拡充"),
            Named("1-2", "窓口の改善"),
        ),
    )
    assert (
        made(city, new)
        == """\
# yaml-language-server: $schema=../schema/plan.schema.json
id: midori
title: "みどり計画: 第2次"
period: R10-R13
stage: approved
owner: DX推進課
council: 調整会議

rate:
  formula: progress

documents:
  plan:
    title: みどり計画
  review-r9:
    title: "評価 #9"

goals:
  - no: 1
    title: 便利な市役所
    measures:
      - id: 1-1
        no: 1-1
        title: オンライン手続の拡充
      - id: 1-2
        no: 1-2
        title: 窓口の改善

  - no: 2
    title: 進む仕事

  - no: 12
    title: つながるまち
    measures:
      - id: 12-1
        no: 12-1
        title: 地域の情報化
"""
    )


def test_the_longest_number_of_a_goal_decides(city: Grown) -> None:
    goals = (Named("1", "甲"), Named("1-1", "乙"))
    text = made(city, replace(SMALL, goals=goals, measures=(Named("1-1-1", "丙"),)))
    assert text.endswith(
        "  - no: 1-1\n    title: 乙\n" + "    measures:\n      - id: 1-1-1\n"
        "        no: 1-1-1\n        title: 丙\n"
    )


GOALS = (Named("1", "甲"), Named("2", "乙"))


@pytest.mark.parametrize(
    ("new", "code", "details"),
    [
        (replace(SMALL, id="みどり"), "bad-id", {"id": "みどり"}),
        (replace(SMALL, id="con"), "reserved-id", {"id": "con"}),
        (replace(SMALL, id="a" * 61), "bad-id", {"id": "a" * 61}),
        (replace(SMALL, id="Midori_2"), "bad-id-near", {"id": "Midori_2", "near": "midori-2"}),
        (replace(SMALL, id="aoba"), "id-taken", {"id": "aoba"}),
        (replace(SMALL, title=" 　"), "empty-text", {}),
        (replace(SMALL, title="みどり\n計画"), "several-lines", {"text": "みどり"}),
        (replace(SMALL, title="みど\x07り"), "unwritable", {"sign": "U+0007"}),
        (replace(SMALL, owner=""), "empty-text", {}),
        (replace(SMALL, documents=()), "no-document", {}),
        (
            replace(SMALL, documents=(Named("plan", "甲"), Named("plan", "乙"))),
            "given-twice",
            {"key": "plan"},
        ),
        (
            replace(SMALL, documents=(Named("Plan 1", "甲"),)),
            "bad-id-near",
            {"id": "Plan 1", "near": "plan-1"},
        ),
        (replace(SMALL, goals=(*GOALS, Named("1", "丙"))), "given-twice", {"key": "1"}),
        (replace(SMALL, measures=(Named("1-1", "甲"),)), "no-goal", {"id": "1-1"}),
        (
            replace(SMALL, goals=GOALS, measures=(Named("3-1", "甲"),)),
            "measure-without-goal",
            {"id": "3-1", "goals": "1, 2"},
        ),
        (
            replace(SMALL, goals=GOALS, measures=(Named("1", "甲"),)),
            "measure-without-goal",
            {"id": "1", "goals": "1, 2"},
        ),
        (
            replace(SMALL, goals=GOALS, measures=(Named("1-1", "甲"), Named("1-1", "乙"))),
            "given-twice",
            {"key": "1-1"},
        ),
        (
            replace(SMALL, goals=GOALS, measures=(Named("1-ア", "甲"),)),
            "bad-id",
            {"id": "1-ア"},
        ),
    ],
)
def test_what_is_no_plan_is_refused(
    city: Grown, new: PlanSpec, code: str, details: dict[str, str]
) -> None:
    assert refusal(city, new) == (code, details)


def test_the_id_of_a_broken_plan_is_taken_too(city: Grown) -> None:
    city.path("plans/midori.yaml").write_text("id: midori\n", encoding="utf-8")
    assert refusal(city, SMALL) == ("id-taken", {"id": "midori"})


def test_a_file_that_came_meanwhile_is_not_written_over(city: Grown) -> None:
    workspace, change_set = city.workspace(), city.change_set()
    city.path("plans/midori.yaml").write_text("id: midori\n", encoding="utf-8")
    with pytest.raises(Refused, match="id-taken"):
        create_plan(change_set, workspace, SMALL)
    assert change_set.edits() == []


def test_an_id_typed_in_full_width_is_the_same() -> None:
    assert id_of(" ｄｘ－２ ") == "dx-2"


def test_a_title_may_hold_an_equals_sign() -> None:
    assert named("１＝便利＝笑顔", "1=便利") == Named("1", "便利＝笑顔")
    assert named(" Ⅰ = 便利 ", "1=便利") == Named("Ⅰ", "便利")


@pytest.mark.parametrize("text", ["", "plan", "=甲", "plan=", "plan= 　", "　=甲"])
def test_what_has_no_two_sides_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="no-pair"):
        named(text, "plan=甲")


TITLES = st.one_of(
    st.text(max_size=20),
    st.text("あ計画：:#-'\"[]{}%&*!|>@`?,\\~=0nultrue \t\n\r　", max_size=12),
    st.sampled_from(["null", "~", "no", "12:30", "1_000", "- a", "=======", "...", "---", "a: b"]),
)


@settings(max_examples=300)
@given(TITLES)
def test_any_title_reads_back_as_itself_or_is_refused_for_a_reason(title: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder))
        change_set = city.change_set()
        try:
            create_plan(change_set, city.workspace(), replace(SMALL, title=title))
        except Refused as refused:
            code = refused.code
        else:
            plans = {plan.id: plan for _, plan in change_set.workspace().plans}
            assert plans["midori"].title == title.strip()
            return
    if code == "empty-text":
        assert not title.strip()
    elif code == "several-lines":
        assert len(title.strip().splitlines()) > 1
    else:
        assert code == "unwritable"
        assert not title.isprintable()
