"""The GitLab template: its script, really run on a repository with a merge request."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from action_runner import server_environment
from junitparser import JUnitXml
from ruamel.yaml import YAML
from running import ROOT, git, repository
from spoiled_city import City

pytest_plugins = ["plug_fixtures"]

KIOSK = "projects/aoba/kiosk.yaml"
FILE = ROOT / "src" / "sagaict" / "template" / "any" / ".gitlab-ci.yml"
TEMPLATE = YAML(typ="safe", pure=True).load(FILE)


@pytest.fixture
def base(city: City) -> str:
    """The commit at which a branch left `main`; the branch lowers a target."""
    repository(city.root)
    found = git(city.root, "rev-parse", "HEAD")
    git(city.root, "switch", "--quiet", "--create", "work")
    city.change(KIOSK, "R9: 80", "R9: 73.5")
    git(city.root, "commit", "--quiet", "--all", "--message", "見直し")
    return found


def job(template: Any, city: City, installed: Path, **variables: str) -> tuple[int, str]:
    """Exit code and log of the job's script, as GitLab's runner runs it."""
    env = server_environment(city.root.parent)
    env |= {"PATH": f"{installed}:{env['PATH']}", "GITLAB_CI": "true", "CI": "true"}
    env |= {name: str(value) for name, value in template.get("variables", {}).items()}
    env |= {"SAGAICT_LANG": "en"}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(template["plans"]["script"])],
        cwd=city.root,
        env=env | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def test_reports_and_the_comparison_are_written(city: City, installed: Path, base: str) -> None:
    code, log = job(TEMPLATE, city, installed, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert code == 0, log
    assert "no problem" in log
    assert "73.5" in (city.root / "sagaict-diff.md").read_text(encoding="utf-8")
    assert json.loads((city.root / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []


def test_an_error_fails_the_job_and_is_reported(city: City, installed: Path, base: str) -> None:
    city.change(KIOSK, "R9: 73.5", "R9: ７５")
    code, log = job(TEMPLATE, city, installed, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert code == 1
    assert "[number-full-width]" in log
    report = json.loads((city.root / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert report[0]["location"] == {"path": f"data/{KIOSK}", "lines": {"begin": 20}}
    suites = JUnitXml.fromfile(str(city.root / "sagaict.xml"))
    assert sum(suite.failures for suite in suites) == 1


def test_without_a_merge_request_nothing_is_compared(city: City, installed: Path) -> None:
    code, _log = job(TEMPLATE, city, installed)
    assert code == 0
    assert not (city.root / "sagaict-diff.md").exists()


def test_warnings_fail_if_asked(city: City, installed: Path) -> None:
    city.change(KIOSK, "      R7:\n        value: 61", "      R6:\n        value: 61")
    city.change(KIOSK, "as_of: R8.3", "as_of: R7.3")
    assert job(TEMPLATE, city, installed)[0] == 0
    assert job(TEMPLATE, city, installed, SAGAICT_STRICT="true")[0] == 1


@pytest.mark.parametrize("text", ['"; touch pwned; #', "$(touch pwned)", "--output=pwned"])
def test_nothing_a_variable_holds_is_run(city: City, installed: Path, text: str) -> None:
    repository(city.root)
    code, log = job(TEMPLATE, city, installed, CI_MERGE_REQUEST_DIFF_BASE_SHA=text)
    assert code == 0
    assert "could not be compared" in log
    assert not list(city.root.parent.rglob("pwned*"))
