"""Taking over what came back: from bytes of files to a change set and an account of every cell."""

from __future__ import annotations

from collections.abc import Mapping

from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.workbook.applying import Import, apply
from sagaict.workbook.incoming import read_files
from sagaict.workbook.matching import match
from sagaict.workbook.package import Unusable
from sagaict.workbook.problems import CellProblem
from sagaict.workbook.records import Records

__all__ = ["Taken", "take_in"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the files.

    `rows` were read; `changed` cells went into the change set, `known` ones say what is recorded
    already. `problems` are cells that are not taken over, `doubts` figures that are but look
    mistyped, `unusable` the files that are not read at all.
    """

    rows: int
    changed: int
    known: int
    problems: tuple[CellProblem, ...]
    doubts: tuple[CellProblem, ...]
    unusable: Mapping[str, Unusable]


def take_in(files: Mapping[str, bytes], into: Import, view: View) -> Taken:
    """Read files by their names and put what they change into the change set.

    Raises:
        ModuleNotFoundError: a workbook is among them, and openpyxl is not installed.
        SpliceFailed, OSError: a file of the data cannot be changed.
    """
    incoming = read_files(files)
    matched = match(incoming.rows, Records(into.portfolio, view))
    applied = apply(matched.changes, into)
    return Taken(
        matched.rows,
        applied.cells,
        matched.known,
        (*incoming.problems, *matched.problems, *applied.problems),
        tuple(applied.doubts),
        incoming.unusable,
    )
