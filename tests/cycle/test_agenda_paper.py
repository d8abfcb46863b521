"""The council's paper."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from cycle_city import (
    agenda,
    cells,
    city,
    indicator,
    of_katsuyo,
    on,
    project,
    shipped,
    tables,
)
from markdown_it import MarkdownIt

from sagaict.cycle.agenda import Agenda, agenda_of
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.amendment import Amendment
from sagaict.domain.month_day import MonthDay
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.validating import validated
from sagaict.language import activate
from sagaict.reporting.agenda_report import agenda_report
from sagaict.reporting.blocks import Heading
from sagaict.reporting.markdown import render_markdown


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")


@pytest.fixture(scope="module")
def katsuyo() -> Agenda:
    return of_katsuyo("2020-03-31")


def paper(found: Agenda, day: str) -> str:
    return render_markdown(agenda_report([found], on(day)))


def test_a_council_on_the_last_day_judges_the_year_that_ends(katsuyo: Agenda) -> None:
    tally = katsuyo.overview.tallies["outcome"]
    assert (tally.met, tally.of) == (6, 11)
    assert [check.verdict for check in katsuyo.published].count("agrees") == 4
    assert [item.task.full_id for item in katsuyo.missing] == [
        "ict-katsuyo/core-system/time-reduction"
    ]
    assert [(item.state, item.days_left) for item in katsuyo.missing] == [("due", 30)]


def test_a_day_earlier_the_year_is_not_over() -> None:
    early = of_katsuyo("2020-03-30")
    assert early.overview.tallies["outcome"].of == 0
    assert (early.published, early.not_yet) == ((), 7)
    assert early.missing == ()


def test_goal_and_outcome_indicators_are_never_counted_together() -> None:
    portfolio = city(
        goals=[indicator(id="g", targets={"R7": 5}, actuals={"R7": "5"})],
        outcomes=[indicator(id="o", targets={"R7": 5}, actuals={"R7": "4"})],
    )
    found = agenda(portfolio, "2026-07-15")
    tallies = found.overview.tallies
    assert {kind: (each.met, each.of) for kind, each in tallies.items()} == {
        "goal": (1, 1),
        "outcome": (0, 1),
    }
    page = paper(found, "2026-07-15")
    assert "1 of 1" in page
    assert "0 of 1" in page
    assert "1 of 2" not in page
    results = [
        table
        for table in tables(agenda_report([found], on("2026-07-15")))
        if len(table.columns) == 6 and cells(table)[0][0] == "利用者数"
    ]
    assert [len(cells(table)) for table in results] == [1, 1]


REVISION = {"year": "R9", "date": "R8.7.1", "old": 10, "new": 8}


def revised(**more: str) -> Portfolio:
    return city([indicator(targets={"R9": 8}, revisions=[{**REVISION, **more}])])


@pytest.mark.parametrize(
    ("more", "day", "proposed"),
    [
        ({}, "2026-07-15", True),
        ({}, "2026-04-01", True),  # the council of that year is to decide on it
        ({}, "2026-03-31", False),
        ({"approved_by": "調整会議"}, "2026-07-15", False),
    ],
)
def test_revisions_nobody_has_approved_are_proposals(
    more: dict[str, str], day: str, *, proposed: bool
) -> None:
    assert len(agenda(revised(**more), day).proposals) == proposed


def test_a_proposal_shows_the_change_and_its_reason() -> None:
    page = paper(agenda(revised(reason="人口が減るため。"), "2026-07-15"), "2026-07-15")
    assert "10人 → 8人" in page
    assert "人口が減るため。" in page
    assert "no reason given" not in page
    assert "no reason given" in paper(agenda(revised(), "2026-07-15"), "2026-07-15")


def test_a_change_of_the_plan_without_approval_is_proposed_too() -> None:
    change = {"what": "period", "old": "R6-R9", "new": "R6-R10", "date": "R8.7"}
    (found,) = agenda(city(revisions=[change]), "2026-07-15").proposals
    assert found.placed is None
    assert "R6-R9 → R6-R10" in paper(agenda(city(revisions=[change]), "2026-07-15"), "2026-07-15")


GONE = {"what": "dropped", "date": "R8.7.1", "reason": "制度の廃止"}


def test_what_is_to_be_dropped_added_or_renamed_is_proposed_until_it_is_approved() -> None:
    renamed = {"what": "renamed", "date": "R8.7.1", "old": "利用者", "new": "利用者数"}
    added = {"what": "added", "date": "R8.7.1", "reason": "要望"}
    portfolio = city(
        [indicator(targets={"R9": 8}, amendments=[renamed])],
        projects=[
            project(amendments=[GONE]),
            project(id="kiosk", title="交付機", amendments=[{**added, "approved_by": "調整会議"}]),
            project(id="app", title="アプリ", amendments=[added]),
        ],
    )
    found = agenda(portfolio, "2026-07-15")
    assert [(each.placed and each.placed.full_id) for each in found.proposals] == [
        "p/app",
        "p/portal",
        "p/1-1/users",
    ]
    page = paper(found, "2026-07-15")
    assert "| 市民ポータル | dropped from the plan | 制度の廃止 | 2026-07-01 |" in page
    assert "| アプリ | added to the plan | 要望 | 2026-07-01 |" in page
    assert (
        "| 施策 / 利用者数 | renamed “利用者” → “利用者数” | no reason given | 2026-07-01 |" in page
    )
    # What is to end is dated by its end; that it is proposed is known before.
    [early] = agenda(portfolio, "2026-03-31").proposals
    assert isinstance(early.revision, Amendment)
    assert early.revision.what == "dropped"


def test_what_was_dropped_is_listed_with_its_reason() -> None:
    approved = {**GONE, "approved_by": "調整会議"}
    portfolio = city(
        [indicator(targets={"R9": 8}, amendments=[{**GONE, "date": "R8.6.1"}])],
        projects=[
            project(
                amendments=[approved],
                actions={"R7": [{"text": "仕様書の作成", "state": "delayed"}]},
                outcome_indicators=[indicator(targets={"R7": 5})],
            )
        ],
    )
    found = agenda(portfolio, "2026-07-15")
    assert found.delayed == ()
    assert [sheet.title for sheet in found.sheets] == ["1-1 施策"]
    page = paper(found, "2026-07-15")
    assert "### Dropped: 2" in page
    first, second = page.index("2026-06-01 施策 / 利用者数"), page.index("2026-07-01 市民ポータル")
    assert first < second
    assert "reason: 制度の廃止  not approved yet" in page[first:second]
    assert "reason: 制度の廃止  approved by 調整会議" in page[second:]
    before = agenda(portfolio, "2026-03-31")
    assert [item.action.text for item in before.delayed] == ["仕様書の作成"]
    assert "Dropped" not in paper(before, "2026-03-31")


def test_a_superseded_plan_says_so_on_the_paper() -> None:
    change = {"what": "superseded", "old": "見本計画", "new": "次の計画", "date": "R8.7.1"}
    portfolio = city(revisions=[{**change, "approved_by": "調整会議"}])
    assert "Superseded by 次の計画 on 2026-07-01" in paper(
        agenda(portfolio, "2026-07-15"), "2026-07-15"
    )
    assert "Superseded" not in paper(agenda(portfolio, "2026-03-31"), "2026-03-31")


def test_late_actions_and_open_instructions_are_on_the_paper() -> None:
    portfolio = city(
        projects=[
            project(
                owner="市民課",
                actions={
                    "R7": [{"text": "仕様書の作成", "state": "delayed", "note": "半年遅れ"}],
                    "R8": [{"text": "試行", "state": "on_schedule"}],
                    "R9": [{"text": "本格導入", "state": "delayed"}],
                },
                evaluations={
                    "R7": {
                        "progress": "delayed",
                        "causes": "入札の不調",
                        "instructions": [
                            {"text": "急ぐこと。", "due": "R8.6"},
                            {"text": "済んだこと。", "answer": "済"},
                        ],
                    }
                },
            )
        ]
    )
    found = agenda(portfolio, "2026-07-15")
    assert [(item.year.label, item.action.text) for item in found.delayed] == [
        ("R7", "仕様書の作成")
    ]
    assert [(item.task.text, item.state) for item in found.instructions] == [
        ("急ぐこと。", "overdue")
    ]
    page = paper(found, "2026-07-15")
    assert "半年遅れ" in page
    assert "入札の不調" in page
    open_ones = page[page.index("### Open instructions and promises") :]
    assert "| 急ぐこと。 | 市民ポータル<br>市民課 | 2026-06-30 | overdue |" in open_ones
    # What was answered stands on the sheet alone, beside its answer.
    assert "済んだこと" not in page[: page.index("#### Sheet")]


def test_what_was_answered_since_the_last_meeting_stands_before_what_was_missed() -> None:
    def answered(text: str, day: str) -> dict[str, str]:
        return {"text": text, "answer": f"{text}の回答", "answered": day}

    said = [
        answered("前々回の指示", "R7.11.19"),
        answered("前回の指示", "R7.11.20"),
        answered("当日の指示", "R8.7.15"),
        answered("後の指示", "R8.7.16"),
    ]
    portfolio = city(projects=[project(evaluations={"R7": {"instructions": said}})])
    plan, day = portfolio.plans["p"], on("2026-07-15")
    deadlines = Deadlines(council=(MonthDay(7, 15), MonthDay(11, 19)))
    found = agenda_of(plan, portfolio, day, deadlines)
    assert [each.text for _title, each in found.answered] == ["前回の指示", "当日の指示"]
    page = render_markdown(agenda_report([found], day))
    front = page[
        page.index("### Answers since the last meeting") : page.index("### What was missed")
    ]
    assert "- 市民ポータル: 前回の指示 → 前回の指示の回答 (2025-11-20)" in front
    # Without a calendar, of the last year.
    assert len(agenda_of(plan, portfolio, day, Deadlines()).answered) == 3


def test_what_is_not_reported_stands_under_its_section_once_with_all_its_years() -> None:
    portfolio = city(
        [
            indicator(id="a", owner="市民課", targets={"R6": 4, "R7": 5}),
            indicator(id="b", targets={"R8": 5}, actuals={"R7": "4"}),
        ],
        projects=[project(category="B", owner="市民課", outcome_indicators=[])],
    )
    found = agenda(portfolio, "2026-07-15")
    assert [(item.task.full_id, item.task.kind) for item in found.missing] == [
        ("p/1-1/a", "figure"),
        ("p/portal", "yearly_review"),
        ("p/1-1/a", "figure"),
        ("p/portal", "yearly_review"),
    ]
    page = paper(found, "2026-07-15")
    owed = page[page.index("### Not reported") : page.index("### Annex")]
    assert owed.count("市民課") == 1
    assert "| 施策 | 利用者数: result of R6, R7 | 2025-04-30 |" in owed
    assert "| 市民ポータル | review of R6, R7 | 2025-05-31 |" in owed


ORDER = (
    "To be decided today",
    "What was missed, and why",
    "Open instructions and promises",
    "Evaluation of the last year, FY2019 (R1)",
    "Results by goal",
    "outcome indicator",
    "Published tallies, compared",
    "Not reported, by section",
    "Annex: evaluation sheets",
)


def test_the_paper_begins_with_what_is_to_be_decided(katsuyo: Agenda) -> None:
    blocks = agenda_report([katsuyo], on("2020-03-31"))
    parts = [block.text for block in blocks if isinstance(block, Heading) and block.level == 3]
    assert parts == list(ORDER)


def test_what_was_missed_stands_with_the_words_of_who_answers_for_it(katsuyo: Agenda) -> None:
    page = paper(katsuyo, "2020-03-31")
    missed = page[
        page.index("### What was missed") : page.index("### Open instructions and promises")
    ]
    assert missed.count("- unmet ") == 4
    assert (
        "- unmet 公共施設通報アプリの利用促進 / 通報アプリの利用率: 18% against 30% (R1)" in missed
    )
    assert "“目標値は達成できませんでしたが、年間通報件数は" in missed
    assert "- cancelled × 道路陥没予兆検知技術の実証実験 R1 (sheet 24)" in missed
    # The sheet named is the one.
    assert katsuyo.sheets[23].title == "道路陥没予兆検知技術の実証実験"


@pytest.mark.parametrize(
    ("judged", "day", "expected"),
    [
        ({}, "2026-07-15", "How the plan as a whole went in FY2025 (R7)."),
        (
            {"R6": {"judgement": "概ね順調", "remark": "見込みどおり。"}},
            "2026-07-15",
            "How the plan as a whole went in FY2025 (R7). Of FY2024 (R6) it was said: “概ね順調”",
        ),
        ({"R7": {"judgement": "概ね順調"}}, "2026-07-15", None),
        ({}, "2024-07-15", None),  # no year of the plan is over
        ({}, "2025-03-31", "How the plan as a whole went in FY2024 (R6)."),
        ({}, "2030-07-15", "How the plan as a whole went in FY2027 (R9)."),
    ],
)
def test_the_plan_is_to_be_judged_for_the_last_year_that_is_over(
    judged: dict[str, object], day: str, expected: str | None
) -> None:
    page = paper(agenda(city(evaluations=judged), day), day)
    lines = [line for line in page.splitlines() if line.startswith("- How the plan")]
    assert lines == ([f"- {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("judged", "more", "count"),
    [
        ({}, {"council": "調整会議"}, 2),  # the goal and its measure
        ({"R7": {"judgement": "概ね順調"}}, {"council": "調整会議"}, 2),
        ({}, {}, 0),  # no council is known to judge it
        ({}, {"council": "調整会議", "transcribed": "true"}, 0),
    ],
)
def test_goals_and_measures_are_to_be_judged_beside_the_plan(
    judged: dict[str, object], more: dict[str, Any], count: int
) -> None:
    found = agenda(city(evaluations=judged, **more), "2026-07-15")
    assert len(found.unjudged) == count
    said = "- How goals and measures went in FY2025 (R7), not judged yet: 1 目標, 1-1 施策."
    assert (said in paper(found, "2026-07-15")) == (count > 0)


def test_of_many_that_are_not_judged_the_first_are_named() -> None:
    measures = [{"id": f"1-{no}", "no": f"1-{no}", "title": f"施策{no}"} for no in range(1, 8)]
    content = {
        "id": "p",
        "title": "見本計画",
        "period": "R6-R9",
        "owner": "DX推進課",
        "documents": {},
        "council": "調整会議",
        "goals": [{"no": 1, "title": "目標", "measures": measures}],
    }
    portfolio = Portfolio.of([validated(Plan, content)], [])
    page = paper(agenda(portfolio, "2026-07-15"), "2026-07-15")
    named = "1 目標, 1-1 施策1, 1-2 施策2, 1-3 施策3, 1-4 施策4 (and 3 more)"
    assert f"- How goals and measures went in FY2025 (R7), not judged yet: {named}." in page


@pytest.mark.parametrize(
    ("count", "lang", "expected"),
    [
        (2, "en", "The council's rating of sheet 2 (事業1), sheet 3 (事業2)."),
        (2, "ja", "評価シート2（事業1）、評価シート3（事業2）の評価"),
        (6, "en", "The council's rating of the sheets with the numbers 2, 3, 4, 5, 6, 7."),
        (6, "ja", "評価シート（番号 2、3、4、5、6、7）の評価"),
    ],
)
def test_sheets_to_be_rated_are_named_and_many_numbered(
    count: int, lang: str, expected: str
) -> None:
    activate(lang)
    reviews = {"R7": {"progress": "on_schedule"}}
    projects = [
        project(id=f"p{no}", title=f"事業{no}", evaluations=reviews) for no in range(1, count + 1)
    ]
    page = paper(agenda(city(projects=projects), "2026-07-15"), "2026-07-15")
    assert f"- {expected}" in page.splitlines()


def test_the_councils_rating_stands_beside_what_was_judged() -> None:
    rated = {"R7": {"judgement": "概ね順調", "council_rating": "適"}}
    portfolio = city(
        [indicator(targets={"R7": 5}, actuals={"R7": "5"})],
        measure={"evaluations": {"R7": {"council_rating": "否"}}},
        evaluations=rated,
    )
    page = paper(agenda(portfolio, "2026-07-15"), "2026-07-15")
    before = page[page.index("### Interim evaluation") : page.index("### Results by goal")]
    assert re.search(r"概ね順調\s+Rating of the council: 適", before)
    # Beside the rating of a measure its figures stand still.
    assert re.search(r"R7 5人.*Rating of the council: 否", before)


def test_an_outcome_that_is_owed_since_the_introduction_is_decided_stands_with_the_section() -> (
    None
):
    later = {"printed": "事業の進捗に合わせ設定", "decided": "R8.4.1"}
    portfolio = city(projects=[project(owner="市民課", outcome_undecided=later)])
    page = paper(agenda(portfolio, "2026-07-15"), "2026-07-15")
    owed = "an outcome indicator, since its introduction is decided"
    assert f"| 市民ポータル | {owed} | - |" in page


def test_the_day_of_a_proposal_stands_beside_the_day_it_is_to_take_effect() -> None:
    page = paper(agenda(revised(proposed="R8.6.10"), "2026-07-15"), "2026-07-15")
    assert "| 2026-07-01 (proposed 2026-06-10) |" in page


def test_a_draft_is_to_be_approved_and_a_review_to_be_rated() -> None:
    reviews = {"R7": {"progress": "on_schedule"}}
    rated = {"R7": {"progress": "on_schedule", "council_rating": "B"}}
    portfolio = city(
        projects=[
            project(id="a", title="甲", evaluations=reviews),
            project(id="b", title="乙", evaluations=rated),
            project(id="c", title="丙", evaluations={"R6": reviews["R7"]}),
        ],
        stage="draft",
    )
    page = paper(agenda(portfolio, "2026-07-15"), "2026-07-15")
    decide = page[page.index("### To be decided") : page.index("### What was missed")]
    assert "- The plan itself, which is a draft: whether it is approved." in decide
    assert "- The council's rating of sheet 2 (甲)." in decide
    assert "proposed" not in decide


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"remark": "遅れた。", "causes": "入札の不調", "issues": "周知"}, "“遅れた。”"),
        ({"causes": "入札の不調", "issues": "周知"}, "“入札の不調”"),
        ({"issues": "周知"}, "“周知”"),
        ({}, "No reason given."),
    ],
)
def test_why_a_project_is_late_is_told_in_the_words_there_are(
    said: dict[str, str], expected: str
) -> None:
    portfolio = city(projects=[project(evaluations={"R7": {"progress": "delayed", **said}})])
    page = paper(agenda(portfolio, "2026-07-15"), "2026-07-15")
    assert f"- delayed 市民ポータル R7 (sheet 2) {expected}" in page


def test_a_project_late_half_way_says_so() -> None:
    halfway = {"R7": {"progress": "on_schedule"}, "R8": {"half_year": {"progress": "delayed"}}}
    page = paper(agenda(city(projects=[project(evaluations=halfway)]), "2026-11-15"), "2026-11-15")
    assert "- delayed 市民ポータル R8, first half (sheet 2)" in page


HALVES = project(category="A", evaluations={"R8": {"half_year": {"progress": "on_schedule"}}})


@pytest.mark.parametrize(
    ("day", "seen", "rated"),
    [
        ("2026-07-15", "The year that is judged: FY2025 (R7).", False),
        ("2026-09-29", "The year that is judged: FY2025 (R7).", False),
        ("2026-11-15", "Judged are FY2025 (R7) and the first half of FY2026 (R8).", True),
        ("2027-03-31", "The year that is judged: FY2026 (R8).", True),
    ],
)
def test_in_autumn_the_first_half_is_judged_too(day: str, seen: str, *, rated: bool) -> None:
    portfolio = city(projects=[HALVES] if rated else [project(category="A")])
    page = paper(agenda(portfolio, day), day)
    assert seen in page
    assert ("The council's rating of sheet 2 (市民ポータル)." in page) == rated
    yearly = city(projects=[project(category="B")], categories={"B": {"title": "事業"}})
    assert "first half" not in paper(agenda(yearly, day), day)


def test_ids_files_and_days_left_are_nowhere_on_the_paper() -> None:
    portfolio = shipped()
    for name, day in (("ict-katsuyo", "2020-06-01"), ("ict-strategy-1", "2023-06-01")):
        plan = portfolio.plans[name]
        page = paper(agenda_of(plan, portfolio, on(day), Deadlines()), day)
        assert not re.search(r"\bict-(katsuyo|strategy)|\.yaml|days left", page)


def test_the_japanese_paper_has_one_kind_of_date_that_of_the_documents() -> None:
    activate("ja")
    portfolio = shipped()
    for name, day in (("ict-katsuyo", "2020-06-01"), ("ict-strategy-1", "2023-06-01")):
        page = paper(agenda_of(portfolio.plans[name], portfolio, on(day), Deadlines()), day)
        assert not re.search(r"\b20\d\d-\d\d", page)


HOSTILE = (
    "![図](https://example.com/a.png)<script>alert(1)</script>\n\n# 見出し\n\n    code\n"
    "| 表 | [link](javascript:x) `x` @name #12 &amp;\n---\nwww.example.com"
)


def test_wording_of_files_is_no_markup_and_loads_nothing() -> None:
    portfolio = city(
        [
            indicator(
                id="a",
                name=HOSTILE,
                unit=HOSTILE,
                targets={"R7": {"value": "5", "printed": HOSTILE}},
                actuals={"R7": {"value": "4", "remark": HOSTILE}},
                revisions=[{**REVISION, "reason": HOSTILE}],
            ),
            indicator(
                id="b",
                name=HOSTILE,
                targets={"R7": 5},
                amendments=[
                    {"what": "renamed", "date": "R7.4", "old": HOSTILE, "new": HOSTILE},
                    {"what": "dropped", "date": "R7.5", "reason": HOSTILE, "approved_by": HOSTILE},
                ],
            ),
        ],
        projects=[
            project(
                title=HOSTILE,
                owner=HOSTILE,
                overview=HOSTILE,
                actions={"R7": [{"text": HOSTILE, "state": "delayed", "note": HOSTILE}]},
                evaluations={
                    "R7": {
                        "progress": "delayed",
                        "remark": HOSTILE,
                        "achievements": HOSTILE,
                        "instructions": [{"text": HOSTILE}],
                    }
                },
                outcome_indicators=[
                    indicator(
                        name=HOSTILE,
                        baseline={"printed": HOSTILE},
                        targets={"R7": {"value": "5", "printed": HOSTILE}},
                        actuals={"R7": {"value": "4", "printed": HOSTILE, "remark": HOSTILE}},
                    )
                ],
            )
        ],
        title=HOSTILE,
        council=HOSTILE,
    )
    found = agenda(portfolio, "2026-07-15")
    blocks = agenda_report([found], date(2026, 7, 15))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render_markdown(blocks))
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    assert kinds.isdisjoint({"image", "link_open", "html_block", "code_block", "fence", "hr"})
    assert {child.content for child in inner if child.type == "html_inline"} <= {"<br>"}
    headings = [token for token in tokens if token.type == "heading_open"]
    assert len(headings) == sum(isinstance(block, Heading) for block in blocks)
    rows = sum(token.type == "table_open" for token in tokens)
    assert rows == len(tables(blocks))
