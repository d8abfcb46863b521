"""Problems as text: place, rule, what is wrong, the line with a caret, what to do."""

from __future__ import annotations

from sagaict.checking.result import CheckResult
from sagaict.checking.wording import message, remedy, suggestion
from sagaict.language import _, plural
from sagaict.language.visible import on_one_line, visible
from sagaict.language.words import term
from sagaict.reading.problem import Problem
from sagaict.reporting.width import columns

__all__ = ["meant", "problem_lines", "summary", "told"]

_MAX_EXCERPT = 100


def meant(problem: Problem) -> list[str]:
    """What may have been meant, as a sentence, if anything is near."""
    near = suggestion(problem)
    return [_("Did you mean: {names}?").format(names=on_one_line(near))] if near else []


def told(problem: Problem) -> list[str]:
    """What is wrong, what may have been meant, and what to do: a text each."""
    return [message(problem), *meant(problem), remedy(problem)]


def problem_lines(problem: Problem, *, written: bool = True) -> list[str]:
    """The lines of one problem. They are never wrapped: tools read the first of them.

    In a file as it is not `written`, nobody could look up the number of a line.
    """
    place, path = problem.place, on_one_line(problem.path)
    where = f"{path}:{place.line}:{place.column}" if written else path
    lines = [f"{where}: {on_one_line(message(problem))} [{problem.rule}]"]
    if problem.excerpt.strip():
        lines += _excerpt(problem, f"{place.line if written else '':>5}")
    lines += [f"  {on_one_line(text)}" for text in (*meant(problem), remedy(problem))]
    lines += [
        "  "
        + _("see also {path}:{line}:{column}").format(
            path=on_one_line(path), line=other.line, column=other.column
        )
        for path, other in (problem.related if written else ())
    ]
    return lines


def _excerpt(problem: Problem, number: str) -> list[str]:
    """The line of the problem and carets under the place, cut around it if it is very long."""
    start = problem.place.column - 1
    text, offset = problem.excerpt, 0
    if len(text) > _MAX_EXCERPT:
        offset = max(min(start - 30, len(text) - _MAX_EXCERPT), 0)
        text = text[offset : offset + _MAX_EXCERPT]
    margin = f"{number} | "
    inside = text[start - offset : start - offset + max(problem.place.length, 1)]
    before = on_one_line(text[: start - offset])
    carets = "^" * max(columns(visible(inside)), 1)
    return [
        margin + on_one_line(text),
        " " * 5 + " | " + " " * columns(before) + carets,
    ]


def summary(result: CheckResult) -> str:
    """How many problems of which weight, in how many of the files read, and how many accepted."""
    accepted = (
        plural(
            "{count} finding is accepted.", "{count} findings are accepted.", len(result.set_aside)
        ).format(count=len(result.set_aside))
        if result.set_aside
        else ""
    )
    if not result.found:
        text = _("{files} files, no problem.").format(files=result.files)
        return f"{text} {accepted}".strip()
    counts = [
        _("{severity} {count}").format(severity=term(severity), count=result.count(severity))
        for severity in ("error", "warning", "info")
        if result.count(severity)
    ]
    text = _("{counts}, in {with_problems} of {files} files.").format(
        counts=_(", ").join(counts),
        with_problems=len({each.path for each in result.found}),
        files=result.files,
    )
    return f"{text} {accepted}".strip()
