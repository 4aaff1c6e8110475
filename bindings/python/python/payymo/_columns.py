"""The columns of a data frame that the library knows, and what is said of those that it cannot take."""

from __future__ import annotations

from typing import Any

from payymo._errors import PayymoError, refused
from payymo._records import Record
from payymo.records import Invoice, Settlement, Transaction

ROWS: dict[str, type[Record]] = {"transactions": Transaction, "invoices": Invoice, "settlements": Settlement}
MINOR = frozenset(["amount_minor", "total_minor", "open_minor"])
MONEY = frozenset(["amount", "total", "open"])
DAYS = frozenset(["booked_on", "value_on", "issued_on", "due_on", "settled_on"])


def is_known(name: str, column: str) -> bool:
    """Whether rows of a list have a field of the name; all other columns are ignored."""
    return column in MINOR or column.split(".", 1)[0] in ROWS[name]._ATTRIBUTES


def lacking(name: str) -> PayymoError:
    """No column at all that the library knows."""
    first = "invoice" if name == "settlements" else "id"
    return refused("contract.field", "the column is missing", f"/{name}/{first}")


def mixed(column: str, values: Any, field: str) -> PayymoError:
    """A column of values of several types."""
    if column in MONEY and any(isinstance(each, float) and each == each for each in values):
        return refused("input.float_money", "binary floats among the amounts: give Decimal, text or whole numbers", field)
    return refused("input.bad_field", "a column that holds values of several types, or values of no use here", field)
