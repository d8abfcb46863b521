"""A new project's file: what stands in it, with and without an approval."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from growing_city import Grown
from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import Moment
from sagaict.domain.project import Project
from sagaict.recording.approval import Approval
from sagaict.recording.new_project import ProjectSpec, create_project
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import prose
from sagaict.writing.canonical import canonical

TODAY = date(2026, 11, 21)
SMALL = ProjectSpec(
    id="rpa", plan="aoba", measure="1-1", title="RPAの活用", source="main 第4章 (p.20)"
)
GROUNDS = Approval(
    decided=Moment.parse("R8.5.20"), reason="国の方針", approved_by="調整会議", source="main p.9"
)
CATEGORIES = """\
categories:
  A:
    title: 重点
    priority: true
  Ｂ:
    title: その他

goals:
"""


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def with_categories(city: Grown) -> None:
    text = city.plan.replace("goals:\n", CATEGORIES, 1)
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8")


def as_draft(city: Grown) -> None:
    text = city.plan.replace("period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8")


def made(city: Grown, new: ProjectSpec, approval: Approval | None = None) -> str:
    others = (city.plan, city.portal)
    change_set = city.change_set()
    entry = create_project(change_set, city.workspace(), new, approval, today=TODAY)
    text = change_set.text(entry.file)
    assert canonical(text, Project) == text
    assert change_set.workspace().problems == ()
    change_set.commit()
    assert city.text(f"projects/aoba/{new.id}.yaml") == text
    assert (city.plan, city.portal) == others
    return text


def refusal(
    city: Grown, new: ProjectSpec, approval: Approval | None = None
) -> tuple[str, dict[str, str]]:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        create_project(change_set, city.workspace(), new, approval, today=TODAY)
    assert change_set.edits() == []
    return caught.value.code, dict(caught.value.details)


def test_the_least_that_is_a_project(city: Grown) -> None:
    assert (
        made(city, SMALL)
        == """\
# yaml-language-server: $schema=../../schema/project.schema.json
id: rpa
plan: aoba
measure: 1-1
title: RPAの活用
source: main 第4章 (p.20)
"""
    )


def test_everything_that_can_be_said_of_an_approved_project(city: Grown) -> None:
    with_categories(city)
    new = replace(
        SMALL,
        category=" ａ",
        priority=True,
        owner="情報政策課",
        overview="定型業務を自動化する。\r\n対象は次のとおり。  \n- 税務",
    )
    assert (
        made(city, new, GROUNDS)
        == """\
# yaml-language-server: $schema=../../schema/project.schema.json
id: rpa
plan: aoba
measure: 1-1
title: RPAの活用
category: A
priority: true
owner: 情報政策課
overview: |-
  定型業務を自動化する。
  対象は次のとおり。
  - 税務

amendments:
  - what: added
    date: R8.5.20
    reason: 国の方針
    approved_by: 調整会議
    source: main p.9

source: main 第4章 (p.20)
"""
    )


def test_a_category_is_written_as_the_plan_spells_it(city: Grown) -> None:
    with_categories(city)
    assert "category: Ｂ\n" in made(city, replace(SMALL, category="b"))


def test_a_proposal_names_nobody_and_may_begin_later(city: Grown) -> None:
    proposal = Approval(decided=Moment.parse("R9.4.1"), reason="国の方針")
    assert "  - what: added\n    date: R9.4.1\n    reason: 国の方針\n\n" in made(
        city, SMALL, proposal
    )


def test_a_document_of_another_plan_may_be_the_source(city: Grown) -> None:
    text = city.plan.replace("id: aoba", "id: midori")
    city.path("plans/midori.yaml").write_text(text, encoding="utf-8")
    assert "source: midori/main p.1\n" in made(city, replace(SMALL, source="midori/main p.1"))


@pytest.mark.parametrize(
    ("new", "code", "details"),
    [
        (replace(SMALL, plan="midori"), "unknown-plan", {"id": "midori"}),
        (replace(SMALL, measure="2-1"), "unknown-measure", {"id": "aoba/2-1"}),
        (replace(SMALL, id="ＲＰＡ"), "bad-id-near", {"id": "ＲＰＡ", "near": "rpa"}),
        (replace(SMALL, id="業務"), "bad-id", {"id": "業務"}),
        (replace(SMALL, id="portal"), "id-taken", {"id": "aoba/portal"}),
        (replace(SMALL, id="1-1"), "id-taken", {"id": "aoba/1-1"}),
        (replace(SMALL, category="A"), "no-categories", {"id": "aoba"}),
        (replace(SMALL, title=""), "empty-text", {}),
        (replace(SMALL, overview="\n"), "empty-text", {}),
        (replace(SMALL, overview="甲\x00"), "unwritable", {"sign": "U+0000"}),
        (replace(SMALL, owner="甲\n乙"), "several-lines", {"text": "甲"}),
        (replace(SMALL, source="第4章"), "bad-source", {"source": "第4章"}),
        (
            replace(SMALL, source="plan 第4章"),
            "unknown-document",
            {"name": "plan", "documents": "main", "plan": "aoba", "document": "plan"},
        ),
        (replace(SMALL, source="midori/main p.1"), "unknown-plan", {"id": "midori"}),
    ],
)
def test_what_is_no_project_is_refused(
    city: Grown, new: ProjectSpec, code: str, details: dict[str, str]
) -> None:
    assert refusal(city, new) == (code, details)


def test_a_category_the_plan_does_not_have_is_refused(city: Grown) -> None:
    with_categories(city)
    wrong = {"category": "C", "categories": "A, Ｂ"}
    assert refusal(city, replace(SMALL, category="C")) == ("unknown-category", wrong)


def test_the_id_of_a_broken_project_is_taken_too(city: Grown) -> None:
    city.path("projects/aoba/rpa.yaml").write_text("id: rpa\n", encoding="utf-8")
    assert refusal(city, SMALL) == ("id-taken", {"id": "aoba/rpa"})


def test_a_draft_takes_no_approval(city: Grown) -> None:
    as_draft(city)
    told = {"id": "aoba", "command": "new project"}
    assert refusal(city, SMALL, GROUNDS) == ("add-to-draft", told)
    assert "amendments" not in made(city, SMALL)


@pytest.mark.parametrize(
    ("approval", "code"),
    [
        (replace(GROUNDS, reason=" "), "unexplained-change"),
        (replace(GROUNDS, approved_by=" "), "empty-text"),
        (replace(GROUNDS, source="会議"), "bad-source"),
    ],
)
def test_grounds_that_cannot_be_true_are_refused(
    city: Grown, approval: Approval, code: str
) -> None:
    assert refusal(city, SMALL, approval)[0] == code


TEXTS = st.text("あ増：:#-'\"[]{}|>@ \t\n\r　nul1", min_size=1, max_size=20) | st.text(max_size=20)


@settings(max_examples=150)
@given(TEXTS)
def test_any_overview_reads_back_line_by_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder))
        change_set = city.change_set()
        new = replace(SMALL, overview=text)
        try:
            create_project(change_set, city.workspace(), new, today=TODAY)
        except Refused as refused:
            code = refused.code
        else:
            projects = {project.id: project for _, project in change_set.workspace().projects}
            assert projects["rpa"].overview == prose(text)
            return
    assert code in ("empty-text", "unwritable")
    assert not text.isprintable() or not text.strip()
