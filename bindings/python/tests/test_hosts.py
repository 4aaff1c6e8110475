"""The example servers of examples/hosts/python, over HTTP: each on a server of its own, in a process of its own."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Iterator

import httpx
import pytest
from conftest import ROOT
from payymo import Signer

KEYS = ROOT / "tests" / "trust" / "keys"
SECRET = "whsec_of_these_tests_alone"
SERVERS = {
    "flask": ["flask", "--app", "flask_app", "run", "--port"],
    "fastapi": ["uvicorn", "fastapi_app:app", "--log-level", "warning", "--port"],
}


def signer(name: str) -> Signer:
    return Signer("RS256", pem=(KEYS / f"{name}.worthless-test-key.pem").read_text(), key_id="k1")


OWN, OTHER = signer("rsa"), signer("other")


def bearer(by: Signer = OWN, **more: Any) -> str:
    claims = {
        "iss": "https://accounts.example",
        "aud": "https://api.example",
        "sub": "u1",
        "exp": int(time.time()) + 900,
        "permissions": ["invoice:*"],
        **more,
    }
    return f"Bearer {by.sign(claims, type='at+jwt')}"


def charge(name: str, invoice: str = "1042") -> bytes:
    charged = {"amount": 5000, "metadata": {"invoice": invoice}}
    event = {"id": name, "type": "charge.succeeded", "created": int(time.time()), "data": {"object": charged}}
    return json.dumps(event, indent=2).encode()


def signature(body: bytes, ago: int = 0, secret: str = SECRET) -> str:
    at = int(time.time()) - ago
    return f"t={at},v1={hmac.new(secret.encode(), b'%d.%b' % (at, body), hashlib.sha256).hexdigest()}"


class Server:
    """A running server."""

    def __init__(self, url: str, log: Path) -> None:
        self.http = httpx.Client(base_url=url, trust_env=False)
        self.log = log

    def invoices(self, authorization: str | None) -> httpx.Response:
        return self.http.get("/invoices", headers={} if authorization is None else {"Authorization": authorization})

    def hook(self, body: bytes, *signed: str) -> httpx.Response:
        headers = [("Content-Type", "application/json"), *(("Stripe-Signature", each) for each in signed or (signature(body),))]
        return self.http.post("/webhooks/stripe", content=body, headers=headers)

    def paid(self) -> int:
        paid: int = self.invoices(bearer()).json()[0]["paid"]
        return paid


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environment = {
        **os.environ,
        "TOKEN_JWKS": f'{{"keys":[{OWN.jwk()}]}}',
        "TOKEN_ISSUER": "https://accounts.example",
        "TOKEN_AUDIENCE": "https://api.example",
        "STRIPE_WEBHOOK_SECRET": SECRET,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("host") / "log"
    with open(log, "wb") as out:
        command = [sys.executable, "-m", *SERVERS[request.param], str(port)]
        running = subprocess.Popen(command, cwd=ROOT / "examples" / "hosts" / "python", env=environment, stdout=out, stderr=out)
    try:
        until = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                assert running.poll() is None and time.monotonic() < until, log.read_text()
                time.sleep(0.05)
        started = Server(f"http://127.0.0.1:{port}", log)
        with started.http:
            yield started
    finally:
        running.terminate()
        running.wait()


def test_tokens(server: Server) -> None:
    allowed = server.invoices(bearer())
    assert (allowed.status_code, allowed.json()) == (200, [{"id": "1042", "total": 11200, "paid": 0}])
    assert server.invoices(bearer(permissions=["customer:read", "invoice:read"])).status_code == 200
    for authorization, code in (
        (None, "no_token"),
        ("Basic dTpw", "no_token"),
        (bearer(exp=int(time.time()) - 60), "token.expired"),
        (bearer(aud="https://other.example"), "token.audience"),
        (bearer(iss="https://other.example"), "token.issuer"),
        (bearer(OTHER), "token.signature"),
        ("Bearer a.b", "token.segments"),
    ):
        refused = server.invoices(authorization)
        assert (refused.status_code, refused.json()) == (401, {"error": code})
        challenge = "Bearer" if code == "no_token" else f'Bearer error="invalid_token", error_description="{code}"'
        assert refused.headers["WWW-Authenticate"] == challenge
    for permissions in (["customer:*"], ["invoice:pay"], [], None, "invoice:read", [7]):
        refused = server.invoices(bearer(permissions=permissions))
        assert refused.status_code == 403, permissions
        assert refused.headers["WWW-Authenticate"] == 'Bearer error="insufficient_scope", scope="invoice:read"'


def test_webhooks(server: Server) -> None:
    body = charge("evt_1")
    signed = signature(body)
    assert server.hook(body, signed).status_code == 200
    assert server.paid() == 5000
    # The same again, also signed anew: it is handled once.
    assert server.hook(body, signed).status_code == 200
    assert server.hook(body, signature(body, ago=1)).status_code == 200
    assert server.paid() == 5000
    # Many at once: one of them handles it, and the others are answered that it is done or busy.
    body = charge("evt_2")
    with ThreadPoolExecutor(8) as threads:
        answers = {each.status_code for each in threads.map(server.hook, [body] * 8)}
    assert 200 in answers and answers <= {200, 503}
    assert server.paid() == 10000

    body = charge("evt_3")
    for code, given, shown in (
        ("webhook.body_changed", json.dumps(json.loads(body), separators=(",", ":")).encode(), [signature(body)]),
        ("webhook.signature", body, [signature(body, secret="whsec_of_somebody_else")]),
        ("webhook.too_old", body, [signature(body, ago=600)]),
        ("webhook.header", body, [""]),
    ):
        refused = server.hook(given, *shown)
        assert (refused.status_code, refused.json()["code"]) == (400, code)
        if code == "webhook.body_changed":
            assert "Hand over the bytes as they came" in refused.json()["message"]
        assert f"{code}: " in server.log.read_text()
    # A header that came twice; WSGI joins it into one.
    assert server.hook(body, signature(body), signature(body)).json()["code"] == "webhook.repeated"
    assert server.paid() == 10000
    # One that cannot be handled is given back, and may come again.
    early = charge("evt_4", invoice="1043")
    for _ in range(2):
        refused = server.hook(early)
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "60")
    assert SECRET not in server.log.read_text()
