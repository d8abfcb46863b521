"""`sagaict diff`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import FromYear
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.session import parse_view, warn_about
from sagaict.comparing.kinds import Ground
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.reports.diff_sides import Opened
    from sagaict.comparing.comparison import Comparison
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.diff_report import Compared

__all__ = ["Diff"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """A comparison of two sides."""

    comparison: Comparison
    compared: Compared
    now: Opened

    def title(self) -> str:
        return _("What changed")

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.diff_report import diff_report

        return diff_report(self.comparison, self.compared, ascii_only=medium.ascii_only)

    def markdown(self) -> str:
        from sagaict.cli.reports.diff_links import links_to
        from sagaict.reporting.diff_markdown import diff_markdown
        from sagaict.reporting.links import links_of

        links = links_of(os.environ, Path.cwd())
        if links is None:
            return diff_markdown(self.comparison, self.compared)
        link = links_to(self.now, links)
        return diff_markdown(self.comparison, self.compared, link=link)

    def data(self) -> object:
        from sagaict.reporting.diff_data import diff_data

        return diff_data(self.comparison, self.compared)


@dataclass(frozen=True, kw_only=True)
class Diff(Printed, FromYear):
    """What an edit means: targets, actuals, statuses, in the plan's words."""

    examples: ClassVar[Examples] = (
        ("sagaict diff", mark("what is not committed yet")),
        ("sagaict diff origin/main...HEAD", mark("what a branch changes")),
        ("sagaict diff main..HEAD --format markdown", mark("as a comment on a pull request")),
        (
            "sagaict diff main --fail-on lowered-target,unexplained-revision",
            mark("for scripts: exit code 1"),
        ),
        ("sagaict diff --since R8.4.1", mark("since the last commit before that day")),
        ("sagaict diff --folders old new", mark("without git")),
    )
    reports: ClassVar[type[Report]] = _Report

    commits: Annotated[
        list[str] | None,
        Argument(
            mark(
                "Git commits: BASE..HEAD, BASE...HEAD (since they parted), or BASE against the "
                "files as they are; else HEAD against them. Or two folders."
            ),
            "BASE[..HEAD]",
        ),
    ] = None
    folders: Annotated[bool, Option(mark("Compare two folders: OLD NEW."))] = False
    since: Annotated[
        str | None,
        Option(mark("What changed since a day: from the last commit before it."), "DATE"),
    ] = None
    fail_on: Annotated[
        frozenset[Ground],
        Option(
            mark(
                "Exit with 1 if there is such a change (lowered: made easier, or nobody can say), "
                "or if a file cannot be read."
            ),
            "KIND,...",
        ),
    ] = frozenset()

    def run(self) -> int:
        """Compare, and fail if there is a change that was to fail."""
        from sagaict.cli.reports.diff_sides import sides_of
        from sagaict.comparing.comparison import compare
        from sagaict.reading.allowances import allowances
        from sagaict.reading.two_readings import relaid_files, unread_ids
        from sagaict.reporting.diff_report import Compared

        old, new = sides_of(
            self.commits or [], self.data_folder, folders=self.folders, since=self.since
        )
        view = parse_view(self.today, self.as_of)
        before, now = old.workspace.portfolio(), new.workspace.portfolio()
        unread = [*warn_about(old.workspace), *warn_about(new.workspace)]
        if unread:
            print(_("What these files hold is not compared."), file=sys.stderr)
        comparison = compare(
            before,
            now,
            view,
            unknown=unread_ids(old.workspace, new.workspace)
            | unread_ids(new.workspace, old.workspace),
            settings=(allowances(old.workspace), allowances(new.workspace)),
            relaid=len(relaid_files(old.workspace, new.workspace)),
        )
        self.write(_Report(comparison, Compared(old.side, new.side, view), new), tuple(unread))
        hits = {ground for change in comparison.changes for ground in change.grounds}
        return 1 if self.fail_on and (unread or hits & self.fail_on) else 0
