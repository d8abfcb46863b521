"""What does not fit the schema is named by a rule, shown at its scalar, and mended by a hint."""

from __future__ import annotations

from dataclasses import field
from datetime import date

import pytest
from reading_samples import INDICATOR, PLAN, places_of, problem_of, problems_of

from sagaict.domain.fields import Slug, Text
from sagaict.domain.indicator import Direction
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.reading.problem import Place
from sagaict.reading.validation import load


def published(**changes: str) -> str:
    keys = {"id": "t", "title": "集計", "of": "3", "counts": "{達成: 2}", "source": "plan 3"}
    lines = [f"    {key}: {value}\n" for key, value in (keys | changes).items()]
    return PLAN + "published:\n  -" + "".join(lines)[3:]


def test_a_good_plan_gives_a_model_and_no_problem() -> None:
    loaded = load("p.yaml", INDICATOR.encode(), Plan)

    assert loaded.problems == ()
    assert loaded.model is not None
    assert loaded.model.goals[0].measures[0].goal_indicators[0].direction == "increase"


@pytest.mark.parametrize(
    ("text", "given", "meant"),
    [
        (published(indicatr="p/1-1/x"), "indicatr", "indicator"),
        (INDICATOR.replace("aggregation", "agregation"), "agregation", "aggregation"),
        (PLAN.replace("documents", "document"), "document", "documents"),
        (INDICATOR + "            target: {R9: 3}\n", "target", "targets"),
        (PLAN + "完全に別物: 1\n", "完全に別物", ""),
    ],
)
def test_an_unknown_key_is_compared_with_the_keys_known_there(
    text: str, given: str, meant: str
) -> None:
    (problem,) = (item for item in problems_of(text) if item.rule == "unknown-key")

    assert problem.args["name"] == given
    assert problem.args["suggestion"] == meant
    line, column = problem.place.line, problem.place.column
    assert text.split("\n")[line - 1][column - 1 :].startswith(f"{given}:")
    assert problem.place.length == len(given)


@pytest.mark.parametrize(
    ("key", "given", "meant"),
    [
        ("direction", "incrase", "increase"),
        ("direction", "Decrease", "decrease"),
        ("aggregation", "anual", "annual"),
        ("direction", "増加", ""),
    ],
)
def test_an_unknown_word_is_compared_with_the_words_possible_there(
    key: str, given: str, meant: str
) -> None:
    good = {"direction": "increase", "aggregation": "level"}[key]
    problem = problem_of(INDICATOR.replace(f"{key}: {good}", f"{key}: {given}"))

    assert (problem.rule, problem.args["name"]) == ("not-in-list", key)
    assert (problem.args["given"], problem.args["suggestion"]) == (given, meant)
    assert good in problem.args["expected"].split(" / ")
    assert problem.place.length == len(given)


def test_a_missing_direction_is_asked_for_with_its_choices() -> None:
    problem = problem_of(INDICATOR.replace("            direction: increase\n", ""))

    assert (problem.rule, problem.args["name"]) == ("missing-choice", "direction")
    assert problem.args["expected"] == "increase / decrease"
    assert problem.place == Place(15, 17, 5)
    assert problem.excerpt == "          - id: users"


def test_a_direction_left_blank_is_nothing_rather_than_a_wrong_word() -> None:
    text = INDICATOR.replace("direction: increase", "direction:")

    assert places_of(text) == ["18:23 empty-value"]


@pytest.mark.parametrize("value", ['""', "''", '" "', "'　'", "~", "null", ""])
def test_a_title_without_a_letter_is_not_filled_in(value: str) -> None:
    assert places_of(PLAN.replace("title: 見本の計画", f"title: {value}".rstrip())) == [
        f"2:{8 if value else 7} empty-value"
    ]


@pytest.mark.parametrize("value", ["[increase]", "{a: b}", "[]"])
def test_a_list_where_a_word_is_expected_is_called_a_list(value: str) -> None:
    text = INDICATOR.replace("direction: increase", f"direction: {value}")

    assert [problem.rule for problem in problems_of(text)] == ["not-a-scalar"]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("previos", "20:43 fiscal-year"),
        ("R0", "20:43 fiscal-year"),
        ("[R8]", "20:39 not-a-scalar"),
        ("~", "20:43 empty-value"),
    ],
)
def test_one_value_of_two_kinds_is_one_problem(written: str, problem: str) -> None:
    text = INDICATOR + f"            targets: {{R9: {{relative: {{to: {written}, times: 2}}}}}}\n"

    assert places_of(text) == [problem]


def test_the_word_among_two_kinds_is_suggested() -> None:
    text = INDICATOR + "            targets: {R9: {relative: {to: previos, times: 2}}}\n"
    problem = problem_of(text)

    assert (problem.args["text"], problem.args["suggestion"]) == ("previos", "previous")


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("x", "number-not-number"),
        ("1.5", "number-not-number"),
        ("5", "out-of-range"),
        ("-1", "out-of-range"),
        ("9" * 6000, "out-of-range"),
    ],
)
def test_a_count_is_a_number_within_its_range(written: str, rule: str) -> None:
    problem = problem_of(published(places=written))

    assert problem.rule == rule
    assert written.startswith(problem.args["text"].rstrip("…"))


