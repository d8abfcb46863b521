"""A problem in words, in the language spoken now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sagaict.language import _
from sagaict.reading.problem import Problem
from sagaict.reading.rules import RuleText

if TYPE_CHECKING:
    from sagaict.checking.rule import Rule

__all__ = ["message", "remedy", "rule_ids", "suggestion", "text_of", "title"]


def _judging() -> Mapping[str, Rule]:
    from sagaict.checking.rules import BY_ID  # all rules: only for whoever has one to tell of

    return BY_ID


def _of_files() -> Mapping[str, RuleText]:
    from sagaict.checking.file_rules import BASIC_TEXTS

    return BASIC_TEXTS


def text_of(rule: str) -> RuleText:
    """The words of a rule, in English, and its severity."""
    own = _judging().get(rule)
    return _of_files()[rule] if own is None else RuleText(own.message, own.remedy, own.severity)


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
    return [*_judging(), *_of_files()]


def title(rule: str) -> str:
    """What a rule is about, in a few words."""
    known = _judging().get(rule)
    if known is not None:
        return _(known.title)
    return re.sub(r"\{\w+\}", "…", _(_of_files()[rule].message))
