"""The words of the basic rules: what each says, and what to do about it.

Messages are templates over a problem's `args`; both halves go through the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sagaict.language import mark

__all__ = ["RULE_TEXTS", "RuleText"]


@dataclass(frozen=True, slots=True)
class RuleText:
    """The words of a rule, in English, to be translated when shown."""

    message: str
    remedy: str


def _text(message: str, remedy: str) -> RuleText:
    return RuleText(message, remedy)


RULE_TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        # The file as bytes and as YAML
        "unreadable": _text(
            mark("the file cannot be read: {detail}"),
            mark("Check that it exists and that you may read it."),
        ),
        "not-a-file": _text(
            mark("a file is expected here, not a folder, a pipe or a device"),
            mark("Put a file of text here, or delete what is here."),
        ),
        "misplaced-file": _text(
            mark("nothing reads this file: it lies in the wrong place or has the wrong name"),
            mark(
                "Plans are plans/ID.yaml, projects projects/ID-OF-PLAN/ID.yaml, and the settings "
                "sagaict.yaml."
            ),
        ),
        "outside-link": _text(
            mark("the file is a link that leads out of the data folder"),
            mark("Put the file itself here; links may not leave the data folder."),
        ),
        "too-many-files": _text(
            mark("too many files; this one and the following are not read"),
            mark("Split the data into several folders."),
        ),
        "more-problems": _text(
            mark("{count} more problems are not listed"),
            mark("Mend those above first, then check again."),
        ),
        "file-too-large": _text(
            mark("the file is larger than {limit} bytes"),
            mark("A plan or project needs a few kilobytes; check what got into it."),
        ),
        "encoding": _text(
            mark("the file is not UTF-8 but {encoding}"),
            mark("Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)."),
        ),
        "encoding-unknown": _text(
            mark("the file is not UTF-8"),
            mark("Save it again with the encoding UTF-8."),
        ),
        "byte-order-mark": _text(
            mark("the file begins with a byte order mark (BOM)"),
            mark("Save it as UTF-8 without BOM."),
        ),
        "control-character": _text(
            mark("there is an invisible control character ({code})"),
            mark("Delete the character."),
        ),
        "merge-conflict": _text(
            mark("a merge conflict was left unresolved here"),
            mark("Choose one side and delete the lines of <, = and > signs."),
        ),
        "yaml-syntax": _text(
            mark("this is not valid YAML: {detail}"),
            mark("Check indentation, colons and quotes here and in the line above."),
        ),
        "yaml-tab": _text(
            mark("a tab is used where YAML allows only spaces"),
            mark("Replace the tab by spaces."),
        ),
        "yaml-empty": _text(
            mark("the file is empty"),
            mark("Fill it in, or delete the file."),
        ),
        "yaml-documents": _text(
            mark("a second document (---) begins here"),
            mark("Put each plan or project into a file of its own."),
        ),
        "yaml-duplicate-key": _text(
            mark("the key “{name}” stands here a second time"),
            mark("Keep one of the two; the first is in line {first_line}."),
        ),
        "yaml-key": _text(
            mark("a key must be plain text, not empty, a list or a mapping"),
            mark("Write a name before the colon."),
        ),
        "yaml-alias": _text(
            mark("anchors and aliases are not used here: {name}"),
            mark("Write the content out, or quote the text if it only begins with this sign."),
        ),
        "yaml-tag": _text(
            mark("tags are not allowed: {name}"),
            mark("Delete the tag, or quote the text if it only begins with an exclamation mark."),
        ),
        "yaml-depth": _text(
            mark("the content is nested more than {limit} levels deep"),
            mark("Check the indentation or the brackets."),
        ),
        # Shapes and keys
        "missing-key": _text(
            mark("“{name}” is missing"),
            mark("Add a line “{name}: …”."),
        ),
        "missing-choice": _text(
            mark("“{name}” is missing"),
            mark("Add a line “{name}: …” with one of: {expected}"),
        ),
        "unknown-key": _text(
            mark("“{name}” is not a key known here"),
            mark("Delete it or correct its spelling."),
        ),
        "not-in-list": _text(
            mark("“{given}” is not possible for “{name}”"),
            mark("Write one of: {expected}"),
        ),
        "empty-value": _text(
            mark("nothing is written for “{name}”"),
            mark("Fill it in, or delete the line; what is unknown is left out, not 0."),
        ),
        "too-long": _text(
            mark("“{name}” is longer than {max_length} characters"),
            mark("Shorten it."),
        ),
        "too-few": _text(
            mark("“{name}” needs more entries"),
            mark("Give at least two statements, each with its source."),
        ),
        "not-a-scalar": _text(
            mark("one value is expected for “{name}”, not a list or a mapping"),
            mark("Write the value behind the colon."),
        ),
        "not-a-mapping": _text(
            mark("keys and values are expected here"),
            mark("Write lines of the form “key: value”, indented equally."),
        ),
        "not-a-list": _text(
            mark("a list is expected for “{name}”"),
            mark("Begin each entry with “- ” on a line of its own."),
        ),
        "not-a-flag": _text(
            mark("“{text}” is neither true nor false"),
            mark("Write true or false."),
        ),
        "out-of-range": _text(
            mark("“{given}” is out of range for “{name}”"),
            mark("Write a number within the range."),
        ),
        "invalid-value": _text(
            mark("this value is not valid: {detail}"),
            mark("See the description of the key in the schema (sagaict schema)."),
        ),
        "bad-id": _text(
            mark("“{given}” cannot be an id"),
            mark("Use lower-case letters, digits and single hyphens, e.g. open-data."),
        ),
        "bad-source": _text(
            mark("“{given}” is not a source"),
            mark("Write the id of a document, a space, and the place, e.g. plan 4-3 (p.26)."),
        ),
        # Numbers, years, dates
        "number-full-width": _text(
            mark("“{text}” is written with full-width digits"),
            mark("Write half-width digits."),
        ),
        "number-unit": _text(
            mark("“{text}” is more than a number"),
            mark("Write the number alone; the unit stands in “unit”, the wording in “printed”."),
        ),
        "number-separator": _text(
            mark("the separators in “{text}” are misplaced"),
            mark("Put a comma before every three digits, or none."),
        ),
        "number-too-long": _text(
            mark("“{text}” has too many digits"),
            mark("Check the number."),
        ),
        "number-not-number": _text(
            mark("“{text}” is not a number"),
            mark("Write a plain number such as 61.3 or 1,027."),
        ),
        "fiscal-year": _text(
            mark("“{text}” is not a fiscal year"),
            mark("Write it like R5, or R6-R9 for a period total."),
        ),
        "year-twice": _text(
            mark("“{again}” is the same fiscal year as “{first}” above"),
            mark("Keep one of the two; FY2019 is both H31 and R1, written R1."),
        ),
        "period": _text(
            mark("“{text}” is not a period of fiscal years"),
            mark("Write it like R6-R9."),
        ),
        "moment": _text(
            mark("“{text}” is not a month or a day"),
            mark("Write it like R5.3, R5.3.31 or 2023-03-31."),
        ),
        "month-day": _text(
            mark("“{text}” is not a day of the year"),
            mark("Write it like 4-30 (30 April)."),
        ),
        "span": _text(
            mark("“{text}” is not a span of time"),
            mark("Write it like R4.4-R5.2 (months) or R2-R4 (fiscal years)."),
        ),
        # Forms of targets and actuals
        "target-form": _text(
            mark("a target is one of three: a value, a relation, or undecided"),
            mark("Write exactly one of value, relative, undecided: true."),
        ),
        "relative-form": _text(
            mark("a relation is given by “times” or by “percent”"),
            mark("Write exactly one of the two."),
        ),
        "baseline-time": _text(
            mark("the baseline is of {year}, but its period {period} ends in another year"),
            mark("Correct one of the two, or leave out the year, which the period gives as well."),
        ),
        "derived-form": _text(
            mark("a derived indicator is given by “share_met” or by “sum_of”"),
            mark("Write exactly one of the two."),
        ),
        "amendment-form": _text(
            mark("“old” and “new” are the titles of a renaming, and go with nothing else"),
            mark("Write both with what: renamed, and neither with added or dropped."),
        ),
        "actual-without-value": _text(
            mark("the state “{state}” needs a value"),
            mark("Add the value, or write state: pending, not_surveyed or not_assessable."),
        ),
        "actual-with-value": _text(
            mark("the state “{state}” has no value"),
            mark("Delete the value, or write state: final, provisional or estimate."),
        ),
        # Between files
        "file-name": _text(
            mark("the id “{id}” differs from the file's name “{file}”"),
            mark("Give the file the name of the id, or correct the id."),
        ),
        "folder-name": _text(
            mark("the plan “{id}” differs from the folder's name “{folder}”"),
            mark("Move the file to the folder of its plan, or correct the plan."),
        ),
        "duplicate-id": _text(
            mark("the id “{id}” is used twice"),
            mark("Give one of the two another id."),
        ),
        "unknown-plan": _text(
            mark("there is no plan “{id}”"),
            mark("Correct the id, or add the plan's file."),
        ),
        "unknown-measure": _text(
            mark("the plan has no measure “{id}”"),
            mark("Correct the id, or add the measure to the plan."),
        ),
        "unknown-project": _text(
            mark("the plan has no project “{id}”"),
            mark("Correct the id, or add the project's file."),
        ),
        "unknown-category": _text(
            mark("the plan has no category “{id}”"),
            mark("Correct it, or define the category in the plan."),
        ),
        "unknown-goal": _text(
            mark("the plan has no goal “{id}”"),
            mark("Write the number of one of the plan's goals."),
        ),
        "unknown-document": _text(
            mark("the source names a document “{id}” that the plan does not list"),
            mark("Correct the name, or add the document to “documents” of the plan."),
        ),
        "unknown-id": _text(
            mark("nothing has the id “{id}”"),
            mark("Write the full id of an existing plan, measure, project or indicator."),
        ),
        "one-sided-succession": _text(
            mark("“{other}” does not name “{id}” in its “{field}”"),
            mark("Add it there, so that both plans say the same."),
        ),
        "year-outside-period": _text(
            mark("{year} lies outside the plan's period {period}"),
            mark("Correct the year, or the plan's period."),
        ),
        "target-needs-period": _text(
            mark("a period total has one target for a period, not for {key}"),
            mark("Write the period as the key, e.g. R6-R9, or correct “aggregation”."),
        ),
        "target-needs-year": _text(
            mark("a target for the period {key} fits only a period total"),
            mark("Write a single fiscal year as the key, or aggregation: period_total."),
        ),
        "relative-without-basis": _text(
            mark("the target relates to {year}, which has no target, actual or baseline"),
            mark("Correct the year, or add the baseline it relates to."),
        ),
        "revision-chain": _text(
            mark("the history of revisions of {year} does not lead to its target"),
            mark("The old value is what stood before; the last new value is the target."),
        ),
        "unknown-rule": _text(
            mark("there is no rule “{id}”"),
            mark("Write the id of a rule; sagaict rule lists them."),
        ),
        "unused-acceptance": _text(
            mark("nothing is found here that “{id}” would have to accept"),
            mark("Delete the acceptance."),
        ),
        "acceptance-without-reason": _text(
            mark("“{id}” is accepted without a reason"),
            mark("Add a colon and the reason behind the rule."),
        ),
        "unknown-directive": _text(
            mark("“{text}” says nothing to sagaict, though it seems meant for it"),
            mark("Write an acceptance as “# sagaict: accept rule: reason”."),
        ),
        "no-source": _text(
            mark("there is no source for this figure"),
            mark("Add “source” to it, or to the indicator or measure it belongs to."),
        ),
    }
)
