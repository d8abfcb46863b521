"""The words of a comparison: groups of changes, and the fields an edit can touch."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sagaict.comparing.change import Group
from sagaict.language import _, mark

__all__ = ["field_word", "group_word"]

_GROUPS: Mapping[Group, str] = MappingProxyType(
    {
        "targets": mark("Targets"),
        "actuals": mark("Actuals"),
        "consequences": mark("What follows from it"),
        "checks": mark("What is checked"),
        "structure": mark("What the plans consist of"),
        "definitions": mark("Definitions"),
        "activity": mark("Actions, evaluations, remarks"),
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        # Attributes
        "stage": mark("Stage"),
        "transcribed": mark("Only transcribed"),
        "owner": mark("Section in charge"),
        "situation": mark("where things stood"),
        "glossary": mark("words explained"),
        "beneficiaries": mark("who gains"),
        "budget": mark("costs"),
        "due": mark("days of actions"),
        "support": mark("Supporting section"),
        "comparison": mark("Comparison"),
        "share": mark("A part of a whole"),
        "hold": mark("To be held"),
        "also_under": mark("Also listed under"),
        "rate": mark("Achievement rate"),
        "published_rates": mark("Published rates"),
        "latest": mark("How old the newest figure may be"),
        "council": mark("Council"),
        "approvals": mark("Approval"),
        "meetings": mark("Meeting"),
        "predecessors": mark("Predecessors"),
        "successors": mark("Successors"),
        "no": mark("Printed number"),
        "priority": mark("Priority"),
        "category": mark("Category"),
        "outcome_undecided": mark("Outcome indicator not set yet"),
        # Definitions
        "direction": mark("Direction"),
        "unit": mark("Unit"),
        "aggregation": mark("Aggregation"),
        "year_kind": mark("Its years are"),
        "kind": mark("Kind"),
        "derived": mark("Computed from"),
        "parts": mark("Parts"),
        "reading": mark("For reading only"),
        # Evaluations
        "judgement": mark("judgement"),
        "forecast": mark("forecast"),
        "achievements": mark("achievements"),
        "issues": mark("issues"),
        "causes": mark("causes"),
        "outlook": mark("outlook"),
        "self_rating": mark("self-evaluation"),
        "council_rating": mark("council's view"),
        "instructions": mark("instructions"),
        "follow_ups": mark("follow-ups"),
        "remark": mark("remark"),
        # Wording
        "printed": mark("printed wording"),
        "note": mark("notes"),
        "source": mark("sources"),
        "overview": mark("overviews"),
        "definition": mark("wording of definitions"),
        "outcome_definition": mark("explanations of outcome indicators"),
        "target_basis": mark("how targets were set"),
        "data_source": mark("where figures come from"),
        "survey_timing": mark("when figures become known"),
        "figures_due": mark("when figures are due"),
        "continues": mark("what is carried on"),
        "aim": mark("aims"),
        "slogan": mark("slogans"),
        "principle": mark("principle"),
        "terms": mark("words for the levels"),
        "basis": mark("legal basis"),
        "parents": mark("plans above"),
        "provisions": mark("provisions"),
        "sdgs": mark("SDGs"),
        "initiatives": mark("initiatives"),
        "documents": mark("documents"),
        "labels": mark("marks"),
        "policies": mark("policies"),
        "roadmap": mark("roadmap"),
        "discrepancies": mark("contradictions between sources"),
        "published": mark("published tallies"),
        "goals": mark("goals"),
        "title": mark("wording of categories"),
        "revisions": mark("record of revisions"),
        "amendments": mark("record of changes"),
        "corrections": mark("record of corrections"),
        "id": mark("ids"),
        "old": mark("earlier targets in the record"),
        "new": mark("new targets in the record"),
        "internal": mark("kept from the public"),
        "internal_note": mark("internal notes"),
        "layout": mark("comments and layout"),
    }
)


def group_word(group: Group) -> str:
    """What a group of changes is about."""
    return _(_GROUPS[group])


def field_word(name: str) -> str:
    """What a field is called; `category A` keeps the name of the category."""
    if name.startswith("category "):
        return _("category {name}").format(name=name.removeprefix("category "))
    return _(_FIELDS[name]) if name in _FIELDS else name
