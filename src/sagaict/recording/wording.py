"""The words of refusals: why something is not recorded, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sagaict.language import _, mark
from sagaict.language.quantities import unit_name
from sagaict.language.words import TERMS, term
from sagaict.recording.refusal import Refused
from sagaict.recording.values import NotUnderstood

__all__ = ["REFUSALS", "refusal_text"]

REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        # Text that is no figure
        "unit": mark("“{text}” is not in {unit}; give the figure in {unit}"),
        "several": mark("“{text}” holds several numbers; give one figure"),
        "formula": mark("“{text}” is a formula; give the figure it comes to"),
        "separator": mark("the separators in “{text}” are misplaced; write it like 1,027 or 61.3"),
        "too_long": mark("“{text}” has too many digits"),
        "below": mark("“{text}” is a bound, not a figure; give the figure"),
        "words": mark(
            "“{text}” is not a figure; give a number, pending, not surveyed or not assessable"
        ),
        "no_target": mark(
            "“{text}” is no target; give a number in {unit}, words in quotes “…” (「…」) that are "
            "judged by hand, undecided, or none"
        ),
        # Where
        "unknown-indicator": mark("there is no indicator {id}"),
        "no-level": mark("“{name}” is no level of a plan; the levels are {levels}"),
        "has-parts": mark("{id} has its figures in its parts; name one of them: {parts}"),
        "target-of-whole": mark("{id} has no targets of its own; revise those of {whole}"),
        "part-of-whole": mark("{id} is a part; only the indicator {whole} is renamed or dropped"),
        "baseline-beside-parts": mark("with parts, the baselines stand in the parts"),
        "unknown-project": mark("there is no project {id}"),
        "unknown-goal": mark("there is no goal {id}"),
        "part-without-id": mark("it needs a printed number that can be an id, or an id (--id …)"),
        "unknown-measure": mark("there is no measure {id}"),
        "outside-period": mark("{year} is outside the plan's period {period}"),
        "not-begun": mark("{year} has not begun; it begins on {day}"),
        # Results
        "not-over": mark(
            "{year} is not over until {day}, so its count cannot be final; "
            "record it as provisional, with the time it is of"
        ),
        "day-ahead": mark("{when} is still to come; give a day until today"),
        "in-future": mark("{when} is not over yet; correct the time the figure is of"),
        "no-value": mark("a figure is missing for the state “{state}”"),
        "no-words": mark(
            "nothing is judged by hand in {year}, whose target is not in words; give the figure"
        ),
        "value-with-state": mark("the state “{state}” goes without a figure"),
        "bad-source": mark(
            "“{source}” is no citation; write the id of a document, a space, and the place in it"
        ),
        "no-reason": mark("a correction needs a reason"),
        "nothing-to-correct": mark("there is no figure for {year} that could be corrected"),
        "final-exists": mark(
            "{year} has a final figure already: {old}; to correct it, say so and give the reason"
        ),
        "no-comparison": mark("{id} is compared with nothing; say first with what (comparison)"),
        "compared-exists": mark("the figure beside it in {year} is {old} already"),
        "nothing-changes": mark("nothing would change: this is recorded for {year} already"),
        "jump": mark("{value} is far from the last figure ({when}: {last})"),
        "fraction": mark("{value} is hardly anything; {meant} is meant, if 1 stands for all"),
        "falls": mark("{value} is less than the last figure ({when}: {last}), but it is a total"),
        # Changes of an approved plan
        "unknown-plan": mark("there is no plan {id}"),
        "still-draft": mark(
            "{id} is a draft, which is changed without a history; edit its file, "
            "and set its stage to approved when it is"
        ),
        "unexplained-change": mark("a change of an approved plan needs a reason"),
        "proposed-after": mark("it cannot be proposed ({proposed}) after it was decided ({day})"),
        "needs-relation": mark(
            "a relation takes what it relates to, and no more than one of a factor and a percentage"
        ),
        "target-takes-period": mark("{key} is a single year; the target is for a period: {period}"),
        "target-takes-year": mark("{key} is a period; the target is for a single year"),
        "before-last-revision": mark(
            "the target of {year} was changed on {day} already; this change cannot be older"
        ),
        "back-to-old": mark(
            "nothing of the proposal for {year} would be left; "
            "take it back with git, as nobody approved it"
        ),
        "no-proposal": mark("nothing about {id} waits for an approval"),
        "approved-by-it": mark("nothing about {id} waits for an approval of “{body}”"),
        "dropped-already": mark("{id} was dropped already ({day})"),
        "same-title": mark("“{title}” is its title already"),
        "not-longer": mark("{year} does not lie behind the plan's period {period}"),
        "itself": mark("{id} cannot supersede itself"),
        "superseded-already": mark("{id} is superseded already by “{new}”"),
        "superseded-too-late": mark("on {day} the plan's period {period} is over anyway"),
        # New plans, projects and indicators
        "bad-id": mark(
            "“{id}” cannot be an id; use lower-case letters, digits and single hyphens, "
            "e.g. open-data"
        ),
        "reserved-id": mark("“{id}” cannot be an id: on Windows no file can have this name"),
        "id-taken": mark("{id} exists already"),
        "begins-too-early": mark("{period} does not follow the plan's period {other}"),
        # Actions and evaluations
        "no-actions": mark("{id} has no actions in {year}"),
        "unknown-action": mark(
            "no action of {year} is meant by “{item}”; these are there:\n{actions}"
        ),
        "action-there": mark("{year} has the action “{text}” already"),
        "action-done": mark("“{text}” ({year}) was reported as done; only what is not can change"),
        "several-actions": mark("“{item}” can mean several actions of {year}:\n{actions}"),
        "unknown-holder": mark("there is no project, measure, goal or plan {id}"),
        "nothing-said": mark("nothing was said: give at least one part of the evaluation"),
        "empty-text": mark("an empty text says nothing; leave the option out"),
        "no-open-instruction": mark(
            "nothing asked for or promised there waits for an answer; say what it is"
        ),
        "several-open-instructions": mark(
            "several are unanswered; name the one that is meant:\n{instructions}"
        ),
        "answered-already": mark("“{text}” was answered already: {answer}"),
        "share": mark("{value} is no share of anything: it must lie between 0 and 100"),
        # What a new plan, project or indicator is said to be
        "bad-id-near": mark(
            "“{id}” cannot be an id, which has lower-case letters, digits and single hyphens only; "
            "write it like {near}"
        ),
        "several-lines": mark("“{text}” goes on over several lines; write it in one"),
        "unwritable": mark("the text holds a character that cannot stand in a file ({sign})"),
        "no-pair": mark("“{text}” cannot be read; write it like {form}"),
        "given-twice": mark("{key} is given twice"),
        "no-document": mark("name at least one document the plan's figures are taken from"),
        "no-goal": mark("measure {id} needs a goal; give the goals too"),
        "measure-without-goal": mark(
            "measure {id} has no goal: its number must begin with that of a goal and a hyphen; "
            "the goals are: {goals}"
        ),
        "no-categories": mark("the plan {id} has no categories of projects"),
        "unknown-category": mark(
            "the plan has no category “{category}”; choose from: {categories}"
        ),
        "unknown-document": mark(
            "there is no document “{name}” in the plan; choose from: {documents}; "
            "for another one: sagaict set {plan} documents.{document} TITLE"
        ),
        "goal-in-project": mark(
            "a project has outcome indicators only; a goal indicator belongs to a measure"
        ),
        "no-target-given": mark(
            "an indicator needs a target; write R9=undecided while its number is not decided"
        ),
        "baseline-takes-year": mark(
            "{key} is a period; only a total has a baseline of several years"
        ),
        # One field set
        "unknown-field": mark("there is no field “{field}”; there are: {fields}"),
        "unknown-field-near": mark(
            "there is no field “{field}”; did you mean {near}? There are: {fields}"
        ),
        "unknown-entry": mark("there is no “{entry}”; there are: {entries}"),
        "no-year": mark("“{text}” is neither a fiscal year nor a period"),
        "nothing-below": mark("“{field}” is a single value; nothing lies below it"),
        "whole-list": mark("“{field}” is a list, given as a whole: one value after the other"),
        "empty-value": mark("a value for “{field}” is missing; to take it away, add --unset"),
        "one-value": mark("“{field}” is a single value; put it in quotes if it has spaces"),
        "not-a-word": mark("“{text}” is not possible here; choose from: {choices}"),
        "not-a-flag": mark("“{text}” is neither yes nor no; write true or false"),
        "takes-keys": mark("“{field}” has entries; name the one that is meant: {field}.KEY"),
        "takes-entries": mark("“{field}” has entries; name the one that is meant: {field}.ID"),
        "needs-more": mark(
            "“{field}” takes more than one value; give each with its field, as in {example}=…: "
            "{fields}"
        ),
        "never-changes": mark("“{field}” never changes, as results and links hang on it"),
        "written-by-commands": mark(
            "“{field}” is the history, which the commands write that change a plan"
        ),
        "has-command": mark(
            "“{field}” has a history in an approved plan; change it with sagaict {command}"
        ),
        "required-field": mark("“{field}” cannot be missing; give another value instead"),
        "nothing-there": mark("there is nothing at “{field}” that could be taken away"),
        "same-value": mark("“{field}” is that already; nothing was changed"),
        # Findings accepted
        "accepted-already": mark("{rule} is accepted below {below} already: {reason}"),
        "add-to-draft": mark(
            "{id} is a draft, to which things are added without an approval; use sagaict {command}"
        ),
    }
)
"""Messages by the code of a refusal, or by the reason why a text is not understood."""


def refusal_text(error: Refused | NotUnderstood) -> str:
    """What is wrong, in the language spoken now."""
    if isinstance(error, NotUnderstood):
        return _(REFUSALS[error.reason]).format(text=error.text, unit=unit_name(error.unit))
    details = {
        name: term(text) if name == "state" and text in TERMS else text
        for name, text in error.details.items()
    }
    return _(REFUSALS[error.code]).format(**details)
