"""`sagaict export`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from sagaict.cli.frame.declaration import Examples, Option
from sagaict.cli.frame.filters import Filtered
from sagaict.cli.frame.output import FormatOption, Tabular
from sagaict.cli.reports.export_report import ExportReport
from sagaict.domain.light import dataclass
from sagaict.language import mark
from sagaict.reporting.report import Report

__all__ = ["Export", "TableName"]

TableName = Literal[
    "figures", "indicators", "targets", "actions", "evaluations", "follow_ups", "sources"
]


@dataclass(frozen=True, kw_only=True)
class Export(Tabular, Filtered):
    """The data as tables for other programs, of one body or of many."""

    runner: ClassVar[str] = "reports.export_run:run_export"
    examples: ClassVar[Examples] = (
        ("sagaict export --format csv -o kpi.csv", mark("opens in Excel")),
        ("sagaict export --words --format csv -o kpi.csv", mark("headings and codes in words")),
        ("sagaict export --table actions", mark("another table")),
        ("sagaict export --package opendata", mark("all tables, described for programs")),
        ("sagaict export --format parquet -o kpi.parquet", mark("with types")),
    )
    reports: ClassVar[type[Report]] = ExportReport

    table: Annotated[TableName, Option(mark("Which table."), "TABLE")] = "figures"
    format: FormatOption = "json"
    words: Annotated[
        bool, Option(mark("Headings and codes in words of the language of the output (--lang)."))
    ] = False
    package: Annotated[
        str | None,
        Option(
            mark("Write all tables as CSV, with datapackage.json and CSVW, into this folder."),
            "DIR",
        ),
    ] = None
    public: Annotated[
        bool, Option(mark("Leave out what is marked as internal, and say nothing of it."))
    ] = False
    partitioned: Annotated[
        str | None,
        Option(mark("Write Parquet files by body and year into this folder."), "DIR"),
    ] = None
    data: Annotated[
        list[str] | None,
        Option(mark("Folder of the data; several times, the tables of several bodies."), "DIR"),
    ] = None
