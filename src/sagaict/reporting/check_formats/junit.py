"""JUnit's XML, as continuous integration servers read it: a test case for every file."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from sagaict.checking.result import CheckResult
from sagaict.language.visible import visible
from sagaict.reading.problem import Problem
from sagaict.reporting.problem_report import problem_lines

__all__ = ["junit"]


def junit(result: CheckResult) -> str:
    """One test case a file; a file with an error fails, warnings are told in its output."""
    by_file: dict[str, list[Problem]] = {}
    for problem in result.listed:
        by_file.setdefault(problem.path, []).append(problem)
    cases = [_case(path, by_file.get(path, [])) for path in sorted({*result.paths, *by_file})]
    failures = sum("<failure" in case for case in cases)
    head = f'<testsuite name="sagaict check" tests="{len(cases)}" failures="{failures}" errors="0">'
    return (
        "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"]) + "\n"
    )


def _case(path: str, problems: list[Problem]) -> str:
    name = f'  <testcase classname="sagaict" name={quoteattr(visible(path))}'
    if not problems:
        return f"{name}/>"
    errors = [problem for problem in problems if problem.severity == "error"]
    others = [problem for problem in problems if problem.severity != "error"]
    parts = [f"{name}>"]
    if errors:
        rules = ", ".join(sorted({problem.rule for problem in errors}))
        parts.append(f"    <failure message={quoteattr(rules)}>{_told(errors)}</failure>")
    if others:
        parts.append(f"    <system-out>{_told(others)}</system-out>")
    return "\n".join([*parts, "  </testcase>"])


def _told(problems: list[Problem]) -> str:
    return escape("\n\n".join("\n".join(problem_lines(problem)) for problem in problems))
