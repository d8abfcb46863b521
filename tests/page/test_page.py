"""A page of HTML: what of it is markup is ours; what it says of itself is true."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from every_field import PLAN, PROJECT
from ruamel.yaml import YAML
from running import TODAY, sagaict

from sagaict.language import activate, active
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Slot,
    Table,
    Verbatim,
)
from sagaict.reporting.page.document import render_page

MARKUP = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    "<a href='javascript:alert(1)' style='x'>\"'`&lt;--><!-- ]]> \u202e ::error::"
)


class Seen(HTMLParser):
    """Every element with its attributes, and the text in each kind of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open[-1], []).append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _given in self.elements)


def spoiled(value: Any, markup: str) -> Any:
    """The same file, with markup behind every text that is wording, and nothing twice the same."""
    if isinstance(value, dict):
        return {name: spoiled(each, markup) for name, each in value.items()}
    if isinstance(value, list):
        return [spoiled(each, markup) for each in value]
    wording = isinstance(value, str) and re.search("[\u3040-\u9fff]", value)
    return value + markup if wording else value


def written(root: Path, markup: str) -> Path:
    for name, what in (("plans/p", PLAN), (f"projects/p/{PROJECT['id']}", PROJECT)):
        path = root / "data" / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        with path.open("w", encoding="utf-8") as file:
            YAML().dump(spoiled(what, markup), file)
    return root


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("harmless"), "")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("hostile"), MARKUP)


def drawn(root: Path, *command: str) -> Seen:
    ran = sagaict(*command, "--today", TODAY, "--format", "html", cwd=root)
    assert ran.code == 0, ran.err
    assert "\u202e" not in ran.out
    return Seen(ran.out)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "command",
    ["status --all", "show p", f"show p/{PROJECT['id']}", "explain p/1-1/visits", "agenda", "due"],
)
def test_no_text_of_a_file_becomes_an_element_or_an_attribute(
    harmless: Path, hostile: Path, command: str, language: str
) -> None:
    ours, theirs = (
        drawn(root, "--lang", language, *command.split()) for root in (harmless, hostile)
    )
    assert [tag for tag, _given in theirs.elements] == [tag for tag, _given in ours.elements]
    assert [set(given) for _tag, given in theirs.elements] == [
        set(given) for _tag, given in ours.elements
    ]
    links = {given["href"] for _tag, given in theirs.elements if "href" in given}
    assert all((link or "").startswith("#") for link in links)
    assert any("alert(1)" in text for texts in theirs.texts.values() for text in texts)


def page_of(*blocks: Block, title: str = "", lang: str = "ja") -> Seen:
    before = active()
    activate(lang)
    try:
        return Seen(render_page(blocks, title))
    finally:
        activate(before)


def policy(seen: Seen) -> str:
    return next(
        given["content"] or ""
        for tag, given in seen.elements
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"
    )


@pytest.mark.parametrize("title", ["計画", 'a"\\}</style><b>', "\u115f\u202e\n改行"])
def test_the_policy_allows_this_style_and_script_and_nothing_else(title: str) -> None:
    seen = page_of(Paragraph.of("文"), title=title)
    for kind in ("style", "script"):
        (text,) = seen.texts[kind]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy(seen)
    assert policy(seen).startswith("default-src 'none'; ")


def test_headings_skip_no_level_and_the_first_is_that_of_the_page() -> None:
    seen = page_of(Heading("甲", 1), Heading("乙", 3), Heading("丙", 4), Heading("丁", 1))
    levels = [tag for tag, _given in seen.elements if re.fullmatch("h[1-6]", tag)]
    assert levels == ["h1", "h2", "h3", "h2"]
    assert seen.texts["title"] == ["甲"]


def test_many_headings_are_listed_with_links_that_lead_to_them() -> None:
    seen = page_of(*(Heading(f"章{number}", 1) for number in range(6)))
    links = [given["href"] for tag, given in seen.elements if tag == "a"][1:]
    names = [f"#{given['id']}" for tag, given in seen.elements if tag == "h2"]
    assert links == names
    assert len(set(names)) == 5


def test_a_table_says_what_each_row_and_column_is_and_which_section_it_is_in() -> None:
    row = Row((Cell("件数"), Cell("3"), Cell("達成", "good", "met")), 1, (Bullets(()),))
    table = Table(
        (Column("指標"), Column("実績", "right"), Column("状態")),
        (Section("目標1", note="副題"), row, Section("目標2"), row),
    )
    seen = page_of(Heading("表", 1), Heading("結果", 2), table)
    scopes = [given["scope"] for tag, given in seen.elements if tag == "th"]
    assert scopes == ["col"] * 3 + ["rowgroup", "row"] * 2
    assert seen.count("tbody") == 2
    labels = [given["data-label"] for tag, given in seen.elements if given.get("data-label")]
    assert labels == ["実績", "状態"] * 2
    uses = [given["href"] for tag, given in seen.elements if tag == "use"]
    assert uses == ["#shape-met"] * 2
    assert seen.texts["caption"] == ["結果"]


