"""Recording how a project or measure was judged, by itself and by the council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from sagaict.domain.evaluation import Evaluation, Instruction
from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.structure import fields_of
from sagaict.domain.walks import Location
from sagaict.domain.words import Outlook, Progress
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.places import find_measure, find_project
from sagaict.recording.refusal import Refused, require_citation
from sagaict.recording.texts import prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Put

__all__ = ["NewEvaluation", "NewInstruction", "record_evaluation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInstruction:
    """An instruction of the council (改善指示), or more about one: its deadline, its answer.

    Without `text` the one instruction of that year that is still open is meant.
    """

    text: str | None = None
    due: Moment | None = None
    answer: str | None = None
    answered: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvaluation:
    """What is said; `None` is what nothing was said about, and stays as it is."""

    progress: Progress | None = None
    printed: str | None = None
    achievements: str | None = None
    issues: str | None = None
    causes: str | None = None
    outlook: Outlook | None = None
    self_rating: str | None = None
    council_rating: str | None = None
    remark: str | None = None
    source: str | None = None

    @property
    def said(self) -> dict[str, str]:
        """The parts something is said about, in the order of the file, as they are written.

        Raises:
            Refused: `empty-text`, `unwritable`.
        """
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        texts = {name: prose(value) for name, value in given.items() if value is not None}
        return {name: texts[name] for name in fields_of(Evaluation) if name in texts}


def record_evaluation(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    new: NewEvaluation,
    instruction: NewInstruction | None = None,
    *,
    today: date,
) -> None:
    """Put an evaluation of a project or measure into the change set, part by part.

    Raises:
        Refused: `unknown-holder`, `outside-period`, `not-begun`, `empty-text`, `unwritable`,
            `nothing-said`,
            `bad-source`, `nothing-changes`, `no-open-instruction`, `several-open-instructions`,
            `answered-already`.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, location, plan, evaluations = _place(change_set, workspace, full_id)
    if year not in plan.period:
        raise Refused("outside-period", year=year.label, period=plan.period.label)
    if year.first_day > today:
        raise Refused("not-begun", year=year.label, day=year.first_day.isoformat())
    said = new.said
    if not said and instruction is None:
        raise Refused("nothing-said")
    require_citation(said.get("source"))
    here = (*location, "evaluations", year)
    old = evaluations.get(year)
    changes = list(_parts(here, old, said))
    if instruction is not None:
        changes += _instruction(here, old.instructions if old else (), instruction)
    if not changes:
        raise Refused("nothing-changes", year=year.label)
    change_set.change(file, *changes)


def _place(
    change_set: ChangeSet, workspace: Workspace, full_id: str
) -> tuple[FileOf, Location, Plan, Mapping[FiscalYear, Evaluation]]:
    try:
        project = find_project(change_set, workspace, full_id)
    except Refused:
        pass
    else:
        return project.file, (), project.plan, project.project.evaluations
    try:
        measure = find_measure(change_set, workspace, full_id)
    except Refused:
        raise Refused("unknown-holder", id=full_id) from None
    return measure.file, measure.location, measure.plan, measure.measure.evaluations


def _parts(here: Location, old: Evaluation | None, said: dict[str, str]) -> list[Change]:
    if old is None and said:
        return [Put(here, dict(said))]
    return [Put((*here, name), text) for name, text in said.items() if getattr(old, name) != text]


def _instruction(
    here: Location, known: tuple[Instruction, ...], new: NewInstruction
) -> list[Change]:
    texts = {
        each.name: prose(str(value))
        for each in fields(new)
        if (value := getattr(new, each.name)) is not None
    }
    number = _meant(known, new, texts.get("text"))
    if number is None:
        return [Append((*here, "instructions"), dict(texts))]
    old = known[number]
    texts.pop("text", None)  # it named the instruction, perhaps by a part
    if old.answer is not None and texts.get("answer", old.answer) != old.answer:
        raise Refused("answered-already", text=old.text, answer=old.answer)
    before = {name: getattr(old, name) for name in texts}
    return [
        Put((*here, "instructions", number, name), text)
        for name, text in texts.items()
        if before[name] is None or str(before[name]) != text
    ]


def _meant(known: tuple[Instruction, ...], new: NewInstruction, text: str | None) -> int | None:
    """Which of the instructions there is more said about; `None` for a new one."""
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
