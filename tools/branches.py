"""Say which layer falls short of the share of branches that its tests must take."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

__all__ = ["LEAST", "falling_short"]

LEAST = 98
"""Percent of the branches of a pure layer."""


def falling_short(report: dict[str, Any]) -> dict[str, str]:
    """Layers below `LEAST`, with what was taken of what there is, from a report of slipcover."""
    taken: dict[str, int] = defaultdict(int)
    known: dict[str, int] = defaultdict(int)
    for path, file in report["files"].items():
        layer = Path(path).parts[Path(path).parts.index("sagaict") + 1]
        covered, missing = (file["summary"][f"{word}_branches"] for word in ("covered", "missing"))
        taken[layer] += covered
        known[layer] += covered + missing
    return {
        layer: f"{taken[layer]} of {number} branches"
        for layer, number in sorted(known.items())
        if taken[layer] * 100 < number * LEAST
    }


if __name__ == "__main__":
    found = falling_short(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    for name, told in found.items():
        print(f"{name}: its tests take {told}; {LEAST}% is asked for", file=sys.stderr)
    sys.exit(bool(found))
