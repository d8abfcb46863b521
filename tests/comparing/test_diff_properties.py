"""What holds whatever was edited."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from comparing_plans import VIEW, compared, harbour, indicator, of_indicators, portfolio
from hypothesis import given
from hypothesis import strategies as st

from sagaict import language
from sagaict.comparing.change import GROUNDS, KINDS, Change, ChangeKind, group_of
from sagaict.reporting.diff_data import diff_data
from sagaict.reporting.diff_markdown import diff_markdown
from sagaict.reporting.diff_report import Compared, Side, diff_report
from sagaict.reporting.plain import render_plain

MIRRORED: dict[ChangeKind, ChangeKind] = {
    "lowered_target": "raised_target",
    "withdrawn_target": "decided_target",
    "dropped_target": "added_target",
    "postponed_target": "advanced_target",
    "removed_actual": "added_actual",
    "dropped_indicator": "added_indicator",
}
MIRRORED |= {other: kind for kind, other in MIRRORED.items()}

numbers = st.integers(0, 200).map(str)
targets = st.one_of(
    numbers,
    st.just("undecided"),
    st.builds(
        lambda year, percent: {"relative": {"to": year, "percent": percent}},
        st.sampled_from(["R6", "R7", "previous"]),
        st.integers(-20, 20).map(str),
    ),
)
actuals = st.one_of(
    numbers,
    st.builds(
        lambda value, state: {"value": value, "state": state},
        numbers,
        st.sampled_from(["provisional", "estimate"]),
    ),
    st.sampled_from([{"state": "pending"}, {"state": "not_surveyed"}]),
)
years = st.sampled_from(["R6", "R7", "R8", "R9"])


@st.composite
def indicators(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some indicators of one measure, each with its number in id and name."""
    chosen = draw(st.lists(st.integers(0, 4), unique=True, max_size=4))
    return [
        indicator(
            number,
            direction=draw(st.sampled_from(["increase", "decrease"])),
            aggregation=draw(st.sampled_from(["level", "annual", "cumulative"])),
            targets=draw(st.dictionaries(years, targets, max_size=3)),
            actuals=draw(st.dictionaries(years, actuals, max_size=3)),
            note=draw(st.sampled_from(["一", "二"])),
        )
        for number in sorted(chosen)
    ]


def essence(change: Change, *, mirrored: bool = False) -> tuple[object, ...]:
    """What a change says, read backwards if asked."""
    if not mirrored:
        sides = (change.old, change.new, change.before, change.after, change.old_year, change.year)
        return (change.kind, change.id, change.field, change.effect, *map(repr, sides))
    kind = MIRRORED.get(change.kind, change.kind)
    # A target that comes to a number at last was not eased; one that no longer does may be.
    unknown = "unclear" if change.kind == "resolved_target" else None
    opposite = {"eased": "tightened", "tightened": "eased", None: unknown, unknown: None}
    effect = opposite.get(change.effect, change.effect)
    # The year an effect is filed under is that of now, which is the other one seen backwards.
    now, before = change.year, change.old_year
    if before is not None:
        now, before = before, now
    sides = (change.new, change.old, change.after, change.before, before, now)
    return (kind, change.id, change.field, effect, *map(repr, sides))


@given(indicators())
def test_nothing_differs_from_itself(some: list[dict[str, Any]]) -> None:
    assert compared(of_indicators(some), of_indicators(some)).empty


def test_the_town_does_not_differ_from_itself() -> None:
    assert compared(portfolio(harbour()), portfolio(harbour())).empty


