"""Chromium, driven without a screen: the one of the system, so that nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from node_packages import node_package, node_program
from playwright.sync_api import Browser, Page, sync_playwright

__all__ = ["chromium", "opened", "validated", "violations"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Where none is installed the test is skipped; in CI it fails."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        text = "Chromium is not installed: nothing shows how the pages look in a browser"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    with sync_playwright() as driver:
        # Inside a container there is no sandbox to be had; the pages are our own.
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Browser, path: Path, width: int = 1280, **how: Any) -> tuple[Page, list[str]]:
    """The page, and all that the browser complained of or asked others for."""
    page = browser.new_context(viewport={"width": width, "height": 900}, **how).new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda asked: heard.append(asked.url))
    page.goto(path.as_uri())
    heard.remove(path.as_uri())
    return page, heard


def violations(page: Page, *rules: str) -> list[tuple[str, str]]:
    """The barriers that axe finds, each with where; it must be on the page."""
    only = f", runOnly: {json.dumps(rules)}" if rules else ""
    found = page.evaluate(f"axe.run({{resultTypes: ['violations']{only}}})")
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]


def validated(pages: Iterable[Path], scratch: Path) -> str:
    """What a validator of HTML has to say of the pages."""
    settings = scratch / "rules.json"
    rules = {
        "extends": ["html-validate:standard", "html-validate:document"],
        # The style and the script are the page's own; the policy names their hashes.
        "rules": {"require-sri": "off", "long-title": "off"},
    }
    settings.write_text(json.dumps(rules), encoding="utf-8")
    program = node_package("html-validate") / "bin" / "html-validate.js"
    done = subprocess.run(
        [node_program(), program, "--config", settings, "--formatter", "text", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr
