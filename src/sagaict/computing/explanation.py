"""Why a target was missed, in the words of those who answer for it."""

from __future__ import annotations

from sagaict.computing.assessment import Assessment

__all__ = ["explanation"]


def explanation(assessment: Assessment) -> str | None:
    """The remark on the result (結果に対する見解), else what was said of its project or measure.

    A note on the figure says what the figure is, not why: it is none.
    """
    figure, placed = assessment.figure, assessment.placed
    if assessment.parts:
        texts = [explanation(each) for each in assessment.parts if each.status == assessment.status]
        return "\n".join(dict.fromkeys(text for text in texts if text)) or None
    if figure is None:
        return None
    if figure.actual.remark:
        return figure.actual.remark
    evaluations = placed.holder.evaluations
    for year in (assessment.year, figure.year):
        said = evaluations.get(year)
        if said is not None and (said.remark or said.causes):
            return said.remark or said.causes
    return None
