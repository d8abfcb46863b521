"""What a check is told to overlook: the settings, and every acceptance, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sagaict.domain.settings import AcceptEntry, Settings
from sagaict.reading.acceptance import acceptances
from sagaict.reading.settings import read_settings
from sagaict.reading.source_text import decode
from sagaict.reading.workspace import Workspace

__all__ = ["allowances"]

_APART = " > "


def allowances(workspace: Workspace) -> Settings:
    """The settings with the acceptances of the files among their own.

    What an acceptance in a file covers is named by the file's id and the keys down to it.
    """
    settings, _problems = read_settings(workspace)
    accepted = (*settings.accept, *_in_files(workspace))
    return replace(settings, accept=accepted)


def _in_files(workspace: Workspace) -> Iterator[AcceptEntry]:
    ids = {file: plan.id for file, plan in workspace.plans}
    ids |= {file: f"{project.plan}/{project.id}" for file, project in workspace.projects}
    for file in workspace.speaking:
        full_id = ids[file]
        text = decode(file.read()).text or ""
        found, _misspelt = acceptances(text)
        lines = text.split("\n") if found else []
        for each in found:
            below = full_id
            if (each.first, each.last) != (1, len(lines)):
                below = _APART.join([full_id, *_keys(lines, each.first)])
            yield AcceptEntry(rule=each.rule, below=below, reason=each.reason or "-")


def _keys(lines: list[str], number: int) -> list[str]:
    """The keys, and beginnings of list items, from the outermost down to a line."""
    found: list[str] = []
    indent: int | None = None
    for line in reversed(lines[:number]):
        text = line.strip()
        own = len(line) - len(line.lstrip(" "))
        if not text or text.startswith("#") or (indent is not None and own >= indent):
            continue
        indent = own
        text = text.partition(" #")[0].rstrip()
        found.append(text if text.startswith("- ") else text.partition(":")[0])
        if own == 0:
            break
    return found[::-1]
