"""`sagaict new indicator` and `sagaict add indicator`."""

from __future__ import annotations

from sagaict.cli.approving import ApprovedBy, ChangeReason, DateOption, Proposed
from sagaict.cli.entry_options import (
    Aggregation,
    Baseline,
    BaselineYear,
    DataSource,
    DecisionSource,
    Definition,
    Direction,
    Holder,
    IndicatorId,
    Kind,
    Name,
    Owner,
    Source,
    TargetBasis,
    Targets,
    Timing,
    Unit,
)
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun

__all__ = ["add_indicator", "new_indicator"]


def new_indicator(
    holder: Holder = None,
    indicator_id: IndicatorId = None,
    name: Name = None,
    unit: Unit = None,
    direction: Direction = None,
    aggregation: Aggregation = None,
    kind: Kind = None,
    baseline: Baseline = None,
    baseline_year: BaselineYear = None,
    target: Targets = None,
    definition: Definition = None,
    data_source: DataSource = None,
    timing: Timing = None,
    owner: Owner = None,
    target_basis: TargetBasis = None,
    source: Source = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Put a new indicator into a measure or project, while a plan is drafted or transcribed."""
    from sagaict.cli.entering_indicator import GivenIndicator, run_indicator

    return run_indicator(
        GivenIndicator(
            holder=holder,
            id=indicator_id,
            name=name,
            unit=unit,
            direction=direction,
            aggregation=aggregation,
            kind=kind,
            baseline=baseline,
            baseline_year=baseline_year,
            targets=target,
            definition=definition,
            data_source=data_source,
            timing=timing,
            owner=owner,
            target_basis=target_basis,
            source=source,
            dry_run=dry_run,
        ),
        data,
        today,
    )


def add_indicator(
    holder: Holder = None,
    indicator_id: IndicatorId = None,
    name: Name = None,
    unit: Unit = None,
    direction: Direction = None,
    aggregation: Aggregation = None,
    kind: Kind = None,
    baseline: Baseline = None,
    baseline_year: BaselineYear = None,
    target: Targets = None,
    definition: Definition = None,
    data_source: DataSource = None,
    timing: Timing = None,
    owner: Owner = None,
    target_basis: TargetBasis = None,
    source: DecisionSource = None,
    reason: ChangeReason = None,
    approved_by: ApprovedBy = None,
    proposed: Proposed = False,
    date: DateOption = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Add an indicator to an approved plan, with the reason and the approval."""
    from sagaict.cli.approving import Grounds
    from sagaict.cli.entering_indicator import GivenIndicator, run_indicator

    return run_indicator(
        GivenIndicator(
            holder=holder,
            id=indicator_id,
            name=name,
            unit=unit,
            direction=direction,
            aggregation=aggregation,
            kind=kind,
            baseline=baseline,
            baseline_year=baseline_year,
            targets=target,
            definition=definition,
            data_source=data_source,
            timing=timing,
            owner=owner,
            target_basis=target_basis,
            source=source,
            grounds=Grounds(reason=reason, approved_by=approved_by, proposed=proposed, day=date),
            dry_run=dry_run,
        ),
        data,
        today,
    )
