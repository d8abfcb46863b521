"""`sagaict list`: one line each, with filters."""

from __future__ import annotations

import pytest
from little_city import City
from program import Program


def ids(program: Program, city: City, *arguments: str) -> list[str]:
    return [row[0] for row in rows(program, city, *arguments)]


def rows(program: Program, city: City, *arguments: str) -> list[list[str]]:
    """The rows of the table, each cut at its blanks; what the list is narrowed to stands above."""
    lines = program.fine("list", *arguments, cwd=city.root).lines
    start = next(number for number, line in enumerate(lines) if line.startswith("Id"))
    return [line.split() for line in lines[start + 1 :]]


def test_plans(program: Program, city: City) -> None:
    result = program.fine("list", "plans", cwd=city.root)
    assert [line.split() for line in result.lines[1:]] == [
        ["midori", "みどり市情報化計画", "R2-R5", "ended"],
        ["aoba", "あおば市DX計画", "R6-R9", "running"],
    ]
    result = program.fine("list", "plans", "--as-of", "R3", cwd=city.root)
    assert [line.split()[-1] for line in result.lines[1:]] == ["running", "ahead"]


def test_measures(program: Program, city: City) -> None:
    assert rows(program, city, "measures", "--plan", "aoba") == [
        ["aoba/1-1", "手続の電子化", "1", "便利なまち"],
        ["aoba/1-2", "窓口の改善", "1", "便利なまち"],
        ["aoba/2-1", "事務の改革", "2", "身軽な市役所"],
    ]
    assert ids(program, city, "measures", "--measure", "1-1") == ["midori/1-1", "aoba/1-1"]


def test_projects(program: Program, city: City) -> None:
    result = program.fine("list", "projects", cwd=city.root)
    assert result.line("aoba/portal").split()[2:] == ["A", "priority", "on", "schedule"]
    assert result.line("aoba/kiosk").split()[2:] == ["B", "-", "delayed"]
    assert result.line("aoba/training").split()[2:] == ["B", "-", "-"]
    assert set(ids(program, city, "projects", "--priority")) == {"aoba/portal", "aoba/survey"}
    assert ids(program, city, "projects", "--measure", "1-1") == ["aoba/portal"]
    assert ids(program, city, "projects", "--plan", "midori") == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--status not_reported", ["aoba/kiosk/places", "aoba/2-1/hours"]),
        ("--kind goal --plan midori", ["midori/1-1/readers"]),
        ("--kind outcome --priority", ["aoba/portal/visits", "aoba/survey/satisfied"]),
        ("--measure 1-2 --status met", ["aoba/1-2/waiting"]),
    ],
)
def test_indicators(program: Program, city: City, options: str, expected: list[str]) -> None:
    assert ids(program, city, "indicators", *options.split()) == expected


def test_every_indicator_is_listed_once(program: Program, city: City) -> None:
    found = ids(program, city, "indicators")
    assert len(found) == len(set(found)) == 9
    # Goal indicators of a measure come before the outcome indicators of its projects.
    assert found.index("aoba/1-1/online") < found.index("aoba/portal/visits")


def test_the_target_column_lines_up(program: Program, city: City) -> None:
    result = program.fine("list", "indicators", cwd=city.root)
    assert result.line("aoba/2-1/hours").split()[-4:-2] == ["R6-R9", "17,600時間"]


@pytest.mark.parametrize(
    ("lang", "there"),
    [
        ("en", "plans, measures, projects, indicators"),
        ("ja", "plans (計画), measures (施策), projects (事業), indicators (指標)"),
    ],
)
def test_an_unknown_list_is_refused_with_what_there_is(
    program: Program, city: City, lang: str, there: str
) -> None:
    assert there in program.refused("list", "indicator", cwd=city.root, lang=lang)
    assert program("list", cwd=city.root, lang=lang).code == 2
