"""A problem in words, in the language spoken now."""

from __future__ import annotations

import re

from sagaict.checking.file_rules import BASIC_TEXTS
from sagaict.checking.rules import BY_ID
from sagaict.language import _
from sagaict.reading.problem import Problem
from sagaict.reading.rules import RuleText

__all__ = ["message", "remedy", "rule_ids", "suggestion", "text_of", "title"]


def text_of(rule: str) -> RuleText:
    """The words of a rule, in English, and its severity."""
    own = BY_ID.get(rule)
    return BASIC_TEXTS[rule] if own is None else RuleText(own.message, own.remedy, own.severity)


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _fill(template: str, problem: Problem) -> str:
    args = _Lenient(problem.args)
    if args.get("detail"):
        args["detail"] = _(args["detail"])
    if problem.related:
        args["first_line"] = str(problem.related[0][1].line)
    return _(template).format_map(args).strip()


def message(problem: Problem) -> str:
    """What is wrong, in the language spoken now."""
    return _fill(text_of(problem.rule).message, problem)


def remedy(problem: Problem) -> str:
    """What to do about it."""
    return _fill(text_of(problem.rule).remedy, problem)


def suggestion(problem: Problem) -> str:
    """The nearest right spelling, or nothing."""
    return problem.args.get("suggestion", "")


def rule_ids() -> list[str]:
    """Every rule there is: the judging ones as listed, then the basic ones."""
    return [*BY_ID, *BASIC_TEXTS]


def title(rule: str) -> str:
    """What a rule is about, in a few words."""
    known = BY_ID.get(rule)
    if known is not None:
        return _(known.title)
    return re.sub(r"\{\w+\}", "…", _(BASIC_TEXTS[rule].message))
