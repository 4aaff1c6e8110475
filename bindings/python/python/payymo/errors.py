# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Exceptions, one an area of codes, and the codes themselves."""

from __future__ import annotations

from typing import Final, Mapping

from payymo._errors import PayymoError

__all__ = [
    "CODES",
    "MEANINGS",
    "PayymoError",
    "MoneyError",
    "InputError",
    "FormatError",
    "MatchingError",
    "StoredMemoryError",
    "ContractError",
]


class MoneyError(PayymoError, area="money"):
    """Codes of `money`.

    - `money.syntax`: Text that is not an amount.
    - `money.overflow`: An amount beyond what 64 bits of minor units hold.
    - `money.precision`: Digits beyond the currency's ISO 4217 decimals.
    - `money.currency_unknown`: A currency that is not in ISO 4217, now or in the past.
    - `money.currency_mismatch`: Two amounts of different currencies in one sum.
    """


class InputError(PayymoError, area="input"):
    """Codes of `input`.

    - `input.float_money`: Money given as a binary float: give a decimal string.
    - `input.duplicate_id`: The same id with different content.
    - `input.missing`: A required field is missing.
    - `input.bad_field`: A field whose value is not of its form.
    - `input.bad_date`: A date that does not exist or lies outside the years 1900 to 2199.
    - `input.options`: An option outside its range.
    """


class FormatError(PayymoError, area="format"):
    """Codes of `format`.

    - `format.unknown`: Content of no known format.
    - `format.unsupported`: A known format that has no reader yet.
    - `format.encoding`: Bytes that are not text in the declared or detected encoding.
    - `format.truncated`: The input ends in the middle of a record.
    - `format.no_rows`: The input holds no row.
    - `format.too_large`: A field, line or nesting beyond the reader's bounds.
    - `format.xml.syntax`: Text that is not well-formed XML.
    - `format.xml.doctype`: A document type declaration, which no bank sends: refused.
    - `format.camt.bad_amount`: An entry's amount cannot be read.
    - `format.camt.bad_date`: An entry's date cannot be read.
    - `format.camt.missing`: An entry lacks a required element.
    - `format.camt.balance`: Opening balance and entries do not add up to the closing balance.
    - `format.camt.details`: The details of an entry do not add up to its amount: the entry's holds.
    - `format.camt.assumed`: Something that the statement leaves out was assumed.
    - `format.camt.not_booked`: An entry that is for information only: no row.
    - `format.csv.no_header`: No row names a date and an amount column.
    - `format.csv.bad_amount`: A cell is not an amount.
    - `format.csv.bad_date`: A cell is not a date.
    - `format.csv.columns`: A row with too few or too many cells.
    - `format.csv.mapping`: The column map names a column that is not there.
    - `format.csv.date_order`: Day and month cannot be told apart in any row.
    - `format.csv.currency`: No column and no option says the currency.
    - `format.csv.sign`: Nothing tells money in from money out, or a row goes neither way.
    - `format.csv.balance`: The running balance does not follow from the amounts.
    - `format.csv.decimal_mark`: Decimals and thousands cannot be told apart in any cell.
    - `format.csv.fee`: A fee of which nothing tells whether the amount holds it.
    - `format.csv.left_out`: Rows that are no booked transaction: declined ones, headings, totals.
    - `format.gocardless.bad_row`: A transaction that lacks an amount or has one that cannot be read.
    - `format.gocardless.bad_date`: A booked transaction without a date that can be read.
    - `format.gocardless.swapped`: The other side is named in the fields of the host's own side.
    - `format.stripe.bad_object`: An object that lacks amount, currency or time.
    - `format.stripe.unsupported`: A Stripe object that moves no money here.
    - `format.stripe.incomplete`: The rows are read, but fees, refunds or further pages are not in the
      input.
    - `format.whmcs.bad_row`: An invoice or transaction row that cannot be read.
    - `format.whmcs.failed`: The answer of an API call that failed.
    - `format.whmcs.no_invoice`: A transaction that belongs to no invoice: it settles nothing.
    - `format.whmcs.no_balance`: Unpaid invoices of a list that states no balances: taken as open with
      their total.
    - `format.json.syntax`: Text that is not JSON.
    - `format.json.bad_row`: A row that is not of the contract's shape.
    """


