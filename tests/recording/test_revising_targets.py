"""A target is revised: the new one in its place, the old one in the history, all else untouched."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from growing_city import PLAN, Grown, changed_lines

from sagaict.checking.run import check
from sagaict.computing.targets import target_in_force
from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.recording.amendments import drop
from sagaict.recording.approval import Approval
from sagaict.recording.proposals import Decision, approve
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, revise_target

TODAY = date(2026, 11, 21)
ONLINE = "aoba/1-1/online"
HOURS = "aoba/1-1/hours"
VISITS = "aoba/portal/visits"


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def grounds(
    day: str = "R8.5.20", by: str | None = "調整会議", source: str | None = None
) -> Approval:
    return Approval(
        decided=Moment.parse(day), reason="集計方法の変更", approved_by=by, source=source
    )


def number(text: str, printed: str | None = None) -> NewTarget:
    return NewTarget(value=Decimal(text), printed=printed)


def revised(
    city: Grown, full_id: str, key: str, new: NewTarget, approval: Approval | None = None
) -> list[str]:
    """The changed lines of the file, which is written."""
    before = city.portal if full_id == VISITS else city.plan
    change_set = city.change_set()
    revise_target(
        change_set,
        city.workspace(),
        full_id,
        year_or_period(key),
        new,
        approval or grounds(),
        today=TODAY,
    )
    change_set.commit()
    return changed_lines(before, city.portal if full_id == VISITS else city.plan)


def refused(
    city: Grown, full_id: str, key: str, new: NewTarget, approval: Approval | None = None
) -> Refused:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        revise_target(
            change_set,
            city.workspace(),
            full_id,
            year_or_period(key),
            new,
            approval or grounds(),
            today=TODAY,
        )
    assert change_set.edits() == []
    return caught.value


def errors(city: Grown) -> list[str]:
    found = check(city.workspace(), TODAY).problems
    return [item.rule for item in found if item.severity == "error"]


def test_a_number_is_replaced_and_the_old_one_kept(city: Grown) -> None:
    assert revised(city, ONLINE, "R9", number("85")) == [
        "-              R9: 90\n",
        "+              R9: 85\n",
        "+            revisions:\n",
        "+              - year: R9\n",
        "+                date: R8.5.20\n",
        "+                old: 90\n",
        "+                new: 85\n",
        "+                reason: 集計方法の変更\n",
        "+                approved_by: 調整会議\n",
    ]


def test_line_ends_of_the_file_stay(tmp_path: Path) -> None:
    city = Grown.in_folder(tmp_path, "\r\n")
    lines = revised(city, ONLINE, "R9", number("85"))
    assert len(lines) == 9
    assert all(line.endswith("\r\n") for line in lines)


def test_a_second_revision_follows_the_first_one(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"))
    lines = revised(city, ONLINE, "R9", number("80"), grounds("R8.11.1"))
    assert sorted(lines) == sorted(
        [
            "-              R9: 85\n",
            "+              R9: 80\n",
            "+              - year: R9\n",
            "+                date: R8.11.1\n",
            "+                old: 85\n",
            "+                new: 80\n",
            "+                reason: 集計方法の変更\n",
            "+                approved_by: 調整会議\n",
        ]
    )
    assert errors(city) == []


def test_the_history_tells_what_was_aimed_at_on_a_day(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"))
    revised(city, ONLINE, "R9", number("80"), grounds("R8.11.1"))
    indicator = city.workspace().portfolio().by_id[ONLINE].indicator
    values = {
        day.isoformat(): target.value
        for day in (date(2026, 5, 19), date(2026, 5, 20), date(2026, 11, 1))
        if (target := target_in_force(indicator, FiscalYear.parse("R9"), day)) is not None
    }
    assert values == {"2026-05-19": 90, "2026-05-20": 85, "2026-11-01": 80}


def test_a_year_without_a_target_is_revised_from_undecided(city: Grown) -> None:
    lines = revised(city, ONLINE, "R8", number("88"))
    assert "+              R8: 88\n" in lines
    assert "+                old: undecided\n" in lines


def test_a_target_can_be_withdrawn(city: Grown) -> None:
    lines = revised(city, ONLINE, "R9", NewTarget())
    assert "+              R9: undecided\n" in lines
    assert "+                new: undecided\n" in lines


def test_wording_that_says_more_is_kept(city: Grown) -> None:
    assert revised(city, ONLINE, "R9", number("85", "85%以上"))[:5] == [
        "-              R9: 90\n",
        "+              R9:\n",
        "+                value: 85\n",
        "+                printed: 85%以上\n",
        "+            revisions:\n",
    ]


def test_a_relation_names_its_basis(city: Grown) -> None:
    new = NewTarget(to=FiscalYear.parse("R7"), times=Decimal("1.20"))
    lines = revised(city, VISITS, "R8", new)
    assert lines[:5] == [
        "+      R8:\n",
        "+        relative:\n",
        "+          to: R7\n",
        "+          times: 1.20\n",
        "+    revisions:\n",
    ]
    assert errors(city) == []


def test_a_target_in_full_loses_the_wording_of_the_old_one(city: Grown) -> None:
    full = PLAN.replace(
        "              R9: 90\n",
        "              R9:  # 最終\n                value: 90\n                printed: 9割\n"
        "                note: 概数\n                source: main p.7\n",
    )
    city.path("plans/aoba.yaml").write_text(full, encoding="utf-8", newline="")
    lines = revised(city, ONLINE, "R9", number("85"), grounds(source="main p.8"))
    assert sorted(lines) == sorted(
        [
            "-                value: 90\n",
            "+                value: 85\n",
            "-                printed: 9割\n",
            "-                note: 概数\n",
            "-                source: main p.7\n",
            "+                source: main p.8\n",
            "+            revisions:\n",
            "+              - year: R9\n",
            "+                date: R8.5.20\n",
            "+                old:\n",
            "+                  value: 90\n",
            "+                  printed: 9割\n",
            "+                  note: 概数\n",
            "+                  source: main p.7\n",
            "+                new: 85\n",
            "+                reason: 集計方法の変更\n",
            "+                approved_by: 調整会議\n",
            "+                source: main p.8\n",
        ]
    )
    assert "R9:  # 最終\n" in city.plan


@pytest.mark.parametrize("key", ["R6-R9", "R9"])
def test_a_total_is_named_by_its_period_or_its_end(city: Grown, key: str) -> None:
    lines = revised(city, HOURS, key, number("16000"))
    assert lines[:4] == [
        "-              R6-R9: 17,600\n",
        "+              R6-R9: 16,000\n",
        "+            revisions:\n",
        "+              - year: R6-R9\n",
    ]


def test_a_proposal_is_replaced_not_repeated(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"), grounds(by=None))
    lines = revised(city, ONLINE, "R9", number("86"), grounds("R8.6.1"))
    assert sorted(lines) == sorted(
        [
            "-              R9: 85\n",
            "+              R9: 86\n",
            "-                date: R8.5.20\n",
            "+                date: R8.6.1\n",
            "-                new: 85\n",
            "+                new: 86\n",
            "+                approved_by: 調整会議\n",
        ]
    )


def test_a_proposal_is_approved_from_that_day_on(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"), grounds(by=None))
    before = city.plan
    change_set = city.change_set()
    approve(
        change_set,
        city.workspace(),
        ONLINE,
        Decision(body=" 調整会議 ", day=Moment.parse("R8.6.1")),
        today=TODAY,
    )
    change_set.commit()
    assert sorted(changed_lines(before, city.plan)) == sorted(
        [
            "-                date: R8.5.20\n",
            "+                proposed: R8.5.20\n",
            "+                date: R8.6.1\n",
            "+                approved_by: 調整会議\n",
        ]
    )


def test_only_the_proposal_for_a_year_is_approved(city: Grown) -> None:
    revised(city, ONLINE, "R7", number("75"), grounds(by=None))
    revised(city, ONLINE, "R9", number("85"), grounds(by=None))
    change_set = city.change_set()
    approve(
        change_set,
        city.workspace(),
        ONLINE,
        Decision(body="調整会議", day=Moment.parse("R8.6.1")),
        today=TODAY,
        year=FiscalYear.parse("R9"),
    )
    change_set.commit()
    revisions = city.workspace().portfolio().by_id[ONLINE].indicator.revisions
    assert [(each.year.label, each.approved_by) for each in revisions] == [
        ("R7", None),
        ("R9", "調整会議"),
    ]


@pytest.mark.parametrize(("full_id", "code"), [(ONLINE, "approved-by-it"), (HOURS, "no-proposal")])
def test_without_a_proposal_there_is_nothing_to_approve(
    city: Grown, full_id: str, code: str
) -> None:
    revised(city, ONLINE, "R9", number("85"))
    with pytest.raises(Refused) as caught:
        approve(
            city.change_set(),
            city.workspace(),
            full_id,
            Decision(body="調整会議", day=Moment.parse("R8.6.1")),
            today=TODAY,
        )
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("full_id", "key", "new", "code"),
    [
        ("aoba/1-1/nothing", "R9", number("1"), "unknown-indicator"),
        (ONLINE, "R9", number("90.0"), "nothing-changes"),
        (ONLINE, "R10", number("95"), "outside-period"),
        (ONLINE, "R6-R9", number("95"), "target-takes-year"),
        (HOURS, "R8", number("9000"), "target-takes-period"),
        (HOURS, "R6-R10", number("9000"), "outside-period"),
        (ONLINE, "R9", NewTarget(times=Decimal(2)), "needs-relation"),
        (
            ONLINE,
            "R9",
            NewTarget(to="previous", times=Decimal(2), percent=Decimal(5)),
            "needs-relation",
        ),
    ],
)
def test_what_cannot_be_a_target_is_refused(
    city: Grown, full_id: str, key: str, new: NewTarget, code: str
) -> None:
    assert refused(city, full_id, key, new).code == code


def test_grounds_that_cannot_be_are_refused(city: Grown) -> None:
    new = number("85")
    blank = Approval(decided=Moment.parse("R8.5"), reason="　", approved_by="調整会議")
    assert refused(city, ONLINE, "R9", new, blank).code == "unexplained-change"
    assert refused(city, ONLINE, "R9", new, grounds(by=" ")).code == "empty-text"
    assert refused(city, ONLINE, "R9", new, grounds("R8.11.22")).code == "day-ahead"
    assert refused(city, ONLINE, "R9", new, grounds(source="会議 p.1")).code == "bad-source"


def test_a_revision_cannot_be_older_than_the_last_one(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"))
    refusal = refused(city, ONLINE, "R9", number("80"), grounds("R8.5.19"))
    assert (refusal.code, refusal.details["day"]) == ("before-last-revision", "R8.5.20")


def test_a_proposal_is_not_turned_back_into_the_old_target(city: Grown) -> None:
    revised(city, ONLINE, "R9", number("85"), grounds(by=None))
    assert refused(city, ONLINE, "R9", number("90")).code == "back-to-old"


def test_a_draft_keeps_no_history(city: Grown) -> None:
    text = PLAN.replace("period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8", newline="")
    assert refused(city, ONLINE, "R9", number("85")).code == "still-draft"
    assert refused(city, VISITS, "R7", number("85")).code == "still-draft"


@pytest.mark.parametrize("thing", [VISITS, "aoba/portal"])
@pytest.mark.parametrize("day", ["R8.5.20", "R9.3.31"])
def test_what_was_dropped_is_not_revised(city: Grown, thing: str, day: str) -> None:
    change_set = city.change_set()
    drop(change_set, city.workspace(), thing, grounds(day), today=TODAY)
    change_set.commit()
    why = refused(city, VISITS, "R9", number("2000"))
    assert (why.code, dict(why.details)) == ("dropped-already", {"id": VISITS, "day": day})
    assert revised(city, ONLINE, "R9", number("95"))


def test_of_a_total_with_targets_for_its_years_each_is_revised_by_its_key(tmp_path: Path) -> None:
    city = Grown.in_folder(tmp_path)
    years = "R8: 4,000\n              R9: 5,000\n              R6-R9: 17,600"
    city.write("plans/aoba.yaml", PLAN.replace("R6-R9: 17,600", years))
    for key, old, new in (
        ("R8", "4,000", "4,500"),
        ("R9", "5,000", "5,500"),
        ("R6-R9", "17,600", "18,000"),
    ):
        lines = revised(city, HOURS, key, number(new.replace(",", "")))
        assert f"-              {key}: {old}\n" in lines
        assert f"+              {key}: {new}\n" in lines
    assert "+              R7: 3,000\n" in revised(city, HOURS, "R7", number("3000"))
