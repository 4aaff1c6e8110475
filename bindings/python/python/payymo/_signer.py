# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""A key that signs tokens."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._handle import HandleBase
from payymo.words import SignatureAlgorithm

__all__ = ["Signer"]


class Signer(HandleBase):
    """A key that signs tokens.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        algorithm: SignatureAlgorithm,
        *,
        pem: str | None = None,
        jwk: str | None = None,
        secret: str | None = None,
        key_id: str | None = None,
    ) -> None:
        """Takes in a key that signs.

        Args:
            algorithm: The one algorithm that it signs with.
            pem: The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY.
            jwk: The key as a JSON Web Key with its private members.
            secret: The secret of an HMAC, as long as its hash at least.
            key_id: Its id, which tokens name as `kid`.

        Raises:
            ContractError: an argument of a wrong type.
            CryptoError: `crypto.failed`, `crypto.unsupported`.
            TokenKeyError: `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`,
                `key.syntax`, `key.use`, `key.weak`.
        """
        self._open("signer.new", {
            "pem": pem,
            "jwk": jwk,
            "secret": secret,
            "algorithm": algorithm,
            "key_id": key_id,
        })

    def sign(self, claims: Mapping[str, Any], *, type: str | None = None) -> str:
        """Signs claims as a JSON Web Token. What no verifier would take is not signed.

        Args:
            claims: The claims; whole numbers of 53 bits.
            type: The type (`typ`) of the token; `JWT` where nothing is said.

        Raises:
            ContractError: an argument of a wrong type.
            CryptoError: `crypto.failed`.
            TokenError: `token.json`, `token.claim`, `token.header`, `token.too_large`.
        """
        answer: str = self._ask("signer.sign", {"claims": claims, "type": type})
        return answer

    def jwk(self) -> str:
        """Its public half as a JSON Web Key, to be published. That of a secret is refused.

        Raises:
            ContractError: an argument of a wrong type.
            TokenKeyError: `key.kind`.
        """
        answer: str = self._ask("signer.jwk", {})
        return answer
