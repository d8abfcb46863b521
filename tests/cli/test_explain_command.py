"""`sagaict explain`: formulas with their numbers put in, every number with its source."""

from __future__ import annotations

import pytest
from little_city import City
from program import Program


def steps(program: Program, city: City, *arguments: str) -> list[str]:
    result = program.fine("explain", *arguments, cwd=city.root)
    return [line.removeprefix("- ") for line in result.lines if line.startswith("- ")]


def test_increase(program: Program, city: City) -> None:
    result = program.fine("explain", "online", cwd=city.root)
    assert result.lines[0] == "== 手続の電子化 / オンライン申請率"
    assert result.lines[2] == (
        "aoba/1-1/online: goal indicator, increase, level; R7, seen from FY2026 (R8) on 2026-11-21"
    )
    assert steps(program, city, "online") == [
        "Baseline: 40% (R5)  [source: main p.1]",
        "Target R7: 80%  [source: main p.1]",
        "Actual R7: 59%  [source: main p.1]",
        "Achievement rate = actual ÷ target = 59 ÷ 80 = 73.8% (half-up)",
        "Progress rate = (actual − baseline) ÷ (target − baseline) = (59 − 40) ÷ (80 − 40) = 47.5%",
        "Difference to the target: -21pt",
        "R7 has ended: the target is due",
        "Status: unmet  a final figure falls short of the target",
    ]


def test_in_japanese_the_numbers_are_the_same(program: Program, city: City) -> None:
    result = program.fine("explain", "online", cwd=city.root, lang="ja")
    assert "59 ÷ 80 = 73.8%" in result.out
    assert "(59 − 40) ÷ (80 − 40) = 47.5%" in result.out.replace("－", "−")
    assert "-21ポイント" in result.out


def test_decrease_turns_the_achievement_rate_round(program: Program, city: City) -> None:
    said = steps(program, city, "waiting")
    assert "Achievement rate = target ÷ actual = 20 ÷ 16 = 125.0% (half-up)" in said
    assert said[4].endswith("(16 − 30) ÷ (20 − 30) = 140.0%")
    assert said[-1] == "Status: met ○  the unrounded figure reaches the target"


@pytest.mark.parametrize(
    ("year", "target", "rate"),
    [
        ("R6", "1,200件 = 1.2 times that of R5, basis 1,000件", "1,250 ÷ 1,200 = 104.2%"),
        (
            "R7",
            "1,375件 = 10% more than that of the previous year, basis 1,250件",
            "1,027 ÷ 1,375 = 74.7%",
        ),
    ],
)
def test_a_relative_target_is_worked_out(
    program: Program, city: City, year: str, target: str, rate: str
) -> None:
    said = steps(program, city, "visits", "--year", year)
    assert f"Target {year}: {target}  [source: main p.4]" in said
    assert f"Achievement rate = actual ÷ target = {rate} (half-up)" in said


def test_a_relative_target_whose_basis_is_not_known(program: Program, city: City) -> None:
    city.change("projects/aoba/portal.yaml", "      R6: 1,250\n", "")
    said = steps(program, city, "visits")
    assert "10% more than that of the previous year; its basis is not known yet" in said[1]
    assert "Achievement rate: undefined without both target and actual" in said


def test_a_period_total_names_its_parts_and_what_is_missing(program: Program, city: City) -> None:
    said = steps(program, city, "hours")
    assert said[0] == "Baseline: none (which is not 0)"
    assert said[1] == "Target R6-R9: 17,600時間 (printed: 17,600時間)  [source: main p.3]"
    assert said[2:6] == [
        "  R6: 3,000時間  [source: main p.3]",
        "  R8: 1,500.5時間  [source: main p.3]",
        "Actual R6-R8: 4,500.5時間 [provisional]  [source: main p.3]",
        "Left out, not counted as 0: R7 (not reported)",
    ]
    assert (
        "Achievement rate = actual ÷ target = 4,500.5 ÷ 17,600 = 25.6% (incomplete) (half-up)"
        in said
    )
    assert "Expected now: 13,200.0時間, on a straight line from 0時間 in R5" in said
    assert "Status: not reported" in said[-1]  # short of what is missing, not of its target


