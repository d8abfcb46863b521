"""The program: choose the language, build the commands, run one, and leave with its exit code."""

from __future__ import annotations

import contextlib
import gettext
import os
import sys
from collections.abc import Sequence

from sagaict import language

__all__ = ["FAILURE", "USAGE", "main"]

FAILURE = 1
"""Exit code of a command that worked and found what it was asked to fail on."""
USAGE = 2
"""Exit code of wrong usage, missing data, or an internal error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 findings, 2 usage or internal."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language.activate(language.choose(given))
    # The parser library's own words ("Missing argument", ...) come through the same catalogue.
    gettext.bindtextdomain(language.DOMAIN, str(language.FOLDER))
    gettext.textdomain(language.DOMAIN)
    os.environ["LANGUAGE"] = language.active()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        return _run(given)
    except BrokenPipeError:
        # The reader has what it wanted (`| head -1`): nothing to complain about.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(error.strerror or str(error))
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    except KeyboardInterrupt:
        return 130


def _say(text: str) -> None:
    with contextlib.suppress(OSError):
        print(f"sagaict: {text}", file=sys.stderr)


def _run(given: list[str]) -> int:
    from sagaict.cli.app import build_app
    from sagaict.cli.session import Refusal

    try:
        result = build_app().main(args=given, prog_name="sagaict", standalone_mode=False)
    except Refusal as refusal:
        _say(str(refusal))
        return USAGE
    except Exception as error:
        text = _usage_text(error)
        if text is None:
            raise
        if text:
            _say(text)
        return USAGE if text else 0
    sys.stdout.flush()
    return int(result or 0)


def _usage_text(error: Exception) -> str | None:
    """The parser's complaint in the reader's language; `None` if it is no complaint of its."""
    from sagaict.language import _

    kind = type(error).__name__
    format_message = getattr(error, "format_message", None)
    if format_message is None:
        return None
    if kind == "NoArgsIsHelpError":
        print(format_message())
        return ""
    name = str(getattr(error, "option_name", ""))
    if kind == "NoSuchOption":
        text = _("there is no option {name}").format(name=name)
        near = ", ".join(getattr(error, "possibilities", None) or ())
        text += "\n" + _("Did you mean: {names}?").format(names=near) if near else ""
    elif kind == "MissingParameter":
        parameter = getattr(error, "param", None)
        text = _("{name} is missing").format(name=getattr(parameter, "display_name_raw", "?"))
    elif kind == "BadOptionUsage":
        text = _("the option {name} needs a value").format(name=name)
    else:
        text = str(format_message())
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "sagaict")
    return text + "\n" + _("For help: {command}").format(command=f"{path} --help")
