"""Values that hosts hand in: days of instants, floats where text belongs, members that nobody knows, rows that change."""

from __future__ import annotations

import copy
import datetime
import math
import pickle
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import numpy
import pandas
import payymo
import pytest
from payymo import ContractError, InputError, Matcher, PayymoError, Transaction

ROW: dict[str, Any] = {"id": "t", "booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR"}
ITEM: dict[str, Any] = {"id": "i", "total": "1.00", "currency": "EUR"}
BERLIN = ZoneInfo("Europe/Berlin")


def refused(code: str, field: str | None, call: Any, *args: Any, **named: Any) -> PayymoError:
    with pytest.raises(PayymoError) as told:
        call(*args, **named)
    assert (told.value.code, told.value.field) == (code, field)
    assert told.value.__cause__ is None and told.value.__context__ is None
    return told.value


@pytest.mark.parametrize(
    "day",
    [
        datetime.date(2026, 3, 4),
        datetime.datetime(2026, 3, 4, 23, 30),
        datetime.datetime(2026, 3, 4, tzinfo=BERLIN),
        datetime.datetime(2026, 3, 4, 0, 30, tzinfo=BERLIN),
        datetime.datetime(2026, 3, 4, 23, 30, tzinfo=ZoneInfo("America/New_York")),
        pandas.Timestamp("2026-03-04 23:30"),
        pandas.Timestamp("2026-03-04", tz="Europe/Berlin"),
        numpy.datetime64("2026-03-04"),
        numpy.datetime64("2026-03-04T23:30"),
        numpy.datetime64("2026-03-04T23:30:00.000000001"),
    ],
    ids=str,
)
def test_an_instant_says_the_day_of_its_own_zone(day: Any) -> None:
    rows = [{**ROW, "booked_on": day}]
    assert payymo.linking.duplicates([rows]).transactions[0].booked_on == datetime.date(2026, 3, 4)
    if not isinstance(day, numpy.datetime64):
        assert Transaction(id="t", booked_on=day, amount=Decimal(1), currency="EUR").booked_on == datetime.date(2026, 3, 4)


@pytest.mark.parametrize("day", [numpy.datetime64("2026-03"), numpy.datetime64("2026"), numpy.datetime64("2026-03-04", "W")])
def test_a_month_is_no_day(day: Any) -> None:
    refused("contract.field", "/transactions/0/booked_on", payymo.reconcile, [{**ROW, "booked_on": day}], [])


@pytest.mark.parametrize("nothing", [numpy.datetime64("NaT"), numpy.datetime64("NaT", "ns"), pandas.NaT, pandas.NA, numpy.nan])
def test_nothing_is_nothing(nothing: Any) -> None:
    assert payymo.linking.duplicates([[{**ROW, "value_on": nothing}]]).transactions[0].value_on is None


@pytest.mark.parametrize("number", [1042.0, 1e30, numpy.float64(1042), numpy.float32(1042), math.inf])
def test_a_float_is_no_text(number: Any) -> None:
    for name in ("id", "remittance", "currency"):
        told = refused("input.bad_field", f"/transactions/1/{name}", payymo.reconcile, [ROW, {**ROW, name: number}], [])
        assert isinstance(told, InputError) and "as text" in told.message
    rows = pandas.DataFrame({"id": ["i", "j"], "total": ["1", "2"], "currency": ["EUR"] * 2, "number": [1042, None]})
    refused("input.bad_field", "/invoices/0/number", payymo.reconcile, [], rows.to_dict("records"))
    # What is free text to text takes numbers.
    if number != math.inf:
        assert payymo.reconcile([{**ROW, "metadata": {"rate": 1.5}}], []).summary.transactions == 1


class Nothing:
    pass


@pytest.mark.parametrize(
    "value",
    [Nothing(), math.inf, b"\xff", "\ud800", 10**5000, {"a": Nothing()}, [Nothing()], {1: 2}, lambda: 0],
    ids=range(9),
)
def test_members_that_nobody_knows_are_ignored(value: Any) -> None:
    rows = [{**ROW, "unknown": value, "counterparty": {"name": "Ada", "unknown": value}}]
    assert payymo.reconcile(rows, [{**ITEM, "unknown": value}]).summary.transactions == 1
    with Matcher([]) as matcher:
        matcher.put({**ITEM, "unknown": value})
    with pytest.raises(PayymoError):
        payymo.matching.reconcile(rows, [], strict=True)
    strict = payymo.matching.reconcile([{**ROW, "unknown": 1}], [], strict=True)
    assert [error.field for error in strict.errors] == ["/transactions/0/unknown"]
    # Options are checked whole.
    with pytest.raises(ContractError):
        payymo.reconcile([], [], options={"unknown": 1})


@pytest.mark.parametrize("name", [5, None, "\ud800", (1, 2)], ids=range(4))
def test_names_that_nobody_knows_are_ignored(name: Any) -> None:
    assert payymo.reconcile([{**ROW, name: "x"}], []).summary.transactions == 1
    with pytest.raises(ContractError):
        payymo.matching.reconcile([{**ROW, name: "x"}], [], strict=True)
    with pytest.raises(ContractError):
        payymo.reconcile([{**ROW, "metadata": {name: "x"}}], [])


def test_a_row_that_changes_while_it_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    row = dict(ROW)

    class Lazy(Decimal):
        def __str__(self) -> str:
            for at in range(50):
                row[f"seen {at}"] = True
            return "1.00"

    row["amount"] = Lazy("1.00")
    assert payymo.reconcile([row], []).summary.transactions == 1

    class Emptying(Decimal):
        def __str__(self) -> str:
            row.clear()
            return "1.00"

    row["amount"] = Emptying("1.00")
    payymo.reconcile([row], [])
    assert capfd.readouterr() == ("", "")


def test_texts_of_no_use() -> None:
    for call in (payymo.iban_check, payymo.currency_decimals):
        for wrong in (None, 5, b"x"):
            refused("contract.argument", "text" if call is payymo.iban_check else "code", call, wrong)
        told = refused("contract.encoding", "text" if call is payymo.iban_check else "code", call, "secret\ud800")
        assert "secret" not in repr(told)
    refused("contract.argument", "scheme", payymo.reference_check, 5, "x")
    refused("contract.encoding", "text", payymo.reference_check, "rf", "\ud800")
    refused("contract.encoding", "operation", payymo.call, "\ud800", "{}")
    refused("contract.argument", "operation", payymo.call, 5, "{}")
    refused("contract.encoding", "request", payymo.call, "text.fold", "\ud800")
    refused("contract.argument", "request", payymo.call, "text.fold", None)
    refused("contract.argument", "blobs", payymo.call, "text.fold", "{}", 5)


def test_a_matcher_that_was_not_made() -> None:
    empty = Matcher.__new__(Matcher)
    refused("contract.handle", None, empty.propose, ROW)
    refused("contract.handle", None, empty.release)
    refused("contract.handle", None, lambda: empty.released)
    refused("contract.handle", None, lambda: empty.errors)
    assert not hasattr(empty, "unknown")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_matcher_is_not_copied(copied: Any) -> None:
    with Matcher([ITEM]) as matcher, pytest.raises(TypeError, match="make another"):
        copied(matcher)


def test_what_is_no_path() -> None:
    for source in (None, 5, "a\0b", "\ud800"):
        refused("contract.argument", "source", payymo.read, source)
    with pytest.raises(OSError):
        payymo.read("/no/such/file")
