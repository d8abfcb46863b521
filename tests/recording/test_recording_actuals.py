"""A result is recorded: what stands in the file then, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from growing_city import PLAN, Grown, changed_lines

from sagaict.domain.fiscal import FiscalYear, Moment, Span
from sagaict.recording.actuals import NewActual, Refused, record_actual

TODAY = date(2026, 11, 21)
AFTER_R8 = date(2027, 4, 5)
ONLINE, HOURS, SATISFIED = "aoba/1-1/online", "aoba/1-1/hours", "aoba/1-1/satisfied"
VISITS = "aoba/portal/visits"


PROVISIONAL = """\
              R7:
                value: 2,500.5
                state: provisional
                as_of: R7.9
                source: main p.3
"""
FINAL = """\
              R7:
                value: 5,100
                earlier:
                  - value: 2,500.5
                    state: provisional
                    as_of: R7.9
                    source: main p.3
"""


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def new(value: str | None = None, **more: object) -> NewActual:
    number = None if value is None else Decimal(value)
    return NewActual(value=number, **more)  # type: ignore[arg-type]


def recorded(
    city: Grown,
    full_id: str,
    year: str,
    figure: NewActual,
    *,
    today: date = TODAY,
    correct_reason: str | None = None,
    sure: bool = False,
) -> list[str]:
    change_set = city.change_set()
    record_actual(
        change_set,
        city.workspace(),
        full_id,
        FiscalYear.parse(year),
        figure,
        today=today,
        correct_reason=correct_reason,
        sure=sure,
    )
    before = city.portal if full_id == VISITS else city.plan
    [edit] = change_set.edits()
    assert edit.after is not None
    return changed_lines(before, edit.after.decode())


def refused(
    city: Grown,
    full_id: str,
    year: str,
    figure: NewActual,
    *,
    today: date = TODAY,
    correct_reason: str | None = None,
) -> Refused:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        record_actual(
            change_set,
            city.workspace(),
            full_id,
            FiscalYear.parse(year),
            figure,
            today=today,
            correct_reason=correct_reason,
        )
    assert change_set.edits() == []
    return caught.value


def test_a_plain_final_figure_is_one_line(city: Grown) -> None:
    assert recorded(city, ONLINE, "R7", new("62.0")) == ["+              R7: 62.0\n"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_are_kept(tmp_path: Path, ending: str) -> None:
    city = Grown.in_folder(tmp_path, ending)
    lines = recorded(city, HOURS, "R8", new("4100"), today=AFTER_R8)
    assert lines == [f"+              R8: 4,100{ending}"]


def test_everything_said_of_a_figure_is_written(city: Grown) -> None:
    figure = new(
        "1100",
        state="provisional",
        as_of=Moment.parse("R8.9"),
        span=Span.parse("R8.4-R8.9"),
        printed="約1,100",
        source="main p.9",
        remark="増えた: 見込みどおり",
        note="速報",
    )
    assert recorded(city, VISITS, "R8", figure) == [
        "+      R8:\n",
        "+        value: 1,100\n",
        "+        state: provisional\n",
        "+        as_of: R8.9\n",
        "+        span: R8.4-R8.9\n",
        "+        printed: 約1,100\n",
        "+        note: 速報\n",
        "+        source: main p.9\n",
        '+        remark: "増えた: 見込みどおり"\n',
    ]


def test_a_state_without_a_figure(city: Grown) -> None:
    assert recorded(city, ONLINE, "R7", new(state="not_surveyed")) == [
        "+              R7:\n",
        "+                state: not_surveyed\n",
    ]


def test_a_provisional_figure_is_kept_when_the_final_one_comes(city: Grown) -> None:
    change_set = city.change_set()
    record_actual(change_set, city.workspace(), HOURS, FiscalYear(2025), new("5100"), today=TODAY)
    [edit] = change_set.edits()
    assert edit.after == city.plan.replace(PROVISIONAL, FINAL).encode()


def test_a_later_provisional_figure_follows_the_first(city: Grown) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    for value, moment in (("3000", "R7.12"), ("3500.5", "R8.2")):
        figure = new(value, state="provisional", as_of=Moment.parse(moment))
        record_actual(change_set, workspace, HOURS, FiscalYear(2025), figure, today=TODAY)
    actual = change_set.workspace().portfolio().by_id[HOURS].indicator.actuals[FiscalYear(2025)]
    assert (actual.value, str(actual.as_of)) == (Decimal("3500.5"), "R8.2")
    assert [(each.value, str(each.as_of)) for each in actual.earlier] == [
        (Decimal("2500.5"), "R7.9"),
        (Decimal(3000), "R7.12"),
    ]


def test_the_same_provisional_figure_of_a_later_time_is_another(city: Grown) -> None:
    figure = new("2500.5", state="provisional", as_of=Moment.parse("R7.12"))
    lines = recorded(city, HOURS, "R7", figure)
    assert "+                as_of: R7.12\n" in lines
    assert "+                    as_of: R7.9\n" in lines


def test_a_bare_word_that_it_is_awaited_is_not_kept(city: Grown) -> None:
    assert recorded(city, SATISFIED, "R7", new("70.1")) == [
        "-                state: pending\n",
        "+                value: 70.1\n",
    ]


def test_a_correction_keeps_the_old_figure_and_the_reason(city: Grown) -> None:
    lines = recorded(city, ONLINE, "R6", new("51"), correct_reason=" 集計の誤り ")
    assert lines == [
        "-              R6: 50  # 確定\n",
        "+              R6:  # 確定\n",
        "+                value: 51\n",
        "+                earlier:\n",
        "+                  - value: 50\n",
        "+                    note: 訂正：集計の誤り\n",
    ]


def test_a_correction_of_a_correction_keeps_both(city: Grown) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    for value, reason in (("1100", "一"), ("1300", "二")):
        record_actual(
            change_set,
            workspace,
            VISITS,
            FiscalYear(2025),
            new(value),
            today=TODAY,
            correct_reason=reason,
        )
    actual = change_set.workspace().portfolio().by_id[VISITS].indicator.actuals[FiscalYear(2025)]
    assert actual.value == Decimal(1300)
    assert [(each.value, each.note) for each in actual.earlier] == [
        (Decimal(1027), "訂正：一"),
        (Decimal(1100), "訂正：二"),
    ]


def test_a_figure_can_turn_out_never_to_have_been_taken(city: Grown) -> None:
    figure = new(state="not_surveyed")
    lines = recorded(city, VISITS, "R7", figure, correct_reason="調査していない")
    assert lines == [
        "-      R7: 1,027\n",
        "+      R7:\n",
        "+        state: not_surveyed\n",
        "+        earlier:\n",
        "+          - value: 1,027\n",
        "+            note: 訂正：調査していない\n",
    ]


def test_the_same_figure_again_adds_what_was_not_said(city: Grown) -> None:
    figure = new("1027", remark="周知が遅れた。", source="main p.9")
    assert recorded(city, VISITS, "R7", figure) == [
        "-      R7: 1,027\n",
        "+      R7:\n",
        "+        value: 1,027\n",
        "+        source: main p.9\n",
        "+        remark: 周知が遅れた。\n",
    ]


def test_a_remark_outlives_the_figure_it_was_made_on(city: Grown) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    for figure, reason in ((new("1027", remark="増えた。"), None), (new("1100"), "誤り")):
        record_actual(
            change_set,
            workspace,
            VISITS,
            FiscalYear(2025),
            figure,
            today=TODAY,
            correct_reason=reason,
        )
    actual = change_set.workspace().portfolio().by_id[VISITS].indicator.actuals[FiscalYear(2025)]
    assert (actual.value, actual.remark) == (Decimal(1100), "増えた。")


@pytest.mark.parametrize(
    "figure",
    [new("1028"), new("1027", state="provisional"), new(state="pending")],
    ids=["value", "state", "none"],
)
def test_a_final_figure_is_not_overwritten(city: Grown, figure: NewActual) -> None:
    refusal = refused(city, VISITS, "R7", figure)
    assert refusal.code == "final-exists"
    assert refusal.details["old"] == "1,027件"


def test_the_time_of_a_final_figure_is_not_overwritten(city: Grown) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    year = FiscalYear(2025)
    dated = new("1027", as_of=Moment.parse("R8.3"))
    record_actual(change_set, workspace, VISITS, year, dated, today=TODAY)
    other = new("1027", as_of=Moment.parse("R8.2"))
    with pytest.raises(Refused) as caught:
        record_actual(change_set, workspace, VISITS, year, other, today=TODAY)
    assert caught.value.code == "final-exists"


def test_a_result_from_before_the_plan_may_be_told(city: Grown) -> None:
    assert recorded(city, ONLINE, "R4", new("38")) == ["+              R4: 38\n"]


@pytest.mark.parametrize(
    ("full_id", "year", "figure", "code"),
    [
        ("aoba/1-1/absent", "R7", new("1"), "unknown-indicator"),
        ("elsewhere/1-1/online", "R7", new("1"), "unknown-indicator"),
        ("aoba/portal", "R7", new("1"), "unknown-indicator"),
        (ONLINE, "R10", new("41"), "outside-period"),
        (ONLINE, "R9", new("85"), "not-begun"),
        (VISITS, "R8", new("1200"), "not-over"),
        (VISITS, "R8", new("1200", state="provisional", as_of=Moment.parse("R8.12")), "in-future"),
        (ONLINE, "R7", new("60", span=Span.parse("R7.4-R9.3")), "in-future"),
        (ONLINE, "R7", new(), "no-value"),
        (ONLINE, "R7", new("60", state="pending"), "value-with-state"),
        (ONLINE, "R7", new("60", source="Main p.1"), "bad-source"),
        (ONLINE, "R6", new("50"), "nothing-changes"),
        (SATISFIED, "R7", new(state="pending"), "nothing-changes"),
        (VISITS, "R8", new("6000", state="provisional"), "jump"),
        (VISITS, "R8", new("205", state="provisional"), "jump"),
        (VISITS, "R8", new("-1027", state="provisional"), "jump"),
        (ONLINE, "R7", new("610"), "share"),
        (ONLINE, "R7", new("-1"), "share"),
    ],
)
def test_what_cannot_be_right_is_refused(
    city: Grown, full_id: str, year: str, figure: NewActual, code: str
) -> None:
    assert refused(city, full_id, year, figure).code == code


def test_a_running_year_has_a_level_but_no_final_count(city: Grown) -> None:
    assert recorded(city, ONLINE, "R8", new("61")) == ["+              R8: 61\n"]
    assert refused(city, HOURS, "R8", new("4000")).details["day"] == "2027-03-31"


@pytest.mark.parametrize(
    ("year", "reason", "code"),
    [("R7", "  ", "no-reason"), ("R8", "誤り", "nothing-to-correct")],
)
def test_a_correction_needs_a_reason_and_a_figure(
    city: Grown, year: str, reason: str, code: str
) -> None:
    figure = new("1100", state="provisional")
    assert refused(city, VISITS, year, figure, correct_reason=reason).code == code


@pytest.mark.parametrize("value", ["5135", "205.4"])
def test_five_times_the_last_figure_is_the_limit(city: Grown, value: str) -> None:
    assert recorded(city, VISITS, "R8", new(value, state="provisional"))


def test_who_is_sure_may_record_a_jump(city: Grown) -> None:
    figure = new("60000", state="provisional")
    lines = recorded(city, VISITS, "R8", figure, sure=True)
    assert "+        value: 60,000\n" in lines


def test_the_source_of_a_jump_names_the_figure_before(city: Grown) -> None:
    refusal = refused(city, VISITS, "R8", new("60000", state="provisional"))
    assert refusal.details == {"value": "60,000件", "last": "1,027件", "when": "R7"}


REACHED = new(state="reached", as_of=Moment.parse("R8.6.10"), source="main p.9")


@pytest.fixture
def ordinance(tmp_path: Path) -> Grown:
    city = Grown.in_folder(tmp_path)
    city.write("plans/aoba.yaml", PLAN.replace("R7: 75.5", "R7: {words: 条例の制定}"))
    return city


def test_a_target_in_words_is_judged_under_its_year_on_any_day(ordinance: Grown) -> None:
    assert recorded(ordinance, SATISFIED, "R7", REACHED) == [
        "-                state: pending\n",
        "+                state: reached\n",
        "+                as_of: R8.6.10\n",
        "+                source: main p.9\n",
    ]


def test_what_was_not_reached_may_be_reached_later_without_being_a_correction(
    ordinance: Grown,
) -> None:
    text = ordinance.plan.replace(
        "state: pending", "state: not_reached\n                as_of: R8.4"
    )
    ordinance.write("plans/aoba.yaml", text)
    lines = recorded(ordinance, SATISFIED, "R7", REACHED)
    assert sorted(line.strip("+ \n") for line in lines if line[0] == "+") == [
        "- state: not_reached",
        "as_of: R8.4",
        "as_of: R8.6.10",
        "earlier:",
        "source: main p.9",
        "state: reached",
    ]
    text = text.replace("state: not_reached", "state: reached")
    ordinance.write("plans/aoba.yaml", text)
    assert refused(ordinance, SATISFIED, "R7", new(state="not_reached")).code == "final-exists"


@pytest.mark.parametrize(
    ("full_id", "year", "figure", "code"),
    [
        (ONLINE, "R7", new(state="reached"), "no-words"),
        (ONLINE, "R8", new(state="not_reached"), "no-words"),
        (SATISFIED, "R7", new(state="reached", as_of=Moment.parse("R8.12")), "in-future"),
    ],
)
def test_no_judgement_where_there_are_no_words_nor_before_its_day(
    ordinance: Grown, full_id: str, year: str, figure: NewActual, code: str
) -> None:
    assert refused(ordinance, full_id, year, figure).code == code


def test_what_is_reached_early_stands_under_the_year_of_its_target(tmp_path: Path) -> None:
    city = Grown.in_folder(tmp_path)
    city.write("plans/aoba.yaml", PLAN.replace("R7: 75.5", "R9: {words: 条例の制定}"))
    lines = recorded(city, SATISFIED, "R9", new(state="reached", as_of=Moment.parse("R8.6")))
    assert lines[0] == "+              R9:\n"
    assert refused(city, SATISFIED, "R9", new(state="not_reached")).code == "not-begun"
