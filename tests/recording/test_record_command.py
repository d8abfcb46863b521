"""`sagaict record`: what it says, what it writes, what it asks."""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from growing_city import PLAN, Grown, changed_lines
from running import TODAY, Ran, environment, sagaict

from sagaict.domain.fiscal import FiscalYear
from sagaict.recording.wording import REFUSALS


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def record(city: Grown, *arguments: str, stdin: str = "") -> Ran:
    return sagaict("record", *arguments, "--today", TODAY, cwd=city.root, stdin=stdin.encode())


@pytest.fixture
def terminal() -> Iterator[None]:
    """Somebody sits there."""
    with (
        patch("sagaict.cli.frame.asking.can_ask", return_value=True),
        patch("sagaict.cli.year.record_run.can_ask", return_value=True),
    ):
        yield


def refused(city: Grown, *arguments: str, stdin: str = "") -> str:
    before = (city.plan, city.portal)
    ran = record(city, *arguments, stdin=stdin)
    assert (ran.code, ran.out) == (2, ""), ran.out
    assert (city.plan, city.portal) == before
    assert sorted(path.name for path in city.data.iterdir()) == ["plans", "projects"]
    return ran.err.removeprefix("sagaict: ")


def test_a_figure_becomes_one_line_and_is_told(city: Grown) -> None:
    before = city.plan
    ran = record(city, "online", "R7", "82.5%")
    assert (ran.code, ran.err) == (0, "")
    assert changed_lines(before, city.plan) == ["+              R7: 82.5\n"]
    assert ran.lines[0] == (
        "aoba/1-1/online オンライン申請率: Actual R7: 82.5% (added); "
        "status not reported → met; achievement rate - → 103.1%"
    )


def test_a_year_and_a_figure_may_be_wide_and_in_words(city: Grown) -> None:
    before = city.plan
    assert record(city, "オンライン申請率", "令和７年度", "８２．５％").code == 0
    assert changed_lines(before, city.plan) == ["+              R7: 82.5\n"]


def test_a_dry_run_shows_the_diff_and_writes_nothing(city: Grown) -> None:
    before = city.plan
    ran = record(city, "online", "R7", "82.5", "--dry-run")
    assert (ran.code, city.plan) == (0, before)
    assert "+              R7: 82.5\n" in ran.out
    assert "status not reported → met" in ran.out
    assert ran.lines[-1] == "Nothing was written (--dry-run)."


def test_every_option_reaches_the_file(city: Grown) -> None:
    first = ("--taken", "R8.9月末", "--state", "速報", "--source", "main p.9")
    assert record(city, "visits", "R8", "約1,100", *first).code == 0
    more = ("--span", "R8.4-R8.10", "--remark", "順調", "--note", "月報", "--state", "provisional")
    assert record(city, "visits", "R8", "1,200件", *more).code == 0
    assert (
        """\
      R8:
        value: 1,200
        state: provisional
        span: R8.4-R8.10
        note: 月報
        remark: 順調
        earlier:
          - value: 1,100
            state: provisional
            as_of: R8.9
            printed: 約1,100
            source: main p.9
"""
        in city.portal
    )


def test_a_negative_figure_is_no_option(city: Grown) -> None:
    text = refused(city, "visits", "R8", "-5", "--state", "provisional")
    assert text.startswith("-5件 is far from the last figure (R7: 1,027件)\n")


