"""A figure taken at a time, of which nothing says at what time."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.actuals import ActualSite, actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.language import mark

__all__ = ["RULE"]

ID = "actual-without-date"

_SPEAKS_OF_TIME = regex(
    r"\d{1,2}月|時点|現在|年度末|年末|月末|平均|[RHS]\d{1,2}[.]\d{1,2}|\d{4}[-/.]\d{1,2}"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|as of|end of|average)\b"
)


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        if entry.actual.state == "reached" and not entry.is_dated:
            yield entry.on_year(ID)
        # A yearly count is dated by its year; the date of a survey is that of the survey.
        if entry.indicator.is_flow or entry.indicator.data_source or entry.indicator.derived:
            continue
        final = entry.actual.value is not None and entry.actual.state == "final"
        if final and not entry.is_dated and not _is_dated_in_words(entry):
            yield entry.on_year(ID)


def _is_dated_in_words(entry: ActualSite) -> bool:
    indicator, actual = entry.indicator, entry.actual
    texts = (
        indicator.name,
        indicator.definition,
        indicator.survey_timing,
        indicator.note,
        actual.printed,
        actual.note,
        actual.source,
    )
    folded = half_width(" ".join(text for text in texts if text))
    return _SPEAKS_OF_TIME.search(folded) is not None


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("A figure taken at a time, without a date"),
    why=mark(
        "A count or share as it stood (時点値・累計) means something only together with its date: "
        "half a year later another document prints another figure, and nobody knows which counts."
    ),
    message=mark("the figure of {year} does not say when it was taken"),
    remedy=mark("Add as_of (e.g. R7.3.31), or say once for all in survey_timing."),
    check=_check,
    asks="reported",
    bad="""\
id: datasets
name: オープンデータのデータセット数
unit: 件
direction: increase
aggregation: level
targets:
  R7: 60
actuals:
  R6: 52  # ←
  R7:
    value: 58
    as_of: R8.3.31
""",
    good="""\
id: datasets
name: オープンデータのデータセット数
unit: 件
direction: increase
aggregation: level
survey_timing: 毎年度末
targets:
  R7: 60
actuals:
  R6: 52
  R7: 58
""",
)
