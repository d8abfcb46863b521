"""Bytes become text strictly, and what other programs leave in a file is named at its place."""

from __future__ import annotations

import sys

import pytest
from reading_samples import PLAN, places_of, problem_of

from sagaict.domain.plan import Plan
from sagaict.language.visible import HIDDEN, may_hide
from sagaict.reading.problem import Place
from sagaict.reading.source_text import MAX_BYTES, decode
from sagaict.reading.validation import load


def found(content: bytes) -> list[tuple[str, Place]]:
    return [(problem.rule, problem.place) for problem in decode(content).problems]


def test_a_byte_order_mark_is_reported_and_the_file_still_read() -> None:
    loaded = load("p.yaml", PLAN.encode("utf-8-sig"), Plan)

    assert [problem.rule for problem in loaded.problems] == ["byte-order-mark"]
    assert loaded.model is not None
    assert loaded.model.id == "p"


def test_a_byte_order_mark_moves_no_other_problem() -> None:
    text = PLAN.replace("id: p", "id: P")

    assert places_of(text.encode("utf-8-sig")) == ["1:1 byte-order-mark", "1:5 bad-id"]


def test_a_byte_order_mark_moves_no_conflict() -> None:
    content = b"\xef\xbb\xbf<<<<<<< HEAD\n"

    assert found(content) == [("byte-order-mark", Place(1, 1)), ("merge-conflict", Place(1, 1, 7))]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_on_other_systems(end: str) -> None:
    broken = PLAN.replace("R6-R9", "R6から") + "title: 二度目\n"
    content = broken.replace("\n", end).encode()

    assert load("p.yaml", PLAN.replace("\n", end).encode(), Plan).problems == ()
    assert places_of(content) == ["3:9 period", "14:1 yaml-duplicate-key"]
    excerpts = [problem.excerpt for problem in load("p.yaml", content, Plan).problems]
    assert excerpts == ["period: R6から", "title: 二度目"]


def test_line_ends_leave_no_trace_in_a_block_of_text() -> None:
    text = PLAN + "note: |\n  一\n  二\n"
    plans = [load("p", text.replace("\n", end).encode(), Plan).model for end in ("\n", "\r\n")]

    assert plans[0] == plans[1]
    assert plans[0] is not None
    assert plans[0].note == "一\n二"


@pytest.mark.parametrize(
    ("codec", "name", "column"),
    [("cp932", "CP932 (Shift_JIS)", 8), ("utf-16-le", "UTF-16", 1), ("utf-16-be", "UTF-16", 1)],
)
def test_another_encoding_is_named_and_its_line_shown(codec: str, name: str, column: int) -> None:
    mark = "\ufeff" if codec.startswith("utf-16") else ""
    problem = problem_of((mark + PLAN).encode(codec))

    assert (problem.rule, problem.args["encoding"]) == ("encoding", name)
    assert problem.place.column == column
    assert problem.excerpt == PLAN.split("\n")[problem.place.line - 1]


def test_utf_16_without_a_mark_is_full_of_control_characters() -> None:
    assert {rule for rule, _place in found("id: p\n".encode("utf-16-le"))} == {"control-character"}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("title: 計画\nperiod: 令和".encode() + b"\x97", Place(2, 11)),
        ("title: 計画".encode("euc_jp"), Place(1, 8)),
        (b"id: \xed\xa0\x80\n", Place(1, 5)),
        (b"id: \xc0\xaf\n", Place(1, 5)),
    ],
    ids=["cut off", "EUC-JP", "surrogate", "overlong"],
)
def test_bytes_that_are_no_known_encoding_are_placed(content: bytes, place: Place) -> None:
    ((_rule, where),) = found(content)

    assert where == place
    assert decode(content).text is None


def test_a_damaged_utf_8_file_is_not_taken_for_cp932() -> None:
    content = "title: 計画".encode() + b"\x81\x40\n"

    assert found(content) == [("encoding-unknown", Place(1, 10))]


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *(("\x00", "U+0000"), ("\x1b", "U+001B"), ("\x7f", "U+007F"), ("\x9b", "U+009B")),
        *(("\x0c", "U+000C"), ("\x85", "U+0085"), ("\u2028", "U+2028"), ("\uffff", "U+FFFF")),
    ],
)
def test_control_character_is_told_by_its_code(character: str, code: str) -> None:
    problem = problem_of(PLAN.replace("見本の目標", f"見本の{character}目標"))

    assert (problem.rule, problem.args["code"]) == ("control-character", code)
    assert problem.place == Place(9, 15, 1)


def test_no_hidden_character_is_taken_for_plain_text() -> None:
    hidden = HIDDEN.findall("".join(map(chr, range(sys.maxunicode + 1))))
    assert {"\x7f", "\u2028", "\u3164", "\ud800", "\uffff"} < set(hidden)
    assert all(map(may_hide, hidden))
    assert not may_hide("計画: 「①」 約5,000人\n")


def test_a_tab_is_no_control_character() -> None:
    assert decode(b"a:\tb\n").text == "a:\tb\n"


def test_a_file_of_rubbish_is_not_reported_character_by_character() -> None:
    assert 0 < len(found(b"\x01" * 1000)) <= 20


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "=======", ">>>>>>> 1a2b3c4 (題名)", "||||||| merged", "<<<<<<<"]
)
def test_conflict_marker_is_found_at_the_beginning_of_a_line(line: str) -> None:
    assert found(f"a: 1\n{line}\r\nb: 2\n".encode()) == [("merge-conflict", Place(2, 1, 7))]


@pytest.mark.parametrize("line", ["  =======", "========", "<<<<<<<x", "a: =======", "<< b"])
def test_what_only_resembles_a_conflict_marker_is_text(line: str) -> None:
    assert found(f"a: |\n{line}\n".encode()) == []


def test_every_marker_of_every_conflict_is_found() -> None:
    conflict = "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n"
    lines = [place.line for _rule, place in found((conflict * 2).encode())]

    assert lines == [1, 3, 5, 6, 8, 10]


def test_the_largest_file_is_read_and_one_byte_more_is_not() -> None:
    assert decode(b"#" * MAX_BYTES).text is not None
    (problem,) = decode(b"#" * (MAX_BYTES + 1)).problems
    assert (problem.rule, problem.args["limit"]) == ("file-too-large", "1,048,576")
