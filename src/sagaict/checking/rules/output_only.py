"""Outcome indicators that all count what was made or held, and none what it brought about."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.holders import site_holders
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.computing.membership import dropped_by
from sagaict.domain.indicator import Indicator
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.language import _, mark

__all__ = ["RULE", "counts_output"]

ID = "output-only"

# What the city itself makes, holds or hands out; 「登録」 or 「発行」 alone may be what users do.
_DEED = (
    "導入|設置|整備|開設|構築|作成|策定|公開|掲載|追加|配布|配信|発信|開催|実施|研修|受講|任命|"
    "電子化|オンライン化|データ登録"
)
# What a mere 「増加数」 must be of: things the city adds.
_THING = (
    "手続|サービス|データ|公開数|窓口|場所|箇所|か所|施設|機能|コンテンツ|情報|種類|システム|業務|"
    "事業|端末|スポット|メニュー|講座"
)
_OUTPUT = regex(
    rf"(?:(?:{_DEED})[^のにでを、・]{{0,6}}?(?:数|の延べ人数)(?:の?(?:増加数|合計|累計|総数))?"
    rf"|(?:{_THING})の?増加数)$"
)
_EFFECT = regex(
    "削減|短縮|減少|満足|利用|活用|実感|理解|率|割合|時間|費|額|アクセス|閲覧|視聴|ビュー|ダウンロード|"
    "来場|来館|参加|応募|申込|相談|通報|苦情|障害|事故|改善|解決|定着|取得|合格|効果|向上"
)
_BRACKETS = regex(r"[(\[（【〔][^)\]）】〕]*[)\]）】〕]")


def _check(scene: Scene) -> Iterator[Finding]:
    for holder in site_holders(scene):
        kept = [site for site in holder.outcomes if dropped_by(site.placed, scene.view) is None]
        if kept and all(counts_output(site.indicator) for site in kept):
            names = _(", ").join(site.indicator.name for site in kept)
            related = tuple((site.file, (*site.location, "name")) for site in kept)
            location = (*holder.location, "outcome_indicators")
            args = {"names": names}
            yield Finding(ID, holder.file, location, args, on_key=True, related=related)


def counts_output(indicator: Indicator) -> bool:
    """Whether the indicator's name plainly says that it counts something made or held."""
    if indicator.direction != "increase" or indicator.is_share:
        return False
    name = _BRACKETS.sub("", half_width(indicator.name)).replace(" ", "")
    return _OUTPUT.search(name) is not None and _EFFECT.search(name) is None


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("Only output is counted, no effect"),
    why=mark(
        "How many things were introduced or held (アウトプット) is in the city's own hands. "
        "Whether anyone is better off (アウトカム) shows only in time saved, use, or satisfaction."
    ),
    message=mark("what is counted is output only: {names}"),
    remedy=mark(
        "Consider adding an indicator of the effect: time or cost saved, use, satisfaction."
    ),
    check=_check,
    asks="settable",
    bad="""\
outcome_indicators:  # ←
  - id: introduced
    name: RPAツールの導入業務数
    unit: 業務
    direction: increase
    aggregation: cumulative
    targets:
      R6: 5
  - id: trainees
    name: 操作研修の受講者数
    unit: 人
    direction: increase
    aggregation: annual
    targets:
      R6: 120
""",
    good="""\
outcome_indicators:
  - id: introduced
    name: RPAツールの導入業務数
    unit: 業務
    direction: increase
    aggregation: cumulative
    targets:
      R6: 5
  - id: time-reduction
    name: RPAツール導入業務の作業時間の削減率
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R6: 75
""",
    sample="project",
)
