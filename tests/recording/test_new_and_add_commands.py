"""`sagaict new` and `sagaict add`: what they ask, what they say, what they write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict

from sagaict.checking.run import check

NEW_PLAN = (
    *("new", "plan", "midori", "--title", "みどり計画", "--period", "Ｒ１０－１３"),
    *(
        "--document",
        "plan=みどり計画",
        "--goal",
        "1＝便利な市役所",
        "--measure",
        "1-1=手続の電子化",
    ),
)
NEW_PROJECT = (
    *("new", "project", "aoba/rpa", "--measure", "手続", "--title", "RPAの活用"),
    *("--source", "main 第4章 (p.20)"),
)
NEW_INDICATOR = (
    *("new", "indicator", "portal", "users", "--name", "利用者数", "--unit", "人"),
    *("--direction", "増えるほど良い", "--aggregation", "単年度", "--target", "Ｒ９＝約5,000人"),
)
GROUNDS = ("--reason", "効果の把握", "--approved-by", "調整会議", "--date", "R8.5.20")
CATEGORIES = "categories:\n  A:\n    title: 重点\n    priority: true\n\ngoals:\n"


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


@pytest.fixture
def terminal() -> Iterator[None]:
    """Somebody sits there."""
    with (
        patch("sagaict.cli.frame.asking.can_ask", return_value=True),
        patch("sagaict.cli.frame.form.can_ask", return_value=True),
    ):
        yield


def run(city: Grown, *arguments: str, stdin: str = "") -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root, stdin=stdin.encode())


def files(city: Grown) -> dict[str, bytes]:
    return {
        path.relative_to(city.data).as_posix(): path.read_bytes()
        for path in city.data.rglob("*.yaml")
    }


def refused(city: Grown, *arguments: str, stdin: str = "") -> str:
    before = files(city)
    ran = run(city, *arguments, stdin=stdin)
    assert (ran.code, files(city)) == (2, before), ran.out
    return ran.err.removeprefix("sagaict: ")


def with_categories(city: Grown) -> None:
    text = city.plan.replace("goals:\n", CATEGORIES, 1)
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8")


def as_draft(city: Grown) -> None:
    text = city.plan.replace("period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8")


def test_a_plan_is_made_from_options(city: Grown) -> None:
    ran = run(city, *NEW_PLAN)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "midori みどり計画: Plan added (1 measure)",
        "Written to data/plans/midori.yaml.",
        "Next: sagaict new project --plan midori",
    ]
    assert (
        city.text("plans/midori.yaml")
        == """\
# yaml-language-server: $schema=../schema/plan.schema.json
id: midori
title: みどり計画
period: R10-R13
stage: draft

documents:
  plan:
    title: みどり計画

goals:
  - no: 1
    title: 便利な市役所
    measures:
      - id: 1-1
        no: 1-1
        title: 手続の電子化