def test_a_derived_figure_stands_beside_the_published_one(program: Program, city: City) -> None:
    said = steps(program, city, "share/met")
    assert "Actual R7: 66%  [source: main p.8]" in said
    start = "Computed from the data: no value yet, "
    assert f"{start}0 of 2 so far; without a result: pending 1" in said
    city.change("projects/aoba/portal.yaml", "R7: 1,027", "R7: 1,375")
    said = steps(program, city, "share/met")
    assert f"{start}1 of 2 so far; without a result: pending 1" in said


def test_a_derived_sum_is_no_share(program: Program, city: City) -> None:
    city.change(
        "projects/aoba/share.yaml",
        "      share_met:\n        priority: true\n",
        "      sum_of:\n        - aoba/portal/visits\n        - aoba/1-1/online\n",
    )
    said = steps(program, city, "share/met")
    assert "Computed from the data: sum of 2 indicators = 1,086%" in said


def test_division_by_0_is_undefined_and_judged_directly(program: Program, city: City) -> None:
    said = steps(program, city, "leaks")
    none = ": none, since both must be more than 0 for it to say anything"
    assert f"Achievement rate = target ÷ actual = 0 ÷ 0{none}" in said
    assert said[-1].startswith("Status: met ○")
    city.change("plans/aoba.yaml", "actuals:\n              R7: 0", "actuals:\n              R7: 2")
    said = steps(program, city, "leaks")
    assert f"Achievement rate = target ÷ actual = 0 ÷ 2{none}" in said
    assert said[-1].startswith("Status: unmet")


def test_what_was_there_before_the_plan_is_named_and_judges_nothing(
    program: Program, city: City
) -> None:
    kiosk = city.read("projects/aoba/kiosk.yaml")
    city.write(
        "projects/aoba/kiosk.yaml", kiosk.replace("R7: 5\n", "R7: 5\n    actuals: {R4: 2}\n", 1)
    )
    said = steps(program, city, "places")
    at = said.index("Actual: none reported (which is not 0)")
    assert said[at + 1] == "Of before the plan, and judging nothing: R4 2箇所"
    shown = program.fine("show", "places").out
    assert "not judged" in shown
    assert "not due" not in shown


def test_missing_is_not_0(program: Program, city: City) -> None:
    said = steps(program, city, "places")
    assert "Actual: none reported (which is not 0)" in said
    assert said[-1] == (
        "Status: not reported  due, but no figure has been given: missing is not unmet"
    )


def test_a_rate_of_a_quarter_is_rounded_half_up(program: Program, city: City) -> None:
    city.change("plans/aoba.yaml", "value: 59", "value: 91.4")  # 114.25 of 80
    assert "91.4 ÷ 80 = 114.3% (half-up)" in " ".join(steps(program, city, "online"))


def test_the_figure_a_final_one_replaced_is_kept(program: Program, city: City) -> None:
    city.change(
        "plans/aoba.yaml",
        "                remark: 周知が遅れた。\n",
        "                remark: 周知が遅れた。\n"
        "                earlier:\n"
        "                  - value: 61\n"
        "                    state: provisional\n"
        "                    as_of: R8.2\n",
    )
    said = steps(program, city, "online")
    assert said[3].strip() == "replaces 61% (provisional R8.2)  [source: main p.1]"


def test_on_the_way_the_expectation_is_explained(program: Program, city: City) -> None:
    said = steps(program, city, "online", "--as-of", "R6")
    assert "Actual R6: 50%  [source: main p.1]" in said
    assert "Expected now: 60.0%, on a straight line from 40% in R5" in said
    assert "R7: not due yet" in said
    assert said[-1] == "Status: behind  the figure falls short of what is expected now"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_year_without_anything_is_refused_with_the_years_there_are(
    program: Program, city: City, lang: str
) -> None:
    said = program.refused("explain", "online", "--year", "R8", cwd=city.root, lang=lang)
    assert "aoba/1-1/online" in said
    assert "R6, R7, R9" in said.replace("、", ", ")
    said = program.refused("explain", "online", "--year", "next", cwd=city.root, lang=lang)
    assert "next" in said


def test_only_indicators_can_be_explained(program: Program, city: City) -> None:
    said = program.refused("explain", "aoba/portal", cwd=city.root)
    assert "aoba/portal" in said
    assert "aoba/portal/visits" in said


def test_the_example_of_the_help_page(program: Program) -> None:
    result = program.fine("explain", "convenience-store/issued", "--as-of", "R1")
    assert "33,787 ÷ 194,000 = 17.4%" in result.out
