"""Help pages, versions, and what the program says to those who call it wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import signature
from typing import get_args, get_type_hints

import pytest
from program import Program

import sagaict
from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.declaration import Command
from sagaict.cli.frame.listing import Group, Listed
from sagaict.cli.frame.loading import load
from sagaict.language import _, activate, active

GROUPS = {"new": ("plan", "project", "indicator"), "add": ("project", "indicator")}
COMMANDS = (
    *(each.name for each in PROGRAM),
    *(f"{group} {name}" for group, names in GROUPS.items() for name in names),
)
KANA = re.compile("[ぁ-んァ-ヶ]")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


def listed(group: Group) -> Iterator[Listed]:
    for each in group:
        if isinstance(each, Listed):
            yield each
        else:
            yield from listed(each)


@pytest.mark.parametrize("entry", tuple(listed(PROGRAM)), ids=lambda entry: entry.where)
def test_every_command_runs_itself_or_names_what_takes_it(entry: Listed) -> None:
    command = entry.load()
    if command.runner:
        runner = load(command.runner)
        (taken,) = signature(runner).parameters
        assert issubclass(command, get_type_hints(runner)[taken])
    assert bool(command.runner) == (command.run is Command.run)


@pytest.fixture
def in_japanese() -> Iterator[None]:
    before = active()
    activate("ja")
    yield
    activate(before)


@pytest.mark.usefixtures("in_japanese")
@pytest.mark.parametrize("entry", tuple(listed(PROGRAM)), ids=lambda entry: entry.where)
def test_japanese_help_is_in_sentences_with_wide_brackets(
    entry: Listed,
) -> None:
    command = entry.load()
    hints = get_type_hints(command, include_extras=True).values()
    said = [_(each.help) for hint in hints for each in get_args(hint)[1:] if hasattr(each, "help")]
    assert said
    assert [text for text in said if not text.endswith("。")] == []
    titles = [_(about) for _line, about in command.examples]
    unquoted = [re.sub("「.*?」", "", text) for text in (*said, *titles)]
    assert [text for text in unquoted if re.search("[()]", text)] == []


def test_what_is_missing_is_called_in_words(program: Program) -> None:
    assert program("record", lang="ja").err.startswith(
        "sagaict: 指標（INDICATOR）を指定してください。\n"
    )
    assert "PLAN" in program("extend", lang="ja").err


def examples(out: str) -> list[str]:
    """The commands below the last title of a help page."""
    return re.findall(r"^  (sagaict .*)$", out[out.rindex("\n\n") :], re.MULTILINE)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_english(program: Program, command: str) -> None:
    asked = (*command.split(), "--help")
    result = program(*asked)
    assert (result.code, result.err) == (0, "")
    assert result.lines[0].startswith(f"Usage: sagaict {command}".rstrip())
    assert "Options:" in result.lines
    assert "Examples:" in result.lines
    assert all(line == line.rstrip() for line in result.lines)
    # No sentence is Japanese; names of plans in the examples, and single words, may be.
    assert not KANA.search(result.out[: result.out.index("Examples:")])
    assert program(*command.split(), "-h").out == result.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_japanese(program: Program, command: str) -> None:
    result = program(*command.split(), "--help", lang="ja")
    assert (result.code, result.err) == (0, "")
    assert "Options:" not in result.lines
    assert "Examples:" not in result.lines
    assert not result.lines[0].startswith("Usage:")
    told = [line for line in result.lines if re.match(r"  -", line)]
    assert told
    assert examples(result.out) == examples(program(*command.split(), "--help").out)


@pytest.mark.parametrize("command", ["status", "show", "explain", "list", "export", "schema"])
def test_every_example_works_with_the_data_shipped(program: Program, command: str) -> None:
    found = examples(program(command, "--help").out)
    assert found
    for line in found:
        done = program.raw(*line.split(" > ")[0].split()[1:])
        assert done.stderr == b""
        assert done.returncode == (1 if "--fail-on" in line else 0)


def test_options_line_up_although_letters_differ_in_width(program: Program) -> None:
    lines = program("status", "--help", lang="ja").lines
    starts = {
        len(match[0])
        for line in lines
        if (match := re.match(r"  --[a-z-]+(?: [A-Za-z|,.]+)? {2,}", line))
    }
    assert len(starts) == 1


def test_no_command_prints_the_help_page(program: Program) -> None:
    result = program()
    assert (result.code, result.err) == (0, "")
    assert result.out == program("--help").out


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_without_a_command_prints_its_help_page(program: Program, group: str) -> None:
    result = program(group)
    assert (result.code, result.err) == (0, "")
    assert result.out == program(group, "--help").out
    listed = [line for line in result.after("Commands:") if re.match("  [a-z]", line)]
    assert [line.split()[0] for line in listed[: len(GROUPS[group])]] == list(GROUPS[group])


def test_version(program: Program) -> None:
    result = program("--version")
    first, second = result.lines
    assert (result.code, first, result.err) == (0, f"sagaict {sagaict.__version__}", "")
    assert re.fullmatch(r"YAML: (libyaml|PyYAML) [\d.]+", second)


USAGE = [
    ("stat", ["stat", "status"]),
    ("status --formt json", ["--formt", "--format"]),
    ("status --as-of", ["--as-of"]),
    ("status --priority=3", ["--priority"]),
    ("show", ["ID"]),
    ("show a b", ["b"]),
    ("explain", ["INDICATOR"]),
    ("schema plan extra", ["extra"]),
    ("new pln", ["pln", "plan", "sagaict new --help"]),
    ("add project --reson x", ["--reson", "--reason", "sagaict add project --help"]),
    ("--lnag ja", ["--lnag", "--lang"]),
    ("status --lang fr", ["fr", "ja, en"]),
]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(("line", "pieces"), USAGE)
def test_wrong_usage(program: Program, line: str, pieces: list[str], lang: str) -> None:
    said = program.refused(*line.split(), lang=lang)
    for piece in pieces:
        assert piece in said
    assert bool(JAPANESE.search(said)) == (lang == "ja")
    if lang == "ja":  # no sentence of the parser library shines through
        assert not re.search(r"\b(such|option|argument|command|value|mean|unexpected)\b", said)


def test_a_flag_with_a_value_is_not_told_to_need_one(program: Program) -> None:
    said = program.refused("status", "--priority=3")
    assert "needs a value" not in said


def test_lang_wins_over_the_environment(program: Program) -> None:
    for arguments in (("--lang", "ja", "list", "plans"), ("list", "plans", "--lang=ja")):
        result = program(*arguments, "--today", "2026-11-21", lang="en")
        assert "期間" in result.lines[0]
