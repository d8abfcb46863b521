"""What goes out and comes back unchanged changes nothing, whatever the data is."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from town import Town

from sagaict import language

TEXTS = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text("=+-@'＝－—〜～−なし0１ \n\t\r_x0041%,.(速報)評価中", min_size=1, max_size=20),
).filter(lambda text: bool(text.strip()))
NUMBERS = st.decimals(
    min_value=-(10**15), max_value=10**17, allow_nan=False, allow_infinity=False, places=2
).map(lambda value: value.normalize())
STATES = st.sampled_from(["final", "provisional", "estimate"])
TIMES = st.sampled_from([None, "R8.2", "R8.3.31", "2026-03-31", "H31.3"])
ACTUALS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {"value": NUMBERS.map(lambda value: f"{value:f}"), "state": STATES},
        optional={"remark": TEXTS, "note": TEXTS, "printed": TEXTS, "as_of": TIMES},
    ),
    st.fixed_dictionaries(
        {"state": st.sampled_from(["pending", "not_surveyed", "not_assessable"])},
        optional={"remark": TEXTS},
    ),
)


def flow(value: Any) -> str:
    """A value as YAML on one line."""
    return "".join(
        letter if letter.isprintable() else f"\\U{ord(letter):08x}"
        for letter in json.dumps(value, ensure_ascii=False)
    )


def town_with(folder: str, actual: dict[str, Any] | None, texts: list[str], unit: str) -> Town:
    town = Town.found(Path(folder))
    if actual is not None:
        known = {name: text for name, text in actual.items() if text is not None}
        line = f"              R6: 50  # 4月の報告\n              R7: {flow(known)}\n"
        town.change("plans/aoba.yaml", "              R6: 50  # 4月の報告\n", line)
    town.change("plans/aoba.yaml", 'unit: "%"', f"unit: {unit}")
    town.change("plans/aoba.yaml", "name: オンライン申請率", f"name: {flow(texts[0])}")
    town.change("projects/aoba/portal.yaml", "    - 設計\n", f"    - {flow(texts[1])}\n")
    town.change("projects/aoba/portal.yaml", "利用が伸びない。", flow(texts[2]))
    return town


@settings(max_examples=15)
@given(
    actual=ACTUALS,
    texts=st.lists(TEXTS, min_size=3, max_size=3),
    unit=st.sampled_from(["件", '"%"', "万円", "時間"]),
    out=st.sampled_from(["ja", "en"]),
    back=st.sampled_from(["ja", "en"]),
)
@example({"value": "61.30", "state": "final", "note": "なし"}, ["=1", "—", "-"], "件", "ja", "en")
@example({"value": "123456789012345678", "state": "final"}, ["a", "_x0041_", "'"], "件", "ja", "ja")
def test_a_workbook_that_was_not_filled_in_changes_nothing(
    actual: dict[str, Any] | None, texts: list[str], unit: str, out: str, back: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        town = town_with(folder, actual, texts, unit)
        try:
            if town.workspace.problems:  # text that is no text: invisible characters alone
                event("problem")
                return
            language.activate(out)
            content = town.sheet()
            language.activate(back)
            came = town.take(content)
        finally:
            language.activate("en")
    assert (came.refused, came.doubts, came.unusable) == ([], [], {})
    assert (came.taken.rows, came.taken.changed, came.taken.known) == (11, 0, 0)
    assert came.change_set.edits() == []


@settings(max_examples=10)
@given(
    value=st.decimals(0, 100, allow_nan=False, places=3),
    remark=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40),
)
@example(Decimal("61.300"), "＝「～」= - ")
@example(Decimal(0), "# : - 'yes'")
def test_what_was_filled_in_is_what_is_recorded_and_nothing_else(
    value: Decimal, remark: str
) -> None:
    key = "aoba/1-1/online@R7"
    with tempfile.TemporaryDirectory() as folder:
        town = Town.found(Path(folder))
        came = town.take(town.book().fill({(key, "value"): value, (key, "remark"): remark}))
        gone, _new = came.lines
        found = came.actual("aoba/1-1/online", 2025)
    assert found.value == value
    said = unicodedata.normalize("NFC", remark).strip()
    assert found.remark == said or (found.remark is None and not any(map(str.isalnum, said)))
    assert gone == []
