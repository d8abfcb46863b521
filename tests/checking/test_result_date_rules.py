"""The rules about when a result was taken."""

from __future__ import annotations

from datetime import date

import pytest
from judging import found, indicator, messages

ANNUAL = {"name": "年間アクセス件数", "unit": "件", "aggregation": "annual"}
TOTAL = {"name": "研修の受講者数", "unit": "人", "aggregation": "period_total"}
COUNT = {"name": "データセット数", "unit": "件", "aggregation": "level"}


def actual(year: str, **fields: str) -> str:
    lines = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    return f"actuals:\n  {year}:\n{lines}"


class TestActualInFuture:
    rule = "actual-in-future"

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [
            ("R8.11", []),  # the month that is running
            ("R8.11.21", []),
            ("R8.11.22", ["R8.11.22"]),
            ("R8.12", ["R8.12"]),
            ("2026年12月", ["2026年12月"]),
        ],
    )
    def test_as_of_may_be_today_but_not_later(self, as_of: str, expected: list[str]) -> None:
        text = indicator(actual("R8", value="61.3", as_of=as_of))
        assert found(self.rule, text) == expected

    @pytest.mark.parametrize(
        ("span", "expected"),
        [("R8.4-R8.11", []), ("R8.4-R8.12", ["R8.4-R8.12"]), ("R6-R8", ["R6-R8"])],
    )
    def test_a_span_may_end_with_the_running_month(self, span: str, expected: list[str]) -> None:
        text = indicator(actual("R8", value="51", state="provisional", span=span), **TOTAL)
        assert found(self.rule, text) == expected

    def test_a_final_count_of_the_running_year_is_too_early(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R8: 51,000\n", **ANNUAL)) == ["R8"]
        assert found(self.rule, indicator("actuals:\n  R8: 510\n", **TOTAL)) == ["R8"]

    def test_it_is_in_time_on_the_first_of_april(self) -> None:
        text = indicator("actuals:\n  R8: 51,000\n", **ANNUAL)
        assert found(self.rule, text, today=date(2027, 3, 31)) == ["R8"]
        assert found(self.rule, text, today=date(2027, 4, 1)) == []

    def test_a_survey_of_the_running_year_may_be_final(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R8: 61.3\n")) == []
        assert found(self.rule, indicator("actuals:\n  R8: 52\n", **COUNT)) == []

    def test_nothing_is_known_of_a_year_that_has_not_begun(self) -> None:
        assert found(self.rule, indicator("actuals:\n  R9: 61.3\n")) == ["R9"]
        provisional = actual("R9", value="61.3", state="provisional")
        assert found(self.rule, indicator(provisional)) == ["R9"]

    @pytest.mark.parametrize("fields", [{"as_of": "R9.3"}, {"span": "R8.4-R9.3"}, {}])
    def test_an_estimate_may_be_of_the_future(self, fields: dict[str, str]) -> None:
        for year in ("R8", "R9"):
            body = actual(year, value="51", state="estimate", **fields)
            assert found(self.rule, indicator(body, **ANNUAL)) == []

    def test_states_without_a_value_are_not_looked_at(self) -> None:
        assert found(self.rule, indicator(actual("R9", state="not_surveyed"))) == []

    def test_a_dated_final_count_of_the_running_year_is_said_once(self) -> None:
        text = indicator(actual("R8", value="51", span="R8.4-R8.10"), **ANNUAL)
        assert found(self.rule, text) == []
        assert found("final-but-partial", text) == ["R8.4-R8.10"]

    def test_the_message_says_what_is_not_over(self) -> None:
        text = indicator(actual("R8", value="51", span="R8.4-R9.3"), **ANNUAL)
        assert messages(self.rule, text) == [
            "the figure of R8 is of R8.4-R9.3, which is not over yet"
        ]


class TestActualOutsideYear:
    rule = "actual-outside-year"

    @pytest.mark.parametrize(
        ("year", "as_of", "fits"),
        [
            ("R7", "R7.3", False),  # March of R7 lies in R6
            ("R7", "Ｒ７．３", False),
            ("R7", "令和7年3月末", False),
            ("R6", "R7.3", True),
            ("R7", "R7.4", True),
            ("R7", "R7.4.1", True),
            ("R7", "R8.3.31", True),
            ("R7", "R8.4.1", True),  # the morning after the year's end
            ("R7", "R8.4.2", False),
            ("R7", "R8.4", False),
        ],
    )
    def test_how_things_stood(self, year: str, as_of: str, *, fits: bool) -> None:
        text = indicator(actual(year, value="61.3", as_of=as_of))
        assert found(self.rule, text) == ([] if fits else [as_of])

    @pytest.mark.parametrize(
        ("as_of", "fits"),
        [("R8.3", True), ("R8.5", True), ("R8.5.31", True), ("R8.6", False), ("R7.3.31", False)],
    )
    def test_a_count_may_be_taken_until_the_books_are_closed(
        self, as_of: str, *, fits: bool
    ) -> None:
        text = indicator(actual("R7", value="61", as_of=as_of), **ANNUAL)
        assert found(self.rule, text) == ([] if fits else [as_of])

    def test_the_era_changed_within_the_year(self) -> None:
        text = indicator(actual("R1", value="18", as_of="H31.3"))
        assert found(self.rule, text) == ["H31.3"]
        assert found(self.rule, indicator(actual("H31", value="18", as_of="H31.4"))) == []

    @pytest.mark.parametrize(
        ("span", "annual", "total"),
        [
            ("R7.4-R8.3", True, True),
            ("R7.7-R8.3", True, True),
            ("R7.4-R8.2", True, True),
            ("R6-R7", False, True),  # only totals add up over years
            ("R6.4-R8.3", False, True),
            ("R6-R8", False, False),
            ("R6.4-R7.3", False, False),
        ],
    )
    def test_spans(self, span: str, *, annual: bool, total: bool) -> None:
        body = actual("R7", value="18", span=span)
        for fits, kind in ((annual, ANNUAL), (total, TOTAL), (annual, COUNT)):
            assert found(self.rule, indicator(body, **kind)) == ([] if fits else [span])

    def test_a_cumulative_figure_may_span_years(self) -> None:
        text = indicator(actual("R7", value="18", span="R6-R7"), aggregation="cumulative")
        assert found(self.rule, text) == []

    def test_the_message_names_the_year_it_lies_in(self) -> None:
        text = indicator(actual("R7", value="61.3", as_of="R7.3"))
        assert messages(self.rule, text) == ["the figure filed under R7 is of R7.3 (R6)"]


class TestFinalButPartial:
    rule = "final-but-partial"

    @pytest.mark.parametrize(
        ("span", "partial"),
        [
            ("R7.4-R8.3", False),
            ("R7-R7", False),
            ("R6-R7", False),
            ("R7.4-R8.2", True),
            ("R7.4.1-R8.3.28", True),
            ("R7.4.1-R8.3.29", False),  # the last working day if 31 March is a Sunday
            ("R6.4-R7.3", False),  # another year's: not this rule's matter
        ],
    )
    def test_the_span_must_reach_the_end(self, span: str, *, partial: bool) -> None:
        for kind in (ANNUAL, TOTAL):
            text = indicator(actual("R7", value="67,988", span=span), **kind)
            assert found(self.rule, text) == ([span] if partial else [])

    @pytest.mark.parametrize(
        ("as_of", "partial"),
        [("R8.3", False), ("R8.2", True), ("R8.3.30", False), ("R8.3.1", True), ("R7.3", False)],
    )
    def test_the_day_must_be_the_last(self, as_of: str, *, partial: bool) -> None:
        text = indicator(actual("R7", value="67,988", as_of=as_of), **ANNUAL)
        assert found(self.rule, text) == ([as_of] if partial else [])

    def test_a_service_may_start_in_mid_year(self) -> None:
        body = actual("R7", value="412", span="R7.7-R8.3")
        assert found(self.rule, indicator(body, **ANNUAL)) == []
        unknown = "baseline:\n  printed: '-'\n"
        assert found(self.rule, indicator(unknown + body, **ANNUAL)) == []

    def test_but_not_once_it_has_been_counted(self) -> None:
        body = actual("R7", value="412", span="R7.7-R8.3")
        earlier = body.replace("actuals:\n", "actuals:\n  R6: 530\n")
        assert found(self.rule, indicator(earlier, **ANNUAL)) == ["R7.7-R8.3"]
        started = "baseline:\n  value: 530\n  year: R5\n"
        assert found(self.rule, indicator(started + body, **ANNUAL)) == ["R7.7-R8.3"]

    @pytest.mark.parametrize("state", ["provisional", "estimate"])
    def test_what_is_not_called_final_may_be_partial(self, state: str) -> None:
        text = indicator(actual("R7", value="67,988", span="R7.4-R8.2", state=state), **ANNUAL)
        assert found(self.rule, text) == []

    def test_a_figure_taken_at_a_time_is_never_partial(self) -> None:
        body = actual("R7", value="67,988", as_of="R7.6")
        assert found(self.rule, indicator(body, **COUNT)) == []
        assert found(self.rule, indicator(body, aggregation="cumulative")) == []


class TestActualWithoutDate:
    rule = "actual-without-date"

    def test_only_figures_taken_at_a_time_need_a_date(self) -> None:
        body = "actuals:\n  R6: 52\n"
        assert found(self.rule, indicator(body, **COUNT)) == ["R6"]
        assert found(self.rule, indicator(body, aggregation="cumulative")) == ["R6"]
        assert found(self.rule, indicator(body, **ANNUAL)) == []
        assert found(self.rule, indicator(body, **TOTAL)) == []

    @pytest.mark.parametrize(
        "line",
        [
            "survey_timing: 毎年度末",
            "survey_timing: 毎年10月",
            "definition: 各年度３月末時点の登録数",
            "data_source: 市政に関する世論調査",
        ],
    )
    def test_the_indicator_may_date_all_its_figures(self, line: str) -> None:
        assert found(self.rule, indicator(f"{line}\nactuals:\n  R6: 52\n", **COUNT)) == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("as_of", "R7.3"),
            ("span", "R6.4-R7.3"),
            ("printed", "５２件（令和７年３月現在）"),
            ("note", "2025-03の値"),
            ("source", "plan 令和7年3月末の一覧"),
        ],
    )
    def test_the_figure_or_its_source_may_be_dated(self, name: str, value: str) -> None:
        text = indicator(actual("R6", value="52", **{name: value}), **COUNT)
        assert found(self.rule, text) == []

    @pytest.mark.parametrize("state", ["provisional", "estimate"])
    def test_only_final_figures_are_asked_for_their_date(self, state: str) -> None:
        assert found(self.rule, indicator(actual("R6", value="52", state=state), **COUNT)) == []
        assert found(self.rule, indicator(actual("R6", state="pending"), **COUNT)) == []

    def test_a_page_number_is_no_date(self) -> None:
        body = actual("R6", value="52", source="plan 第4章3 施策3-1(p.31)")
        assert found(self.rule, indicator(body, **COUNT)) == ["R6"]
