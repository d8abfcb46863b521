"""Commands of the yearly cycle: what is due, the figures in, the council's paper."""

from __future__ import annotations

from sagaict.cli.act import act
from sagaict.cli.agenda import agenda
from sagaict.cli.commands.entry import Entry
from sagaict.cli.due import due
from sagaict.cli.evaluate import evaluate
from sagaict.cli.import_files import import_files
from sagaict.cli.record import record
from sagaict.cli.sheet import sheet
from sagaict.language import _

__all__ = ["entries"]


def entries() -> tuple[Entry, ...]:
    """Each with its help and examples, in the order of the list of commands."""
    return (
        Entry(
            "due",
            due,
            _("What is to be done in the yearly cycle, by whom and by when."),
            (
                ("sagaict due", _("what is overdue, due now, or due within 30 days")),
                ("sagaict due --on 2026-04-10 --owner 市民課", _("one section, on one day")),
                ("sagaict due --soon 365 --format ics -o due.ics", _("for a calendar program")),
            ),
        ),
        Entry(
            "sheet",
            sheet,
            _("Make an Excel workbook for project owners to fill in."),
            (
                ("sagaict sheet -o R7.xlsx", _("what is due, of the plans running")),
                ("sagaict sheet -o dx.xlsx --owner DX推進課", _("for one section")),
                ("sagaict sheet -o R4.xlsx --plan ict-strategy-1 --year R4", _("one year")),
            ),
        ),
        Entry(
            "import",
            import_files,
            _("Take over what project owners filled in: all of it, or nothing."),
            (
                ("sagaict import R7.xlsx --dry-run", _("only look at it")),
                ("sagaict import *.xlsx", _("several workbooks at once")),
                ("sagaict import kpi.csv --yes", _("a table of export, without asking")),
            ),
        ),
        Entry(
            "record",
            record,
            _("Record a result: one line in the file, with the new status."),
            (
                ("sagaict record", _("asks for what is still to be reported")),
                ("sagaict record bcp-rate R7 92.5%", _("a final figure")),
                (
                    (
                        "sagaict record ict-strategy-2/3-1/access R8 45,570件 "
                        "--state provisional --as-of R8.9"
                    ),
                    _("half-way through the year"),
                ),
                (
                    "sagaict record bcp-rate R7 93% --correct --reason 集計の誤り",
                    _("a correction; the old figure is kept"),
                ),
            ),
        ),
        Entry(
            "act",
            act,
            _("Record what became of an action of a project."),
            (
                ("sagaict act ict-strategy-1/rpa R5 1 --state done", _("the first one of R5")),
                ("sagaict act rpa R5 導入 --state 遅れ", _("named by a part of its text")),
            ),
        ),
        Entry(
            "evaluate",
            evaluate,
            _("Record how a project or measure was judged."),
            (
                (
                    "sagaict evaluate rpa R5 --progress 計画どおり --issues 費用 --outlook 継続",
                    _("by the project's owner"),
                ),
                (
                    "sagaict evaluate rpa R5 --council-rating B --instruction 検証 --due R6.9",
                    _("by the council, with an instruction"),
                ),
                (
                    "sagaict evaluate rpa R5 --answer 検証した。 --answered R6.8.20",
                    _("the answer to it"),
                ),
            ),
        ),
        Entry(
            "agenda",
            agenda,
            _("The paper for the council: results, proposals, instructions, evaluation sheets."),
            (
                ("sagaict agenda -o agenda.md", _("of the running plans, as Markdown")),
                (
                    "sagaict agenda --plan ict-katsuyo --date 2020-03-31 --format table",
                    _("one plan on a day, to read here"),
                ),
            ),
        ),
    )
