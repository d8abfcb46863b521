"""A check from request to exit code: read, judge, mend, narrow down, print."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sagaict.checking.result import CheckResult
from sagaict.checking.run import check_files
from sagaict.cli.files.check import Check
from sagaict.cli.frame.output import write_output
from sagaict.cli.frame.paths import data_of, files_below
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import open_folder, origin_text, parse_day
from sagaict.cli.frame.whole import whole
from sagaict.cli.frame.words import word
from sagaict.domain.light import dataclass
from sagaict.language import _
from sagaict.language.visible import visible
from sagaict.reading.files import FileOf, HeldFile, files_on_disk, is_data
from sagaict.reading.listing import Listing, list_folder, listing_of
from sagaict.reading.settings import settings_file
from sagaict.reporting.check_formats import FORMATS, chosen_by
from sagaict.reporting.links import links_of
from sagaict.reporting.output import Output

if TYPE_CHECKING:
    from datetime import date

    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.problem import Problem

__all__ = ["run_check"]

_PAUSE = 0.5
"""Seconds between two looks at the files while watching."""


def run_check(request: Check) -> int:
    """Check once, or again and again. 0 clean, 1 findings.

    Raises:
        Refusal: an option or path that cannot be used.
    """
    return _watch(request) if request.watch else _check(request)


def _check(request: Check) -> int:
    form = request.format or chosen_by(os.environ)
    outputs = request.output or []
    files = _files_to_write(outputs, form)
    _require_one_source(request)
    data, result = _judged(request)
    total = 0
    # What a slip hid shows when it is mended, and may be mended in its turn.
    while request.fix and (count := _mend(data.listing, result)):
        total += count
        data, result = _judged(request)
    if total:
        print(_("mended: {count}").format(count=total), file=sys.stderr)
    if not request.info:
        result = result.without("info")
    links = links_of(os.environ, Path.cwd())
    for name, path in files:
        text = FORMATS[name](result, links)
        write_output(text.encode(errors="backslashreplace"), path)
    if all("=" in text for text in outputs):
        _print(FORMATS[form](result, links), data.origin if form == "text" else "")
    failing = ("error", "warning") if request.strict else ("error",)
    return 1 if any(result.count(severity) for severity in failing) else 0


def _print(text: str, origin: str) -> None:
    output = Output(sys.stdout)
    output.text(text)
    if origin:
        output.text(f"{origin}\n")


@dataclass(frozen=True, slots=True)
class _Data:
    """What was checked: the folder, its files, and which data that is, in words."""

    folder: DataFolder
    listing: Listing
    origin: str


def _judged(request: Check) -> tuple[_Data, CheckResult]:
    """The data, and what was found in the part of it that is asked for.

    Raises:
        Refusal: an option or path that cannot be used.
    """
    folder, name = _folder(request), request.stdin_filename
    day = parse_day(request.today)
    content = sys.stdin.buffer.read() if name is not None else b""

    def look() -> tuple[Listing, CheckResult]:
        listing = list_folder(folder.path, shown_as=folder.shown)
        if name is not None:
            listing = _with_stdin(listing, name, content)
        return listing, check_files(listing, day)

    listing, result = whole(folder, look)
    if not listing.files:
        raise Refusal(_("{path} holds no plan").format(path=folder.shown))
    data = _Data(folder, listing, origin_text(folder, result.plans, result.projects))
    return data, _narrow(request, data, day, result)


def _folder(request: Check) -> DataFolder:
    """The folder of the data, by the paths that are named if by nothing else.

    Raises:
        Refusal: there is no data where it was said to be.
    """
    names = request.paths or ([request.stdin_filename] if request.stdin_filename else [])
    return open_folder(request.data_folder or (data_of(names[0]) if names else None))


def _watch(request: Check) -> int:
    """Check, and again after every change of a file, until interrupted.

    A refusal ends it only at the beginning.
    """
    if request.stdin_filename is not None:
        raise Refusal(_("--stdin-filename does not go together with {name}").format(name="--watch"))
    folder = _folder(request)
    last: object = None
    while True:
        seen = _state(Listing(folder.path, folder.shown))
        if seen != last:
            first, last = last is None, seen
            try:
                _check(request)
            except Refusal as refusal:  # a folder moved away for a moment comes back
                if first:
                    raise
                print(f"sagaict: {visible(str(refusal))}", file=sys.stderr)
            sys.stdout.flush()
        time.sleep(_PAUSE)


def _state(listing: Listing) -> list[tuple[str, int, int]]:
    """What tells a changed file from an unchanged one, without reading any."""
    found = []
    top = FileOf(listing.root, listing.shown)
    for file in (*files_on_disk(top), settings_file(listing)):
        try:
            about = file.path.stat()
        except OSError:
            continue
        found.append((file.shown, about.st_mtime_ns, about.st_size))
    return found


def _require_one_source(request: Check) -> None:
    if request.stdin_filename is None:
        return
    others = (
        ("--fix", request.fix),
        ("--changed", request.changed is not None),
        ("PATH", bool(request.paths)),
    )
    for name, given in others:
        if given:
            raise Refusal(_("--stdin-filename does not go together with {name}").format(name=name))


def _with_stdin(listing: Listing, name: str, content: bytes) -> Listing:
    """The files as they would be if that one held what comes in on standard input."""
    top = FileOf(listing.root, listing.shown)
    named = Path(name).resolve()
    files = {file.path.resolve(): file for file in listing.files}
    file = files.get(named) or _new_file(top, named)
    if file is None:
        raise Refusal(
            _("{path} is no file of the data, nor a folder of such files").format(path=name)
        )
    files[named] = HeldFile(file.path, file.shown, content)
    return replace(listing_of(top, files.values()), problems=listing.problems)


def _new_file(top: FileOf, named: Path) -> FileOf | None:
    """A file that is not on disk yet, if it would be one of the data."""
    root = top.path.resolve()
    parts = named.relative_to(root).parts if named.is_relative_to(root) else ()
    if len(parts) < 2 or not is_data(parts):
        return None
    file = top
    for part in parts:
        file = file.inside(part)
    return file


def _files_to_write(outputs: Iterable[str], form: str) -> list[tuple[str, str]]:
    """The forms to be written to files; a file alone takes what else is printed.

    Raises:
        Refusal: a form is unknown, or there is no file.
    """
    found = []
    for text in outputs:
        name, separator, path = text.partition("=")
        if not separator and text not in FORMATS:
            found.append((form, text))
        elif path:
            found.append((word(name, FORMATS, "--output"), path))
        else:
            raise Refusal(
                _("“{text}” is not possible for --output; write FORMAT=FILE").format(text=text)
            )
    return found


def _mend(listing: Listing, result: CheckResult) -> int:
    """Mend the files that the result is about; how many problems that were."""
    from sagaict.checking.fixes import FIXABLE, fixed_text
    from sagaict.cli.frame.changes import write
    from sagaict.writing.transaction import Edit

    by_path: dict[str, list[Problem]] = {}
    for problem in result.of(FIXABLE).problems:
        by_path.setdefault(problem.path, []).append(problem)
    edits: list[Edit] = []
    total = 0
    for file in _files(listing):
        problems = by_path.get(file.shown, [])
        if not problems:
            continue
        try:
            content = file.read()
            text = content.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        mended, count = fixed_text(text, problems)
        if count and mended != text:
            edits.append(Edit(file.path, content, mended.encode()))
            total += count
    write(listing.root, edits)
    return total


def _files(listing: Listing) -> Iterator[FileOf]:
    """The files of the data, and the settings if there are any."""
    yield from listing.files
    settings = settings_file(listing)
    if os.path.lexists(settings.path):
        yield settings


def _narrow(request: Check, data: _Data, day: date, result: CheckResult) -> CheckResult:
    files = list(_files(data.listing))
    names = [request.stdin_filename] if request.stdin_filename else request.paths
    if names:
        result = result.only({file.shown for file in files_below(names, files)})
    if request.changed is not None:
        from sagaict.checking.news import of_a_branch
        from sagaict.cli.frame.commits import git_refusals
        from sagaict.reading.commit import list_commit
        from sagaict.reading.git_changes import branch_start

        with git_refusals():
            repository, start = branch_start(data.folder.path, request.changed or None)
            touched = repository.changed_since(start)
            base = list_commit(repository, start)
        before = check_files(base, day)
        paths = {file.shown for file in files if file.path.resolve() in touched}
        result = of_a_branch((base, before), (data.listing, result), paths)
    return result
