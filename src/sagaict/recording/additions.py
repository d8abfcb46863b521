"""What is said of a new plan, project or indicator: can it stand in a file as it was given?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from sagaict.domain.ids import is_id
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.record import Record
from sagaict.domain.typed import half_width
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.approval import Approval, amendment_entry
from sagaict.recording.refusal import Refused, require_citation, require_id
from sagaict.recording.texts import line, prose
from sagaict.writing.canonical import NotValid
from sagaict.writing.change import SpliceFailed
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.new_file import new_file

__all__ = [
    "Addition",
    "Named",
    "create_file",
    "id_of",
    "joining_amendments",
    "joining_grounds",
    "named",
    "pair",
    "refuse_draft",
    "require_document",
    "said",
    "without_repetition",
]

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Addition:
    """What is new, as it stands in its file: its full id, and its lines by themselves."""

    full_id: str
    file: FileOf
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a title: a document by its id, a goal or measure by its number."""

    key: str
    title: str


def id_of(text: str) -> str:
    """An id as it was typed, full-width forms as half-width ones.

    Raises:
        Refused: `bad-id`, or `bad-id-near` where one like it can be offered; `reserved-id`.
    """
    folded = half_width(text).strip()
    if is_id(folded):
        require_id(folded)
        return folded
    near = "-".join(re.findall("[a-z0-9]+", folded.lower())) if folded.isascii() else ""
    if is_id(near):
        raise Refused("bad-id-near", id=text.strip(), near=near)
    raise Refused("bad-id", id=text.strip())


def named(text: str, form: str) -> Named:
    """An id or number, an equals sign, a title; `form` shows how that is written.

    Raises:
        Refused: `no-pair`, or what is wrong with the title.
    """
    key, title = pair(text, form)
    return Named(line(key.translate(_HALF_WIDTH)), line(title))


def pair(text: str, form: str) -> tuple[str, str]:
    """What stands before and behind the first equals sign, as it was typed.

    Raises:
        Refused: `no-pair`: there is none, or nothing before or behind it.
    """
    found = re.fullmatch("([^=＝]+)[=＝](.+)", text.strip(), re.DOTALL)
    if found is None or not (found[1].strip() and found[2].strip()):
        raise Refused("no-pair", text=text.strip(), form=form)
    return found[1].strip(), found[2].strip()


def without_repetition(keys: Iterable[str]) -> None:
    """See that nothing is given twice.

    Raises:
        Refused: `given-twice`.
    """
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise Refused("given-twice", key=key)
        seen.add(key)


def said(given: Mapping[str, str | None], *, prosaic: Iterable[str] = ()) -> dict[str, str]:
    """The texts that were given, as they are written; what was not said is left out.

    Raises:
        Refused: `empty-text`, `several-lines`, `unwritable`, `bad-source`.
    """
    require_citation(given.get("source"))
    long = frozenset(prosaic)
    return {
        name: prose(text) if name in long else line(text)
        for name, text in given.items()
        if text is not None
    }


def require_document(source: str, plan: Plan, workspace: Workspace) -> None:
    """See that a source names a document that is known: of the plan, or of one it names.

    Raises:
        Refused: `bad-source`, `unknown-document`.
    """
    require_citation(source)
    name = source.split(" ", 1)[0]
    owner, _slash, local = name.rpartition("/")
    plans = {each.id: each for _, each in workspace.plans} | {plan.id: plan}
    cited = plans.get(owner or plan.id)
    if cited is None:
        raise Refused("unknown-plan", id=owner)
    if local not in cited.documents:
        known = ", ".join(cited.documents)
        raise Refused("unknown-document", name=name, documents=known, plan=cited.id, document=local)


def joining_amendments(
    plan: Plan, approval: Approval | None, *, command: str, today: date
) -> list[object]:
    """The amendments of what joins a plan: one if it was approved before, none while it is made.

    Raises:
        Refused: `add-to-draft`, or why the approval cannot be true.
    """
    joining_grounds(plan, approval, command=command, today=today)
    return [] if approval is None else [amendment_entry("added", approval)]


def joining_grounds(plan: Plan, approval: Approval | None, *, command: str, today: date) -> None:
    """See that the grounds are those of what joins an approved plan, if there are any.

    Raises:
        Refused: `add-to-draft`, or why the approval cannot be true.
    """
    if approval is not None:
        refuse_draft(plan, command)
        approval.require_sound(today, ahead=True)


def refuse_draft(plan: Plan, command: str) -> None:
    """See that a plan is approved, so that what joins it needs its grounds.

    Raises:
        Refused: `add-to-draft`, which names the command that is right instead.
    """
    if plan.stage == "draft":
        raise Refused("add-to-draft", id=plan.id, command=command)


def create_file(
    change_set: ChangeSet, name: str, kind: type[Record], content: dict[str, object]
) -> tuple[FileOf, tuple[str, ...]]:
    """A new file in the canonical layout, and its lines without the one that names the schema.

    Raises:
        Refused: `id-taken`: there is such a file already.
        SpliceFailed: the content would not be read back as it is.
    """
    try:
        text = new_file(kind, content)
    except NotValid:
        raise SpliceFailed(name) from None
    try:
        file = change_set.create(name, text)
    except SpliceFailed:
        raise Refused("id-taken", id=str(content["id"])) from None
    return file, tuple(text.splitlines()[1:])
