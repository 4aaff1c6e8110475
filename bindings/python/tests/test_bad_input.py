"""What cannot be used becomes an exception with a code and a place; nothing ends the process."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import numpy
import payymo
import pytest
from payymo import ContractError, InputError, MoneyError, PayymoError

ROW: dict[str, Any] = {"id": "t", "booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR"}


def code(expected: str, field: str | None, call: Any, *args: Any, **named: Any) -> PayymoError:
    with pytest.raises(PayymoError) as told:
        call(*args, **named)
    assert (told.value.code, told.value.field) == (expected, field)
    assert told.value.number == payymo.errors.CODES[expected]
    return told.value


@pytest.mark.parametrize("amount", [1.5, 2.0, float("nan"), numpy.float64(3), numpy.float32(3), numpy.float16(1)])
def test_floats_are_no_money(amount: Any) -> None:
    rows = [ROW, {**ROW, "id": "u", "amount": amount}]
    assert isinstance(code("input.float_money", "/transactions/1/amount", payymo.reconcile, rows, []), InputError)
    fees = {**ROW, "fees": [{"amount": amount, "currency": "EUR"}]}
    code("input.float_money", "/inputs/0/0/fees/0/amount", payymo.linking.duplicates, [[fees]])
    scope = {"auto": {"max_amount": amount}}
    code("input.float_money", "/options/auto/max_amount", payymo.reconcile, [], [], options=scope)
    previous = {"id": "i", "total": "1", "currency": "EUR", "previous_totals": ["1", amount]}
    code("input.float_money", "/invoices/0/previous_totals/1", payymo.reconcile, [], [previous])


@pytest.mark.parametrize("amount", ["1.00", 1, Decimal("1.00"), numpy.int64(1), Decimal("1E+0")])
def test_exact_money_is_taken(amount: Any) -> None:
    once = payymo.linking.duplicates([[{**ROW, "amount": amount}]])
    assert once.transactions[0].amount == 1


@pytest.mark.parametrize("amount", [True, "1,50", "", Decimal("NaN"), Decimal("1E+999999"), 10**30, [], {}, "abc"])
def test_other_money_is_refused_by_the_library(amount: Any) -> None:
    with pytest.raises((MoneyError, InputError)):
        payymo.linking.duplicates([[{**ROW, "amount": amount}]])


def test_a_result_lists_the_rows_it_could_not_use() -> None:
    result = payymo.reconcile([{**ROW, "amount": "x"}, {"id": "n"}, 5], [])  # type: ignore[list-item]
    assert [error.field for error in result.errors] == [
        "/transactions/0/amount",
        "/transactions/1/currency",
        "/transactions/2",
    ]


def test_wrong_types() -> None:
    code("contract.field", "/text", payymo.party.iban, 5)
    code("contract.field", "/text", payymo.party.iban, b"GB")
    code("contract.field", "/text", payymo.party.iban, None)
    code("contract.field", "/scheme", payymo.reference.validate, "nonsense", "x")
    code("contract.field", "/transactions", payymo.reconcile, 5, [])
    code("contract.field", "/transactions", payymo.reconcile, "text", [])
    code("contract.field", "/transactions/0/metadata/x", payymo.reconcile, [{**ROW, "metadata": {"x": object()}}], [])
    code("contract.field", "/transactions/0/metadata", payymo.reconcile, [{**ROW, "metadata": {5: "x"}}], [])
    code("contract.field", "/options/max_group", payymo.reconcile, [], [], options={"max_group": -1})
    code("contract.field", "/options/max_group", payymo.reconcile, [], [], options={"max_group": 2**70})
    code("contract.field", "/options/max_group", payymo.reconcile, [], [], options={"max_group": 10**5000})
    code("contract.field", "/options/max_wrong_auto", payymo.reconcile, [], [], options={"max_wrong_auto": float("nan")})
    code("contract.field", "/options/max_wrong_auto", payymo.reconcile, [], [], options={"max_wrong_auto": float("inf")})
    code("contract.encoding", "/text", payymo.party.iban, "\ud800")
    code("contract.encoding", "/transactions/0/metadata", payymo.reconcile, [{"metadata": {"\ud800": 1}}], [])
    code("contract.field", "/content", payymo.format.read, 5)
    code("contract.field", "/memory", payymo.memory.info, object())
    code("contract.field", "/memories/0", payymo.memory.merge, [5])


def test_values_that_hold_themselves() -> None:
    circle: dict[str, Any] = {}
    circle["x"] = circle
    code("contract.syntax", None, payymo.reconcile, [{"metadata": circle}], [])
    deep: list[Any] = []
    deep.append(deep)
    code("contract.syntax", None, payymo.reconcile, deep, [])


def test_raw_documents() -> None:
    code("contract.operation", None, payymo.call, "no.such", "{}")
    code("contract.operation", None, payymo.call, "", b"")
    code("contract.handle", None, payymo.call, "matcher.put", "{}")
    code("contract.syntax", None, payymo.call, "money.parse", "[1]")
    code("contract.syntax", None, payymo.call, "money.parse", "{")
    code("contract.encoding", None, payymo.call, "money.parse", b"\xff")
    code("contract.version", "/version", payymo.call, "money.currencies", '{"version": 9}')
    code("contract.argument", "request", payymo.call, "money.parse", 5)
    code("contract.argument", "blobs", payymo.call, "money.parse", "{}", ["text"])
    code("contract.field", "/content", payymo.call, "format.read", '{"content": {"blob": 3}}', [b"x"])
    assert json.loads(payymo.call("money.parse", b'{"text": "1", "currency": "EUR"}'))["amount"] == "1.00"
    assert payymo.call("format.detect", '{"content": {"blob": 0}}', [memoryview(b'{"transactions": []}')])


def test_strict_finds_misspelt_fields() -> None:
    assert not payymo.reconcile([{**ROW, "remitance": "x"}], []).errors
    result = payymo.matching.reconcile([{**ROW, "remitance": "x"}], [], strict=True)
    assert result.errors and result.errors[0].field is not None and "remitance" in result.errors[0].field
    code("contract.field", "/options/max_grup", payymo.matching.reconcile, [], [], options={"max_grup": 1}, strict=True)


def test_missing_markers_of_data_frames_are_nothing() -> None:
    import pandas

    row = {**ROW, "account": float("nan"), "value_on": pandas.NaT, "remittance": pandas.NA}
    once = payymo.linking.duplicates([[row]]).transactions[0]
    assert (once.account, once.value_on, once.remittance) == (None, None, None)


def test_generators_and_arrays_are_lists() -> None:
    result = payymo.reconcile((row for row in [ROW]), iter([]))
    assert result.summary.transactions == 1
    row = {**ROW, "references": numpy.array([], dtype=object), "id": numpy.str_("t")}
    assert payymo.reconcile(numpy.array([row], dtype=object), []).summary.transactions == 1


def test_errors_of_the_host_pass_through() -> None:
    def rows() -> Any:
        yield ROW
        raise LookupError("the host's own")

    with pytest.raises(LookupError, match="the host's own"):
        payymo.reconcile(rows(), [])


def test_files(tmp_path: Any) -> None:
    with pytest.raises(FileNotFoundError):
        payymo.read(tmp_path / "none.xml")
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01\x02")
    with pytest.raises(payymo.FormatError):
        payymo.read(tmp_path / "odd.bin")
    with pytest.raises(payymo.FormatError):
        payymo.read(b"")
    code("contract.field", "/options/currency", payymo.read, b"x", options={"currency": "EURO"})


def test_a_memory_that_is_none() -> None:
    with pytest.raises(payymo.StoredMemoryError) as told:
        payymo.memory.info(b"no memory")
    assert told.value.code == "memory.syntax"


def test_a_released_matcher() -> None:
    matcher = payymo.Matcher([])
    assert not matcher.released
    matcher.release()
    matcher.release()
    assert matcher.released
    code("contract.handle", None, matcher.propose, ROW)
    with pytest.raises(ContractError):
        with payymo.Matcher([]) as other:
            pass
        other.remove("x")
