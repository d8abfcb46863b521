"""The forms people read: in full, a line each, and as a page."""

from __future__ import annotations

from sagaict.checking.result import CheckResult
from sagaict.checking.wording import message
from sagaict.language import _
from sagaict.language.visible import on_one_line
from sagaict.language.words import term
from sagaict.reading.problem import Problem
from sagaict.reporting.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from sagaict.reporting.links import Links
from sagaict.reporting.markdown import render_markdown
from sagaict.reporting.problem_report import meant, problem_lines, summary, told

__all__ = ["LIMIT", "concise", "markdown", "text"]

LIMIT = 20_000
"""Characters of a page; with a comparison behind it, it is to fit into a comment on GitHub."""

_RESERVED = 400  # for the head of the table, and the note on what was left out
_WEIGHTS = ("error", "warning", "info")


def text(result: CheckResult) -> str:
    """Every problem with its excerpt and remedy, and a summary."""
    pages = ["\n".join([*problem_lines(each), *_accepting(each)]) for each in result.listed]
    return "\n\n".join([*pages, summary(result)]) + "\n"


def _accepting(problem: Problem) -> list[str]:
    """How to accept what the document itself says so, where that can be."""
    if not problem.subject:
        return []
    command = f"sagaict accept {on_one_line(problem.subject)} {problem.rule} --reason …"
    return ["  " + _("If it is to stay so: {command}").format(command=command)]


def concise(result: CheckResult) -> str:
    """One line a problem, as editors and `grep` like it."""
    return "".join(
        f"{on_one_line(problem.path)}:{problem.place.line}:{problem.place.column}: "
        f"{problem.severity} [{problem.rule}] "
        + on_one_line(" ".join([message(problem), *meant(problem)]))
        + "\n"
        for problem in result.listed
    )


def markdown(result: CheckResult, links: Links | None = None, limit: int = LIMIT) -> str:
    """A page for a pull request or a job summary, no longer than `limit`.

    Where not all problems fit, the weightiest do, and how many are left is said.
    """
    blocks: list[Block] = [Heading(_("Check of the plans"), 2), Paragraph.of(summary(result))]
    page = render_markdown(blocks)
    if not result.found:
        return page
    columns = (_("Severity"), _("Place"), _("Problem"), _("Rule"))
    rows = tuple(_row(problem, links) for problem in result.listed)
    table = render_markdown([Table(tuple(map(Column, columns)), rows)]).rstrip("\n").split("\n")
    head, lines = table[:2], table[2:]
    shown = _fitting(result, lines, limit - _RESERVED - len(page))
    page = "\n".join([page, *head, *(lines[number] for number in shown)]) + "\n"
    left_out = len(lines) - len(shown)
    if left_out:
        text = _("{count} more problems do not fit here; sagaict check shows them all.")
        page += "\n" + render_markdown([Paragraph.of(text.format(count=f"{left_out:,}"))])
    return page


def _row(problem: Problem, links: Links | None) -> Row:
    place = f"{problem.path}:{problem.place.line}:{problem.place.column}"
    return Row(
        (
            Cell(term(problem.severity)),
            Cell(place, link=links.to(problem.path, problem.place.line) if links else ""),
            Cell("\n".join(told(problem))),
            Cell(problem.rule),
        )
    )


def _fitting(result: CheckResult, lines: list[str], room: int) -> list[int]:
    """The numbers of the lines there is room for: of the weightiest problems, in their order."""
    found = []
    by_weight = sorted(
        range(len(lines)), key=lambda number: _WEIGHTS.index(result.listed[number].severity)
    )
    for number in by_weight:
        room -= len(lines[number]) + 1
        if room < 0:
            break
        found.append(number)
    return sorted(found)
