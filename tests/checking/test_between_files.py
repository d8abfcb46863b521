"""Files read together: everything wrong comes at once, in order, and nothing wrong is made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from case_folders import TODAY, as_lines, basic_problems

from sagaict.checking.family import findings
from sagaict.checking.run import check
from sagaict.reading.problem import Place, Problem
from sagaict.reading.workspace import read_workspace

SHIPPED = Path(__file__).parents[2] / "data"
PLAN = """\
id: p
title: 見本の計画
period: R6-R9
documents: {plan: {title: 計画書}}
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        source: plan 1
"""
PROJECT = """\
id: a
plan: p
measure: 1-1
title: 見本の事業
source: plan 2
"""


def workspace(root: Path, **files: str) -> Path:
    """Files named like `plans__p` or `projects__p__a`."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def only_problem(root: Path) -> Problem:
    (problem,) = basic_problems(root)
    return problem


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


def test_the_shipped_data_has_no_problem() -> None:
    read = read_workspace(SHIPPED)

    assert (read.problems, read.broken) == ((), ())
    assert findings(read) == []
    assert basic_problems(SHIPPED) == []
    assert check(read, TODAY).count("error") == 0


def test_the_shipped_data_is_more_than_a_handful() -> None:
    read = read_workspace(SHIPPED)

    assert {plan.id for _file, plan in read.plans} == {
        *("johoka-kihon", "joho-management", "ict-katsuyo"),
        *("ict-strategy-1", "ict-strategy-2", "dx-plan"),
    }
    assert len(read.projects) >= 60


def test_problems_of_several_broken_files_come_in_one_run(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__p=PLAN.replace("title: 見本の計画\n", "") + "nots: x\n",
        plans__q="id: q\n\ttitle: x\n",
        plans__r=PLAN.replace("id: p", "id: x").replace("source: plan 1", "source: plam 1"),
        projects__p__a=PROJECT.replace("measure", "mesure"),
        projects__r__b="",
    )

    assert as_lines(basic_problems(root)) == [
        "plans/p.yaml:1:5 missing-key",
        "plans/p.yaml:11:1 unknown-key",
        "plans/q.yaml:2:1 yaml-tab",
        "plans/r.yaml:1:5 file-name",
        "plans/r.yaml:11:17 unknown-document",
        "projects/p/a.yaml:1:5 missing-key",
        "projects/p/a.yaml:3:1 unknown-key",
        "projects/r/b.yaml:1:1 yaml-empty",
    ]


def test_a_broken_plan_is_not_called_missing_by_those_that_name_it(shipped: Path) -> None:
    plan = shipped / "plans/ict-strategy-1.yaml"
    lines = plan.read_text(encoding="utf-8").split("\n")
    number = lines.index("period: R2-R5")
    lines[number] = "period: R5-R2"
    plan.write_text("\n".join(lines), encoding="utf-8")

    assert as_lines(basic_problems(shipped)) == [f"plans/ict-strategy-1.yaml:{number + 1}:9 period"]


def test_a_broken_project_is_not_called_missing_by_those_that_name_it(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__p=PLAN + "policies:\n  - {id: open, title: 方針, projects: [a, b]}\n",
        projects__p__a=PROJECT + "note:\n  - x\n",
        projects__p__c=PROJECT.replace("id: a", "id: c")
        + "continues: [{id: p/a, basis: stated}, {id: p/b, basis: stated}]\n",
    )

    assert as_lines(basic_problems(root)) == [
        "plans/p.yaml:13:41 unknown-project",
        "projects/p/a.yaml:6:1 not-a-scalar",
        "projects/p/c.yaml:6:44 unknown-id",
    ]


def test_what_a_broken_plan_does_not_hold_is_still_missed_elsewhere(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__p=PLAN + "predecessors: [q, r]\n",
        plans__q="id: [q]\n",
    )

    assert "plans/p.yaml:12:19 unknown-plan" in as_lines(basic_problems(root))
    assert "plans/p.yaml:12:16 unknown-plan" not in as_lines(basic_problems(root))


@pytest.mark.parametrize(
    ("changes", "meant"),
    [
        ({"plan: p\n": "plan: ict-strategi-1\n"}, "ict-strategy-1"),
        ({"measure: 1-1": "measure: 1-l"}, "1-1"),
        ({"source: plan 2": "source: plam 2"}, "plan"),
        ({"title: 見本の事業": "title: 見本の事業\ncategory: Aa"}, "A"),
        ({"title: 見本の事業": "title: 事業\ncontinues: [{id: p/1-2, basis: stated}]"}, "p/1-1"),
        ({"measure: 1-1": "measure: zzz"}, ""),
    ],
)
def test_the_nearest_id_that_exists_is_suggested(
    tmp_path: Path, changes: dict[str, str], meant: str
) -> None:
    text = PROJECT
    for old, new in changes.items():
        text = text.replace(old, new)
    folder = "ict-strategi-1" if "strategi-" in text else "p"
    root = workspace(
        tmp_path,
        plans__p=PLAN + "categories: {A: {title: 重点}}\n",
        **{"plans__ict-strategy-1": PLAN.replace("id: p", "id: ict-strategy-1")},
        **{f"projects__{folder}__a": text},
    )

    assert only_problem(root).args["suggestion"] == meant


