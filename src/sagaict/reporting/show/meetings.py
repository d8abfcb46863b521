"""The bodies that dealt with a plan: through which of them it was approved, and what they said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.domain.meeting import Meeting
from sagaict.domain.plan import Plan
from sagaict.language import _
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.citing import cited
from sagaict.reporting.revisions import step_text

__all__ = ["meetings_of"]


def meetings_of(plan: Plan) -> Iterator[Block]:
    """The steps of its approval, then the other meetings, each in the order of the file."""
    yield from _list(_("How the plan was approved"), plan.approvals)
    yield from _list(_("Meetings"), plan.meetings)


def _list(title: str, meetings: Sequence[Meeting]) -> Iterator[Block]:
    if meetings:
        yield Heading(title, 2)
        yield Bullets(tuple(map(_meeting, meetings)))


def _meeting(meeting: Meeting) -> Paragraph:
    views = [_("- {text}").format(text=view) for view in meeting.views]
    below = [*views, *filter(None, [meeting.note])]
    return Paragraph(
        (
            Cell(step_text(meeting)),
            Cell(f"  {meeting.about}" if meeting.about else ""),
            cited(meeting.source),
            Cell("".join(f"\n{line}" for line in below)),
        )
    )
