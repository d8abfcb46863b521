"""Results of checks, made in this process."""

from __future__ import annotations

from datetime import date

from spoiled_city import City

from sagaict.checking.result import CheckResult
from sagaict.checking.run import check
from sagaict.reading.workspace import read_workspace

__all__ = ["ODD", "result_of"]

ODD = "data/projects/aoba/50%,a:b&<c>.yaml"


def result_of(city: City) -> CheckResult:
    """What the check finds, shown as if it ran in the folder above the data."""
    return check(read_workspace(city.root / "data", shown_as="data"), date(2026, 11, 21))
