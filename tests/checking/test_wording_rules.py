"""Rules that hold figures against the words printed around them."""

from __future__ import annotations

import pytest
from judging import found, indicator, messages

PEOPLE = {"name": "講座の受講者数", "unit": "人", "aggregation": "annual"}
MONEY = {"name": "保守費用の年間削減額", "unit": "万円", "aggregation": "annual"}
TOTAL = {"name": "研修の受講者数", "unit": "人", "aggregation": "period_total"}


def printed(value: str, wording: str) -> str:
    return f"targets:\n  R9:\n    value: {value}\n    printed: '{wording}'\n"


class TestAggregationDisagrees:
    rule = "aggregation-disagrees"

    @pytest.mark.parametrize(
        ("aggregation", "name", "expected"),
        [
            ("annual", "RPA導入業務数（累計）", ["annual"]),
            ("level", "累積ダウンロード数", ["level"]),
            ("cumulative", "RPA導入業務数（累計）", []),
            ("cumulative", "年間の導入業務数", ["cumulative"]),
            ("cumulative", "当該年度の導入業務数", ["cumulative"]),
            ("cumulative", "年間導入業務数の累計", []),
            ("cumulative", "４年間の導入業務数", []),
            ("cumulative", "RPA導入業務数", []),
            ("annual", "延べ利用者数", []),
            ("annual", "年間利用者数", []),
        ],
    )
    def test_the_name(self, aggregation: str, name: str, expected: list[str]) -> None:
        text = indicator("targets: {R9: 5}\n", name=name, unit="件", aggregation=aggregation)
        assert found(self.rule, text) == expected

    def test_definition_and_printed_wording_count_too(self) -> None:
        definition = "definition: 研修を受講した職員の延べ人数（累計）\ntargets: {R9: 5}\n"
        assert found(self.rule, indicator(definition, **PEOPLE)) == ["annual"]
        assert found(self.rule, indicator(definition.replace("R9", "R6-R9"), **TOTAL)) == []
        assert found(self.rule, indicator(printed("5", "累計5人"), **PEOPLE)) == ["annual"]

    def test_a_percentage_never_adds_up(self) -> None:
        text = indicator("targets: {R9: 5}\n", name="完了率（累計）", unit="％")
        assert found(self.rule, text) == []


class TestUnitDisagrees:
    rule = "unit-disagrees"

    @pytest.mark.parametrize(
        ("unit", "value", "wording", "expected"),
        [
            ("万円", "1200", "システム保守費用年間１２００万円削減", False),
            ("円", "1200", "システム保守費用年間１２００万円削減", True),
            ("円", "12,000,000", "年間1,200万円削減", False),
            ("万円", "1200", "年間12,000,000円削減", False),
            ("千円", "1200", "年間1,200万円", True),
            ("%", "60", "6割", False),
            ("%", "6", "6割", True),
            ("%", "60", "６０％以上", False),
            ("％", "60", "60%以上", False),
            ("件", "5000", "約5,000人（R6-9）", True),
            ("人", "5000", "約5,000名（R6-9）", False),
            ("箇所", "1", "サテライトオフィスを1か所増やす", False),
            ("年分", "10", "過去10年間分が閲覧できる", False),
            ("件", "12", "12か月連続で公開", False),  # a length of time, not the figure
            ("日", "180", "180時間", True),
            ("件/年", "11000", "11,000件/年", False),
            ("アカウント", "30", "30アカウント以上", False),
            ("アカウント", "30", "30人以上", True),
            ("種類", "3", "公開数3種類増加(合計50種類以上)", False),
            ("件", "10", "前年度比10%増", False),
            ("業務", "5", "当該年度のRPAツール導入5事業", True),
            ("業務", "5", "５以上", False),
        ],
    )
    def test_behind_the_number(
        self, unit: str, value: str, wording: str, *, expected: bool
    ) -> None:
        text = indicator(printed(value, wording), name="指標", unit=unit, aggregation="annual")
        assert found(self.rule, text) == ([f"'{wording}'"] if expected else [])

    def test_results_and_baselines_are_looked_at(self) -> None:
        body = "baseline: {value: 3, printed: 3人}\nactuals: {R6: {value: 4, printed: 4人}}\n"
        text = indicator(body, name="登録件数", unit="件")
        assert found(self.rule, text) == ["3人", "4人"]

    @pytest.mark.parametrize(
        ("name", "unit", "expected"),
        [
            ("研修の受講者数（人）", "件", True),
            ("研修の受講者数（人）", "人", False),
            ("削減額（単位：千円）", "万円", True),
            ("削減額［万円］", "万円", False),
            ("実施率（％）", "%", False),
            ("利用件数(月平均)", "件", False),
            ("導入事業数(累計)", "事業", False),
            ("発行件数（年）", "件", False),
            ("認知度（市外に住む20歳代から30歳代）", "%", False),
        ],
    )
    def test_brackets_behind_the_name(self, name: str, unit: str, *, expected: bool) -> None:
        text = indicator("targets: {R9: 5}\n", name=name, unit=unit)
        assert found(self.rule, text) == ([name] if expected else [])