def slots() -> Iterator[Slot]:
    yield Slot("R1", actual=Decimal(0), baseline=True)
    yield Slot("R2", actual=Decimal(50), target=Decimal(50), expected=Decimal(50), status="met")
    yield Slot("R3", target=Decimal(75), missing=True, status="not_reported", now=True)
    yield Slot("R4", actual=Decimal(100), target=Decimal(80), final=False, status="on_track")


def test_a_path_stands_on_zero_and_a_missing_figure_is_a_box_not_a_zero() -> None:
    seen = page_of(Chart("題", "言葉", tuple(slots())))
    marks = [
        (given.get("class"), given["cy"], given["cx"])
        for tag, given in seen.elements
        if tag == "circle" and (given.get("class") or "").startswith("actual") and "cy" in given
    ]
    # From 246 (zero) to 46 (the highest, 100): 50 stands in the middle, at 146. Behind 40 for the
    # numbers of the axis each year is 150 wide: the second ends at 340, the fourth at 640.
    assert marks[:2] == [("actual", "146.0", "265.0"), ("actual open", "46.0", "565.0")]
    boxes = [given for tag, given in seen.elements if given.get("class") == "missing"]
    assert boxes[0]["x"] == "410.0"
    assert seen.texts["title"][1:] == ["題"]
    assert seen.texts["desc"] == ["言葉"]


def test_japanese_on_an_english_page_says_that_it_is() -> None:
    seen = page_of(Paragraph.of("利用件数"), Paragraph.of("visits"), title="Title", lang="en")
    assert ("html", {"lang": "en"}) in seen.elements
    assert [given["lang"] for tag, given in seen.elements if tag == "span"] == ["ja"]


def test_a_sample_of_a_file_keeps_its_lines() -> None:
    assert page_of(Verbatim("a:\n  b: 1", "yaml")).texts["code"] == ["a:\n  b: 1"]


def test_the_same_data_gives_the_same_page_and_what_could_not_be_read_stands_on_it(
    hostile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "plans"
    folder.mkdir(parents=True)
    (folder / "p.yaml").write_bytes((hostile / "data/plans/p.yaml").read_bytes())
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    first, second = (
        sagaict("status", "--today", TODAY, "--format", "html", cwd=tmp_path).out for _ in "12"
    )
    assert first == second
    assert "broken.yaml" in first


def results(*names: str, more: tuple[Column, ...] = ()) -> Table:
    columns = (Column("指標"), Column("実績", "right"), Column("状態"), *more)
    cells = (Cell("3"), Cell("達成", "good", "met"), *(Cell("") for _each in more))
    return Table(columns, tuple(Row((Cell(name), *cells)) for name in names))


def offers_search(*tables: Table) -> bool:
    seen = page_of(*tables, title="表")
    places = [given.get("id") or tag for tag, given in seen.elements if tag in ("form", "table")]
    assert "filter" not in places[1:]
    return "filter" in places


def test_a_search_is_offered_where_tables_that_are_alike_have_many_lines_together() -> None:
    eight, seven, six = (results(*"一二三四五六七八"[:many]) for many in (8, 7, 6))
    assert offers_search(eight, seven)
    assert not offers_search(eight, six)
    # What says nothing in one plan is left out of its table, which is searched all the same.
    assert offers_search(eight, results(*"一二三四五六七", more=(Column("備考"),)))
    # A sheet for each project has a line or two, which nobody searches.
    assert not offers_search(*(results("一", "二") for _sheet in range(20)))


def test_the_search_says_in_words_how_many_lines_are_left() -> None:
    seen = page_of(results(*"一二三四五六七八九十甲乙丙丁戊"), title="表")
    (said,) = (given["data-shown"] for tag, given in seen.elements if tag == "output")
    assert said == "{count}件のうち{shown}件を表示"


def test_each_goal_is_a_body_and_begins_a_page_where_the_table_is_long() -> None:
    rows = results(*"一二三四五").rows
    goals = (Section("目標1", apart=True), Section("施策"), *rows, Section("未設定", 1))
    table = Table(results().columns, (*goals, Section("目標2", apart=True), *rows))
    bodies = [given for tag, given in page_of(table, title="表").elements if tag == "tbody"]
    assert [given.get("class") for given in bodies] == ["part", None, "part"]

    def kind(goals: int) -> str | None:
        long = Table(table.columns, tuple(table.rows) * goals)
        seen = page_of(long, title="表")
        return next(given["class"] for tag, given in seen.elements if tag == "table")

    assert (kind(1), kind(2)) == ("titled", "titled long")
    (style,) = page_of(Paragraph.of("文"), title="表").texts["style"]
    printed = style[style.rindex("@media print {") :]
    assert ".results.long .part ~ .part { break-before: page; }" in printed


def test_a_text_in_the_place_of_a_number_is_set_as_a_text() -> None:
    said = "平成30年度に140件発生したシステム障害の10%減"
    row = Row((Cell("件数"), Cell("140件"), Cell(said)))
    seen = page_of(Table((Column("指標"), Column("a", "right"), Column("b", "right")), (row,)))
    cells = [given.get("class") for tag, given in seen.elements if tag == "td"]
    assert cells == ["number short", "worded"]