"""
    )


def test_a_plan_has_its_own_words_for_its_levels(city: Grown) -> None:
    words = ("--term", "goal=ビジョン", "--term", "measure=重点施策")
    assert run(city, *NEW_PLAN, *words).code == 0
    assert "terms:\n  goal: ビジョン\n  measure: 重点施策\n" in city.text("plans/midori.yaml")
    assert "ビジョン1 便利な市役所" in run(city, "show", "midori", "--lang", "ja").out


def test_an_indicator_is_made_with_its_parts(city: Grown) -> None:
    parts = ("--part", "east=東", "--part", "west=西")
    assert run(city, *NEW_INDICATOR, *parts).code == 0
    assert "    parts:\n      - id: east\n        name: 東\n      - id: west\n" in "".join(
        city.text(name) for name in ("projects/aoba/portal.yaml", "plans/aoba.yaml")
    )


def test_a_project_is_made_from_options(city: Grown) -> None:
    owners = ("--owner", "情報政策課、教育局/生涯学習課")
    ran = run(city, *NEW_PROJECT, *owners, "--overview", "定型業務", "--priority")
    assert ran.code == 0
    assert ran.lines[-2:] == [
        "Written to data/projects/aoba/rpa.yaml.",
        "Next: sagaict new indicator aoba/rpa",
    ]
    written = city.text("projects/aoba/rpa.yaml")
    assert "owner:\n  - 情報政策課\n  - section: 生涯学習課\n    bureau: 教育局\n" in written
    for line in ("measure: 1-1", "overview: 定型業務", "priority: true"):
        assert f"{line}\n" in written


def test_a_project_whose_effect_is_still_to_be_measured_can_be_made(city: Grown) -> None:
    with_categories(city)
    ran = run(city, *NEW_PROJECT, "--category", "Ａ")
    assert ran.code == 0
    assert "[no-numeric-outcome]" in ran.err
    assert "category: A\n" in city.text("projects/aoba/rpa.yaml")


def test_an_indicator_is_made_from_options(city: Grown) -> None:
    before = city.portal
    more = ("--baseline", "約４千人", "--baseline-year", "令和５年度", "--timing", "翌年度5月")
    words = ("--definition", "年間", "--data-source", "統計", "--target-basis", "実績による。")
    last = ("--owner", "市民課", "--source", "main p.5", "--kind", "成果指標")
    ran = run(city, *NEW_INDICATOR, *more, *words, *last)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[-2:] == [
        "Written to data/projects/aoba/portal.yaml.",
        "Next: sagaict show aoba/portal/users",
    ]
    assert changed_lines(before, city.portal) == [
        "+  - id: users\n",
        "+    name: 利用者数\n",
        "+    definition: 年間\n",
        "+    unit: 人\n",
        "+    direction: increase\n",
        "+    aggregation: annual\n",
        "+    owner: 市民課\n",
        "+    data_source: 統計\n",
        "+    survey_timing: 翌年度5月\n",
        "+    baseline:\n",
        "+      value: 4,000\n",
        "+      year: R5\n",
        "+      printed: 約４千人\n",
        "+    target_basis: 実績による。\n",
        "+    targets:\n",
        "+      R9:\n",
        "+        value: 5,000\n",
        "+        printed: 約5,000人\n",
        "+    source: main p.5\n",
        "+\n",
    ]


def test_a_goal_indicator_is_what_a_measure_gets_unless_it_is_said(city: Grown) -> None:
    arguments = list(NEW_INDICATOR)
    arguments[2] = "aoba/1-1"
    assert run(city, *arguments, "--kind", "outcome").code == 0
    arguments[3] = "others"
    assert run(city, *arguments).code == 0
    plan = city.plan
    goals, outcomes = plan.index("goal_indicators:"), plan.index("outcome_indicators:")
    assert goals < plan.index("id: others") < outcomes < plan.index("id: users")


def problems(city: Grown) -> list[tuple[str, str]]:
    found = check(city.workspace(), date.fromisoformat(TODAY)).problems
    return [(each.path, each.rule) for each in found if each.severity != "info"]


def test_what_is_new_passes_check_and_is_laid_out(city: Grown) -> None:
    before = problems(city)
    assert before  # the target the portal missed, which nobody remarked on
    another = ("add", *NEW_INDICATOR[1:3], "more", *NEW_INDICATOR[4:], *GROUNDS)
    for arguments in (NEW_PLAN, NEW_PROJECT, NEW_INDICATOR, another):
        assert run(city, *arguments).code == 0
        assert problems(city) == before
        assert sagaict("fmt", "--check", cwd=city.root).code == 0
    for name in ("data/plans/midori.yaml", "data/projects/aoba/rpa.yaml"):
        assert run(city, "check", name).code == 0


def test_a_dry_run_shows_the_diff_and_writes_nothing(city: Grown) -> None:
    before = files(city)
    ran = run(city, *NEW_PROJECT, "--dry-run")
    assert (ran.code, files(city)) == (0, before)
    assert "+title: RPAの活用\n" in ran.out
    assert ran.lines[-1] == "Nothing was written (--dry-run)."
    assert not city.path("projects/aoba/rpa.yaml").exists()


def without(arguments: tuple[str, ...], option: str) -> tuple[str, ...]:
    at = arguments.index(option)
    return (*arguments[:at], *arguments[at + 2 :])


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("new", "plan"), "ID is missing\nFor help: sagaict new plan --help"),
        (without(NEW_PLAN, "--title"), "--title is missing"),
        (without(NEW_PLAN, "--period"), "--period is missing"),
        (without(NEW_PLAN, "--document"), "--document is missing"),
        ((*NEW_PLAN, "--stage", "final"), "choose from: approved, draft"),
        ((*without(NEW_PLAN, "--period"), "--period", "R13-R10"), "(R10-R13?)"),
        ((*without(NEW_PLAN, "--period"), "--period", "R10"), "“R10” is not a period"),
        ((*NEW_PLAN, "--document", "plan=甲"), "plan is given twice"),
        ((*NEW_PLAN, "--document", "甲"), "write it like plan=Third ICT strategy"),
        ((*NEW_PLAN, "--goal", "1=甲"), "1 is given twice"),
        ((*NEW_PLAN, "--measure", "2-1=甲"), "the goals are: 1"),
        (without(NEW_PLAN, "--goal"), "measure 1-1 needs a goal"),
        ((*NEW_PLAN, "--term", "vision=甲"), "the levels are goal, measure, project"),
        ((*NEW_PLAN, "--term", "goal=甲", "--term", "goal=乙"), "goal is given twice"),
        (("new", "project"), "PROJECT is missing\nFor help: sagaict new project --help"),
        (("new", "project", "aoba/"), "PROJECT is missing"),
        (("new", "project", "rpa"), "--plan is missing"),
        (without(NEW_PROJECT, "--measure"), "--measure is missing"),
        (without(NEW_PROJECT, "--title"), "--title is missing"),
        (without(NEW_PROJECT, "--source"), "--source is missing"),
        ((*without(NEW_PROJECT, "--measure"), "--measure", "9-9"), "there is no “9-9”"),
        ((*NEW_PROJECT, "--category", "A"), "aoba has no categories"),
        (("new", "project", "midori/rpa", *NEW_PROJECT[3:]), "there is no “midori”"),
        (("new", "project", "aoba/portal", *NEW_PROJECT[3:]), "aoba/portal exists already"),
        (("new", "indicator"), "HOLDER is missing\nFor help: sagaict new indicator --help"),
        (("new", "indicator", "portal"), "ID is missing"),
        (without(NEW_INDICATOR, "--name"), "--name is missing"),
        (without(NEW_INDICATOR, "--unit"), "--unit is missing"),
        (without(NEW_INDICATOR, "--direction"), "--direction is missing"),
        (without(NEW_INDICATOR, "--aggregation"), "--aggregation is missing"),
        (without(NEW_INDICATOR, "--target"), "--target is missing"),
        (("new", "indicator", "nowhere", *NEW_INDICATOR[3:]), "there is no “nowhere”"),
        ((*NEW_INDICATOR, "--kind", "goal"), "a project has outcome indicators only"),
        ((*NEW_INDICATOR, "--baseline", "5時間"), "“5時間” is not in 人"),
        ((*NEW_INDICATOR, "--baseline", "5人", "--baseline-year", "R6-R9"), "R6-R9 is a period"),
        (
            (*NEW_INDICATOR, "--baseline", "5人", "--baseline-year", "去年"),
            "“去年” is not a fiscal",
        ),
        ((*NEW_INDICATOR, "--baseline-year", "R5"), "--baseline-year goes with --baseline"),
        ((*NEW_INDICATOR, "--target", "R8=80%"), "“80%” is not in 人"),
        ((*NEW_INDICATOR, "--target", "R8"), "“R8” cannot be read; write it like R9=80人"),
        ((*NEW_INDICATOR, "--target", "R9=5"), "R9 is given twice"),
        ((*NEW_INDICATOR, "--target", "R12=5"), "R12 is outside the plan's period R6-R9"),
        ((*NEW_INDICATOR, "--source", "plan p.1"), "choose from: main"),
        ((*NEW_INDICATOR, "--part", "東"), "write it like elementary="),
        ((*NEW_INDICATOR, "--part", "a=東", "--part", "a=西"), "a is given twice"),
        ((*NEW_INDICATOR, "--part", "a=東", "--baseline", "5人"), "baselines stand in the parts"),
        (("add", *NEW_PROJECT[1:]), "--reason is missing\nFor help: sagaict add project --help"),
        (("add", *NEW_INDICATOR[1:], "--reason", "甲"), "for a proposal, add --proposed"),
        (
            ("add", *NEW_INDICATOR[1:], *GROUNDS, "--proposed"),
            "--proposed and --approved-by contradict each other",
        ),
    ],
)
def test_a_refusal_says_what_to_do_and_writes_nothing(
    city: Grown, arguments: tuple[str, ...], text: str
) -> None:
    assert text in refused(city, *arguments)


def test_a_plan_named_twice_must_be_the_same(city: Grown) -> None:
    assert run(city, *NEW_PLAN).code == 0
    assert "contradict each other" in refused(city, *NEW_PROJECT, "--plan", "midori")
    assert run(city, *NEW_PROJECT, "--plan", "あおば").code == 0


def test_the_plan_may_be_named_beside_the_id(city: Grown) -> None:
    assert run(city, "new", "project", "rpa", *NEW_PROJECT[3:], "--plan", "あおば").code == 0
    assert city.path("projects/aoba/rpa.yaml").exists()


def test_a_figure_without_a_source_is_refused_with_the_option_that_helps(city: Grown) -> None:
    text = city.plan.replace("        source: main p.1\n", "").replace("source: main p.1", "")
    city.path("plans/aoba.yaml").write_text(
        text.replace("    targets:\n", "    source: main p.2\n            targets:\n", 1),
        encoding="utf-8",
    )
    arguments = list(NEW_INDICATOR)
    arguments[2] = "aoba/1-1"
    said = refused(city, *arguments)
    assert "[no-source]" in said
    assert said.endswith("  The option for that: --source …\n")


def test_a_target_behind_its_baseline_is_named(city: Grown) -> None:
    ran = run(city, *NEW_INDICATOR, "--baseline", "9,000人", "--baseline-year", "R5")
    assert (ran.code, "[direction-contradicted]" in ran.err) == (0, True)


def test_a_plan_without_measures_takes_no_project(city: Grown) -> None:
    assert run(city, *without(without(NEW_PLAN, "--goal"), "--measure")).code == 0
    arguments = ("new", "project", "midori/rpa", *NEW_PROJECT[3:])
    assert "midori has no measures yet" in refused(city, *arguments)


def test_what_joins_an_approved_plan_has_its_grounds(city: Grown) -> None:
    assert run(city, "add", *NEW_PROJECT[1:], *GROUNDS).code == 0
    assert """\
