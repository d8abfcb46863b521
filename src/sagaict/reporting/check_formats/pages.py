"""The forms people read: in full, a line each, and as a page."""

from __future__ import annotations

from sagaict.checking.result import CheckResult
from sagaict.checking.wording import message
from sagaict.language import _
from sagaict.language.visible import on_one_line
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from sagaict.reporting.markdown import render_markdown
from sagaict.reporting.problem_report import meant, problem_lines, summary, told

__all__ = ["concise", "markdown", "text"]


def text(result: CheckResult) -> str:
    """Every problem with its excerpt and remedy, and a summary."""
    pages = ["\n".join(problem_lines(problem)) for problem in result.listed]
    return "\n\n".join([*pages, summary(result)]) + "\n"


def concise(result: CheckResult) -> str:
    """One line a problem, as editors and `grep` like it."""
    return "".join(
        f"{on_one_line(problem.path)}:{problem.place.line}:{problem.place.column}: "
        f"{problem.severity} [{problem.rule}] "
        + on_one_line(" ".join([message(problem), *meant(problem)]))
        + "\n"
        for problem in result.listed
    )


def markdown(result: CheckResult) -> str:
    """A page for a pull request or a job summary."""
    blocks: list[Block] = [Heading(_("Check of the plans"), 2), Paragraph.of(summary(result))]
    if result.found:
        rows = tuple(
            Row(
                (
                    Cell(term(problem.severity)),
                    Cell(f"{problem.path}:{problem.place.line}:{problem.place.column}"),
                    Cell("\n".join(told(problem))),
                    Cell(problem.rule),
                )
            )
            for problem in result.listed
        )
        columns = (_("Severity"), _("Place"), _("Problem"), _("Rule"))
        blocks.append(Table(tuple(Column(title) for title in columns), rows))
    return render_markdown(blocks)
