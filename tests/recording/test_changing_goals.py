"""Goals and measures are added, renamed and dropped by command, with all that belongs to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict

GROUNDS = ("--reason", "条例の改正", "--approved-by", "調整会議", "--date", "R8.5.20")
SOURCE = ("--source", "main 3")
PROPOSED = ("--reason", "条例の改正", "--proposed", "--date", "R8.5.20")


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str, code: int = 0) -> Ran:
    ran = sagaict(*arguments, "--today", TODAY, cwd=city.root)
    assert ran.code == code, ran.err
    return ran


def done(city: Grown, *arguments: str) -> tuple[str, list[str]]:
    """What the command says, and the lines of the plan that it changes."""
    before = city.plan
    said = run(city, *arguments).out
    return said, [line for line in changed_lines(before, city.plan) if line.strip("+-\n")]


def test_a_measure_is_renamed_and_keeps_its_former_title(city: Grown) -> None:
    said, lines = done(city, "rename", "aoba/1-1", "手続のオンライン化", *GROUNDS)
    assert said == (
        "aoba/1-1 手続のオンライン化: Title: “手続の電子化” → “手続のオンライン化” "
        "(reason: 条例の改正, approved by 調整会議)\n"
    )
    assert lines == [
        "-        title: 手続の電子化\n",
        "+        title: 手続のオンライン化\n",
        "+        amendments:\n",
        "+          - what: renamed\n",
        "+            date: R8.5.20\n",
        "+            old: 手続の電子化\n",
        "+            new: 手続のオンライン化\n",
        "+            reason: 条例の改正\n",
        "+            approved_by: 調整会議\n",
    ]
    assert "renamed “手続の電子化” → “手続のオンライン化”" in run(city, "show", "1-1").out


def test_a_goal_is_renamed(city: Grown) -> None:
    said, lines = done(city, "rename", "aoba/1", "楽なまち", *GROUNDS)
    assert "Title of goal 1: “便利なまち” → “楽なまち” (reason: 条例の改正" in said
    assert lines[:3] == [
        "-    title: 便利なまち\n",
        "+    title: 楽なまち\n",
        "+    amendments:\n",
    ]


@pytest.mark.parametrize(
    ("full_id", "kind", "contents"),
    [
        ("aoba/1-1", "Measure", "1 project, 3 indicators"),
        ("aoba/1", "Basic goal", "1 measure, 1 project, 4 indicators"),
    ],
)
def test_what_belongs_to_it_ends_with_what_is_dropped(
    city: Grown, full_id: str, kind: str, contents: str
) -> None:
    before = city.plan
    shown = run(city, "drop", full_id, *GROUNDS, "--dry-run").out
    assert f"{kind} dropped on 2026-05-20 ({contents}) (reason: 条例の改正" in shown
    assert city.plan == before
    run(city, "drop", full_id, *GROUNDS)
    status = run(city, "status", "aoba").out
    # Neither the project nor an indicator is counted, and each is named with the reason.
    assert "online" not in status
    assert status.count("reason: 条例の改正") == 4
    assert "Dropped on 2026-05-20" in run(city, "show", full_id).out
    assert run(city, "list", "indicators").out.count("aoba/") == 0
    for command in (
        ("drop", "aoba/1-1"),
        ("rename", "portal", "窓口"),
        ("revise", "online", "R9", "85"),
        ("revise", "visits", "R7", "900"),
        ("add", "action", "portal", "R8", "研修"),
        ("add", "project", "aoba/rpa", "--measure", "1-1", "--title", "RPA", "--source", "main 1"),
    ):
        assert "was dropped already (R8.5.20)" in run(city, *command, *GROUNDS, code=2).err


def test_a_drop_from_a_day_to_come_ends_nothing_yet(city: Grown) -> None:
    ahead = ("--reason", "統合", "--approved-by", "調整会議", "--date", "R9.4.1")
    before = run(city, "status", "aoba").out
    run(city, "drop", "aoba/1-1", *ahead)
    assert run(city, "status", "aoba").out == before


def test_a_goal_and_a_measure_join_an_approved_plan_with_their_grounds(city: Grown) -> None:
    said, lines = done(city, "add", "goal", "aoba", "安全なまち", "--no", "２", *GROUNDS)
    assert said.startswith("aoba 安全なまち: Basic goal added (reason: 条例の改正, approved by")
    assert lines == [
        "+  - no: 2\n",
        "+    title: 安全なまち\n",
        "+    amendments:\n",
        "+      - what: added\n",
        "+        date: R8.5.20\n",
        "+        reason: 条例の改正\n",
        "+        approved_by: 調整会議\n",
    ]
    said, lines = done(city, "add", "measure", "aoba/2", "防災", "--no", "2-1", *PROPOSED)
    assert "aoba/2-1 防災: Measure added (reason: 条例の改正, no approval recorded ⚠)" in said
    assert lines[:4] == [
        "+    measures:\n",
        "+      - id: 2-1\n",
        "+        no: 2-1\n",
        "+        title: 防災\n",
    ]
    assert "amendment-unexplained" in run(city, "check").out
    assert "防災" in run(city, "agenda", "--plan", "aoba").out
    run(city, "approve", "aoba/2", "--approved-by", "調整会議", "--date", "R8.6.1")
    assert "        - what: added\n            proposed: R8.5.20\n            date: R8.6.1\n" in (
        city.plan
    )
    assert "amendment-unexplained" not in run(city, "check").out


def test_a_draft_grows_by_them_without_a_history(city: Grown) -> None:
    plan = city.path("plans/aoba.yaml")
    plan.write_text(city.plan.replace("title:", "stage: draft\ntitle:", 1), encoding="utf-8")
    _said, lines = done(city, "new", "goal", "aoba", "暮らしのDX", "--id", "life")
    assert lines == ["+  - id: life\n", "+    title: 暮らしのDX\n"]
    _said, lines = done(
        city, "new", "measure", "life", "相談", "--id", "talk", "--source", "main 3"
    )
    assert lines == [
        "+    measures:\n",
        "+      - id: talk\n",
        "+        title: 相談\n",
        "+        source: main 3\n",
    ]
    assert "use sagaict new goal" in run(city, "add", "goal", "aoba", "x", *GROUNDS, code=2).err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "goal", "aoba", "安全"), "it needs a printed number that can be an id, or an id"),
        (("add", "goal", "aoba", "安全", "--no", "1"), "aoba/1 exists already"),
        (("add", "measure", "aoba/1", "防災", "--no", "1-1"), "aoba/1-1 exists already"),
        (("add", "measure", "aoba/1", "防災", "--id", "portal"), "aoba/portal exists already"),
        (("add", "measure", "aoba/1", "防災", "--no", "ア"), "it needs a printed number that can"),
        (("add", "measure", "aoba/1-1", "防災", "--no", "1-3"), "“aoba/1-1” is a measure"),
        (("add", "measure", "aoba/1", "防災", "--no", "1-3", "--source", "x 1"), "there is no doc"),
        (("rename", "aoba/1", "便利なまち"), "“便利なまち” is its title already"),
    ],
)
def test_what_cannot_be_done_is_said(city: Grown, arguments: tuple[str, ...], said: str) -> None:
    before = city.plan
    ran = run(city, *arguments, *GROUNDS, code=2)
    assert ran.err.removeprefix("sagaict: ").startswith(said)
    assert city.plan == before
