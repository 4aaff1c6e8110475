"""Tables of pandas, polars and pyarrow, and of anything else with an Arrow stream: the same results as lists."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Callable

import numpy
import pandas
import payymo
import polars
import pyarrow
import pytest
from conftest import SAMPLE
from payymo import PayymoError


def plain(row: Any) -> dict[str, Any]:
    document: dict[str, Any] = row.to_document()
    return document


@pytest.fixture(scope="module")
def sample() -> dict[str, list[dict[str, Any]]]:
    """The sample month, as documents."""
    rows: dict[str, list[dict[str, Any]]] = {"transactions": [], "invoices": [], "settlements": []}
    files = ["bank.camt053.xml", "stripe.json", "whmcs-invoices.json", "business-invoices.json", "whmcs-transactions.json"]
    for file in files:
        currencies = {row["id"]: row["currency"] for row in rows["invoices"]}
        report = payymo.read(SAMPLE / file, options={"invoice_currencies": currencies})
        rows["transactions"] += [plain(row) for row in report.transactions]
        rows["invoices"] += [plain(row) for row in report.invoices]
        rows["settlements"] += [plain(row) for row in report.settlements]
    assert all(rows.values())
    return rows


def exact(row: dict[str, Any]) -> dict[str, Any]:
    """Amounts as `Decimal`, days as `date`, at the top."""
    out = dict(row)
    for name in ("amount", "total", "open"):
        if name in out:
            out[name] = Decimal(out[name])
    for name in ("booked_on", "value_on", "issued_on", "due_on", "settled_on"):
        if name in out:
            out[name] = date.fromisoformat(out[name])
    return out


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """Objects under dotted names."""
    out: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict) and name != "metadata":
            out.update({f"{name}.{inner}": each for inner, each in value.items()})
        else:
            out[name] = value
    return out


def arrow(rows: list[dict[str, Any]]) -> pyarrow.Table:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pyarrow.table({name: pyarrow.array([row.get(name) for row in rows]) for name in names})


def chunked(rows: list[dict[str, Any]]) -> pyarrow.Table:
    whole = arrow(rows)
    middle = len(rows) // 3
    return pyarrow.concat_tables([whole.slice(0, middle), whole.slice(middle, 0), whole.slice(middle)])


class Foreign:
    """A library that is not known."""

    def __init__(self, table: pyarrow.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


MAKERS: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "pyarrow": arrow,
    "chunked": chunked,
    "batches": lambda rows: pyarrow.RecordBatchReader.from_batches(arrow(rows).schema, arrow(rows).to_batches()),
    "polars": lambda rows: polars.DataFrame(arrow(rows)),
    "pandas": lambda rows: pandas.DataFrame(rows),
    "pandas-arrow": lambda rows: arrow(rows).to_pandas(types_mapper=pandas.ArrowDtype),
    "dictionary": lambda rows: dictionaries(arrow(rows)),
    "foreign": lambda rows: Foreign(arrow(rows)),
}


def dictionaries(table: pyarrow.Table) -> pyarrow.Table:
    for at, field in enumerate(table.schema):
        if pyarrow.types.is_string(field.type):
            table = table.set_column(at, field.name, table.column(at).dictionary_encode())
    return table


@pytest.mark.parametrize("maker", list(MAKERS))
@pytest.mark.parametrize("shape", [exact, flat, lambda row: row], ids=["exact", "flat", "text"])
def test_tables_give_what_lists_give(sample: dict[str, list[dict[str, Any]]], maker: str, shape: Any) -> None:
    # Two parts of the month have ids of their own; a table of both has each once.
    once = {name: list({row.get("id", at): row for at, row in enumerate(rows)}.values()) for name, rows in sample.items()}
    expected = payymo.reconcile(once["transactions"], once["invoices"], settlements=once["settlements"])
    assert not expected.errors
    make = MAKERS[maker]
    tables = {name: make([shape(row) for row in rows]) for name, rows in once.items()}
    result = payymo.reconcile(tables["transactions"], tables["invoices"], settlements=tables["settlements"])
    assert result.to_json() == expected.to_json()
    assert result.to_json(pretty=True) == expected.to_json(pretty=True)
    assert result.summary == expected.summary and result.as_of == expected.as_of and result.errors == expected.errors
    assert result.to_reconciliation() == expected
    lists = listed(result)
    assert [row["id"] for row in lists["matches"]] == [match.id for match in expected.matches]
    assert [row["probability"] for row in lists["matches"]] == [match.probability for match in expected.matches]
    assert [row["review"] for row in lists["matches"]] == [match.review for match in expected.matches]
    allocations = [(match.id, each) for match in expected.matches for each in match.allocations]
    assert [(row["match"], row["transaction"], row["invoice"], row["amount"], row["currency"]) for row in lists["allocations"]] == [
        (match, each.transaction, each.invoice, each.amount, each.currency) for match, each in allocations
    ]
    assert [row["paid_amount"] for row in lists["allocations"]] == [each.paid_amount for _, each in allocations]
    assert [None if row["rate"] is None else Decimal(row["rate"]) for row in lists["allocations"]] == [
        each.rate for _, each in allocations
    ]
    assert [(row["kind"], row["amount"]) for row in lists["differences"]] == [
        (each.kind, each.amount) for match in expected.matches for each in match.differences
    ]
    assert [(row["code"], row["weight"], row["text"]) for row in lists["evidence"]] == [
        (each.code, each.weight, each.text) for match in expected.matches for each in match.evidence
    ]
    assert [(row["transaction"], row["reason"]) for row in lists["unmatched"]] == [
        (each.transaction, each.reason) for each in expected.unmatched
    ]
    assert [(row["invoice"], row["open"]) for row in lists["open_invoices"]] == [
        (each.invoice, each.open) for each in expected.open_invoices
    ]


def listed(result: Any) -> dict[str, list[dict[str, Any]]]:
    names = ("matches", "allocations", "differences", "evidence", "unmatched", "open_invoices")
    return {name: pyarrow.table(getattr(result, name)).to_pylist() for name in names}


def test_the_kind_is_that_of_the_transactions(sample: dict[str, list[dict[str, Any]]]) -> None:
    rows = sample["transactions"][:5], sample["invoices"][:5]
    for maker, kind in [
        ("pandas", pandas.DataFrame),
        ("polars", polars.DataFrame),
        ("pyarrow", pyarrow.Table),
        ("foreign", payymo._native.ArrowTable),
    ]:
        result = payymo.reconcile(MAKERS[maker](rows[0]), MAKERS[maker](rows[1]))
        assert type(result.matches) is kind and result.matches is result.matches
    other = payymo.reconcile(MAKERS["polars"](rows[0]), MAKERS["pandas"](rows[1]))
    assert type(other.open_invoices) is polars.DataFrame
    assert repr(other).startswith("<TableReconciliation as of ")
    assert "<table>" in other._repr_html_()


ROW = {"id": ["a", "b"], "booked_on": ["2026-03-01"] * 2, "currency": ["EUR"] * 2}
ITEM = {"id": ["1"], "total": ["5.00"], "currency": ["EUR"]}


def refused(code: str, field: str, transactions: Any, invoices: Any = pyarrow.table(ITEM)) -> None:
    with pytest.raises(PayymoError) as told:
        payymo.reconcile(transactions, invoices)
    assert (told.value.code, told.value.field) == (code, field)


def test_columns_of_floats_are_no_money() -> None:
    amounts = {**ROW, "amount": [1.5, 2.0]}
    for make in [pyarrow.table, polars.DataFrame, pandas.DataFrame]:
        refused("input.float_money", "/transactions/amount", make(amounts))
    refused("input.float_money", "/transactions/amount", pandas.DataFrame({**ROW, "amount": numpy.array([1, numpy.nan])}))
    refused("input.float_money", "/transactions/amount", pyarrow.table({**ROW, "amount": pyarrow.array([1, 2], pyarrow.float32())}))
    refused("input.float_money", "/transactions/amount", polars.DataFrame({**ROW, "amount": [float("nan"), 1.0]}))
    refused("input.float_money", "/transactions/amount", pandas.DataFrame({**ROW, "amount": [Decimal("1.00"), 1.5]}))
    whole = {**ROW, "amount": [1, 2]}
    refused("input.float_money", "/transactions/fees/amount", pyarrow.table({**whole, "fees": [[{"amount": 1.5}], []]}))
    refused("input.float_money", "/transactions/original.amount", pyarrow.table({**whole, "original.amount": [1.5, None]}))
    refused("input.float_money", "/transactions/original/rate", pyarrow.table({**whole, "original": [{"rate": 1.5}, None]}))
    item = {**ITEM, "open": [4.5]}
    refused("input.float_money", "/invoices/open", pyarrow.table(whole), pyarrow.table(item))
    # A data frame makes floats of a column in which nothing stands.
    empty = payymo.reconcile(pandas.DataFrame(whole), pandas.DataFrame({**ITEM, "open": [float("nan")]}))
    assert not empty.errors


def test_columns_that_are_missing_or_of_no_use() -> None:
    refused("contract.field", "/transactions/amount", pyarrow.table(ROW))
    refused("contract.field", "/transactions/id", pyarrow.table({"x": [1]}))
    whole = {**ROW, "amount": [1, 2]}
    refused("contract.field", "/transactions/remittance", pyarrow.table({**whole, "remittance": [b"\xff", b""]}))
    refused("contract.field", "/invoices", pyarrow.table(whole), [])
    with pytest.raises(PayymoError) as told:
        payymo.reconcile([], pyarrow.table(ITEM))  # type: ignore[call-overload]
    assert told.value.code == "contract.field"
    reader = MAKERS["batches"]([{"id": "1", "total": "1", "currency": "EUR"}])
    reader.read_all()
    payymo.reconcile(pyarrow.table(whole), pyarrow.table({"x": pyarrow.array([], pyarrow.string())}))


def test_rows_that_cannot_be_used_are_listed() -> None:
    table = {"id": ["a", None, "c", "d"], "booked_on": ["2026-03-01", "2026-03-01", "never", None]}
    result = payymo.reconcile(pyarrow.table({**table, "amount": [1] * 4, "currency": ["EUR"] * 4}), pyarrow.table(ITEM))
    assert [(error.code, error.field) for error in result.errors] == [
        ("input.missing", "/transactions/1/id"),
        ("input.bad_date", "/transactions/2/booked_on"),
        ("input.missing", "/transactions/3/booked_on"),
    ]


@pytest.mark.parametrize(
    "amounts",
    [
        pyarrow.array(["12.50", "1"]),
        pyarrow.array([Decimal("12.50"), Decimal("1.00")]),
        pyarrow.array([Decimal("12.5"), Decimal(1)], pyarrow.decimal128(38, 10)),
        pyarrow.array([Decimal("12.5"), Decimal(1)], pyarrow.decimal256(60, 4)),
        pyarrow.array([Decimal("12.5"), Decimal(1)], pyarrow.decimal32(9, 2)),
    ],
    ids=lambda array: str(array.type),
)
def test_exact_types_of_money(amounts: pyarrow.Array) -> None:
    table = pyarrow.table({**ROW, "amount": amounts})
    items = pyarrow.table({"id": ["1"], "total": ["12.50"], "currency": ["EUR"], "number": ["X-1"]})
    result = payymo.reconcile(table, items)
    assert not result.errors and result.summary.transactions == 2


def test_minor_units_and_whole_numbers() -> None:
    items = {"id": ["1"], "number": ["RE-20260001"], "currency": ["EUR"], "issued_on": ["2026-02-01"]}
    pays = {"id": [7], "booked_on": ["2026-03-01"], "currency": ["EUR"], "remittance": ["RE-20260001"]}
    for amount in [{"amount": [12]}, {"amount_minor": [1200]}, {"amount": ["12"]}]:
        for total in [{"total": [12]}, {"total_minor": [1200]}]:
            result = payymo.reconcile(pyarrow.table({**pays, **amount}), pyarrow.table({**items, **total}))
            allocations = pyarrow.table(result.allocations).to_pylist()
            assert [(row["transaction"], row["amount"]) for row in allocations] == [("7", Decimal(12))]


@pytest.mark.parametrize(
    "days",
    [
        pyarrow.array([date(2026, 3, 1)] * 2),
        pyarrow.array([date(2026, 3, 1)] * 2, pyarrow.date64()),
        *[pyarrow.array([datetime(2026, 3, 1, 23, 59)] * 2, pyarrow.timestamp(unit)) for unit in ("s", "ms", "us", "ns")],
        pyarrow.array([datetime(2026, 3, 1)] * 2, pyarrow.timestamp("us", "UTC")),
        pyarrow.array(["2026-03-01"] * 2),
    ],
    ids=lambda array: str(array.type),
)
def test_types_of_days(days: pyarrow.Array) -> None:
    table = pyarrow.table({**ROW, "amount": [1, 2], "booked_on": days})
    result = payymo.reconcile(table, pyarrow.table(ITEM))
    assert not result.errors and result.as_of == date(2026, 3, 1)


def test_stopping_and_options() -> None:
    table = pyarrow.table({**ROW, "amount": [1, 2]})
    with pytest.raises(payymo.MatchingError):
        payymo.reconcile(table, pyarrow.table(ITEM), progress=lambda *_: False)
    result = payymo.reconcile(table, pyarrow.table(ITEM), options=payymo.Options(as_of=date(2026, 4, 1)))
    assert result.as_of == date(2026, 4, 1)
    refused_options = {"max_group": 1000}
    with pytest.raises(payymo.InputError):
        payymo.reconcile(table, pyarrow.table(ITEM), options=refused_options)


def test_a_table_of_no_name() -> None:
    native = payymo._native.reconcile_tables(pyarrow.table({**ROW, "amount": [1, 2]}), pyarrow.table(ITEM), None, {})
    with pytest.raises(payymo.ContractError) as told:
        native.table("postings")
    assert told.value.code == "contract.argument"


def test_a_table_that_fails_in_the_middle() -> None:
    class Broken:
        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            def batches() -> Any:
                yield arrow([{"id": "a"}]).to_batches()[0]
                raise RuntimeError("a name of a person")

            return pyarrow.RecordBatchReader.from_batches(arrow([{"id": "a"}]).schema, batches()).__arrow_c_stream__()

    with pytest.raises(payymo.ContractError) as told:
        payymo.reconcile(Broken(), pyarrow.table(ITEM))
    assert told.value.field == "/transactions" and "person" not in str(told.value)


def test_pandas_without_pyarrow(sample: dict[str, list[dict[str, Any]]]) -> None:
    names = ["id", "booked_on", "amount", "currency", "remittance", "counterparty.name"]
    paid = [{name: value for name, value in flat(row).items() if name in names} for row in sample["transactions"]]
    names = ["id", "number", "total", "open", "currency", "issued_on", "customer.id", "customer.name"]
    items = [{name: value for name, value in flat(row).items() if name in names} for row in sample["invoices"]]
    expected = payymo.reconcile(pandas.DataFrame(paid), pandas.DataFrame(items)).to_json()
    code = """
import sys, json
sys.modules["pyarrow"] = None
import pandas, payymo
from decimal import Decimal
paid, items = json.load(sys.stdin)
result = payymo.reconcile(pandas.DataFrame(paid), pandas.DataFrame(items))
assert type(result.matches) is pandas.DataFrame and list(result.unmatched.columns) == ["transaction", "reason"]
assert all(isinstance(each, Decimal) for each in result.open_invoices["open"])
sys.stdout.buffer.write(result.to_json())
try:
    payymo.reconcile(pandas.DataFrame({"id": ["a"], "amount": [1.5], "currency": ["EUR"], "booked_on": ["2026-03-01"]}), pandas.DataFrame(items))
except payymo.InputError as error:
    assert error.code == "input.float_money", error
else:
    raise SystemExit("a float was taken")
"""
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps([paid, items]).encode(), capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == expected
