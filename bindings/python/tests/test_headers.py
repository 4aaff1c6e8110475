"""Headers as frameworks give them to a webhook."""

from __future__ import annotations

import email.message
import hashlib
import hmac
import http.client
import types
from typing import Any

import httpx
import pytest
from payymo import Headers, PayymoError, webhook
from starlette.datastructures import Headers as StarletteHeaders
from starlette.datastructures import MutableHeaders
from werkzeug.datastructures import EnvironHeaders
from werkzeug.datastructures import Headers as WerkzeugHeaders

SECRET = "whsec_of_these_tests_alone"
BODY = b'{"id": "evt_1"}'
NOW = 1_800_000_000
SIGNED = f"t={NOW},v1={hmac.new(SECRET.encode(), b'%d.%b' % (NOW, BODY), hashlib.sha256).hexdigest()}"
NAME = "Stripe-Signature"
PAIRS = [("Content-Type", "application/json"), (NAME, SIGNED)]
TWICE = [*PAIRS, (NAME, SIGNED)]


def verify(headers: Any) -> tuple[str, ...]:
    return webhook.verify({"live": SECRET}, headers, BODY, NOW, provider="stripe").event_ids


def message(pairs: list[tuple[str, str]]) -> email.message.Message:
    made = http.client.HTTPMessage()
    for name, value in pairs:
        made[name] = value
    return made


def raw(pairs: list[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in pairs]


@pytest.mark.parametrize(
    "headers",
    [
        {NAME: [SIGNED]},
        {NAME: (SIGNED,)},
        {NAME: SIGNED},
        {NAME.lower(): iter([SIGNED])},
        types.MappingProxyType({NAME: SIGNED}),
        PAIRS,
        tuple(PAIRS),
        iter(PAIRS),
        [[NAME, SIGNED]],
        [(NAME, [SIGNED])],
        dict(PAIRS).items(),
        raw(PAIRS),
        {NAME.encode(): SIGNED.encode()},
        StarletteHeaders(raw=raw(PAIRS)),
        MutableHeaders(raw=raw(PAIRS)),
        WerkzeugHeaders(PAIRS),
        EnvironHeaders({"HTTP_STRIPE_SIGNATURE": SIGNED}),
        httpx.Headers(PAIRS),
        message(PAIRS),
    ],
    ids=lambda headers: type(headers).__name__,
)
def test_what_frameworks_give(headers: Any) -> None:
    assert verify(headers) == ("evt_1",)


@pytest.mark.parametrize(
    "headers",
    [
        {NAME: [SIGNED, SIGNED]},
        {NAME: SIGNED, NAME.lower(): SIGNED},
        TWICE,
        raw(TWICE),
        StarletteHeaders(raw=raw(TWICE)),
        WerkzeugHeaders(TWICE),
        httpx.Headers(TWICE).multi_items(),
        message(TWICE),
    ],
    ids=lambda headers: type(headers).__name__,
)
def test_a_header_that_came_twice_came_twice(headers: Any) -> None:
    with pytest.raises(PayymoError) as told:
        verify(headers)
    assert told.value.code == "webhook.repeated"


@pytest.mark.parametrize(
    ("headers", "field"),
    [
        (None, "/headers"),
        (7, "/headers"),
        ("Stripe-Signature: x", "/headers"),
        (b"x", "/headers"),
        ([NAME, SIGNED], "/headers"),
        ([(NAME,)], "/headers"),
        ([(NAME, SIGNED, 1)], "/headers"),
        ([(7, SIGNED)], "/headers"),
        ({None: SIGNED}, "/headers"),
        ({NAME: 7}, f"/headers/{NAME}/0"),
        ({NAME: None}, f"/headers/{NAME}/0"),
        ({NAME: [SIGNED, None]}, f"/headers/{NAME}/1"),
    ],
    ids=repr,
)
def test_what_are_no_headers(headers: Any, field: str) -> None:
    with pytest.raises(PayymoError) as told:
        verify(headers)
    assert (told.value.code, told.value.field) == ("contract.field", field)
    assert SIGNED not in str(told.value)


def test_types() -> None:
    """What a checker of types takes; what it refuses stands in comments that it must need."""
    mapped: dict[str, list[str]] = {NAME: [SIGNED]}
    single: dict[str, str] = {NAME: SIGNED}
    tuples: dict[str, tuple[str, ...]] = {NAME: (SIGNED,)}
    starlette = StarletteHeaders(raw=raw(PAIRS))
    werkzeug = WerkzeugHeaders(PAIRS)

    def check(*several: Headers) -> None:
        for headers in several:
            assert webhook.verify({"live": SECRET}, headers, BODY, NOW, provider="stripe").event_ids == ("evt_1",)

    check(mapped, single, tuples, PAIRS, raw(PAIRS), starlette, werkzeug)
    with pytest.raises(PayymoError):
        check("x")  # type: ignore[arg-type]
    with pytest.raises(PayymoError):
        check({NAME: 7})  # type: ignore[arg-type]
    with pytest.raises(PayymoError):
        check([NAME])  # type: ignore[list-item]