def test_a_count_left_blank_or_made_a_list_is_no_bad_number() -> None:
    assert problem_of(published(places="")).rule == "empty-value"
    assert problem_of(published(places="[1]")).rule == "not-a-scalar"


def test_a_year_that_no_era_had_is_given_its_right_name() -> None:
    problem = problem_of(INDICATOR + "            targets: {R9: 1, H38: 2}\n")

    assert (problem.rule, problem.place) == ("fiscal-year", Place(20, 30, 3))
    assert problem.args["suggestion"] == "R8"


@pytest.mark.parametrize(
    ("first", "second"), [("H31", "R1"), ("R6", "2024"), ("Ｒ６", "令和6年度")]
)
def test_one_year_written_in_two_ways_is_not_silently_chosen_from(first: str, second: str) -> None:
    text = (
        INDICATOR + f"            actuals:\n              {first}: 1\n              {second}: 2\n"
    )
    problem = problem_of(text)

    assert problem.place == Place(22, 15, len(second))


def test_a_short_form_is_blamed_at_its_value() -> None:
    text = (
        INDICATOR
        + "            targets:\n              R8: 多い\n              R9: {value: 多い}\n"
    )

    assert places_of(text) == ["21:19 number-not-number", "22:27 number-not-number"]


def test_a_year_is_blamed_as_key_and_its_value_as_value() -> None:
    text = INDICATOR + "            targets: {R0: 多い}\n"

    assert places_of(text) == ["20:23 fiscal-year", "20:27 number-not-number"]


def test_all_problems_of_a_file_come_at_once_from_top_to_bottom() -> None:
    text = (
        INDICATOR.replace("R6-R9", "R9-R6")
        .replace("id: 1-1", "id: 一")
        .replace("unit: 人", "units: 人")
        .replace("direction: increase", "direction: up")
        + "            baseline: {value: 3人}\n"
        + "discrepancies: 無し\n"
    )

    assert places_of(text) == [
        "3:9 period",
        "11:13 bad-id",
        "15:17 missing-key",
        "17:13 unknown-key",
        "18:24 not-in-list",
        "20:31 number-unit",
        "21:16 not-a-list",
    ]


def test_several_keys_missing_are_each_asked_for() -> None:
    problems = load("a.yaml", b"id: a\nplan: p\n", Project).problems

    assert {problem.args["name"] for problem in problems} == {"measure", "title", "source"}
    assert {(problem.rule, problem.place) for problem in problems} == {
        ("missing-key", Place(1, 5, 1))
    }


def test_long_values_are_cut_in_messages() -> None:
    problem = problem_of(INDICATOR.replace("increase", "上" * 500))

    assert problem.args["given"] == "上" * 59 + "…"


def test_a_long_key_is_cut_in_messages() -> None:
    assert len(problem_of(PLAN + "k" * 500 + ": 1\n").args["name"]) == 60


def test_nothing_long_is_suggested() -> None:
    problem = problem_of(INDICATOR + "            targets: {R9: " + "1_" * 200 + "1}\n")

    assert problem.rule == "number-not-number"
    assert not problem.args.get("suggestion")


class Sample(Record):
    id: Slug
    title: Text
    direction: Direction | None = None
    nested: dict[Slug, tuple[Slug, ...]] = field(default_factory=dict)
    day: date | None = None


def test_any_model_can_be_read() -> None:
    content = b"id: a\ntitle: 20\ndirection: ~\nnested: {b-c: [d, e]}\n"

    assert load("x", content, Sample).model == Sample(
        id="a", title="20", nested={"b-c": ("d", "e")}
    )


def test_problems_of_any_model_are_placed() -> None:
    content = b"id: A b\ndirection: down\nnested:\n  b_c: [d, E]\n  f: [~]\n"
    found = [
        (problem.rule, problem.place.line, problem.place.column)
        for problem in load("x", content, Sample).problems
    ]

    assert found == [
        ("bad-id", 1, 5),
        ("missing-key", 1, 5),
        ("not-in-list", 2, 12),
        ("bad-id", 4, 3),
        ("bad-id", 4, 12),
        ("empty-value", 5, 7),
    ]


def test_what_no_rule_names_is_told_in_our_words() -> None:
    (problem,) = load("x", b"id: a\ntitle: b\nday: someday\n", Sample).problems

    assert (problem.rule, problem.place) == ("invalid-value", Place(3, 6, 7))
    assert problem.args["given"] == "someday"
    assert "detail" not in problem.args


def test_reading_depends_on_the_bytes_alone() -> None:
    content = INDICATOR.replace("increase", "up").encode()

    assert load("a", content, Plan) == load("a", content, Plan)
    assert {problem.path for problem in load("b", content, Plan).problems} == {"b"}
