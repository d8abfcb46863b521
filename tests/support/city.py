"""A city's data in a folder, and the texts of its plans and projects, laid out as `fmt` does.

What all cities of the tests have in common stands here; each says what it has of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import ClassVar, Self

__all__ = [
    "HOURS",
    "LEAKS",
    "ONLINE",
    "PLACES",
    "SATISFIED",
    "VISITS",
    "WAITING",
    "Folder",
    "goal",
    "goals",
    "indicator",
    "measure",
    "outcomes",
    "plan",
    "project",
]


@dataclass(frozen=True)
class Folder:
    """The data in `root/data`, so that a test can change it."""

    root: Path
    FILES: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def found(cls, root: Path) -> Self:
        """The city with its files."""
        city = cls(root)
        for name, text in cls.FILES.items():
            city.write(name, text)
        return city

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    def path(self, name: str) -> Path:
        """Where a file of the data lies."""
        return self.data / name

    def read(self, name: str) -> str:
        """A file's text, line ends as they are."""
        return self.path(name).read_bytes().decode()

    def write(self, name: str, text: str | bytes) -> None:
        """Put a file in its place, byte for byte."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, name: str, old: str, new: str) -> None:
        """Change the one place where `old` stands."""
        text = self.read(name)
        assert text.count(old) == 1, (old, text.count(old))
        self.write(name, text.replace(old, new))


def plan(
    *blocks: str,
    id: str = "aoba",  # noqa: A002 - as the file calls it
    title: str = "あおば市DX計画",
    period: str = "R6-R9",
    documents: Mapping[str, str] | None = None,
) -> str:
    """A plan of these blocks, whose one document is called as it is itself, unless told."""
    listed = documents or {"main": title}
    cited = "".join(f"  {name}:\n    title: {of}\n" for name, of in listed.items())
    opening = f"id: {id}\ntitle: {title}\nperiod: {period}\n"
    return "\n".join([opening, f"documents:\n{cited}", *blocks])


def goals(*listed: str) -> str:
    """The block of the goals."""
    return "goals:\n" + "\n".join(listed)


def goal(no: int, title: str, *measures: str) -> str:
    """A goal with its measures."""
    return f"  - no: {no}\n    title: {title}\n    measures:\n" + "\n".join(measures)


def measure(no: str, title: str, *indicators: str, more: str = "", end: str = "") -> str:
    """A measure with its goal indicators; `more` and `end` are further keys."""
    listed = f"goal_indicators:\n{_items(indicators)}" if indicators else ""
    return _item(f"id: {no}\nno: {no}\ntitle: {title}\n{more}{listed}{end}", 6)


def indicator(
    id: str,  # noqa: A002 - as the file calls it
    name: str,
    unit: str,
    direction: str,
    aggregation: str,
    more: str = "",
) -> str:
    """An indicator, to which further keys can be added."""
    return (
        f"id: {id}\nname: {name}\n{more}unit: {unit}\n"
        f"direction: {direction}\naggregation: {aggregation}\n"
    )


def project(
    *blocks: str,
    id: str,  # noqa: A002 - as the file calls it
    title: str,
    plan: str = "aoba",
    measure: str = "1-1",
    more: str = "",
) -> str:
    """A project of these blocks; `more` are keys of one line."""
    opening = f"id: {id}\nplan: {plan}\nmeasure: {measure}\ntitle: {title}\n{more}"
    return "\n".join([opening, *blocks])


def outcomes(*indicators: str) -> str:
    """The block of a project's outcome indicators."""
    return f"outcome_indicators:\n{_items(indicators)}"


def _items(indicators: tuple[str, ...]) -> str:
    return "\n".join(_item(each, 2) for each in indicators)


def _item(text: str, depth: int) -> str:
    first, rest = text.split("\n", maxsplit=1)
    return f"{' ' * depth}- {first}\n" + indent(rest, " " * (depth + 2))


ONLINE = indicator("online", "オンライン申請率", '"%"', "increase", "level")
WAITING = indicator("waiting", "平均待ち時間", "分", "decrease", "level")
HOURS = indicator("hours", "削減した時間", "時間", "increase", "period_total")
LEAKS = indicator("leaks", "情報漏えいの件数", "件", "decrease", "annual")
VISITS = indicator("visits", "年間利用件数", "件", "increase", "annual")
PLACES = indicator("places", "設置箇所数", "箇所", "increase", "cumulative")
SATISFIED = indicator("satisfied", "満足と答えた割合", '"%"', "increase", "level")
