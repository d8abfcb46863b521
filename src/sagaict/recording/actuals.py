"""Recording a result: a new figure, a final one after a provisional one, a correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from sagaict.domain.fiscal import FiscalYear, Moment, Span
from sagaict.domain.indicator import ActualState
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.plan import reported_until
from sagaict.domain.results import Actual, EarlierActual
from sagaict.domain.words import Judged
from sagaict.language import filed, mark
from sagaict.language.quantities import figure
from sagaict.language.words import term
from sagaict.reading.workspace import Workspace
from sagaict.recording.jumps import suspicion
from sagaict.recording.places import IndicatorPlace, find_indicator
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line, optional, prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Content, Put, Remove

__all__ = ["NewActual", "Refused", "record_actual"]

_JUDGED = get_args(Judged)
_COUNTS = ("numerator", "denominator", "respondents")
_FIGURE_FIELDS = (
    *("value", *_COUNTS),
    *("state", "as_of", "span", "published", "printed", "note", "source"),
)
"""What belongs to one figure and goes with it when another takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActual:
    """A figure as it came in; `None` is what nothing was said about."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    respondents: Decimal | None = None
    state: ActualState = "final"
    as_of: Moment | None = None
    span: Span | None = None
    printed: str | None = None
    published: Moment | None = None
    source: str | None = None
    remark: str | None = None
    note: str | None = None

    def written(self) -> NewActual:
        """The same with its texts as they are written.

        Raises:
            Refused: `empty-text`, `several-lines`, `unwritable`, `bad-source`.
        """
        return replace(
            self,
            printed=optional(line, self.printed),
            source=optional(citation, self.source),
            remark=optional(prose, self.remark),
            note=optional(prose, self.note),
        )


def record_actual(  # noqa: PLR0913 - the indicator, the year, the figure, and two assurances
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    new: NewActual,
    *,
    today: date,
    correct_reason: str | None = None,
    sure: bool = False,
) -> None:
    """Put a figure into the change set, beside what is there.

    A figure it takes the place of is kept under `earlier`. A final one is only replaced if a
    reason is given (`correct_reason`), which is kept in its note. The same figure again only adds
    what was not said before, such as a remark. `sure` lets a figure pass that looks mistyped.

    Raises:
        Refused: `unknown-indicator`, `has-parts`, `outside-period`, `not-begun`, `not-over`,
            `in-future`, `no-value`, `value-with-state`, `no-words`, `bad-source`, `empty-text`,
            `several-lines`, `unwritable`, `no-reason`, `nothing-to-correct`,
            `final-exists`, `nothing-changes`, `jump`, `share`, `fraction`, `falls`. Nothing was
            changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    new = new.written()
    site = find_indicator(change_set, workspace, full_id)
    if site.indicator.is_split:
        raise Refused("has-parts", id=full_id, parts=", ".join(p.id for p in site.indicator.parts))
    _refuse_times(site, year, new, today)
    _refuse_forms(site, site.indicator.year(year), new)
    if correct_reason is not None and not correct_reason.strip():
        raise Refused("no-reason")
    location = (*site.location, "actuals", year)
    old = site.indicator.actuals.get(year)
    if old is None:
        if correct_reason is not None:
            raise Refused("nothing-to-correct", year=year.label)
        _refuse_suspicious(site, year, new, sure=sure)
        change_set.change(site.file, Put(location, _content(new)))
        return
    if _replaces(old, new):
        if _stays(old, new) and correct_reason is None:
            unit = site.indicator.unit
            raise Refused("final-exists", year=year.label, old=_shown(old, unit))
        _refuse_suspicious(site, year, new, sure=sure)
        reason = optional(prose, correct_reason)
        changes = _replacement(location, old, new, reason)
    else:
        changes = _completion(location, old, new)
    if not changes:
        raise Refused("nothing-changes", year=year.label)
    change_set.change(site.file, *changes)


