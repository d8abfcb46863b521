"""Runs command lines in an installed copy of the program: a program of its own, not a module.

`python claim_runner.py FOLDER` reads a JSON list of lists of arguments, and writes a list of
`[code, stdout, stderr]`. Each runs in a fork, so that the imports are paid once; `FOLDER` is where
they run, and what one leaves there the next one finds.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from sagaict.cli.main import main


def ran(arguments: list[str]) -> tuple[int, str, str]:
    """What one command answers."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            code = 70
            try:
                code = main(arguments)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        _child, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode()


def import_everything() -> None:
    """What the commands need is imported before the forks, by one of them that prints nowhere."""
    screen, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    main(["check"])
    sys.stdout.flush()
    os.dup2(screen, 1)


if __name__ == "__main__":
    if Path(main.__code__.co_filename).is_relative_to(Path(__file__).resolve().parents[2]):
        sys.exit("the checkout itself, not an installed copy")
    asked = json.load(sys.stdin)
    os.chdir(sys.argv[1])
    import_everything()
    json.dump([ran(arguments) for arguments in asked], sys.stdout)
