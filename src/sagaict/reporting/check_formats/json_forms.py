"""The forms made of JSON: this tool's own, with a committed schema, and GitLab's code quality."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from sagaict.checking.result import CheckResult
from sagaict.checking.wording import message, remedy, suggestion
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.machine import json_text
from sagaict.reporting.problem_report import told

__all__ = ["SCHEMA_VERSION", "check_schema", "gitlab", "json_report"]

SCHEMA_VERSION = 1
_GITLAB_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def check_schema() -> str:
    """The JSON Schema of `json_report`."""
    return Path(__file__).with_name("check.schema.json").read_text(encoding="utf-8")


def json_report(result: CheckResult) -> str:
    """Everything about every problem; `sagaict schema check` describes it."""
    page = {
        "schema_version": SCHEMA_VERSION,
        "files": result.files,
        "counts": {name: result.count(name) for name in ("error", "warning", "info")},
        "problems": [_problem(problem) for problem in result.listed],
        "accepted": [
            {**_problem(problem), "reason": reason} for problem, reason in result.listed_accepted
        ],
    }
    return json_text(page) + "\n"


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "path": problem.path,
        **_place(problem.place),
        "message": message(problem),
        "remedy": remedy(problem),
        "suggestion": suggestion(problem) or None,
        "related": [{"path": path, **_place(place)} for path, place in problem.related],
    }


def _place(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.length,
    }


def gitlab(result: CheckResult) -> str:
    """GitLab's code quality report. A fingerprint survives lines moving above the problem."""
    seen: Counter[str] = Counter()
    entries = []
    for problem in result.listed:
        subject = f"{problem.rule}\0{problem.path}\0{problem.excerpt.strip()}"
        seen[subject] += 1
        fingerprint = hashlib.sha256(f"{subject}\0{seen[subject]}".encode()).hexdigest()
        entries.append(
            {
                "description": " ".join(told(problem)),
                "check_name": problem.rule,
                "fingerprint": fingerprint,
                "severity": _GITLAB_SEVERITY[problem.severity],
                "location": {"path": problem.path, "lines": {"begin": problem.place.line}},
            }
        )
    return json_text(entries) + "\n"
