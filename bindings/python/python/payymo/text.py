# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Folding, edits between words, escaping."""

from __future__ import annotations

from payymo._records import ask

__all__ = [
    "fold",
    "tokens",
    "edits",
    "html",
    "csv_cell",
    "terminal",
]


def fold(text: str) -> str:
    """A text as it is compared: small letters of ASCII, without accents, other scripts transliterated.

    Args:
        text: Text of any kind.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str = ask("text.fold", {"text": text})
    return answer


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded.

    Args:
        text: Text of any kind.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("text.tokens", {"text": text})
    return tuple(answer)


def edits(a: str, b: str, *, most: int | None = None) -> int | None:
    """How many edits part two words (insert, delete, replace, swap of neighbours). `null` when more than
    `most`.

    Args:
        a: One of the words.
        b: What it is compared with.
        most: Edits that are of interest. Default: all.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: int | None = ask("text.edits", {"a": a, "b": b, "most": most})
    return answer


def html(text: str) -> str:
    """A text escaped for HTML: for what strangers wrote.

    Args:
        text: Text of any kind.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str = ask("text.html", {"text": text})
    return answer


def csv_cell(text: str) -> str:
    """A text as a cell of CSV that no spreadsheet takes for a formula.

    Args:
        text: Text of any kind.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str = ask("text.csv_cell", {"text": text})
    return answer


def terminal(text: str) -> str:
    """A text without control characters, terminal escapes and bidirectional marks.

    Args:
        text: Text of any kind.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer: str = ask("text.terminal", {"text": text})
    return answer

