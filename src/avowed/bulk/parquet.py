"""Rows as Parquet and back: the same rows give the same bytes."""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from avowed.bulk.rows import Row
from avowed.bulk.tables import FORMAT, Column, Table, Type

_TEXT, _COUNT = pa.string(), pa.int64()


def _list(of: Any) -> Any:
    return pa.list_(pa.field("element", of))  # as Parquet calls it


def _struct(*fields: tuple[str, Any]) -> Any:
    return pa.struct(list(fields))


_TYPES = {
    Type.TEXT: _TEXT,
    Type.TEXTS: _list(_TEXT),
    Type.COUNT: _COUNT,
    Type.NUMBER: pa.float64(),
    Type.FLAG: pa.bool_(),
    Type.DAY: pa.date32(),
    Type.JSON: _TEXT,
    Type.PARTIES: _list(_struct(*((name, _TEXT) for name in ("role", "basis", "occurrence", "words", "speaker")))),
    Type.TOLLS: _list(_struct(("kind", _TEXT), ("who", _TEXT), *((name, _COUNT) for name in ("low", "best", "high")))),
}


def schema(table: Table) -> Any:
    """The columns of a table for PyArrow, each with its meaning."""
    return pa.schema([_field(column) for column in table.columns], metadata={"format": FORMAT, "row": table.words})


def _field(column: Column) -> Any:
    return pa.field(column.name, _TYPES[column.type], metadata={"means": column.words})


def table_of(table: Table, rows: Sequence[Row]) -> Any:
    """Rows as a table of PyArrow."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    wanted = schema(table)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, wanted, strict=True)]
    return pa.Table.from_arrays(arrays, schema=wanted)


def joined(parts: Iterable[Any]) -> Any:
    """Tables of one kind as one, in order."""
    return pa.concat_tables(parts).combine_chunks()


def written(held: Any) -> bytes:
    """A table of PyArrow as a Parquet file."""
    sink = pa.BufferOutputStream()
    pq.write_table(held, sink, compression="zstd", version="2.6")
    return bytes(sink.getvalue())
