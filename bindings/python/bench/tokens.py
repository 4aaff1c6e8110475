"""Verifying one access token, beside PyJWT: RS256, the same key, the same questions, in turns on one thread: `tokens.py`."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any, Callable

import jwt
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from payymo import PayymoError, Signer, Verifier

ROUNDS = 15
CALLS = 2_000
ISSUER = "https://accounts.example"
AUDIENCE = "https://api.example"
PEM = (Path(__file__).resolve().parents[3] / "tests" / "trust" / "keys" / "rsa.worthless-test-key.pem").read_text()


def refusal(work: Callable[[], Any]) -> str:
    try:
        work()
    except PayymoError as error:
        return error.code
    except jwt.PyJWTError as error:
        return type(error).__name__
    return "taken"


def spent(work: Callable[[], Any]) -> float:
    """Microseconds of a call, as far as the process had a core: what others do on the machine does not count."""
    start = time.process_time_ns()
    for _ in range(CALLS):
        work()
    return (time.process_time_ns() - start) / CALLS / 1e3


def main() -> None:
    # PyJWT has no other clock than the machine's.
    now = int(time.time())
    signer = Signer("RS256", pem=PEM, key_id="2026-11")
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "user-18204",
        "jti": "c0a8012e-6c1f-4b58-9a51-2f7d7f0f3a11",
        "iat": now - 60,
        "exp": now + 840,
        "permissions": ["invoice:read", "invoice:refund", "customer:read", "payout:read"],
    }
    token = signer.sign(claims, type="at+jwt")
    policy = {
        "algorithms": ["RS256"],
        "issuers": [ISSUER],
        "audiences": [AUDIENCE],
        "type": "at+jwt",
        "required": ["sub", "jti", "iat"],
    }
    verifier = Verifier(policy, jwks=f'{{"keys":[{signer.jwk()}]}}')
    key: Any = load_pem_private_key(PEM.encode(), None).public_key()
    options: Any = {"require": ["sub", "jti", "iat", "exp"]}

    def own(given: str = token) -> Any:
        return verifier.verify(given, now).claims["sub"]

    def peer(given: str = token) -> Any:
        return jwt.decode(given, key, ["RS256"], options=options, issuer=ISSUER, audience=AUDIENCE, leeway=30)["sub"]

    # A peer that answers something else, or takes anything, is no peer.
    wrong = token[:-8] + "AAAAAAAA"
    refused = refusal(lambda: own(wrong)), refusal(lambda: peer(wrong))
    assert own() == peer() and refused == ("token.signature", "InvalidSignatureError"), refused
    # The first round warms up.
    rounds = [(spent(own), spent(peer)) for _ in range(ROUNDS + 1)][1:]
    mine, theirs = (statistics.median(times) for times in zip(*rounds))
    print(f"an access token of {len(token)} bytes, RS256 of 2048 bits:")
    print(f"  payymo {mine:.1f} µs, PyJWT {theirs:.1f} µs: {theirs / mine:.2f} x as many (to stay above 2)")


if __name__ == "__main__":
    main()
