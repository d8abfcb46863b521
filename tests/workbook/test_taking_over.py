"""What becomes of what was filled in, and of nothing else."""

from __future__ import annotations

from decimal import Decimal

from parts import with_parts
from town import Town

from sagaict.domain.fiscal import FiscalYear
from sagaict.workbook.figures import Sources

ONLINE, CALLS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7"
PARTS = ("east", "west")
WAITING, LEAKS, VISITS = "aoba/1-2/waiting@R7", "aoba/1-2/leaks@R7", "aoba/portal/visits@R7"


def test_a_figure_is_one_line_of_the_file(town: Town) -> None:
    came = town.take(town.book().fill({(ONLINE, "value"): 61.5}))
    assert came.lines == ([], ["R7: 61.5"])


def test_a_provisional_figure_is_kept_when_the_final_one_comes(town: Town) -> None:
    cells = {(WAITING, "value"): 17, (WAITING, "state"): "確定", (WAITING, "as_of"): "R8.3"}
    actual = town.take(town.book().fill(cells)).actual("aoba/1-2/waiting", 2025)
    assert (actual.value, actual.state, str(actual.as_of)) == (Decimal(17), "final", "R8.3")
    (earlier,) = actual.earlier
    assert (earlier.value, earlier.state, str(earlier.as_of)) == (
        Decimal("18.5"),
        "provisional",
        "R8.2",
    )


def test_what_stands_beside_a_new_figure_belongs_to_it(town: Town) -> None:
    came = town.take(town.book().fill({(WAITING, "value"): 17}))
    actual = came.actual("aoba/1-2/waiting", 2025)
    assert (actual.value, actual.state, str(actual.as_of)) == (Decimal(17), "provisional", "R8.2")


def test_a_state_nobody_looked_at_is_asked_about_once_the_year_is_over(town: Town) -> None:
    book = town.book().fill({(WAITING, "value"): 17})
    assert town.take(book).doubts == [(book.at(WAITING, "state"), "still-unsettled")]
    seen = town.book().fill({(WAITING, "value"): 17, (WAITING, "state"): "確定"})
    assert town.take(seen).doubts == []


def test_a_final_figure_is_corrected_with_a_reason(town: Town) -> None:
    cells = {(LEAKS, "value"): 1, (LEAKS, "correction"): "集計もれ"}
    actual = town.take(town.book().fill(cells)).actual("aoba/1-2/leaks", 2025)
    assert (actual.value, actual.remark) == (Decimal(1), "今年もなかった。")
    (earlier,) = actual.earlier
    assert (earlier.value, earlier.note) == (Decimal(0), "監査済み 訂正：集計もれ")


def test_only_the_remark_changes_if_only_the_remark_was_changed(town: Town) -> None:
    came = town.take(town.book().fill({(LEAKS, "remark"): "今年もなかった。\n訓練も行った。"}))
    assert came.refused == []
    actual = came.actual("aoba/1-2/leaks", 2025)
    assert actual.remark == "今年もなかった。\n訓練も行った。"
    assert (actual.value, actual.note, actual.earlier) == (Decimal(0), "監査済み", ())


def test_awaited_becomes_known(town: Town) -> None:
    came = town.take(town.book().fill({(VISITS, "value"): 1200, (VISITS, "state"): None}))
    assert came.lines == (["R7:", "state: pending"], ["R7:", "value: 1,200"]) or (
        came.actual("aoba/portal/visits", 2025).value == 1200
    )
    assert came.actual("aoba/portal/visits", 2025).state == "final"


def test_a_source_may_be_given_for_all_that_name_none(town: Town) -> None:
    cells = {(ONLINE, "value"): 61, (CALLS, "value"): 40000, (CALLS, "source"): "main p.9"}
    came = town.take(town.book().fill(cells), sources=Sources("report 令和7年度"))
    assert came.actual("aoba/1-1/online", 2025).source == "report 令和7年度"
    assert came.actual("aoba/1-1/calls", 2025).source == "main p.9"


