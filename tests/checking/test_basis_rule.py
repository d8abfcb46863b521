"""The rule that computes again what a target's basis states."""

from __future__ import annotations

import pytest
from judging import found, indicator, messages

RULE = "basis-disagrees"
PEOPLE = {"name": "受講者数", "unit": "人", "aggregation": "annual"}
COUNT = {"name": "RPA業務数（累計）", "unit": "業務", "aggregation": "cumulative"}
INCIDENTS = {
    "name": "障害の発生件数",
    "unit": "件",
    "direction": "decrease",
    "aggregation": "annual",
}


def after(before: str, value: str, wording: str) -> str:
    return f"targets:\n  R8: {before}\n  R9:\n    value: {value}\n    printed: '{wording}'\n"


def since(baseline: str, value: str, wording: str, key: str = "target_basis") -> str:
    body = f"baseline: {{value: {baseline}, year: R5}}\n"
    if key == "printed":
        return body + f"targets: {{R9: {{value: {value}, printed: '{wording}'}}}}\n"
    return body + f"target_basis: '{wording}'\ntargets:\n  R9: {value}\n"


class TestTheYearBefore:
    @pytest.mark.parametrize(
        ("value", "wording", "fits"),
        [
            ("1100", "1,100人(前年度比110%)", True),
            ("1111", "(前年度比１１０％)", False),  # 1 point of 10 is allowed
            ("1110", "(前年度比１１０％)", True),
            ("1121", "(前年度比約110%)", False),
            ("1120", "(前年度比約110%)", True),
            ("1120", "(前年度比110%程度)", True),
            ("1100", "前年比10%増", True),
            ("1200", "前年比10%増", False),
            ("1200", "前年度実績より2割増", True),
            ("1200", "前年度比10%以上の増", True),
            ("1050", "前年度比10%以上の増", False),
            ("1500", "対前年度比1.5倍", True),
            ("1500", "対前年度比1.1倍", False),
            ("1500", "前年度比10%", True),  # a ratio or a rise: not plain
            ("1500", "前年度に始めた講座を10%増", True),  # of what is not plain
        ],
    )
    def test_in_the_printed_wording(self, value: str, wording: str, *, fits: bool) -> None:
        text = indicator(after("1000", value, wording), **PEOPLE)
        assert found(RULE, text) == ([] if fits else [value])

    def test_of_all_years_in_the_basis(self) -> None:
        body = "target_basis: 前年度比110%とする。\ntargets: {R6: 410, R7: 451, R8: 520, R9: 572}\n"
        assert found(RULE, indicator(body, **PEOPLE)) == ["520"]
        assert messages(RULE, indicator(body, **PEOPLE)) == [
            "“前年度比110%” would make 496.1 from 451, but the target of R8 is 520"
        ]

    def test_the_year_before_must_be_known(self) -> None:
        text = indicator(after("undecided", "1500", "前年度比110%"), **PEOPLE)
        assert found(RULE, text) == []
        assert found(RULE, text + "actuals: {R8: {value: 900, state: provisional}}\n") == []
        assert found(RULE, text + "actuals: {R8: 900}\n") == ["1500"]

    def test_target_or_result_of_the_year_before(self) -> None:
        text = indicator(after("1000", "990", "前年度比110%"), **PEOPLE)
        assert found(RULE, text) == ["990"]
        assert found(RULE, text + "actuals: {R8: 900}\n") == []

    def test_rounding_to_whole_things(self) -> None:
        text = indicator(after("3", "4", "前年度比120%"), name="件数", unit="件")
        assert found(RULE, text) == []  # 3.6
        assert found(RULE, text.replace("value: 4", "value: 5")) == ["5"]

    def test_less_is_better(self) -> None:
        text = indicator(after("100", "90", "前年度比10%減"), **INCIDENTS)
        assert found(RULE, text) == []
        assert found(RULE, text.replace("value: 90", "value: 80")) == ["80"]
        assert found(RULE, text.replace("10%減", "90%")) == []


