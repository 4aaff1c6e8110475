"""Data frames of pandas where pyarrow is not installed: column by column."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from payymo import _native
from payymo._errors import refused


class Columns:
    """A data frame's columns as a stream of Arrow."""

    __slots__ = ("_table",)

    def __init__(self, name: str, frame: Any) -> None:
        columns = {str(column): frame[column].tolist() for column in frame.columns}
        self._table = _native.ArrowTable.of(
            {column: [cell(each, f"/{name}/{column}") for each in values] for column, values in columns.items()}
        )

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


def cell(value: Any, field: str) -> Any:
    """A value as a column of text, whole numbers, truth or floats holds it."""
    if value is None or value != value or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise refused("contract.field", f"{type(value).__name__} in a data frame needs pyarrow", field)
