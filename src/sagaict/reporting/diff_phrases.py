"""A change in the plan's words: `Target R9: 101,000 → 90,000件 (lowered, no reason given ⚠)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sagaict.comparing.activity import EVALUATION_FIELDS
from sagaict.comparing.change import Change, ChangeKind, Contents
from sagaict.computing.assessment import Computed
from sagaict.computing.published import PublishedCheck
from sagaict.computing.tally import ProgressTally, Tally
from sagaict.computing.targets import AimedAt
from sagaict.domain.amendment import Amendment
from sagaict.domain.evaluation import Review
from sagaict.domain.meeting import Meeting
from sagaict.domain.plan import PlanRevision
from sagaict.domain.results import Actual, Baseline
from sagaict.domain.target import TargetRevision
from sagaict.language import _, mark
from sagaict.language.quantities import DASH, moment, rate
from sagaict.language.words import TERMS, term
from sagaict.reporting import diff_facts as facts
from sagaict.reporting.diff_notes import notes_on
from sagaict.reporting.diff_words import field_word
from sagaict.reporting.phrases import progress_text, tally_text
from sagaict.reporting.revisions import revision_text, step_text

__all__ = ["VERDICTS", "change_text", "standing_text"]

VERDICTS = ("judgement", "forecast", "council_rating")
"""The parts of a review that are a word, of which is told what it was."""

_RULES: Mapping[str, str] = MappingProxyType(
    {
        "priority": mark("priority"),
        "half_yearly": mark("reviewed every half-year"),
        "yearly": mark("reviewed every year"),
        "outcome_required": mark("outcome indicators required"),
    }
)
_FLAGS: Mapping[str, str] = MappingProxyType({"true": mark("yes"), "false": mark("no")})

_STRUCTURE: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "dropped_plan": mark("Plan dropped"),
        "reopened_plan": mark("Approved plan a draft again"),
        "dropped_goal": mark("Basic goal dropped"),
        "dropped_measure": mark("Measure dropped"),
        "dropped_project": mark("Project dropped"),
        "dropped_indicator": mark("Indicator dropped"),
        "added_plan": mark("Plan added"),
        "added_goal": mark("Basic goal added"),
        "added_measure": mark("Measure added"),
        "added_project": mark("Project added"),
        "added_indicator": mark("Indicator added"),
        "moved_measure": mark("Measure moved to another goal: {change}"),
        "moved_project": mark("Project moved to another measure: {change}"),
        "moved_indicator": mark("Indicator moved: {change}"),
        "renamed_plan": mark("Id of the plan: {change}"),
        "renamed_measure": mark("Id of the measure: {change}"),
        "renamed_project": mark("Id of the project: {change}"),
        "renamed_indicator": mark("Id of the indicator: {change}"),
    }
)


_AMENDED: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "dropped_goal": mark("Basic goal dropped on {date}"),
        "dropped_measure": mark("Measure dropped on {date}"),
        "dropped_project": mark("Project dropped on {date}"),
        "dropped_indicator": mark("Indicator dropped on {date}"),
    }
)


def change_text(change: Change) -> str:
    """What changed, from what to what, and what is to be said about it."""
    text = _TEXTS.get(change.kind, _structure)(change)
    notes = list(notes_on(change))
    return text + _(" ({rest})").format(rest=_(", ").join(notes)) if notes else text


def standing_text(change: Change) -> str:
    """How the indicator stood and stands: statuses, and rates below them if they differ."""
    before, after = change.before, change.after
    if before is None or after is None:
        known = before or after
        return term(known.status) if known else ""
    if before.status == after.status:
        text = term(after.status)
    else:
        text = facts.arrow(term(before.status), term(after.status))
    if rate(before.rate) != rate(after.rate):
        text += "\n" + facts.arrow(rate(before.rate), rate(after.rate))
    return text


def _target(change: Change) -> str:
    old, new, year = change.old, change.new, change.year or ""
    if isinstance(old, AimedAt) and isinstance(new, AimedAt):
        if change.kind in ("postponed_target", "advanced_target"):
            text = facts.aimed_text(new, change.unit)
            return _("Target {target}: {years}").format(
                target=text, years=facts.arrow(change.old_year or "", year)
            )
        years = facts.arrow(change.old_year, year) if change.old_year else year
        return _("Target {year}: {change}").format(
            year=years, change=facts.from_to(old, new, change.unit)
        )
    known = new if isinstance(new, AimedAt) else old
    text = facts.aimed_text(known, change.unit) if isinstance(known, AimedAt) else DASH
    return _("Target {year}: {change}").format(year=year, change=text)


def _resolved(change: Change) -> str:
    values = [
        facts.aimed_text(each, change.unit) if isinstance(each, AimedAt) else DASH
        for each in (change.old, change.new)
    ]
    return _("Target {year} comes to: {change}").format(
        year=change.year, change=facts.arrow(*values)
    )


def _revision(change: Change) -> str:
    old, new = (
        revision_text(each, change.unit)
        if isinstance(each, TargetRevision | PlanRevision | Amendment)
        else ""
        for each in (change.old, change.new)
    )
    if change.kind == "recorded_revision":
        if old:
            return _("Revision completed: {text}").format(text=new)
        return _("Revision recorded: {text}").format(text=new)
    if not new:
        return _("Recorded revision deleted ⚠: {text}").format(text=old)
    return _("Recorded revision rewritten ⚠: {text}").format(text=facts.arrow(old, new))


def _actual(change: Change) -> str:
    old, new = change.old, change.new
    if isinstance(old, Actual) and isinstance(new, Actual):
        if change.kind == "changed_history":
            counts = facts.arrow(str(len(old.earlier)), str(len(new.earlier)))
            return _("Earlier figures of {year}: {change}").format(year=change.year, change=counts)
        shown = facts.actual_change_text(old, new, change.unit)
    else:
        known = new if isinstance(new, Actual) else old
        shown = facts.actual_text(known, change.unit) if isinstance(known, Actual) else DASH
    return _("Actual {year}: {change}").format(year=change.year, change=shown)


def _status(change: Change) -> str:
    return _("Status {year}").format(year=change.year)


def _computed(change: Change) -> str:
    both = [each if isinstance(each, Computed) else None for each in (change.old, change.new)]
    texts = [facts.computed_text(each, change.unit) for each in both]
    if texts[0] == texts[1]:  # only what it leaves out is other than before
        missing = [str(len(each.gaps)) if each else DASH for each in both]
        return _("Computed for {year}: {value}; without a result {change}").format(
            year=change.year, value=texts[1], change=facts.arrow(*missing)
        )
    return _("Computed for {year}: {change}").format(year=change.year, change=facts.arrow(*texts))


def _tally(change: Change) -> str:
    texts = [
        tally_text(each) if isinstance(each, Tally) else DASH for each in (change.old, change.new)
    ]
    kind = _staged(term(change.field or ""), change)
    return _("{kind}: {tally}").format(kind=kind, tally=facts.below(*texts))


def _staged(text: str, change: Change) -> str:
    """What is counted, marked where it is counted of a plan that is only a draft."""
    return f"{text} [{term('draft')}]" if change.draft else text


def _progress(change: Change) -> str:
    texts = [
        progress_text(each) if isinstance(each, ProgressTally) else DASH
        for each in (change.old, change.new)
    ]
    kind = _staged(_("Progress of projects"), change)
    return _("{kind}: {tally}").format(kind=kind, tally=facts.below(*texts))


def _published(change: Change) -> str:
    texts = [
        facts.published_text(each if isinstance(each, PublishedCheck) else None)
        for each in (change.old, change.new)
    ]
    return _("Published tally {id}: {change}").format(id=change.field, change=facts.arrow(*texts))


def _structure(change: Change) -> str:
    text = _(_STRUCTURE[change.kind])
    if change.kind.startswith("renamed"):
        return text.format(change=facts.arrow(change.old_id or "", change.id))
    if change.kind.startswith("moved"):
        return text.format(change=facts.arrow(str(change.old), str(change.new)))
    contents = change.old or change.new
    if isinstance(change.new, Amendment):
        text = _(_AMENDED[change.kind]).format(date=moment(change.new.date))
    inside = facts.contents_text(contents) if isinstance(contents, Contents) else ""
    return text + _(" ({rest})").format(rest=inside) if inside else text


def _attribute(change: Change) -> str:
    old, new = (
        step_text(each) if isinstance(each, Meeting) else each if isinstance(each, str) else None
        for each in (change.old, change.new)
    )
    if change.kind == "changed_period":
        name, shown = _("Period"), facts.arrow(old or DASH, new or DASH)
    elif change.kind == "changed_title":
        goal = (change.field or "").removeprefix("goal ")
        name = _("Title of goal {no}").format(no=goal) if change.field else _("Title")
        shown = facts.arrow(facts.quoted(old), facts.quoted(new))
    else:
        name = field_word(change.field or "")
        said = _rules if (change.field or "").startswith("category ") else _value
        shown = facts.arrow(said(old), said(new))
    return _("{kind}: {tally}").format(kind=name, tally=shown)


def _value(text: str | None) -> str:
    if text is None:
        return DASH
    if text in _FLAGS:
        return _(_FLAGS[text])
    return term(text) if text in TERMS else facts.shortened(text)


def _rules(text: str | None) -> str:
    """What a category lays down, in words."""
    return _(", ").join(_(_RULES[each]) for each in text.split(", ")) if text else DASH


def _baseline(change: Change) -> str:
    texts = [
        facts.baseline_text(each if isinstance(each, Baseline) else None, change.unit)
        for each in (change.old, change.new)
    ]
    return _("{kind}: {tally}").format(kind=_("Baseline"), tally=facts.arrow(*texts))


def _evaluation(change: Change) -> str:
    old, new = change.old, change.new
    before = old if isinstance(old, Review) else None
    now = new if isinstance(new, Review) else None
    marks = [term(each.progress) if each else DASH for each in (before, now)]
    shown = marks[1] if marks[0] == marks[1] else facts.arrow(*marks)
    told = _("Half-year review {year}: {change}") if change.field == "half_year" else ""
    told = told or _("Evaluation {year}: {change}")
    text = told.format(year=change.year, change=shown)
    others = [
        _other(name, before, now)
        for name in EVALUATION_FIELDS[1:]
        if getattr(before, name, None) != getattr(now, name, None)
        and (getattr(before, name, None) or getattr(now, name, None))
    ]
    if not others:
        return text
    names = _(", ").join(others)
    if all(each is None or each.progress == "unknown" for each in (before, now)):
        return told.format(year=change.year, change=names)
    return text + _("; also changed: {names}").format(names=names)


def _other(name: str, before: Review | None, now: Review | None) -> str:
    """A verdict with what it was and is; of a longer text, that it is another."""
    if name not in VERDICTS:
        return field_word(name)
    old, new = (getattr(each, name, None) for each in (before, now))
    return f"{field_word(name)} {facts.arrow(_value(old), _value(new)) if old else _value(new)}"


def _actions(change: Change) -> str:
    old = change.old if isinstance(change.old, tuple) else ()
    new = change.new if isinstance(change.new, tuple) else ()
    return _("Actions {year}: {change}").format(
        year=change.year, change=facts.actions_text(old, new)
    )


def _action(change: Change) -> str:
    old, new = (
        facts.quoted(each) if isinstance(each, str) else "" for each in (change.old, change.new)
    )
    years = facts.arrow(change.old_year, change.year or "") if change.old_year else change.year
    if change.kind == "changed_action":
        return _("Action {year}: {change}").format(
            year=years, change=new if old == new else facts.arrow(old, new)
        )
    text = _("Action {year} added: {text}") if new else _("Action {year} dropped: {text}")
    return text.format(year=years, text=new or old)


def _setting(change: Change) -> str:
    old, new = (each if isinstance(each, str) else DASH for each in (change.old, change.new))
    name, text = change.field or "", facts.arrow(facts.shortened(old), facts.shortened(new))
    if name.startswith("rules."):
        return _("Setting {name}: {change} ⚠").format(name=name, change=text)
    return _("Setting {name}: {change}").format(name=name, change=text)


def _acceptance(change: Change) -> str:
    reason = change.new or change.old
    if change.kind == "added_acceptance":
        text = _("Accepted from now on: {rule}, reason: {reason} ⚠")
    else:
        text = _("Accepted no longer: {rule}, reason: {reason}")
    text = text.format(rule=change.name, reason=facts.shortened(str(reason)))
    if not change.field:
        return text
    return text + _(" ({rest})").format(rest=facts.shortened(change.field))


def _remark(change: Change) -> str:
    old = change.old if isinstance(change.old, str) else None
    new = change.new if isinstance(change.new, str) else None
    if old is None or new is None:
        text = _("Remark on {year} added: {text}") if new else _("Remark on {year} removed: {text}")
        return text.format(year=change.year, text=facts.quoted(new or old))
    return _("Remark on {year} reworded").format(year=change.year)


_TEXTS: Mapping[ChangeKind, Callable[[Change], str]] = MappingProxyType(
    {
        "lowered_target": _target,
        "withdrawn_target": _target,
        "dropped_target": _target,
        "postponed_target": _target,
        "changed_target": _target,
        "raised_target": _target,
        "advanced_target": _target,
        "decided_target": _target,
        "added_target": _target,
        "rewritten_revision": _revision,
        "recorded_revision": _revision,
        "changed_setting": _setting,
        "added_acceptance": _acceptance,
        "removed_acceptance": _acceptance,
        "corrected_actual": _actual,
        "removed_actual": _actual,
        "restated_actual": _actual,
        "added_actual": _actual,
        "changed_history": _actual,
        "changed_status": _status,
        "resolved_target": _resolved,
        "changed_computed": _computed,
        "changed_tally": _tally,
        "changed_progress": _progress,
        "changed_published": _published,
        "changed_period": _attribute,
        "changed_title": _attribute,
        "changed_attribute": _attribute,
        "changed_definition": _attribute,
        "changed_baseline": _baseline,
        "changed_evaluation": _evaluation,
        "changed_actions": _actions,
        "dropped_action": _action,
        "changed_action": _action,
        "added_action": _action,
        "changed_remark": _remark,
    }
)
