"""The program: choose the language, build the commands, run one, and leave with its exit code."""

from __future__ import annotations

import contextlib
import gc
import gettext
import os
import sys
from collections.abc import Sequence

from sagaict import language
from sagaict.cli.frame.progress import progress_on
from sagaict.language.encoding import SPELLED_OUT
from sagaict.language.visible import visible
from sagaict.reading.cache_folder import use_cache
from sagaict.reading.steps import watch

__all__ = ["USAGE", "main"]

USAGE = 2
"""Exit code of wrong usage, missing data, or an internal error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 findings, 2 usage or internal."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    language.activate(language.choose(given))
    # The parser library's own words ("Missing argument", ...) come through the same catalogue.
    gettext.bindtextdomain(language.DOMAIN, str(language.FOLDER))
    gettext.textdomain(language.DOMAIN)
    os.environ["LANGUAGE"] = language.active()
    # Looking for plugins of pydantic reads the metadata of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    use_cache(os.environ)
    watch(progress_on(sys.stderr, os.environ))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SPELLED_OUT)
    # What is read stays until the end: to look for garbage in it again and again takes a fifth of
    # the time of a large check.
    thresholds = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        return _run(given)
    except BrokenPipeError:
        # The reader has what it wanted (`| head -1`): nothing to complain about.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        from sagaict.language.system import system_words

        _say(system_words(error))
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("SAGAICT_DEBUG"):
            raise
        _say(_internal(error))
        return USAGE
    finally:
        gc.set_threshold(*thresholds)
        watch(None)


def _internal(error: Exception) -> str:
    from sagaict.language import _

    told = f"{type(error).__name__}: {error}"
    return _("an error in sagaict itself: {error}\nWith SAGAICT_DEBUG=1 it says where.").format(
        error=told
    )


def _open_closed_streams() -> None:
    """Give a program started without an output (`>&-`) one that leads nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, open(nowhere, "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def _with_values(given: list[str]) -> list[str]:
    """Options whose value may be left out, with an empty one in its place."""
    filled = []
    for argument, follower in zip(given, [*given[1:], "-"], strict=False):
        bare = argument == "--changed" and follower.startswith("-")
        filled.append(f"{argument}=" if bare else argument)
    return filled


def _say(text: str) -> None:
    with contextlib.suppress(OSError):
        print(f"sagaict: {visible(text)}", file=sys.stderr)


def _run(given: list[str]) -> int:
    from sagaict.cli.commands import PROGRAM
    from sagaict.cli.frame.app import build
    from sagaict.cli.frame.complaints import complaint_text
    from sagaict.cli.frame.refusal import Refusal

    try:
        result = build(PROGRAM).main(
            args=_with_values(given), prog_name="sagaict", standalone_mode=False
        )
    except Refusal as refusal:
        _say(str(refusal))
        return USAGE
    except SystemExit as leaving:
        # The parser library leaves with 1 when the reader of a pipe has gone.
        if isinstance(leaving.__context__, BrokenPipeError):
            raise leaving.__context__ from None
        raise
    except Exception as error:
        text = complaint_text(error, given)
        if text is None:
            raise
        if text:
            _say(text)
        return USAGE if text else 0
    sys.stdout.flush()
    return int(result or 0)