amendments:
  - what: added
    date: R8.5.20
    reason: 効果の把握
    approved_by: 調整会議
    source: main 第4章 (p.20)

source: main 第4章 (p.20)
""" in city.text("projects/aoba/rpa.yaml")
    ran = run(city, "add", *NEW_INDICATOR[1:], *GROUNDS)
    assert (ran.code, ran.err) == (0, "")
    assert "(reason: 効果の把握, approved by 調整会議)" in ran.out
    assert (
        """\
        printed: 約5,000人
    amendments:
      - what: added
        date: R8.5.20
        reason: 効果の把握
        approved_by: 調整会議
"""
        in city.portal
    )


def test_a_proposal_is_written_and_its_approval_called_for(city: Grown) -> None:
    ran = run(city, "add", *NEW_INDICATOR[1:], "--reason", "効果の把握", "--proposed")
    assert ran.code == 0
    assert "[amendment-unexplained]" in ran.err
    assert (
        """\
      - what: added
        proposed: R8.11.21
        date: R8.11.21
        reason: 効果の把握
"""
        in city.portal
    )


def test_to_a_draft_things_are_added_with_new(city: Grown) -> None:
    as_draft(city)
    assert "use sagaict new project" in refused(city, "add", *NEW_PROJECT[1:], *GROUNDS)
    assert "use sagaict new indicator" in refused(city, "add", *NEW_INDICATOR[1:], *GROUNDS)
    assert run(city, *NEW_INDICATOR).code == 0


def test_an_approved_plan_that_is_transcribed_keeps_no_history(city: Grown) -> None:
    assert run(city, *NEW_INDICATOR).code == 0
    assert "amendments" not in city.portal


def test_the_bundled_data_is_never_written(tmp_path: Path) -> None:
    ran = sagaict(*NEW_PLAN, "--today", TODAY, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "sagaict init" in ran.err


def lines(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


@pytest.mark.parametrize(
    ("direction", "aggregation", "written"),
    [
        ("increase", "period-total", "direction: increase\n    aggregation: period_total\n"),
        ("増加", "累計", "direction: increase\n    aggregation: cumulative\n"),
        ("減少", "時点値", "direction: decrease\n    aggregation: level\n"),
        ("減るほど良い", "annual", "direction: decrease\n    aggregation: annual\n"),
    ],
)
def test_direction_and_aggregation_are_words_of_either_language(
    city: Grown, direction: str, aggregation: str, written: str
) -> None:
    key = "R6-R9" if aggregation == "period-total" else "R9"
    arguments = list(NEW_INDICATOR[:8])
    words = ("--direction", direction, "--aggregation", aggregation, "--target", f"{key}=5")
    assert run(city, *arguments, *words).code == 0
    assert f"    unit: 人\n    {written}" in city.portal


@pytest.mark.usefixtures("terminal")
def test_a_plan_is_asked_for_until_every_answer_is_understood(city: Grown) -> None:
    answers = lines(
        *("みどり", "aoba", "midori", "", "みどり計画", "R10", "R10-R13"),
        *("", "計画", "plan=みどり計画", "plan=甲", "", "DX推進課", ""),
        *("1=便利な市役所", "1=甲", "", "2-1=甲", "1-1=手続の電子化", "", "y"),
    )
    ran = run(city, "new", "plan", stdin=answers)
    assert ran.code == 0
    for said in (
        "The id stands in files and commands",
        "“みどり” cannot be an id",
        "aoba exists already",
        "An answer is needed here.",
        "“R10” is not a period",
        "“計画” cannot be read; write it like plan=",
        "plan is given twice",
        "1 is given twice",
        "measure 2-1 has no goal",
        "Write it? [Y/n]",
    ):
        assert said in ran.err
    # The whole of it is seen before the question.
    assert ran.lines[:4] == [
        "data/plans/midori.yaml:",
        "  id: midori",
        "  title: みどり計画",
        "  period: R10-R13",
    ]
    assert "owner: DX推進課\n" in city.text("plans/midori.yaml")
    assert "council" not in city.text("plans/midori.yaml")


@pytest.mark.usefixtures("terminal")
def test_a_plan_without_goals_is_not_asked_for_measures(city: Grown) -> None:
    answers = lines("midori", "みどり計画", "R10-R13", "plan=甲", "", "", "", "", "")
    ran = run(city, "new", "plan", stdin=answers)
    assert ran.code == 0
    assert "Measure" not in ran.err


@pytest.mark.usefixtures("terminal")
def test_a_project_is_asked_for_with_what_exists_to_pick_from(city: Grown) -> None:
    with_categories(city)
    answers = lines(
        *("あおば", "1", "RPAの活用", "portal", "rpa", "3", "重点", "情報政策課", ""),
        *("p.20", "plan p.20", "main p.20", ""),
    )
    ran = run(city, "new", "project", stdin=answers)
    assert ran.code == 0
    for said in (
        "  1  aoba  あおば市DX計画  R6-R9\nWhich plan? ",
        "  1  1-1  手続の電子化\nWhich measure? ",
        "  1  A  重点\n  2  none is stated\nWhich category? ",
        "Please give a number from 1 to 2.\n",
        "  main  あおば市DX計画\nSource: ",
        "aoba/portal exists already",
        "“p.20” is no citation",
        "there is no document “plan”",
    ):
        assert said in ran.err
    assert (
        city.text("projects/aoba/rpa.yaml")
        == """\
