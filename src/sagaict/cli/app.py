"""The commands, put together. Built anew for each run, in the language of that run."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from sagaict.cli.help import HelpCommand, HelpGroup, examples
from sagaict.cli.options import Lang
from sagaict.language import _

__all__ = ["build_app"]


def _version(asked: bool) -> None:
    if asked:
        from sagaict import __version__

        typer.echo(f"sagaict {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help=_("Print the version."), callback=_version, is_eager=True),
]


def _main(version: Version = False, lang: Lang = None) -> None:
    del version, lang  # acted on before: the one by its callback, the other by `main`


def build_app() -> HelpGroup:
    """The whole command line as one click group."""
    from sagaict.cli.act import act
    from sagaict.cli.agenda import agenda
    from sagaict.cli.check import check
    from sagaict.cli.diff import diff
    from sagaict.cli.due import due
    from sagaict.cli.evaluate import evaluate
    from sagaict.cli.explain import explain
    from sagaict.cli.export import export
    from sagaict.cli.fmt import fmt
    from sagaict.cli.init import init
    from sagaict.cli.list import list_things
    from sagaict.cli.record import record
    from sagaict.cli.rule import rule
    from sagaict.cli.schema import schema
    from sagaict.cli.show import show
    from sagaict.cli.status import status

    app = typer.Typer(
        cls=HelpGroup,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_("KPI tracking of ICT and DX plans kept as YAML in git."),
        epilog=examples(
            ("sagaict status", _("what stands where, today")),
            ("sagaict show ict-strategy-2/3-1", _("everything about one measure")),
            ("sagaict check", _("are the files well-formed?")),
        ),
    )
    app.callback()(_main)
    commands = (
        (
            "status",
            status,
            _("What was reached, what was missed, what nobody has reported."),
            (
                ("sagaict status", _("the plans running today")),
                ("sagaict status ict-katsuyo --as-of R1", _("an ended plan, as seen in R1")),
                ("sagaict status --status unmet,behind", _("only what needs attention")),
                ("sagaict status --format markdown > status.md", _("a page for the council")),
                ("sagaict status --fail-on unmet,not_reported", _("for scripts: exit code 1")),
            ),
        ),
        (
            "show",
            show,
            _("One plan, measure, project or indicator, whole."),
            (
                ("sagaict show dx-plan", _("a plan")),
                ("sagaict show ict-strategy-1/rpa", _("a project")),
                ("sagaict show RPAの全庁", _("part of a title is enough")),
            ),
        ),
        (
            "explain",
            explain,
            _("How a rate and a status come about, step by step."),
            (
                ("sagaict explain convenience-store/issued --as-of R1", _("why 17.4%?")),
                ("sagaict explain ict-strategy-1/2-2/productivity --year R4", _("one year")),
            ),
        ),
        (
            "diff",
            diff,
            _("What an edit means: targets, actuals, statuses, in the plan's words."),
            (
                ("sagaict diff", _("what is not committed yet")),
                ("sagaict diff origin/main...HEAD", _("what a branch changes")),
                (
                    "sagaict diff main..HEAD --format markdown",
                    _("as a comment on a pull request"),
                ),
                (
                    "sagaict diff main --fail-on lowered-target,unexplained-revision",
                    _("for scripts: exit code 1"),
                ),
                ("sagaict diff --folders old new", _("without git")),
            ),
        ),
        (
            "list",
            list_things,
            _("Plans, measures, projects or indicators, one line each."),
            (
                ("sagaict list plans", _("all plans")),
                ("sagaict list projects --plan ict-strategy-1 --priority", _("with filters")),
                ("sagaict list indicators --status not_reported", _("what is still missing")),
            ),
        ),
        (
            "due",
            due,
            _("What is to be done in the yearly cycle, by whom and by when."),
            (
                ("sagaict due", _("what is overdue, due now, or due within 30 days")),
                ("sagaict due --on 2026-04-10 --owner 市民課", _("one section, on one day")),
                ("sagaict due --soon 365 --format ics -o due.ics", _("for a calendar program")),
            ),
        ),
        (
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
        (
            "record",
            record,
            _("Record a result: one line in the file, with the new status."),
            (
                ("sagaict record", _("asks for what is still to be reported")),
                ("sagaict record bcp-rate R7 92.5%", _("a final figure")),
                (
                    "sagaict record 3-1/access R8 45,570件 --state provisional --as-of R8.9",
                    _("half-way through the year"),
                ),
                (
                    "sagaict record bcp-rate R7 93% --correct --reason 集計の誤り",
                    _("a correction; the old figure is kept"),
                ),
            ),
        ),
        (
            "act",
            act,
            _("Record what became of an action of a project."),
            (
                ("sagaict act ict-strategy-1/rpa R5 1 --state done", _("the first one of R5")),
                ("sagaict act rpa R5 導入 --state 遅れ", _("named by a part of its text")),
            ),
        ),
        (
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
        (
            "export",
            export,
            _("The long table: one row per indicator and fiscal year."),
            (
                ("sagaict export --format csv -o kpi.csv", _("opens in Excel")),
                ("sagaict export --format json", _("for programs")),
                ("sagaict export --format csv --encoding cp932", _("for older systems")),
            ),
        ),
        (
            "check",
            check,
            _("Are the files well-formed, and the targets well set?"),
            (
                ("sagaict check", _("the whole data folder")),
                ("sagaict check data/plans/dx-plan.yaml", _("one file, known to all others")),
                ("sagaict check --changed --strict", _("what a branch touches, warnings too")),
                ("sagaict check --output sarif=check.sarif", _("text here, SARIF to a file")),
            ),
        ),
        (
            "fmt",
            fmt,
            _("One canonical layout: order of keys, indentation, years, numbers, empty lines."),
            (
                ("sagaict fmt", _("lay out all files")),
                ("sagaict fmt --diff data/plans/dx-plan.yaml", _("only show what would change")),
            ),
        ),
        (
            "rule",
            rule,
            _("What a rule asks, why, and what fails and passes it."),
            (
                ("sagaict rule", _("all rules")),
                ("sagaict rule unmet-without-remark", _("one rule, with samples")),
            ),
        ),
        (
            "init",
            init,
            _("Set up a repository for the plans of a city."),
            (("sagaict init our-plans", _("folders, an example, hooks and workflow")),),
        ),
        (
            "schema",
            schema,
            _("The JSON Schema of the files, for editors."),
            (("sagaict schema plan > plan.schema.json", _("the schema of a plan")),),
        ),
    )
    for name, function, text, samples in commands:
        app.command(name, cls=HelpCommand, help=text, epilog=examples(*samples))(function)
    return cast("HelpGroup", typer.main.get_command(app))