def test_an_unmet_target_is_recorded_and_its_remark_called_for(city: Grown) -> None:
    ran = record(city, "online", "R7", "59")
    assert ran.code == 0
    assert "[unmet-without-remark]" in ran.err
    assert (
        "[unmet-without-remark]"
        not in record(city, "online", "R7", "59", "--remark", "周知が遅れた。").err
    )


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("visits", "R7", "1,100"), "R7 has a final figure already: 1,027件"),
        (("visits", "R7", "1,100"), "--correct --reason …"),
        (("visits", "R7", "1,100", "--correct"), "a correction needs a reason"),
        (("visits", "R7", "1,100", "--reason", "誤り"), "--reason goes with --correct"),
        (("visits", "R8", "6,000", "--state", "provisional"), "add --yes"),
        (("visits", "R8", "1,100"), "--state provisional --taken …"),
        (("visits", "R8", "5時間"), "“5時間” is not in 件"),
        (("visits", "R8", "1.2.3"), "misplaced"),
        (("visits", "R8", "12²"), "“12²” is not a figure"),
        (("visits", "R8²", "12"), "“R8²” is not a fiscal year"),
        (("visits", "R8", "1,100", "--taken", "R8.3²"), "“R8.3²” is no date for --taken"),
        (("visits", "R8", "－"), "“－” says nothing"),
        (("visits", "R8", "評価中", "--state", "final"), "contradict each other"),
        (("visits", "R8", "1,100", "--state", "fin"), "choose from: final, provisional"),
        (("visits", "R8", "1,100", "--taken", "昨日"), "“昨日” is no date for --taken"),
        (("visits", "R8", "1,100", "--taken", "R1.3"), "(H31.3?)"),
        (("visits", "R8", "1,100", "--span", "R8.9"), "“R8.9” is no time for --span"),
        (("visits", "R6-R9", "1,100"), "“R6-R9” is not a fiscal year"),
        (("visit", "R8", "1,100"), "Did you mean: aoba/portal/visits?"),
        (("割合", "R8"), "VALUE is missing"),
        ((), "INDICATOR is missing"),
        (("online", "R7", "101"), "must lie between 0 and 100"),
    ],
)
def test_a_refusal_says_what_to_do_and_writes_nothing(
    city: Grown, arguments: tuple[str, ...], text: str
) -> None:
    assert text in refused(city, *arguments)


@pytest.mark.parametrize("state", ["pending", "not-surveyed", "評価困難"])
def test_a_state_without_a_figure_needs_none(city: Grown, state: str) -> None:
    assert record(city, "online", "r7", "--state", state).code == 0
    assert "              R7:\n                state: " in city.plan


@pytest.mark.usefixtures("terminal")
def test_a_figure_is_not_asked_for_where_there_is_none(city: Grown) -> None:
    assert record(city, "online", "R7", "--state", "not-surveyed", stdin="").code == 0
    assert "                state: not_surveyed\n" in city.plan


def test_a_provisional_figure_is_still_needed(city: Grown) -> None:
    assert "VALUE is missing" in refused(city, "online", "R7", "--state", "provisional")


def test_what_is_still_missing_is_told_with_the_option_that_helps(city: Grown) -> None:
    path = city.path("projects/aoba/portal.yaml")
    path.write_text(city.portal.replace("    source: main p.4\n", ""), encoding="utf-8")
    arguments = ("visits", "R8", "1,100", "--state", "provisional")
    ran = record(city, *arguments)
    assert ran.code == 0
    assert "[actual-without-source]" in ran.err
    assert ran.err.endswith("  The option for that: --source …\n")


def test_what_the_settings_make_an_error_keeps_no_figure_from_being_recorded(city: Grown) -> None:
    city.path("sagaict.yaml").write_text(
        "rules: {unmet-without-remark: {severity: error}}\n", encoding="utf-8"
    )
    ran = record(city, "online", "R7", "59")
    assert (ran.code, "[unmet-without-remark]" in ran.err) == (0, True)


def test_a_correction_is_made_with_a_reason(city: Grown) -> None:
    ran = record(city, "visits", "R7", "1,270", "--correct", "--reason", "集計の誤り")
    assert ran.code == 0
    said = "(the earlier figure is kept, 訂正：集計の誤り); status unmet → met"
    assert f"Actual R7: 1,027 → 1,270件 {said}" in ran.out
    assert "            note: 訂正：集計の誤り\n" in city.portal
    shown = sagaict("show", "visits", cwd=city.root).line("before: 1,027件")
    assert shown.endswith("  訂正：集計の誤り")


def test_a_file_with_errors_is_left_alone(city: Grown) -> None:
    city.path("projects/aoba/portal.yaml").write_text("\ufeff" + city.portal, encoding="utf-8")
    text = refused(city, "visits", "R8", "1,100", "--state", "provisional")
    assert "the file has errors and is left as it is" in text
    assert "data/projects/aoba/portal.yaml:1:1" in text


