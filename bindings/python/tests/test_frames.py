"""Columns of data frames and of Arrow that are out of the ordinary: nothing in them, zones, unknown columns, text that is none."""

from __future__ import annotations

import copy
import datetime
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy
import pandas
import payymo
import polars
import pyarrow
import pytest

from frames import DAY, ITEMS, ROWS, ZONE, day, frame, frames_of_no_use, refused, used

def test_dictionaries_without_words() -> None:
    none = pyarrow.array([None, None], pyarrow.string()).dictionary_encode()
    for column in ("remittance", "counterparty.name"):
        assert used(pyarrow.table({**ROWS, column: none})) == 2
    assert used(frame(remittance=pandas.Categorical([None, None]))) == 2
    for kind in (polars.Categorical, polars.Enum([])):
        assert used(polars.DataFrame(ROWS).with_columns(polars.lit(None, kind).alias("remittance"))) == 2


@pytest.mark.parametrize("name", ["remittance", "unknown", "value_on", "fees"])
def test_columns_of_nothing(name: str) -> None:
    assert used(polars.DataFrame({**ROWS, name: [None, None]})) == 2
    assert used(pyarrow.table({**ROWS, name: pyarrow.nulls(2)})) == 2
    assert used(frame(**{name: [None, None]})) == 2


def test_nothing_within_lists_and_objects() -> None:
    columns: list[dict[str, list[Any]]] = [
        {"references": [[], []]},
        {"counterparty": [{"name": None, "iban": "x"}, {"name": None, "iban": None}]},
        {"fees": [[{"amount": Decimal(0), "currency": "EUR", "kind": None}], []]},
        {"unknown": [[[None]], [[]]]},
        {"metadata": [{"a": [None]}, None]},
    ]
    for column in columns:
        payymo.reconcile(polars.DataFrame({**ROWS, **column}), polars.DataFrame(ITEMS))
    pairs = polars.DataFrame(ROWS).with_columns(polars.Series("references", [[None, None]] * 2, polars.Array(polars.Null, 2)))
    assert len(payymo.reconcile(pairs, polars.DataFrame(ITEMS)).errors) == 2


def test_instants_with_a_zone_in_arrow_are_no_days() -> None:
    def column(text: str, zone: str | None) -> pyarrow.Table:
        at = pandas.to_datetime([text, None])
        days = pyarrow.array(at if zone is None else at.tz_localize(zone), pyarrow.timestamp("us", zone))
        return pyarrow.table({**ROWS, "value_on": days})

    for zone in (ZONE, "America/New_York", "UTC"):
        for text in ("2026-03-04 00:30", "2026-03-04"):
            if (zone, text) != ("UTC", "2026-03-04"):
                assert "dates" in refused("input.bad_date", "/transactions/value_on", column(text, zone)).message
    assert used(column("2026-03-04", "UTC")) == 2
    assert used(column("2026-03-04 23:30", None)) == 2
    within = pyarrow.table({**ROWS, "booked_on": pyarrow.array([datetime.datetime(2026, 3, 4)] * 2, pyarrow.timestamp("us", "UTC"))})
    assert day(within) == DAY


@pytest.mark.parametrize("text", ["2026-03-04 00:00", "2026-03-04 00:30", "2026-03-04 23:30"])
@pytest.mark.parametrize("zone", [None, ZONE, "America/New_York", "UTC"])
def test_frames_have_their_own_days(zone: str | None, text: str) -> None:
    at = pandas.to_datetime([text] * 2).tz_localize(zone)
    assert day(frame(booked_on=at)) == DAY
    assert day(frame(booked_on=pandas.Series(list(at), dtype=object))) == DAY
    arrow = pandas.ArrowDtype(pyarrow.timestamp("us", zone))
    assert day(frame(booked_on=pandas.Series(at).astype(arrow))) == DAY
    assert payymo.reconcile(frame(booked_on=at).to_dict("records"), []).as_of == DAY
    naive = polars.DataFrame({**ROWS, "booked_on": [datetime.datetime.fromisoformat(text)] * 2})
    zoned = naive if zone is None else naive.with_columns(polars.col("booked_on").dt.replace_time_zone(zone))
    assert day(zoned) == DAY


def test_maps_without_names() -> None:
    for kind in (pyarrow.int32(), pyarrow.binary()):
        key = 1 if kind == pyarrow.int32() else b"a"
        entries = pyarrow.array([[(key, "b")], None], pyarrow.map_(kind, pyarrow.string()))
        refused("contract.field", "/transactions/metadata", pyarrow.table({**ROWS, "metadata": entries}))
    entries = pyarrow.array([[("a", "b")], None], pyarrow.map_(pyarrow.large_string(), pyarrow.string()))
    assert used(pyarrow.table({**ROWS, "metadata": entries})) == 2


def test_minor_units_are_minor_units_in_every_type() -> None:
    paid = {"id": ["t1"], "booked_on": [DAY], "currency": ["EUR"], "remittance": ["INV-1042 paid"]}
    items = pyarrow.table({**ITEMS, "number": ["INV-1042"]})
    for amounts in (
        pyarrow.array([11200]),
        pyarrow.array([Decimal("11200.00")]),
        pyarrow.array(["11200"]),
        pyarrow.array([Decimal("11200")], pyarrow.decimal256(60, 0)),
    ):
        result = payymo.reconcile(pyarrow.table({**paid, "amount_minor": amounts}), items)
        assert result.allocations["amount"].to_pylist() == [Decimal("112.00")]
    for wrong in (pyarrow.array([Decimal("112.50")]), pyarrow.array(["112.50"]), pyarrow.array([2**63], pyarrow.uint64())):
        assert len(payymo.reconcile(pyarrow.table({**paid, "amount_minor": wrong}), items).errors) == 1


class Stream:
    def __init__(self, given: Any) -> None:
        self.given = given

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        return self.given


def test_streams_that_are_none() -> None:
    refused("contract.field", "/transactions", Stream(5))
    refused("contract.field", "/transactions", Stream(pyarrow.array([1]).__arrow_c_array__()[0]))
    refused("contract.field", "/transactions", Stream(pyarrow.chunked_array([[1, 2]]).__arrow_c_stream__()))


def test_a_result_in_tables_is_copied_and_not_pickled() -> None:
    result = payymo.reconcile(pyarrow.table(ROWS), pyarrow.table(ITEMS))
    for copied in (copy.copy(result), copy.deepcopy(result)):
        assert copied is not result and copied.unmatched == result.unmatched
    with pytest.raises(TypeError, match="to_json"):
        pickle.dumps(result)


def test_frames_of_no_use() -> None:
    frames_of_no_use()


def test_frames_of_no_use_without_pyarrow() -> None:
    script = "import sys; sys.modules['pyarrow'] = None; import frames; frames.frames_of_no_use()"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
