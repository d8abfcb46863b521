"""Commands about the files: checked, laid out, explained, set up."""

from __future__ import annotations

from sagaict.cli.check import check
from sagaict.cli.commands.entry import Entry
from sagaict.cli.fmt import fmt
from sagaict.cli.init import init
from sagaict.cli.rule import rule
from sagaict.cli.schema import schema
from sagaict.language import _

__all__ = ["entries"]


def entries() -> tuple[Entry, ...]:
    """Each with its help and examples, in the order of the list of commands."""
    return (
        Entry(
            "check",
            check,
            _("Are the files well-formed, and the targets well set?"),
            (
                ("sagaict check", _("the whole data folder")),
                ("sagaict check data/plans/dx-plan.yaml", _("one file, known to all others")),
                ("sagaict check --changed --strict", _("what a branch touches, warnings too")),
                ("sagaict check --output sarif=check.sarif", _("text here, SARIF to a file")),
            ),
        ),
        Entry(
            "fmt",
            fmt,
            _("One canonical layout: order of keys, indentation, years, numbers, empty lines."),
            (
                ("sagaict fmt", _("lay out all files")),
                ("sagaict fmt --diff data/plans/dx-plan.yaml", _("only show what would change")),
            ),
        ),
        Entry(
            "rule",
            rule,
            _("What a rule asks, why, and what fails and passes it."),
            (
                ("sagaict rule", _("all rules")),
                ("sagaict rule unmet-without-remark", _("one rule, with samples")),
            ),
        ),
        Entry(
            "init",
            init,
            _("Set up a repository for the plans of a city."),
            (("sagaict init our-plans", _("folders, an example, hooks and workflow")),),
        ),
        Entry(
            "schema",
            schema,
            _("The JSON Schema of the files, for editors."),
            (("sagaict schema plan > plan.schema.json", _("the schema of a plan")),),
        ),
    )
