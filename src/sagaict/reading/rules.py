"""The words of the rules about one file: what each says, and what to do about it.

Messages are templates over a problem's `args`; both halves go through the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["RULE_TEXTS", "RuleText"]


@dataclass(frozen=True, slots=True)
class RuleText:
    """The words of a rule, in English, to be translated when shown."""

    message: str
    remedy: str
    severity: str = "error"


RULE_TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        # The file as bytes and as YAML
        "unreadable": RuleText(
            mark("the file cannot be read: {detail}"),
            mark("Check that it exists and that you may read it."),
        ),
        "not-a-file": RuleText(
            mark("a file is expected here, not a folder, a pipe or a device"),
            mark("Put a file of text here, or delete what is here."),
        ),
        "misplaced-file": RuleText(
            mark("nothing reads this file: it lies in the wrong place or has the wrong name"),
            mark(
                "Plans are plans/ID.yaml, projects projects/ID-OF-PLAN/ID.yaml, and the settings "
                "sagaict.yaml."
            ),
        ),
        "foreign-journal": RuleText(
            mark("a note of an unfinished change lies here that this tool did not leave"),
            mark("Delete the file, and take it out of git: git rm --cached .sagaict-journal"),
        ),
        "outside-link": RuleText(
            mark("the file is a link that leads out of the data folder"),
            mark("Put the file itself here; links may not leave the data folder."),
        ),
        "too-many-files": RuleText(
            mark("too many files; this one and the following are not read"),
            mark("Split the data into several folders."),
        ),
        "more-problems": RuleText(
            mark("{count} more problems are not listed"),
            mark("Mend those above first, then check again."),
        ),
        "file-too-large": RuleText(
            mark("the file is larger than {limit} bytes"),
            mark("A plan or project needs a few kilobytes; check what got into it."),
        ),
        "encoding": RuleText(
            mark("the file is not UTF-8 but {encoding}"),
            mark("Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)."),
        ),
        "encoding-unknown": RuleText(
            mark("the file is not UTF-8"),
            mark("Save it again with the encoding UTF-8."),
        ),
        "byte-order-mark": RuleText(
            mark("the file begins with a byte order mark (BOM)"),
            mark("Save it as UTF-8 without BOM."),
        ),
        "control-character": RuleText(
            mark("there is an invisible control character ({code})"),
            mark("Delete the character."),
        ),
        "hidden-character": RuleText(
            mark("an invisible character, or one that turns the direction of writing: {code}"),
            mark("Delete it: the text reads otherwise than it looks."),
            "warning",
        ),
        "text-cut-short": RuleText(
            mark("behind a blank, # begins a comment; this is no part of the text: {text}"),
            mark("Put the text in quotes, or a blank behind the # if it is a comment."),
            "warning",
        ),
        "merge-conflict": RuleText(
            mark("a merge conflict was left unresolved here"),
            mark("Choose one side and delete the lines of <, = and > signs."),
        ),
        "yaml-syntax": RuleText(
            mark("YAML cannot be read on from here"),
            mark("Check indentation, colons and quotes here and in the line above."),
        ),
        "yaml-full-width-colon": RuleText(
            mark("the colon in “{text}” is a full-width one"),
            mark("Write a half-width colon and a blank behind the key."),
        ),
        "yaml-full-width-space": RuleText(
            mark("“{text}” is set apart by a full-width blank"),
            mark("Write half-width blanks, behind a colon as well as for indentation."),
        ),
        "yaml-colon-without-space": RuleText(
            mark("a blank is missing behind the colon in “{text}”"),
            mark("Write a blank between the colon and the value."),
        ),
        "yaml-dash-without-space": RuleText(
            mark("“{text}” does not begin with a hyphen and a blank"),
            mark("Begin each entry of a list with a half-width hyphen and a blank."),
        ),
        "yaml-no-colon": RuleText(
            mark("there is no colon behind “{name}”"),
            mark("Write “key: value”, or put a text that goes on here deeper than its key."),
        ),
        "yaml-colon-in-text": RuleText(
            mark("there is a colon and a blank inside the text “{text}”"),
            mark("Put the text in quotes."),
        ),
        "yaml-sign": RuleText(
            mark("the text “{text}” begins with a sign that YAML needs for itself: {sign}"),
            mark("Put the text in quotes."),
        ),
        "yaml-text-behind": RuleText(
            mark("in “{text}” something follows a closing quotation mark or bracket"),
            mark("Put the whole text in quotes."),
        ),
        "yaml-quote": RuleText(
            mark("the quotation mark that begins here ({sign}) is never closed"),
            mark("Write the same mark behind the text, or “…” if it is part of the text."),
        ),
        "yaml-bracket": RuleText(
            mark("the bracket that opens here ({sign}) is not closed, or a comma is missing in it"),
            mark("Close the bracket, and put a comma between the entries."),
        ),
        "yaml-indent": RuleText(
            mark("this line is indented differently from those it belongs to"),
            mark("Begin it below the first letter of the keys or hyphens it belongs to."),
        ),
        "yaml-escape": RuleText(
            mark("behind the backslash stands nothing that YAML knows"),
            mark("Use single quotes ('…'), or write the backslash twice."),
        ),
        "yaml-disputed": RuleText(
            mark("programs that read YAML disagree about what stands here"),
            mark("Put the text in quotes, and write no directives (%)."),
        ),
        "number-comma-in-brackets": RuleText(
            mark("inside brackets the comma in {text} parts two entries"),
            mark("Put the number in quotes, or write it without a comma."),
        ),
        "yaml-tab": RuleText(
            mark("a tab is used where YAML allows only spaces"),
            mark("Replace the tab by spaces."),
        ),
        "yaml-empty": RuleText(
            mark("the file is empty"),
            mark("Fill it in, or delete the file."),
        ),
        "yaml-documents": RuleText(
            mark("a second document (---) begins here"),
            mark("Put each plan or project into a file of its own."),
        ),
        "yaml-duplicate-key": RuleText(
            mark("the key “{name}” stands here a second time"),
            mark("Keep one of the two; the first is in line {first_line}."),
        ),
        "yaml-key": RuleText(
            mark("a key must be plain text, not empty, a list or a mapping"),
            mark("Write a name before the colon."),
        ),
        "yaml-alias": RuleText(
            mark("anchors and aliases are not used here: {name}"),
            mark("Write the content out, or quote the text if it only begins with this sign."),
        ),
        "yaml-tag": RuleText(
            mark("tags are not allowed: {name}"),
            mark("Delete the tag, or quote the text if it only begins with an exclamation mark."),
        ),
        "yaml-depth": RuleText(
            mark("the content is nested more than {limit} levels deep"),
            mark("Check the indentation or the brackets."),
        ),
        # Shapes and keys
        "missing-key": RuleText(
            mark("“{name}” is missing"),
            mark("Add a line “{name}: …”."),
        ),
        "missing-choice": RuleText(
            mark("“{name}” is missing"),
            mark("Add a line “{name}: …” with one of: {expected}"),
        ),
        "unknown-key": RuleText(
            mark("“{name}” is not a key known here"),
            mark("Delete it or correct its spelling."),
        ),
        "not-in-list": RuleText(
            mark("“{given}” is not possible for “{name}”"),
            mark("Write one of: {expected}"),
        ),
        "empty-value": RuleText(
            mark("nothing is written for “{name}”"),
            mark("Fill it in, or delete the line; what is unknown is left out, not 0."),
        ),
        "too-long": RuleText(
            mark("“{name}” is longer than {max_length} characters"),
            mark("Shorten it."),
        ),
        "too-few": RuleText(
            mark("“{name}” needs at least {min_length} entries"),
            mark("Add what is missing, or leave the key out."),
        ),
        "not-a-scalar": RuleText(
            mark("one value is expected for “{name}”, not a list or a mapping"),
            mark("Write the value behind the colon."),
        ),
        "not-a-mapping": RuleText(
            mark("keys and values are expected here"),
            mark("Write lines of the form “key: value”, indented equally."),
        ),
        "not-a-list": RuleText(
            mark("a list is expected for “{name}”"),
            mark("Begin each entry with “- ” on a line of its own."),
        ),
        "not-a-flag": RuleText(
            mark("“{text}” is neither true nor false"),
            mark("Write true or false."),
        ),
        "out-of-range": RuleText(
            mark("“{given}” is out of range for “{name}”"),
            mark("Write a number within the range."),
        ),
        "invalid-value": RuleText(
            mark("“{given}” is not valid for “{name}”"),
            mark("See the description of the key in the schema (sagaict schema)."),
        ),
        "bad-id": RuleText(
            mark("“{given}” cannot be an id"),
            mark("Use lower-case letters, digits and single hyphens, e.g. open-data."),
        ),
        "reserved-id": RuleText(
            mark("“{text}” cannot be an id: on Windows no file can have this name"),
            mark("Choose another id, e.g. a longer one."),
        ),
        "bad-source": RuleText(
            mark("“{given}” is not a source"),
            mark("Write the id of a document, a space, and the place, e.g. plan 4-3 (p.26)."),
        ),
        # Numbers, years, dates
        "number-full-width": RuleText(
            mark("“{text}” is written with full-width digits"),
            mark("Write half-width digits."),
        ),
        "number-unit": RuleText(
            mark("“{text}” is more than a number"),
            mark("Write the number alone; the unit stands in “unit”, the wording in “printed”."),
        ),
        "number-separator": RuleText(
            mark("the separators in “{text}” are misplaced"),
            mark("Put a comma before every three digits, or none."),
        ),
        "number-too-long": RuleText(
            mark("“{text}” has too many digits"),
            mark("Check the number."),
        ),
        "number-not-number": RuleText(
            mark("“{text}” is not a number"),
            mark("Write a plain number such as 61.3 or 1,027."),
        ),
        "fiscal-year": RuleText(
            mark("“{text}” is not a fiscal year"),
            mark("Write it like R5, or R6-R9 for a period total."),
        ),
        "year-twice": RuleText(
            mark("“{again}” is the same fiscal year as “{first}” above"),
            mark("Keep one of the two: both are the same year."),
        ),
        "period": RuleText(
            mark("“{text}” is not a period of fiscal years"),
            mark("Write it like R6-R9."),
        ),
        "moment": RuleText(
            mark("“{text}” is not a month or a day"),
            mark("Write it like R5.3, R5.3.31 or 2023-03-31."),
        ),
        "month-day": RuleText(
            mark("“{text}” is not a day of the year"),
            mark("Write it like 4-30 (30 April)."),
        ),
        "span": RuleText(
            mark("“{text}” is not a span of time"),
            mark("Write it like R4.4-R5.2 (months) or R2-R4 (fiscal years)."),
        ),
        # Forms of targets and actuals
        "target-form": RuleText(
            mark("a target has one form: a value, a range, a relation, words, undecided, none"),
            mark(
                "Write exactly one of value, range, relative, words, undecided: true, none: true."
            ),
        ),
        "strict-without-number": RuleText(
            mark("“strict” says nothing of a target that is no number and no relation"),
            mark("Delete “strict”, or add the number to go beyond."),
        ),
        "goal-without-id": RuleText(
            mark("a goal with indicators needs an id, and “{no}” is none"),
            mark("Add “id”, of lower-case letters, digits and hyphens; the number stays."),
        ),
        "share-unit": RuleText(
            mark("“share” is for figures in %, and these are in {unit}"),
            mark("Delete “share”, or correct the unit."),
        ),
        "reading-with-target": RuleText(
            mark("{name} is for reading only, but has a target"),
            mark("Delete its targets, or “reading”: then it is judged."),
        ),
        "figure-beside-parts": RuleText(
            mark("“{name}” stands beside parts that are judged in the indicator's place"),
            mark(
                "Move it into the part it is of, and make the whole a part if it is printed, too. "
                "Parts that only break down a figure have reading: true."
            ),
        ),
        "rate-bounds": RuleText(
            mark("nothing lies between “at_least” and “at_most”"),
            mark("Write the lower bound into at_least, the higher one into at_most."),
        ),
        "rate-words": RuleText(
            mark("“{text}” is to be printed beyond a bound that is not given"),
            mark("Add at_least for “below”, at_most for “above”; or delete the words."),
        ),
        "grade-bounds": RuleText(
            mark("a grade begins at a rate or above it, not both"),
            mark("Write at_least (以上) or more_than (超), or neither for all that is left."),
        ),
        "grade-order": RuleText(
            mark("the grades do not come in order, so that one of them is never given"),
            mark("Begin with the highest rate; a grade for all that is left comes last."),
        ),
        "published-rate-form": RuleText(
            mark("a published rate is a number or words in its place, or a grade stands alone"),
            mark("Write rate, or printed for words such as 0%未満; and grade, if one is printed."),
        ),
        "body-code": RuleText(
            mark("“{text}” is no code of a body: six digits"),
            mark("Write the six digits of the 全国地方公共団体コード, e.g. “141500”."),
        ),
        "body-code-digit": RuleText(
            mark("“{text}” is no code of a body: its check digit is wrong"),
            mark("Compare it with the list of the 全国地方公共団体コード, digit by digit."),
        ),
        "range-form": RuleText(
            mark("the range goes from {low} to {high}, which is less"),
            mark("Write the lower end as “low” and the upper end as “high”."),
        ),
        "calendar-year": RuleText(
            mark("{year} is a calendar year, and the indicator's years are fiscal ones"),
            mark("Write {suggestion} for the fiscal year, or add year_kind: calendar (暦年)."),
        ),
        "relative-form": RuleText(
            mark("a relation is given by “times” or by “percent”, not by both"),
            mark("Write exactly one of the two."),
        ),
        "baseline-time": RuleText(
            mark("the baseline is of {year}, but its period {period} ends in another year"),
            mark("Correct one of the two, or leave out the year, which the period gives as well."),
        ),
        "derived-form": RuleText(
            mark("a derived indicator is given by “share_met” or by “sum_of”"),
            mark("Write exactly one of the two."),
        ),
        "amendment-form": RuleText(
            mark("“old”, “new” and “year” do not fit this kind of amendment"),
            mark(
                "Write old and new with renamed, moved or redefined; year and at least one of the "
                "two with action; none with added or dropped."
            ),
        ),
        "approved-twice": RuleText(
            mark("“approved_by” and “approvals” both say who approved it"),
            mark("Leave out approved_by, and let approvals name every body."),
        ),
        "actual-without-value": RuleText(
            mark("the state “{state}” needs a value"),
            mark("Add the value, or write state: pending, not_surveyed or not_assessable."),
        ),
        "actual-with-value": RuleText(
            mark("the state “{state}” has no value"),
            mark("Delete the value, or write state: final, provisional or estimate."),
        ),
    }
)
