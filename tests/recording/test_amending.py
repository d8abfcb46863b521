"""Projects and indicators are dropped and renamed, plans extended, renamed and superseded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from growing_city import PLAN, Grown, changed_lines

from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.recording.amendments import drop, rename
from sagaict.recording.approval import Approval
from sagaict.recording.plan_revisions import extend, rename_plan, supersede
from sagaict.recording.proposals import Decision, approve
from sagaict.recording.refusal import Refused
from sagaict.writing.change_set import ChangeSet

TODAY = date(2026, 11, 21)
GROUNDS = Approval(
    decided=Moment.parse("R8.5.20"), reason="制度の終了", approved_by="調整会議", source="main p.9"
)
PROPOSAL = Approval(decided=Moment.parse("R8.5.20"), reason="制度の終了")
NEXT = """\
id: midori
title: みどり市計画
period: R8-R11
documents:
  main:
    title: みどり市計画
source: main
"""


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    city = Grown.in_folder(tmp_path)
    city.path("plans/midori.yaml").write_text(NEXT, encoding="utf-8", newline="")
    return city


def done(city: Grown, intent: Callable[[ChangeSet], None]) -> dict[str, list[str]]:
    """The changed lines by file; all of it is written."""
    names = ("plans/aoba.yaml", "plans/midori.yaml", "projects/aoba/portal.yaml")
    before = {name: city.text(name) for name in names}
    change_set = city.change_set()
    intent(change_set)
    change_set.commit()
    changes = {name: changed_lines(before[name], city.text(name)) for name in names}
    return {name: lines for name, lines in changes.items() if lines}


def refused(city: Grown, intent: Callable[[ChangeSet], None]) -> Refused:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        intent(change_set)
    assert change_set.edits() == []
    return caught.value


def dropping(
    city: Grown, full_id: str, approval: Approval = GROUNDS
) -> Callable[[ChangeSet], None]:
    return lambda change_set: drop(change_set, city.workspace(), full_id, approval, today=TODAY)


def renaming(city: Grown, full_id: str, title: str) -> Callable[[ChangeSet], None]:
    return lambda change_set: rename(
        change_set, city.workspace(), full_id, title, GROUNDS, today=TODAY
    )


def superseding(
    city: Grown, one: str, other: str, approval: Approval = GROUNDS
) -> Callable[[ChangeSet], None]:
    return lambda change_set: supersede(
        change_set, city.workspace(), one, other, approval, today=TODAY
    )


def extending(city: Grown, last: str) -> Callable[[ChangeSet], None]:
    return lambda change_set: extend(
        change_set, city.workspace(), "aoba", FiscalYear.parse(last), GROUNDS, today=TODAY
    )


def test_a_dropped_project_stays_with_the_reason(city: Grown) -> None:
    assert done(city, dropping(city, "aoba/portal")) == {
        "projects/aoba/portal.yaml": [
            "+amendments:\n",
            "+  - what: dropped\n",
            "+    date: R8.5.20\n",
            "+    reason: 制度の終了\n",
            "+    approved_by: 調整会議\n",
            "+    source: main p.9\n",
            "+\n",
        ]
    }


def test_a_dropped_indicator_stays_with_the_reason(city: Grown) -> None:
    assert done(city, dropping(city, "aoba/1-1/online", PROPOSAL)) == {
        "plans/aoba.yaml": [
            "+            amendments:\n",
            "+              - what: dropped\n",
            "+                date: R8.5.20\n",
            "+                reason: 制度の終了\n",
        ]
    }


def test_something_may_be_dropped_from_a_day_to_come(city: Grown) -> None:
    ahead = Approval(decided=Moment.parse("R9.4.1"), reason="終了", approved_by="調整会議")
    done(city, dropping(city, "aoba/portal", ahead))
    [entry] = city.workspace().portfolio().projects["aoba"]
    assert entry.dropped is not None
    assert entry.dropped.date.first_day == date(2027, 4, 1)


def test_what_was_dropped_is_not_dropped_again_nor_renamed(city: Grown) -> None:
    done(city, dropping(city, "aoba/portal"))
    assert refused(city, dropping(city, "aoba/portal")).details["day"] == "R8.5.20"
    assert refused(city, renaming(city, "aoba/portal", "別名")).code == "dropped-already"


def test_a_renamed_project_keeps_its_former_title(city: Grown) -> None:
    assert done(city, renaming(city, "aoba/portal", " 市民 ポータル２ ")) == {
        "projects/aoba/portal.yaml": [
            "-title: 市民ポータル\n",
            "+title: 市民 ポータル２\n",
            "+amendments:\n",
            "+  - what: renamed\n",
            "+    date: R8.5.20\n",
            "+    old: 市民ポータル\n",
            "+    new: 市民 ポータル２\n",
            "+    reason: 制度の終了\n",
            "+    approved_by: 調整会議\n",
            "+    source: main p.9\n",
            "+\n",
        ]
    }


def test_a_renamed_indicator_keeps_its_id(city: Grown) -> None:
    done(city, renaming(city, "aoba/portal/visits", "利用件数: 年間"))
    indicator = city.workspace().portfolio().by_id["aoba/portal/visits"].indicator
    assert indicator.name == "利用件数: 年間"
    assert [(each.old, each.new) for each in indicator.amendments] == [
        ("年間利用件数", "利用件数: 年間")
    ]


@pytest.mark.parametrize(
    ("full_id", "title", "code"),
    [
        ("aoba/portal", "市民ポータル", "same-title"),
        ("aoba/portal", "　", "empty-text"),
        ("aoba/portal", "市民\nポータル", "several-lines"),
        ("aoba/portal", "市民\x07", "unwritable"),
        ("aoba/nothing", "別名", "unknown-indicator"),
        ("aoba/portal/nothing", "別名", "unknown-indicator"),
    ],
)
def test_a_title_that_cannot_be_is_refused(
    city: Grown, full_id: str, title: str, code: str
) -> None:
    assert refused(city, renaming(city, full_id, title)).code == code


def test_a_plan_is_extended(city: Grown) -> None:
    assert done(city, extending(city, "R11")) == {
        "plans/aoba.yaml": [
            "-period: R6-R9\n",
            "+period: R6-R11\n",
            "+\n",
            "+revisions:\n",
            "+  - what: period\n",
            "+    old: R6-R9\n",
            "+    new: R6-R11\n",
            "+    date: R8.5.20\n",
            "+    reason: 制度の終了\n",
            "+    approved_by: 調整会議\n",
            "+    source: main p.9\n",
        ]
    }


@pytest.mark.parametrize("last", ["R9", "R8", "H30"])
def test_an_extension_must_be_longer(city: Grown, last: str) -> None:
    assert refused(city, extending(city, last)).code == "not-longer"


def test_a_plan_is_renamed(city: Grown) -> None:
    changes = done(
        city,
        lambda change_set: rename_plan(
            change_set, city.workspace(), "aoba", "あおば市DX推進計画", GROUNDS, today=TODAY
        ),
    )
    assert changes["plans/aoba.yaml"][:2] == [
        "-title: あおば市DX計画\n",
        "+title: あおば市DX推進計画\n",
    ]
    assert "+    old: あおば市DX計画\n" in changes["plans/aoba.yaml"]


def test_a_superseded_plan_and_its_successor_name_each_other(city: Grown) -> None:
    changes = done(city, superseding(city, "aoba", "midori"))
    assert changes["plans/midori.yaml"] == ["+predecessors:\n", "+  - aoba\n"]
    assert "+  - midori\n" in changes["plans/aoba.yaml"]
    [plan] = [plan for _file, plan in city.workspace().plans if plan.id == "aoba"]
    [change] = plan.revisions
    assert (change.what, change.old, change.new) == (
        "superseded",
        "あおば市DX計画",
        "みどり市計画",
    )


def test_a_plan_is_superseded_once_and_not_extended_after(city: Grown) -> None:
    done(city, superseding(city, "aoba", "midori"))
    assert refused(city, superseding(city, "aoba", "midori")).code == "superseded-already"
    assert refused(city, extending(city, "R11")).code == "superseded-already"


def test_a_plan_cannot_be_superseded_by_itself_or_after_its_end(city: Grown) -> None:
    late = Approval(decided=Moment.parse("R10.4.1"), reason="終了", approved_by="調整会議")
    assert refused(city, superseding(city, "aoba", "aoba")).code == "itself"
    assert refused(city, superseding(city, "aoba", "midori", late)).code == "superseded-too-late"
    assert refused(city, superseding(city, "aoba", "nothing")).code == "unknown-plan"


def test_a_draft_is_changed_without_a_history(city: Grown) -> None:
    text = PLAN.replace("period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8", newline="")
    for intent in (
        dropping(city, "aoba/portal"),
        dropping(city, "aoba/1-1/online"),
        renaming(city, "aoba/portal", "別名"),
        extending(city, "R11"),
        superseding(city, "aoba", "midori"),
    ):
        assert refused(city, intent).code == "still-draft"


@pytest.mark.parametrize("full_id", ["aoba/portal", "aoba/1-1/online"])
def test_the_day_of_an_end_stays_when_it_is_approved(city: Grown, full_id: str) -> None:
    ahead = Approval(decided=Moment.parse("R9.4.1"), reason="終了")
    done(city, dropping(city, full_id, ahead))
    changes = done(
        city,
        lambda change_set: approve(
            change_set,
            city.workspace(),
            full_id,
            Decision(body="調整会議", day=Moment.parse("R8.6.1")),
            today=TODAY,
        ),
    )
    [lines] = changes.values()
    assert [line.strip("+ \n") for line in lines] == ["approved_by: 調整会議"]


def test_a_proposal_about_the_plan_is_approved(city: Grown) -> None:
    done(
        city,
        lambda change_set: extend(
            change_set, city.workspace(), "aoba", FiscalYear.parse("R11"), PROPOSAL, today=TODAY
        ),
    )
    changes = done(
        city,
        lambda change_set: approve(
            change_set,
            city.workspace(),
            "aoba",
            Decision(body="調整会議", day=Moment.parse("R8.6.1"), source="main p.9"),
            today=TODAY,
        ),
    )
    assert sorted(changes["plans/aoba.yaml"]) == sorted(
        [
            "-    date: R8.5.20\n",
            "+    proposed: R8.5.20\n",
            "+    date: R8.6.1\n",
            "+    approved_by: 調整会議\n",
            "+    source: main p.9\n",
        ]
    )


def test_actions_changed_are_approved_year_by_year(city: Grown) -> None:
    path = city.path("projects/aoba/portal.yaml")
    records = "".join(
        f"  - what: action\n    date: R8.6.1\n    year: {year}\n    old: 試行\n    reason: 終了\n"
        for year in ("R8", "R9")
    )
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"amendments:\n{records}")
    changes = done(
        city,
        lambda change_set: approve(
            change_set,
            city.workspace(),
            "aoba/portal",
            Decision(body="調整会議", day=Moment.parse("R8.6.1")),
            today=TODAY,
            year=FiscalYear.parse("R9"),
        ),
    )
    [lines] = changes.values()
    assert lines == ["+    approved_by: 調整会議\n"]
    text = path.read_text(encoding="utf-8")
    assert text.endswith("year: R9\n    old: 試行\n    reason: 終了\n    approved_by: 調整会議\n")


def test_an_end_before_the_approval_is_moved_to_it(city: Grown) -> None:
    done(city, dropping(city, "aoba/portal", PROPOSAL))
    changes = done(
        city,
        lambda change_set: approve(
            change_set,
            city.workspace(),
            "aoba/portal",
            Decision(body="調整会議", day=Moment.parse("R8.6.1")),
            today=TODAY,
        ),
    )
    assert sorted(changes["projects/aoba/portal.yaml"]) == sorted(
        ["-    date: R8.5.20\n", "+    date: R8.6.1\n", "+    approved_by: 調整会議\n"]
    )
