"""Rows that many tests use, and where things are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payymo import Counterparty, Customer, Invoice, Transaction

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "examples" / "data"


@pytest.fixture
def transactions() -> list[Transaction]:
    return [
        Transaction(
            id="t1",
            booked_on=date(2026, 3, 3),
            amount=Decimal("112.00"),
            currency="GBP",
            counterparty=Counterparty(name="Ada Smith"),
            remittance="INV-2026-01042 thanks",
        ),
        Transaction(id="t2", booked_on=date(2026, 3, 4), amount=Decimal("9.99"), currency="GBP"),
    ]


@pytest.fixture
def invoices() -> list[Invoice]:
    return [
        Invoice(
            id="1042",
            number="INV-2026-01042",
            total=Decimal(112),
            currency="GBP",
            issued_on=date(2026, 2, 20),
            customer=Customer(id="c1", name="Ada Smith"),
        ),
        Invoice(id="1043", number="INV-2026-01043", total=Decimal("55.00"), currency="GBP"),
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many cases of the common corpus were run."""
    import test_vectors

    terminalreporter.write_line(f"python: {test_vectors.COUNTS['cases']} cases")
