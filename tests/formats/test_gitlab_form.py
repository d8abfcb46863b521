"""GitLab's code quality report: what GitLab requires, and fingerprints that last."""

from __future__ import annotations

import json
from typing import Any

from results import ODD, result_of
from spoiled_city import City

from sagaict.checking.result import CheckResult
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.check_formats.json_forms import gitlab

pytest_plugins = ["plug_fixtures"]


def entries(city: City) -> list[Any]:
    found: list[Any] = json.loads(gitlab(result_of(city)))
    return found


def test_every_entry_has_what_gitlab_requires(spoiled: City) -> None:
    found = entries(spoiled)
    assert len(found) == 6
    for entry in found:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["description"]
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith(("/", "./"))
    assert found[0]["location"] == {"path": ODD, "lines": {"begin": 3}}


def test_fingerprints_differ_even_for_equal_lines() -> None:
    problems = tuple(
        Problem("unknown-key", path, Place(line, column), {"name": "x"}, "x: 1")
        for path in ("a.yaml", "b.yaml")
        for line, column in ((1, 1), (2, 1), (2, 4))
    )
    report = json.loads(gitlab(CheckResult(problems, (), ("a.yaml", "b.yaml"))))
    assert len({entry["fingerprint"] for entry in report}) == 6


def test_fingerprints_stay_when_lines_move(spoiled: City, city: City) -> None:
    city.spoil()
    text = city.read("projects/aoba/kiosk.yaml")
    city.write("projects/aoba/kiosk.yaml", f"# 一行目\n# 二行目\n\n{text}")
    before, now = entries(spoiled), entries(city)
    assert [item["fingerprint"] for item in now] == [item["fingerprint"] for item in before]
    assert now[2]["location"]["lines"]["begin"] == before[2]["location"]["lines"]["begin"] + 3


def test_a_mended_problem_takes_its_fingerprint_with_it(spoiled: City, city: City) -> None:
    city.spoil()
    city.change("projects/aoba/kiosk.yaml", "cost: 1\n", "")
    before = {item["fingerprint"]: item["check_name"] for item in entries(spoiled)}
    now = {item["fingerprint"] for item in entries(city)}
    assert now < set(before)
    assert [before[gone] for gone in set(before) - now] == ["unknown-key"]


def test_good_data_gives_an_empty_list(city: City) -> None:
    assert entries(city) == []
