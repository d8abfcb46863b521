"""What is checked: settings of rules and days that changed, findings accepted from now on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from sagaict.comparing.change import Change, ChangeKind
from sagaict.domain.settings import AcceptEntry, Settings
from sagaict.domain.structure import fields_of

__all__ = ["FILE", "check_changes"]

FILE = "sagaict.yaml"
"""What changes of settings are filed under."""


def check_changes(old: Settings, new: Settings, unknown: Collection[str]) -> Iterator[Change]:
    """Every setting that is another one, every acceptance that came or went.

    Acceptances in files that one side could not read (of the ids in `unknown`) are not compared.
    """
    before, now = _flat(old), _flat(new)
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield Change(
                kind="changed_setting",
                id=FILE,
                name=FILE,
                field=name,
                old=before.get(name),
                new=now.get(name),
            )
    gone, come = Counter(map(_key, old.accept)), Counter(map(_key, new.accept))
    sides: tuple[tuple[ChangeKind, Counter[tuple[str, ...]]], ...] = (
        ("added_acceptance", come - gone),
        ("removed_acceptance", gone - come),
    )
    for kind, accepted in sides:
        for below, rule, reason in sorted(accepted.elements()):
            full_id, _apart, field = below.partition(" > ")
            if full_id in unknown:
                continue
            added = kind == "added_acceptance"
            yield Change(
                kind=kind,
                id=full_id,
                name=rule,
                field=field or None,
                old=None if added else reason,
                new=reason if added else None,
            )


def _key(entry: AcceptEntry) -> tuple[str, ...]:
    return (entry.below, entry.rule, entry.reason)


def _flat(settings: Settings) -> dict[str, str]:
    """Every setting there is, by its keys with dots between them; the acceptances apart."""
    found: dict[str, str] = {}
    for rule, chosen in settings.rules.items():
        for name in ("severity", "error_from"):
            value = getattr(chosen, name)
            if value is not None:
                found[f"rules.{rule}.{name}"] = str(value)
        for name, threshold in chosen.thresholds.items():
            found[f"rules.{rule}.thresholds.{name}"] = str(threshold)
    for key, record in (("cycle", settings.cycle), ("year", settings.year)):
        for name in fields_of(type(record)):
            value = getattr(record, name)
            if value not in (None, ()):
                each = value if isinstance(value, tuple) else (value,)
                found[f"{key}.{name}"] = ", ".join(map(_shown, each))
    return found


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
