# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Bundles, pins, and when to renew what."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask
from payymo.records import CertificateBundle, HeldCertificate, LeadTimes, PinnedKey, RotationPlan

__all__ = [
    "bundle",
    "pin",
    "plan",
]


def bundle(content: bytes | bytearray | memoryview | str) -> CertificateBundle:
    """Reads a bundle in PEM: certificates and revocation lists with words between them. A private key in
    it is an error.

    Args:
        content: The bundle in PEM.

    Raises:
        CertificateError: `certificate.pem`, `certificate.private_key`, `certificate.too_large`,
            `certificate.syntax`.
        ContractError: an argument of a wrong type.
    """
    answer = ask("certificate.bundle", {"content": content})
    return CertificateBundle.from_document(answer)


def pin(key: bytes | bytearray | memoryview | str) -> str:
    """The pin of a public key: the base64 of its SHA-256 (RFC 7469). `anchors.verify` answers those of a
    path.

    Args:
        key: The key as `SubjectPublicKeyInfo` in DER.

    Raises:
        CertificateError: `certificate.key`.
        ContractError: an argument of a wrong type.
    """
    answer: str = ask("certificate.pin", {"key": key})
    return answer


def plan(
    held: Iterable[HeldCertificate | Mapping[str, Any]],
    now: int,
    *,
    pinned: Iterable[PinnedKey | Mapping[str, Any]] | None = None,
    leads: LeadTimes | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> RotationPlan:
    """Plans the renewal of certificates: what to renew, pin, stage, switch and retire, when, and what of
    it is urgent.

    Args:
        held: The certificates that the host holds.
        now: The time: seconds since 1970.
        pinned: The keys that are pinned for its services.
        leads: How long before the end of a certificate something is done.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        CertificateError: `certificate.pin`.
        ContractError: an argument of a wrong type.
        InputError: `input.options`, `input.duplicate_id`, `input.bad_field`.
    """
    answer = ask("certificate.plan", {
        "held": held,
        "pinned": pinned,
        "leads": leads,
        "now": now,
        "strict": strict,
    })
    return RotationPlan.from_document(answer)

