# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""An issuer of access and refresh tokens."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._handle import TellingHandleBase
from payymo._records import asked
from payymo.records import PresentedToken, Problem, PublicKey, SessionLifetimes, SessionStep, SessionTokens, TokenBinding, VerifiedToken
from payymo.words import FamilyEnd, SignatureAlgorithm, WriteResult

__all__ = ["Sessions"]


class Sessions(TellingHandleBase):
    """An issuer of access and refresh tokens.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        issuer: str,
        access_audience: str,
        refresh_audience: str,
        algorithm: SignatureAlgorithm,
        *,
        pem: str | None = None,
        jwk: str | None = None,
        secret: str | None = None,
        key_id: str | None = None,
        jwks: str | None = None,
        keys: Iterable[PublicKey | Mapping[str, Any]] | None = None,
        secrets: Mapping[str, str] | None = None,
        lifetimes: SessionLifetimes | Mapping[str, Any] | None = None,
        leeway: int | None = None,
        strict: bool = False,
    ) -> None:
        """An issuer of sessions: whose tokens say what, the key that signs them, and, while keys are
        changed, the others that are taken. Answers why keys of a set were left out.

        Args:
            issuer: Who issues them (`iss`).
            access_audience: The API that takes access tokens (`aud`).
            refresh_audience: The end point that exchanges refresh tokens (`aud`).
            algorithm: The one algorithm that it signs with.
            pem: The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY.
            jwk: The key as a JSON Web Key with its private members.
            secret: The secret of an HMAC, as long as its hash at least.
            key_id: Its id, which tokens name as `kid`.
            jwks: A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret.
            keys: Public keys, each with its algorithm.
            secrets: Secrets of HMAC by their ids, as long as the hash at least; for bytes that are no
                text a JWK in `jwks`.
            lifetimes: How long what lives.
            leeway: Seconds by which clocks may differ, 300 at most; 30 where nothing is said.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            CryptoError: `crypto.failed`, `crypto.unsupported`.
            InputError: `input.options`.
            TokenKeyError: `key.algorithm`, `key.duplicate_id`, `key.kind`, `key.none`, `key.private`,
                `key.roca`, `key.set_mixed`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
        """
        self._open("sessions.new", {
            "issuer": issuer,
            "access_audience": access_audience,
            "refresh_audience": refresh_audience,
            "algorithm": algorithm,
            "pem": pem,
            "jwk": jwk,
            "secret": secret,
            "key_id": key_id,
            "jwks": jwks,
            "keys": keys,
            "secrets": secrets,
            "lifetimes": lifetimes,
            "leeway": leeway,
            "strict": strict,
        })

    def begin(
        self,
        subject: str,
        tenant: str,
        client: str,
        random: bytes | bytearray | memoryview | str,
        now: int,
        *,
        binding: TokenBinding | Mapping[str, Any] | None = None,
        strict: bool = False,
    ) -> SessionStep:
        """A login: the family to write where the store has none of its id. Then `sessions.confirm` makes
        its tokens.

        Args:
            subject: Who logged in (`sub`).
            tenant: Whose data they work on.
            client: Id of the client, which has shown who it is.
            random: 32 fresh bytes of a source of random bytes.
            now: The time: seconds since 1970.
            binding: The key that its tokens are to be bound to (`cnf`): whoever brings one must show
                it.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            InputError: `input.options`.
            TokenError: `token.binding`.
        """
        answer = self._ask("sessions.begin", {
            "subject": subject,
            "tenant": tenant,
            "client": client,
            "binding": binding,
            "random": random,
            "now": now,
            "strict": strict,
        })
        return SessionStep.from_document(answer)

    def present(
        self,
        token: str,
        client: str,
        now: int,
        *,
        binding: TokenBinding | Mapping[str, Any] | None = None,
        strict: bool = False,
    ) -> PresentedToken:
        """Reads a refresh token that came, for the id of the family whose state the host then looks up.

        Args:
            token: The refresh token that came.
            client: Id of the client, which has shown who it is.
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
        answer = self._ask("sessions.present", {
            "token": token,
            "client": client,
            "binding": binding,
            "now": now,
            "strict": strict,
        })
        return PresentedToken.from_document(answer)

    def refresh(
        self,
        token: str,
        client: str,
        state: str,
        random: bytes | bytearray | memoryview | str,
        now: int,
        *,
        binding: TokenBinding | Mapping[str, Any] | None = None,
        strict: bool = False,
    ) -> SessionStep:
        """What to do with a refresh token that came: exchange it, end the family that it was copied from,
        or refuse it. Nothing is granted until the store has answered and `sessions.confirm` was asked.

        Args:
            token: The refresh token that came.
            client: Id of the client, which has shown who it is.
            state: The state, as the host's store holds it.
            random: 16 fresh bytes of a source of random bytes, for the successor.
            now: The time: seconds since 1970.
            binding: The key that was shown with the token. A token that is bound to another, or to one
                where none was shown, is refused.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            InputError: `input.options`.
            TokenError: `token.too_large`, `token.segments`, `token.base64`, `token.json`,
                `token.header`, `token.header_key`, `token.critical`, `token.algorithm`,
                `token.unknown_key`, `token.signature`, `token.type`, `token.claim`, `token.missing`,
                `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`,
                `token.too_old`, `token.binding`.
        """
        answer = self._ask("sessions.refresh", {
            "token": token,
            "client": client,
            "binding": binding,
            "state": state,
            "random": random,
            "now": now,
            "strict": strict,
        })
        return SessionStep.from_document(answer)

    def confirm(
        self,
        state: str,
        written: WriteResult,
        permissions: Iterable[str],
        random: bytes | bytearray | memoryview | str,
        now: int,
    ) -> SessionTokens | None:
        """The tokens of a state that the store said was written; `null` where it said anything else, and
        for a family that has ended or expired.

        Args:
            state: The state, as the host's store holds it.
            written: What the store said.
            permissions: What the access token may do: `invoice:read`, `invoice:*`.
            random: 16 fresh bytes of a source of random bytes, for the access token's id.
            now: The time: seconds since 1970.

        Raises:
            ContractError: an argument of a wrong type.
            CryptoError: `crypto.failed`.
            InputError: `input.options`.
            RolePermissionError: `permission.syntax`.
            TokenError: `token.claim`, `token.header`, `token.too_large`.
        """
        answer = self._ask("sessions.confirm", {
            "state": state,
            "written": written,
            "permissions": permissions,
            "random": random,
            "now": now,
        })
        return None if answer is None else SessionTokens.from_document(answer)

    def end(self, state: str, why: FamilyEnd, now: int) -> SessionStep:
        """Ends a login: the state to write, until it is written. Access tokens live on until they expire,
        or until the family is put among the revocations.

        Args:
            state: The state, as the host's store holds it.
            why: Why it ends.
            now: The time: seconds since 1970.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer = self._ask("sessions.end", {"state": state, "why": why, "now": now})
        return SessionStep.from_document(answer)

    def verify(
        self,
        token: str,
        now: int,
        *,
        binding: TokenBinding | Mapping[str, Any] | None = None,
        strict: bool = False,
    ) -> VerifiedToken:
        """Verifies an access token of its own sessions. Whether it was revoked is asked of `revocations`.

        Args:
            token: The access token, without `Bearer`.
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
        answer = self._ask("sessions.verify", {
            "token": token,
            "binding": binding,
            "now": now,
            "strict": strict,
        })
        return VerifiedToken.from_document(answer)
