"""Where a line stands on the forge that runs the job."""

from __future__ import annotations

from pathlib import Path

import pytest

from sagaict.checking.result import CheckResult
from sagaict.reading.problem import Place, Problem
from sagaict.reporting.blocks import Cell, Column, Row, Table
from sagaict.reporting.check_formats.pages import LIMIT, markdown
from sagaict.reporting.links import Links, links_of
from sagaict.reporting.markdown import render_markdown

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_REPOSITORY": "aoba/plans",
    "GITHUB_SHA": "1a2b3c4d",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_PROJECT_URL": "https://gitlab.example/a/b/plans",
    "CI_COMMIT_SHA": "1a2b3c4d",
}
LINKS = Links("https://github.example/aoba/plans/blob", "1a2b3c4d")


@pytest.mark.parametrize(
    ("environ", "files"),
    [(GITHUB, LINKS.files), (GITLAB, "https://gitlab.example/a/b/plans/-/blob")],
)
def test_a_forge_says_where_its_files_are(
    environ: dict[str, str], files: str, tmp_path: Path
) -> None:
    top = {"GITHUB_WORKSPACE": str(tmp_path), "CI_PROJECT_DIR": str(tmp_path)}
    (tmp_path / "a b").mkdir()
    at_top = links_of(environ | top, tmp_path)
    below = links_of(environ | top, tmp_path / "a b")
    assert at_top is not None
    assert below is not None
    assert at_top.to("data/x.yaml", 3) == f"{files}/1a2b3c4d/data/x.yaml#L3"
    assert below.to("data/x.yaml", 3) == f"{files}/1a2b3c4d/a%20b/data/x.yaml#L3"
    assert links_of(environ | top, tmp_path.parent) is None
    assert links_of(environ, tmp_path) == at_top


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {**GITHUB, "GITHUB_ACTIONS": ""},
        {**GITHUB, "GITHUB_SHA": ""},
        {**GITHUB, "GITHUB_SHA": "main"},
        {**GITHUB, "GITHUB_REPOSITORY": "a) [x](javascript:y"},
        {**GITLAB, "CI_PROJECT_URL": "javascript:x"},
        {"GITLAB_CI": "true"},
    ],
)
def test_nothing_leads_anywhere_else(environ: dict[str, str], tmp_path: Path) -> None:
    assert links_of(environ, tmp_path) is None


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("a)[b](c).yaml", "/a%29%5Bb%5D%28c%29.yaml#L1"),
        ("a b|<i>#?&.yaml", "/a%20b%7C%3Ci%3E%23%3F%26.yaml#L1"),
        ("計画.yaml", "/%E8%A8%88%E7%94%BB.yaml#L1"),
        ("a\n::error::b", "/a%0A%3A%3Aerror%3A%3Ab#L1"),
        ("/etc/passwd", ""),
        ("../other/data.yaml", ""),
        ("data/../../other.yaml", ""),
    ],
)
def test_no_name_of_a_file_gets_out_of_its_link(path: str, link: str) -> None:
    assert LINKS.to(path, 1).removeprefix(f"{LINKS.files}/1a2b3c4d") == link


def test_a_cell_that_leads_somewhere_is_a_link_and_nothing_in_it_is_another() -> None:
    cell = Cell("a](b)\n<c>|@me", link="https://x.example/y#L1")
    page = render_markdown([Table((Column("What"),), (Row((cell,)),))])
    row = page.splitlines()[2]
    assert row == r"| [a\](b)<br>\<c\>\|\@&#8203;me](https://x.example/y#L1) |"


def problems(count: int, severity: str, path: str) -> list[Problem]:
    return [
        Problem("unknown-key", path, Place(line, 1, 4), {"name": "costs"}, severity=severity)
        for line in range(1, count + 1)
    ]


def test_a_long_check_is_cut_at_a_row_and_the_weightiest_stay() -> None:
    every = [*problems(300, "warning", "a.yaml"), *problems(20, "error", "z.yaml")]
    result = CheckResult(tuple(every), (), ("a.yaml", "z.yaml"))
    page = markdown(result, LINKS)
    assert LIMIT - 1_000 < len(page) <= LIMIT
    rows = [line for line in page.splitlines() if "unknown-key" in line]
    assert sum("z.yaml" in row for row in rows) == 20
    assert "z.yaml" in rows[-1]  # in the order of the files
    assert f"{320 - len(rows)} more problems do not fit here; sagaict check shows them all." in page
    assert "error 20, warning 300" in page
    assert markdown(result).count("unknown-key") > len(rows)  # what leads nowhere is shorter
