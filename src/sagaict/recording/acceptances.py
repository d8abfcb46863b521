"""Accepting findings below an id in the settings, and taking such acceptances away again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sagaict.domain.settings import Settings
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Put, Remove

__all__ = ["accept", "withdraw"]


def accept(change_set: ChangeSet, settings: Settings, below: str, rule: str, reason: str) -> None:
    """Accept what a rule finds of the thing of that id, and of all below it.

    Raises:
        Refused: `accepted-already`, `empty-text`, `unwritable`.
        SpliceFailed, OSError: the file of the settings cannot be changed.
    """
    for entry in settings.accept:
        if (entry.rule, entry.below) == (rule, below):
            raise Refused("accepted-already", rule=rule, below=below, reason=entry.reason)
    content = {"rule": rule, "below": below, "reason": prose(reason)}
    change_set.change(change_set.settings, Append(("accept",), content))


def withdraw(change_set: ChangeSet, settings: Settings, numbers: Collection[int]) -> None:
    """Take entries away, by their numbers from 0.

    Raises:
        SpliceFailed, OSError: the file of the settings cannot be changed.
    """
    file = change_set.settings
    if len(numbers) == len(settings.accept) and replace(settings, accept=()) == Settings():
        change_set.change(file, Put(("accept",), []))  # a file must hold something
        return
    for number in sorted(numbers, reverse=True):
        change_set.change(file, Remove(("accept", number)))
