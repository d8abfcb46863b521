"""`sagaict diff`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.options import AsOf, Data, Lang, Today
from sagaict.cli.session import choice, choices, parse_view, warn_about
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.comparing.comparison import Comparison
    from sagaict.reporting.diff_report import Compared

__all__ = ["diff"]

FORMATS = ("table", "markdown", "json")

Revisions = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="BASE[..HEAD]",
        help=_(
            "Git revisions: BASE..HEAD, BASE...HEAD (since they parted), or BASE against the files "
            "as they are; else HEAD against them. Or two folders."
        ),
        show_default=False,
    ),
]
Folders = Annotated[bool, typer.Option("--folders", help=_("Compare two folders: OLD NEW."))]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=_("table, markdown or json."))
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="KIND,...",
        help=_(
            "Exit with 1 if there is such a change: lowered-target (made easier), "
            "unexplained-revision, dropped-indicator, changed-definition, changed-status, ..."
        ),
    ),
]


def diff(
    revisions: Revisions = None,
    folders: Folders = False,
    output_format: Format = "table",
    fail_on: FailOn = None,
    as_of: AsOf = None,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """What an edit means: targets, actuals, statuses, in the plan's words."""
    from sagaict.cli.diff_sides import sides_of
    from sagaict.comparing.change import GROUNDS
    from sagaict.comparing.comparison import compare
    from sagaict.reading.two_readings import relaid_files, unread_ids
    from sagaict.reporting.diff_report import Compared

    form = choice(output_format, FORMATS, "--format")
    failing = choices(fail_on, GROUNDS, "--fail-on")
    view = parse_view(today, as_of)
    old, new = sides_of(revisions or [], data, folders=folders)
    before, now = old.workspace.portfolio(), new.workspace.portfolio()
    unread = [*warn_about(old.workspace, before), *warn_about(new.workspace, now)]
    if unread:
        print(_("What these files hold is not compared."), file=sys.stderr)
    comparison = compare(
        before,
        now,
        view,
        unknown=unread_ids(old.workspace, new.workspace) | unread_ids(new.workspace, old.workspace),
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
