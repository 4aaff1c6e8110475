"""JSON of the host's own: what is signed is what was meant, and what has no form in JSON, or several, is refused with its place."""

from __future__ import annotations

import base64
import collections
import datetime
import decimal
import enum
import fractions
import json
import math
import types
import uuid
from typing import Any, Iterator

import numpy
import pandas
import payymo
import pytest
from payymo import Options, PayymoError, Signer, VerifiedToken, webhook

SECRET = "a secret that guards nothing, for tests"
SIGNER = Signer("HS256", secret=SECRET)


def sign(claims: Any) -> str:
    payload = SIGNER.sign(claims).split(".")[1]
    return base64.urlsafe_b64decode(payload + "==").decode()


class Word(str, enum.Enum):
    ONE = "one"


class Number(enum.IntEnum):
    ONE = 1


class Pair(collections.namedtuple("Pair", "a b")):
    pass


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([], "[]"),
        ({}, "{}"),
        ([1, "two", None, True, [], {}], '[1,"two",null,true,[],{}]'),
        (None, "null"),
        ({"a": None}, '{"a":null}'),
        ((1, (2,)), "[1,[2]]"),
        (Pair(1, 2), "[1,2]"),
        (0.5, "0.5"),
        (1.0, "1.0"),
        (2**53 - 1, "9007199254740991"),
        (Word.ONE, '"one"'),
        (Number.ONE, "1"),
        (types.MappingProxyType({"a": 1}), '{"a":1}'),
        (collections.OrderedDict(a=1), '{"a":1}'),
        (numpy.int64(7), "7"),
        (numpy.float64(0.5), "0.5"),
        (numpy.bool_(True), "true"),
        (Options(threads=1), '{"threads":1}'),
        ("https://a.example/é", '"https://a.example/é"'),
    ],
    ids=repr,
)
def test_what_has_one_form_is_signed(value: Any, text: str) -> None:
    assert sign({"x": value}) == f'{{"x":{text}}}'
    assert sign(types.MappingProxyType({"x": {"y": value}})) == f'{{"x":{{"y":{text}}}}}'


def numbers() -> Iterator[int]:
    yield 1


class Plain(enum.Enum):
    ONE = 1


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        numpy.float64("nan"),
        decimal.Decimal("1.00"),
        fractions.Fraction(1, 2),
        1j,
        datetime.datetime(2026, 3, 4, tzinfo=datetime.timezone.utc),
        datetime.date(2026, 3, 4),
        datetime.time(1),
        datetime.timedelta(1),
        pandas.Timestamp("2026-03-04"),
        pandas.NaT,
        pandas.NA,
        numpy.datetime64("2026-03-04"),
        numpy.datetime64("2026-03-04T00:00:00.000000001"),
        numpy.timedelta64(1, "D"),
        numpy.array([1]),
        pandas.Series([1]),
        b"x",
        bytearray(b"x"),
        memoryview(b"x"),
        {"a"},
        frozenset(),
        range(2),
        numbers(),
        {}.keys(),
        uuid.UUID(int=1),
        Plain.ONE,
        object(),
        lambda: 0,
        {1: 2},
        {None: 2},
    ],
    ids=repr,
)
def test_what_has_none_or_several_is_refused_with_its_place(value: Any) -> None:
    for claims, field in (({"a/b": value}, "/claims/a~1b"), ({"list": [0, value]}, "/claims/list/1")):
        with pytest.raises(PayymoError) as told:
            sign(claims)
        assert (told.value.code, told.value.field) == ("contract.field", field)


def test_half_a_character() -> None:
    for claims, field in (
        ({"x": "\ud800"}, "/claims/x"),
        ({"x": ["\ud800"]}, "/claims/x/0"),
        ({"x": {"\ud800": 1}}, "/claims/x"),
        ({"\ud800": 1}, "/claims"),
    ):
        with pytest.raises(PayymoError) as told:
            sign(claims)
        assert (told.value.code, told.value.field) == ("contract.encoding", field)


@pytest.mark.parametrize("claims", [[], [1, 2], (), None, "x", 7, b"x", {"a"}, datetime.date(2026, 3, 4)], ids=repr)
def test_claims_that_are_no_object(claims: Any) -> None:
    with pytest.raises(PayymoError) as told:
        sign(claims)
    assert (told.value.code, told.value.field) == ("contract.field", "/claims")


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**70, 10**400])
def test_numbers_that_others_read_otherwise(number: int) -> None:
    with pytest.raises(PayymoError) as told:
        sign({"x": number})
    assert told.value.code in ("token.json", "contract.field")


def test_what_holds_itself() -> None:
    claims: dict[str, Any] = {}
    claims["self"] = claims
    with pytest.raises(PayymoError) as told:
        sign(claims)
    assert told.value.code == "contract.syntax"


def test_the_scheme_of_a_webhook_is_json_too() -> None:
    with pytest.raises(PayymoError) as told:
        webhook.verify({"live": SECRET}, {}, b"", 0, scheme={"name": "own", "at": datetime.date(2026, 3, 4)})
    assert (told.value.code, told.value.field) == ("contract.field", "/scheme/at")


def test_claims_come_back_as_they_were_signed() -> None:
    claims = {"iss": "i", "aud": "a", "exp": 2_000_000_000, "nonce": None, "deep": {"empty": {}, "none": [], "null": None}}
    policy = payymo.TokenPolicy(algorithms=["HS256"], issuers=["i"], audiences=["a"])  # type: ignore[arg-type]
    token = payymo.Verifier(policy, secrets={"k": SECRET}).verify(SIGNER.sign(claims), 1_900_000_000)
    assert token.claims == claims
    assert VerifiedToken.from_document(token.to_document()) == token
    assert sign(token.claims) == json.dumps(claims, separators=(",", ":"))
