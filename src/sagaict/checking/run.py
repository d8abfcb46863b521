"""Apply every rule, and set aside what is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sagaict.checking.entries import Entries
from sagaict.checking.note import told
from sagaict.checking.placing import Found, Places, Unplaced
from sagaict.checking.result import MOST_LISTED, CheckResult
from sagaict.checking.settings import unknown_names
from sagaict.checking.verdict import AllIds, Terms, Verdict
from sagaict.domain.settings import Settings
from sagaict.domain.spelling import Suggestions
from sagaict.reading.cache import Cache, cache_for
from sagaict.reading.families import Family, families, tied
from sagaict.reading.files import FileOf
from sagaict.reading.listing import Listing
from sagaict.reading.problem import Problem
from sagaict.reading.settings import read_settings
from sagaict.reading.workers import each

if TYPE_CHECKING:
    from sagaict.reading.workspace import Workspace

__all__ = ["check", "check_files"]

_Judged = tuple[Sequence[FileOf], Verdict]
"""The files of a family, and what is found in them."""


def check(workspace: Workspace, today: date) -> CheckResult:
    """Judge the workspace as it stands on a day."""
    from sagaict.checking.family import judged

    settings, problems = read_settings(workspace)
    verdict = judged(workspace, Terms.of(settings, today))
    return _together(workspace, settings, problems, today, [(workspace.files, verdict)])


def check_files(listing: Listing, today: date) -> CheckResult:
    """The same for files that are not read yet, family by family, so that there may be very many.

    Of a family nothing is kept but its verdict; and where this is known of an earlier run, nothing
    but the bytes of the files is looked at.
    """
    settings, problems = read_settings(listing)
    terms = Terms.of(settings, today)
    kept = cache_for(listing.root)
    found = families(listing)
    verdicts = _verdicts(listing.root, kept, terms, found)
    while ties := _missed(found, verdicts):
        known = {family.names: verdict for family, verdict in zip(found, verdicts, strict=True)}
        found = tied(listing.root, found, ties)
        again = [family for family in found if family.names not in known]
        new = iter(_verdicts(listing.root, kept, terms, again))
        verdicts = [known.get(family.names) or next(new) for family in found]
    if kept is not None and not all(verdict.known for verdict in verdicts):
        kept.tidy()
    pairs = [(family.files, verdict) for family, verdict in zip(found, verdicts, strict=True)]
    return _together(listing, settings, [*problems, *listing.problems], today, pairs)


def _verdicts(
    root: Path, kept: Cache | None, terms: Terms, found: Sequence[Family]
) -> list[Verdict]:
    """The verdict on each family: from the cache where it is known, else as they are judged now."""
    known = [_known(kept, terms, family) for family in found]
    anew = [family for family, verdict in zip(found, known, strict=True) if verdict is None]
    judged = _judged(root, kept, terms, anew) if anew else iter(())
    verdicts, notes = [], 0
    for each_one in known:
        verdict = each_one or next(judged)
        notes += len(verdict.notes)
        # More than is listed of either kind is not looked at: nor need its places be known.
        verdicts.append(verdict if notes < 2 * MOST_LISTED else replace(verdict, places={}))
    return verdicts


def _known(kept: Cache | None, terms: Terms, family: Family) -> Verdict | None:
    if kept is None or family.digest is None:
        return None
    return Verdict.kept(kept, terms.digest(family.digest), len(family.files))


def _judged(
    root: Path, kept: Cache | None, terms: Terms, found: Sequence[Family]
) -> Iterator[Verdict]:
    from sagaict.checking.family import read_and_judged  # and with it all rules

    sizes = [len(family.files) for family in found]
    return each(partial(read_and_judged, root, kept, terms), found, sizes)


def _missed(found: Sequence[Family], verdicts: Sequence[Verdict]) -> list[tuple[int, int]]:
    """Families, by their numbers, of which one names or holds what is the other's."""
    owners: dict[str, int] = {}
    ties = []
    for number, (family, verdict) in enumerate(zip(found, verdicts, strict=True)):
        for name in {*family.names, *verdict.names}:
            owner = owners.setdefault(name, number)
            if owner != number:
                ties.append((owner, number))
    for number, (family, verdict) in enumerate(zip(found, verdicts, strict=True)):
        for note in verdict.notes:
            if note.among:
                name = told(note, family.files).args["id"].partition("/")[0]
                if owners.get(name, number) != number:
                    ties.append((owners[name], number))
    return ties


def _together(
    listing: Listing,
    settings: Settings,
    problems: Iterable[Problem],
    today: date,
    pairs: Sequence[_Judged],
) -> CheckResult:
    """What was found in all families, with what is only known of all of them."""
    broken = any(verdict.broken for _files, verdict in pairs)
    ids = AllIds([verdict.ids for _files, verdict in pairs])
    entries = Entries(listing, settings, ids)
    found: list[Found] = [*problems]
    accepted: list[tuple[Found, str]] = []
    astray: list[Unplaced] = []
    places = Places()
    for files, verdict in pairs:
        for number, spots in verdict.places.items():
            places.add(files[number], spots)
        found += verdict.problems
        if not broken:
            found += verdict.unused
        for note in verdict.notes:
            if note.presumes_all and broken:
                continue
            if not note.subject:
                (astray if note.among else found).append(Unplaced(files, note, note.severity))
                continue
            severity = settings.severity_of(note.rule, note.severity, today)
            reason = note.reason or entries.reason_for(note)
            if reason:
                accepted.append((Unplaced(files, note, severity), reason))
            else:
                found.append(Unplaced(files, note, severity))
    found += unknown_names(listing, settings, entries.idle)
    if not broken:
        found += [*entries.unknown(), *entries.unused(Terms.of(settings, today).off)]
    return CheckResult(
        (*found, *_led_back(astray, ids)),
        tuple(accepted),
        tuple(file.shown for file in listing.files),
        sum(verdict.plans for _files, verdict in pairs),
        sum(verdict.projects for _files, verdict in pairs),
        places,
    )


def _led_back(astray: list[Unplaced], ids: AllIds) -> Iterator[Unplaced]:
    """What names an id that nothing bears, with the nearest one that exists."""
    suggestions = Suggestions()
    for each_one in sorted(astray, key=lambda each: each.path):
        finding = each_one.finding
        name, among = finding.args["id"], finding.among or "everything"
        args = {**finding.args, "suggestion": suggestions.nearest(name, ids.among(among))}
        yield Unplaced.of(replace(finding, args=args))
