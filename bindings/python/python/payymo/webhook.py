# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Webhooks verified, and each event handled once."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._headers import Headers, by_name
from payymo._records import ask, raw
from payymo.records import ClaimDecision, ClaimLeases, VerifiedWebhook
from payymo.words import ClaimStep, WebhookProvider

__all__ = [
    "verify",
    "claim",
]


def verify(
    secrets: Mapping[str, str],
    headers: Headers,
    body: bytes | bytearray | memoryview | str,
    now: int,
    *,
    provider: WebhookProvider | None = None,
    scheme: Any | None = None,
    tolerance: int | None = None,
    any_age: bool | None = None,
    largest_body: int | None = None,
    explain: bool | None = None,
) -> VerifiedWebhook:
    """Verifies a webhook from its headers and the bytes of its body as they came. A framework that parses
    the body before changes them: take the raw bytes.

    Args:
        secrets: The live secrets by names of the host's own: while one rotates, the old and the new.
        headers: The headers by their names, in any case, each with all its values.
        body: The raw body.
        now: The time: seconds since 1970.
        provider: A provider whose scheme is known.
        scheme: How any other provider signs, as the chapter on webhooks describes it.
        tolerance: Seconds that the time of signing may be from now; 300 where nothing is said.
        any_age: Any time of signing is taken: what was recorded can then be sent again for ever.
        largest_body: Bytes of a body, 32 MiB at most; 1 MiB where nothing is said.
        explain: Whether a wrong signature is explained by trying other spellings of the body; they are.

    Raises:
        ContractError: an argument of a wrong type.
        InputError: `input.options`.
        WebhookError: `webhook.scheme`, `webhook.secret`, `webhook.missing`, `webhook.repeated`,
            `webhook.too_large`, `webhook.header`, `webhook.encoding`, `webhook.candidates`,
            `webhook.no_signature`, `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`,
            `webhook.signature`, `webhook.body_changed`, `webhook.too_old`, `webhook.ahead`,
            `webhook.event_json`, `webhook.event_id`.
    """
    answer = ask("webhook.verify", {
        "provider": provider,
        "scheme": scheme,
        "secrets": secrets,
        "headers": by_name(headers, "/headers"),
        "body": body,
        "now": now,
        "tolerance": tolerance,
        "any_age": any_age,
        "largest_body": largest_body,
        "explain": explain,
    })
    return VerifiedWebhook.from_document(answer)


def claim(
    step: ClaimStep,
    holder: str,
    now: int,
    *,
    state: str | None = None,
    attempt: int | None = None,
    made: int | None = None,
    leases: ClaimLeases | Mapping[str, Any] | None = None,
    strict: bool = False,
) -> ClaimDecision:
    """What to do with an event, of which the store holds `state`: claimed with a lease, handled,
    completed; so that it is handled once, also when a handler dies.

    Args:
        step: What is wanted of the event.
        holder: Fresh random text for each time that an event is to be handled, the same from its
            beginning to its completion.
        now: The time: seconds since 1970.
        state: What the store holds of the event; left out where it holds nothing.
        attempt: The attempt that the answer to `begin` told; not of `begin`.
        made: Of `begin`: when the event was made, by a signed member of its body.
        leases: How long what is kept.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        InputError: `input.options`.
    """
    answer = ask("webhook.claim", {
        "state": state,
        "step": step,
        "holder": holder,
        "attempt": attempt,
        "made": made,
        "leases": leases,
        "now": now,
        "strict": strict,
    })
    return ClaimDecision.from_document(answer)

