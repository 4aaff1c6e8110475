"""What the border costs, beside the library's own time in the same minute: `bench.py CORE_TIMES [ROWS]`."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable

import payymo
import pyarrow
from payymo import Invoice, Transaction

FIRST = "Ada Ben Cleo Dan Eva Finn Gita Hugo Ines Jan Kira Leo Mia Noah Olga Paul Rosa Sven Tara Uwe Vera Willi Yara Zeno".split()
LAST = "Adler Brandt Costa Dorn Ebert Fuchs Gruber Hahn Immel Jansen Keller Lorenz Maier Nagel Otto Peters Quast Richter Sommer".split()


def ledger(count: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Invoices of made-up customers, and their payments: most with the number, some with the name alone."""
    chance = random.Random(20260301)
    start = date(2026, 1, 1)
    transactions, invoices = [], []
    for at in range(count):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}{at % 977}"
        amount = f"{chance.randrange(500, 200_000) / 100:.2f}"
        issued = start + timedelta(days=chance.randrange(60))
        number = f"RE-2026-{at:07}"
        invoices.append(
            {
                "id": str(at),
                "number": number,
                "total": amount,
                "currency": "EUR",
                "issued_on": issued.isoformat(),
                "due_on": (issued + timedelta(days=14)).isoformat(),
                "customer": {"id": f"c{at}", "name": name},
            }
        )
        text = f"Invoice {number}" if chance.random() < 0.85 else "thank you"
        transactions.append(
            {
                "id": f"t{at}",
                "booked_on": (issued + timedelta(days=chance.randrange(1, 30))).isoformat(),
                "amount": amount,
                "currency": "EUR",
                "counterparty": {"name": name},
                "remittance": text,
            }
        )
    return transactions, invoices


def table(rows: list[dict[str, Any]], amounts: str) -> pyarrow.Table:
    """Columns as a data frame has them: decimals, days, objects under dotted names."""
    columns: dict[str, Any] = {}
    for name in rows[0]:
        values = [row[name] for row in rows]
        if name == amounts:
            columns[name] = pyarrow.array([Decimal(value) for value in values], pyarrow.decimal128(18, 2))
        elif name.endswith("_on"):
            columns[name] = pyarrow.array([date.fromisoformat(value) for value in values])
        elif isinstance(values[0], dict):
            for member in values[0]:
                columns[f"{name}.{member}"] = [value[member] for value in values]
        else:
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


def main(core_times: str, count: int) -> None:
    transactions, invoices = ledger(count)
    document = json.dumps({"transactions": transactions, "invoices": invoices}).encode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        file.write_bytes(document)
        own = json.loads(subprocess.run([core_times, str(file)], check=True, capture_output=True).stdout)
    print(f"Python {sys.version.split()[0]}, {count:,} x {count:,} rows")
    handle = payymo._native.Matcher.make({"invoices": []})[0]
    closed = payymo._native.Matcher.__dict__["closed"].__get__
    print(f"call without text (Matcher.closed)  {each(closed, handle):8.0f} ns")
    print(f"call with text (currency_decimals)  {each(payymo.currency_decimals, 'EUR'):8.0f} ns")
    iban = each(payymo.iban_check, "DE89 3704 0044 0532 0130 00")
    print(f"IBAN check                          {iban:8.0f} ns  library {own['iban_ns']:.0f} ns, border {iban - own['iban_ns']:.0f} ns")
    print(f"reconcile in Rust                   {own['reconcile_s']:8.3f} s")
    rows = {
        "transactions": table(transactions, "amount"),
        "invoices": table(invoices, "total"),
    }
    arrow = best(lambda: tables_of(payymo.reconcile(rows["transactions"], rows["invoices"])))
    told("Arrow, all tables of the result", arrow, own["reconcile_s"])
    told("JSON document in and out", best(lambda: payymo.call("matching.reconcile", document)), own["reconcile_s"])
    told("lists of dicts, records out", best(lambda: payymo.reconcile(transactions, invoices), 1), own["reconcile_s"])
    records = (
        [Transaction.from_document(row) for row in transactions],
        [Invoice.from_document(row) for row in invoices],
    )
    told("lists of records, records out", best(lambda: payymo.reconcile(*records), 1), own["reconcile_s"])


def told(what: str, seconds: float, own: float) -> None:
    print(f"{what:35} {seconds:8.3f} s   {seconds / own:.2f} x")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
