"""All commands, under the headings of the help page; those of every day come first."""

from __future__ import annotations

from sagaict.cli.frame.listing import Group, Heading, Listed
from sagaict.language import mark

__all__ = ["PROGRAM"]

_NEW = Group(
    "new",
    mark("Draft or transcribe a plan and all that belongs to it; no history is kept."),
    (
        ("sagaict new plan", mark("asks for everything, and shows it before it is written")),
        ("sagaict new indicator 1-1", mark("asks for what is not told yet")),
    ),
    (
        Heading(
            mark("Commands"),
            (
                Listed("plan", "plans.new_plan:NewPlan", mark("Make the file of a new plan.")),
                Listed(
                    "project",
                    "plans.new_project:NewProject",
                    mark("Make the file of a new project, while a plan is drafted or transcribed."),
                ),
                Listed(
                    "indicator",
                    "plans.new_indicator:NewIndicator",
                    mark("Put a new indicator into a measure or project of such a plan."),
                ),
                Listed(
                    "action",
                    "plans.new_action:NewActionTarget",
                    mark("Put an action target into a project of such a plan."),
                ),
                Listed(
                    "goal",
                    "plans.new_goal:NewGoal",
                    mark("Put a new goal into such a plan."),
                ),
                Listed(
                    "measure",
                    "plans.new_goal:NewMeasure",
                    mark("Put a new measure into a goal of such a plan."),
                ),
                Listed(
                    "meeting",
                    "plans.new_meeting:RecordMeeting",
                    mark("Record a meeting about any plan."),
                ),
                Listed(
                    "indicators",
                    "plans.new_indicators:NewIndicators",
                    mark("Put the indicators of a table into such a plan."),
                ),
            ),
        ),
    ),
)
_ADD = Group(
    "add",
    mark("Add something to an approved plan, with the reason and the approval."),
    (
        ("sagaict add project", mark("asks for everything, and shows it before it is written")),
        (
            (
                "sagaict add indicator 3-1 users --name 利用者数 --unit 人 --direction increase "
                "--aggregation annual --target R9=約5,000人 --reason 効果の把握 --proposed"
            ),
            mark("a proposal for the council"),
        ),
    ),
    (
        Heading(
            mark("Commands"),
            (
                Listed(
                    "project",
                    "plans.add_project:AddProject",
                    mark("Add a project to an approved plan, with the reason and the approval."),
                ),
                Listed(
                    "indicator",
                    "plans.add_indicator:AddIndicator",
                    mark("Add an indicator to an approved plan, with the reason and the approval."),
                ),
                Listed(
                    "goal",
                    "plans.add_goal:AddGoal",
                    mark("Add a goal to an approved plan, with the reason and the approval."),
                ),
                Listed(
                    "measure",
                    "plans.add_goal:AddMeasure",
                    mark("Add a measure to an approved plan, with the reason and the approval."),
                ),
                Listed(
                    "action",
                    "plans.add_action:AddActionTarget",
                    mark("Add an action target to an approved plan, with reason and approval."),
                ),
            ),
        ),
    ),
)
_REPORTS = Heading(
    mark("Reading"),
    (
        Listed(
            "status",
            "reports.status:Status",
            mark("What was reached, what was missed, what nobody has reported."),
        ),
        Listed(
            "show",
            "reports.show:Show",
            mark("One plan, goal, measure, project or indicator, whole."),
        ),
        Listed(
            "list",
            "reports.list:List",
            mark("Plans, measures, projects or indicators, one line each."),
        ),
        Listed(
            "explain",
            "reports.explain:Explain",
            mark("How a rate and a status come about, step by step."),
        ),
        Listed(
            "diff",
            "reports.diff:Diff",
            mark("What an edit means: targets, actuals, statuses, in the plan's words."),
        ),
        Listed(
            "history",
            "reports.history:History",
            mark("What became of one thing, commit by commit."),
        ),
        Listed(
            "export",
            "reports.export:Export",
            mark("Tables for other programs: one row per indicator and year, and others."),
        ),
        Listed(
            "site",
            "reports.site:Site",
            mark("The public site: pages to look through, and open data."),
        ),
    ),
)
_YEAR = Heading(
    mark("The year"),
    (
        Listed(
            "due",
            "year.due:Due",
            mark("What is to be done in the yearly cycle, by whom and by when."),
        ),
        Listed(
            "record",
            "year.record:Record",
            mark("Record a result: one line in the file, with the new status."),
        ),
        Listed(
            "sheet",
            "year.sheet:Sheet",
            mark("Make an Excel workbook for project owners to fill in."),
        ),
        Listed(
            "import",
            "year.import_files:Import",
            mark("Take over what project owners filled in: all of it, or nothing."),
        ),
        Listed("act", "year.act:Act", mark("Record what became of an action of a project.")),
        Listed(
            "evaluate",
            "year.evaluate:Evaluate",
            mark("Record how a project, measure, goal or plan was judged."),
        ),
        Listed(
            "agenda",
            "year.agenda:Agenda",
            mark("The paper for the council: what to decide, what was missed, evaluation sheets."),
        ),
        Listed(
            "mid-term",
            "year.mid_term:MidTerm",
            mark("The interim evaluation: each measure, what it aims at, how it stands."),
        ),
    ),
)
_PLANS = Heading(
    mark("Changing a plan"),
    (
        Listed(
            "revise",
            "plans.revise:Revise",
            mark("Change a target or an action target; the old one and the reason are kept."),
        ),
        _ADD,
        Listed(
            "drop",
            "plans.drop:Drop",
            mark("Record that a part of a plan is pursued no longer; nothing is deleted."),
        ),
        Listed(
            "rename",
            "plans.rename:Rename",
            mark("Give a plan or a part of it another title; the former one is kept."),
        ),
        Listed(
            "set",
            "plans.set_field:SetField",
            mark("Set a field: an owner, a definition, a document, a day of the council."),
        ),
        Listed(
            "extend",
            "plans.extend:Extend",
            mark("Let a plan run longer than was approved."),
        ),
        Listed(
            "supersede",
            "plans.supersede:Supersede",
            mark("Let another plan take a plan's place before its period is over."),
        ),
        Listed(
            "approve",
            "plans.approve:Approve",
            mark("Record that a drafted plan, or what was proposed about one, was approved."),
        ),
        Listed(
            "successor",
            "plans.successor:Successor",
            mark(
                "Draft the plan that follows: what continues is linked, results become baselines."
            ),
        ),
        _NEW,
    ),
)
_FILES = Heading(
    mark("Files"),
    (
        Listed(
            "check",
            "files.check:Check",
            mark("Are the files well-formed, and the targets well set?"),
        ),
        Listed(
            "undo",
            "files.undo:Undo",
            mark("Take back what the last writing command wrote."),
        ),
        Listed(
            "accept",
            "files.accept:Accept",
            mark("Accept what check finds, with a reason, or take back what is found no longer."),
        ),
        Listed(
            "fmt",
            "files.fmt:Fmt",
            mark("One canonical layout: order of keys, indentation, years, numbers, empty lines."),
        ),
        Listed(
            "rule",
            "files.rule:Rule",
            mark("What a rule asks, why, and what fails and passes it."),
        ),
        Listed("schema", "files.schema:Schema", mark("The JSON Schema of the files, for editors.")),
        Listed("init", "files.init:Init", mark("Set up a repository for the plans of a city.")),
    ),
)

PROGRAM = Group(
    "sagaict",
    mark("KPI tracking of ICT and DX plans kept as YAML in git."),
    (
        ("sagaict status", mark("what stands where, today")),
        ("sagaict show ict-strategy-2/3-1", mark("everything about one measure")),
        ("sagaict check", mark("are the files well-formed?")),
    ),
    (_REPORTS, _YEAR, _PLANS, _FILES),
)
