"""SARIF 2.1.0, the exchange format of static analysis (OASIS standard)."""

from __future__ import annotations

from urllib.parse import quote

from sagaict import __version__
from sagaict.checking.result import CheckResult
from sagaict.checking.wording import text_of, title
from sagaict.language import _, active
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.machine import json_text
from sagaict.reporting.problem_report import told

__all__ = ["sarif"]

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(result: CheckResult) -> str:
    """One run; accepted findings are results suppressed in source, with their reason."""
    every = [*result.listed, *(problem for problem, _reason in result.listed_accepted)]
    rules = sorted({problem.rule for problem in every})
    results = [_result(problem, rules) for problem in result.listed]
    for problem, reason in result.listed_accepted:
        suppression = {"kind": "inSource", "status": "accepted", "justification": reason}
        results.append({**_result(problem, rules), "suppressions": [suppression]})
    run = {
        "tool": {
            "driver": {
                "name": "sagaict",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": active(),
        "results": results,
    }
    page = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(page) + "\n"


def _rule(rule: str) -> dict[str, object]:
    text = text_of(rule)
    return {
        "id": rule,
        "shortDescription": {"text": title(rule)},
        "help": {"text": _(text.remedy)},
    }


def _result(problem: Problem, rules: list[str]) -> dict[str, object]:
    shown: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": _LEVELS[problem.severity],
        "message": {"text": " ".join(told(problem))},
        "locations": [_location(problem.path, problem.place)],
    }
    if problem.related:
        shown["relatedLocations"] = [
            {"id": number, **_location(path, place)}
            for number, (path, place) in enumerate(problem.related, start=1)
        ]
    return shown


def _location(path: str, place: Place) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path)},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + place.length,
            },
        }
    }
