"""Gathering the rows of one body or several, and writing them as one table or as a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sagaict.cli.frame.extras import needed
from sagaict.cli.frame.filters import plans_meant
from sagaict.cli.frame.folder import write_folder
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import open_session
from sagaict.cli.reports.export import Export
from sagaict.cli.reports.export_report import ExportReport
from sagaict.domain.body import Body
from sagaict.domain.light import dataclass
from sagaict.language import _, activate, active
from sagaict.reading.settings import read_settings
from sagaict.reporting.conditions import conditions_data
from sagaict.reporting.opendata.column import TooPrecise
from sagaict.reporting.opendata.package import package_files
from sagaict.reporting.opendata.tables import TABLES, Asked, rows_in
from sagaict.reporting.rows import SCHEMA_VERSION, Row

__all__ = ["run_export"]


@dataclass(frozen=True, slots=True)
class _Published:
    """What one body gives: its rows by table, and what is said of them."""

    body: Body | None
    about: dict[str, object]
    tables: dict[str, list[Row]]
    revision: str | None
    incomplete: tuple[str, ...]


def run_export(asked: Export) -> int:
    """Write the table, or the folder, that was asked for.

    Raises:
        Refusal: something cannot be done as asked; nothing was written.
    """
    _require_one_destination(asked)
    if asked.partitioned is not None:
        return _write_partitions(asked, asked.partitioned)
    names = tuple(TABLES) if asked.package else (asked.table,)
    found = list(_bodies(asked, names))
    incomplete = tuple(path for each in found for path in each.incomplete)
    if asked.package is not None:
        tables = {name: [row for each in found for row in each.tables[name]] for name in names}
        bodies = [each.body for each in found if each.body]
        revision = found[0].revision if len(found) == 1 else None
        write_folder(asked.package, package_files(tables, bodies, revision, incomplete))
        return 0
    rows = [row for each in found for row in each.tables[asked.table]]
    report = ExportReport(
        _about(asked, found), TABLES[asked.table].columns, rows, worded=asked.words
    )
    with _parquet():
        return asked.write(report, incomplete)


def _write_partitions(asked: Export, folder: str) -> int:
    """Write Parquet by body and year; of each body only its files are kept until all are written.

    Raises:
        Refusal: something cannot be done as asked; nothing was written.
    """
    files: dict[str, bytes] = {}
    incomplete: tuple[str, ...] = ()
    with _parquet():
        from sagaict.reporting.opendata.partitions import partitions_of

        for each in _bodies(asked, (asked.table,)):
            about = {**_about(asked, [each]), "incomplete": each.incomplete}
            rows = each.tables[asked.table]
            files.update(partitions_of(TABLES[asked.table].columns, rows, about))
            incomplete += each.incomplete
    write_folder(folder, files, only=".parquet")
    return 1 if incomplete else 0


def _require_one_destination(asked: Export) -> None:
    """Refuse what says twice where the output goes, or asks a folder for what it has not.

    Raises:
        Refusal: it does.
    """
    given = {
        "--output": asked.output,
        "--package": asked.package,
        "--partitioned": asked.partitioned,
    }
    named = [name for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise Refusal(
            _("{first} and {second} cannot be combined").format(first=named[0], second=named[1])
        )
    if asked.package is not None and asked.words:
        raise Refusal(_("a package has the names of columns for programs; leave out --words"))
    if asked.partitioned is not None and (asked.words or asked.table != "figures"):
        raise Refusal(_("only the table of figures, with its names, is written by body and year"))
    if asked.status and asked.table != "figures" and asked.package is None:
        raise Refusal(_("--status is asked of the table of figures; leave it out"))


def _bodies(asked: Export, names: tuple[str, ...]) -> Iterator[_Published]:
    """What each folder gives, one after the other.

    Of several bodies each needs a code of its own, or their rows would mix.

    Raises:
        Refusal: one has none, or two have the same.
    """
    folders = asked.data or (None,)
    known: set[str | None] = set()
    for number, folder in enumerate(folders, start=1):
        found = _published(asked, folder, names)
        code = found.body.code if found.body else None
        if len(folders) > 1 and code is None:
            raise Refusal(
                _(
                    "folder {number} of --data does not say whose it is; add to its sagaict.yaml: "
                    "body: {{name: …, code: …}}"
                ).format(number=number)
            )
        if code in known:
            raise Refusal(_("two folders of --data have the code {code}").format(code=code))
        known.add(code)
        yield found


def _published(asked: Export, folder: str | None, names: tuple[str, ...]) -> _Published:
    activate(active())  # what another body has no eras for does not hold for this one
    found = open_session(folder, asked.today, asked.as_of, asked.rev)
    session = replace(found, public=asked.public)
    session.warn_about_broken_files()
    settings, _problems = read_settings(session.workspace)
    plans = plans_meant(session, asked.plan)
    conditions = asked.conditions(session, plans)
    of = Asked(session.portfolio, session.view, tuple(plans), conditions, settings.body)
    commit = session.commit_data
    about: dict[str, object] = {
        "as_of": session.view.as_of.label,
        **({"revision": commit} if commit else {}),
        **({"filter": conditions_data(conditions)} if conditions.narrow else {}),
    }
    return _Published(
        settings.body,
        about,
        {name: list(rows_in(TABLES[name], of)) for name in names},
        session.commit.id if session.commit else None,
        session.incomplete,
    )


def _about(asked: Export, found: list[_Published]) -> dict[str, object]:
    """What the page says beside its rows: of one body what the contract names, of several each."""
    table = {} if asked.table == "figures" else {"table": asked.table}
    if len(found) == 1:
        return {"schema_version": SCHEMA_VERSION, **table, **found[0].about}
    bodies = [
        {"body_code": each.body.code, "body_name": each.body.name, **each.about}
        for each in found
        if each.body
    ]
    return {"schema_version": SCHEMA_VERSION, **table, "bodies": bodies}


@contextmanager
def _parquet() -> Iterator[None]:
    """Around what may need the extra, or hold a number that has too many digits for it.

    Raises:
        Refusal: it is not there, or does not fit.
    """
    with needed("pyarrow"):
        try:
            yield
        except TooPrecise as error:
            raise Refusal(
                _("{value} in row {row}, column {column}, has too many digits for Parquet").format(
                    value=error.value, row=error.row, column=error.column
                )
            ) from None
