# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Bytes of banks and gateways to rows."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask
from payymo.records import Detection, Invoice, ReadOptions, Report, Settlement, StatementHead, Transaction, Written
from payymo.words import Format

__all__ = [
    "detect",
    "detection",
    "read",
    "write_json_lines",
    "write_transactions",
    "write_invoices",
    "write_settlements",
    "write_camt053",
    "write_mt940",
]


def detect(content: bytes | bytearray | memoryview | str) -> Format:
    """Tells the format of some bytes by their content.

    Args:
        content: The bytes of a statement or a list; the first 64 KiB are looked at.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`.
    """
    answer: Format = ask("format.detect", {"content": content})
    return answer


def detection(content: bytes | bytearray | memoryview | str) -> Detection:
    """Tells the format of some bytes by their content, how sure that is, and what is the next likely.

    Args:
        content: The bytes of a statement or a list; the first 64 KiB are looked at.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`.
    """
    answer = ask("format.detection", {"content": content})
    return Detection.from_document(answer)


def read(
    content: bytes | bytearray | memoryview | str,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
    places: bool | None = None,
    strict: bool = False,
) -> Report:
    """Reads a statement or a list of any supported format. What is wrong with one record costs that
    record.

    Args:
        content: The bytes of the input.
        options: How it is read. The default needs no tuning.
        name: Name of the file; messages of errors and warnings begin with it.
        places: Whether each row is answered with its place. Default true.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
            `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
            `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
            `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`.
        InputError: `input.options`.
    """
    answer = ask("format.read", {
        "content": content,
        "options": options,
        "name": name,
        "places": places,
        "strict": strict,
    })
    return Report.from_document(answer)


def write_json_lines(
    *,
    transactions: Iterable[Transaction | Mapping[str, Any]] | None = None,
    invoices: Iterable[Invoice | Mapping[str, Any]] | None = None,
    settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
    strict: bool = False,
) -> str:
    """Writes rows as JSON Lines, which `format.read` reads as the same rows.

    Args:
        transactions: Rows of accounts, in any order.
        invoices: Open items, in any order.
        settlements: What was settled, in any order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer: str = ask("format.write_json_lines", {
        "transactions": transactions,
        "invoices": invoices,
        "settlements": settlements,
        "strict": strict,
    })
    return answer


def write_transactions(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    *,
    strict: bool = False,
) -> str:
    """Writes transactions as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same
    rows.

    Args:
        transactions: Rows of accounts, in any order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer: str = ask("format.write_transactions", {"transactions": transactions, "strict": strict})
    return answer


def write_invoices(invoices: Iterable[Invoice | Mapping[str, Any]], *, strict: bool = False) -> str:
    """Writes open items as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same
    rows.

    Args:
        invoices: Open items, in any order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer: str = ask("format.write_invoices", {"invoices": invoices, "strict": strict})
    return answer


def write_settlements(settlements: Iterable[Settlement | Mapping[str, Any]], *, strict: bool = False) -> str:
    """Writes settlements as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same
    rows.

    Args:
        settlements: What was settled, in any order.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer: str = ask("format.write_settlements", {"settlements": settlements, "strict": strict})
    return answer


def write_camt053(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    *,
    statement: StatementHead | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> Written:
    """Writes the transactions of one account as a camt.053.001.08 statement.

    Args:
        transactions: Rows of accounts, in any order.
        statement: What the statement covers; told from the rows by default.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.write`, `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("format.write_camt053", {
        "transactions": transactions,
        "statement": statement,
        "strict": strict,
    })
    return Written.from_document(answer)


def write_mt940(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    statement: StatementHead | Mapping[str, Any],
    *,
    strict: bool = False,
) -> Written:
    """Writes the transactions of one account as a SWIFT MT940 statement, which states its balances: one of
    them is enough.

    Args:
        transactions: Rows of accounts, in any order.
        statement: What the statement covers, with a balance.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.write`, `format.json.syntax`, `format.too_large`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
    """
    answer = ask("format.write_mt940", {
        "transactions": transactions,
        "statement": statement,
        "strict": strict,
    })
    return Written.from_document(answer)

