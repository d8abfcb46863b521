"""A check's result in the form each reader wants: people, editors, forges, continuous integration.

Every form is one function from a result to text; `FORMATS` finds it by name. All are made from the
same result in the same order, so two forms of one check never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sagaict.checking.result import CheckResult
from sagaict.reporting.check_formats.annotations import github
from sagaict.reporting.check_formats.json_forms import gitlab, json_report
from sagaict.reporting.check_formats.junit import junit
from sagaict.reporting.check_formats.pages import concise, markdown, text
from sagaict.reporting.check_formats.sarif import sarif

__all__ = ["FORMATS", "Format", "chosen_by"]

Format = Callable[[CheckResult], str]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": text,
        "concise": concise,
        "json": json_report,
        "github": github,
        "gitlab": gitlab,
        "sarif": sarif,
        "junit": junit,
        "markdown": markdown,
    }
)


def chosen_by(environ: Mapping[str, str]) -> str:
    """The form that fits where the check runs, if nobody asked for one."""
    if environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environ.get("GITLAB_CI") == "true" else "text"
