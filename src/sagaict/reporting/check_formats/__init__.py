"""A check's result in the form each reader wants: people, editors, forges, continuous integration.

Every form is one function from a result to text; `FORMATS` finds it by name. All are made from the
same result in the same order, so two forms of one check never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sagaict.checking.result import CheckResult
    from sagaict.reporting.links import Links

__all__ = ["FORMATS", "Format", "chosen_by"]


class Format(Protocol):
    """A form: what it makes of a result, with links to the lines if it has any."""

    def __call__(self, result: CheckResult, links: Links | None = None) -> str:
        """The text."""


def _in(module: str, name: str, *, linked: bool = False) -> Format:
    """The form of that name, imported when it is drawn: help and completion read names only."""

    def draw(result: CheckResult, links: Links | None = None) -> str:
        form: Callable[..., str] = getattr(import_module(f"{__name__}.{module}"), name)
        return form(result, links) if linked else form(result)

    return draw


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": _in("pages", "text"),
        "concise": _in("pages", "concise"),
        "json": _in("json_forms", "json_report"),
        "github": _in("annotations", "github"),
        "gitlab": _in("json_forms", "gitlab"),
        "sarif": _in("sarif", "sarif"),
        "junit": _in("junit", "junit"),
        "markdown": _in("pages", "markdown", linked=True),
    }
)


def chosen_by(environ: Mapping[str, str]) -> str:
    """The form that fits where the check runs, if nobody asked for one."""
    if environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environ.get("GITLAB_CI") == "true" else "text"
