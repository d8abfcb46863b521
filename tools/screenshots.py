"""Take the pictures of pages in the README: what the bundled data looks like in a browser, in both languages.

Chromium draws them, in views that have results: an ended plan with what it missed, the path of an indicator of a
running one, a council's paper.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from picture import IMAGES, ROOT, TODAY
from playwright.sync_api import Browser, sync_playwright

from sagaict import language

__all__ = ["SHOTS", "Shot"]

WIDTH = 1000
LIMIT = 120_000
"""Bytes of a picture: a README is read on a telephone too."""
LEVELS = (32, 24, 16, 12, 8, 7)
"""Shades of each colour that are kept: the first with which a picture is small enough."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FEWER_COLOURS = """(levels) => {
    const shades = [...Array(levels).keys()].map(each => each / (levels - 1)).join(" ");
    const parts = ["R", "G", "B"].map(
        each => `<feFunc${each} type="discrete" tableValues="${shades}"/>`).join("");
    document.body.insertAdjacentHTML("beforeend", `<svg width="0" height="0">
        <filter id="fewer" color-interpolation-filters="sRGB" x="0" y="0" width="1" height="1">
        <feComponentTransfer>${parts}</feComponentTransfer></filter></svg>`);
    document.documentElement.style.filter = "url(#fewer)";
}"""


@dataclass(frozen=True)
class Shot:
    """A page that is pictured: in the site, or printed by a command; how much of it is seen."""

    height: int
    page: str = ""
    command: tuple[str, ...] = ()


SHOTS: Mapping[str, Shot] = {
    "plan": Shot(900, page="plans/ict-katsuyo.html"),
    "indicator": Shot(800, page="plans/ict-strategy-2/3-1/access.html"),
    "agenda": Shot(960, command=("agenda", "ict-katsuyo", "--today", "2020-06-01")),
}


def run(*words: str) -> None:
    """Call the program on the data of this repository."""
    program = (sys.executable, "-m", "sagaict")
    subprocess.run([*program, *words, "--data", str(ROOT / "data")], check=True)  # noqa: S603 - our own


def written(name: str, shot: Shot, spoken: str, scratch: Path) -> Path:
    """The page as it stands in a folder, where the site is already."""
    if shot.page:
        return scratch / "site" / ("" if spoken == "ja" else spoken) / shot.page
    path = scratch / f"{name}.{spoken}.html"
    run(*shot.command, "--format", "html", "--lang", spoken, "-o", str(path))
    return path


def small(browser: Browser, page: Path, height: int) -> bytes:
    """The picture with as many shades as fit."""
    for levels in LEVELS:
        taken = take(browser, page, height, levels)
        if len(taken) <= LIMIT:
            return taken
    sys.exit(f"{page.name}: {len(taken)} bytes, more than {LIMIT}. Show less of it.")


def take(browser: Browser, page: Path, height: int, levels: int) -> bytes:
    """What a browser shows of a page at the top."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": height}, color_scheme="light", bypass_csp=True
    )
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.evaluate(FEWER_COLOURS, levels)
    taken = opened.screenshot()
    context.close()
    return taken


def main() -> None:
    """Write every picture in each language."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("Chromium is not installed: it takes the pictures of the pages.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        scratch = Path(folder)
        run("site", "-o", str(scratch / "site"), "--today", TODAY.isoformat())
        # Inside a container there is no sandbox to be had; the pages are our own.
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, shot in SHOTS.items():
            for spoken in language.LANGUAGES:
                taken = small(browser, written(name, shot, spoken, scratch), shot.height)
                (IMAGES / f"{name}.{spoken}.png").write_bytes(taken)
                print(f"docs/images/{name}.{spoken}.png: {len(taken)} bytes")
        browser.close()


if __name__ == "__main__":
    main()
