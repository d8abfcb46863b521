"""Commands that read the data and say what stands in it."""

from __future__ import annotations

from sagaict.cli.commands.entry import Entry
from sagaict.cli.diff import diff
from sagaict.cli.explain import explain
from sagaict.cli.export import export
from sagaict.cli.list import list_things
from sagaict.cli.show import show
from sagaict.cli.status import status
from sagaict.language import _

__all__ = ["entries"]


def entries() -> tuple[Entry, ...]:
    """Each with its help and examples, in the order of the list of commands."""
    return (
        Entry(
            "status",
            status,
            _("What was reached, what was missed, what nobody has reported."),
            (
                ("sagaict status", _("the plans running today")),
                ("sagaict status ict-katsuyo --as-of R1", _("an ended plan, as seen in R1")),
                ("sagaict status --status unmet,behind", _("only what needs attention")),
                ("sagaict status --format markdown -o status.md", _("a page for the council")),
                ("sagaict status --fail-on unmet,not_reported", _("for scripts: exit code 1")),
            ),
        ),
        Entry(
            "show",
            show,
            _("One plan, measure, project or indicator, whole."),
            (
                ("sagaict show dx-plan", _("a plan")),
                ("sagaict show ict-strategy-1/rpa", _("a project")),
                ("sagaict show RPAの全庁", _("part of a title is enough")),
            ),
        ),
        Entry(
            "explain",
            explain,
            _("How a rate and a status come about, step by step."),
            (
                ("sagaict explain convenience-store/issued --as-of R1", _("why 17.4%?")),
                ("sagaict explain ict-strategy-1/2-2/productivity --year R4", _("one year")),
            ),
        ),
        Entry(
            "diff",
            diff,
            _("What an edit means: targets, actuals, statuses, in the plan's words."),
            (
                ("sagaict diff", _("what is not committed yet")),
                ("sagaict diff origin/main...HEAD", _("what a branch changes")),
                (
                    "sagaict diff main..HEAD --format markdown",
                    _("as a comment on a pull request"),
                ),
                (
                    "sagaict diff main --fail-on lowered-target,unexplained-revision",
                    _("for scripts: exit code 1"),
                ),
                ("sagaict diff --folders old new", _("without git")),
            ),
        ),
        Entry(
            "list",
            list_things,
            _("Plans, measures, projects or indicators, one line each."),
            (
                ("sagaict list plans", _("all plans")),
                ("sagaict list projects --plan ict-strategy-1 --priority", _("with filters")),
                ("sagaict list indicators --status not_reported", _("what is still missing")),
            ),
        ),
        Entry(
            "export",
            export,
            _("The long table: one row per indicator and fiscal year."),
            (
                ("sagaict export --format csv -o kpi.csv", _("opens in Excel")),
                ("sagaict export --format json", _("for programs")),
                ("sagaict export --format csv --encoding cp932", _("for older systems")),
            ),
        ),
    )
