# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What the library is."""

from __future__ import annotations

from payymo._records import ask
from payymo.records import About

__all__ = [
    "about",
]


def about() -> About:
    """The versions of the library, of its documents and of its parameters, and what it can do.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("library.about", {})
    return About.from_document(answer)

