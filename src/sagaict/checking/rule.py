"""What a rule is: an id, a severity, its words, two samples, and what finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from sagaict.checking.asked import Audience
from sagaict.checking.finding import Finding
from sagaict.checking.scene import Scene
from sagaict.domain.light import dataclass

__all__ = ["MARK", "Rule", "SampleKind", "Severity"]

Severity = Literal["error", "warning", "info"]
"""`error` fails a check, `warning` fails it under `--strict`, `info` never does."""

SampleKind = Literal["indicator", "project", "plan"]
"""What a sample shows: an indicator of a project, the keys of a project, or those of a plan."""

MARK = "# ←"
"""Ends the line of a failing sample at which the finding must stand."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its words are English messages of the catalogue; `{name}` takes a finding's args.

    `why` is its explanation: what goes wrong in practice when the rule is broken. `bad` and `good`
    are YAML of the kind `sample`; both are run as tests. `thresholds` are numbers the workspace's
    settings may change. `asks` says about which plans it asks.
    """

    id: str
    severity: Severity
    title: str
    why: str
    message: str
    remedy: str
    check: Callable[[Scene], Iterator[Finding]]
    bad: str
    good: str
    sample: SampleKind = "indicator"
    thresholds: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    asks: Audience = "all"

    def findings(self, scene: Scene) -> Iterator[Finding]:
        """What it finds in the plans that it asks about."""
        for finding in self.check(scene):
            if scene.is_asked(self.asks, finding.file):
                yield finding
