from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal
from typing import Any

import pytest

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Derived, Indicator
from sagaict.domain.record import Record
from sagaict.domain.results import Actual, Baseline, EarlierActual
from sagaict.domain.target import Relative, Target, TargetRevision
from sagaict.domain.validating import Unfit, validated

ACCESS: dict[str, Any] = {
    "id": "access",
    "name": "年間アクセス件数",
    "unit": "件",
    "direction": "increase",
    "aggregation": "annual",
}


def problems(kind: type[Record], data: object) -> set[str]:
    """The rules that `data` breaks as a `kind`."""
    with pytest.raises(Unfit) as refusal:
        validated(kind, data)
    return {error.kind for error in refusal.value.faults}


@pytest.mark.parametrize("key", ["id", "name", "unit", "direction", "aggregation"])
def test_what_cannot_be_inferred_is_required(key: str) -> None:
    data = {name: value for name, value in ACCESS.items() if name != key}
    assert problems(Indicator, data) == {"missing"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("direction", "increse"), ("direction", "keep"), ("aggregation", "sum"), ("aggregation", "")],
)
def test_a_misspelt_direction_or_aggregation_is_refused(key: str, value: str) -> None:
    assert problems(Indicator, {**ACCESS, key: value}) == {"literal_error"}


def test_unknown_keys_are_refused_at_every_level() -> None:
    assert problems(Indicator, {**ACCESS, "target": "1"}) == {"unexpected_keyword_argument"}
    assert problems(Target, {"value": "1", "unit": "件"}) == {"unexpected_keyword_argument"}
    assert problems(Actual, {"value": "1", "asof": "R5.3"}) == {"unexpected_keyword_argument"}


def test_a_figure_is_exact_from_the_file_on_and_never_a_binary_float() -> None:
    target = validated(Target, {"value": "73.10"})
    assert str(target.value) == "73.10"
    assert problems(Target, {"value": 73.1}) == {"not-a-scalar"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("１００", "number-full-width"),
        ("80%", "number-unit"),
        ("1_000", "number-separator"),
        ("1" * 19, "number-too-long"),
        ("1e5", "number-not-number"),
        ("no", "number-not-number"),
    ],
)
def test_a_figure_that_is_no_plain_number_names_its_rule(text: str, rule: str) -> None:
    assert problems(Target, {"value": text}) == {rule}


@pytest.mark.parametrize(
    "form",
    [
        {"value": "80"},
        {"undecided": "true"},
        {"relative": {"to": "R4", "times": "1.2"}},
        {"relative": {"to": "previous", "percent": "-10"}},
    ],
)
def test_a_target_has_exactly_one_form(form: dict[str, Any]) -> None:
    validated(Target, {**form, "printed": "印刷された語"})
    assert problems(Target, {"printed": "印刷された語"}) == {"target-form"}
    other = {"undecided": "true"} if "value" in form else {"value": "1"}
    assert problems(Target, {**form, **other}) == {"target-form"}


def test_zero_is_a_target_and_not_a_missing_one() -> None:
    assert validated(Target, {"value": "0"}).value == 0


@pytest.mark.parametrize(
    ("relation", "rule"),
    [
        ({"to": "R4", "times": "1.2", "percent": "20"}, "relative-form"),
        ({"times": "1.2"}, "missing"),
    ],
)
def test_a_relation_names_its_basis_and_not_both_times_and_percent(
    relation: dict[str, str], rule: str
) -> None:
    assert problems(Relative, relation) == {rule}


def test_a_relation_is_to_a_year_or_to_the_year_before() -> None:
    assert validated(Relative, {"to": "H30", "percent": "-10"}).to == FiscalYear(2018)
    assert validated(Relative, {"to": "previous", "percent": "10"}).to == "previous"
    assert "fiscal-year" in str(problems(Relative, {"to": "next", "percent": "10"}))


@pytest.mark.parametrize("state", ["final", "provisional", "estimate"])
@pytest.mark.parametrize("kind", [Actual, EarlierActual])
def test_states_of_a_figure_need_one(state: str, kind: type[Record]) -> None:
    validated(kind, {"value": "0", "state": state})
    assert problems(kind, {"state": state}) == {"actual-without-value"}


@pytest.mark.parametrize("state", ["pending", "not_surveyed", "not_assessable"])
@pytest.mark.parametrize("kind", [Actual, EarlierActual])
def test_states_without_a_figure_allow_none(state: str, kind: type[Record]) -> None:
    validated(kind, {"state": state})
    assert problems(kind, {"state": state, "value": "0"}) == {"actual-with-value"}


def test_short_forms_say_the_same_as_the_long_ones() -> None:
    short = validated(
        Indicator,
        {**ACCESS, "targets": {"R8": "undecided", "R9": "101,000"}, "actuals": {"R6": "75,000"}},
    )
    long = validated(
        Indicator,
        {
            **ACCESS,
            "targets": {"R8": {"undecided": "true"}, "R9": {"value": "101000"}},
            "actuals": {"R6": {"value": "75000", "state": "final"}},
        },
    )
    assert short == long


def test_an_empty_or_unknown_state_is_not_taken_for_final() -> None:
    assert problems(Actual, {"value": "1", "state": ""}) == {"literal_error"}
    assert problems(Actual, {"value": "1", "state": "速報"}) == {"literal_error"}