class TestEveryYear:
    @pytest.mark.parametrize(
        ("value", "wording", "fits"),
        [
            ("94", "毎年度1%ずつ増加させる。", True),
            ("95", "毎年度1%ずつ増加させる。", False),
            ("95", "毎年度１％ずつ程度増加させることを目指し設定した。", False),
            ("93.2", "毎年度1%ずつ増加させる。", True),  # of the figure, not in points
            ("97.6", "毎年2ポイントずつ上昇", True),
            ("95", "毎年2ポイントずつ上昇", False),
            ("95", "毎年度1%以上ずつ増加", True),
            ("95", "国の計画では毎年度1%ずつ増加する。", True),  # something else
            ("95", "毎年度着実に実施する。", True),
            ("95", "総合計画の成果指標の目標値と整合を図り設定した。", True),
        ],
    )
    def test_percentages(self, value: str, wording: str, *, fits: bool) -> None:
        text = indicator(since("89.6", value, wording))
        assert found(RULE, text) == ([] if fits else [value])

    def test_the_year_of_the_baseline_must_be_known(self) -> None:
        text = indicator(since("89.6", "99", "毎年度1%ずつ")).replace(", year: R5", "")
        assert found(RULE, text) == []

    def test_things_added_each_year(self) -> None:
        body = "target_basis: 毎年度5業務ずつ導入する。\ntargets: {R6: 5, R7: 10, R8: 16, R9: 20}\n"
        assert found(RULE, indicator(body, **COUNT)) == ["16", "20"]
        assert found(RULE, indicator(body, **{**COUNT, "aggregation": "annual"})) == []

    def test_without_a_word_it_goes_the_better_way(self) -> None:
        body = "target_basis: 毎年度1件ずつ\ntargets: {R6: 9, R7: 8, R8: 7}\n"
        text = indicator(body, **{**INCIDENTS, "aggregation": "level"})
        assert found(RULE, text) == []
        assert found(RULE, text.replace("R8: 7", "R8: 9")) == ["9"]


class TestSinceTheStart:
    @pytest.mark.parametrize(
        ("value", "wording", "fits"),
        [
            ("30,000,000", "H30年度実績25,951,185から約15%増を目標とする", True),
            ("33,000,000", "H30年度実績25,951,185から約15%増を目標とする", False),
            ("30,000,000", "令和5年度から約15%増", True),
            ("31,100,000", "現状の1.2倍", True),
            ("40,000,000", "現状の1.2倍", False),
            ("40,000,000", "令和2年度の1.2倍", True),  # that year is not known
        ],
    )
    def test_in_the_printed_wording(self, value: str, wording: str, *, fits: bool) -> None:
        body = since("25951185", f"'{value}'", wording, "printed")
        text = indicator(body.replace("R5}", "H30}" if "H30" in wording else "R5}"), **PEOPLE)
        assert found(RULE, text) == ([] if fits else [f"'{value}'"])

    @pytest.mark.parametrize(
        ("wording", "fits"),
        [
            ("現状値から15%増とした。", False),
            ("現状値から50%増とした。", True),
            ("15%増とした。", True),  # of what is not said
            ("人口が現状から10%減少するため。", True),
            ("他市の実績から15%増を見込んだ。", True),
            ("LINE利用者見込み数(約30万人)の10%を設定", True),
            ("5割以上の方が利用している状態を見込み設定", True),
            ("現状値から15%削減した。", True),  # the other way: something else
        ],
    )
    def test_in_the_basis(self, wording: str, *, fits: bool) -> None:
        assert found(RULE, indicator(since("100", "150", wording), **PEOPLE)) == (
            [] if fits else ["150"]
        )

    def test_only_the_last_target_is_that_of_the_basis(self) -> None:
        body = since("100", "150", "現状値から50%増とした。").replace("  R9", "  R7: 110\n  R9")
        assert found(RULE, indicator(body, **PEOPLE)) == []

    def test_a_reduction_in_percent_is_the_figure_itself(self) -> None:
        body = since("60", "75", "作業時間を75%削減", "printed")
        assert found(RULE, indicator(body, name="作業時間の削減率")) == []

    def test_points_or_percent_of_a_percentage(self) -> None:
        for value, expected in (("65", []), ("63", []), ("70", ["70"])):
            text = indicator(since("60", value, "現状値から5%増", "printed"))
            assert found(RULE, text) == expected

    def test_unknown_zero_and_totals_lead_to_nothing(self) -> None:
        for baseline in ("0", ""):
            body = since(baseline, "150", "現状値から15%増").replace("value: , ", "")
            assert found(RULE, indicator(body, **PEOPLE)) == []
        body = since("100", "150", "現状値から15%増").replace("R9:", "R6-R9:")
        assert found(RULE, indicator(body, **{**PEOPLE, "aggregation": "period_total"})) == []

    def test_the_tolerance_can_be_set(self) -> None:
        text = indicator(since("1000", "1120", "現状値から10%増"), **PEOPLE)
        assert found(RULE, text) == ["1120"]
        assert found(RULE, text, percent=20) == []
