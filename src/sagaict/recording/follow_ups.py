"""Recording what is to follow: an instruction of the council, a promise, and the answer to it."""

from __future__ import annotations

from dataclasses import fields

from sagaict.domain.evaluation import FollowUp
from sagaict.domain.fiscal import Moment
from sagaict.domain.light import dataclass
from sagaict.domain.walks import Location
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import prose
from sagaict.writing.splice import Append, Change, Put

__all__ = ["NewFollowUp", "follow_up_changes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFollowUp:
    """An instruction (改善指示) or a promise, or more about one: its deadline, its answer.

    Without `text` the one that is still open where it is recorded is meant. `promised` says which
    of the two it is; without, and without a text, it is whichever is open.
    """

    text: str | None = None
    due: Moment | None = None
    owner: str | None = None
    answer: str | None = None
    answered: Moment | None = None
    promised: bool | None = None


def follow_up_changes(
    here: Location, known: tuple[FollowUp, ...], new: NewFollowUp
) -> list[Change]:
    """The changes of the list that stands at `here` and holds what is `known`.

    Raises:
        Refused: `empty-text`, `unwritable`, `no-open-instruction`, `several-open-instructions`,
            `answered-already`.
    """
    texts = {
        each.name: prose(str(value))
        for each in fields(FollowUp)
        if (value := getattr(new, each.name)) is not None
    }
    number = _meant(known, new, texts.get("text"))
    if number is None:
        return [Append(here, dict(texts))]
    old = known[number]
    texts.pop("text", None)  # it named the one that is meant, perhaps by a part
    if old.answer is not None and texts.get("answer", old.answer) != old.answer:
        raise Refused("answered-already", text=old.text, answer=old.answer)
    before = {name: getattr(old, name) for name in texts}
    if old.owner and "owner" in texts:
        before["owner"] = old.owner[0].name if len(old.owner) == 1 else ""
    return [
        Put((*here, number, name), text)
        for name, text in texts.items()
        if before[name] in (None, ()) or str(before[name]) != text
    ]


def _meant(known: tuple[FollowUp, ...], new: NewFollowUp, text: str | None) -> int | None:
    """Which of them there is more said about; `None` for a new one."""
    same = [number for number, item in enumerate(known) if item.text == text]
    if same:
        return same[0]
    if text is not None:
        parts = [number for number, item in enumerate(known) if text in item.text]
        return parts[0] if new.answer is not None and len(parts) == 1 else None
    unanswered = [number for number, item in enumerate(known) if item.answer is None]
    if len(unanswered) == 1:
        return unanswered[0]
    if not unanswered:
        raise Refused("no-open-instruction")
    lines = "\n".join(f"  {known[number].text}" for number in unanswered)
    raise Refused("several-open-instructions", instructions=lines)
