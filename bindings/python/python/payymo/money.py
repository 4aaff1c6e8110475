# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Currencies and exact amounts."""

from __future__ import annotations

from typing import Iterable

from payymo._records import ask
from payymo.records import CurrencyInfo, LocalizedAmount, Money
from payymo.words import DecimalMark

__all__ = [
    "parse",
    "parse_localized",
    "learn_mark",
    "sum",
    "currency",
    "currencies",
]


def parse(text: str, currency: str) -> Money:
    """Reads decimal text as an amount of a currency, exactly: digits beyond the currency's decimals are an
    error.

    Args:
        text: Decimal text, such as `1204.50`.
        currency: Currency that gives the decimals.

    Raises:
        ContractError: an argument of a wrong type.
        MoneyError: `money.syntax`, `money.precision`, `money.overflow`.
    """
    answer = ask("money.parse", {"text": text, "currency": currency})
    return Money.from_document(answer)


def parse_localized(
    text: str,
    *,
    decimal_mark: DecimalMark | None = None,
    currency: str | None = None,
) -> LocalizedAmount:
    """Reads an amount as banks of any country print it: `1.234,56-`, `(12.00)`, `12 CR`, `€ 12,00`.

    Args:
        text: The amount as printed.
        decimal_mark: The mark of the column, for texts with two readings.
        currency: The currency where the text names none.

    Raises:
        ContractError: an argument of a wrong type.
        MoneyError: `money.syntax`, `money.precision`, `money.overflow`.
    """
    answer = ask("money.parse_localized", {
        "text": text,
        "decimal_mark": decimal_mark,
        "currency": currency,
    })
    return LocalizedAmount.from_document(answer)


def learn_mark(texts: Iterable[str]) -> DecimalMark | None:
    """Learns the decimal mark from the texts of a column; `null` without evidence or against itself.

    Args:
        texts: The column's texts; what is no amount is passed over.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: DecimalMark | None = ask("money.learn_mark", {"texts": texts})
    return answer


def sum(amounts: Iterable[str], currency: str) -> Money:
    """Adds amounts of one currency, exactly.

    Args:
        amounts: Amounts as decimal text.
        currency: The currency of all of them.

    Raises:
        ContractError: an argument of a wrong type.
        MoneyError: `money.syntax`, `money.precision`, `money.overflow`.
    """
    answer = ask("money.sum", {"amounts": amounts, "currency": currency})
    return Money.from_document(answer)


def currency(code: str) -> CurrencyInfo:
    """What ISO 4217 says of a currency.

    Args:
        code: Currency code of three letters.

    Raises:
        ContractError: an argument of a wrong type.
        MoneyError: `money.currency_unknown`.
    """
    answer = ask("money.currency", {"code": code})
    return CurrencyInfo.from_document(answer)


def currencies() -> tuple[CurrencyInfo, ...]:
    """All currencies of ISO 4217, historic ones too, by code.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("money.currencies", {})
    return tuple([CurrencyInfo.from_document(each) for each in answer])

