"""Data frames of pandas where pyarrow is not installed: column by column."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from payymo import _native
from payymo._columns import MONEY, mixed
from payymo._errors import refused

FARTHEST = 2**63 - 1


class Columns:
    """A data frame's columns as a stream of Arrow."""

    __slots__ = ("_table",)

    def __init__(self, name: str, frame: Any) -> None:
        self._table = _native.ArrowTable.of(
            {column: cells(column, frame[column].tolist(), f"/{name}/{column}") for column in frame.columns}
        )

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


def cells(column: str, values: list[Any], field: str) -> list[Any]:
    """Values of one type: text, whole numbers, truth or floats."""
    made = [cell(each, field) for each in values]
    kinds = {type(each) for each in made if each is not None}
    if len(kinds) > 1 and not kinds <= {int, Decimal} and not kinds <= {int, float}:
        raise mixed(column, made, field)
    if kinds == {int, float}:
        return [None if each is None else float(each) for each in made]
    if Decimal in kinds or any(type(each) is int and abs(each) > FARTHEST for each in made):
        return [None if each is None else str(each) for each in made]
    return made


def cell(value: Any, field: str) -> Any:
    """A value as one of the types that a column may be of, or a decimal."""
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        value = value.item()
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            pass
        else:
            return str(value)
        raise refused("contract.encoding", "text with a lone surrogate", field)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return None if value != value else float(value)
    if isinstance(value, Decimal):
        return None if value.is_nan() else value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise refused("contract.field", f"{type(value).__name__} in a data frame needs pyarrow", field)
