# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""An issuer's keys through their life, kept by the host."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._records import ask
from payymo.records import KeyRingStep, KeyRingView, KeyTimes, StateWrite

__all__ = [
    "begin",
    "stage",
    "switch",
    "revoke",
    "drop_ended",
    "check",
    "view",
    "due",
]


def begin(key: str, now: int) -> StateWrite:
    """A ring of one key, which signs: to be written where the store holds nothing.

    Args:
        key: Thumbprint of the key (RFC 7638).
        now: The time: seconds since 1970.

    Raises:
        ContractError: an argument of a wrong type.
        TokenKeyError: `key.status`.
    """
    answer = ask("keyring.begin", {"key": key, "now": now})
    return StateWrite.from_document(answer)


def stage(state: str, key: str, now: int) -> StateWrite:
    """Takes in the next key, which is published and does not sign yet.

    Args:
        state: The state, as the host's store holds it.
        key: Thumbprint of the key (RFC 7638).
        now: The time: seconds since 1970.

    Raises:
        ContractError: an argument of a wrong type.
        TokenKeyError: `key.status`.
    """
    answer = ask("keyring.stage", {"state": state, "key": key, "now": now})
    return StateWrite.from_document(answer)


def switch(
    state: str,
    now: int,
    *,
    times: KeyTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> StateWrite:
    """Lets the next key sign, once it was published long enough for every verifier to know it.

    Args:
        state: The state, as the host's store holds it.
        now: The time: seconds since 1970.
        times: How long keys are in which part of their life.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        TokenKeyError: `key.status`.
    """
    answer = ask("keyring.switch", {
        "state": state,
        "times": times,
        "now": now,
        "strict": strict,
    })
    return StateWrite.from_document(answer)


def revoke(state: str, key: str, now: int) -> StateWrite:
    """Revokes a key: nothing that it signed counts from here on.

    Args:
        state: The state, as the host's store holds it.
        key: Thumbprint of the key (RFC 7638).
        now: The time: seconds since 1970.

    Raises:
        ContractError: an argument of a wrong type.
        TokenKeyError: `key.status`.
    """
    answer = ask("keyring.revoke", {"state": state, "key": key, "now": now})
    return StateWrite.from_document(answer)


def drop_ended(
    state: str,
    now: int,
    *,
    times: KeyTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> StateWrite:
    """Takes out the keys whose time is over.

    Args:
        state: The state, as the host's store holds it.
        now: The time: seconds since 1970.
        times: How long keys are in which part of their life.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("keyring.drop_ended", {
        "state": state,
        "times": times,
        "now": now,
        "strict": strict,
    })
    return StateWrite.from_document(answer)


def check(
    state: str,
    key: str,
    now: int,
    *,
    times: KeyTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> None:
    """Whether what was signed under a key counts; the answer is an error where it does not.

    Args:
        state: The state, as the host's store holds it.
        key: Thumbprint of the key (RFC 7638).
        now: The time: seconds since 1970.
        times: How long keys are in which part of their life.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        TokenError: `token.unknown_key`.
        TokenKeyError: `key.revoked`, `key.status`.
    """
    ask("keyring.check", {
        "state": state,
        "key": key,
        "times": times,
        "now": now,
        "strict": strict,
    })


def view(state: str) -> KeyRingView:
    """Which key signs, and which are to be published.

    Args:
        state: The state, as the host's store holds it.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("keyring.view", {"state": state})
    return KeyRingView.from_document(answer)


def due(
    state: str,
    *,
    times: KeyTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> tuple[KeyRingStep, ...]:
    """What is to be done, the earliest first.

    Args:
        state: The state, as the host's store holds it.
        times: How long keys are in which part of their life.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("keyring.due", {"state": state, "times": times, "strict": strict})
    return tuple([KeyRingStep.from_document(each) for each in answer])

