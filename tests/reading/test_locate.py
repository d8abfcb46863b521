"""A path into a file's content leads to the scalar itself, as the file spells it."""

from __future__ import annotations

import pytest

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.walks import Location
from sagaict.reading.problem import Place
from sagaict.reading.validation import place_in
from sagaict.reading.yaml_events import locate, parse_marked

TEXT = """\
# 見出し
title: 計画
id: p
goals:
  - no: 1
    measures:
      - title: "施策"
        id: 1-1
        note: |
          一行目
      - {}
  - no:
    targets: {Ｒ５: 10, 2024: {value: 20, 'printed': 約20},
              R8-R9: 30, 令和7年度: ~, みこみ: 1}
tags: [甲, 乙 丙, [丁]]
empty: []
"""


def place(location: Location, *, key: bool = False) -> Place:
    root, problems = parse_marked(TEXT)
    assert root is not None
    assert problems == []
    return locate(root, location, key=key)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("title",), Place(2, 8, 2)),
        (("goals", 0, "no"), Place(5, 9, 1)),
        (("goals", 0, "measures", 0, "title"), Place(7, 16, 4)),
        (("goals", 0, "measures", 0, "note"), Place(9, 15, 0)),
        (("goals", 1, "no"), Place(12, 8, 0)),
        (("goals", 1, "targets", FiscalYear(2024), "printed"), Place(13, 52, 3)),
        (("tags", 0), Place(15, 8, 1)),
        (("tags", 1), Place(15, 11, 3)),
        (("tags", 2, 0), Place(15, 17, 1)),
    ],
)
def test_a_value_is_shown_itself(location: Location, expected: Place) -> None:
    assert place(location) == expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("title",), Place(2, 1, 5)),
        (("goals",), Place(4, 1, 5)),
        (("goals", 0, "measures"), Place(6, 5, 8)),
        (("goals", 1, "targets", FiscalYear(2024), "printed"), Place(13, 41, 9)),
    ],
)
def test_a_key_is_shown_itself(location: Location, expected: Place) -> None:
    assert place(location, key=True) == expected


@pytest.mark.parametrize(
    ("year", "key", "value"),
    [
        (FiscalYear(2023), Place(13, 15, 2), Place(13, 19, 2)),
        (FiscalYear(2024), Place(13, 23, 4), Place(13, 30, 5)),
        (Period(FiscalYear(2026), FiscalYear(2027)), Place(14, 15, 5), Place(14, 22, 2)),
        (FiscalYear(2025), Place(14, 26, 5), Place(14, 33, 1)),
    ],
)
def test_a_year_is_found_however_it_is_written(
    year: FiscalYear | Period, key: Place, value: Place
) -> None:
    assert place(("goals", 1, "targets", year), key=True) == key
    assert place(("goals", 1, "targets", year)) == value


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ((), Place(3, 5, 1)),
        (("goals", 0), Place(5, 5, 2)),
        (("goals", 0, "measures", 0), Place(8, 13, 3)),
        (("goals", 0, "measures", 1), Place(11, 9, 1)),
        (("goals", 1, "targets"), Place(13, 15, 2)),
        (("tags",), Place(15, 1, 4)),
        (("empty",), Place(16, 1, 5)),
    ],
)
def test_a_mapping_is_shown_by_its_id_or_first_key_and_a_list_by_its_key(
    location: Location, expected: Place
) -> None:
    assert place(location) == expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("nowhere",), Place(3, 5, 1)),
        (("title", "deeper", 0), Place(2, 8, 2)),
        (("goals", 7, "no"), Place(4, 1, 5)),
        (("goals", -1, "no"), Place(4, 1, 5)),
        (("goals", 0, "measures", 0, "unit"), Place(8, 13, 3)),
        (("goals", 1, "targets", FiscalYear(2030)), Place(13, 5, 7)),
        (("goals", 1, "no", "value"), Place(12, 5, 2)),
    ],
)
def test_a_path_that_leads_nowhere_ends_at_the_last_thing_there_is(
    location: Location, expected: Place
) -> None:
    assert place(location) == expected
    assert place(location, key=True) == expected


def test_an_id_that_is_no_text_does_not_stand_for_its_mapping() -> None:
    root, _problems = parse_marked("a:\n  name: x\n  id: [1]\n")
    assert root is not None

    assert locate(root, ("a",)) == Place(2, 3, 4)


def test_place_in_bytes_comes_with_its_line() -> None:
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()

    assert place_in(content, ("goals", 0, "measures", 0, "title")) == (
        Place(7, 16, 4),
        '      - title: "施策"',
    )
    assert place_in(content, ("title",), key=True) == (Place(2, 1, 5), "title: 計画")


def test_place_in_a_file_that_can_no_longer_be_read_is_its_beginning() -> None:
    assert place_in(b"", ("title",)) == (Place(1, 1), "")
    assert place_in(b"\xff\xfe", ("title",)) == (Place(1, 1), "")
