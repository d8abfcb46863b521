"""Several owners, with their bureaux: what is asked, listed and shown for each of them."""

from __future__ import annotations

import json

import pytest
from little_city import City
from program import Program

SHARED = "owner: [公民館, {section: 生涯学習課, bureau: 教育局}]\n"
BOTH = "公民館, 教育局生涯学習課"


@pytest.fixture
def shared(city: City) -> City:
    """The city whose portal is the work of two sections."""
    city.change("projects/aoba/portal.yaml", "owner: 情報政策課\n", SHARED)
    return city


@pytest.mark.parametrize("owner", ["公民館", "生涯学習", "教育局", "教育局生涯学習課"])
def test_each_of_them_is_found_by_section_or_bureau(
    program: Program, shared: City, owner: str
) -> None:
    def ids(words: str, rows: str, name: str) -> set[str]:
        asked = (*words.split(), "--owner", owner, "--format", "json")
        out = program.fine(*asked, cwd=shared.root).out
        return {row[name] for row in json.loads(out)[rows]}

    assert ids("list projects", "projects", "project_id") == {"aoba/portal"}
    assert ids("export", "rows", "indicator_id") == {"aoba/portal/visits"}
    assert ids("due", "tasks", "id") == {"aoba/portal/visits"}


def test_a_task_stands_with_each_and_counts_once(program: Program, shared: City) -> None:
    result = program.fine("due", cwd=shared.root)
    assert "overdue 6" in result.lines
    assert {"公民館  overdue 1", "教育局生涯学習課  overdue 1"} <= set(result.lines)
    assert result.out.count("aoba/portal/visits") == 2


def test_for_programs_they_stand_together_and_each_by_itself(
    program: Program, shared: City
) -> None:
    page = json.loads(program.fine("due", "--format", "json", cwd=shared.root).out)
    (task,) = (each for each in page["tasks"] if each["id"] == "aoba/portal/visits")
    assert task["owner"] == "公民館、教育局生涯学習課"
    assert task["owners"] == [
        {"section": "公民館", "bureau": None},
        {"section": "生涯学習課", "bureau": "教育局"},
    ]
    assert {each["owner"] for each in page["tasks"] if each["owners"] == []} == {None}


def test_a_calendar_has_one_event_for_what_they_share(program: Program, shared: City) -> None:
    def events(*words: str) -> set[str]:
        text = program.fine("due", "--format", "ics", *words, cwd=shared.root).out
        text = text.replace("\r\n ", "").replace("\n ", "")
        return {line for line in text.splitlines() if line.startswith("SUMMARY")}

    (event,) = (line for line in events() if "公民館\\, 教育局生涯学習課" in line)
    assert event in events("--owner", "公民館") & events("--owner", "教育局")


def test_reports_name_all_of_them(program: Program, shared: City) -> None:
    shown = program.fine("show", "aoba/portal/visits", cwd=shared.root).lines
    assert ["Owner", *BOTH.split()] in [line.split() for line in shown]
    missed = program.fine("status", cwd=shared.root).out
    assert f"owner: {BOTH}  reason: none given" in missed


def test_the_section_of_an_action_is_found_and_gets_its_row(program: Program, city: City) -> None:
    city.change(
        "projects/aoba/portal.yaml",
        "owner: 情報政策課\n",
        "owner: 情報政策課\nactions:\n  R7:\n    - text: 公民館との調整\n      owner: 生涯学習課\n"
        "    - 開設\n",
    )
    sent = program.fine("sheet", "-o", "a.xlsx", "--owner", "生涯学習課", cwd=city.root)
    assert "results 0, actions 1, evaluations 0" in sent.out
    sent = program.fine("sheet", "-o", "b.xlsx", "--owner", "情報政策課", cwd=city.root)
    assert "actions 1, evaluations 1" in sent.out
    assert "公民館との調整  生涯学習課" in program.fine("show", "aoba/portal", cwd=city.root).out


def test_the_section_of_a_follow_up_alone_is_known(program: Program, city: City) -> None:
    city.change(
        "projects/aoba/portal.yaml",
        "evaluations:\n  R7:\n",
        "evaluations:\n  R7:\n    half_year:\n      progress: delayed\n"
        "      instructions:\n        - text: 利用者に聞くこと\n"
        "          owner: 生涯学習課\n",
    )
    asked = ("due", "--owner", "生涯学習課", "--format", "json")
    tasks = json.loads(program.fine(*asked, cwd=city.root).out)["tasks"]
    assert [(each["id"], each["owner"]) for each in tasks] == [("aoba/portal", "生涯学習課")]


def test_the_roles_around_a_council_and_who_supports_a_project(
    program: Program, city: City
) -> None:
    council = (
        "owner: 事務局\nsupport: 総務室\ncouncil:\n  name: 調整会議\n  chair: 企画部長\n"
        "  members: [総務課長, 財政課長]\n  cio: 副市長\n  secretariat: 情報政策課\n"
    )
    city.change("plans/aoba.yaml", "period: R6-R9\n", "period: R6-R9\n" + council)
    shown = [line.split() for line in program.fine("show", "aoba", cwd=city.root).lines]
    for fact in (
        ["Council", "調整会議"],
        ["Chair", "企画部長"],
        ["Members", "総務課長,", "財政課長"],
        ["CIO", "副市長"],
        ["Supporting", "総務室"],
    ):
        assert fact in shown
    assert "Supporting  総務室" in program.fine("show", "aoba/portal", cwd=city.root).out
    plans = json.loads(program.fine("list", "plans", "--format", "json", cwd=city.root).out)
    assert {plan["plan_id"]: plan["council"] for plan in plans["plans"]}["aoba"] == "調整会議"


def test_that_no_document_names_an_owner_is_said_once(program: Program, city: City) -> None:
    for words in (("due",), ("status",), ("show", "aoba/2-1"), ("agenda",)):
        out = program.fine(*words, cwd=city.root).out
        assert out.count("owner not given") + out.count("Without an owner") <= 1, words
