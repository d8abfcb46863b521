"""Counts of statuses as one would tell them: a sentence for each kind of indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sagaict.computing.tally import Tally
from sagaict.domain.portfolio import Kind
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.phrases import bracketed, counted

__all__ = ["running", "tally_sentences"]


def tally_sentences(tallies: Mapping[Kind, Tally]) -> Iterator[str]:
    """How many of those due are met; a sentence for each kind, which are never in one count."""
    if not tallies:
        yield _("No indicators are known.")
    for kind, counts in tallies.items():
        yield _told(kind, counts)


def running(sentences: Iterable[str]) -> str:
    """Sentences behind each other, as the language sets them."""
    between = _("{first} {second}").format(first="", second="")
    return between.join(sentences)


def _told(kind: Kind, counts: Tally) -> str:
    rest = [(name, number) for name, number in counts.judged.items() if name != "met"]
    ahead = counted(counts.left_out.items())
    if not counts.of:
        text = _("{kind}: {count}, of which none is due yet ({rest}).")
        return text.format(kind=term(kind), count=sum(counts.left_out.values()), rest=ahead)
    text = _("{kind}: met {met} of the {of} due").format(
        kind=term(kind), met=counts.met, of=counts.of
    )
    if len(counts.judged) == 1:
        # One word is plainer than one number out of the same.
        (status,) = counts.judged
        text = _("{kind}: {of} due, {status}").format(
            kind=term(kind), of=counts.of, status=term(status)
        )
    elif rest:
        text += bracketed(counted(rest))
    return _("{clause}.").format(
        clause=text + (_("; not in this count: {rest}").format(rest=ahead) if ahead else "")
    )
