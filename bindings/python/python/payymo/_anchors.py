# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Authorities and their revocation lists, prepared once for many chains."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._handle import TellingHandleBase
from payymo._records import asked
from payymo.records import ChainVerdict, PinSet, Problem
from payymo.words import AnchorProfile, ChainPurpose, RevocationCheck

__all__ = ["Anchors"]


class Anchors(TellingHandleBase):
    """Authorities and their revocation lists, prepared once for many chains.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        certificates: Iterable[bytes | bytearray | memoryview | str],
        profile: AnchorProfile,
        *,
        lists: Iterable[bytes | bytearray | memoryview | str] | None = None,
    ) -> None:
        """Takes in authorities and their revocation lists, prepared once for many chains. Answers why no
        chain may end in some of them.

        Args:
            certificates: The authorities, in DER or PEM; one of PEM may hold several, and lists.
            profile: Whose rules chains to them are held against.
            lists: Revocation lists, in DER or PEM.

        Raises:
            CertificateError: `certificate.no_anchor`, `certificate.too_large`, `certificate.syntax`,
                `certificate.pem`, `certificate.private_key`, `certificate.list_syntax`,
                `certificate.list_extension`, `certificate.list_unsupported`.
            ContractError: an argument of a wrong type.
        """
        self._open("anchors.new", {
            "certificates": certificates,
            "profile": profile,
            "lists": lists,
        })

    def verify(
        self,
        chain: Iterable[bytes | bytearray | memoryview | str],
        purpose: ChainPurpose,
        revocation: RevocationCheck,
        now: int,
        *,
        name: str | None = None,
        pins: PinSet | Mapping[str, Any] | None = None,
        most_intermediates: int | None = None,
        sandbox: str | None = None,
        strict: bool = False,
    ) -> ChainVerdict:
        """Verifies a chain of certificates at a time, for a server or a client. What it came to is the
        answer: an error is only a request that cannot be asked.

        Args:
            chain: The leaf first, then what else the other side sent, in any order; in DER or PEM.
            purpose: What the leaf is to be used for.
            revocation: What is asked of revocation lists.
            now: The time: seconds since 1970.
            name: Of a server: the host name or address by which it was called.
            pins: Keys of which the chain must hold one.
            most_intermediates: Intermediates that may stand in the path; 6 where nothing is said.
            sandbox: Nothing is verified, for this reason: the outcome is `skipped`.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            CertificateError: `certificate.name`, `certificate.pem`, `certificate.private_key`,
                `certificate.too_large`, `certificate.syntax`, `certificate.pin`,
                `certificate.pin_no_backup`.
            ContractError: an argument of a wrong type.
            InputError: `input.options`.
        """
        answer = self._ask("anchors.verify", {
            "chain": chain,
            "purpose": purpose,
            "name": name,
            "revocation": revocation,
            "pins": pins,
            "most_intermediates": most_intermediates,
            "sandbox": sandbox,
            "now": now,
            "strict": strict,
        })
        return ChainVerdict.from_document(answer)
