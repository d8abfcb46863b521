"""What is imported when: help, completion and the import of the commands stay light."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sagaict

HEAVY = ("yaml", "ruamel", "rich", "sagaict.domain", "sagaict.computing", "sagaict.checking")
# They build no model.
LIGHT = {
    "sagaict.domain",
    "sagaict.domain.fiscal",
    "sagaict.domain.light",
    "sagaict.domain.regex",
    "sagaict.domain.spelling",
    "sagaict.domain.typed",
    "sagaict.domain.words",
}
RUN = (
    "import sys; from sagaict.cli.main import main\ntry: main({arguments})\nexcept SystemExit: pass"
)
COMMANDS = {
    "status": ["status"],
    "show": ["show", "ict-katsuyo"],
    "list": ["list", "indicators"],
    "export": ["export", "-o", os.devnull],
    "due": ["due"],
    "agenda": ["agenda"],
    "mid-term": ["mid-term"],
}
COMPLETE = (
    "import os; os.environ.update(COMP_WORDS='{line}', COMP_CWORD='{last}', "
    "_SAGAICT_COMPLETE='complete_bash')\nimport sys; sys.argv = ['sagaict']\n"
    + RUN.replace("{arguments}", "")
)


def imported_by(code: str, kept: Path | None = None) -> set[str]:
    """Modules there are after the code has run, and not before; `kept` is where the cache lies."""
    report = "\nimport sys; print(*sys.modules, file=sys.stderr)"
    return set(in_python(code + report, kept).stderr.split())


def in_python(code: str, kept: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The code run by an interpreter of its own, which sees the program and these data."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(sagaict.__file__).resolve().parents[1]),
            "LANG": "C.UTF-8",
            "SAGAICT_CACHE_DIR": str(kept or ""),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


def heavy_among(modules: set[str]) -> set[str]:
    return {
        module
        for module in modules - LIGHT
        if any(module == name or module.startswith(f"{name}.") for name in HEAVY)
    }


@pytest.mark.parametrize(
    "code",
    [
        "import sagaict.cli.commands, sagaict.cli.frame.app",
        "import sagaict.cli.main",
        RUN.format(arguments=["--help"]),
        RUN.format(arguments=["status", "--help"]),
        RUN.format(arguments=["check", "--help"]),
        RUN.format(arguments=["new", "--help"]),
        RUN.format(arguments=["add", "indicator", "--help"]),
        RUN.format(arguments=["status", "--no-such-option"]),
        COMPLETE.format(line="sagaict show ict-", last=2),
        COMPLETE.format(line="sagaict st", last=1),
        COMPLETE.format(line="sagaict status --plan d", last=3),
        COMPLETE.format(line="sagaict new indicator ict-", last=3),
    ],
)
def test_light(code: str) -> None:
    modules = imported_by(code)
    assert "sagaict.cli" in modules
    assert heavy_among(modules) == set()


def test_the_version_loads_the_parser_that_it_names_and_no_more() -> None:
    modules = heavy_among(imported_by(RUN.format(arguments=["--version"])))
    assert {module.partition(".")[0] for module in modules} == {"yaml"}


def test_importing_the_commands_does_not_even_import_pydantic() -> None:
    assert "pydantic" not in imported_by("import sagaict.cli.commands, sagaict.cli.frame.app")
    assert "pydantic" not in imported_by(RUN.format(arguments=["--help"]))


def test_a_report_into_a_pipe_draws_nothing() -> None:
    modules = imported_by(RUN.format(arguments=["status", "--today", "2026-11-21"]))
    assert "yaml" in modules  # the measure of this test itself: heavy modules are seen
    assert "pydantic_core" in modules
    assert "pydantic" not in modules  # its core alone validates
    assert "rich" not in modules
    assert "ruamel" not in modules
    assert "sagaict.checking.rules" not in modules


@pytest.mark.parametrize("command", ["status", "show", "list", "export", "due", "agenda"])
def test_where_all_files_are_known_nothing_is_imported_to_read_them(
    command: str, tmp_path: Path
) -> None:
    code = RUN.format(arguments=[*COMMANDS[command], "--today", "2026-11-21"])
    anew = imported_by(code, tmp_path)
    assert {"yaml", "pydantic_core", "sagaict.reading.validation"} <= anew
    again = imported_by(code, tmp_path)
    assert not again & {"yaml", "ruamel", "pydantic", "pydantic_core", "sagaict.reading.validation"}


@pytest.mark.parametrize("command", ["status", "check"])
def test_no_pattern_is_compiled_before_it_is_used(command: str) -> None:
    watched = """
import re, sys
compile, compiling = re.compile, set()
def watch(*arguments):
    compiling.add(sys._getframe(1).f_globals["__name__"])
    return compile(*arguments)
re.compile = watch
"""
    told = "\nprint(*compiling, file=sys.stderr)"
    done = in_python(watched + RUN.format(arguments=[command]) + told)
    ours = {name for name in done.stderr.split() if name.startswith("sagaict")}
    assert ours == {"sagaict.domain.regex"}


def test_an_export_needs_no_reports() -> None:
    modules = imported_by(RUN.format(arguments=["export", "-o", os.devnull]))
    assert "sagaict.reporting.rows" in modules
    assert "rich" not in modules
    assert "sagaict.reporting.status_report" not in modules


def test_where_all_verdicts_are_known_no_rule_is_imported(tmp_path: Path) -> None:
    code = RUN.format(arguments=["check", "--today", "2026-11-21"])
    anew = imported_by(code, tmp_path)
    assert {"yaml", "pydantic_core", "sagaict.checking.rules", "sagaict.domain.plan"} <= anew
    again = imported_by(code, tmp_path)
    assert "sagaict.checking.run" in again
    assert not again & {"yaml", "pydantic_core", "sagaict.checking.rules", "sagaict.domain.plan"}
