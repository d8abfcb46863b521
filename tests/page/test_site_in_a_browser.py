"""The pages of the site, opened from the disk in a real browser, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, opened, validated, violations
from node_packages import node_package
from playwright.sync_api import Browser
from running import ROOT, TODAY, sagaict

NAMES = (
    "index",
    "reporting",
    "history",
    "sources",
    "methods",
    "data",
    "plans/ict-strategy-1",
    "plans/ict-strategy-1/_about",
    "plans/ict-strategy-1/2",
    "plans/ict-strategy-1/2-2",
    "plans/ict-strategy-1/rpa",
    "plans/ict-strategy-1/2-2/productivity",
    "en/index",
    "en/methods",
    "en/plans/ict-strategy-1/rpa",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    ran = sagaict("--lang", "ja", "site", "-o", folder, "--as-of", "R5", "--today", TODAY, cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_for_nothing_fits_every_width_and_has_no_barrier(
    browser: Browser, site: Path, name: str
) -> None:
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    page, heard = opened(browser, site / f"{name}.html", bypass_csp=True)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{wide} wide on {width}"
    assert heard == []
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.evaluate(axe)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []
    page.context.close()


def test_the_policy_of_a_page_lets_its_own_style_and_script_work(
    browser: Browser, site: Path
) -> None:
    page, heard = opened(browser, site / "plans/ict-strategy-1.html")
    assert heard == []
    assert page.locator("#filter").is_visible()
    page.context.close()


def test_a_validator_of_html_has_nothing_to_say_of_the_site(site: Path, tmp_path: Path) -> None:
    assert validated((site / f"{name}.html" for name in NAMES), tmp_path) == ""


def test_one_finds_from_the_first_page_to_a_figure_and_to_the_other_language(
    browser: Browser, site: Path
) -> None:
    page, _heard = opened(browser, site / "index.html")
    page.get_by_role("main").get_by_role("link", name="相模原市ICT総合戦略").first.click()
    page.get_by_role("link", name="RPAの全庁導入", exact=True).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "RPAの全庁導入"
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/plans/ict-strategy-1/rpa.html")
    page.get_by_role("navigation", name="Where this page is").get_by_role("link").first.click()
    assert page.url.endswith("/en/index.html")
    page.context.close()
