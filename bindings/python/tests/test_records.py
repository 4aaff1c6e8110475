"""Records: construction, conversion, pickling, copying; what newer libraries may answer."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import subprocess
import sys
import threading
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import payymo
import pytest
from payymo import Counterparty, Fee, Invoice, Options, PayymoError, Reconciliation, SessionTokens, Transaction
from payymo._errors import raised


def test_construction_is_by_name_and_exact() -> None:
    row = Transaction(
        id="t",
        booked_on="2026-03-01",  # type: ignore[arg-type]
        amount="10.50",  # type: ignore[arg-type]
        currency="EUR",
        fees=[Fee(amount=Decimal(1), currency="EUR")],  # type: ignore[arg-type]
    )
    assert (row.booked_on, row.amount) == (date(2026, 3, 1), Decimal("10.50"))
    assert isinstance(row.fees, tuple)
    with pytest.raises(TypeError):
        Transaction("t", date(2026, 3, 1), Decimal(1), "EUR")  # type: ignore[misc,call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        row.id = "u"  # type: ignore[misc]
    assert not hasattr(row, "__dict__")
    assert dataclasses.replace(row, id="u").id == "u"
    assert hash(row) == hash(copy.copy(row))


@pytest.mark.parametrize("amount", [1.5, float("nan"), float("inf"), -0.0])
def test_a_float_is_no_money(amount: float) -> None:
    with pytest.raises(payymo.InputError) as told:
        Fee(amount=amount, currency="EUR")  # type: ignore[arg-type]
    assert (told.value.code, told.value.number, told.value.field) == ("input.float_money", 2001, "/amount")


def test_documents_and_back(transactions: list[Transaction], invoices: list[Invoice]) -> None:
    for row in [*transactions, *invoices]:
        document = row.to_document()
        assert type(row).from_document(document) == row
        json.dumps(document)
    assert transactions[0].to_document() == {
        "id": "t1",
        "booked_on": "2026-03-03",
        "amount": "112.00",
        "currency": "GBP",
        "counterparty": {"name": "Ada Smith"},
        "remittance": "INV-2026-01042 thanks",
    }


def test_what_a_newer_library_says_is_no_error() -> None:
    document = {
        "id": "t",
        "booked_on": "2026-03-01",
        "amount": "1",
        "currency": "EUR",
        "kind": "a_word_of_tomorrow",
        "field_of_tomorrow": {"x": [1]},
    }
    row = Transaction.from_document(document)
    assert row.kind == "a_word_of_tomorrow"
    error = raised("tomorrow.code", 7001, "said", "/x")
    assert type(error) is PayymoError and error.number == 7001


def test_pickles_and_copies(transactions: list[Transaction], invoices: list[Invoice]) -> None:
    result = payymo.reconcile(transactions, invoices)
    for value in [*transactions, *invoices, result, result.matches[0]]:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert copy.copy(value) == value and copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(result)).to_json() == result.to_json()


def test_errors_pickle_and_copy() -> None:
    error = raised("format.csv.bad_amount", 3202, "not an amount", "amount", "t1", 3, (10, 20))
    for other in [pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)]:
        assert type(other) is payymo.FormatError
        assert (other.code, other.number, other.message) == ("format.csv.bad_amount", 3202, "not an amount")
        assert other.place == (("amount", "t1", 3, (10, 20)))
        assert str(other) == "format.csv.bad_amount: not an amount, line 3, field amount, row t1"


def test_codes_are_those_of_the_library() -> None:
    native = {code: (number, meaning) for code, number, meaning in payymo._native.codes()}
    assert native == {code: (number, payymo.errors.MEANINGS[code]) for code, number in payymo.errors.CODES.items()}
    for code in native:
        assert type(raised(code, 0, "")) is not PayymoError


def test_a_result_keeps_its_bytes(transactions: list[Transaction], invoices: list[Invoice]) -> None:
    result = payymo.reconcile(transactions, invoices)
    rows = [row.to_document() for row in transactions], [row.to_document() for row in invoices]
    request = json.dumps({"transactions": rows[0], "invoices": rows[1]})
    assert result.to_json() == payymo.call("matching.reconcile", request)
    pretty = json.dumps({"transactions": rows[0], "invoices": rows[1], "pretty": True})
    assert result.to_json(pretty=True) == payymo.call("matching.reconcile", pretty)
    assert Reconciliation.from_json(result.to_json()) == result
    assert json.loads(payymo._native.document(result)) == json.loads(result.to_json())


def test_a_result_shows_no_person(transactions: list[Transaction], invoices: list[Invoice]) -> None:
    result = payymo.reconcile(transactions, invoices)
    assert repr(result) == (
        "<Reconciliation as of 2026-03-04: 2 transactions, 1 automatic, 0 for review, 1 unmatched>"
    )


def test_a_notebook_shows_a_table_and_no_script(invoices: list[Invoice]) -> None:
    row = Transaction(
        id="<script>alert(1)</script>\u202e",
        booked_on=date(2026, 3, 3),
        amount=Decimal(112),
        currency="GBP",
        remittance="INV-2026-01042",
        counterparty=Counterparty(name="<b>"),
    )
    page = payymo.reconcile([row], invoices)._repr_html_()
    assert "<table>" in page and "auto" in page and "&lt;script&gt;" in page
    assert "<script>" not in page and "\u202e" not in page


def test_instants_are_days() -> None:
    row: dict[str, Any] = {"id": "t", "amount": 5, "currency": "EUR", "booked_on": datetime(2026, 3, 3, 23, 59)}
    linked = payymo.linking.duplicates([[row]])
    assert linked.transactions[0].booked_on == date(2026, 3, 3)


def test_calls_of_records_from_threads() -> None:
    found: list[str] = []

    def work() -> None:
        for _ in range(200):
            found.append(payymo.party.iban("DE89 3704 0044 0532 0130 00").iban)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["DE89370400440532013000"] * 1600


def test_records_without_slots_as_python_3_9_has_them() -> None:
    code = """
import sys
sys.version_info = (3, 9, 0, "final", 0)
import pickle, payymo
row = payymo.Transaction(id="t", booked_on="2026-03-01", amount="1.00", currency="EUR", remittance="RE-1")
result = payymo.reconcile([row], [payymo.Invoice(id="1", number="RE-1", total=1, currency="EUR")])
assert pickle.loads(pickle.dumps((row, result))) == (row, result)
assert payymo.Transaction.from_document(row.to_document()) == row
assert hasattr(row, "__dict__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_no_secret_is_printed() -> None:
    tokens = SessionTokens(access="access-token", refresh="refresh-token", access_expires=1, refresh_expires=2)
    assert repr(tokens) == "SessionTokens(access='***', refresh='***', access_expires=1, refresh_expires=2)"
    assert str([tokens]) == f"[{tokens!r}]" and f"{tokens}" == repr(tokens)
    assert repr(Options(audit_salt="salt-of-the-host")) == "Options(audit_salt='***')"
    assert repr(Options()) == "Options()"
    # They are there all the same.
    assert (tokens.access, tokens.to_document()["refresh"]) == ("access-token", "refresh-token")
    assert SessionTokens.from_document(tokens.to_document()) == tokens
