"""Judged family by family, in whatever process and run, the same is found as of all at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from case_folders import CASES, TODAY, case_names

from sagaict import language
from sagaict.checking import family as judging
from sagaict.checking.result import CheckResult
from sagaict.checking.run import check, check_files
from sagaict.checking.verdict import Terms, Verdict
from sagaict.domain.reckoning import Reckoning, reckon_by
from sagaict.reading import cache
from sagaict.reading.cache_folder import use_cache
from sagaict.reading.families import families
from sagaict.reading.files import FileOf
from sagaict.reading.listing import list_folder
from sagaict.reading.workspace import Workspace, read_workspace
from sagaict.reporting.check_formats import FORMATS

SHIPPED = Path(__file__).parents[2] / "data"
PLAN = """\
id: {name}
title: 見本の計画
period: {period}
documents: {{plan: {{title: 計画書}}}}
source: plan 1
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: m
        title: 見本の施策
        goal_indicators:
          - id: users
            name: 利用者数
            unit: 人
            direction: increase
            aggregation: annual
"""
EARLIER = PLAN.format(name="early", period="R2-R5") + "            actuals: {R5: 20}\n"
LATER = PLAN.format(name="later", period="R6-R9") + (
    "            targets: {R9: 95}\n            baseline: {value: 10, year: R5}\n"
    "            continues: [{id: NAMED/m/users, basis: stated}]\n"
)
OTHER = PLAN.format(name="other", period="R6-R9") + "            targets: {R9: 95}\n"


def data(root: Path, **plans: str) -> Path:
    (root / "plans").mkdir(parents=True, exist_ok=True)
    for name, text in plans.items():
        (root / f"plans/{name}.yaml").write_text(text, encoding="utf-8")
    return root


def at_once(root: Path, today: date = TODAY) -> CheckResult:
    return check(read_workspace(root, shown_as="data"), today)


def by_families(root: Path, today: date = TODAY) -> CheckResult:
    return check_files(list_folder(root, shown_as="data"), today)


def said(result: CheckResult) -> dict[str, str]:
    """What every form says of it, and what reports never list."""
    forms = {name: form(result) for name, form in FORMATS.items()}
    return forms | {"accepted": str(result.accepted), "counts": f"{result.plans} {result.projects}"}


def rules(result: CheckResult) -> set[str]:
    return {each.rule for each in result.found}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A folder for a cache, in use."""
    use_cache({"SAGAICT_CACHE_DIR": str(tmp_path / "cache")})
    yield tmp_path / "cache"
    use_cache(None)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The families that are judged, by the names of their files."""
    found: list[set[str]] = []
    really = judging.judged

    def noted(workspace: Workspace, terms: Terms) -> Verdict:
        found.append({file.stem for file in workspace.files})
        return really(workspace, terms)

    monkeypatch.setattr(judging, "judged", noted)
    return found


def test_plans_that_name_each_other_are_a_family_with_their_projects(tmp_path: Path) -> None:
    data(tmp_path, early=EARLIER, later=LATER.replace("NAMED", "early"), other=OTHER)
    (tmp_path / "projects/other").mkdir(parents=True)
    (tmp_path / "projects/other/a.yaml").write_text("id: a\nplan: other\n", encoding="utf-8")

    found = families(list_folder(tmp_path))
    assert [[file.stem for file in each.files] for each in found] == [
        ["early", "later"],
        ["other", "a"],
    ]
    assert [each.names for each in found] == [{"early", "later"}, {"other"}]


@pytest.mark.parametrize(
    "case", [case for case in case_names() if (CASES / case / "plans").is_dir()]
)
def test_every_case_is_the_same_by_families(case: str) -> None:
    assert said(by_families(CASES / case)) == said(at_once(CASES / case))


def test_bodies_beside_each_other_are_the_same_by_families(
    tmp_path: Path, judged: list[set[str]]
) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    data(
        tmp_path,
        early=EARLIER + "# sagaict: accept no-milestone: 理由\n# sagiact: accept overdue: 理由\n",
        later=LATER.replace("NAMED", "early").replace("source: plan 1", "source: zzz/plan 1"),
        other=OTHER + "predecessors: [ict-katsuyoo]\n",
        twin=OTHER,
        broken="id: [",
        unlike=OTHER.replace("id: other", "id: unlike").replace("source: plan 1", "source: plam 1"),
    )
    whole = at_once(tmp_path)
    judged.clear()
    found = by_families(tmp_path)

    assert said(found) == said(whole)
    assert len(judged) > 4
    assert rules(found) >= {
        *("unknown-plan", "unknown-document", "duplicate-id", "file-name"),
        *("unknown-directive", "baseline-disagrees"),
    }
    suggestions = {each.args.get("suggestion") for each in found.problems}
    assert "ict-katsuyo" in suggestions  # of another family


def test_what_presumes_that_all_is_read_is_not_said_while_any_file_is_broken(
    tmp_path: Path,
) -> None:
    idle = OTHER + "# sagaict: accept no-milestone: 理由\n"
    wrong = (
        "published: [{id: t, title: 集計, of: 9, counts: {達成: 9, 未達成: 0}, source: plan 1}]\n"
    )
    data(tmp_path, other=idle, counted=PLAN.format(name="counted", period="R2-R5") + wrong)
    assert rules(by_families(tmp_path)) == rules(at_once(tmp_path)) >= {"unused-acceptance"}

    data(tmp_path, broken="id: [")
    assert said(by_families(tmp_path)) == said(at_once(tmp_path))
    assert "unused-acceptance" not in rules(by_families(tmp_path))


@pytest.mark.parametrize("named", ['"\\x65arly/m/users"', '"e\\\n              arly/m/users"'])
def test_a_name_that_only_the_parser_can_read_ties_too(
    tmp_path: Path, judged: list[set[str]], named: str
) -> None:
    data(tmp_path, early=EARLIER, later=LATER.replace("NAMED/m/users", named), other=OTHER)

    assert len(families(list_folder(tmp_path))) == 3  # at first sight
    result = by_families(tmp_path)
    assert "baseline-disagrees" in rules(result)
    assert "unknown-id" not in rules(result)
    assert {"early", "later"} in judged
    assert judged.count({"other"}) == 1
    assert said(result) == said(at_once(tmp_path))


def test_an_id_in_a_file_of_another_name_ties_too(tmp_path: Path) -> None:
    data(
        tmp_path,
        first=EARLIER.replace("id: early", 'id: "\\x65arly"'),
        second=EARLIER.replace("id: early", 'id: "earl\\x79"'),
        later=LATER.replace("NAMED", "early"),
    )
    result = by_families(tmp_path)
    assert rules(result) >= {"duplicate-id", "file-name", "baseline-disagrees"}
    assert said(result) == said(at_once(tmp_path))


def test_where_verdicts_are_known_nothing_is_judged(
    tmp_path: Path, kept: Path, judged: list[set[str]]
) -> None:
    shutil.copytree(SHIPPED, tmp_path / "data")
    data(tmp_path / "data", early=EARLIER, later=LATER.replace("NAMED", "early"), other=OTHER)
    first = said(by_families(tmp_path / "data"))
    assert len(judged) == 3
    assert any(path.stat().st_size > 9_000 for path in kept.glob("*/*"))

    judged.clear()
    assert said(by_families(tmp_path / "data")) == first
    assert judged == []
    language.activate("ja")
    in_japanese = said(by_families(tmp_path / "data"))
    use_cache(None)
    assert said(by_families(tmp_path / "data")) == in_japanese != first
    language.activate("en")


def test_only_what_a_change_concerns_is_judged_again(
    tmp_path: Path, kept: Path, judged: list[set[str]]
) -> None:
    assert not kept.exists()
    root = data(
        tmp_path / "data", early=EARLIER, later=LATER.replace("NAMED", "early"), other=OTHER
    )
    settings = root / "sagaict.yaml"

    def judged_after(change: Callable[[], object], today: date = TODAY) -> int:
        change()
        judged.clear()
        result = by_families(root, today)
        again = len(judged)
        assert said(result) == said(at_once(root, today))
        return again

    def write(path: Path, text: str) -> Callable[[], object]:
        return lambda: path.write_text(text, encoding="utf-8")

    accept = "accept: [{rule: no-milestone, below: other, reason: 一度で達する}]\n"
    thresholds = "rules: {no-milestone: {thresholds: {years: 1}}}\n"
    off = "rules: {no-milestone: {severity: 'off'}}\n"
    lighter = "rules: {no-milestone: {severity: error}}\n"
    assert judged_after(lambda: None) == 2
    assert judged_after(write(root / "plans/early.yaml", EARLIER.replace("20", "10"))) == 1
    assert judged_after(write(settings, accept)) == 0
    assert judged_after(write(settings, lighter)) == 0
    assert judged_after(write(settings, thresholds)) == 2
    assert judged_after(write(settings, off)) == 2
    assert judged_after(settings.unlink) == 0
    assert judged_after(lambda: None, TODAY + timedelta(days=1)) == 2
    assert judged_after((root / "plans/early.yaml").unlink) == 1


def test_years_that_are_reckoned_otherwise_are_judged_anew(
    tmp_path: Path, kept: Path, judged: list[set[str]]
) -> None:
    assert not kept.exists()
    root = data(tmp_path / "data", other=OTHER.replace("R6-R9", "2024-2027").replace("R9", "2027"))
    first = said(by_families(root))
    reckon_by(Reckoning(eras=False))
    try:
        assert said(by_families(root)) != first
    finally:
        reckon_by(Reckoning())
    assert len(judged) == 2
    assert said(by_families(root)) == first


@pytest.mark.parametrize(
    "text", ["id: [", OTHER + "# sagaict: accept no-milestone\n", OTHER + "note: 数 #2は除く\n"]
)
def test_a_family_with_any_problem_is_judged_again(
    tmp_path: Path, kept: Path, judged: list[set[str]], text: str
) -> None:
    assert not kept.exists()
    root = data(tmp_path / "data", other=text)
    assert said(by_families(root)) == said(by_families(root))
    assert len(judged) == 2


@pytest.mark.parametrize(
    "form",
    [
        "[]",
        "7",
        "null",
        '{"plans": 1}',
        '[1, 0, ["other"], ["other"], []]',
        '[1, 0, ["other"], ["other", "", ""], [["no-milestone"]]]',
        '[1, 0, ["other"], ["other", "", ""], [["x", 9, "error", "", "", null, false, "[]"]]]',
        '["1", 0, ["other"], ["other", "", ""], []]',
        '[1, 0, [3], ["other", "", ""], []]',
    ],
)
def test_a_verdict_of_another_form_is_not_believed(
    tmp_path: Path, kept: Path, judged: list[set[str]], form: str
) -> None:
    root = data(tmp_path / "data", other=OTHER)
    whole = said(by_families(root))
    for path in kept.glob("*/*"):
        path.write_bytes(cache._seal(path, form.encode()) + b"\n" + form.encode())  # noqa: SLF001 - as if it were ours
    assert said(by_families(root)) == whole
    assert len(judged) == 2


def test_a_damaged_verdict_is_as_good_as_none_and_is_mended(
    tmp_path: Path, kept: Path, judged: list[set[str]]
) -> None:
    root = data(tmp_path / "data", other=OTHER)
    whole = said(by_families(root))
    before = {path: path.read_bytes() for path in kept.glob("*/*")}
    for path, content in before.items():
        path.write_bytes(content.replace(b"other", b"ether"))
    assert said(by_families(root)) == whole
    assert {path: path.read_bytes() for path in kept.glob("*/*")} == before
    assert len(judged) == 2


def test_what_is_kept_is_of_the_bytes_that_were_judged(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, judged: list[set[str]]
) -> None:
    assert not kept.exists()
    root = data(tmp_path / "data", other=OTHER)
    right, wrong = OTHER.encode(), OTHER.replace("R9: 95", "R9: 95, R8: 96").encode()
    read, seen = FileOf.read, iter([right])

    def changing(file: FileOf) -> bytes:
        """As if the file changed between the first look at it and the judgement."""
        return next(seen, wrong) if file.stem == "other" else read(file)

    monkeypatch.setattr(FileOf, "read", changing)
    by_families(root)
    monkeypatch.setattr(FileOf, "read", read)
    judged.clear()
    assert said(by_families(root)) == said(at_once(root))
    assert len(judged) == 2  # once by families, once at once: nothing was known of these bytes
    judged.clear()
    (root / "plans/other.yaml").write_bytes(wrong)
    by_families(root)
    assert judged == []


def test_a_file_that_cannot_be_read_is_told_of_each_time(
    tmp_path: Path, kept: Path, judged: list[set[str]]
) -> None:
    assert not kept.exists()
    root = data(tmp_path / "data", other=OTHER)
    (root / "plans/nowhere.yaml").symlink_to("missing.yaml")
    assert said(by_families(root)) == said(by_families(root)) == said(at_once(root))
    assert rules(by_families(root)) >= {"unreadable"}
    assert judged.count({"other"}) == 1
