"""Every kind of page, opened from the disk in a real browser, as a council's PC would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, opened, validated, violations
from node_packages import node_package
from playwright.sync_api import Browser
from running import ROOT, TODAY, sagaict

COMMANDS = {
    "status": "status --as-of R4 ict-strategy-1 dx-plan",
    "plan": "show ict-katsuyo",
    "measure": "show ict-strategy-1/2-2",
    "project": "show ict-strategy-1/rpa",
    "indicator": "show ict-strategy-1/2-2/productivity",
    "explain": "explain ict-strategy-1/2-2/productivity",
    "agenda": "agenda --today 2024-03-31",
    "mid-term": "mid-term ict-strategy-1 --as-of R4",
    "due": "due",
    "list": "list indicators --plan ict-strategy-2",
}
IN_ENGLISH = {"status", "indicator"}
"""Every kind of block is on one of the two."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for language in ("ja", "en"):
        for name, command in COMMANDS.items():
            if language == "en" and name not in IN_ENGLISH:
                continue
            path = folder / f"{name}.{language}.html"
            day = () if name == "agenda" else ("--today", TODAY)
            ran = sagaict(
                "--lang", language, *command.split(), *day, "--format", "html", "-o", path, cwd=ROOT
            )
            assert ran.code == 0, ran.err
            made[path.stem] = path
    return made


def test_no_page_asks_for_anything_or_breaks_its_own_policy_at_any_width(
    browser: Browser, pages: dict[str, Path]
) -> None:
    for path in pages.values():
        page, heard = opened(browser, path)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path.name} is {wide} wide on {width}"
        assert heard == [], path.name
        page.context.close()


def test_axe_finds_no_barrier_in_light_nor_in_the_dark(
    browser: Browser, pages: dict[str, Path]
) -> None:
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    for path in pages.values():
        page, _heard = opened(browser, path, color_scheme="light", bypass_csp=True)
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        page.evaluate(axe)
        assert violations(page) == [], path.name
        page.emulate_media(color_scheme="dark")
        assert violations(page, "color-contrast") == [], path.name
        page.context.close()


def test_a_validator_of_html_has_nothing_to_say(pages: dict[str, Path], tmp_path: Path) -> None:
    assert validated(pages.values(), tmp_path) == ""


def test_without_script_all_is_there_but_the_search(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _heard = opened(browser, pages["status.ja"], java_script_enabled=False)
    assert not page.locator("#filter").is_visible()
    assert page.get_by_role("row", name="業務生産性の向上を実感した職員の割合").is_visible()
    page.context.close()


def test_the_search_narrows_the_tables_with_their_headings_and_says_how_far(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, heard = opened(browser, pages["status.ja"])
    lines = page.locator("table.results tbody tr:not(.why)")
    rows = page.locator("table.results tbody tr:not(.section, .why)")
    seen = lines.locator("visible=true")
    whole, every = rows.count(), lines.count()
    box, found = page.get_by_role("searchbox"), page.locator("#found")
    box.fill("ｒｐａ")
    shown = rows.locator("visible=true").all_inner_texts()
    assert len(shown) == 3
    assert all("RPA" in text for text in shown)
    assert found.inner_text() == f"{whole}件のうち3件を表示"
    # Above them stand their goal, measure and project, and none that has no row left.
    headings = page.locator("table.results tr.section").locator("visible=true").all_inner_texts()
    first = [text.split()[0] for text in headings]
    assert first == [
        "基本目標2",
        "2-1",
        "RPAの全庁導入",
        "ビジョン",
        "デジタル技術による業務の効率化",
    ]
    # What is above a row finds it too, and a project without an indicator is found by its name.
    box.fill("1-2 誰一人")
    assert rows.locator("visible=true").count() == 3
    box.fill("介護ワンストップ")
    assert (rows.locator("visible=true").count(), seen.count()) == (0, 3)
    page.emulate_media(media="print")
    assert seen.count() == every
    page.emulate_media(media="screen")
    box.press("Escape")
    assert (found.inner_text(), seen.count()) == ("", every)
    assert heard == []
    page.context.close()


def test_the_rows_of_results_are_a_grid_on_a_narrow_screen_and_a_table_all_the_same(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _heard = opened(browser, pages["status.ja"])
    row = page.get_by_role("row", name="業務生産性の向上を実感した職員の割合").first
    at = "name => name.map(each => Math.round(each.getBoundingClientRect().top))"
    for width, lines in ((1280, 1), (900, 2), (500, 5)):
        page.set_viewport_size({"width": width, "height": 900})
        tops = row.locator("> *").evaluate_all(at)
        assert len(set(tops)) == lines, (width, tops)
        assert row.get_by_role("cell").count() == 6
    page.context.close()


def test_the_keyboard_reaches_the_content_first_and_opens_what_is_folded(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _heard = opened(browser, pages["status.ja"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    fold = page.locator(".why summary").first
    assert not page.locator(".why li").first.is_visible()
    fold.focus()
    page.keyboard.press("Enter")
    assert page.locator(".why li").first.is_visible()
    page.context.close()


def test_on_paper_are_the_tables_and_not_what_only_a_screen_has(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _heard = opened(browser, pages["status.ja"])
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert not page.locator(".why").first.is_visible()
    assert page.locator("table.titled").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.context.close()


@pytest.mark.parametrize("plan", ["ict-strategy-1", "ict-strategy-2"])
def test_the_summary_of_a_plan_is_one_sheet_of_paper(
    browser: Browser, tmp_path: Path, plan: str
) -> None:
    path = tmp_path / "summary.html"
    asked = ("--format", "html", "-o", path, "--today", TODAY)
    assert sagaict("--lang", "ja", "show", plan, "--summary", *asked, cwd=ROOT).code == 0
    page, _heard = opened(browser, path)
    printed = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_forced_colours_keep_shapes_and_marks_apart(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _heard = opened(browser, pages["indicator.ja"], forced_colors="active")
    stroke = "element => getComputedStyle(element).stroke"
    assert page.locator("svg .target").first.evaluate(stroke) == "rgb(0, 0, 0)"
    page.context.close()
