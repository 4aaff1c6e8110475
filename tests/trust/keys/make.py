"""Writes weak.json: public keys that must not be trusted, each with a token that is truly signed under it.

A verifier that takes such a key accepts its token; ring signs with none of them, so the tokens are made here, with the numbers alone.
The signatures are those of the claims that `forge.rs` uses, at its frozen time. Run it once, in this folder: `python3 make.py`.
"""

import base64
import hashlib
import json
import random

DIGEST_OF_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
# The time and the claims of forge.rs.
NOW = 1_800_000_000
CLAIMS = {"iss": "https://issuer.example", "aud": "billing", "sub": "u1", "iat": NOW - 10, "exp": NOW + 600, "jti": "t1"}
# The primes whose product the generator of CVE-2017-15361 builds its primes on (126 of them for keys of 2048 bits).
SMALL = [n for n in range(2, 702) if all(n % d for d in range(2, int(n**0.5) + 1))]

dice = random.Random("worthless test keys")


def is_prime(n):
    if n < 2 or any(n % p == 0 and n != p for p in SMALL):
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for _ in range(16):
        x = pow(dice.randrange(2, n - 1), odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def prime(bits, exponent):
    while True:
        n = dice.getrandbits(bits) | 3 << bits - 2 | 1
        if (n - 1) % exponent and is_prime(n):
            return n


def roca_prime(bits, exponent):
    product = 1
    for p in SMALL[:126]:
        product *= p
    while True:
        power = pow(65537, dice.getrandbits(200), product)
        n = dice.randrange(3 * 2 ** (bits - 2) // product, 2**bits // product) * product + power
        if n.bit_length() == bits and (n - 1) % exponent and is_prime(n):
            return n


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def octets(n, length=None):
    return n.to_bytes(length or (n.bit_length() + 7) // 8, "big")


def weak(primes, exponent):
    modulus, phi = 1, 1
    for p in primes:
        modulus, phi = modulus * p, phi * (p - 1)
    size = (modulus.bit_length() + 7) // 8
    compact = lambda value: base64url(json.dumps(value, separators=(",", ":")).encode())
    signed = compact({"alg": "RS256", "typ": "JWT"}) + "." + compact(CLAIMS)
    digest = DIGEST_OF_SHA256 + hashlib.sha256(signed.encode()).digest()
    padded = b"\0\1" + b"\xff" * (size - len(digest) - 3) + b"\0" + digest
    signature = pow(int.from_bytes(padded, "big"), pow(exponent, -1, phi), modulus)
    assert octets(pow(signature, exponent, modulus), size) == padded
    key = {"kty": "RSA", "n": base64url(octets(modulus)), "e": base64url(octets(exponent))}
    return {"key": key, "token": signed + "." + base64url(octets(signature, size))}


def pair(bits, exponent, make=prime):
    while True:
        primes = [make(bits // 2, exponent), make(bits - bits // 2, exponent)]
        if (primes[0] * primes[1]).bit_length() == bits:
            return weak(primes, exponent)


keys = {
    "rsa_512": pair(512, 65537),
    "rsa_1024": pair(1024, 65537),
    "rsa_2047": pair(2047, 65537),
    "rsa_8256": weak([prime(1032, 65537) for _ in range(8)], 65537),
    "rsa_e3": pair(2048, 3),
    "rsa_e17": pair(2048, 17),
    "rsa_e_beyond_32_bits": pair(2048, 2**32 + 15),
    "rsa_roca": pair(2048, 65537, roca_prime),
}
with open("weak.json", "w", encoding="ascii") as file:
    json.dump(keys, file, indent=1)
    file.write("\n")
