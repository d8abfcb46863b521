"""What each column of the published tables means, for `column_pages`.

A column that means something else in one table stands by itself, as `table.column`.
"""

from __future__ import annotations

__all__ = ["MEANINGS"]

_TOLD = """\
plan_id|Id of the plan: the name of its file|計画のID（ファイルの名前）
plan_title|Title of the plan|計画の名称
goal_no|Number of the basic goal as printed; empty where it has none|基本目標の番号（印刷のとおり）。番号がなければ空
goal_title|Title of the basic goal|基本目標の名称
measure_no|Number of the measure as printed|施策の番号（印刷のとおり）
measure_title|Title of the measure|施策の名称
project_id|Id of the project; empty for what a measure has itself|事業のID。施策そのもののものは空
project_title|Title of the project|事業の名称
category|Category of the project (新規, 継続, …), in the words of the plan|事業の区分（新規、継続など）。計画の言葉のまま
priority|Whether the plan calls it a priority|重点とされているか
indicator_id|Full id of the indicator|指標の完全なID
indicator_name|Name of the indicator|指標の名称
kind|Whether it is the target of a measure or the outcome of a project; the two are never counted together|施策目標値か、事業の成果指標か。合わせて数えることはありません
follow_ups.kind|Whether the council asked for it or the section promised it|会議の指示か、担当課の約束か
unit|Unit of baseline, targets and actuals of this indicator|この指標の現状値・目標・実績の単位
direction|In which direction the figure is to move|値がどちらに動けばよいか
aggregation|How the figures of years belong together: for each year anew, a state at a day, or a total over several years|各年度の値の関係（年度ごとの値、時点の値、複数年度の合計など）
period_start|First fiscal year of the period a total is reckoned over; empty for the target of one year. The last is `fiscal_year`|合計の対象期間の最初の年度（西暦）。単年度の目標は空。最後の年度は `fiscal_year`
fiscal_year|The fiscal year by the calendar year it begins in|年度（始まる年の西暦）
fiscal_year_label|The fiscal year as the body writes it|団体の書き方による年度
baseline_value|The figure the plan starts from, in the indicator's unit|計画の出発点となる値。単位は指標の単位
baseline_year_label|Year or period of the baseline|現状値の年度または期間
baseline_printed|The baseline as the document prints it, where that says more than the number|資料に印刷されたとおりの現状値（数値より詳しいとき）
target_value|The target in force for the year, in the indicator's unit|その年度に有効な目標。単位は指標の単位
targets.target_printed|The target as the document prints it, where that says more than the number|資料に印刷されたとおりの目標（数値より詳しいとき）
targets.target_value|The target of this version, in the indicator's unit|この版の目標。単位は指標の単位
target_printed|The target as the document prints it, where that says more than the number; one in words|資料に印刷されたとおりの目標（数値より詳しいとき、または文言のとき）
target_form|How the target is given|目標の示し方
target_strict|The target itself is not enough (超, 未満)|目標値ちょうどでは足りない（超・未満）
target_low|Lower end of a range, in the indicator's unit|範囲の目標の下限。単位は指標の単位
target_high|Upper end of a range, in the indicator's unit|範囲の目標の上限。単位は指標の単位
target_words|A target in words, judged by hand|文言の目標。達成は人が判断します
relative_to|What a relative target refers to: a year or the baseline|相対的な目標の基準（年度または現状値）
relative_times|How many times the figure referred to (a plain factor)|基準の何倍か（倍率）
relative_percent|Change from the figure referred to, in percent|基準からの増減（%）
in_force|Whether the version is the one in force on the day of the report|報告の日に有効な版か
since|Day from which a changed target is in force; empty for the first version|変更後の目標が有効となった日。最初の版は空
until|Day on which the version was replaced; empty for the one in force|この版が変更された日。有効な版は空
reason|Why the target was changed|目標を変えた理由
approved_by|Who approved the change; empty for the first version|変更を承認した会議等。最初の版は空
actual_value|The result the status is judged on, in the indicator's unit; it may be of another year (`actual_year_label`)|状態の判定に使った実績。単位は指標の単位。別の年度の値のこともあります（`actual_year_label`）
actual_as_of|Day, month or span the result is of|実績の時点または対象期間
actual_state|Whether the result is final|実績が確定しているか
actual_year_label|Fiscal year of the result|実績の年度
actual_span|The time the result covers, where it is not the whole year|実績の対象期間（年度の全体でないとき）
actual_published|Day on which the result was published|実績が公表された日
actual_numerator|What was counted for a rate|率の分子とした数
actual_denominator|Out of how many|率の分母とした数
respondents|How many answered the survey|調査に回答した人数
achievement_rate|Actual ÷ target in percent, half-up to one digit|実績 ÷ 目標（%、小数第1位に四捨五入）
progress_rate|(Actual − baseline) ÷ (target − baseline) in percent, half-up to one digit|（実績 − 現状値）÷（目標 − 現状値）（%、小数第1位に四捨五入）
status|How the target of the year stands as the report's day sees it|報告の日から見た、その年度の目標の状態
source|Document id and place the row was taken from; the document is in `sources`|この行の出典（資料のIDと箇所）。資料は `sources` にあります
rate_against|Year of the target that the rates compare with, where it is not the row's own|率を比べた目標の年度（その行の年度でないとき）
rate_restricted|Why the rates are not those of the whole time|率が期間の全体のものでない理由
comparison_name|What the indicator is compared with, such as the whole country|比較する系列（全国など）
comparison_value|The figure of that series in the year, in the indicator's unit|その系列の、その年度の値。単位は指標の単位
year_kind|Whether its years are fiscal or calendar years|年度か暦年か
hold|The level is to be kept, not only reached|水準を維持する目標か
declared_rate|The rate by the formula that the plan itself lays down, in percent|計画の定める算式による率（%）
declared_formula|That formula|その算式
declared_printed|That rate as the plan would print it|計画の書き方による、その率
declared_grade|The grade that the plan gives to that rate|その率に計画が与える評価区分
published_rate|The rate that the body printed, in percent; compared, never used|団体が公表した率（%）。照合するだけで、計算には使いません
published_grade|The grade that the body printed|団体が公表した評価区分
part|Id of a part of the indicator; empty for the whole|指標の内訳のID。全体なら空
part_name|Name of the part|内訳の名称
share|The figure is a share of a whole, so that it ends at 100%|全体に占める割合か（100% が上限）
also_under|Ids of other measures the indicator is listed under again, with spaces between|再掲しているほかの施策のID（空白区切り）
policy|Ids of the policies across the plan, with spaces between|横断的な方針のID（空白区切り）
sdgs|Numbers of the SDGs, with spaces between|SDGs の番号（空白区切り）
definition|What is counted, in the words of the document|何を数えるか。資料の言葉のまま
target_basis|How the body came to the target|目標をその値とした考え方
owner|Section in charge; several with 、 between|所管課。複数なら読点で区切ります
data_source|Where the figures come from|値をどこから得るか
survey_timing|When the figure of a year becomes known|年度の値がいつ分かるか
remark|What the section says about the result|結果に対する担当課の見解
evaluations.remark|Remark that belongs to no other column|ほかの列に当たらない見解
project_progress|How the project went in the year; apart from `status`|その年度の事業の進み方。`status` とは別です
continues|Ids of the indicators of earlier plans that this one continues, with spaces between|引き継いだ、前の計画の指標のID（空白区切り）
added|Day on which it was added after the plan's approval|計画の承認後に追加された日
dropped|Day on which it was dropped|廃止された日
note|Remark of those who keep the data|データを管理する側の補足
action|What is to be done in the year|その年度に行うこと
action_state|How far it has come|どこまで進んだか
proposed|Brought by a change that nobody has approved yet|未承認の見直し案によるもの
level|Whether a plan, goal, measure or project was judged|計画・基本目標・施策・事業のどれを評価したか
half_year|Whether the review is that of the first half of the year|上半期の評価か
progress|How it went|進み方
printed|The evaluation as printed, where it fits no code|印刷されたとおりの評価（符号に当たらないとき）
achievements|What was done|行ったこと
issues|What is difficult|課題
causes|Why it came out so|そうなった要因
outlook|How it goes on|今後どうするか
self_rating|Rating by the section itself, in the plan's words|担当課の評価。計画の言葉のまま
council_rating|Rating by the council|進行管理会議の評価
judgement|Judgement in words, of goals and plans too|言葉による評価。基本目標や計画にもあります
forecast|Whether the target will be met, as the section sees it|担当課による、目標の達成の見込み
text|The instruction or the promise|指示または約束の内容
due|Until when it is to be done|いつまでに行うか
answer|What was answered to it; empty as long as it is open|回答。未回答なら空
answered|Day of the answer|回答の日
document_id|Id of the document, with which a `source` begins|資料のID。`source` の先頭にあります
document_title|Title of the document|資料の名称
publisher|Who published it|発行者
published|Day, month or year of its publication|公表された日・月・年
stage|Whether it is a draft or the approved text|案か、決定したものか
body_code|Code of the local government (全国地方公共団体コード, six digits, as text)|全国地方公共団体コード（6桁、文字列）
body_name|Name of the body that publishes|公表する団体の名称
"""


def _read(line: str) -> tuple[str, dict[str, str]]:
    name, en, ja = line.split("|")
    return name, {"en": en, "ja": ja}


MEANINGS = dict(map(_read, _TOLD.splitlines()))
