"""What describes the published tables to programs: a Data Package, and CSV on the Web.

Data Package: the file `datapackage.json` of the Frictionless standard, version 1. CSV on the Web:
`csv-metadata.json`, W3C Recommendation of 17 December 2015. Both name columns in Japanese and
English; the rows are in the words of the contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sagaict.domain.body import Body, Licence
from sagaict.language import spoken
from sagaict.reporting.machine import csv_bytes, json_text
from sagaict.reporting.opendata.column import Column, ColumnType, names_of
from sagaict.reporting.opendata.tables import TABLES, Table
from sagaict.reporting.rows import Row

__all__ = ["package_files"]

_FRICTIONLESS: Mapping[ColumnType, str] = {
    "text": "string",
    "word": "string",
    "words": "string",
    "number": "number",
    "integer": "integer",
    "flag": "boolean",
}
_XSD: Mapping[ColumnType, str] = {**_FRICTIONLESS, "number": "decimal"}


def package_files(
    tables: Mapping[str, Iterable[Row]],
    bodies: Iterable[Body],
    revision: str | None,
    incomplete: tuple[str, ...],
) -> dict[str, bytes]:
    """The files of a package by name: a CSV for each table, and the two descriptions.

    `revision` is the commit the data was taken from; `incomplete` are files whose content is
    missing, named in the description.
    """
    known = tuple(bodies)
    about: dict[str, object] = {
        "name": "sagaict",
        "title": "、".join(body.name for body in known) or "sagaict",
        **({"licenses": _licences(known)} if any(body.licence for body in known) else {}),
        **({"version": revision} if revision else {}),
        **({"incomplete": list(incomplete)} if incomplete else {}),
    }
    files = {
        f"{name}.csv": csv_bytes(names_of(TABLES[name].columns), rows, "utf-8")
        for name, rows in tables.items()
    }
    resources = [_resource(name, TABLES[name]) for name in tables]
    package = {"profile": "tabular-data-package", **about, "resources": resources}
    files["datapackage.json"] = f"{json_text(package)}\n".encode()
    files["csv-metadata.json"] = f"{json_text(_csvw(tables, known, about))}\n".encode()
    return files


def _licences(bodies: Iterable[Body]) -> list[dict[str, str]]:
    found = dict.fromkeys(body.licence for body in bodies if body.licence)
    return [_licence(each) for each in found]


def _licence(licence: Licence) -> dict[str, str]:
    said = {"name": licence.name, "title": licence.title, "path": licence.url}
    return {key: value for key, value in said.items() if value}


def _resource(name: str, table: Table) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": spoken("ja", table.about),
        "description": spoken("en", table.about),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": _FRICTIONLESS[column.type],
        "title": spoken("ja", column.heading),
        "description": spoken("en", column.heading),
        **({"constraints": {"enum": list(column.words)}} if column.type == "word" else {}),
    }


def _csvw(
    tables: Iterable[str], bodies: tuple[Body, ...], about: Mapping[str, Any]
) -> dict[str, object]:
    urls = [body.licence.url for body in bodies if body.licence and body.licence.url]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": about["title"],
        **({"dc:license": {"@id": urls[0]}} if urls else {}),
        **({"notes": [{"incomplete": about["incomplete"]}]} if "incomplete" in about else {}),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tables": [
            {
                "url": f"{name}.csv",
                "dc:description": [
                    {"@value": spoken(language, TABLES[name].about), "@language": language}
                    for language in ("ja", "en")
                ],
                "tableSchema": {
                    "columns": [_csvw_column(column) for column in TABLES[name].columns]
                },
            }
            for name in tables
        ],
    }


def _csvw_column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "titles": {"und": [column.name]},
        "dc:title": [
            {"@value": spoken(language, column.heading), "@language": language}
            for language in ("ja", "en")
        ],
        "datatype": _XSD[column.type],
        "null": [""],
    }
