"""The rules that are no modules of their own: about the files, and about what is said to a check.

What they find cannot be accepted: it is to be mended where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sagaict.checking import identity, references, targets
from sagaict.language import mark
from sagaict.reading.rules import RULE_TEXTS, RuleText

__all__ = ["BASIC_TEXTS"]

BASIC_TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        **RULE_TEXTS,
        **identity.TEXTS,
        **references.TEXTS,
        **targets.TEXTS,
        "unknown-rule": RuleText(
            mark("there is no rule “{id}”"),
            mark("Write the id of a rule; sagaict rule lists them."),
        ),
        "rule-of-files": RuleText(
            mark("“{id}” can be neither accepted nor weighed otherwise: it is about the files"),
            mark("Mend what it finds, and delete this."),
        ),
        "unused-acceptance": RuleText(
            mark("nothing is found here that “{id}” would have to accept"),
            mark(
                "Delete the acceptance, or take away all that are like it: sagaict accept --prune"
            ),
            "warning",
        ),
        "acceptance-without-reason": RuleText(
            mark("“{id}” is accepted without a reason"),
            mark("Add a colon and the reason behind the rule."),
        ),
        "unknown-directive": RuleText(
            mark("“{text}” says nothing to sagaict, though it seems meant for it"),
            mark("Write an acceptance as “# sagaict: accept rule: reason”."),
            "warning",
        ),
    }
)
"""The words of these rules, by their ids."""
