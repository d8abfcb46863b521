"""Hands at a LibreOffice: cells typed into, merged, rows added, as a person does it.

Run by an interpreter that has LibreOffice's bridge (`uno`), which need not be the one of the tests.
It reads on standard input what to do, and knows nothing of sagaict.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

uno: Any = importlib.import_module("uno")
_TRIES = 200


def main() -> None:
    """Do the jobs: `{"program", "profile", "jobs": [{"open", "save", "sheets": {...}}]}`."""
    asked = json.load(sys.stdin)
    pipe = f"sagaict{Path(asked['profile']).parent.name.replace('-', '')}"
    office = subprocess.Popen(
        [
            asked["program"],
            f"-env:UserInstallation={Path(asked['profile']).as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = _desktop(pipe)
        for job in asked["jobs"]:
            _do(desktop, job)
        desktop.terminate()
        office.wait(60)
    finally:
        office.kill()


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for attempt in range(_TRIES):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.2)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    raise AssertionError


def _named(name: str, value: object) -> Any:
    found = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    found.Name, found.Value = name, value
    return found


def _do(desktop: Any, job: dict[str, Any]) -> None:
    document = desktop.loadComponentFromURL(
        Path(job["open"]).as_uri(), "_blank", 0, (_named("Hidden", value=True),)
    )
    for name, actions in job["sheets"].items():
        sheet = document.Sheets.getByName(name)
        if actions.get("unprotect"):
            sheet.unprotect("")
        for address, text in actions.get("type", {}).items():
            cell = sheet.getCellRangeByName(address)
            cell.FormulaLocal = text
        for area in actions.get("merge", ()):
            sheet.getCellRangeByName(area).merge(True)
        if "rename" in actions:
            sheet.Name = actions["rename"]
    document.storeToURL(
        Path(job["save"]).as_uri(), (_named("FilterName", "Calc MS Excel 2007 XML"),)
    )
    document.close(True)


main()
