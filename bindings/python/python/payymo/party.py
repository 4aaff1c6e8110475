# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Names, IBANs, BICs, accounts."""

from __future__ import annotations

from payymo._records import ask
from payymo.records import Bic, FoundIban, Iban, Name, NameComparison

__all__ = [
    "iban",
    "find_ibans",
    "bic",
    "account_keys",
    "same_account",
    "name",
    "compare_names",
]


def iban(text: str) -> Iban:
    """Brings an IBAN to normal form and says what is to be said of it.

    Args:
        text: An IBAN in any printed form.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.iban", {"text": text})
    return Iban.from_document(answer)


def find_ibans(text: str) -> tuple[FoundIban, ...]:
    """The valid IBANs of a free text, in the order in which they stand.

    Args:
        text: Free text, such as a remittance.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.find_ibans", {"text": text})
    return tuple([FoundIban.from_document(each) for each in answer])


def bic(text: str) -> Bic:
    """Brings a BIC to normal form and says what is to be said of it.

    Args:
        text: A BIC of 8 or 11 characters.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.bic", {"text": text})
    return Bic.from_document(answer)


def account_keys(text: str) -> tuple[str, ...]:
    """All keys under which an account may be written: its normal form first, then the national forms of an
    IBAN.

    Args:
        text: An IBAN or a national account number.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.account_keys", {"text": text})
    return tuple(answer)


def same_account(a: str, b: str) -> bool:
    """Whether two texts are one account: equal in normal form, or an IBAN and the national number that it
    holds.

    Args:
        a: An account: IBAN or number.
        b: What it is compared with.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: bool = ask("party.same_account", {"a": a, "b": b})
    return answer


def name(text: str) -> Name:
    """Reads a name as people, registers and banks write it.

    Args:
        text: The name of a person or a company.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.name", {"text": text})
    return Name.from_document(answer)


def compare_names(a: str, b: str) -> NameComparison:
    """The strongest relation between two names. Titles, legal forms, case and diacritics play no part.

    Args:
        a: One of the names.
        b: What it is compared with.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("party.compare_names", {"a": a, "b": b})
    return NameComparison.from_document(answer)

