"""One canonical layout for every file, reached by moving its own lines.

Entries are put in the order of the schema and years in order of time; indentation is two spaces,
lists two under their key; years are written `R5`, numbers `1,027`. Comments, wording and quoting
are lines' content and travel with them. Laying out a file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.record import Record
from sagaict.domain.validating import Unfit, validated
from sagaict.reading.acceptance import acceptances
from sagaict.reading.source_text import decode
from sagaict.reading.yaml_events import Marked, parse_marked
from sagaict.reading.yaml_plain import Irregular, parse
from sagaict.writing.layout import Layout, year_label

__all__ = ["NotValid", "canonical"]

_Accepted = list[tuple[str, str, frozenset[tuple[str, ...]]]]


class NotValid(Exception):
    """The file has errors; it is not laid out anew."""


def canonical(text: str, kind: type[Record]) -> str:
    """The text of a file of `kind` in the canonical layout, with its kind of line ends.

    The result holds the same content and the same comments, and what is accepted in a comment
    stays accepted for the same things: where another order of the outermost entries would change
    that, they stay in theirs.

    Raises:
        NotValid: the text is no valid file of that kind, or is written in a way in which its lines
            cannot be moved.
    """
    source = decode(text.encode())
    if source.text is None:
        raise NotValid
    plain = source.text
    model, accepted = _model(plain, kind), _accepted(plain)
    root, _problems = parse_marked(plain)
    if root is None:
        raise NotValid
    for sort in (True, False):
        laid_out = "\n".join(Layout(plain, root, kind, sort=sort).lines()) + "\n"
        same = _model(laid_out, kind) == model and laid_out.count("#") == plain.count("#")
        if not same:
            raise NotValid
        if _accepted(laid_out) == accepted:
            return laid_out.replace("\n", "\r\n") if "\r\n" in text else laid_out
    raise NotValid


def _model(text: str, kind: type[Record]) -> Record:
    try:
        return validated(kind, parse(text))
    except (Irregular, Unfit):
        raise NotValid from None


def _accepted(text: str) -> _Accepted:
    """What the acceptances in the text cover: rule, reason, and the paths of keys and values."""
    found, _missed = acceptances(text)
    root = parse_marked(text)[0] if found else None
    lines = list(_lines(root, ())) if root else []
    return sorted(
        (
            (
                item.rule,
                item.reason,
                frozenset(path for path, line in lines if item.first <= line <= item.last),
            )
            for item in found
        ),
        key=lambda entry: (entry[0], entry[1], sorted(entry[2])),
    )


def _lines(node: Marked, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key and scalar with the line it stands on."""
    if isinstance(node.value, dict):
        for name, value in node.value.items():
            inner = (*path, year_label(name))
            yield (*inner, "key"), node.keys[name].line
            yield from _lines(value, inner)
    elif isinstance(node.value, list):
        for number, item in enumerate(node.value):
            yield from _lines(item, (*path, str(number)))
    else:
        yield path, node.place.line
