# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What is asked of keys and of tokens that hold."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask, asked
from payymo.records import Revocation, TokenStanding, VerifiedToken
from payymo.words import SignatureAlgorithm

__all__ = [
    "standing",
    "thumbprint",
]


def standing(
    token: VerifiedToken | Mapping[str, Any],
    *,
    revocations: Iterable[Revocation | Mapping[str, Any]] | None = None,
    strict: bool = False,
) -> TokenStanding:
    """Whether a token that holds stands, by what the host's own store says of it: without `revocations`
    the store was not asked, and the token does not stand.

    Args:
        token: The token, as it was verified.
        revocations: What the store knows of the token's id, subject, family, tenant and key.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
    """
    answer = ask("token.standing", {
        "token": token,
        "revocations": revocations,
        "strict": strict,
    })
    return TokenStanding.from_document(answer)


def thumbprint(jwk: str, algorithm: SignatureAlgorithm) -> str:
    """The thumbprint of a public key (RFC 7638).

    Args:
        jwk: The key as a JSON Web Key.
        algorithm: An algorithm that it is for.

    Raises:
        ContractError: an argument of a wrong type.
        CryptoError: `crypto.failed`, `crypto.unsupported`.
        TokenKeyError: `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`,
            `key.syntax`, `key.use`, `key.weak`.
    """
    answer: str = ask("token.thumbprint", {"jwk": jwk, "algorithm": algorithm})
    return answer

