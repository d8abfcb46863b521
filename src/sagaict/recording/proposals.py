"""Approving what was proposed: the council's name joins the change, which counts from that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sagaict.computing.membership import is_ending
from sagaict.domain.amendment import Amendment
from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.domain.plan import PlanRevision
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.target import TargetRevision
from sagaict.domain.walks import Location
from sagaict.reading.workspace import Workspace
from sagaict.recording.places import find_indicator, find_plan, find_project, is_project
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line, optional
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Change, Put

__all__ = ["approve", "waiting"]

_Proposal = TargetRevision | PlanRevision | Amendment


def approve(  # noqa: PLR0913 - what, by whom, when, where it is written
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    approved_by: str,
    decided: Moment,
    *,
    today: date,
    year: FiscalYear | None = None,
    source: str | None = None,
) -> None:
    """Approve every open proposal about a plan, project or indicator; of `year`, if it is given.

    Raises:
        Refused: `unknown-plan`, `unknown-project`, `unknown-indicator`, `empty-text`, `in-future`,
            `bad-source`, `no-proposal`. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    approved_by, source = line(approved_by), optional(citation, source)
    if decided.first_day > today:
        raise Refused("in-future", when=str(decided))
    changes: list[Change] = []
    if "/" not in full_id:
        file, plan = find_plan(change_set, workspace, full_id)
        found = list(_open(("revisions",), plan.revisions))
    elif is_project(workspace, full_id):
        project = find_project(change_set, workspace, full_id)
        file = project.file
        found = list(_open(("amendments",), project.project.amendments))
    else:
        site = find_indicator(change_set, workspace, full_id)
        file, own = site.file, site.part or site.indicator
        amendments = () if site.part else site.indicator.amendments
        found = [
            *_open((*site.location, "revisions"), own.revisions),
            *_open((*site.location, "amendments"), amendments),
        ]
    for location, proposal in found:
        if year is None or _is_of(proposal, year):
            changes += _approved(location, proposal, approved_by, decided, source)
    if not changes:
        raise Refused("no-proposal", id=full_id)
    change_set.change(file, *changes)


def waiting(portfolio: Portfolio) -> list[str]:
    """Full ids of the plans, projects and indicators about which a proposal is open."""
    found: list[str] = []
    for plan in portfolio.plans.values():
        found += [plan.id] if _waits(plan.revisions) else []
        for each in portfolio.projects[plan.id]:
            found += [each.full_id] if _waits(each.project.amendments) else []
        for entry in portfolio.indicators(plan.id):
            found += [each.full_id for each in (entry, *entry.parts) if _waits(each.changes)]
    return found


def _waits(proposals: Iterable[_Proposal]) -> bool:
    return any(each.approved_by is None for each in proposals)


def _open(
    location: Location, proposals: Iterable[_Proposal]
) -> Iterator[tuple[Location, _Proposal]]:
    for number, each in enumerate(proposals):
        if each.approved_by is None:
            yield (*location, number), each


def _is_of(proposal: _Proposal, year: FiscalYear) -> bool:
    if isinstance(proposal, Amendment):
        return proposal.year == year
    return isinstance(proposal, TargetRevision) and proposal.year.last == year


def _approved(
    location: Location, proposal: _Proposal, name: str, decided: Moment, source: str | None
) -> Iterator[Change]:
    """What makes a proposal an approved change; a later day on which something ends stays."""
    stays = proposal.date is not None and (
        proposal.date.first_day >= decided.first_day
        if is_ending(proposal)
        else proposal.date == decided
    )
    if not stays:
        yield Put((*location, "date"), str(decided))
    yield Put((*location, "approved_by"), name)
    if source is not None:
        yield Put((*location, "source"), source)
