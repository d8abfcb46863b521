"""`sagaict set`: any plain field, as the schema has it, and nothing that has a history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict

from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.project import Project
from sagaict.domain.structure import fields_of
from sagaict.recording.field_rules import AS_A_WHOLE, COMMANDS, DECIDED, FIXED
from test_every_field import DECISIONS


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str) -> Ran:
    return sagaict("set", *arguments, "--today", TODAY, cwd=city.root)


def done(city: Grown, *arguments: str) -> list[str]:
    """The lines it says; the files must be right afterwards."""
    ran = run(city, *arguments)
    assert (ran.code, ran.err) == (0, ""), ran.err
    assert sagaict("check", cwd=city.root).code == 0
    return ran.lines


def refused(city: Grown, *arguments: str) -> str:
    before = (city.plan, city.portal)
    ran = run(city, *arguments)
    assert (ran.code, ran.out) == (2, ""), ran.out
    assert (city.plan, city.portal) == before
    return ran.err.removeprefix("sagaict: ")


def draft(city: Grown) -> None:
    city.write("plans/aoba.yaml", city.plan.replace("period:", "stage: draft\nperiod:", 1))


def test_an_owner_is_corrected_and_the_former_one_is_kept(city: Grown) -> None:
    before = city.portal
    said = done(city, "portal", "owner", "DX推進課", "--reason", "組織改正")
    assert said[0] == "aoba/portal 市民ポータル: Section in charge: 情報政策課 → DX推進課"
    changed = [line for line in changed_lines(before, city.portal) if line != "+\n"]
    assert changed == [
        "-owner: 情報政策課\n",
        "+owner: DX推進課\n",
        "+corrections:\n",
        "+  - field: owner\n",
        "+    old: 情報政策課\n",
        "+    new: DX推進課\n",
        "+    date: R8.11.21\n",
        "+    reason: 組織改正\n",
    ]
    shown = sagaict("show", "aoba/portal", cwd=city.root)
    line = "2026-11-21, owner “情報政策課” → “DX推進課”  reason: 組織改正"
    assert shown.line("2026-11-21, owner").endswith(line)


def test_what_was_missing_is_added_without_a_reason(city: Grown) -> None:
    before = city.plan
    said = done(city, "online", "definition", "手続の件数による。")
    assert said == ["aoba/1-1/online definition: - → 手続の件数による。"]
    assert changed_lines(before, city.plan) == ["+            definition: 手続の件数による。\n"]
    assert "--reason is missing" in refused(city, "online", "definition", "別の定義")


def test_a_reason_that_is_given_is_kept_though_none_is_owed(city: Grown) -> None:
    before = city.plan
    done(city, "online", "owner", "DX推進課", "--reason", "組織改正")
    assert changed_lines(before, city.plan)[-6:] == [
        "+corrections:\n",
        "+  - of: aoba/1-1/online\n",
        "+    field: owner\n",
        "+    new: DX推進課\n",
        "+    date: R8.11.21\n",
        "+    reason: 組織改正\n",
    ]


def test_a_correction_in_a_measure_says_what_it_is_of(city: Grown) -> None:
    done(city, "online", "note", "一")
    done(city, "online", "note", "二", "--reason", "誤記", "--source", "main p.9")
    assert "corrections:\n  - of: aoba/1-1/online\n    field: note\n    old: 一\n" in city.plan
    assert "[main p.9]" in sagaict("show", "online", cwd=city.root).out


@pytest.mark.parametrize("values", [["公民館、教育局/生涯学習課"], ["公民館", "教育局/生涯学習課"]])
def test_several_owners_with_their_bureaux(city: Grown, values: list[str]) -> None:
    done(city, "portal", "owner", *values, "--reason", "組織改正")
    assert "owner:\n  - 公民館\n  - section: 生涯学習課\n    bureau: 教育局\n" in city.portal


@pytest.mark.parametrize("name", ["owner", "OWNER", "所管課"])
def test_a_field_is_called_as_in_the_file_or_in_the_schema(city: Grown, name: str) -> None:
    assert done(city, "online", name, "情報政策課")
    assert "            owner: 情報政策課\n" in city.plan


def test_a_path_leads_to_years_and_entries(city: Grown) -> None:
    done(city, "online", "targets.令和9年度.note", "必達")
    assert "R9:\n                value: 90\n                note: 必達\n" in city.plan
    done(city, "aoba/1", "aim", "便利にする。")
    assert "    title: 便利なまち\n    aim: 便利にする。\n" in city.plan
    done(city, "aoba", "goals.1.slogan", "近い市役所")
    assert "    slogan: 近い市役所\n    aim:" in city.plan
    done(city, "1-1", "sdgs", "9", "11")
    assert "        sdgs:\n          - 9\n          - 11\n" in city.plan


def test_a_document_and_a_category_need_no_more_than_a_title(city: Grown) -> None:
    done(city, "aoba", "documents.r8", "令和8年度実績報告")
    assert "  r8:\n    title: 令和8年度実績報告\n" in city.plan
    done(city, "aoba", "categories.A", "重点事業")
    done(city, "aoba", "categories.A.review", "半年ごと")
    assert "  A:\n    title: 重点事業\n    review: half_yearly\n" in city.plan


def test_words_and_flags_are_read_in_both_languages(city: Grown) -> None:
    draft(city)
    done(city, "1-1/hours", "direction", "decrease")
    assert "it can be" not in refused(city, "1-1/hours", "direction", "sideways")
    text = refused(city, "1-1/hours", "direction", "横")
    assert text.startswith("“横” is not possible here; choose from: increase (")
    done(city, "1-1", "priority", "はい")
    assert "        priority: true\n" in city.plan
    assert "neither yes nor no" in refused(city, "1-1", "priority", "たぶん")


@pytest.mark.parametrize(
    ("thing", "field", "command"),
    [
        ("aoba", "title", "rename"),
        ("aoba", "period", "extend"),
        ("aoba", "stage", "approve"),
        ("aoba", "evaluations.R7.remark", "evaluate"),
        ("aoba", "goals.1.title", "rename"),
        ("aoba", "goals.2", "add goal"),
        ("1-1", "title", "rename"),
        ("portal", "title", "rename"),
        ("portal", "actions.R7.1.state", "act"),
        ("online", "name", "rename"),
        ("online", "targets.R9", "revise"),
        ("online", "targets.R9.value", "revise"),
        ("online", "actuals.R6.value", "record --correct"),
    ],
)
def test_what_has_a_history_names_its_command(
    city: Grown, thing: str, field: str, command: str
) -> None:
    text = refused(city, thing, field, "x")
    assert text == (
        f"“{field}” has a history in an approved plan; change it with sagaict {command}\n"
    )


def test_what_the_council_decides_needs_its_approval(city: Grown) -> None:
    assert "who approved it is missing" in refused(
        city, "1-1/hours", "aggregation", "annual", "--reason", "集計の変更"
    )
    done(city, "visits", "unit", "回", "--reason", "数え方", "--approved-by", "DX会議")
    entry = city.portal.partition("amendments:\n")[2]
    assert entry.startswith(
        "      - what: redefined\n        date: R8.11.21\n"
        '        old: "unit: 件"\n        new: "unit: 回"\n        reason: 数え方\n'
    )


@pytest.mark.parametrize("field", ["id", "amendments", "corrections"])
def test_ids_and_the_history_are_not_set(city: Grown, field: str) -> None:
    draft(city)
    assert "change" in refused(city, "portal", field, "x")


def test_in_a_draft_anything_is_set_without_a_history(city: Grown) -> None:
    draft(city)
    done(city, "online", "targets.R9", "95")
    done(city, "aoba", "title", "新しい名称")
    done(city, "aoba", "goals.2", "安全なまち")
    assert "corrections" not in city.plan
    assert "  - no: 2\n    title: 安全なまち\n" in city.plan
    done(city, "aoba", "goals.2", "--unset")
    assert "安全なまち" not in city.plan


def test_what_stands_there_is_taken_away(city: Grown) -> None:
    before = city.portal
    done(city, "portal", "owner", "--unset", "--reason", "廃課")
    assert "-owner: 情報政策課\n" in changed_lines(before, city.portal)
    assert "nothing at “owner”" in refused(city, "portal", "owner", "--unset")
    assert "cannot be missing" in refused(city, "portal", "source", "--unset", "--reason", "x")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("portal", "ownr", "x"), "did you mean owner?"),
        (("portal", "title.name", "x"), "nothing lies below it"),
        (("portal", "owner", ""), "add --unset"),
        (("portal", "owner"), "add --unset"),
        (("portal", "owner", "情報政策課", "--reason", "x"), "is that already"),
        (("portal", "overview", "甲", "乙", "--reason", "x"), "put it in quotes"),
        (("portal", "owner", "甲\n乙", "--reason", "x"), "several lines"),
        (("portal", "owner", "甲\x00", "--reason", "x"), "cannot stand in a file (U+0000)"),
        (("portal", "owner", "甲", "--reason", " "), "says nothing"),
        (("portal", "owner", "甲", "--unset"), "contradict each other"),
        (("portal", "actions", "x"), "sagaict add"),
        (("online", "targets.いつか.note", "x"), "neither a fiscal year nor a period"),
        (("online", "baseline", "x"), "takes more than one value"),
        (("online", "source", "第4章"), "is no citation"),
        (
            ("online", "source", "plan p.1", "--reason", "x"),
            "sagaict set aoba documents.plan TITLE",
        ),
        (("aoba", "documents", "x"), "name the one that is meant: documents.KEY"),
        (("aoba", "documents.a/b", "x"), "cannot be changed so"),
        (("aoba", "categories..title", "x"), "cannot be changed so"),
        (("nowhere", "owner", "x"), "there is no “nowhere” in the data"),
    ],
)
def test_what_cannot_be_is_refused(city: Grown, arguments: tuple[str, ...], text: str) -> None:
    assert text in refused(city, *arguments)


def test_the_settings_are_begun_changed_and_emptied(city: Grown) -> None:
    path = city.root / "data" / "sagaict.yaml"
    assert not path.exists()
    said = done(city, "settings", "cycle.council", "7-15", "1-20")
    assert said == ["sagaict.yaml cycle.council: - → 7-15, 1-20"]
    assert path.read_text() == "cycle:\n  council:\n    - 7-15\n    - 1-20\n"
    done(city, "sagaict.yaml", "rules.overdue.severity", "情報")
    assert path.read_text().startswith("rules:\n  overdue:\n    severity: info\n")
    assert "13-45" in refused(city, "settings", "cycle.council", "13-45")
    done(city, "settings", "rules.overdue", "--unset")
    assert path.read_text() == "cycle:\n  council:\n    - 7-15\n    - 1-20\n"


def test_settings_that_are_all_comments_keep_them(city: Grown) -> None:
    path = city.root / "data" / "sagaict.yaml"
    path.write_text("# まだ何もない\n")
    done(city, "settings", "cycle.figures_due", "4-30")
    assert path.read_text() == "# まだ何もない\ncycle:\n  figures_due: 4-30\n"


def test_a_dry_run_shows_it_and_writes_nothing(city: Grown) -> None:
    before = city.plan
    ran = run(city, "online", "definition", "新", "--dry-run")
    assert (ran.code, city.plan) == (0, before)
    assert "+            definition: 新" in ran.out


def test_nothing_is_half_written_where_nothing_can_be(city: Grown) -> None:
    folder = city.root / "data" / "plans"
    shutil.copy(folder / "aoba.yaml", city.root / "kept.yaml")
    (folder / "aoba.yaml").unlink()
    (folder / "aoba.yaml").symlink_to(city.root / "kept.yaml")
    ran = run(city, "portal", "owner", "甲", "--reason", "x")
    assert ran.code == 2
    assert (city.root / "kept.yaml").read_text() == Grown.FILES["plans/aoba.yaml"]


def test_an_unknown_document_is_asked_for(city: Grown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sagaict.cli.frame.asking.can_ask", lambda: True)
    ran = sagaict(
        *("record", "satisfied", "R7", "70", "--source", "r7 p.1", "--today", TODAY),
        cwd=city.root,
        stdin="令和7年度実績\n".encode(),
    )
    assert ran.code == 0, ran.err
    assert "“r7” is no document of aoba yet" in ran.err
    assert "  r7:\n    title: 令和7年度実績\n" in city.plan
    monkeypatch.undo()
    ran = sagaict(
        *("record", "hours", "R7", "900", "--source", "r9 p.1", "--today", TODAY), cwd=city.root
    )
    assert "sagaict set aoba documents.r9 TITLE" in ran.err


def test_every_rule_is_about_a_field_there_is() -> None:
    kinds = (Plan, Goal, Measure, Project, Indicator, Part)
    fields = {f"{kind.__name__}.{name}" for kind in kinds for name in fields_of(kind)}
    fields |= {f"{kind}.{name}" for kind, names in DECISIONS.items() for name in names}
    assert {*FIXED, *AS_A_WHOLE, *COMMANDS, *DECIDED} <= fields
    told = {
        f"{kind}.{name}"
        for kind, names in DECISIONS.items()
        for name, words in names.items()
        if "told" in words.split()
    }
    assert told >= DECIDED


def test_several_owners_are_given_one_after_the_other(city: Grown) -> None:
    done(city, "portal", "owner", "甲課", "乙課", "--reason", "共管")
    assert "owner:\n  - 甲課\n  - 乙課\n" in city.portal


def test_an_entry_of_several_values_is_given_field_by_field(city: Grown) -> None:
    done(
        city,
        "aoba",
        "meetings.+",
        "body=DX会議",
        "date=R8.5.20",
        "result＝原案を承認",
        "views=賛成",
        "views=継続を望む",
    )
    assert (
        "meetings:\n  - body: DX会議\n    date: R8.5.20\n    result: 原案を承認\n"
        "    views:\n      - 賛成\n      - 継続を望む\n"
    ) in city.plan
    done(city, "aoba", "meetings.+", "会議等の名称=議会")
    assert "  - body: 議会\n" in city.plan
    done(city, "aoba", "meetings.2.date", "R8.6.1")
    assert "  - body: 議会\n    date: R8.6.1\n" in city.plan
    done(city, "aoba", "policies.online", "title=オンライン化", "no=1")
    assert "policies:\n  - id: online\n    no: 1\n    title: オンライン化\n" in city.plan
    draft(city)
    done(city, "1-1/hours", "baseline", "value=2,000", "year=R5")
    assert "baseline:\n              value: 2,000\n              year: R5\n" in city.plan
    assert "value, year" in refused(city, "1-1/satisfied", "baseline", "5")


def test_the_former_words_of_a_history_are_never_set(city: Grown) -> None:
    for field in ("revisions", "corrections", "corrections.+"):
        assert "the history" in refused(city, "aoba", field, "x")


def test_the_fields_there_are_have_their_japanese_names_beside_them(city: Grown) -> None:
    assert "overview（" not in refused(city, "portal", "foo", "bar")
    assert "owner（所管課）" in refused(city, "portal", "foo", "bar", "--lang", "ja")


def test_what_is_kept_of_an_internal_note_is_not_published(city: Grown) -> None:
    done(city, "portal", "internal_note", "単価の交渉中", "--reason", "内部の経過")
    done(city, "portal", "note", "市民課と共有", "--reason", "補足")
    site = city.root / "public"
    assert sagaict("site", "--public", "-o", str(site), "--today", TODAY, cwd=city.root).code == 0
    pages = "".join(each.read_text(encoding="utf-8") for each in site.rglob("*.html"))
    told = [word in pages for word in ("市民課と共有", "単価の交渉中", "内部の経過")]
    assert told == [True, False, False]
