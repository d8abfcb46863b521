"""The GitHub Action: its shell steps, really run on a repository with a pull request."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from action_runner import Job, shell_steps
from markdown_it import MarkdownIt
from running import ROOT, git, repository, run
from spoiled_city import PLAN, City

pytest_plugins = ["plug_fixtures"]

STEPS = shell_steps(ROOT / "action.yml")
KIOSK = "projects/aoba/kiosk.yaml"
MARK = "<!-- sagaict-diff -->\n"


def steps(*ids: str) -> list[dict[str, Any]]:
    return [step for step in STEPS if step.get("id", step["name"]) in ids]


class PullRequest:
    """A repository with a branch off `main`, on which the action runs."""

    def __init__(self, city: City, installed: Path) -> None:
        self.city = city
        self.installed = installed
        self.title = "見直し"
        repository(city.root)
        self.base = git(city.root, "rev-parse", "HEAD")
        git(city.root, "switch", "--quiet", "--create", "work")

    def commit(self) -> None:
        git(self.city.root, "add", "--all")
        git(self.city.root, "commit", "--quiet", "--allow-empty", "--message", self.title)

    def job(self, event: dict[str, Any] | None = None, **inputs: str) -> Job:
        """The job, as far as `sagaict` is installed."""
        about = {"number": 7, "title": self.title, "base": {"sha": self.base}}
        temp = self.city.root.parent / "temp"
        job = Job(
            self.city.root,
            temp,
            inputs,
            {"pull_request": about} if event is None else event,
            {"install": {"bin": str(self.installed), "place": str(temp / "sagaict")}},
        )
        (temp / "sagaict").mkdir(exist_ok=True)
        return job

    def run(self, **inputs: str) -> Job:
        self.commit()
        return self.job(None, **inputs).run(STEPS[1:])


@pytest.fixture
def request_(city: City, installed: Path) -> PullRequest:
    return PullRequest(city, installed)


def test_no_expression_stands_in_a_script() -> None:
    names = [step["name"] for step in STEPS]
    assert names == [
        "Install sagaict",
        "Inputs",
        "Check",
        "Compare",
        "Report",
        "Comment",
        "Result",
    ]
    for step in STEPS:
        assert "${{" not in step["run"]


def test_a_good_change_passes_and_is_told_once(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    job = request_.run()
    assert job.ran == ["Inputs", "Check", "Compare", "Report", "Comment", "Result"]
    assert job.code == 0, job.log
    assert job.outputs["check"] == {"code": "0", "errors": "0", "warnings": "0"}
    assert "no problem" in job.summary
    assert "80" in job.summary
    (comment,) = job.comments
    assert comment.startswith(MARK)
    assert comment.removeprefix(MARK) == job.summary
    assert comment.count("no problem") == 1
    assert {call["token"] for call in job.asked} == {"secret-token"}

    request_.city.change(KIOSK, "R9: 70", "R9: 75")
    again = request_.run()
    (updated,) = again.comments
    assert updated != comment
    assert "75" in updated


def test_an_error_is_annotated_and_fails_in_the_end(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: ７５")
    job = request_.run()
    assert job.ran[-1] == "Result"
    assert job.code == 1
    assert f"::error file=data/{KIOSK},line=20,col=11," in job.log
    assert job.outputs["check"] == {"code": "1", "errors": "1", "warnings": "0"}
    (comment,) = job.comments
    link = f"https://github.example/aoba/plans/blob/1a2b3c4d/data/{KIOSK}#L20"
    assert f"| [data/{KIOSK}:20:11]({link}) | " in comment
    assert "Did you mean: 75?" in comment
    assert "number-full-width" in comment
    assert "Not compared, since a file is broken" in comment


def test_what_changed_leads_to_its_line(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    (comment,) = request_.run().comments
    commit = git(request_.city.root, "rev-parse", "HEAD")
    link = f"https://github.example/aoba/plans/blob/{commit}/data/{KIOSK}#L20"
    assert f"aoba/kiosk/satisfied]({link}) | Target R9: 80 → 70" in comment


def test_no_text_or_name_gets_out_of_its_place_in_the_comment(request_: PullRequest) -> None:
    nasty = "<img src=x onerror=y> @all #1 [x](https://evil.example) | ![z](https://evil.example)"
    city = request_.city
    city.change(KIOSK, "title: 証明書の自動交付機", f"title: {json.dumps(nasty)}")
    city.change(KIOSK, "R9: 80", "R9: 70")
    city.write("projects/aoba/a](https:evil)<b>@all|c.yaml", f"{json.dumps(nasty)}: ]\n")
    (comment,) = request_.run().comments
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(comment)
    addresses = set(re.findall(r'(?:href|src)="([^"]*)"', html))
    assert addresses
    assert all(each.startswith("https://github.example/aoba/plans/blob/") for each in addresses)
    assert not re.findall(r"<(?!/?(?:h2|p|table|thead|tbody|tr|t[hd]|br|a|hr|!--)\b|!--)", html)
    assert "@all" not in html.replace("@\u200b", "")
    assert "evil.example" in html  # it is told, as text


def test_a_layout_of_its_own_fails_only_if_asked(request_: PullRequest) -> None:
    name = "a`b<i>@me&[x](y).yaml"
    request_.city.write(
        f"projects/aoba/{name}", request_.city.read(KIOSK).replace("id: kiosk", "plan: aoba")
    )
    request_.city.change(KIOSK, "R7: 60\n      R9: 80", "R9: 80\n      R7: 60")
    assert request_.run().code == 1  # the file with the odd name is none of a project
    (request_.city.root / "data" / "projects" / "aoba" / name).unlink()
    assert request_.run().code == 0
    job = request_.run(fmt="true")
    assert job.code == 1
    assert "::error::Files are not in the canonical layout" in job.log
    (comment,) = job.comments
    assert f"<pre>\nwould change: data/{KIOSK}\n" in comment


def test_changes_fail_the_job_that_were_to(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    kinds = {"lowered-target": 1, "raised-target": 0, "追加された目標,lowered-target": 2}
    for kind, code in {**kinds, "raised-target,lowered-target": 1}.items():
        job = request_.run(**{"fail-on": kind})
        if code == 2:
            assert (job.code, job.ran) == (1, ["Inputs"])
        else:
            assert job.code == code, job.log
            assert ("::error::There are changes that fail-on names" in job.log) == bool(code)
            assert len(job.comments) == 1


def test_a_gate_that_sees_nothing_lets_nothing_pass(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    request_.commit()
    for gate, code in (("", 0), ("raised-target", 1)):
        job = request_.job(None, base="nowhere", **{"fail-on": gate}).run(STEPS[1:])
        assert "::warning::The plans could not be compared" in job.log
        assert job.code == code
        assert "no problem" in job.comments[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("strict", "yes"),
        ("strict", ""),
        ("fmt", "True"),
        ("comment", "no\n::error::x"),
        ("fail-on", "lowered"),
        ("fail-on", "lowered-target;"),
        ("fail-on", "$(touch pwned)"),
        ("fail-on", "--output=pwned"),
    ],
)
def test_an_input_that_means_nothing_is_refused(
    request_: PullRequest, name: str, value: str
) -> None:
    request_.commit()
    job = request_.job(None, **{name: value}).run(STEPS[1:])
    assert (job.code, job.ran) == (1, ["Inputs"])
    told = {"fail-on": "names no kind of change"}.get(name, "is neither true nor false")
    assert f"::error::The input {name} {told}" in job.log
    assert "::error::x" not in job.log
    assert not list(request_.city.root.parent.rglob("pwned*"))


def test_warnings_fail_only_if_asked(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "      R7:\n        value: 61", "      R6:\n        value: 61")
    request_.city.change(KIOSK, "as_of: R8.3", "as_of: R7.3")
    loose, strict = request_.run(), request_.run(strict="true")
    assert (loose.code, strict.code) == (0, 1)
    assert loose.outputs["check"]["warnings"] == "1"
    assert "::warning file=" in loose.log


def test_a_change_of_other_files_gets_no_comment_but_corrects_one(request_: PullRequest) -> None:
    (request_.city.root / "notes.txt").write_text("覚え\n", encoding="utf-8")
    assert request_.run().comments == []
    request_.city.change(KIOSK, "R9: 80", "R9: 73.5")
    (told,) = request_.run().comments
    request_.city.change(KIOSK, "R9: 73.5", "R9: 80")
    (corrected,) = request_.run().comments
    assert "73.5" in told
    assert "73.5" not in corrected


def test_a_push_is_checked_and_nothing_else(request_: PullRequest) -> None:
    request_.commit()
    job = request_.job(event={}).run(STEPS[1:])
    assert job.ran == ["Inputs", "Check", "Report", "Result"]
    assert job.asked == []


def test_a_base_can_be_named_without_a_pull_request(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    request_.commit()
    job = request_.job(event={}, base="main").run(STEPS[1:])
    assert job.ran == ["Inputs", "Check", "Compare", "Report", "Result"]
    assert "70" in job.summary


def test_comments_can_be_switched_off(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    job = request_.run(comment="false")
    assert job.asked == []
    assert "70" in job.summary


def test_a_fork_that_may_not_comment_does_not_fail(request_: PullRequest) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    request_.commit()
    job = request_.job()
    (job.fakes / "fails").touch()
    job.run(STEPS[1:])
    assert job.code == 0
    assert "::notice::The comment could not be written" in job.log


def test_a_shallow_checkout_fetches_the_base(request_: PullRequest, tmp_path: Path) -> None:
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    request_.commit()
    origin = request_.city.root
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=work", f"file://{origin}", shallow)
    assert run(["git", "cat-file", "-e", request_.base], shallow).code
    job = request_.job()
    job.workspace = shallow
    job.outputs["check"] = {"errors": "0"}
    job.run(steps("compare", "Report"))
    assert job.outputs["compare"] == {"code": "0", "untouched": "false"}
    assert "70" in job.summary


def test_a_long_report_is_cut_to_what_github_takes(request_: PullRequest) -> None:
    job = request_.job()
    place = job.temp / "sagaict"
    (place / "report.md").write_text("# 変更\n" + "- 目標を下げた\n" * 20_000, encoding="utf-8")
    job.outputs["check"] = {"errors": "1", "code": "1"}
    job.run(steps("Comment"))
    assert job.code == 0, job.log
    (comment,) = job.comments
    assert 64_000 < len(comment) < 65_536
    assert comment.endswith("- 目標を下げた\n\n…\n")


NASTY = [
    '"; touch pwned; #',
    "$(touch pwned)",
    "`touch pwned`",
    "x\ntouch pwned",
    "--output=json=pwned",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_a_stranger_writes_is_run(request_: PullRequest, text: str) -> None:
    request_.title = text
    quoted = json.dumps(text, ensure_ascii=False)
    request_.city.change(KIOSK, "title: 証明書の自動交付機", f"title: {quoted}")
    request_.city.change(KIOSK, "R9: 80", "R9: 70")
    request_.city.write(f"projects/aoba/{text.replace('/', '')}.yaml", "a: ]\n")
    request_.commit()
    honest = request_.job().run(STEPS[1:])
    assert honest.code == 1
    assert len(honest.comments) == 1
    about = request_.job(base=text)
    about.outputs["check"] = {"errors": "1"}
    (about.temp / "sagaict" / "report.md").touch()
    compared = about.run(steps("compare"))
    assert "::warning::The plans could not be compared" in compared.log
    elsewhere = request_.job(data=text).run(steps("check"))
    assert elsewhere.outputs["check"] == {"code": "2"}
    assert not list(request_.city.root.parent.rglob("pwned*"))


def test_a_folder_with_an_odd_name_is_no_trouble(request_: PullRequest) -> None:
    odd = request_.city.root / 'a "b" $(touch pwned); c'
    City(odd)
    (odd / "data" / "plans" / "aoba.yaml").write_text(PLAN + "titel: x\n", encoding="utf-8")
    job = request_.run(data=odd.name)
    assert job.outputs["check"]["errors"] == "1"
    assert not list(request_.city.root.parent.rglob("pwned*"))
