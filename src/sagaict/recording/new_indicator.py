"""A new indicator of a measure or project: what is measured, from where, towards which targets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sagaict.domain.amendment import Amendment, happened
from sagaict.domain.indicator import Aggregation, Direction, Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.portfolio import Kind
from sagaict.domain.walks import Location, holder_id, indicator_holders
from sagaict.domain.words import RateFormula, YearKind
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.additions import (
    Addition,
    Named,
    id_of,
    joining_amendments,
    require_document,
    said,
    without_repetition,
)
from sagaict.recording.approval import Approval
from sagaict.recording.new_figures import (
    NewBaseline,
    Targets,
    require_baseline_time,
    require_targets,
    targets_content,
)
from sagaict.recording.owners import owned
from sagaict.recording.places import amendments_of, current, find_project
from sagaict.recording.refusal import Refused
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.rendering import render
from sagaict.writing.splice import Append

__all__ = ["HolderPlace", "IndicatorSpec", "add_indicator", "find_holder"]

_LISTS: dict[Kind, str] = {"goal": "goal_indicators", "outcome": "outcome_indicators"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSpec:
    """What is said of an indicator. Which way is better, and how it adds up, is never guessed."""

    id: str
    name: str
    unit: str
    direction: Direction
    aggregation: Aggregation
    year_kind: YearKind = "fiscal"
    share: bool = False
    also_under: tuple[str, ...] = ()
    hold: bool = False
    latest: int | None = None
    rate: RateFormula | None = None
    kind: Kind | None = None
    targets: Targets = ()
    baseline: NewBaseline | None = None
    definition: str | None = None
    owner: str | None = None
    data_source: str | None = None
    survey_timing: str | None = None
    comparison: str | None = None
    parts: tuple[Named, ...] = ()
    target_basis: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class HolderPlace:
    """What may have indicators, in its file; `source` is that of its figures without their own."""

    file: FileOf
    location: Location
    plan: Plan
    of_project: bool
    indicators: tuple[Indicator, ...]
    amendments: Sequence[Amendment]
    source: str | None

    def free_id(self, text: str) -> str:
        """The id, if no indicator here bears it.

        Raises:
            Refused: `bad-id`, `bad-id-near`, `id-taken`.
        """
        found = id_of(text)
        if found in {each.id for each in self.indicators}:
            raise Refused("id-taken", id=found)
        return found


def find_holder(change_set: ChangeSet, workspace: Workspace, full_id: str) -> HolderPlace:
    """The plan, goal, measure or project of that full id.

    Raises:
        Refused: `unknown-holder`.
        SpliceFailed, OSError: its file cannot be read any more.
    """
    try:
        site = find_project(change_set, workspace, full_id)
    except Refused:
        pass
    else:
        found = site.project
        return HolderPlace(
            site.file,
            (),
            site.plan,
            True,
            found.outcome_indicators,
            site.amendments,
            found.source,
        )
    for file, plan in workspace.plans:
        now, above = current(change_set, file, plan), list[Plan | Goal | Measure]()
        for at, holder in indicator_holders(now):
            above = [*above[: len(at) // 2], holder]
            if "/".join(filter(None, (plan.id, holder_id(holder)))) == full_id:
                own = (*holder.goal_indicators, *holder.outcome_indicators)
                source = next((each.source for each in reversed(above) if each.source), None)
                return HolderPlace(file, at, now, False, own, amendments_of(now, holder), source)
    raise Refused("unknown-holder", id=full_id)


def add_indicator(
    change_set: ChangeSet,
    workspace: Workspace,
    holder_id: str,
    new: IndicatorSpec,
    approval: Approval | None = None,
    *,
    today: date,
) -> Addition:
    """Put a new indicator behind those of its holder; with its grounds if the plan was approved.

    Raises:
        Refused: `unknown-holder`, `unknown-measure`, `add-to-draft`, `dropped-already`,
            `goal-in-project`, `bad-id`,
            `bad-id-near`, `id-taken`, `no-target-given`, `given-twice`, `target-takes-period`,
            `target-takes-year`, `outside-period`, `baseline-takes-year`, `unknown-document`,
            `baseline-beside-parts`, `bad-source`, `empty-text`, `several-lines`, `unwritable`, or
            why the approval cannot be true. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    holder = find_holder(change_set, workspace, holder_id)
    amendments = joining_amendments(holder.plan, approval, command="new indicator", today=today)
    dropped = happened(holder.amendments, "dropped")
    if amendments and dropped is not None:
        raise Refused("dropped-already", id=holder_id, day=str(dropped.date))
    if new.kind == "goal" and holder.of_project:
        raise Refused("goal-in-project")
    known = {each.id for _goal, each in holder.plan.measures()}
    for name in new.also_under:
        if name not in known or holder_id == f"{holder.plan.id}/{name}":
            raise Refused("unknown-measure", id=name)
    kind: Kind = new.kind or ("outcome" if holder.of_project else "goal")
    content = _content(new, holder, amendments)
    if new.source is not None:
        require_document(new.source, holder.plan, workspace)
    change_set.change(holder.file, Append((*holder.location, _LISTS[kind]), content))
    full_id = f"{holder_id}/{content['id']}"
    return Addition(full_id, holder.file, tuple(render(content, 0)))


def _content(
    new: IndicatorSpec, holder: HolderPlace, amendments: list[object]
) -> dict[str, object]:
    """The indicator as it is written, in the order of the schema.

    Raises:
        Refused: something said of it cannot be so.
    """
    if not new.targets:
        raise Refused("no-target-given")
    require_targets((key for key, _ in new.targets), new.aggregation, holder.plan.period)
    if new.baseline is not None:
        require_baseline_time(new.baseline.when, new.aggregation)
    texts = {"name": new.name, "definition": new.definition, "unit": new.unit}
    more = {
        "data_source": new.data_source,
        "survey_timing": new.survey_timing,
    }
    basis = {"target_basis": new.target_basis}
    return {
        "id": holder.free_id(new.id),
        **said(texts, prosaic=("definition",)),
        "direction": new.direction,
        "aggregation": new.aggregation,
        **({} if new.year_kind == "fiscal" else {"year_kind": new.year_kind}),
        **({"share": "true"} if new.share else {}),
        **owned(new.owner),
        **({"also_under": list(new.also_under)} if new.also_under else {}),
        **({"hold": "true"} if new.hold else {}),
        **({} if new.latest is None else {"latest": str(new.latest)}),
        **({} if new.rate is None else {"rate": {"formula": new.rate}}),
        **said(more),
        **({} if new.baseline is None else {"baseline": new.baseline.content}),
        **said(basis, prosaic=("target_basis",)),
        "targets": targets_content(new.targets),
        **({"comparison": said({"name": new.comparison})} if new.comparison else {}),
        **({"parts": _parts(new)} if new.parts else {}),
        **({"amendments": amendments} if amendments else {}),
        **said({"source": new.source}),
    }


def _parts(new: IndicatorSpec) -> list[object]:
    """The parts, which have the targets of the indicator until they get their own.

    Raises:
        Refused: `baseline-beside-parts`, `given-twice`, or what is wrong with an id or a name.
    """
    if new.baseline is not None:
        raise Refused("baseline-beside-parts")
    without_repetition(each.key for each in new.parts)
    return [{"id": id_of(each.key), **said({"name": each.title})} for each in new.parts]
