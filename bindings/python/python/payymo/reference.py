# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Payment references with check digits."""

from __future__ import annotations

from payymo._records import ask
from payymo.records import FoundReference, ValidReference
from payymo.words import Scheme, Strictness

__all__ = [
    "validate",
    "generate",
    "ocr_with_length",
    "find",
    "inside",
]


def validate(scheme: Scheme, text: str) -> ValidReference | None:
    """Reads a whole text as a reference of one scheme, in any printed form. `null` when its form or a
    check digit is wrong.

    Args:
        scheme: The scheme of its check digits.
        text: The reference as printed.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("reference.validate", {"scheme": scheme, "text": text})
    return None if answer is None else ValidReference.from_document(answer)


def generate(scheme: Scheme, base: str) -> str | None:
    """Makes a reference from its content: computes the check digits and prints it. `null` when the scheme
    cannot hold it.

    Args:
        scheme: The scheme of its check digits.
        base: The content: digits, of RF letters too.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str | None = ask("reference.generate", {"scheme": scheme, "base": base})
    return answer


def ocr_with_length(base: str) -> str | None:
    """The Swedish OCR reference of a number with length digit and check digit. `null` beyond 23 digits.

    Args:
        base: The number's digits.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str | None = ask("reference.ocr_with_length", {"base": base})
    return answer


def find(text: str, *, strictness: Strictness | None = None) -> tuple[FoundReference, ...]:
    """The valid references of a free text, in the order in which they stand.

    Args:
        text: Free text, such as a remittance.
        strictness: Which are reported. Default `labelled`.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("reference.find", {"text": text, "strictness": strictness})
    return tuple([FoundReference.from_document(each) for each in answer])


def inside(text: str) -> tuple[ValidReference, ...]:
    """The national references that an RF reference may hold. Empty for what is no valid RF.

    Args:
        text: An RF reference.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("reference.inside", {"text": text})
    return tuple([ValidReference.from_document(each) for each in answer])

