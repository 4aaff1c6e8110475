# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Each row once, over inputs that overlap."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask
from payymo.records import Invoice, InvoicesOnce, Linked, Settlement, SettlementsOnce, Transaction

__all__ = [
    "duplicates",
    "assign_ids",
    "invoices",
    "settlements",
]


def duplicates(
    inputs: Iterable[Iterable[Transaction | Mapping[str, Any]]],
    *,
    strict: bool = False,
) -> Linked:
    """Finds the copies over inputs that may overlap: two statements of one month, a pending row and its
    booking, two exports of one gateway, one entry in several formats.

    Args:
        inputs: One list for each statement or file, in their order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("linking.duplicates", {"inputs": inputs, "strict": strict})
    return Linked.from_document(answer)


def assign_ids(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    *,
    strict: bool = False,
) -> tuple[Transaction, ...]:
    """Gives every row of one input whose id is `"-"` an id of its content and a counter over equal rows:
    the same input gets the same ids.

    Args:
        transactions: The rows of one input.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("linking.assign_ids", {"transactions": transactions, "strict": strict})
    return tuple([Transaction.from_document(each) for each in answer])


def invoices(
    inputs: Iterable[Iterable[Invoice | Mapping[str, Any]]],
    *,
    strict: bool = False,
) -> InvoicesOnce:
    """Takes the items of several exports, each once: of equal ones the first stays, of contradicting ones
    too, with an error.

    Args:
        inputs: One list for each export, in their order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("linking.invoices", {"inputs": inputs, "strict": strict})
    return InvoicesOnce.from_document(answer)


def settlements(
    inputs: Iterable[Iterable[Settlement | Mapping[str, Any]]],
    *,
    strict: bool = False,
) -> SettlementsOnce:
    """Takes the settlements of several exports, each once: equal rows of one export are several
    settlements, in another they are copies of these.

    Args:
        inputs: One list for each export, in their order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("linking.settlements", {"inputs": inputs, "strict": strict})
    return SettlementsOnce.from_document(answer)

