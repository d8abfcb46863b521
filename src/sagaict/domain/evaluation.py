"""How something was judged in a fiscal year, and what the council asked for then."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says
from sagaict.domain.fields import Moment_, SourceRef, Text
from sagaict.domain.record import Record
from sagaict.domain.words import Outlook, Progress

__all__ = ["Evaluation", "Instruction"]


class Instruction(Record):
    """An instruction (改善指示) of the council, its deadline and its answer."""

    text: Annotated[Text, Says("指示の内容。 / The instruction.")]
    due: Annotated[Moment_ | None, Says("回答期限。 / Deadline.")] = None
    answer: Annotated[Text | None, Says("回答。 / Answer.")] = None
    answered: Annotated[Moment_ | None, Says("回答日。 / When it was answered.")] = None


class Evaluation(Record):
    """How a project, measure, goal or plan was judged in a fiscal year."""

    progress: Annotated[
        Progress,
        Says(
            "done 完了 · on_schedule 計画どおり · delayed 滞り · cancelled 中止 · "
            "unknown 不明(資料で失われた評価は推測しない)"
        ),
    ] = "unknown"
    printed: Annotated[Text | None, Says("資料の評価の表記(例 ○)。 / As printed.")] = None
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
    council_rating: Annotated[Text | None, Says("調整会議の評価。 / Council's view.")] = None
    instructions: Annotated[tuple[Instruction, ...], Says("改善指示。 / Instructions.")] = ()
    remark: Annotated[Text | None, Says("評価の記述。 / The judgement in words.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None
