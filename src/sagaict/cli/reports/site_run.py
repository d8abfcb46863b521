"""Writing the site: what changed, and away with the pages of what is there no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sagaict.cli.frame.folder import write_folder
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.reports.site import Site
from sagaict.cli.year.deadlines import read_deadlines
from sagaict.language import LANGUAGES, _, active
from sagaict.language.system import system_words
from sagaict.reading.settings import read_settings
from sagaict.reading.workers import each
from sagaict.reporting.site.assembly import files_of, site_parts
from sagaict.reporting.site.edition import Edition
from sagaict.reporting.site.paths import DATA, PLANS

__all__ = ["run_site"]

_MANIFEST = ".sagaict-site"
"""Lists the files of the site, so that the next one can tell its own from others'."""
_FOLDERS = (DATA, PLANS, *LANGUAGES)


def run_site(asked: Site) -> int:
    """Write the site into its folder.

    Raises:
        Refusal: there is no data, the folder is inside that of the data or holds other files of
            the same names, or it cannot be written.
    """
    session = replace(asked.open(), public=asked.public)
    settings, _problems = read_settings(session.workspace)
    edition = Edition(
        session.portfolio,
        session.view,
        read_deadlines(session.workspace),
        settings.body,
        session.commit.id if session.commit else "",
        session.incomplete,
    )
    languages = (active(), *(other for other in LANGUAGES if other != active()))
    root = Path(asked.output)
    if root.resolve().is_relative_to(session.folder.path.resolve()):
        raise Refusal(
            _("{path} is inside the data folder; name a folder outside of it").format(
                path=asked.output
            )
        )
    before = _taken(root)
    parts = site_parts(edition)
    write = partial(_write, edition, languages, asked.output)
    written, names = 0, []
    for made, changed in each(
        write, list(parts), [size * len(languages) for size in parts.values()]
    ):
        written += changed
        names += made
    gone = _removed(root, before - set(names))
    write_folder(asked.output, {_MANIFEST: "".join(f"{name}\n" for name in names).encode()})
    print(
        _("{folder}: {pages} files, {written} written, {gone} removed").format(
            folder=asked.output, pages=len(names), written=written, gone=gone
        )
    )
    return 0


def _write(
    edition: Edition, languages: Sequence[str], folder: str, part: str
) -> tuple[list[str], int]:
    """Write the files of a part; their names, and how many of them were not there like that."""
    files = files_of(edition, languages, part)
    return list(files), len(write_folder(folder, files))


def _taken(root: Path) -> set[str]:
    """The files of the site that was made there before; from now on the folder is a site's.

    Raises:
        Refusal: none was, and others' pages are there; or it cannot be read or written.
    """
    try:
        return set((root / _MANIFEST).read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        others = [*root.glob("*.html"), *(root / name for name in _FOLDERS)]
        found = next((path for path in others if path.exists()), None)
        if found is not None:
            raise Refusal(
                _("{path} is there already, and no site made it; name another folder").format(
                    path=found
                )
            ) from None
        write_folder(str(root), {_MANIFEST: b""})
        return set()
    except (OSError, UnicodeDecodeError) as error:
        words = system_words(error) if isinstance(error, OSError) else str(error)
        raise Refusal(
            _("{path} cannot be read: {reason}").format(path=root / _MANIFEST, reason=words)
        ) from None


def _removed(root: Path, names: set[str]) -> int:
    """Remove what was made before and is no part of it now; nothing outside of the folder."""
    inside, count = root.resolve(), 0
    for name in sorted(names):
        path = root / name
        if path.is_file() and path.parent.resolve().is_relative_to(inside):
            try:
                path.unlink()
            except OSError as error:
                raise Refusal(
                    _("{path} cannot be written: {reason}").format(
                        path=path, reason=system_words(error)
                    )
                ) from None
            count += 1
    return count
