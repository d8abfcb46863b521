"""What drafting and adding share: asking for what is missing, showing what is new as a whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sagaict.cli.frame.asking import ask, can_ask, pick
from sagaict.cli.frame.changes import finish, writing_refusals
from sagaict.cli.frame.given import required_word
from sagaict.cli.frame.grounds import TO_APPROVE
from sagaict.cli.frame.refusal import Missing, Refusal
from sagaict.cli.frame.session import Session
from sagaict.domain.plan import Plan
from sagaict.domain.typed import list_number
from sagaict.language import _
from sagaict.language.words import term
from sagaict.recording.entries import Entry, require_document
from sagaict.recording.texts import line
from sagaict.writing.change_set import ChangeSet

__all__ = ["Form", "complete", "id_form", "pick_plan", "source_reader", "sources_shown"]

_Answer = TypeVar("_Answer")
_Word = TypeVar("_Word", bound=str)
_Read = Callable[[str], _Answer]

_OPTIONS = {"no-source": "--source …", "unknown-document": "--source …"}


class Form:
    """What a command was told, and questions for what it was not.

    If something required is missing, everything that was not told is asked for; an empty answer
    leaves out what is not required. Answers that cannot be understood are asked for again.
    """

    def __init__(self, required: Mapping[str, object]) -> None:
        missing = [name for name, given in required.items() if given in (None, [])]
        self.asks = bool(missing)
        if missing and not can_ask():
            raise Missing(missing[0])

    def needed(
        self, given: str | None, question: str, read: _Read[_Answer], *, note: str = ""
    ) -> _Answer:
        """What must be said; `note` explains it to whoever is asked.

        Raises:
            Refusal: what was given cannot be understood, or the questions were broken off.
        """
        if given is not None:
            return _read(read, given)
        _tell(note)
        while True:
            found = _tried(read, ask(question))
            if found is not None:
                return found

    def optional(
        self, given: str | None, question: str, read: _Read[_Answer], *, note: str = ""
    ) -> _Answer | None:
        """What may be left unsaid.

        Raises:
            Refusal: likewise.
        """
        if given is not None:
            return _read(read, given)
        if not self.asks:
            return None
        _tell(note)
        while True:
            answer = ask(_("{question} (empty: leave it out)").format(question=question))
            if not answer:
                return None
            found = _tried(read, answer)
            if found is not None:
                return found

    def each(
        self,
        given: Sequence[str] | None,
        question: str,
        read: Callable[[str, tuple[_Answer, ...]], _Answer],
        *,
        at_least: int = 0,
        note: str = "",
    ) -> tuple[_Answer, ...]:
        """What may be said several times; `read` is told what was said before.

        Raises:
            Refusal: likewise.
        """
        found: tuple[_Answer, ...] = ()
        for text in given or ():
            with writing_refusals():
                found = (*found, read(text, found))
        if given or not self.asks:
            return found
        _tell(note)

        def told(text: str) -> _Answer:
            return read(text, found)

        while True:
            enough = len(found) >= at_least
            more = _("{question} (empty: no more)").format(question=question)
            answer = ask(more if enough else question)
            if not answer and enough:
                return found
            new = _tried(told, answer)
            if new is not None:
                found = (*found, new)

    def word(
        self,
        given: str | None,
        question: str,
        words: Mapping[_Word, str],
        option: str,
        *,
        note: str = "",
        default: _Word | None = None,
    ) -> _Word:
        """One of some words, which are explained to whoever is asked; their number is enough.

        Raises:
            Refusal: likewise.
        """
        if given is not None:
            return required_word(given, words, option)
        names = list(words)
        _tell(note)
        _tell(
            "\n".join(
                f"  {number}  {_('{what}: {change}').format(what=term(name), change=words[name])}"
                for number, name in enumerate(names, start=1)
            )
        )

        def meant(text: str) -> _Word:
            number = list_number(text)
            if number is not None and 1 <= number <= len(names):
                return names[number - 1]
            return required_word(text, words, option)

        while True:
            found = _tried(meant, ask(question, term(default) if default else ""))
            if found is not None:
                return found


def _read(read: _Read[_Answer], text: str) -> _Answer:
    with writing_refusals():
        return read(text)


def _tried(read: _Read[_Answer], answer: str) -> _Answer | None:
    """The answer, understood; `None`, once it is said what is wrong with it."""
    if not answer.strip():
        print(_("An answer is needed here."), file=sys.stderr)
        return None
    try:
        return _read(read, answer)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return None


def _tell(note: str) -> None:
    if note:
        print(note, file=sys.stderr)


def id_form(example: str) -> str:
    """What an id is, for whoever is asked for one."""
    return _(
        "The id stands in files and commands and never changes once it is in use.\n"
        "It has lower-case letters, digits and hyphens, e.g. {example}."
    ).format(example=example)


def pick_plan(session: Session, *, approved: bool) -> Plan:
    """The plan that is meant, of those that things can join this way.

    Raises:
        Refusal: there is none, or the questions were broken off.
    """
    plans = [
        plan
        for plan in session.portfolio.plans.values()
        if plan.measures() and (not approved or plan.stage == "approved")
    ]
    if not plans and approved:
        raise Refusal(_("no plan with measures is approved yet; drafts grow by sagaict new"))
    if not plans:
        raise Refusal(_("there is no plan with measures yet; make one first: sagaict new plan"))
    lines = [
        f"{plan.id}  {plan.title}  {plan.period.label}"
        + (f" ({term('draft')})" if plan.stage == "draft" else "")
        for plan in plans
    ]
    return plans[pick(_("Which plan? A number, or part of its title"), lines)]


def source_reader(plan: Plan, session: Session) -> Callable[[str], str]:
    """Reads a source of something in the plan: it must cite a document that is known."""

    def read(text: str) -> str:
        source = line(text)
        require_document(source, plan, session.workspace)
        return source

    return read


def sources_shown(plan: Plan) -> str:
    """How a source is written, and the documents of the plan, for whoever is asked for one."""
    lines = [f"  {name}  {document.title}" for name, document in plan.documents.items()]
    first = next(iter(plan.documents), "plan")
    how = _(
        "A source is the id of a document, a space, and the place in it, e.g. {example}."
    ).format(example=f"{first} 第4章3 (p.26)")
    return "\n".join([how, *lines])


def complete(
    session: Session,
    change_set: ChangeSet,
    entry: Entry,
    *,
    dry_run: bool,
    ask_first: bool,
    to_follow: frozenset[str] = TO_APPROVE,
    next_step: str,
) -> int:
    """Show what is new as a whole if it was asked for, write it, and say where, and what is next.

    Raises:
        Refusal: it would bring errors, cannot be written, or was not wanted in the end.
    """
    if ask_first and not dry_run:
        _show(entry)
    code = finish(
        session,
        change_set,
        dry_run=dry_run,
        ask_first=ask_first,
        options=_OPTIONS,
        to_follow=to_follow,
    )
    if not dry_run:
        print(_("Written to {path}.").format(path=entry.file.shown))
        print(_("Next: {command}").format(command=next_step))
    return code


def _show(entry: Entry) -> None:
    from sagaict.language.visible import visible
    from sagaict.reporting.output import Output

    lines = [f"{entry.file.shown}:", *(f"  {each}".rstrip() for each in entry.lines)]
    Output(sys.stdout).text("".join(f"{visible(each)}\n" for each in lines))
