"""`sagaict check --fix` mends what has one right answer, and leaves every other byte alone."""

from __future__ import annotations

import pytest
from running import TODAY, Ran, sagaict
from spoiled_city import PROJECT, City

from sagaict.checking.fixes import fixed_text
from sagaict.domain.plan import Plan
from sagaict.reading.validation import load
from sagaict.reading.yaml_events import parse_marked

pytest_plugins = ["plug_fixtures"]

KIOSK = "projects/aoba/kiosk.yaml"


def fix(city: City, *arguments: str) -> Ran:
    return sagaict("check", "--fix", "--today", TODAY, *arguments, cwd=city.root)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("８０", "80"),
        ("'８０'  # 注", "80  # 注"),
        ("１，０００", "1,000"),
        ("1_000", "1,000"),
        ("{value: 1_000, note: 注}", '{value: "1,000", note: 注}'),
        ("{value: '1_000'}", '{value: "1,000"}'),
        ("{value: ８１}", "{value: 81}"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_numbers_are_mended_and_nothing_else(city: City, wrong: str, right: str, end: str) -> None:
    text = "# はじめ \n" + PROJECT.replace("owner: 市民課", "owner:   '市民課'  # 全角８")
    text = text.replace("\n", end)
    city.write(KIOSK, text.replace("R9: 80", f"R9: {wrong}"))
    ran = fix(city)
    assert city.read(KIOSK) == text.replace("R9: 80", f"R9: {right}")
    assert ran.err == "mended: 1\n"
    assert "number-" not in ran.out


@pytest.mark.parametrize("wrong", ["900①", "９００①", "12²", "⑩"])
def test_a_mark_beside_a_number_is_never_made_a_digit_of_it(city: City, wrong: str) -> None:
    text = PROJECT.replace("R9: 80", f"R9: {wrong}")
    city.write(KIOSK, text)
    ran = fix(city)
    assert city.read(KIOSK) == text
    assert "[number-not-number]" in ran.out


def test_the_byte_order_mark_goes(city: City) -> None:
    city.write(KIOSK, "\ufeff" + PROJECT.replace("R9: 80", "R9: ８０"))
    assert fix(city).err == "mended: 2\n"
    assert city.read(KIOSK) == PROJECT


def test_an_acceptance_that_fits_nothing_goes(city: City) -> None:
    alone = "  # sagaict: accept overdue: 古い理由\r\n"
    behind = "  # sagaict: accept overdue, target-too-low: 古い理由"
    city.change(KIOSK, "  - id: satisfied\n", f"{alone}  - id: satisfied\n")
    city.change(KIOSK, "R7: 60\n", f"R7: 60{behind}\n")
    assert fix(city).code == 0
    assert city.read(KIOSK) == PROJECT


def test_of_several_accepted_rules_only_the_idle_one_goes(city: City) -> None:
    comment = "# sagaict: accept overdue, unmet-without-remark: 調べている"
    city.change(KIOSK, "      R7:\n        value: 61", f"      R7:  {comment}\n        value: 41")
    assert fix(city).code == 0
    assert "R7:  # sagaict: accept unmet-without-remark: 調べている\n" in city.read(KIOSK)


def test_idle_entries_of_the_settings_are_left_to_their_author(city: City) -> None:
    text = "accept:\n  - rule: overdue\n    below: aoba\n    reason: 理由\n"
    city.write("sagaict.yaml", text)
    assert "unused-acceptance" in fix(city, "--format", "concise").out
    assert city.read("sagaict.yaml") == text


def test_a_text_that_quotes_an_acceptance_is_no_acceptance(city: City) -> None:
    quoted = "'規則は # sagaict: accept overdue: 理由 と書く'"
    block = "|\n          # sagaict: accept overdue: 理由\n          本文"
    for note in (quoted, block):
        city.write(
            KIOSK, PROJECT.replace("R7: 60\n", f"R7:\n        value: 60\n        note: {note}\n")
        )
        before = city.read(KIOSK)
        assert fix(city).err == ""
        assert city.read(KIOSK) == before


def test_an_entry_of_the_settings_that_quotes_one_is_left(city: City) -> None:
    text = "accept: [{rule: overdue, reason: '# sagaict: 理由', below: aoba}]\n"
    city.write("sagaict.yaml", text)
    assert "unused-acceptance" in fix(city, "--format", "concise").out
    assert city.read("sagaict.yaml") == text


def test_a_second_time_changes_nothing(city: City) -> None:
    city.spoil()
    first = fix(city)
    mended = {path: path.read_bytes() for path in city.root.rglob("*.yaml")}
    second = fix(city)
    assert (first.err, second.err) == ("mended: 1\n", "")
    assert first.out == second.out
    assert {path: path.read_bytes() for path in city.root.rglob("*.yaml")} == mended


def test_only_the_files_asked_for_are_mended(city: City) -> None:
    city.change(KIOSK, "R9: 80", "R9: ８０")
    city.change("plans/aoba.yaml", "title: 便利なまち", "title: 便利なまち\n    note: ''")
    before = city.read(KIOSK)
    fix(city, "data/plans")
    assert city.read(KIOSK) == before
    fix(city, "data/projects")
    assert city.read(KIOSK) == PROJECT


def test_files_that_cannot_be_read_stop_nothing(city: City) -> None:
    city.change(KIOSK, "R9: 80", "R9: ８０")
    city.path("projects/aoba/gone.yaml").symlink_to("nowhere.yaml")
    city.path("plans/other.yaml").write_bytes("題".encode("cp932"))
    assert fix(city).err == "mended: 1\n"
    assert city.read(KIOSK) == PROJECT


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("title： 窓口の改善", "title: 窓口の改善"),
        ("title:　窓口の改善  # 注", "title: 窓口の改善  # 注"),
        ("title:窓口の改善", "title: 窓口の改善"),
        ("title: %減", 'title: "%減"'),
        ("title: @市民課  # 注", 'title: "@市民課"  # 注'),
        ("title: 時間: 3時間", 'title: "時間: 3時間"'),
        ('title: "A" と B', "title: '\"A\" と B'"),
        ("title: [案] it's", 'title: "[案] it\'s"'),
        ("title: `x`", 'title: "`x`"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_slips_of_yaml_are_mended_and_nothing_else(
    city: City, wrong: str, right: str, end: str
) -> None:
    title = next(line for line in PROJECT.split("\n") if line.startswith("title:"))
    text = PROJECT.replace("\n", end)
    city.write(KIOSK, text.replace(title, wrong))
    ran = fix(city)

    assert city.read(KIOSK) == text.replace(title, right)
    assert ran.err == "mended: 1\n"
    assert "yaml-" not in ran.out


def test_several_slips_and_what_they_hid_are_mended_together(city: City) -> None:
    wrong = PROJECT.replace("title:", "title：").replace("R9: 80", "R9： ８０")
    city.write(KIOSK, wrong.replace("R7: 60", "R7:60"))
    ran = fix(city)

    assert city.read(KIOSK) == PROJECT
    assert ran.err == "mended: 4\n"


def test_a_comma_in_brackets_is_mended_by_quotes(city: City) -> None:
    text = PROJECT.replace("R9: 80", "R9: {value: 1,080, note: 注}")
    city.write(KIOSK, text)
    fix(city)

    assert city.read(KIOSK) == text.replace("1,080", '"1,080"')


@pytest.mark.parametrize("later", ['"%"', '"件"', "'課'"])
def test_a_quotation_mark_that_was_never_closed_is_left_to_its_author(later: str) -> None:
    sign = later[0]
    text = f"id: p\ntitle: {sign}計画\nperiod: R6-R9\nowner: {later}\nsource: d 1\n"
    _root, found = parse_marked(text)
    assert [(each.rule, each.place.line, each.place.column) for each in found] == [
        ("yaml-quote", 2, 8)
    ]
    assert fixed_text(text, load("p.yaml", text.encode(), Plan).problems) == (text, 0)
