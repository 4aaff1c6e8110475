# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""When to ask an issuer for its keys again."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._records import ask
from payymo.records import FetchDecision, FetchTimes, StateWrite

__all__ = [
    "decide",
    "ended",
]


def decide(
    unknown_key: bool,
    now: int,
    *,
    state: str | None = None,
    times: FetchTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> FetchDecision:
    """Whether to fetch an issuer's published keys before a token is checked, and again where the token
    names a key that they do not hold (`token.unknown_key`). Tokens that somebody makes up cause one
    fetch in a while and no more.

    Args:
        unknown_key: Whether a token names a key that is not there.
        now: The time: seconds since 1970.
        state: What the store holds of the fetches; left out where it holds nothing.
        times: How long published keys are used.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("jwks.decide", {
        "state": state,
        "unknown_key": unknown_key,
        "times": times,
        "now": now,
        "strict": strict,
    })
    return FetchDecision.from_document(answer)


def ended(came: bool, now: int, *, state: str | None = None) -> StateWrite:
    """The state to write after a fetch.

    Args:
        came: Whether a set came that could be read.
        now: The time: seconds since 1970.
        state: What the store holds of the fetches; left out where it holds nothing.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("jwks.ended", {"state": state, "came": came, "now": now})
    return StateWrite.from_document(answer)