class TestPrintedDisagrees:
    rule = "printed-disagrees"

    @pytest.mark.parametrize(
        ("unit", "value", "wording", "expected"),
        [
            ("人", "5000", "約5,000人（R6-9）", False),
            ("人", "500", "約5,000人（R6-9）", True),
            ("人", "50000", "５万人以上", False),
            ("人", "5000", "５万人以上", True),
            ("人", "12000", "1万2,000人", False),
            ("万円", "12000", "1億2,000万円", False),
            ("万円", "1200", "1,200万円", False),
            ("万円", "12000", "1,200万円", True),
            ("%", "60", "会議のうち、6割がペーパーレス会議", False),
            ("%", "60", "会議のうち、8割がペーパーレス会議", True),
            ("%", "73.1", "７３．１％", False),
            ("%", "73", "73.1%", True),
            ("時間", "3", "稼働停止時間3.5時間以下", True),
            ("件", "11000", "特設サイトのアクセス件数：11,000件/年", False),
            ("件", "12000", "特設サイトのアクセス件数：11,000件/年", True),
            # Several candidates: which is meant cannot be said.
            ("種類", "4", "公開数3種類増加(合計50種類以上)", False),
            ("%", "55", "50〜60%", False),
            ("件", "8", "A課5件、B課3件", False),
            # Singled out by its unit.
            ("%", "90", "100%(年間42,000時間)", True),
            ("時間", "42000", "100%(年間42,000時間)", False),
            ("人", "450", "【460人(前年度比110%)】", True),
            # Years, relations and steps are no candidates.
            ("件", "30000000", "H30年度実績25,951,185件から約15%増の年間3,000万件", False),
            ("%", "65", "令和4年度から5%増", False),
            ("%", "65", "前年度比110%", False),
            ("件", "30", "令和9年度までに", False),
            ("業務", "30", "2027年に20業務", True),
            ("件", "240", "毎月約20件", False),
            ("件", "240", "20件/月", False),
            ("件", "240", "20件/年", True),
            # Nothing but a number.
            ("件", "80", "８０以上", False),
            ("件", "60", "８０以上", True),
            ("件", "60", "基準年の80から増やす", False),
        ],
    )
    def test_targets(self, unit: str, value: str, wording: str, *, expected: bool) -> None:
        text = indicator(printed(value, wording), name="指標", unit=unit)
        assert found(self.rule, text) == ([value] if expected else [])

    def test_what_is_called_about_may_be_rounded(self) -> None:
        for value, wording, expected in (
            ("13245", "約1.3万時間", []),
            ("13245", "約1万時間", []),
            ("13245", "約13,200時間", []),
            ("13245", "約13,100時間", ["13245"]),
            ("13245", "13,200時間", ["13245"]),
        ):
            text = indicator(printed(value, wording), name="削減時間", unit="時間")
            assert found(self.rule, text) == expected

    def test_a_reduction_is_what_a_reduction_measures(self) -> None:
        body = printed("30", "作業時間を25%削減")
        assert found(self.rule, indicator(body, name="作業時間の削減率")) == ["30"]
        assert found(self.rule, indicator(body, name="利用率")) == []

    def test_a_years_part_is_not_the_total(self) -> None:
        body = printed("20", "毎年度5件ずつ")
        cumulative = indicator(body, name="導入件数", unit="件", aggregation="cumulative")
        assert found(self.rule, cumulative) == []
        annual = indicator(body, name="導入件数", unit="件", aggregation="annual")
        assert found(self.rule, annual) == ["20"]

    def test_relative_and_undecided_targets_have_no_value(self) -> None:
        body = "targets:\n  R8: {undecided: true, printed: 5人}\n"
        body += "  R9: {relative: {to: R8, times: 1.2}, printed: 令和8年の1.2倍}\n"
        assert found(self.rule, indicator(body, **PEOPLE)) == []

    def test_results_and_baselines_are_looked_at(self) -> None:
        body = "baseline: {value: 3, printed: 4人}\nactuals: {R6: {value: 14, printed: 41人}}\n"
        assert found(self.rule, indicator(body, **PEOPLE)) == ["3", "14"]

    def test_it_does_not_say_twice_what_the_unit_says(self) -> None:
        text = indicator(printed("1200", "1,200円"), **MONEY)
        assert found(self.rule, text) == []
        assert found("unit-disagrees", text) == ["'1,200円'"]
        assert messages("unit-disagrees", text) == ["“1,200円” is printed, but the unit is 万円"]


class TestShareOutsideRange:
    rule = "share-outside-range"

    @pytest.mark.parametrize("name", ["満足している市民の割合", "料金回収率", "実容積率"])
    def test_only_what_is_declared_a_share_is_looked_at_whatever_its_name(self, name: str) -> None:
        body = "targets: {R8: 100.1, R9: 100}\nactuals: {R6: -0.1, R7: 0}\n"
        assert found(self.rule, indicator(body, name=name)) == []
        assert found(self.rule, indicator(f"share: true\n{body}", name=name)) == ["100.1", "-0.1"]

    def test_the_baseline_and_the_comparison_are_looked_at(self) -> None:
        body = (
            "share: true\nbaseline: {value: 613}\ntargets: {R9: 70}\n"
            "comparison: {name: 全国平均, figures: {R6: 101}}\n"
        )
        assert found(self.rule, indicator(body)) == ["613", "101"]

    def test_what_a_relative_target_comes_to(self) -> None:
        body = "share: true\ntargets: {R9: {relative: {to: R6, times: 1.2}}}\nactuals: {R6: 90}\n"
        assert found(self.rule, indicator(body)) == ["1.2"]
        assert messages(self.rule, indicator(body))[0].startswith("108% ")
        assert found(self.rule, indicator(body.replace("90", "83.3"))) == []
