"""`sagaict history` and `diff --since`: what became of a thing, commit by commit."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from growing_city import Grown
from running import TODAY, Ran, git, repository, sagaict

from sagaict.reading.git import open_repository
from sagaict.reading.git_history import commits_of


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    city = Grown.in_folder(tmp_path)
    day("2026-04-01", city)
    return city


def day(when: str, city: Grown, subject: str = "") -> None:
    """Commit what lies there, as if on that day."""
    env = {"GIT_COMMITTER_DATE": f"{when}T12:00:00+09:00"}
    if not (city.root / ".git").exists():
        repository(city.root)
        git(city.root, "commit", "--amend", "--quiet", "--no-edit", env=env)
        return
    git(city.root, "commit", "--all", "--quiet", "--message", subject, env=env)


def run(city: Grown, *arguments: str) -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root)


def edit(city: Grown, old: str, new: str) -> None:
    name = "plans/aoba.yaml" if old in city.plan else "projects/aoba/portal.yaml"
    text = city.text(name)
    assert text.count(old) >= 1
    city.write(name, text.replace(old, new, 1))


def grown(city: Grown) -> None:
    """Three commits, of which two are about オンライン申請率, and an edit that is not committed."""
    edit(city, "R9: 90", "R9: 95")
    day("2026-05-10", city, "目標を上げる")
    edit(city, "R6: 3,000", "R6: 3,100")
    day("2026-06-10", city, "時間を直す")
    name = "            name: オンライン申請率\n"
    edit(city, name, f"{name}            definition: 件数の割合\n")
    day("2026-07-10", city, "定義を書く")
    edit(city, "R6: 50  # 確定", "R6: 51")


def test_every_commit_that_changed_an_indicator_is_told(city: Grown) -> None:
    grown(city)
    ran = run(city, "history", "online")
    assert (ran.code, ran.err) == (0, "")
    told = [line for line in ran.lines if line.strip()]
    heads = [line for line in told if line.startswith(("2026", "not"))]
    assert [line.split("  ")[0] for line in heads] == [
        "not committed yet",
        "2026-07-10",
        "2026-05-10",
        "2026-04-01",
    ]
    assert heads[2].endswith("目標を上げる")
    assert "90" in told[told.index(heads[2]) + 1]
    assert "95" in told[told.index(heads[2]) + 1]
    assert "件数の割合" in told[told.index(heads[1]) + 1]
    assert told[-1] == "- stands in the files from now on"


def test_a_measure_tells_of_all_that_is_in_it(city: Grown) -> None:
    grown(city)
    ran = run(city, "history", "1-1")
    assert "時間を直す" in ran.out
    assert "hours" in ran.out
    assert "時間を直す" not in run(city, "history", "portal").out


def test_only_so_many_are_shown(city: Grown) -> None:
    grown(city)
    ran = run(city, "history", "online", "--limit", "１")
    assert "There are older changes: --limit" in ran.out
    assert "目標を上げる" not in ran.out
    data = run(city, "history", "online", "--limit", "2", "--format", "json").json
    assert [each["subject"] for each in data["events"]] == [None, "定義を書く"]
    assert data["events"][1]["texts"] == [{"field": "definition", "old": None, "new": "件数の割合"}]
    assert data["more"] is True
    for text in ("0", "-1", "viele", "99999999"):
        assert run(city, "history", "online", "--limit", text).code == 2


def test_a_commit_that_cannot_be_read_is_named(city: Grown) -> None:
    whole = city.plan
    city.write("plans/aoba.yaml", "id: [")
    day("2026-05-01", city, "壊す")
    city.write("plans/aoba.yaml", whole)
    day("2026-05-02", city, "直す")
    ran = run(city, "history", "online")
    assert ran.out.count("cannot be read in this commit") == 2


def test_what_has_no_history_says_so(city: Grown) -> None:
    assert "there is no “nowhere” in the data" in run(city, "history", "nowhere").err
    assert run(city, "history", "online").out.count("2026-04-01") == 1


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    city = Grown.in_folder(tmp_path)
    ran = run(city, "history", "online")
    assert ran.code == 2
    assert "git repository" in ran.err


def test_a_subject_of_a_stranger_does_no_harm(city: Grown) -> None:
    edit(city, "R9: 90", "R9: 95")
    day("2026-05-10", city, "\x1b[31m赤")
    assert "\x1b[31m" not in run(city, "history", "online").out


def test_commits_of_a_file_are_as_many_as_asked_for(city: Grown) -> None:
    grown(city)
    found = commits_of(open_repository(city.root / "data"), "plans/aoba.yaml", 2)
    assert [each.day for each in found] == [date(2026, 7, 10), date(2026, 6, 10)]
    assert [each.subject for each in found] == ["定義を書く", "時間を直す"]


@pytest.mark.parametrize("text", ["2026-06-10", "R8.6.10", "2026-06"])
def test_what_changed_since_a_day_is_told_from_the_last_commit_before_it(
    city: Grown, text: str
) -> None:
    grown(city)
    if text == "2026-06":
        assert run(city, "diff", "--since", text).code == 2
        return
    ran = run(city, "diff", "--since", text)
    assert ran.code == 0
    assert "2026-05-10" in ran.out
    assert "3,100" in ran.out
    assert "95" not in ran.out
    assert re.search(r"From [0-9a-f]{8} \(2026-05-10\) to the files", ran.out)


def test_since_goes_without_a_commit_and_needs_one_before(city: Grown) -> None:
    assert "contradict" in run(city, "diff", "HEAD", "--since", "2026-06-10").err
    refused = run(city, "diff", "--since", "2026-04-01").err
    assert "no commit before 2026-04-01 in the git repository" in refused
    assert "the first is of 2026-04-01" in refused
    assert run(city, "diff", "--since", "2026-04-02").code == 0


def test_of_a_verdict_is_told_what_it_was(city: Grown) -> None:
    asked = ("evaluate", "aoba", "R7", "--remark", "全体", "--judgement")
    first = run(city, *asked, "概ね順調")
    assert "Evaluation R7: judgement 概ね順調, remark" in first.out
    day("2026-05-10", city, "評価")
    second = run(city, *asked, "遅れている", "--forecast", "unlikely")
    assert second.out.count("遅れている") == 1
    for command in (("diff",), ("history", "aoba")):
        told = " ".join(run(city, *command).out.split())
        assert "judgement 概ね順調 → 遅れている" in told


def test_flags_are_told_in_words_and_every_field_by_name(city: Grown) -> None:
    name = "            name: オンライン申請率\n"
    pad = " " * 12
    keys = f"{pad}internal: true\n{pad}internal_note: 内\n"
    edit(city, name, name + keys)
    edit(city, "            share: true\n", "            share: false\n")
    told = run(city, "diff").out
    assert "A part of a whole: yes → no" in told
    assert "Wording and layout only: kept from the public 1, internal notes 1" in told