class MatchingError(PayymoError, area="matching"):
    """Codes of `matching`.

    - `matching.cancelled`: The progress callback stopped the call.
    - `matching.too_many`: More rows than 32-bit row numbers hold.
    - `matching.unknown_item`: No item has this id.
    - `matching.overspent`: More would be settled of an item than is open, or more taken back than it
      was.
    - `matching.bound_failed`: The audits show more wrong automatic matches than the options accept:
      nothing is automatic.
    - `matching.unknown`: No match or transaction of the call has this id.
    """


class StoredMemoryError(PayymoError, area="memory"):
    """Codes of `memory`.

    - `memory.version`: A memory that another version of the engine wrote.
    - `memory.syntax`: Bytes that are not a memory.
    """


class ContractError(PayymoError, area="contract"):
    """Codes of `contract`.

    - `contract.version`: A request of a version that this library does not speak.
    - `contract.operation`: No operation has this name.
    - `contract.syntax`: A request that is not a JSON object.
    - `contract.field`: A field of a request that is missing or not of its type.
    - `contract.handle`: A handle that is not open: it was closed, or never given.
    - `contract.internal`: A fault of the library itself, which was caught. Please report it.
    - `contract.argument`: An argument of a function that cannot be used, such as a null pointer.
    - `contract.encoding`: Text that is not UTF-8.
    - `contract.callback`: A function of the host that the library called has failed.
    - `contract.transport`: The library cannot be reached: not found, not allowed, or gone away.
    """


CODES: Final[Mapping[str, int]] = {
    "money.syntax": 1001,
    "money.overflow": 1002,
    "money.precision": 1003,
    "money.currency_unknown": 1004,
    "money.currency_mismatch": 1005,
    "input.float_money": 2001,
    "input.duplicate_id": 2002,
    "input.missing": 2003,
    "input.bad_field": 2004,
    "input.bad_date": 2005,
    "input.options": 2006,
    "format.unknown": 3001,
    "format.unsupported": 3002,
    "format.encoding": 3003,
    "format.truncated": 3004,
    "format.no_rows": 3005,
    "format.too_large": 3006,
    "format.xml.syntax": 3101,
    "format.xml.doctype": 3102,
    "format.camt.bad_amount": 3110,
    "format.camt.bad_date": 3111,
    "format.camt.missing": 3112,
    "format.camt.balance": 3113,
    "format.camt.details": 3114,
    "format.camt.assumed": 3115,
    "format.camt.not_booked": 3116,
    "format.csv.no_header": 3201,
    "format.csv.bad_amount": 3202,
    "format.csv.bad_date": 3203,
    "format.csv.columns": 3204,
    "format.csv.mapping": 3205,
    "format.csv.date_order": 3206,
    "format.csv.currency": 3207,
    "format.csv.sign": 3208,
    "format.csv.balance": 3209,
    "format.csv.decimal_mark": 3210,
    "format.csv.fee": 3211,
    "format.csv.left_out": 3212,
    "format.gocardless.bad_row": 3301,
    "format.gocardless.bad_date": 3302,
    "format.gocardless.swapped": 3303,
    "format.stripe.bad_object": 3401,
    "format.stripe.unsupported": 3402,
    "format.stripe.incomplete": 3403,
    "format.whmcs.bad_row": 3501,
    "format.whmcs.failed": 3502,
    "format.whmcs.no_invoice": 3503,
    "format.whmcs.no_balance": 3504,
    "format.json.syntax": 3601,
    "format.json.bad_row": 3602,
    "matching.cancelled": 5001,
    "matching.too_many": 5002,
    "matching.unknown_item": 5003,
    "matching.overspent": 5004,
    "matching.bound_failed": 5005,
    "matching.unknown": 5006,
    "memory.version": 5101,
    "memory.syntax": 5102,
    "contract.version": 9001,
    "contract.operation": 9002,
    "contract.syntax": 9003,
    "contract.field": 9004,
    "contract.handle": 9005,
    "contract.internal": 9006,
    "contract.argument": 9007,
    "contract.encoding": 9008,
    "contract.callback": 9009,
    "contract.transport": 9010,
}
"""Number of each code."""