def test_the_first_bearer_of_an_id_is_named_with_the_second(tmp_path: Path) -> None:
    root = workspace(
        tmp_path, plans__p=PLAN, **{"projects__p__1-1": PROJECT.replace("id: a", "id: 1-1")}
    )
    problem = only_problem(root)

    assert (problem.path, problem.place) == ("./projects/p/1-1.yaml", Place(1, 5, 3))
    assert problem.related == (("./plans/p.yaml", Place(9, 13, 3)),)
    assert problem.excerpt == "id: 1-1"


def test_the_plan_that_does_not_answer_is_shown(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__p=PLAN + "successors: [q]\n",
        plans__q=PLAN.replace("id: p", "id: q") + "predecessors: []\n",
    )
    problem = only_problem(root)

    assert (problem.path, problem.place) == ("./plans/p.yaml", Place(12, 14, 1))
    assert problem.related == (("./plans/q.yaml", Place(12, 1, 12)),)


def test_a_source_may_name_a_document_of_another_plan(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__p=PLAN,
        plans__q=PLAN.replace("id: p", "id: q")
        .replace("plan: {", "review: {")
        .replace("source: plan 1", "source: p/plan 1"),
    )

    assert basic_problems(root) == []


def test_every_source_wherever_it_stands_is_followed(tmp_path: Path) -> None:
    indicator = """\
outcome_indicators:
  - id: users
    name: 利用者数
    unit: 人
    direction: increase
    aggregation: level
    baseline: {value: 1, source: x1 1}
    targets: {R9: {value: 2, source: x2 1}}
    actuals:
      R6: {value: 1, source: x3 1, earlier: [{value: 0, source: x4 1}]}
    revisions:
      - {year: R9, date: R7.4.1, old: {value: 3, source: x5 1}, new: 2, source: x6 1}
    continues: [{id: p/a/users, basis: stated, source: x7 1}]
    source: x8 1
evaluations: {R6: {source: x9 1}}
"""
    root = workspace(tmp_path, plans__p=PLAN, projects__p__a=PROJECT + indicator)
    problems = basic_problems(root)

    assert {problem.rule for problem in problems} == {"unknown-document"}
    assert [problem.args["id"] for problem in problems] == [f"x{n}" for n in range(1, 10)]


def test_revisions_may_stand_in_any_order(tmp_path: Path) -> None:
    indicator = """\
outcome_indicators:
  - id: users
    name: 利用者数
    unit: 人
    direction: increase
    aggregation: level
    targets: {R9: 100}
    revisions:
      - {year: R9, date: R8.4.1, old: 110, new: 100}
      - {year: R9, date: R7.4.1, old: 120, new: 110}
"""
    root = workspace(tmp_path, plans__p=PLAN, projects__p__a=PROJECT + indicator)

    assert basic_problems(root) == []


def test_the_order_is_by_file_then_from_top_to_bottom(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        plans__b=PLAN.replace("id: p", "id: 1") + "successors: [x]\npredecessors: [y]\n",
        plans__a=PLAN.replace("id: p", "id: 2").replace("plan 1", "plan1 1"),
    )
    problems = basic_problems(root)

    assert as_lines(problems) == [
        "plans/a.yaml:1:5 file-name",
        "plans/a.yaml:11:17 unknown-document",
        "plans/b.yaml:1:5 file-name",
        "plans/b.yaml:12:14 unknown-plan",
        "plans/b.yaml:13:16 unknown-plan",
    ]
    assert problems == sorted(problems, key=lambda problem: problem.sort_key)


def test_the_order_of_the_file_system_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{letter}{number}" for number in range(3) for letter in "zam"]
    for folder, order in (("one", names), ("two", names[::-1])):
        for name in order:
            workspace(tmp_path / folder, **{f"plans__{name}": PLAN.replace("R6-R9", name)})
            workspace(tmp_path / folder, **{f"projects__{name}__a": PROJECT})
    monkeypatch.chdir(tmp_path)

    assert basic_problems(Path("one")) == basic_problems(Path("two"))
    assert as_lines(basic_problems(Path("one")))[0].startswith("plans/a0.yaml")


@pytest.mark.parametrize(
    ("broken", "rule"), [("q.yaml", "unreadable"), ("folder.yaml", "not-a-file")]
)
def test_a_file_that_cannot_be_read_does_not_stop_the_check(
    tmp_path: Path, broken: str, rule: str
) -> None:
    root = workspace(tmp_path, plans__p=PLAN.replace("id: p", "id: 1"))
    (root / "plans/q.yaml").symlink_to(broken)
    (root / "plans/folder.yaml").mkdir()

    assert as_lines(basic_problems(root)) == [
        "plans/folder.yaml:1:1 not-a-file",
        "plans/p.yaml:1:5 file-name",
        f"plans/q.yaml:1:1 {rule}",
    ]


def test_a_blemished_file_is_checked_like_a_good_one(tmp_path: Path) -> None:
    root = workspace(tmp_path, plans__p="\ufeff" + PLAN.replace("id: p", "id: 1"))

    assert as_lines(basic_problems(root)) == [
        "plans/p.yaml:1:1 byte-order-mark",
        "plans/p.yaml:1:5 file-name",
    ]
