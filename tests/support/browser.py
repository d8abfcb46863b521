"""Chromium, driven without a screen: the one of the system, so that nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

__all__ = ["chromium"]

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
