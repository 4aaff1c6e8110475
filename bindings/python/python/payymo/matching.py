# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Transactions paired with open items, in one call."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import Progress, ask, asked
from payymo.records import Explained, Invoice, Match, Options, Problem, Reconciliation, Settlement, Transaction

__all__ = [
    "reconcile",
    "explain",
    "settlements",
]


def reconcile(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    invoices: Iterable[Invoice | Mapping[str, Any]],
    *,
    settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | bytearray | memoryview | str | None = None,
    errors: Iterable[Problem | Mapping[str, Any]] | None = None,
    warnings: Iterable[Problem | Mapping[str, Any]] | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Reconciliation:
    """Pairs transactions with open items. Rows that cannot be read or used are listed in the result's
    `errors`.

    Args:
        transactions: Rows of accounts, in any order.
        invoices: Open items, and those closed of late, which explain payments and are never paid again.
        settlements: What was settled before; refunds and returns refer to it.
        options: The defaults need no tuning.
        memory: What was learnt before, as memory.learn gave it.
        errors: What reading the inputs gave as errors: it stands before the result's own.
        warnings: The same for warnings: what a person should see stands in one result.
        strict: Unknown fields are an error instead of being ignored.
        progress: Called with the stage, the rows done and the rows in all; what is false but `None`
            stops the call.

    Raises:
        ContractError: an argument of a wrong type.
        InputError: `input.options`.
        MatchingError: `matching.too_many`, `matching.cancelled`.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    return Reconciliation.from_json(asked("matching.reconcile", {
        "transactions": transactions,
        "invoices": invoices,
        "settlements": settlements,
        "options": options,
        "memory": memory,
        "errors": errors,
        "warnings": warnings,
        "strict": strict,
    }, progress))


def explain(
    id: str,
    transactions: Iterable[Transaction | Mapping[str, Any]],
    invoices: Iterable[Invoice | Mapping[str, Any]],
    *,
    settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | bytearray | memoryview | str | None = None,
    strict: bool = False,
) -> tuple[Explained, ...]:
    """Tells why a match got its decision, or a transaction its answer, in the call that the other fields
    repeat. Rows that cannot be read are left out, as there.

    Args:
        id: Id of a match or of a transaction of the call.
        transactions: Rows of accounts, in any order.
        invoices: Open items, and those closed of late, which explain payments and are never paid again.
        settlements: What was settled before; refunds and returns refer to it.
        options: The defaults need no tuning.
        memory: What was learnt before, as memory.learn gave it.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        InputError: `input.options`.
        MatchingError: `matching.unknown`, `matching.too_many`.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("matching.explain", {
        "id": id,
        "transactions": transactions,
        "invoices": invoices,
        "settlements": settlements,
        "options": options,
        "memory": memory,
        "strict": strict,
    })
    return tuple([Explained.from_document(each) for each in answer])


def settlements(
    matches: Iterable[Match | Mapping[str, Any]],
    transactions: Iterable[Transaction | Mapping[str, Any]],
    *,
    strict: bool = False,
) -> tuple[Settlement, ...]:
    """What a host keeps of the matches that it booked: rows that later calls take as `settlements`, so
    that nothing is booked twice and a return finds its payment.

    Args:
        matches: The matches that were booked.
        transactions: The transactions that they are of.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("matching.settlements", {
        "matches": matches,
        "transactions": transactions,
        "strict": strict,
    })
    return tuple([Settlement.from_document(each) for each in answer])

