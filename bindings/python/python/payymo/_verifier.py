# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Keys and what is asked of tokens, prepared once for many tokens."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._handle import TellingHandleBase
from payymo._records import asked, raw
from payymo.records import KeyInfo, Problem, PublicKey, TokenBinding, TokenPolicy, VerifiedToken

__all__ = ["Verifier"]


class Verifier(TellingHandleBase):
    """Keys and what is asked of tokens, prepared once for many tokens.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        policy: TokenPolicy | Mapping[str, Any],
        *,
        jwks: str | None = None,
        keys: Iterable[PublicKey | Mapping[str, Any]] | None = None,
        secrets: Mapping[str, str] | None = None,
        strict: bool = False,
    ) -> None:
        """Takes in the keys of a verifier and what it asks of tokens. Answers why keys of a set were left
        out.

        Args:
            policy: What is asked of tokens.
            jwks: A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret.
            keys: Public keys, each with its algorithm.
            secrets: Secrets of HMAC by their ids, as long as the hash at least; for bytes that are no
                text a JWK in `jwks`.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            CryptoError: `crypto.failed`, `crypto.unsupported`.
            InputError: `input.options`.
            TokenKeyError: `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`,
                `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
        """
        self._open("verifier.new", {
            "jwks": jwks,
            "keys": keys,
            "secrets": secrets,
            "policy": policy,
            "strict": strict,
        })

    def verify(
        self,
        token: str,
        now: int,
        *,
        binding: TokenBinding | Mapping[str, Any] | None = None,
        strict: bool = False,
    ) -> VerifiedToken:
        """Verifies a JSON Web Token: form, algorithm, key, signature, claims, binding. Whether it was
        revoked is asked of `revocations`.

        Args:
            token: The token, without `Bearer`.
            now: The time: seconds since 1970.
            binding: The key that was shown with the token. A token that is bound to another, or to one
                where none was shown, is refused.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            TokenError: `token.too_large`, `token.segments`, `token.base64`, `token.json`,
                `token.header`, `token.header_key`, `token.critical`, `token.algorithm`,
                `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`,
                `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`,
                `token.too_old`, `token.binding`.
        """
        answer = self._ask("verifier.verify", {
            "token": token,
            "now": now,
            "binding": binding,
            "strict": strict,
        })
        return VerifiedToken.from_document(answer)

    def open(self, jws: str, *, payload: bytes | bytearray | memoryview | str | None = None) -> bytes:
        """Verifies signed content that is no token (RFC 7515) and answers it: of its claims nothing is
        looked at.

        Args:
            jws: The compact JWS.
            payload: The content, where it stands beside the JWS (RFC 7797).

        Raises:
            ContractError: an argument of a wrong type.
            TokenError: `token.too_large`, `token.segments`, `token.base64`, `token.header`,
                `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`,
                `token.signature`.
        """
        answer = self._ask("verifier.open", {"jws": jws, "payload": payload})
        return raw(answer)

    def keys(self) -> tuple[KeyInfo, ...]:
        """The keys that it holds.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer = self._ask("verifier.keys", {})
        return tuple([KeyInfo.from_document(each) for each in answer])

    def jwks(self) -> str:
        """Its public keys as a JSON Web Key Set, to be published. Secrets are refused.

        Raises:
            ContractError: an argument of a wrong type.
            TokenKeyError: `key.kind`.
        """
        answer: str = self._ask("verifier.jwks", {})
        return answer