def test_an_error_elsewhere_is_no_hindrance(city: Grown) -> None:
    city.path("projects/aoba/broken.yaml").write_text("id: broken\n", encoding="utf-8")
    ran = record(city, "visits", "R8", "1,100", "--state", "provisional")
    assert ran.code == 0
    assert "data/projects/aoba/broken.yaml" in ran.err


def test_the_bundled_data_is_never_written(tmp_path: Path) -> None:
    ran = sagaict("record", "bcp-rate", "R7", "92", "--today", TODAY, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "sagaict init" in ran.err


def test_a_locked_workspace_is_left_alone(city: Grown) -> None:
    lock = city.data / ".sagaict-lock"
    with lock.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        ran = record(city, "online", "R7", "82")
    assert ran.code == 2
    assert "another command is writing to the data just now" in ran.err
    assert "R7: 82" not in city.plan


def test_a_link_that_leads_out_is_not_followed(city: Grown) -> None:
    outside = city.root / "portal.yaml"
    inside = city.path("projects/aoba/portal.yaml")
    inside.rename(outside)
    inside.symlink_to(outside)
    before = outside.read_bytes()
    assert record(city, "visits", "R8", "1,100", "--state", "provisional").code == 2
    assert outside.read_bytes() == before


def test_the_mode_of_a_file_stays(city: Grown) -> None:
    city.path("plans/aoba.yaml").chmod(0o640)
    assert record(city, "online", "R7", "82").code == 0
    assert city.path("plans/aoba.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("terminal")
def test_what_is_awaited_is_offered(city: Grown) -> None:
    ran = record(city, stdin="9\n申請\n\nabc\n82.5\n\n\ny\n")
    assert ran.code == 0
    offered = [line.strip() for line in ran.err.splitlines() if line.startswith("  ")]
    assert offered[:3] == [
        "1  R7  aoba/1-1/online  オンライン申請率",
        "2  R7  aoba/1-1/hours  削減した時間",
        "3  R7  aoba/1-1/satisfied  満足と答えた割合",
    ]
    assert "Fiscal year [R7]:" in ran.err
    assert "“abc” is not a figure" in ran.err
    assert "The owner's view of the result (empty: leave it out): " in ran.err
    assert "  main  あおば市DX計画\nSource (empty: leave it out): " in ran.err
    assert "              R7: 82.5\n" in city.plan


@pytest.mark.usefixtures("terminal")
def test_a_bad_year_and_a_bad_source_are_asked_for_again(city: Grown) -> None:
    ran = record(city, stdin="1\nR99x\nR7\n82\n集計の結果\np.3\nmain p.3\ny\n")
    assert ran.code == 0, ran.err
    assert "“R99x” is not a fiscal year" in ran.err
    assert "“p.3” is no citation" in ran.err
    for part in ("value: 82\n", "source: main p.3\n", "remark: 集計の結果\n"):
        assert f"                {part}" in city.plan


@pytest.mark.usefixtures("terminal")
def test_there_is_a_way_back_to_every_question_before(city: Grown) -> None:
    # To the year from the figure, to the indicator from the year; then from the end to the figure.
    ran = record(city, stdin="2\nR7\n<\n<\n1\nR7\n81\n見解\n\n<\n＜\n<\n82\n\n\ny\n")
    assert ran.code == 0, ran.err
    assert ran.err.count("Which indicator?") == 2
    assert ran.err.count("  1  R7  aoba/1-1/online") == 2
    assert ran.err.count("goes back to the question before") == 2
    assert "              R7: 82\n" in city.plan
    assert "見解" not in city.plan


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("stdin", ["", "1\n", "1\nR7\n", "1\nR7\n82\n", "1\nR7\n82\n\n\nn\n"])
def test_questions_broken_off_write_nothing(city: Grown, stdin: str) -> None:
    before = city.plan
    ran = record(city, stdin=stdin)
    assert (ran.code, city.plan) == (2, before)
    assert "nothing was written" in ran.err


@pytest.mark.usefixtures("terminal")
def test_a_suspicious_figure_is_asked_about(city: Grown) -> None:
    arguments = ("visits", "R8", "6,000", "--state", "provisional")
    assert "is far from the last figure" in refused(city, *arguments, stdin="n\n")
    assert record(city, *arguments, stdin="y\n").code == 0
    assert "        value: 6,000\n" in city.portal


@pytest.mark.usefixtures("terminal")
def test_a_final_figure_is_corrected_once_a_reason_is_given(city: Grown) -> None:
    assert "final figure already" in refused(city, "visits", "R7", "1,270", stdin="\n")
    assert record(city, "visits", "R7", "1,270", stdin="集計の誤り\n").code == 0
    assert "            note: 訂正：集計の誤り\n" in city.portal


def test_it_really_asks_at_a_terminal_where_answers_are_edited(city: Grown) -> None:
    """What is typed: 8, a full-width letter, backspace, 2, arrow left, 1, arrow right: 812."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sagaict", "record", "online", "--today", TODAY],
        cwd=city.root,
        env=environment(city.root, TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        answers = [
            (b"Fiscal year [R7]: ", b"R7\n"),
            (b"in %: ", b"8\xe3\x81\x82\x7f.2\x1b[D\x1b[D1\x1b[C\n"),
            (b"leave it out): ", b"\n"),
            (b"Source (empty: leave it out): ", b"\n"),
            (b"Write it? [Y/n]", b"y\n"),
        ]
        with contextlib.suppress(OSError):  # the terminal closes with the program
            while part := os.read(ours, 4096):
                seen += part
                if answers and answers[0][0] in seen:
                    os.write(ours, answers.pop(0)[1])
    os.close(ours)
    assert process.returncode == 0, seen.decode()
    assert "status not reported → met" in seen.decode()
    assert "              R7: 81.2\n" in city.plan


def test_every_reason_not_to_record_has_its_words() -> None:
    import ast

    import sagaict.recording

    folder = Path(sagaict.recording.__file__).parent
    codes = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("Refused", "NotUnderstood", "Suspicion") and isinstance(node, ast.Call):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    codes.add(first.value)
    assert len(codes) > 20
    assert codes <= REFUSALS.keys()


def test_a_target_in_words_is_judged_by_a_word(city: Grown) -> None:
    city.write("plans/aoba.yaml", PLAN.replace("R7: 75.5", "R7: {words: 条例の制定}"))
    ran = record(city, "satisfied", "R7", "--state", "not-reached", "--taken", "R8.4")
    assert "satisfied" in ran.lines[0]
    assert "Actual R7: pending → not reached" in ran.lines[0]
    assert ran.lines[0].endswith("status pending → unmet")
    ran = record(city, "satisfied", "R7", "達成", "--taken", "R8.6.10")
    assert ran.lines[0].endswith("status unmet → met")
    assert "state: reached\n                as_of: R8.6.10" in city.plan
    assert refused(city, "online", "R7", "達成").startswith(
        "nothing is judged by hand in R7, whose target is not in words"
    )


def test_a_figure_of_the_nation_goes_beside_the_own_ones(city: Grown) -> None:
    assert refused(city, "online", "R6", "61.3%", "--compared").startswith(
        "aoba/1-1/online is compared with nothing"
    )
    path = city.path("plans/aoba.yaml")
    text = path.read_text(encoding="utf-8")
    series = "            comparison: {name: 全国平均}\n            actuals:\n              # 窓口"
    path.write_text(
        text.replace("            actuals:\n              # 窓口", series, 1), encoding="utf-8"
    )
    ran = record(city, "online", "R6", "61.3%", "--compared")
    assert ran.code == 0, ran.err
    assert "全国平均, R6 61.3" in ran.out
    found = city.workspace().portfolio().by_id["aoba/1-1/online"].indicator
    assert found.comparison is not None
    assert str(found.comparison.figures[FiscalYear.parse("R6")]) == "61.3"
    assert found.actuals[FiscalYear.parse("R6")].value == 50
    assert "nothing would change" in refused(city, "online", "R6", "61.3", "--compared")
    assert "is 61.3 already" in refused(city, "online", "R6", "61.5", "--compared")
    assert record(city, "online", "R6", "61.5", "--compared", "--correct").code == 0
    said = refused(city, "online", "R6", "60", "--compared", "--remark", "上がった")
    assert "nothing but the year and the figure" in said