def test_targets_are_ordered_by_the_year_they_fall_due_a_period_by_its_last() -> None:
    indicator = validated(
        Indicator,
        {**ACCESS, "aggregation": "period_total", "targets": {"R6-R9": "400", "R5": "80"}},
    )
    assert [year.label for year in indicator.yearly_targets()] == ["R5", "R9"]
    assert indicator.period_target is not None
    assert indicator.period_target[0] == Period(FiscalYear(2024), FiscalYear(2027))


def test_only_the_total_of_a_period_is_due_in_its_last_year() -> None:
    indicator = validated(
        Indicator,
        {**ACCESS, "aggregation": "period_total", "targets": {"R6-R9": "400", "R5": "80"}},
    )
    assert indicator.period_due_in(FiscalYear(2027)) == Period(FiscalYear(2024), FiscalYear(2027))
    assert indicator.period_due_in(FiscalYear(2026)) is None
    assert indicator.period_due_in(FiscalYear(2023)) is None


@pytest.mark.parametrize(
    ("time", "when", "year", "years"),
    [
        ({"year": "R5"}, "R5", 2023, 1),
        ({"period": "R3-R5"}, "R3-R5", 2023, 3),
        ({"period": "R3-R5", "year": "R5"}, "R3-R5", 2023, 3),
        ({"year": "R4", "as_of": "R5.4.1"}, "R4", 2022, 1),
        ({"as_of": "R6.3.31"}, "R6.3.31", 2023, 1),
        ({"as_of": "R6.4"}, "R6.4", 2024, 1),
    ],
)
def test_a_baseline_has_one_time_and_one_year(
    time: dict[str, str], when: str, year: int, years: int
) -> None:
    baseline = validated(Baseline, {"value": "59", **time})
    assert str(baseline.when) == when
    assert baseline.fiscal_year == FiscalYear(year)
    assert baseline.years == years


def test_a_baseline_no_document_dates_has_no_time() -> None:
    baseline = validated(Baseline, {"value": "59"})
    assert baseline.when is None
    assert baseline.fiscal_year is None


@pytest.mark.parametrize("year", ["R3", "R4", "R6"])
def test_a_baseline_whose_year_is_not_the_last_of_its_period_is_refused(year: str) -> None:
    times = {"value": "300", "year": year, "period": "R3-R5"}
    assert problems(Baseline, times) == {"baseline-time"}


def test_without_a_period_there_is_no_period_target() -> None:
    indicator = validated(Indicator, {**ACCESS, "targets": {"R9": "400"}})
    assert indicator.period_target is None


@pytest.mark.parametrize("key", ["targets", "actuals"])
def test_two_names_of_one_year_are_refused_and_neither_figure_lost(key: str) -> None:
    with pytest.raises(Unfit) as refusal:
        validated(Indicator, {**ACCESS, key: {"H31": "1", "R1": "2"}})
    (error,) = refusal.value.faults
    assert error.location == (key, "R1", "[key]")
    assert error.context == {"first": "H31", "again": "R1"}


def test_a_year_that_is_none_is_refused_where_it_stands() -> None:
    with pytest.raises(Unfit) as refusal:
        validated(Indicator, {**ACCESS, "targets": {"H35": "1"}})
    (error,) = refusal.value.faults
    assert (error.kind, error.location) == ("fiscal-year", ("targets", "H35", "[key]"))
    assert error.context["suggestion"] == "R5"


def test_a_revision_keeps_old_new_and_the_day() -> None:
    revision = validated(
        TargetRevision, {"year": "R6-R9", "date": "R7.10.1", "old": "400", "new": {"value": "360"}}
    )
    assert (revision.old.value, revision.new.value) == (Decimal(400), Decimal(360))
    assert problems(TargetRevision, {"year": "R9", "old": "1", "new": "2"}) == {"missing"}
    assert problems(TargetRevision, {"year": "R9", "date": "R1.3", "old": "1", "new": "2"}) == {
        "moment"
    }


@pytest.mark.parametrize("data", [{}, {"share_met": {}, "sum_of": ["a/b/c"]}, {"sum_of": []}])
def test_a_derived_indicator_is_computed_in_one_way(data: dict[str, Any]) -> None:
    assert problems(Derived, data) == {"derived-form"}


def test_nothing_changes_after_reading() -> None:
    indicator = validated(Indicator, {**ACCESS, "targets": {"R9": "1"}})
    target = indicator.targets[FiscalYear.parse("R9")]
    for model, name in ((indicator, "direction"), (target, "value")):
        with pytest.raises(FrozenInstanceError):
            setattr(model, name, None)


def test_models_built_in_code_may_hold_values_already_read() -> None:
    year = FiscalYear.parse("R9")
    built = validated(Indicator, {**ACCESS, "targets": {year: {"value": Decimal("73.1")}}})
    read = validated(Indicator, {**ACCESS, "targets": {"R9": "73.1"}})
    assert built == read
    whole = validated(Indicator, {**ACCESS, "targets": {2027: 80}})
    assert whole == validated(Indicator, {**ACCESS, "targets": {"R9": "80"}})


@pytest.mark.parametrize("value", [True, None, [], {"value": {}}])
def test_what_is_no_figure_at_all_is_no_target(value: object) -> None:
    with pytest.raises(Unfit):
        validated(Indicator, {**ACCESS, "targets": {"R9": value}})
