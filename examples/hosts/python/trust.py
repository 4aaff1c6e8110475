"""What the servers beside this file ask of payymo: who may ask for something, and each event of a provider once.

flask_app.py and fastapi_app.py put HTTP around it. All settings come from the environment:
    TOKEN_JWKS               the issuer's published keys (a JSON Web Key Set, as text)
    TOKEN_ISSUER             who makes the access tokens
    TOKEN_AUDIENCE           this API, as the tokens name it
    STRIPE_WEBHOOK_SECRET    whsec_…, of this endpoint
"""
from __future__ import annotations

import json
import logging
import os
import re
import secrets
import threading
import time
from typing import Any, Callable, Mapping, NamedTuple

from payymo import ClaimAnswer, Headers, PayymoError, StateWrite, Verifier, permission, webhook
from payymo.words import ClaimStep

SECRETS = {"current": os.environ["STRIPE_WEBHOOK_SECRET"]}
# Made once: the keys are parsed and checked here and not with each request.
VERIFIER = Verifier(
    {
        "algorithms": ["RS256"],
        "issuers": [os.environ["TOKEN_ISSUER"]],
        "audiences": [os.environ["TOKEN_AUDIENCE"]],
        "type": "at+jwt",
        "required": ["sub"],
    },
    jwks=os.environ["TOKEN_JWKS"],
)
# What the host sells, in cents. A real one has it in its database.
INVOICES: dict[str, dict[str, Any]] = {"1042": {"id": "1042", "total": 11200, "paid": 0}}
# One row for each event. A real host has a table for it, or a key of Redis: docs/trust/webhooks.md has the statements.
ROWS: dict[str, StateWrite] = {}
LOCK = threading.Lock()


class Answer(NamedTuple):
    status: int
    body: Any
    headers: Mapping[str, str] = {}


def refusal(authorization: str | None, needed: str) -> Answer | None:
    """What a request is refused with; nothing where it may do what it asks for."""
    if (bearer := re.fullmatch(r"Bearer +(\S+)", authorization or "", re.IGNORECASE)) is None:
        return Answer(401, {"error": "no_token"}, {"WWW-Authenticate": "Bearer"})
    try:
        claims = VERIFIER.verify(bearer[1], int(time.time())).claims
    except PayymoError as error:
        challenge = f'Bearer error="invalid_token", error_description="{error.code}"'
        return Answer(401, {"error": error.code}, {"WWW-Authenticate": challenge})
    given = claims.get("permissions")
    patterns = [each for each in given if isinstance(each, str)] if isinstance(given, list) else []
    if permission.covers(patterns, needed):
        return None
    return Answer(403, {"error": "no_permission"}, {"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{needed}"'})


def write(key: str, row: StateWrite) -> bool:
    """Compare and set: written only where the row still is the one that was looked at."""
    with LOCK:
        held = ROWS.get(key)
        if (held and held.revision) != row.expected:
            return False
        ROWS[key] = row
        return True


def step(key: str, wanted: ClaimStep, holder: str, attempt: int | None = None, made: int | None = None) -> ClaimAnswer | None:
    """Looks, asks, writes; again where somebody else was faster."""
    for _ in range(3):
        held = ROWS.get(key)
        state = held.state if held else None
        decision = webhook.claim(wanted, holder, int(time.time()), state=state, attempt=attempt, made=made)
        if decision.write is None:
            return decision.answer
        if write(key, decision.write):
            return decision.if_written
    return None


def once(key: str, made: int | None, handle: Callable[[], None]) -> bool:
    """Handles an event once. Whether the provider may forget it."""
    holder = secrets.token_hex(16)
    begun = step(key, "begin", holder, made=made)
    if begun is None or begun.outcome != "handle":
        return begun is not None and begun.outcome in ("done", "too_old")
    try:
        handle()
    except Exception:
        logging.exception("not handled: %s", key)
        step(key, "fail", holder, begun.attempt)
        return False
    # With a database `handle` and this write are one transaction, which is rolled back on any other outcome.
    return (ended := step(key, "complete", holder, begun.attempt)) is not None and ended.outcome == "completed"


def settle(event: Any) -> None:
    if event["type"] == "charge.succeeded":
        charge = event["data"]["object"]
        INVOICES[charge["metadata"]["invoice"]]["paid"] += charge["amount"]


def receive(headers: Headers, body: bytes) -> Answer:
    """What Stripe is answered. The body are the bytes as they came: one that was parsed and written anew is another."""
    try:
        verified = webhook.verify(SECRETS, headers, body, int(time.time()), provider="stripe")
    except PayymoError as error:
        logging.warning("%s", error)
        return Answer(400, {"code": error.code, "message": error.message})
    event = json.loads(body)
    handled = [once(f"stripe/{name}", event.get("created"), lambda: settle(event)) for name in verified.event_ids]
    # 503: not handled, or not yet. The provider comes again.
    return Answer(200, {}) if all(handled) else Answer(503, {}, {"Retry-After": "60"})