@given(indicators(), indicators())
def test_the_way_back_says_the_reverse(
    one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    forth = compared(of_indicators(one), of_indicators(other))
    back = compared(of_indicators(other), of_indicators(one))
    assert Counter(map(essence, back.changes)) == Counter(
        essence(change, mirrored=True) for change in forth.changes
    )
    assert forth.wording == back.wording


@given(
    one=indicators(),
    other=indicators(),
    lang=st.sampled_from(["ja", "en"]),
    ascii_only=st.booleans(),
)
def test_every_change_can_be_put_into_words(
    one: list[dict[str, Any]], other: list[dict[str, Any]], lang: str, *, ascii_only: bool
) -> None:
    comparison = compared(of_indicators(one), of_indicators(other))
    sides = Compared(Side("folder", "old", files=1), Side("folder", "new", files=1), VIEW)
    spoken = language.active()
    language.activate(lang)
    try:
        text = render_plain(diff_report(comparison, sides, ascii_only=ascii_only))
        assert "None" not in text + diff_markdown(comparison, sides)
        assert all(change.id in text for change in comparison.changes)
        assert not (ascii_only and "→" in text.replace("\n→", ""))
    finally:
        language.activate(spoken)
    assert diff_data(comparison, sides)


EDITS: list[tuple[str, tuple[object, ...], object]] = [
    ("plans/harbour.yaml", ("principle",), "理念"),
    ("plans/harbour.yaml", ("stage",), "draft"),
    ("plans/harbour.yaml", ("owner",), "DX推進課"),
    ("plans/harbour.yaml", ("council",), "調整会議"),
    ("plans/harbour.yaml", ("predecessors",), ["old"]),
    ("plans/harbour.yaml", ("successors",), ["new"]),
    ("plans/harbour.yaml", ("documents", "plan", "title"), "別の題"),
    ("plans/harbour.yaml", ("categories", "A", "title"), "最重点"),
    ("plans/harbour.yaml", ("categories", "A", "priority"), "false"),
    ("plans/harbour.yaml", ("labels",), {"met": "○"}),
    ("plans/harbour.yaml", ("goals", 0, "title"), "別の目標"),
    ("plans/harbour.yaml", ("goals", 0, "no"), "2"),
    ("plans/harbour.yaml", ("goals", 0, "slogan"), "副題"),
    ("plans/harbour.yaml", ("policies",), [{"id": "p", "title": "方針"}]),
    ("plans/harbour.yaml", ("roadmap",), [{"title": "準備", "start": "R6"}]),
    ("plans/harbour.yaml", ("published", 0, "of"), "4"),
    ("plans/harbour.yaml", ("published", 0, "note"), "補足"),
    ("plans/harbour.yaml", ("published", 0, "year"), "R9"),
    ("plans/harbour.yaml", ("published",), []),
    ("plans/harbour.yaml", ("note",), "補足"),
    ("plans/harbour.yaml", ("goals", 0, "measures", 0, "no"), "1-A"),
    ("plans/harbour.yaml", ("goals", 0, "measures", 0, "priority"), "true"),
    ("plans/harbour.yaml", ("goals", 0, "measures", 0, "aim"), "ねらい"),
    ("plans/harbour.yaml", ("goals", 0, "measures", 0, "initiatives"), ["取組"]),
    ("plans/harbour.yaml", ("goals", 0, "measures", 0, "evaluations"), {"R7": {"remark": "良"}}),
    ("projects/harbour/rpa.yaml", ("overview",), "別の概要"),
    ("projects/harbour/rpa.yaml", ("note",), "補足"),
    ("projects/harbour/rpa.yaml", ("outcome_definition",), "説明"),
    ("projects/harbour/rpa.yaml", ("outcome_undecided",), {"printed": "後で設定"}),
    ("projects/harbour/rpa.yaml", ("continues",), [{"id": "old/rpa", "basis": "stated"}]),
    ("projects/harbour/rpa.yaml", ("amendments",), [{"what": "added", "date": "R7.4"}]),
    (
        "projects/harbour/rpa.yaml",
        ("outcome_indicators", 0, "amendments"),
        [{"what": "dropped", "date": "R9.4.1"}],
    ),
    ("projects/harbour/rpa.yaml", ("actions", "R7", 1, "note"), "補足"),
    ("projects/harbour/rpa.yaml", ("actions", "R8"), ["拡大"]),
    ("projects/harbour/rpa.yaml", ("evaluations", "R7", "printed"), "○"),
    ("projects/harbour/rpa.yaml", ("evaluations", "R7", "outlook"), "expand"),
    ("projects/harbour/rpa.yaml", ("evaluations", "R7", "instructions"), [{"text": "急げ"}]),
    ("projects/harbour/rpa.yaml", ("outcome_indicators", 0, "owner"), "総務課"),
    ("projects/harbour/rpa.yaml", ("outcome_indicators", 0, "data_source"), "調査"),
    ("projects/harbour/rpa.yaml", ("outcome_indicators", 0, "baseline"), {"printed": "なし"}),
    ("projects/harbour/rpa.yaml", ("outcome_indicators", 0, "baseline"), {"value": "3"}),
]


@pytest.mark.parametrize(("path", "place", "value"), EDITS)
def test_no_edit_goes_unnoticed(path: str, place: tuple[object, ...], value: object) -> None:
    edited = harbour()
    holder: Any = edited[path]
    for step in place[:-1]:
        if holder[step] is not None and isinstance(holder[step], str):
            holder[step] = {"text": holder[step]}
        holder = holder[step]
    holder[place[-1]] = value
    result = compared(portfolio(harbour()), portfolio(edited))
    assert not result.empty
    back = compared(portfolio(edited), portfolio(harbour()))
    assert not back.empty


def test_every_kind_has_its_group_and_ground() -> None:
    groups = [group_of(kind) for kind in KINDS]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    assert set(KINDS) < set(GROUNDS)
