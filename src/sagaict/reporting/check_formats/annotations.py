"""GitHub's workflow commands: annotations at the lines of a pull request.

The escaping is the one of GitHub's own toolkit: `%`, CR and LF in the message, `:` and `,` too in
properties. What else is hidden in them is spelled out: a log is read at a terminal too.
"""

from __future__ import annotations

from sagaict.checking.result import CheckResult
from sagaict.language.visible import spelled_out, visible
from sagaict.reading.problem import Problem
from sagaict.reporting.problem_report import summary, told

__all__ = ["github"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(result: CheckResult) -> str:
    """A command a problem, then the summary for the log."""
    return "".join(_command(problem) for problem in result.listed) + summary(result) + "\n"


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": problem.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + max(place.length, 1)),
        "title": problem.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = _data("\n".join(map(visible, told(problem))))
    return f"::{_COMMANDS[problem.severity]} {listed}::{text}\n"


def _data(value: str) -> str:
    return spelled_out(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
