"""A problem as text: one line for tools, the line it stands on, a caret under the very place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sagaict import language
from sagaict.domain.plan import Plan
from sagaict.reading.problem import Place, Problem
from sagaict.reading.validation import load
from sagaict.reporting.problem_report import problem_lines
from sagaict.reporting.width import columns


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = language.active()
    language.activate("en")
    yield
    language.activate(before)


def unknown_key(excerpt: str, column: int, length: int, name: str = "x") -> Problem:
    return Problem("unknown-key", "p.yaml", Place(3, column, length), {"name": name}, excerpt)


def excerpt_and_caret(problem: Problem) -> tuple[str, str]:
    """The two lines without their margins, which must be of one width."""
    _head, excerpt, caret, *_rest = problem_lines(problem)
    assert excerpt[:8] == f"{problem.place.line:>5} | "
    assert caret[:8] == "      | "
    return excerpt[8:], caret[8:]


def under(excerpt: str, caret: str) -> str:
    """The part of the excerpt that stands above the carets on screen."""
    start, end = caret.index("^"), len(caret)
    assert set(caret[start:]) == {"^"}
    taken, position = "", 0
    for character in excerpt:
        width = columns(character)
        if start <= position < end or (taken and not width and position == end):
            taken += character
        position += width
    return taken


def test_the_anatomy_of_a_problem() -> None:
    text = "id: p\ntitle: 計画\nperiod: R6-R9\ndocument: {}\n"
    (missing, unknown) = load("data/plans/p.yaml", text.encode(), Plan).problems

    assert problem_lines(missing) == [
        "data/plans/p.yaml:1:5: “documents” is missing [missing-key]",
        "    1 | id: p",
        "      |     ^",
        "  Add a line “documents: …”.",
    ]
    assert problem_lines(unknown) == [
        "data/plans/p.yaml:4:1: “document” is not a key known here [unknown-key]",
        "    4 | document: {}",
        "      | ^^^^^^^^",
        "  Did you mean: documents?",
        "  Delete it or correct its spelling.",
    ]


def test_another_place_that_matters_is_named() -> None:
    text = "id: p\ntitle: 甲\ntitle: 乙\nperiod: R6-R9\ndocuments: {}\n"
    (problem,) = load("p.yaml", text.encode(), Plan).problems

    assert problem_lines(problem)[-2:] == [
        "  Keep one of the two; the first is in line 2.",
        "  see also p.yaml:2:1",
    ]


def test_a_problem_of_a_whole_file_shows_no_empty_line() -> None:
    problem = Problem("unreadable", "p.yaml", Place(1, 1), {"detail": "No such file"})

    assert problem_lines(problem) == [
        "p.yaml:1:1: the file cannot be read: No such file [unreadable]",
        "  Check that it exists and that you may read it.",
    ]


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        ("title: ", "計画"),
        ("事業名(案): ", "見本"),
        ("ｶﾅ: ", "ｶﾅ"),
        ("絵😀文字: ", "😀"),
        ("    - ", "x"),
        ("か\u3099: ", "か\u3099"),
        ("tab:\t", "値"),
    ],
)
def test_the_caret_stands_under_the_place_at_every_width(before: str, marked: str) -> None:
    line = f"{before}{marked} # 注"
    excerpt, caret = excerpt_and_caret(unknown_key(line, len(before) + 1, len(marked)))

    assert excerpt == line.replace("\t", " ")
    assert under(excerpt, caret) == marked


def test_a_place_without_extent_has_one_caret() -> None:
    assert excerpt_and_caret(unknown_key("名:", 3, 0)) == ("名:", "   ^")


@pytest.mark.parametrize("position", [0, 20, 99, 100, 101, 250, 399])
def test_a_very_long_line_is_cut_around_the_place(position: int) -> None:
    line = "".join(chr(0x4E00 + number) for number in range(400))
    excerpt, caret = excerpt_and_caret(unknown_key(line, position + 1, 1))

    assert under(excerpt, caret) == line[position]
    assert excerpt in line
    assert len(excerpt) == 100


def test_a_very_long_value_is_marked_as_far_as_it_is_shown() -> None:
    excerpt, caret = excerpt_and_caret(unknown_key("note: " + "長" * 500, 7, 500))

    assert excerpt == "note: " + "長" * 94
    assert under(excerpt, caret) == "長" * 94


def test_the_end_of_a_very_long_line_can_be_the_place() -> None:
    excerpt, caret = excerpt_and_caret(unknown_key("a" * 300 + ":", 302, 0))

    assert excerpt == "a" * 99 + ":"
    assert caret == " " * 100 + "^"


@pytest.mark.parametrize("hidden", ["\x1b", "\u202e", "\u2066", "\u200b", "\ufeff", "\x9b", "\r"])
def test_what_would_act_on_the_terminal_is_spelled_out(hidden: str) -> None:
    code = f"<U+{ord(hidden):04X}>"
    problem = Problem(
        "unknown-id",
        f"a{hidden}.yaml",
        Place(3, 5, 2),
        {"id": f"b{hidden}", "suggestion": f"c{hidden}"},
        f"id: {hidden}x{hidden}",
        ((f"d{hidden}.yaml", Place(1, 1)),),
    )
    lines = problem_lines(problem)

    assert hidden not in "".join(lines)
    assert lines[0].startswith(f"a{code}.yaml:3:5: nothing has the id “b{code}”")
    assert lines[1] == f"    3 | id: {code}x{code}"
    assert lines[2] == "      |     " + "^" * len(f"{code}x")
    assert lines[3] == f"  Did you mean: c{code}?"
    assert lines[-1] == f"  see also d{code}.yaml:1:1"


def test_no_value_can_begin_a_line_of_its_own() -> None:
    fake = "x\n/etc/passwd:1:1: the file is empty [yaml-empty]\n::error::x"
    problem = Problem(
        "not-in-list",
        "a\nb.yaml",
        Place(1, 1, 1),
        {"given": fake, "name": fake, "expected": fake, "suggestion": fake},
        "x",
        (("c\nd", Place(1, 1)),),
    )
    lines = problem_lines(problem)

    assert len(lines) == 6
    assert all("\n" not in line for line in lines)
    assert lines[0].startswith("a<U+000A>b.yaml:1:1: “x<U+000A>/etc")


def test_a_key_of_two_lines_is_reported_on_one() -> None:
    text = 'id: p\ntitle: x\nperiod: R6-R9\ndocuments: {}\n"a\\nb": 1\n'
    (problem,) = load("p.yaml", text.encode(), Plan).problems

    assert problem_lines(problem)[0] == (
        "p.yaml:5:1: “a<U+000A>b” is not a key known here [unknown-key]"
    )


def test_the_words_follow_the_language_and_the_place_does_not() -> None:
    problem = unknown_key("x: 1", 1, 1)
    english = problem_lines(problem)
    language.activate("ja")
    japanese = problem_lines(problem)

    assert japanese[0].startswith("p.yaml:3:1: ")
    assert japanese[0].endswith(" [unknown-key]")
    assert japanese[0] != english[0]
    assert japanese[1:3] == english[1:3]
    assert japanese[3] != english[3]