MEANINGS: Final[Mapping[str, str]] = {
    "money.syntax": "Text that is not an amount.",
    "money.overflow": "An amount beyond what 64 bits of minor units hold.",
    "money.precision": "Digits beyond the currency's ISO 4217 decimals.",
    "money.currency_unknown": "A currency that is not in ISO 4217, now or in the past.",
    "money.currency_mismatch": "Two amounts of different currencies in one sum.",
    "input.float_money": "Money given as a binary float: give a decimal string.",
    "input.duplicate_id": "The same id with different content.",
    "input.missing": "A required field is missing.",
    "input.bad_field": "A field whose value is not of its form.",
    "input.bad_date": "A date that does not exist or lies outside the years 1900 to 2199.",
    "input.options": "An option outside its range.",
    "format.unknown": "Content of no known format.",
    "format.unsupported": "A known format that has no reader yet.",
    "format.encoding": "Bytes that are not text in the declared or detected encoding.",
    "format.truncated": "The input ends in the middle of a record.",
    "format.no_rows": "The input holds no row.",
    "format.too_large": "A field, line or nesting beyond the reader's bounds.",
    "format.xml.syntax": "Text that is not well-formed XML.",
    "format.xml.doctype": "A document type declaration, which no bank sends: refused.",
    "format.camt.bad_amount": "An entry's amount cannot be read.",
    "format.camt.bad_date": "An entry's date cannot be read.",
    "format.camt.missing": "An entry lacks a required element.",
    "format.camt.balance": "Opening balance and entries do not add up to the closing balance.",
    "format.camt.details": "The details of an entry do not add up to its amount: the entry's holds.",
    "format.camt.assumed": "Something that the statement leaves out was assumed.",
    "format.camt.not_booked": "An entry that is for information only: no row.",
    "format.csv.no_header": "No row names a date and an amount column.",
    "format.csv.bad_amount": "A cell is not an amount.",
    "format.csv.bad_date": "A cell is not a date.",
    "format.csv.columns": "A row with too few or too many cells.",
    "format.csv.mapping": "The column map names a column that is not there.",
    "format.csv.date_order": "Day and month cannot be told apart in any row.",
    "format.csv.currency": "No column and no option says the currency.",
    "format.csv.sign": "Nothing tells money in from money out, or a row goes neither way.",
    "format.csv.balance": "The running balance does not follow from the amounts.",
    "format.csv.decimal_mark": "Decimals and thousands cannot be told apart in any cell.",
    "format.csv.fee": "A fee of which nothing tells whether the amount holds it.",
    "format.csv.left_out": "Rows that are no booked transaction: declined ones, headings, totals.",
    "format.gocardless.bad_row": "A transaction that lacks an amount or has one that cannot be read.",
    "format.gocardless.bad_date": "A booked transaction without a date that can be read.",
    "format.gocardless.swapped": "The other side is named in the fields of the host's own side.",
    "format.stripe.bad_object": "An object that lacks amount, currency or time.",
    "format.stripe.unsupported": "A Stripe object that moves no money here.",
    "format.stripe.incomplete": "The rows are read, but fees, refunds or further pages are not in the input.",
    "format.whmcs.bad_row": "An invoice or transaction row that cannot be read.",
    "format.whmcs.failed": "The answer of an API call that failed.",
    "format.whmcs.no_invoice": "A transaction that belongs to no invoice: it settles nothing.",
    "format.whmcs.no_balance": "Unpaid invoices of a list that states no balances: taken as open with their total.",
    "format.json.syntax": "Text that is not JSON.",
    "format.json.bad_row": "A row that is not of the contract's shape.",
    "matching.cancelled": "The progress callback stopped the call.",
    "matching.too_many": "More rows than 32-bit row numbers hold.",
    "matching.unknown_item": "No item has this id.",
    "matching.overspent": "More would be settled of an item than is open, or more taken back than it was.",
    "matching.bound_failed": "The audits show more wrong automatic matches than the options accept: nothing is automatic.",
    "matching.unknown": "No match or transaction of the call has this id.",
    "memory.version": "A memory that another version of the engine wrote.",
    "memory.syntax": "Bytes that are not a memory.",
    "contract.version": "A request of a version that this library does not speak.",
    "contract.operation": "No operation has this name.",
    "contract.syntax": "A request that is not a JSON object.",
    "contract.field": "A field of a request that is missing or not of its type.",
    "contract.handle": "A handle that is not open: it was closed, or never given.",
    "contract.internal": "A fault of the library itself, which was caught. Please report it.",
    "contract.argument": "An argument of a function that cannot be used, such as a null pointer.",
    "contract.encoding": "Text that is not UTF-8.",
    "contract.callback": "A function of the host that the library called has failed.",
    "contract.transport": "The library cannot be reached: not found, not allowed, or gone away.",
}
"""What each code means, in one sentence."""
