"""`sagaict accept`: a finding is accepted by command, and what accepts nothing goes by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict

MOOT = "            unit: 時間  # sagaict: accept overdue: 済んだ\n"


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str) -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root)


def settings(city: Grown) -> Path:
    return city.root / "data" / "sagaict.yaml"


def test_what_check_prints_accepts_the_finding(city: Grown) -> None:
    found = run(city, "check")
    command = found.line("If it is to stay so: sagaict accept aoba/1-1/online overdue")
    words = command.partition("sagaict ")[2].removesuffix("…").split()
    ran = run(city, *words, "統計が遅い")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == ["1 finding of overdue is accepted from now on: aoba/1-1/online"]
    assert settings(city).read_text() == (
        "accept:\n  - rule: overdue\n    below: aoba/1-1/online\n    reason: 統計が遅い\n"
    )
    again = run(city, "check")
    assert "accept aoba/1-1/online overdue" not in again.out
    assert "1 finding is accepted." in again.out


def test_an_acceptance_covers_all_below_an_id(city: Grown) -> None:
    ran = run(city, "accept", "aoba", "overdue", "--reason", "x")
    assert ran.lines[0].startswith("2 findings of overdue")
    assert "overdue" not in run(city, "check").out


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("aoba", "overdeu", "--reason", "x"), "Did you mean: overdue?"),
        (("aoba", "unknown-measure", "--reason", "x"), "is corrected, not accepted"),
        (("aoba/1-1/hours", "overdue", "--reason", "x"), "overdue finds nothing of aoba/1-1/hours"),
        (("aoba", "overdue"), "--reason is missing"),
        (("aoba", "overdue", "--reason", " "), "says nothing"),
        (("aoba", "overdue", "--reason", "甲\x00"), "cannot stand in a file"),
        (("aoba",), "RULE is missing"),
        ((), "ID is missing"),
        (("nowhere", "overdue", "--reason", "x"), "there is no “nowhere” in the data"),
        (("aoba", "--prune"), "--prune goes without"),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    city: Grown, arguments: tuple[str, ...], text: str
) -> None:
    ran = run(city, "accept", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert text in ran.err
    assert not settings(city).exists()


def test_what_accepts_nothing_any_more_is_taken_away(city: Grown) -> None:
    plan = city.plan
    city.write("plans/aoba.yaml", plan.replace("            unit: 時間\n", MOOT, 1))
    settings(city).write_text(
        "accept:\n"
        "  - rule: overdue\n    below: aoba/1-1/online\n    reason: 残る\n"
        "  # 使われない\n"
        "  - rule: no-milestone\n    below: aoba/1-1\n    reason: 済\n"
        "  - rule: revision-unexplained\n    below: aoba\n    reason: 済\n"
    )
    kept = settings(city).read_text()
    dry = run(city, "accept", "--prune", "--dry-run")
    assert (dry.code, settings(city).read_text()) == (0, kept)
    assert "-  - rule: revision-unexplained\n" in dry.out
    assert "-" + MOOT in dry.out
    ran = run(city, "accept", "--prune")
    assert (ran.code, len(ran.lines)) == (0, 3)
    assert ran.lines[0].startswith("data/plans/aoba.yaml:")
    assert city.plan == plan
    assert settings(city).read_text() == (
        "accept:\n  - rule: overdue\n    below: aoba/1-1/online\n    reason: 残る\n  # 使われない\n"
    )
    assert run(city, "accept", "--prune").lines == ["Every acceptance still accepts something."]


@pytest.mark.parametrize("more", ["", "cycle:\n  council: 7-15\n"])
def test_settings_without_any_acceptance_are_still_settings(city: Grown, more: str) -> None:
    settings(city).write_text(
        f"accept:\n  - rule: revision-unexplained\n    below: aoba\n    reason: 済\n{more}"
    )
    assert run(city, "accept", "--prune").code == 0
    assert settings(city).read_text() == (more or "accept: []\n")
    assert run(city, "accept", "aoba", "overdue", "--reason", "x").code == 0
    assert "below: aoba\n" in settings(city).read_text()


def test_nothing_is_taken_away_as_long_as_a_file_cannot_be_read(city: Grown) -> None:
    city.write("projects/aoba/portal.yaml", "id: [")
    ran = run(city, "accept", "--prune")
    assert ran.code == 2
    assert "nobody knows what is found no longer" in ran.err
    assert changed_lines(city.plan, city.plan) == []
