"""A comment that accepts a finding covers the same lines of content after the file is laid out."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from sagaict.domain.project import Project
from sagaict.writing.canonical import canonical

HEAD = "id: trial\nplan: sample\nmeasure: 1-1\ntitle: 見本の事業\n"
OK = "# sagaict: accept output-only: 理由"


def laid_out(text: str) -> str:
    return canonical(dedent(text).replace("OK", OK), Project).replace(OK, "OK")


def entries(text: str) -> str:
    return laid_out(HEAD + dedent(text)).removeprefix(HEAD).strip("\n") + "\n"


def test_above_an_entry_it_moves_with_it_however_deep_it_stands() -> None:
    assert entries(
        """\
        source: plan 2
        evaluations:
          R7: {progress: done}
              OK
          R6: {progress: done}
        """
    ) == dedent(
        """\
        evaluations:
          OK
          R6: {progress: done}
          R7: {progress: done}

        source: plan 2
        """
    )


def test_behind_a_dash_it_speaks_of_the_whole_item_and_goes_above_it() -> None:
    assert entries(
        """\
        source: plan 2
        continues:
          - basis: stated  OK
            id: other/x
        """
    ) == dedent(
        """\
        continues:
          OK
          - id: other/x
            basis: stated

        source: plan 2
        """
    )


@pytest.mark.parametrize("comment", ["    OK\n    id: other/x\n", "    id: other/x  OK\n"])
def test_about_one_entry_of_an_item_it_does_not_come_to_speak_of_the_whole(comment: str) -> None:
    text = "continues:\n  - basis: stated\n" + comment + "source: plan 2\n"
    assert entries(text) == (
        "continues:\n  -\n" + comment + "    basis: stated\n\nsource: plan 2\n"
    )


def test_above_an_outermost_entry_it_does_not_come_to_speak_of_the_file() -> None:
    text = "title: 事業\nOK\nid: trial\nplan: sample\nmeasure: 1-1\nsource: plan 2\n"
    assert laid_out(text) == text


def test_on_top_of_the_file_it_stays_there() -> None:
    text = "OK\ntitle: 事業\nid: trial\nplan: sample\nmeasure: 1-1\nsource: plan 2\n"
    assert laid_out(text).startswith("OK\nid: trial\n")


def test_the_shipped_acceptances_stay() -> None:
    data = Path(__file__).parents[2] / "data"
    path = data / "projects" / "ict-strategy-1" / "open-data.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("sagaict: accept") == 1
    assert canonical(text, Project).count("sagaict: accept") == 1
