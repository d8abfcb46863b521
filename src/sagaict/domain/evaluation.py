"""How something was judged, half-way through a fiscal year and after it, and what is to follow."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says
from sagaict.domain.fields import Flag, Moment_, SourceRef, Text
from sagaict.domain.owner import OwnersField
from sagaict.domain.record import Record, default_of
from sagaict.domain.words import Forecast, Outlook, Progress

__all__ = ["Evaluation", "FollowUp", "Review"]


class FollowUp(Record):
    """What the council asked for (改善指示), or what was promised: by when, by whom, its answer."""

    text: Annotated[Text, Says("指示・約束の内容。 / What is to be done.")]
    due: Annotated[Moment_ | None, Says("期限。 / Deadline.")] = None
    owner: Annotated[
        OwnersField, Says("対応する課(省略時は所管課)。 / Who is to; else the section in charge.")
    ] = ()
    answer: Annotated[Text | None, Says("回答・結果。 / Answer.")] = None
    answered: Annotated[Moment_ | None, Says("回答日。 / When it was answered.")] = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return not self.answer and self.answered is None


class Review(Record):
    """How a project, measure, goal or plan was judged."""

    progress: Annotated[
        Progress,
        Says(
            "done 完了 · on_schedule 計画どおり · delayed 滞り · cancelled 中止 · "
            "unknown 不明(資料で失われた評価は推測しない)"
        ),
    ] = "unknown"
    printed: Annotated[Text | None, Says("進捗の評価の表記(例 ○)。 / Progress as printed.")] = None
    judgement: Annotated[
        Text | None,
        Says("評価(計画の言葉または段階。例 概ね順調)。 / The judgement, in the plan's own words."),
    ] = None
    forecast: Annotated[
        Forecast | None,
        Says(
            "目標達成の見込み: likely 達成が見込まれる · unlikely 達成は見込まれない"
            "(書かれていなければ推測しない)。 / Whether the target is expected to be reached."
        ),
    ] = None
    achievements: Annotated[Text | None, Says("取組実績。 / What was done.")] = None
    issues: Annotated[Text | None, Says("課題。 / Issues.")] = None
    causes: Annotated[Text | None, Says("要因分析。 / Analysis of causes.")] = None
    outlook: Annotated[
        Outlook | None,
        Says(
            "今後の方向性: expand 拡大 · continue 継続 · review 見直し · merge 統合 · "
            "complete 完了 · stop 中止"
        ),
    ] = None
    self_rating: Annotated[Text | None, Says("自己評価。 / Self-evaluation.")] = None
    council_rating: Annotated[Text | None, Says("進行管理会議の評価。 / Council's view.")] = None
    instructions: Annotated[tuple[FollowUp, ...], Says("改善指示。 / Instructions.")] = ()
    follow_ups: Annotated[
        tuple[FollowUp, ...],
        Says("今後行うとしたこと(例 R5の早い時期に再度調査)。 / What was promised."),
    ] = ()
    remark: Annotated[Text | None, Says("評価の記述・総括。 / The judgement in full.")] = None
    internal: Annotated[
        Flag, Says("非公開(公開サイトに載せない)。 / The public site leaves it out.")
    ] = False
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None

    @property
    def known_progress(self) -> Progress | None:
        """The progress; `None` where it was judged in words alone."""
        in_words = self.remark or self.judgement or self.forecast
        alone = self.progress == "unknown" and not self.printed and in_words
        return None if alone else self.progress


class Evaluation(Review):
    """How it was judged in a fiscal year: after its end, and half-way through it."""

    half_year: Annotated[
        Review | None,
        Says("上半期の評価(年度の評価とは別の記録)。 / Half-way; the year's takes no part of it."),
    ] = None

    @property
    def of_year(self) -> Review | None:
        """What was said of the year as a whole; `None` if nothing was."""
        fields = Review.__dataclass_fields__
        says = any(getattr(self, name) != default_of(Review, name) for name in fields)
        return self if says else None

    @property
    def all_follow_ups(self) -> tuple[FollowUp, ...]:
        """What was asked for or promised, in the first half or of the whole year."""
        half = self.half_year or Review()
        return (*half.instructions, *self.instructions, *half.follow_ups, *self.follow_ups)

    @property
    def latest(self) -> Review:
        """The newest review of the year: that of the whole, else that of its first half."""
        return self.of_year or self.half_year or self
