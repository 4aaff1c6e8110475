"""Data frames that are out of the ordinary, with pyarrow and without."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import numpy
import pandas
import payymo
import pytest
from payymo import PayymoError

DAY = datetime.date(2026, 3, 4)
ZONE = "Europe/Berlin"
ROWS: dict[str, list[Any]] = {
    "id": ["t1", "t2"],
    "booked_on": [DAY, DAY],
    "amount": [Decimal("112.00"), Decimal("5.00")],
    "currency": ["EUR", "EUR"],
}
ITEMS: dict[str, list[Any]] = {"id": ["1042"], "total": [Decimal("112.00")], "currency": ["EUR"]}


def frame(**columns: Any) -> pandas.DataFrame:
    return pandas.DataFrame({**ROWS, **columns})


def items_like(table: Any) -> Any:
    """The items as a table of the same kind."""
    if isinstance(table, pandas.DataFrame):
        return pandas.DataFrame(ITEMS)
    if type(table).__module__.startswith("polars"):
        import polars

        return polars.DataFrame(ITEMS)
    import pyarrow

    return pyarrow.table(ITEMS)


def sound(table: Any) -> Any:
    """The result of a table that has nothing to say against any row."""
    result: Any = payymo.reconcile(table, items_like(table))
    assert result.errors == ()
    return result


def used(table: Any) -> int:
    """How many rows could be used."""
    count: int = sound(table).summary.transactions
    return count


def day(table: Any) -> datetime.date:
    """The latest day of the rows."""
    latest: datetime.date = sound(table).as_of
    return latest


def refused(code: str, field: str | None, table: Any) -> PayymoError:
    """The exception of a table that is refused whole."""
    with pytest.raises(PayymoError) as told:
        payymo.reconcile(table, items_like(table))
    assert (told.value.code, told.value.field) == (code, field)
    assert told.value.__cause__ is None and told.value.__context__ is None
    return told.value


class Strange:
    pass


def frames_of_no_use() -> None:
    """Frames that are refused, and those that are not, with pyarrow and without."""
    items = pandas.DataFrame(ITEMS)
    lone = refused("contract.encoding", "/transactions/remittance", frame(remittance=pandas.Series(["secret\ud800", "x"], dtype=object)))
    assert "secret" not in repr(lone)
    double = pandas.concat([frame(), frame()[["amount"]]], axis=1)
    refused("contract.field", "/transactions/amount", double)
    refused("contract.field", "/transactions/id", pandas.DataFrame([[1, 2]]))
    refused("contract.field", "/transactions/id", pandas.concat({"a": frame()}, axis=1))
    for amounts in ([Decimal("1.00"), 1.5], ["1.00", 1.5], [1, 1.5], [1.5, None]):
        refused("input.float_money", "/transactions/amount", frame(amount=pandas.Series(amounts, dtype=object)))
    refused("input.bad_field", "/transactions/remittance", frame(remittance=["a", 5]))
    # Nothing, in all its forms.
    for nothing in (pandas.NA, None, numpy.nan, Decimal("NaN")):
        result = payymo.reconcile(frame(amount=pandas.Series([Decimal("1.00"), nothing], dtype=object)), items)
        assert [error.code for error in result.errors] == ["input.missing"]
        assert used(frame(remittance=pandas.Series(["x", nothing if nothing is not None else None], dtype=object))) == 2
    for plain in ([1, 2], [Decimal("1"), 2], pandas.array([1, 2], "Int64"), pandas.arrays.SparseArray([1, 2]), ["1", "2.50"]):
        assert used(frame(amount=plain)) == 2
    huge = payymo.reconcile(frame(amount=numpy.array([2**63, 1], numpy.uint64)), items)
    assert len(huge.errors) == 1
    # Columns that nobody knows hold what they like.
    for unknown in ([Strange(), None], [[1], {"a": Strange()}], ["\ud800", 1.5], [1j, 2], pandas.arrays.SparseArray([1, 0])):
        assert used(frame(unknown=unknown)) == 2
    assert used(frame().set_index("id")) == 2
    assert used(frame(other=[1, 2]).set_index(["id", "other"])) == 2
    assert used(frame().head(0)) == 0
    both = payymo.reconcile(frame(), items, settlements=pandas.DataFrame({"invoice": [], "amount": []}))
    assert both.summary.transactions == 2
    for text in ("2026-03-04 00:00", "2026-03-04 00:30"):
        assert day(frame(booked_on=pandas.to_datetime([text] * 2).tz_localize(ZONE))) == DAY
    assert day(frame(booked_on=[pandas.Timestamp(DAY), DAY])) == DAY
