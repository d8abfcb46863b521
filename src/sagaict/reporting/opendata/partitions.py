"""The long table as Parquet files by body and year, in folders named as Hive names them.

DuckDB, Spark and pyarrow read the folder as one table, and only the files that a question needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sagaict.reporting.opendata.column import Column
from sagaict.reporting.opendata.parquet import parquet_bytes
from sagaict.reporting.rows import Row

__all__ = ["partitions_of"]

_BY = ("body_code", "fiscal_year")
_NONE = "__HIVE_DEFAULT_PARTITION__"


def partitions_of(
    columns: Sequence[Column], rows: Iterable[Row], about: Mapping[str, object]
) -> dict[str, bytes]:
    """The files by their path. The columns that folders name do not stand in the files.

    Raises:
        TooPrecise: a number that does not fit; its row is counted within its file.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        folders = (f"{name}={_NONE if row[name] is None else row[name]}" for name in _BY)
        groups.setdefault("/".join(folders), []).append(row)
    inside = [column for column in columns if column.name not in _BY]
    return {
        f"{folder}/figures.parquet": parquet_bytes(inside, group, about)
        for folder, group in sorted(groups.items())
    }
