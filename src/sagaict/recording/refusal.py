"""Intents that are not carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sagaict.domain.amendment import Amendment, happened
from sagaict.domain.ids import RESERVED, is_citation, is_id
from sagaict.domain.plan import Plan

__all__ = ["Refused", "require_alive", "require_approved", "require_citation", "require_id"]


class Refused(Exception):
    """What was asked is not done, and nothing was changed.

    `code` names why; `details` fill the message `recording.wording` has for it.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details: Mapping[str, str] = details


def require_citation(source: str | None) -> None:
    """See that a source has the form of one.

    Raises:
        Refused: `bad-source`.
    """
    if source is not None and not is_citation(source):
        raise Refused("bad-source", source=source)


def require_approved(plan: Plan) -> None:
    """See that a history is owed: a draft is changed without one.

    Raises:
        Refused: `still-draft`.
    """
    if plan.stage == "draft":
        raise Refused("still-draft", id=plan.id)


def require_alive(amendments: Sequence[Amendment], full_id: str) -> None:
    """See that what is changed was not dropped, even from a day to come.

    Raises:
        Refused: `dropped-already`.
    """
    dropped = happened(amendments, "dropped")
    if dropped is not None:
        raise Refused("dropped-already", id=full_id, day=str(dropped.date))


def require_id(text: str) -> None:
    """See that a text can be an id.

    Raises:
        Refused: `bad-id`, `reserved-id`.
    """
    if not is_id(text):
        raise Refused("bad-id", id=text)
    if text in RESERVED:
        raise Refused("reserved-id", id=text)