def test_a_figure_without_a_source_is_refused_where_one_is_required(town: Town) -> None:
    text = "              R9: 30,000\n            actuals:\n              R6: 45,000\n"
    town.change("plans/aoba.yaml", f"{text}            source: main p.1\n", text)
    town.change("plans/aoba.yaml", "    title: 年次報告\n", "    title: 年次報告\nsource: main\n")
    required = Sources(required=True)
    book = town.book().fill({(ONLINE, "value"): 61, (CALLS, "value"): 40000})
    came = town.take(book, sources=required)
    assert came.refused == [(book.at(CALLS, "source"), "source-missing")]
    assert town.take(book.fill({(CALLS, "source"): "main p.9"}), sources=required).refused == []


def test_text_that_looks_like_a_formula_stays_text(town: Town) -> None:
    came = town.take(town.book().fill({(ONLINE, "value"): 61, (ONLINE, "note"): "=内訳は別紙"}))
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).note == "=内訳は別紙"


def test_readings_of_kanji_are_no_part_of_the_text(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61, (ONLINE, "note"): "周知した。"})
    reading = '<t>周知した。</t><rPh sb="0" eb="2"><t>シュウチ</t></rPh>'.encode()
    content = with_parts(
        book.content,
        {"xl/sharedStrings.xml": lambda old: old.replace("<t>周知した。</t>".encode(), reading)},
    )
    assert content != book.content
    assert town.take(content).actual("aoba/1-1/online", 2025).note == "周知した。"


def test_actions_are_taken_over(town: Town) -> None:
    key = "aoba/portal@R7#1"
    came = town.take(town.book().fill({(key, "state"): "遅れ", (key, "note"): "入札不調"}))
    (project,) = (each for _, each in came.change_set.workspace().projects if each.id == "portal")
    first, second = project.actions[FiscalYear(2025)]
    assert (first.text, first.state, first.note) == ("設計", "delayed", "入札不調")
    assert (second.text, second.state, second.note) == ("公開", "on_schedule", None)


def test_a_note_on_an_action_leaves_its_state(town: Town) -> None:
    came = town.take(town.book().fill({("aoba/portal@R7#2", "note"): "年度末に公開"}))
    assert came.lines == ([], ["note: 年度末に公開"])


def test_evaluations_are_taken_over(town: Town) -> None:
    key = "aoba/portal@R7"
    cells = {
        (key, "achievements"): "3回の説明会\n利用者の声の収集",
        (key, "outlook"): "拡大",
        (key, "self_rating"): "B",
    }
    came = town.take(town.book().fill(cells))
    assert came.refused == []
    (project,) = (each for _, each in came.change_set.workspace().projects if each.id == "portal")
    found = project.evaluations[FiscalYear(2025)]
    assert (found.achievements, found.outlook, found.self_rating) == (
        "3回の説明会\n利用者の声の収集",
        "expand",
        "B",
    )
    assert (found.progress, found.issues) == ("on_schedule", "利用が伸びない。")


def test_a_project_without_an_evaluation_gets_one(town: Town) -> None:
    came = town.take(town.book().fill({("aoba/kiosk@R7", "progress"): "計画どおり"}))
    (project,) = (each for _, each in came.change_set.workspace().projects if each.id == "kiosk")
    assert project.evaluations[FiscalYear(2025)].progress == "on_schedule"


def test_taking_over_twice_changes_nothing_more(town: Town) -> None:
    book = town.book().fill(
        {(ONLINE, "value"): 61, (CALLS, "value"): "約40,000件", (WAITING, "remark"): "混雑した。"}
    )
    town.take(book).change_set.commit()
    came = town.take(book)
    assert (came.refused, came.taken.changed, came.taken.known) == ([], 0, 3)
    assert came.change_set.edits() == []


def test_the_figures_of_parts_go_out_and_come_back_one_by_one(town: Town) -> None:
    town.change(
        "projects/aoba/portal.yaml",
        "    actuals:\n      R7:\n        state: pending\n",
        "    parts:\n      - {id: east, name: 東}\n      - {id: west, name: 西, reading: true}\n",
    )
    book = town.book().fill({(f"aoba/portal/visits/{part}@R7", "value"): 1100 for part in PARTS})
    came = town.take(book)
    assert came.refused == []
    found = [came.actual(f"aoba/portal/visits/{part}", 2025).value for part in PARTS]
    assert found == [Decimal(1100)] * 2
    assert {row.known["name"] for row in town.rows().results if "visits" in row.key} == {
        "年間利用件数: 東",
        "年間利用件数: 西",
    }