# yaml-language-server: $schema=../../schema/project.schema.json
id: rpa
plan: aoba
measure: 1-1
title: RPAの活用
category: A
owner: 情報政策課
source: main p.20
"""
    )


@pytest.mark.usefixtures("terminal")
def test_an_indicator_is_asked_for_and_nothing_about_it_is_guessed(city: Grown) -> None:
    before = city.plan
    answers = lines(
        *("1", "手続の電子化", "利用者数", "online", "users", "", "人"),
        *("", "3", "減るほど良い", "合計", "期間合計"),
        *("5時間", "約４千人", "R2-R5", "R9=5", "R6-R9=5,000人", ""),
        *("年間の実人数", "", "", "p.5", "", "はい"),
    )
    ran = run(city, "new", "indicator", stdin=answers)
    assert ran.code == 0, ran.err
    for said in (
        "  1  aoba/1-1  手続の電子化\n  2  aoba/portal  市民ポータル\n",
        "online exists already",
        "Kind of indicator [goal indicator]: ",
        "Which way is better?\n  1  increase: ",
        "An answer is needed here.",
        "“3” is not possible for --direction",
        "“合計” is not possible for --aggregation",
        "“5時間” is not in 人",
        "R9 is a single year; the target is for a period: R6-R9",
        "Not decided yet: R6-R9=no target",
        "“p.5” is no citation",
        "Source, if another than main p.1 (empty: leave it out): ",
    ):
        assert said in ran.err
    assert ran.lines[:3] == ["data/plans/aoba.yaml:", "  id: users", "  name: 利用者数"]
    assert changed_lines(before, city.plan) == [
        "+\n",
        "+          - id: users\n",
        "+            name: 利用者数\n",
        "+            definition: 年間の実人数\n",
        "+            unit: 人\n",
        "+            direction: decrease\n",
        "+            aggregation: period_total\n",
        "+            baseline:\n",
        "+              value: 4,000\n",
        "+              period: R2-R5\n",
        "+              printed: 約４千人\n",
        "+            targets:\n",
        "+              R6-R9: 5,000\n",
    ]


@pytest.mark.usefixtures("terminal")
def test_a_baseline_that_is_not_known_has_no_year_to_ask_for(city: Grown) -> None:
    arguments = without(NEW_INDICATOR, "--direction")
    ran = run(city, *arguments, stdin=lines("1", "－", "", "", "", "", "y"))
    assert ran.code == 0, ran.err
    assert "    baseline:\n      printed: －\n" in city.portal


@pytest.mark.usefixtures("terminal")
def test_where_nothing_above_has_a_source_one_must_be_named(city: Grown) -> None:
    run(city, *NEW_PLAN)
    arguments = ("new", "indicator", "midori/1-1", "rate", "--name", "割合", "--unit", "%")
    answers = lines("", "1", "1", "", "R13=80%", "", "", "", "", "", "plan p.1", "y")
    ran = run(city, *arguments, stdin=answers)
    assert ran.code == 0, ran.err
    assert ran.err.count("An answer is needed here.") == 1
    assert "            source: plan p.1\n" in city.text("plans/midori.yaml")


@pytest.mark.usefixtures("terminal")
def test_only_the_grounds_are_asked_for_where_all_else_is_told(city: Grown) -> None:
    ran = run(city, "add", *NEW_INDICATOR[1:], stdin=lines("効果の把握", "調整会議", "y"))
    assert ran.code == 0, ran.err
    assert ran.lines[:2] == ["data/projects/aoba/portal.yaml:", "  id: users"]
    assert "        approved_by: 調整会議\n" in city.portal


@pytest.mark.usefixtures("terminal")
def test_only_approved_plans_are_offered_to_add_to(city: Grown) -> None:
    run(city, *NEW_PLAN)
    ran = run(city, "add", "project")
    assert "aoba" in ran.err
    assert "midori" not in ran.err
    as_draft(city)
    assert "no plan with measures is approved yet" in refused(city, "add", "indicator")


@pytest.mark.usefixtures("terminal")
def test_without_any_plan_it_is_said_how_to_begin(city: Grown) -> None:
    city.path("plans/aoba.yaml").unlink()
    assert "make one first: sagaict new plan" in refused(city, "new", "project")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("count", range(8))
def test_questions_broken_off_write_nothing(city: Grown, count: int) -> None:
    answers = ("1", "1", "RPAの活用", "rpa", "", "", "main p.20", "n")[:count]
    assert "nothing was written" in refused(city, "new", "project", stdin=lines(*answers))


@pytest.mark.usefixtures("terminal")
def test_whoever_says_no_in_the_end_has_written_nothing(city: Grown) -> None:
    answers = lines("1", "1", "RPAの活用", "rpa", "", "", "main p.20", "n")
    assert "nothing was written" in refused(city, "new", "project", stdin=answers)
