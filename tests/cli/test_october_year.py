"""A county whose year begins in October, is named by its last day and knows no eras, in English.

It is played from `init` to `agenda`, and nothing that is said or written may be Japanese.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest
from entry_book import Book
from running import Ran, repository, sagaict

TODAY = "2026-11-20"  # in the year 2027, which began on 1 October 2026
LETTERS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef]")
JAPANESE = re.compile(
    LETTERS.pattern + r"|(?<![0-9A-Za-z#:_])[RHS]\d{1,2}(?![0-9A-Za-z_])|Asia/Tokyo"
)
ERA = re.compile(r"(?<![0-9A-Za-z#:_])[RHS]\d{1,2}(?![0-9A-Za-z_])|令和|平成|昭和")
PLAN = "plan ch.3 p.12"
REPORT = "plan p.1"


@dataclass
class County:
    """Its folder, and all that it was told so far."""

    root: Path
    said: list[str] = field(default_factory=list)

    def run(self, *arguments: str, code: int = 0, lang: str = "en") -> Ran:
        ran = sagaict(
            *arguments,
            "--today",
            TODAY,
            cwd=self.root,
            env={"SAGAICT_LANG": lang, "COLUMNS": "200"},
        )
        assert ran.code == code, f"{arguments}\n{ran.out}\n{ran.err}"
        if lang == "en":  # what was typed is told as it was typed
            typed = re.compile("|".join(f"“{re.escape(each)}”" for each in arguments))
            self.said += [typed.sub("", text) for text in (ran.out, ran.err)]
        return ran

    def tell(self, line: str, code: int = 0) -> Ran:
        """A run without words that hold blanks."""
        return self.run(*line.split(), code=code)

    def book(self, name: str) -> Book:
        """A workbook, all of whose parts count as said."""
        content = (self.root / name).read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(part).decode() for part in archive.namelist()]
        # Not the names of cells, which look like years of an era.
        texts = re.compile(r'<t[^>]*>([^<]*)<|(?:prompt|promptTitle|error|name)="([^"]*)"')
        self.said += ["".join(found) for part in parts for found in texts.findall(part)]
        assert not [part for part in parts if LETTERS.search(part)]
        return Book(content)


def found_in(texts: list[str]) -> list[str]:
    """What is Japanese in them, with what stands around it."""
    return [
        text[max(match.start() - 60, 0) : match.end() + 60]
        for text in texts
        for match in JAPANESE.finditer(text)
    ]


def start(county: County) -> None:
    """The folder as `init` leaves it, with the year of this county, and a plan of its own."""
    settings = county.root / "data" / "sagaict.yaml"
    text = settings.read_text(encoding="utf-8")
    for old, new in (("first_month: 4 ", "first_month: 10"), ("by: first_day", "by: last_day")):
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")
    (county.root / "data" / "plans" / "example-plan.yaml").unlink()
    (county.root / "data" / "projects" / "example-plan" / "example-project.yaml").unlink()
    county.run(
        *("new", "plan", "digital", "--title", "Digital plan", "--period", "2026-2029"),
        *("--stage", "approved", "--owner", "Secretariat", "--council", "Board"),
        *("--document", "plan=Digital plan of the county", "--goal", "1=Better services"),
        *("--measure", "1-1=Online procedures"),
    )
    county.run(
        *("new", "project", "digital/forms", "--measure", "1-1", "--title", "Online forms"),
        *("--owner", "IT section", "--source", PLAN),
    )
    indicator(county, "1-1", "online", "%", "level", "2026=40%", "2029=60%", baseline="32.5%")
    indicator(
        county, "forms", "hours", "hours", "annual", "2026=500", "FY2027=about 1,200", baseline="0"
    )
    indicator(county, "forms", "visits", "people", "period-total", "2026-2029=12,000")
    indicator(county, "forms", "calls", "calls", "annual", "2026=10", kind="calendar")


def indicator(
    county: County,
    holder: str,
    name: str,
    unit: str,
    aggregation: str,
    *targets: str,
    baseline: str = "",
    kind: str = "fiscal",
) -> None:
    options = [part for target in targets for part in ("--target", target)]
    if baseline:
        options += ["--baseline", baseline, "--baseline-year", "2025"]
    county.run(
        *("new", "indicator", f"digital/{holder}", name, "--name", name.capitalize()),
        *("--unit", unit, "--direction", "increase", "--aggregation", aggregation),
        *("--year-kind", kind, "--source", PLAN, *options),
    )


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    ran = sagaict("init", "county", cwd=tmp_path, env={"SAGAICT_LANG": "en"})
    assert ran.code == 0
    found = County(tmp_path / "county", [ran.out])
    start(found)
    repository(found.root)
    yield found
    for path in (found.root / "data").glob("p*/**/*.yaml"):
        found.said.append(path.read_text(encoding="utf-8"))
    assert found_in(found.said) == []


def test_a_year_is_played_from_the_first_result_to_the_paper(county: County) -> None:
    shown = county.tell("status").out
    assert "seen from FY2027" in shown
    assert "Digital plan  FY2026-2029" in shown
    assert "not reported 1" in shown  # 2026 ended on 30 September, and nobody told of it
    due = county.tell("due").out
    assert "overdue, by 2026-10-31: report the figure of FY2026" in due
    assert "yearly reviews and remarks 11-30" in due

    county.run("record", "online", "2026", "41.5%", "--taken", "2026/9/30", "--source", REPORT)
    told = county.run(
        *("record", "hours", "2026", "480", "--span", "2025-10 - 2026-09", "--source", REPORT),
        *("--remark", "Started late."),
    ).out
    assert "Actual 2026: 480 hours (added)" in told
    assert "96.0%" in told
    county.run(
        *("record", "hours", "2027", "100", "--span", "2026-10 - 2026-11", "--source", REPORT),
        *("--state", "provisional"),
    )
    county.run("record", "visits", "2026", "3,000", "--source", REPORT)
    told = county.run("record", "calls", "2025", "7", "--source", REPORT).out
    assert "Actual CY2025: 7 calls (added)" in told
    refused = county.tell("record online R8 1", code=2).err
    assert "“R8” is not a fiscal year; write it like 2022 (2026?)" in refused
    refused = county.tell("record online 2028 1", code=2).err
    assert "it begins on 2027-10-01" in refused
    for text in ("-", "much"):
        assert "pending" in county.run("record", "online", "2027", text, code=2).err
    refused = county.run("record", "online", "2027", "1", "--taken", "R9.1", code=2).err
    assert "write it like 2023-03, 2023-03-31" in refused

    county.run(
        *("record", "visits", "2026", "3,010", "--source", REPORT),
        *("--correct", "--reason", "Counted twice"),
    )
    forms = county.root / "data" / "projects" / "digital" / "forms.yaml"
    assert "Correction: Counted twice" in forms.read_text(encoding="utf-8")
    county.run(
        *("record", "visits", "2026", "3,000", "--source", REPORT),
        *("--correct", "--reason", "It was right"),
    )

    status = county.tell("status").out
    assert re.search(r"Online +2025 32\.5% +2026-09-30 41\.5% +2026 40% +103\.8% .* met", status)
    hours = r"Hours +2025 0 hours +2025-10 - 2026-09 480 hours +2026 500 hours +96\.0% .* unmet"
    assert re.search(hours, status)
    assert re.search(
        r"Visits +- +2026 3,000 people +2026-2029 12,000 people +25\.0% +on track", status
    )
    # The calendar year 2026 goes on until December, though the year 2026 of this body is over.
    assert re.search(r"Calls +- +- +CY2026 10 calls +- .*not due", status)
    explained = county.tell("explain hours --year 2027").out
    # Two months of twelve, and so a sixth of 1,200.
    assert "200" in explained
    assert "Status: behind" in explained
    assert "straight line from 0 people in 2025" in county.tell("explain visits").out
    county.tell("explain calls")
    assert "-03-31" not in county.tell("explain online").out

    county.run(
        *("evaluate", "forms", "2026", "--progress", "delayed", "--outlook", "continue"),
        *("--remark", "Late.", "--council-rating", "B", "--instruction", "Tell why"),
        *("--due", "2026-12"),
    )
    assert "by 2026-12-31: answer the instruction of FY2026" in county.tell("due --soon 60").out
    county.run("revise", "online", "2029", "55", "--reason", "Too far", "--proposed")
    paper = county.tell("agenda").out
    assert "| target 2029: 60% → 55% | Too far | 2026-11-20 |" in paper
    assert "| Tell why | " in paper
    county.tell("approve online --approved-by Board --date 2026-11-18")


def test_every_report_in_every_form(county: County) -> None:
    county.run("record", "online", "2026", "38%", "--taken", "2026-09", "--source", REPORT)
    for line in (
        *("status --as-of 2026", "status --format markdown", "status --format json"),
        *("status --format html", "show digital", "show forms", "show online", "show hours"),
        *("show calls --format json", "show online --format html", "list plans"),
        *("list measures", "list projects", "list indicators", "list indicators --format json"),
        *("explain online --format json", "due --format json", "due --soon 365 --format ics"),
        *("export --format csv", "export --format json", "diff", "diff --format markdown"),
        *("diff --format json", "diff HEAD --format html", "agenda --format table", "mid-term"),
        *("check --info --format json", "check --info --format markdown", "check --format sarif"),
        *("check --info --format junit", "check --info --format gitlab", "check --info"),
        "fmt --diff",
    ):
        command = line.split()
        ran = sagaict(
            *command,
            *(() if command[0] == "fmt" else ("--today", TODAY)),
            cwd=county.root,
            env={"SAGAICT_LANG": "en"},
        )
        assert ran.code == 0, f"{line}\n{ran.out}{ran.err}"
        county.said += [ran.out, ran.err]


def test_what_owners_fill_in_comes_back(county: County) -> None:
    county.tell("sheet -o 2026.xlsx")
    book = county.book("2026.xlsx")
    hours, online = "digital/forms/hours@2026", "digital/1-1/online@2026"
    book.fill(
        {
            (hours, "value"): "510 hours",
            (hours, "as_of"): "2026-09-30",
            (hours, "source"): REPORT,
            (online, "value"): "41",
            (online, "source"): "plan p.2",
            (online, "as_of"): "R8.9.30",
        }
    )
    (county.root / "filled.xlsx").write_bytes(book.content)
    refused = county.tell("import filled.xlsx", code=2)
    assert "R8.9.30" in refused.out + refused.err
    county.said = [text.replace("R8.9.30", "") for text in county.said]  # it is what was typed
    book.fill({(online, "as_of"): "2026/9/30"})
    (county.root / "filled.xlsx").write_bytes(book.content)
    told = county.tell("import filled.xlsx --yes")
    assert "Actual 2026: 510 hours (added)" in told.out
    text = (county.root / "data" / "projects" / "digital" / "forms.yaml").read_text()
    assert "        as_of: 2026-09-30\n" in text

    county.tell("export --format csv -o kpi.csv --encoding utf-8")
    table = (county.root / "kpi.csv").read_text(encoding="utf-8")
    assert ",2026,2026,0,2025,500,,510,2026-09-30,final,102.0,102.0,met,plan p.1," in table
    assert "recorded already" in county.tell("import kpi.csv --yes").out


def test_a_plan_from_a_table_and_changes_of_one(county: County) -> None:
    county.tell("sheet -o empty.xlsx --empty")
    county.book("empty.xlsx")
    table = county.root / "table.csv"
    table.write_text(
        "Goal,Measure,Indicator,Unit,Baseline,Target FY2027,Result FY2026,Owner\n"
        'Green,Buses,Riders,people,"1,000","1,200","1,010",Transport\n'
        "Green,Buses,Emissions,t,50,40 or less,about 48,Transport\n",
        encoding="utf-8",
    )
    county.run(
        *("new", "plan", "green", "--from", "table.csv", "--title", "Green plan", "--yes"),
        *("--period", "2026-2029", "--document", "plan=Green plan"),
    )
    text = (county.root / "data" / "plans" / "green.yaml").read_text(encoding="utf-8")
    assert "              2027: 1,200\n" in text
    assert "printed: 40 or less" in text
    approved = ("--reason", "To see", "--approved-by", "Board")
    county.run(
        *("add", "indicator", "digital/1-1", "users", "--name", "Users", "--unit", "people"),
        *("--direction", "increase", "--aggregation", "level", "--target", "2029=5,000"),
        *("--source", PLAN, *approved),
    )
    county.run("drop", "hours", *approved)
    county.run("rename", "forms", "Forms online", *approved)
    county.run("extend", "digital", "2030", *approved)
    county.run(
        *("successor", "digital", "digital-2", "--title", "Second digital plan"),
        *("--period", "2031-2034"),
    )
    text = (county.root / "data" / "plans" / "digital-2.yaml").read_text(encoding="utf-8")
    assert "title: Second digital plan (draft)\n" in text
    assert "no target" in county.tell("show digital-2/1-1/online").out
    county.tell("check --info")


@pytest.fixture
def terminal() -> Iterator[None]:
    """Somebody sits there."""
    with (
        patch("sagaict.cli.frame.asking.can_ask", return_value=True),
        patch("sagaict.cli.frame.form.can_ask", return_value=True),
        patch("sagaict.cli.year.record_run.can_ask", return_value=True),
    ):
        yield


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("command", "answers"),
    [
        (
            "new plan",
            "?|green|Green plan|R8-R9|2026-2029|x|plan=Green plan||||1=Green||1-1=Buses||||y",
        ),
        ("new project", "1|1|Chat|chat|||plan p.3|y"),
        ("new indicator", "1|1|Chats|chats||chats|1|annual|||2029=50|||||||plan p.3|y||||"),
        ("record", "1|2026|much|450|||||||"),
    ],
)
def test_whoever_is_asked_reads_nothing_japanese(
    county: County, command: str, answers: str
) -> None:
    ran = sagaict(
        *command.split(),
        "--today",
        TODAY,
        cwd=county.root,
        env={"SAGAICT_LANG": "en"},
        stdin=answers.replace("|", "\n").encode(),
    )
    assert ran.err.count(": ") > 5
    county.said += [ran.out, ran.err.replace("“R8-R9”", "")]


def test_problems_of_files_are_told_without_eras(county: County) -> None:
    path = county.root / "data" / "projects" / "digital" / "forms.yaml"
    text = path.read_text(encoding="utf-8")
    broken = text.replace("      2026: 500\n", "      R8: 500\n").replace("year: 2025", "year: H37")
    path.write_text(f"{broken}amendments:\n  - date: R8.1\n", encoding="utf-8")
    told = county.tell("check", code=1).out
    path.write_text(text, encoding="utf-8")
    assert "“R8” is not a fiscal year" in told
    assert "Did you mean: 2026?" in told
    assert "Did you mean: 2026-01?" in told
    assert "Write it like 2023, or 2024-2027 for a period total." in told
    typed = ("R8", "H37", "R8.1")  # what stands in the file is quoted
    county.said = [
        re.sub("|".join(map(re.escape, sorted(typed, reverse=True))), "", each)
        for each in county.said
    ]


def test_japanese_names_no_era_either(county: County) -> None:
    county.run("record", "online", "2026", "38%", "--taken", "2026-09", "--source", REPORT)
    said = [
        text
        for line in ("status", "show online", "explain online", "due", "agenda", "check", "diff")
        for ran in [county.run(line.split()[0], *line.split()[1:], lang="ja")]
        for text in (ran.out, ran.err)
    ]
    assert "達成" in "".join(said)
    assert [line for text in said for line in text.splitlines() if ERA.search(line)] == []
    refused = county.run("record", "online", "R8", "1", code=2, lang="ja").err
    assert "2022 のように" in refused
