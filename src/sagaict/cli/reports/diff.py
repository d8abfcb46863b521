"""`sagaict diff`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.given import choice, choices
from sagaict.cli.frame.options import FromYear
from sagaict.cli.frame.session import parse_view, warn_about
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.comparing.comparison import Comparison
    from sagaict.reporting.diff_report import Compared

__all__ = ["Diff"]

FORMATS = ("table", "markdown", "json")


@dataclass(frozen=True, kw_only=True)
class Diff(FromYear):
    """What an edit means: targets, actuals, statuses, in the plan's words."""

    examples: ClassVar[Examples] = (
        ("sagaict diff", mark("what is not committed yet")),
        ("sagaict diff origin/main...HEAD", mark("what a branch changes")),
        ("sagaict diff main..HEAD --format markdown", mark("as a comment on a pull request")),
        (
            "sagaict diff main --fail-on lowered-target,unexplained-revision",
            mark("for scripts: exit code 1"),
        ),
        ("sagaict diff --folders old new", mark("without git")),
    )

    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BASE[..HEAD]",
            help=mark(
                "Git revisions: BASE..HEAD, BASE...HEAD (since they parted), or BASE against the "
                "files as they are; else HEAD against them. Or two folders."
            ),
            show_default=False,
        ),
    ] = None
    folders: Annotated[
        bool, typer.Option("--folders", help=mark("Compare two folders: OLD NEW."))
    ] = False
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("table, markdown or json."))
    ] = "table"
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="KIND,...",
            help=mark(
                "Exit with 1 if there is such a change: lowered-target (made easier), "
                "unexplained-revision, dropped-indicator, changed-definition, changed-status, ..."
            ),
        ),
    ] = None

    def run(self) -> int:
        """Compare, and fail if there is a change that was to fail."""
        from sagaict.cli.reports.diff_sides import sides_of
        from sagaict.comparing.change import GROUNDS
        from sagaict.comparing.comparison import compare
        from sagaict.reading.two_readings import relaid_files, unread_ids
        from sagaict.reporting.diff_report import Compared

        form = choice(self.format, FORMATS, "--format")
        failing = choices(self.fail_on, GROUNDS, "--fail-on")
        view = parse_view(self.today, self.as_of)
        old, new = sides_of(self.revisions or [], self.data, folders=self.folders)
        before, now = old.workspace.portfolio(), new.workspace.portfolio()
        unread = [*warn_about(old.workspace, before), *warn_about(new.workspace, now)]
        if unread:
            print(_("What these files hold is not compared."), file=sys.stderr)
        comparison = compare(
            before,
            now,
            view,
            unknown=unread_ids(old.workspace, new.workspace)
            | unread_ids(new.workspace, old.workspace),
            relaid=len(relaid_files(old.workspace, new.workspace)),
        )
        _write(comparison, Compared(old.side, new.side, view), form)
        hits = {ground for change in comparison.changes for ground in change.grounds}
        return 1 if hits & failing else 0


def _write(comparison: Comparison, compared: Compared, form: str) -> None:
    from sagaict.reporting.output import Output

    output = Output(sys.stdout)
    if form == "json":
        from sagaict.reporting.diff_data import diff_json

        output.raw(diff_json(comparison, compared).encode())
    elif form == "markdown":
        from sagaict.reporting.diff_markdown import diff_markdown

        output.text(diff_markdown(comparison, compared))
    else:
        from sagaict.reporting.diff_report import diff_report

        output.blocks(diff_report(comparison, compared, ascii_only=output.ascii))