def _refuse_times(site: IndicatorPlace, year: FiscalYear, new: NewActual, today: date) -> None:
    year = site.indicator.year(year)
    if year > reported_until(site.indicator, site.plan.period):
        raise Refused("outside-period", year=year.label, period=site.plan.period.label)
    if year.first_day > today and new.state != "reached":
        raise Refused("not-begun", year=year.label, day=year.first_day.isoformat())
    if new.state == "estimate" or (new.value is None and new.state not in _JUDGED):
        return
    if new.as_of is not None and new.as_of.first_day > today:
        raise Refused("in-future", when=str(new.as_of))
    if new.span is not None and (new.span.last_day.year, new.span.last_day.month) > (
        today.year,
        today.month,
    ):
        raise Refused("in-future", when=str(new.span))
    if new.state == "final" and site.indicator.is_flow and not year.ended_by(today):
        raise Refused("not-over", year=year.label, day=year.last_day.isoformat())


def _refuse_forms(site: IndicatorPlace, year: FiscalYear, new: NewActual) -> None:
    if new.state in _JUDGED:
        target = site.indicator.targets.get(year)
        if target is None or target.words is None:
            raise Refused("no-words", year=year.label)
        return
    carries = new.state in ("final", "provisional", "estimate")
    if carries and new.value is None:
        raise Refused("no-value", state=new.state)
    if not carries and new.value is not None:
        raise Refused("value-with-state", state=new.state)


def _refuse_suspicious(
    site: IndicatorPlace, year: FiscalYear, new: NewActual, *, sure: bool
) -> None:
    if sure or new.value is None:
        return
    found = suspicion(site.indicator, year, new.value, new.span)
    if found is not None:
        raise Refused(found.code, **found.details)


def _replaces(old: Actual, new: NewActual) -> bool:
    """Whether another figure takes the place of the old one, or the same says more of itself."""
    if (old.value, old.state) != (new.value, new.state):
        return True
    return any(
        getattr(new, name) is not None and getattr(old, name) not in (None, getattr(new, name))
        for name in (*_COUNTS, "as_of", "span", "published", "printed", "source")
    )


def _replacement(
    location: tuple[Any, ...], old: Actual, new: NewActual, reason: str | None
) -> list[Change]:
    """The changes that put the old figure under `earlier` and the new one in its place."""
    changes: list[Change] = []
    if _worth_keeping(old) or reason is not None:
        changes.append(Append((*location, "earlier"), _earlier(old, reason)))
    before, after = _texts(old), _texts(new)
    changes += [
        Put((*location, name), text) for name, text in after.items() if before.get(name) != text
    ]
    gone = [name for name in before if name not in after]
    changes += [Remove((*location, name)) for name in gone]
    if new.remark is not None and new.remark != old.remark:
        changes.append(Put((*location, "remark"), new.remark))
    return changes


def _completion(location: tuple[Any, ...], old: Actual, new: NewActual) -> list[Change]:
    """The changes that add what was not said of the same figure before."""
    given = _texts(new) | ({} if new.remark is None else {"remark": new.remark})
    known = _texts(old) | ({} if old.remark is None else {"remark": old.remark})
    return [Put((*location, name), text) for name, text in given.items() if known.get(name) != text]


def _worth_keeping(old: EarlierActual) -> bool:
    """Whether it says more than that a figure was awaited."""
    return (
        old.value is not None
        or old.is_judged
        or any(
            getattr(old, name) is not None
            for name in ("as_of", "span", "published", "printed", "note", "source")
        )
    )


def _texts(figure: EarlierActual | NewActual) -> dict[str, str]:
    """The parts of a figure as they are written; a final state is not."""
    found = {}
    for name in _FIGURE_FIELDS:
        value = getattr(figure, name)
        if value is not None and (name, value) != ("state", "final"):
            found[name] = group(value) if isinstance(value, Decimal) else str(value)
    return found


def _earlier(old: EarlierActual, reason: str | None) -> dict[str, str]:
    texts = _texts(old)
    if reason is not None:
        correction = filed(mark("Correction: {reason}")).format(reason=reason)
        texts["note"] = f"{texts['note']} {correction}" if "note" in texts else correction
    return {name: texts[name] for name in _FIGURE_FIELDS if name in texts}


def _content(new: NewActual) -> Content:
    texts = _texts(new) | ({} if new.remark is None else {"remark": new.remark})
    return texts["value"] if list(texts) == ["value"] else dict(texts)


def _stays(old: EarlierActual, new: NewActual) -> bool:
    """Whether what is there would not change by itself: what is not reached yet may still be."""
    return old.is_final and (old.state, new.state) != ("not_reached", "reached")


def _shown(old: EarlierActual, unit: str) -> str:
    return term(old.state) if old.value is None else figure(old.value, unit)
