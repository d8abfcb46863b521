"""What goes wrong in YAML written by hand or by a stranger, named at its place."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

import pytest
from reading_samples import INDICATOR, PLAN, places_of, problem_of, problems_of

from sagaict.domain.plan import Plan
from sagaict.reading.validation import load
from sagaict.reading.yaml_events import parse_marked
from sagaict.reading.yaml_plain import MAX_DEPTH, Irregular, parse


def test_duplicate_key_names_the_line_of_the_first() -> None:
    problem = problem_of(PLAN + "note: 甲\ntitle: 乙\n")

    assert (problem.rule, problem.place.line, problem.place.column) == ("yaml-duplicate-key", 15, 1)
    assert problem.args["name"] == "title"
    assert [(path, place.line, place.column) for path, place in problem.related] == [
        ("p.yaml", 2, 1)
    ]


def test_duplicate_key_keeps_checking_both_what_stands_before_and_after() -> None:
    text = PLAN.replace("R6-R9", "R6から") + "title: 乙\nnotes: 丙\n"

    assert places_of(text) == ["3:9 period", "14:1 yaml-duplicate-key", "15:1 unknown-key"]


def test_same_key_in_another_mapping_is_no_duplicate() -> None:
    assert parse("a: {id: 1}\nb: {id: 1}\n") == {"a": {"id": "1"}, "b": {"id": "1"}}


def test_keys_that_differ_in_quotes_only_are_duplicates() -> None:
    assert places_of(PLAN + '"title": 乙\n') == ["14:1 yaml-duplicate-key"]


def test_aliases_are_refused_before_they_are_followed() -> None:
    bomb = "a0: &a0 lol\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    with pytest.raises(Irregular):
        parse(bomb)
    root, problems = parse_marked(bomb)

    assert root is not None
    assert {problem.rule for problem in problems} == {"yaml-alias"}
    assert len(problems) == 30 + 29 * 9


def test_an_alias_as_a_required_value_is_not_called_missing_as_well() -> None:
    assert places_of(PLAN.replace("見本の施策", "*title")) == ["12:16 yaml-alias"]


@pytest.mark.parametrize("sign", ["*重要", "**重要**", "&注", "!注意", "!<x"])
def test_text_that_begins_with_a_sign_of_yaml_is_named(sign: str) -> None:
    problem = problem_of(PLAN + f"note: {sign} 期限に注意\n")

    assert problem.rule == ("yaml-tag" if sign.startswith("!") else "yaml-alias")
    assert (problem.place.line, problem.place.column) == (14, 7)
    assert (problem.place.length, problem.args["name"]) == (len(sign), sign)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!python/name:os.system"])
def test_a_tag_constructs_nothing(tag: str, tmp_path: Path) -> None:
    made = tmp_path / "made"
    problems = problems_of(PLAN + f"note: {tag} ['touch {made}']\n")

    assert "yaml-tag" in {problem.rule for problem in problems}
    assert not made.exists()


@pytest.mark.parametrize("tag", ["!!int", "!!str", "!!binary", "!local", "!"])
def test_every_tag_is_refused_even_on_a_good_value(tag: str) -> None:
    assert places_of(PLAN.replace("R6-R9", f"{tag} R6-R9")) == ["3:9 yaml-tag"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_hundred_thousand_levels_are_refused_without_a_crash(opening: str) -> None:
    text = opening * 100_000
    with pytest.raises(Irregular):
        parse(text)
    _root, problems = parse_marked(text)

    assert [problem.rule for problem in problems] == ["yaml-depth"]
    assert problems[0].place.line == 1
    assert problems[0].place.column == MAX_DEPTH * len(opening) + 1


def test_hundred_thousand_levels_are_refused_without_the_c_parser() -> None:
    with mock.patch.dict(sys.modules, {"yaml.cyaml": None}):
        _root, problems = parse_marked("[" * 100_000)

    assert [problem.rule for problem in problems] == ["yaml-depth"]


def test_the_deepest_nesting_allowed_is_read() -> None:
    value = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for _level in range(MAX_DEPTH - 1):
        assert isinstance(value, list)
        (value,) = value
    assert value == []


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "# 何もない\n", "---\n", "---\n...\n", "~\n", "null\n", "# 注\n---\n# 注\n"],
)
def test_a_file_without_content_is_empty(text: str) -> None:
    assert places_of(text) == ["1:1 yaml-empty"]


def test_only_the_second_document_is_reported() -> None:
    assert places_of(PLAN + "---\nid: q\n---\nid: r\n") == ["14:1 yaml-documents"]


def test_one_document_may_have_its_marks() -> None:
    assert places_of(f"---\n{PLAN}...\n") == []


@pytest.mark.parametrize("root", ["計画", "- id: p", "[id, p]", "'id: p'"])
def test_a_file_that_is_no_mapping_is_shown_where_its_content_begins(root: str) -> None:
    assert places_of(f"# 注\n\n{root}\n") == ["3:1 not-a-mapping"]


def test_a_tab_inside_a_quoted_value_is_text() -> None:
    assert parse("d: 'e\tf'\n") == {"d": "e\tf"}


def test_a_tab_inside_a_value_without_quotes_is_refused() -> None:
    # The parser in Python gives up there.
    assert places_of(PLAN.replace("見本の計画", "見本の\t計画")) == ["2:11 yaml-tab"]


def test_a_tab_in_the_line_above_is_blamed_rather_than_the_line() -> None:
    assert places_of("id: p\nperiod\n\tR6-R9\ntitle: 計画\n") == ["3:1 yaml-tab"]


def test_syntax_error_keeps_what_was_found_above_it() -> None:
    text = PLAN.replace("title: 計画書", "title: 計画書\n    title: 計画書") + "note: a: b\n"

    assert places_of(text) == ["7:5 yaml-duplicate-key", "15:7 yaml-colon-in-text"]


def test_full_width_digits_are_mended_in_the_suggestion() -> None:
    problem = problem_of(INDICATOR + "            targets: {R9: １，０２７．５}\n")

    assert problem.rule == "number-full-width"
    assert (problem.place.line, problem.place.column, problem.place.length) == (20, 27, 7)
    assert problem.args["suggestion"] == "1,027.5"


def test_a_character_yaml_forbids_is_refused_even_unchecked() -> None:
    with pytest.raises(Irregular):
        parse("a: \x07\n")
    root, problems = parse_marked("a: \x07\n")

    assert root is None
    assert [problem.rule for problem in problems] == ["yaml-syntax"]


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "? [a]\n"])
def test_a_key_that_is_no_text_is_refused_rather_than_hashed(key: str) -> None:
    with pytest.raises(Irregular):
        parse(f"{key}: 1\n")
    _root, problems = parse_marked(f"{key}: 1\n")

    assert [problem.rule for problem in problems] == ["yaml-key"]


def test_text_of_a_plan_may_look_like_other_types() -> None:
    text = PLAN.replace("見本の計画", "no").replace("計画書", "12:30").replace("目標", "2023-03-31")
    plan = load("p.yaml", text.replace("見本の施策", "1_000").encode(), Plan).model

    assert plan is not None
    assert (plan.title, plan.documents["plan"].title) == ("no", "12:30")
    assert plan.goals[0].title == "見本の2023-03-31"
    assert plan.goals[0].measures[0].title == "1_000"
