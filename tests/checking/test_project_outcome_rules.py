"""The rules about what a project states: numbers, effects, actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from judging import PLAN_WITH_MEASURE, found, found_in, messages, outcome, targets

from sagaict.reading.workspace import read_workspace


class TestNoNumericOutcome:
    rule = "no-numeric-outcome"

    def project(self, *lines: str) -> str:
        return "outcome_indicators:\n" + outcome("年間アクセス件数", targets(*lines))

    @pytest.mark.parametrize(
        "line",
        [
            "R9: 30",
            "R9: {relative: {to: R8, times: 1.2}}",
            "R9: {value: 12000, printed: 約1.2万件}",
            "R9: 0",
        ],
    )
    def test_one_number_or_relation_in_any_year_is_enough(self, line: str) -> None:
        assert found(self.rule, self.project("R6: undecided", line), "project") == []

    def test_undecided_in_all_years_is_no_number(self) -> None:
        text = self.project("R6: undecided", "R7: {undecided: true, printed: 別途設定}")
        assert found(self.rule, text, "project") == ["A"]

    def test_an_indicator_without_targets_is_no_number(self) -> None:
        text = "outcome_indicators:\n" + outcome("年間アクセス件数")
        assert found(self.rule, text, "project") == ["A"]

    def test_what_stands_in_its_place_is_pointed_at(self) -> None:
        text = "outcome_undecided:\n  printed: 後で設定\n"
        assert found(self.rule, text, "project") == ["後で設定"]

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ("category: C\n", []),  # research may leave it open
            ("category: C\npriority: true\n", ["true"]),  # but not if it is called a priority
            ("category: A\npriority: false\n", ["A"]),  # what a category asks cannot be waived
            ("priority: true\n", ["true"]),
            ("priority: false\n", []),
            ("", []),
        ],
    )
    def test_category_and_priority_decide(
        self, keys: str, expected: list[str], tmp_path: Path
    ) -> None:
        categories = (
            "categories:\n  A: {title: 導入}\n  C: {title: 研究, outcome_required: false}\n"
        )
        project = "id: trial\nplan: sample\nmeasure: 1-1\ntitle: 見本の事業\nsource: plan 1\n"
        for name, text in (
            ("plans/sample.yaml", PLAN_WITH_MEASURE + categories),
            ("projects/sample/trial.yaml", project + keys),
        ):
            (tmp_path / name).parent.mkdir(parents=True)
            (tmp_path / name).write_text(text, encoding="utf-8")

        assert found_in(read_workspace(tmp_path), self.rule) == expected


class TestOutputOnly:
    rule = "output-only"

    @pytest.mark.parametrize(
        "name",
        [
            "RPAツールの導入事業数",
            "RPA新規導入事業数(累計)",
            "RPA新規導入事業数（累計）",
            "ＲＰＡ導入業務数",
            "電子申請手続の増加数",
            "公開する公共施設情報の追加数",
            "オープンデータ公開数の合計",
            "多言語対応サービスの増加数",
            "操作研修の受講者数",
            "研修を受講した職員の延べ人数",
            "説明会の開催回数",
            "メール配信数",
            "サービスの導入窓口数",
            "公衆無線LANの設置箇所数",
            "DX推進リーダー任命者数",
            "「調査データ一覧」のデータ登録数",
            "サテライトオフィスの導入場所の増加数",
            "オンライン化した手続数",
            "フリーアドレスの導入日数",
        ],
    )
    def test_what_is_made_or_held_is_output(self, name: str) -> None:
        text = "outcome_indicators:\n" + outcome(name)
        assert found(self.rule, text, "project") == ["outcome_indicators"]

    @pytest.mark.parametrize(
        "name",
        [
            "LINE公式アカウントのともだち登録件数",
            "特設サイトの年間アクセス件数",
            "さがみはら地域ポータルサイトの年間ページビュー数",
            "導入事業における業務時間の削減数",
            "公開サイトの利用者数",
            "オンライン申請の利用件数の増加数",
            "観光客の増加数",
            "人口の増加数",
            "地域活動ポイントを付与した人数",
            "年間の証明書交付件数",
            "導入したシステムの障害発生件数",
            "研修の理解度が向上した受講者数",
            "講座の参加者数",
            "配信動画の視聴回数",
            "公開データのダウンロード数",
            "設置端末による申請件数",
            "コンビニエンスストアでの証明書発行件数",
            "導入施設の来館者数",
        ],
    )
    def test_what_others_do_or_gain_is_an_effect(self, name: str) -> None:
        assert found(self.rule, "outcome_indicators:\n" + outcome(name), "project") == []

    def test_shares_and_decreasing_figures_are_no_counts_of_output(self) -> None:
        share = outcome("ペーパーレス会議の実施回数", unit="%")
        assert found(self.rule, "outcome_indicators:\n" + share, "project") == []
        full_width = outcome("ペーパーレス会議の実施回数", unit="%")
        assert found(self.rule, "outcome_indicators:\n" + full_width, "project") == []
        fewer = outcome("紙の発行数", direction="decrease")
        assert found(self.rule, "outcome_indicators:\n" + fewer, "project") == []

    def test_one_effect_among_them_is_enough(self) -> None:
        text = "outcome_indicators:\n" + outcome("導入業務数") + outcome("作業の削減時間")
        assert found(self.rule, text, "project") == []

    def test_a_project_without_indicators_counts_nothing(self) -> None:
        assert found(self.rule, "note: 補足\n", "project") == []

    def test_indicators_of_a_measure_are_looked_at_too(self) -> None:
        keys = "outcome_indicators:\n" + outcome("RPA導入業務数")
        text = PLAN_WITH_MEASURE + "".join(f"        {line}\n" for line in keys.splitlines())
        assert found(self.rule, text, "plan") == ["outcome_indicators"]

    def test_all_of_them_are_named(self) -> None:
        text = "outcome_indicators:\n" + outcome("導入業務数") + outcome("研修の開催回数")
        expected = ["what is counted is output only: 導入業務数, 研修の開催回数"]
        assert messages(self.rule, text, "project") == expected


class TestNoActionBeforeIntroduction:
    rule = "no-action-before-introduction"

    def project(self, actions: list[str], *target_lines: str) -> str:
        done = "".join(f"  {year}:\n    - 検討\n" for year in actions)
        keys = f"actions:\n{done}" if done else ""
        lines = targets(*target_lines) if target_lines else ""
        return keys + "outcome_indicators:\n" + outcome("年間アクセス件数", lines)

    def test_every_year_before_the_first_target_needs_an_action(self) -> None:
        text = self.project(["R6", "R8"], "R9: 30")
        assert found(self.rule, text, "project") == ["actions"]
        assert messages(self.rule, text, "project") == [
            "no action target for R7, and the first outcome target is for R9"
        ]
        assert found(self.rule, self.project(["R6", "R7", "R8"], "R9: 30"), "project") == []

    def test_no_action_is_needed_from_the_first_target_on(self) -> None:
        assert found(self.rule, self.project(["R6"], "R7: 20", "R9: 30"), "project") == []
        assert found(self.rule, self.project([], "R6: 20"), "project") == []

    def test_without_any_action_the_first_target_is_pointed_at(self) -> None:
        assert found(self.rule, self.project([], "R9: 40", "R8: 30"), "project") == ["R8"]

    def test_a_target_left_open_is_expected_all_the_same(self) -> None:
        assert found(self.rule, self.project(["R6"], "R7: undecided", "R9: 30"), "project") == []

    def test_a_period_total_is_counted_from_its_first_year(self) -> None:
        text = self.project(["R6"], "R7-R9: 300").replace("annual", "period_total")
        assert found(self.rule, text, "project") == []

    def test_indicators_to_be_set_for_later_years_are_expected_then(self) -> None:
        text = "actions:\n  R6:\n    - 検討\noutcome_undecided: {printed: 後で, period: %s}\n"
        assert found(self.rule, text % "R7-R9", "project") == []
        assert found(self.rule, text % "R8-R9", "project") == ["actions"]

    def test_a_project_without_outcomes_is_not_asked(self) -> None:
        text = "actions:\n  R6:\n    - 検討\noutcome_undecided: {printed: 進捗に合わせ設定}\n"
        assert found(self.rule, text, "project") == []

    def test_an_empty_list_is_no_action(self) -> None:
        text = self.project(["R6"], "R8: 30").replace("actions:\n", "actions:\n  R7: []\n")
        assert found(self.rule, text, "project") == ["actions"]
