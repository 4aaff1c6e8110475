"""What the border costs, beside the library's own time in the same minute: `bench.py BORDER [ROWS]`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable

import payymo
import pyarrow
from payymo import Invoice, Transaction

MONEY = ("amount", "total", "open")
PARTIES = ("customer", "counterparty")


def table(rows: list[dict[str, Any]]) -> pyarrow.Table:
    """Columns as a data frame has them: decimals, days, objects under dotted names."""
    cells: dict[str, list[Any]] = {}
    for at, row in enumerate(rows):
        for name, value in row.items():
            members = {f"{name}.{member}": inner for member, inner in value.items()} if name in PARTIES else {name: value}
            for path, inner in members.items():
                if path not in cells:
                    cells[path] = [None] * len(rows)
                cells[path][at] = inner
    columns: dict[str, Any] = {}
    for name, values in cells.items():
        if name in MONEY:
            values = pyarrow.array([value and Decimal(value) for value in values], pyarrow.decimal128(18, 2))
        elif name.endswith("_on"):
            values = pyarrow.array([value and date.fromisoformat(value) for value in values])
        columns[name] = values
    return pyarrow.table(columns)


def best(work: Callable[[], Any], runs: int = 3) -> float:
    """Seconds of the quickest run, as far as the process had a core: what others do on the machine does not count."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def each(function: Callable[..., Any], *arguments: Any, calls: int = 300_000) -> float:
    """Nanoseconds of a call, without the loop's own."""
    repeat = range(calls)

    def loop() -> None:
        for _ in repeat:
            function(*arguments)

    def empty() -> None:
        for _ in repeat:
            pass

    return (best(loop) - best(empty)) / calls * 1e9


def tables_of(result: Any) -> None:
    for name in ("matches", "allocations", "differences", "evidence", "unmatched", "open_invoices"):
        getattr(result, name)


def main(border: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        printed = subprocess.run([border, folder, str(count)], check=True, capture_output=True).stdout
        document = (Path(folder) / "rows.json").read_bytes()
    own = json.loads(printed)
    own_s = own["reconcile_ns"] / 1e9
    request = json.loads(document)
    transactions, invoices, options = request["transactions"], request["invoices"], request["options"]
    print(f"Python {sys.version.split()[0]}, {count:,} x {count:,} rows")
    handle = payymo._native.Handle.make("matcher.new", {"invoices": []})[0]
    closed = payymo._native.Handle.__dict__["closed"].__get__
    print(f"call without text (Matcher.closed)  {each(closed, handle):8.0f} ns")
    print(f"call with text (currency_decimals)  {each(payymo.currency_decimals, 'EUR'):8.0f} ns")
    iban = sum(each(payymo.iban_check, text) for text in own["ibans"]) / len(own["ibans"])
    print(f"IBAN check                          {iban:8.0f} ns  library {own['iban_ns']:.0f} ns, border {iban - own['iban_ns']:.0f} ns")
    print(f"reconcile in Rust                   {own_s:8.3f} s")
    rows = {
        "transactions": table(transactions),
        "invoices": table(invoices),
    }
    arrow = best(lambda: tables_of(payymo.reconcile(rows["transactions"], rows["invoices"], options=options)))
    told("Arrow, all tables of the result", arrow, own_s)
    told("JSON document in and out", best(lambda: payymo.call("matching.reconcile", document)), own_s)
    told("lists of dicts, records out", best(lambda: payymo.reconcile(transactions, invoices, options=options), 1), own_s)
    records = (
        [Transaction.from_document(row) for row in transactions],
        [Invoice.from_document(row) for row in invoices],
    )
    told("lists of records, records out", best(lambda: payymo.reconcile(*records, options=options), 1), own_s)


def told(what: str, seconds: float, own: float) -> None:
    print(f"{what:35} {seconds:8.3f} s   {seconds / own:.2f} x")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
