"""The GitLab template: its script, really run on a repository with a merge request."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

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
    assert "73.5" in (city.root / "sagaict-report.md").read_text(encoding="utf-8")
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
    report = (city.root / "sagaict-report.md").read_text(encoding="utf-8")
    assert report.endswith("no problem.\n")


def test_warnings_fail_if_asked(city: City, installed: Path) -> None:
    city.change(KIOSK, "      R7:\n        value: 61", "      R6:\n        value: 61")
    city.change(KIOSK, "as_of: R8.3", "as_of: R7.3")
    assert job(TEMPLATE, city, installed)[0] == 0
    assert job(TEMPLATE, city, installed, SAGAICT_STRICT="true")[0] == 1


def test_layout_and_changes_fail_if_asked(city: City, installed: Path, base: str) -> None:
    of = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert job(TEMPLATE, city, installed, **of, SAGAICT_FAIL_ON="raised-target")[0] == 0
    assert job(TEMPLATE, city, installed, **of, SAGAICT_FAIL_ON="lowered-target")[0] == 1
    nowhere = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40}
    assert job(TEMPLATE, city, installed, **nowhere, SAGAICT_FAIL_ON="raised-target")[0] == 1
    city.change(KIOSK, "R7: 60\n      R9: 73.5", "R9: 73.5\n      R7: 60")
    assert job(TEMPLATE, city, installed, **of)[0] == 0
    code, log = job(TEMPLATE, city, installed, **of, SAGAICT_FMT="true")
    assert (code, f"would change: data/{KIOSK}" in log) == (1, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("STRICT", "yes"), ("FMT", "1"), ("FAIL_ON", "lowered"), ("FAIL_ON", "$(touch pwned)")],
)
def test_a_variable_that_means_nothing_is_refused(
    city: City, installed: Path, name: str, value: str
) -> None:
    code, log = job(TEMPLATE, city, installed, **{f"SAGAICT_{name}": value})
    assert code != 0
    assert ("is not possible" if name == "FAIL_ON" else "is neither true nor false") in log
    assert "no problem" not in log
    assert not list(city.root.parent.rglob("pwned*"))


class Forge(BaseHTTPRequestHandler):
    """As much of GitLab as keeps the notes of one merge request, three to a page."""

    notes: ClassVar[list[dict[str, Any]]]
    asked: ClassVar[list[str]]
    NOTES = "/api/v4/projects/5/merge_requests/7/notes"

    def do_GET(self) -> None:
        page = int(self.path.partition("&page=")[2])
        more = str(page + 1) if len(self.notes) > page * 3 else ""
        self.answer(self.notes[page * 3 - 3 : page * 3], more)

    def do_POST(self) -> None:
        self.notes.append({"id": len(self.notes), **self.content()})
        self.answer(self.notes[-1])

    def do_PUT(self) -> None:
        number = int(self.path.rpartition("/")[2])
        self.notes[number].update(self.content())
        self.answer(self.notes[number])

    def content(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return found

    def answer(self, content: object, more: str = "") -> None:
        assert self.path.startswith(self.NOTES)
        if self.headers["PRIVATE-TOKEN"] != "a-token":
            self.send_error(401)
            return
        self.asked.append(self.command)
        text = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("X-Next-Page", more)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[dict[str, str]]:
    """A forge with a few notes; the variables by which a job finds it."""
    Forge.notes = [{"id": number, "body": "見ました。"} for number in range(4)]
    Forge.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Forge) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield {
            "CI_API_V4_URL": f"http://127.0.0.1:{server.server_address[1]}/api/v4",
            "CI_PROJECT_ID": "5",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_PROJECT_URL": "https://gitlab.example/aoba/plans",
            "CI_COMMIT_SHA": "1a2b3c4d",
        }
        server.shutdown()
        thread.join()


def test_one_note_is_kept_up_to_date(
    city: City, installed: Path, base: str, forge: dict[str, str]
) -> None:
    of = {**forge, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert job(TEMPLATE, city, installed, **of)[0] == 0
    assert Forge.asked == []  # nobody gave a token
    of |= {"SAGAICT_TOKEN": "a-token"}
    assert job(TEMPLATE, city, installed, **of)[0] == 0
    assert Forge.asked == ["GET", "GET", "POST"]
    head = git(city.root, "rev-parse", "HEAD")
    link = f"https://gitlab.example/aoba/plans/-/blob/{head}/data/{KIOSK}#L20"
    assert f"aoba/kiosk/satisfied]({link}) | Target R9: 80 → 73.5" in Forge.notes[4]["body"]
    city.change(KIOSK, "R9: 73.5", "R9: ７５")
    assert job(TEMPLATE, city, installed, **of)[0] == 1
    assert Forge.asked[3:] == ["GET", "GET", "PUT"]
    assert len(Forge.notes) == 5
    link = f"https://gitlab.example/aoba/plans/-/blob/1a2b3c4d/data/{KIOSK}#L20"
    assert f"[data/{KIOSK}:20:11]({link})" in Forge.notes[4]["body"]


def test_a_note_that_cannot_be_written_fails_no_job(
    city: City, installed: Path, base: str, forge: dict[str, str]
) -> None:
    of = {**forge, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "SAGAICT_TOKEN": "another"}
    code, log = job(TEMPLATE, city, installed, **of)
    assert (code, "The comment could not be written." in log) == (0, True)
    assert len(Forge.notes) == 4


@pytest.mark.parametrize("text", ['"; touch pwned; #', "$(touch pwned)", "--output=pwned"])
def test_nothing_a_variable_holds_is_run(city: City, installed: Path, text: str) -> None:
    repository(city.root)
    code, log = job(TEMPLATE, city, installed, CI_MERGE_REQUEST_DIFF_BASE_SHA=text)
    assert code == 0
    assert "could not be compared" in log
    assert not list(city.root.parent.rglob("pwned*"))
