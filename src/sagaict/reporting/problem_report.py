"""Problems as text: place, rule, what is wrong, the line with a caret, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.language import _, plural
from sagaict.reading.problem import Problem
from sagaict.reading.rules import message, remedy, suggestion
from sagaict.reporting.width import columns, visible

__all__ = ["problem_lines", "summary"]

_MAX_EXCERPT = 100


def problem_lines(problem: Problem) -> list[str]:
    """The lines of one problem. They are never wrapped: tools read the first of them."""
    place = problem.place
    head = f"{visible(problem.path)}:{place.line}:{place.column}: "
    lines = [f"{head}{visible(message(problem))} [{problem.rule}]"]
    if problem.excerpt.strip():
        lines += _excerpt(problem)
    near = suggestion(problem)
    if near:
        lines.append("  " + _("Did you mean: {names}?").format(names=visible(near)))
    lines.append(f"  {visible(remedy(problem))}")
    lines += [
        "  "
        + _("see also {path}:{line}:{column}").format(
            path=visible(path), line=other.line, column=other.column
        )
        for path, other in problem.related
    ]
    return lines


def _excerpt(problem: Problem) -> list[str]:
    """The line of the problem and carets under the place, cut around it if it is very long."""
    start = problem.place.column - 1
    text, offset = problem.excerpt, 0
    if len(text) > _MAX_EXCERPT:
        offset = max(min(start - 30, len(text) - _MAX_EXCERPT), 0)
        text = text[offset : offset + _MAX_EXCERPT]
    margin = f"{problem.place.line:>5} | "
    inside = text[start - offset : start - offset + max(problem.place.length, 1)]
    before = visible(text[: start - offset]).replace("\t", " ")
    carets = "^" * max(columns(visible(inside)), 1)
    return [
        margin + visible(text).replace("\t", " "),
        " " * 5 + " | " + " " * columns(before) + carets,
    ]


def summary(problems: Iterable[Problem], files: int) -> str:
    """How many problems in how many of the files read."""
    found = list(problems)
    with_problems = len({problem.path for problem in found})
    if not found:
        return _("{files} files, no problem.").format(files=files)
    return plural(
        "{count} problem in {with_problems} of {files} files.",
        "{count} problems in {with_problems} of {files} files.",
        len(found),
    ).format(count=len(found), with_problems=with_problems, files=files)
