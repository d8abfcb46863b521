"""Tables as Parquet, with types: numbers exact, flags as flags, what is missing as null."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sagaict.reporting.opendata.column import Column, TooPrecise
from sagaict.reporting.rows import Row

__all__ = ["parquet_bytes"]

_DIGITS, _PLACES = 38, 12
_AT_ONCE = 10_000
"""Rows in a group: so many are held as Python objects and no more."""


def parquet_bytes(
    columns: Sequence[Column], rows: Iterable[Row], about: Mapping[str, object]
) -> bytes:
    """The rows as a Parquet file; `about` goes into its metadata as JSON, under `sagaict`.

    Numbers are `decimal128(38, 12)`.

    Raises:
        TooPrecise: a number that does not fit; nothing is rounded silently.
    """
    types: dict[str, Any] = {
        "text": pa.string(),
        "word": pa.string(),
        "words": pa.string(),
        "number": pa.decimal128(_DIGITS, _PLACES),
        "integer": pa.int32(),
        "flag": pa.bool_(),
    }
    schema = pa.schema(
        [pa.field(column.name, types[column.type]) for column in columns],
        metadata={"sagaict": json.dumps(about, ensure_ascii=False, sort_keys=True)},
    )
    stream = io.BytesIO()
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        group: list[Row] = []
        for number, row in enumerate(rows, start=1):
            _require_exact(columns, row, number)
            group.append(row)
            if len(group) == _AT_ONCE:
                writer.write_table(pa.Table.from_pylist(group, schema))
                group.clear()
        writer.write_table(pa.Table.from_pylist(group, schema))
    return stream.getvalue()


def _require_exact(columns: Sequence[Column], row: Row, number: int) -> None:
    for column in columns:
        value = row[column.name]
        if isinstance(value, Decimal) and not _fits(value):
            raise TooPrecise(value, number, column.name)


def _fits(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    places_fit = isinstance(exponent, int) and exponent >= -_PLACES
    return places_fit and value.adjusted() < _DIGITS - _PLACES
