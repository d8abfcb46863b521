"""Changes of an approved plan in words: when, what, why, and who approved it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from sagaict.computing.membership import Joined, dropped_by, superseded_by
from sagaict.computing.view import View
from sagaict.domain.amendment import Amendment, Happening
from sagaict.domain.fiscal import Moment, fiscal_year_on
from sagaict.domain.meeting import Meeting, steps
from sagaict.domain.plan import Plan, PlanRevision
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.domain.target import TargetRevision
from sagaict.language import _, mark
from sagaict.language.quantities import DASH, moment, year
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.citing import cited
from sagaict.reporting.phrases import bracketed, name_of, stated_target
from sagaict.reporting.quoting import arrow, quoted, shortened

__all__ = [
    "Revision",
    "changed_text",
    "dropped_items",
    "dropped_mark",
    "dropped_text",
    "grounds_text",
    "revision_text",
    "revisions_of",
    "step_text",
    "superseded_text",
]

Revision = TargetRevision | PlanRevision | Amendment

_HAPPENED: MappingProxyType[Happening, str] = MappingProxyType(
    {
        "added": mark("added to the plan"),
        "renamed": mark("renamed"),
        "moved": mark("moved"),
        "redefined": mark("redefined"),
        "action": mark("action of {year}"),
        "dropped": mark("dropped from the plan"),
    }
)


def revision_text(revision: Revision, unit: str = "", *, whole: bool = False) -> str:
    """A recorded change: its day, what it changed, why, and who approved it.

    `whole`: nothing is cut, and what is missing is said too.
    """
    grounds = _grounds(revision, whole=whole)
    return "  ".join([_what(revision, unit, whole=whole), *grounds])


def grounds_text(revision: Revision) -> str:
    """Why something was changed and who approved it, or that nobody says so."""
    return "  ".join(_grounds(revision, whole=True))


def step_text(step: Meeting, *, whole: bool = True) -> str:
    """What a body did: its name, with the day and what came of it where these are known."""
    days = "-".join(moment(day) for day in (step.date, step.until) if day)
    said = _(", ").join(filter(None, (days, step.result)))
    name = step.body if whole else shortened(step.body)
    return name + bracketed(said) if said else name


def _what(revision: Revision, unit: str, *, whole: bool) -> str:
    day = moment(revision.date) if revision.date else (_("date not given") if whole else "")
    change = changed_text(revision, unit)
    return _(", ").join([day, change]) if day else change


def _grounds(revision: Revision, *, whole: bool) -> Iterator[str]:
    if revision.reason:
        reason = revision.reason if whole else shortened(revision.reason)
        yield _("reason: {reason}").format(reason=reason)
    elif whole:
        yield _("no reason given")
    if revision.proposed and revision.proposed != revision.date:
        yield _("proposed on {date}").format(date=moment(revision.proposed))
    names = [step_text(each, whole=whole) for each in steps(revision)]
    if revision.approved_by:
        names = [revision.approved_by if whole else shortened(revision.approved_by)]
    if names:
        yield _("approved by {name}").format(name=_(", ").join(names))
    elif whole:
        # Of a plan's history the approval may only be unknown; of its parts, it is still to come.
        old = isinstance(revision, PlanRevision)
        yield _("no approval recorded") if old else _("not approved yet")


def changed_text(revision: Revision, unit: str) -> str:
    """What it changed, the old before the new."""
    if isinstance(revision, TargetRevision):
        change = arrow(stated_target(revision.old, unit), stated_target(revision.new, unit))
        return _("target {year}: {change}").format(year=revision.year.label, change=change)
    if isinstance(revision, PlanRevision):
        return f"{term(revision.what)} {arrow(revision.old, revision.new)}"
    text = _(_HAPPENED[revision.what])
    if revision.year is not None:
        now = year(revision.year)
        moved = arrow(year(revision.old_year), now) if revision.old_year else now
        text = text.format(year=moved)
    return f"{text} {_from_to(revision)}".rstrip()


def _from_to(revision: Amendment) -> str:
    """The texts of before and now; one of them alone with what became of it."""
    old, new = revision.old, revision.new
    before, now = quoted(old or ""), quoted(new or "")
    if old and new:
        return arrow(before, now)
    if old:
        return _("{text} taken away").format(text=before)
    return _("{text} added").format(text=now) if new else ""


def revisions_of(revisions: Iterable[Revision], unit: str = "") -> Iterator[Block]:
    """Everything recorded, oldest first, each with its source; nothing if there is none."""
    found = sorted(revisions, key=lambda each: each.date.first_day.toordinal() if each.date else 0)
    if found:
        yield Heading(_("Revisions"), 2)
        yield Bullets(
            tuple(
                Paragraph(
                    (
                        Cell(_what(each, unit, whole=True)),
                        Cell(f"  {grounds_text(each)}", "dim"),
                        cited(each.source),
                    )
                )
                for each in found
            )
        )


def dropped_text(entry: Joined, view: View) -> str:
    """Since when and why it belongs to the plan no longer, as the view sees it; else empty."""
    dropped = dropped_by(entry, view)
    if dropped is None:
        return ""
    return _("Dropped on {date}: targets of {year} and later never fall due ({rest}).").format(
        date=moment(dropped.date), year=_since(dropped.date), rest=grounds_text(dropped)
    )


def dropped_mark(entry: Joined, view: View) -> str:
    """What stands behind the title of something dropped."""
    dropped = dropped_by(entry, view)
    return bracketed(_("dropped {date}").format(date=moment(dropped.date))) if dropped else ""


def superseded_text(plan: Plan, view: View) -> str:
    """Since when and by what the plan was superseded, as the view sees it; else empty."""
    change = superseded_by(plan, view)
    if change is None:
        return ""
    if change.date is None:
        return _("Superseded by {name} (date not given): its targets never fall due.").format(
            name=change.new or DASH
        )
    return _("Superseded by {name} on {date}: targets of {year} and later never fall due.").format(
        name=change.new or DASH, date=moment(change.date), year=_since(change.date)
    )


def _since(when: Moment) -> str:
    return year(fiscal_year_on(when.first_day))


def dropped_items(
    entries: Iterable[PlacedProject | PlacedIndicator], view: View
) -> Iterator[Paragraph]:
    """What was dropped by then: when, what, why, and who approved it; the first first."""
    known = [(entry, change) for entry in entries if (change := dropped_by(entry, view))]
    for entry, change in sorted(known, key=lambda item: item[1].date.first_day):
        yield Paragraph(
            (
                Cell(f"{moment(change.date)} ", "warn"),
                Cell(name_of(entry)),
                Cell(f"\n{grounds_text(change)}", "dim"),
            )
        )
