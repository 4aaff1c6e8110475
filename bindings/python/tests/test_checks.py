"""Checks without documents say what the operations say."""

from __future__ import annotations

from typing import get_args

import payymo
import pytest

IBANS = ["DE89370400440532013000", "DE88370400440532013000", "DE8937040044", "ZZ89370400440532013000", ""]
REFERENCES = ["rf18 5390 0754 7034", "rf19 5390 0754 7034", "123 45672", "+++010/8068/17183+++", "7", ""]


def test_ibans() -> None:
    verdicts = [payymo.iban_check(text) for text in IBANS]
    assert verdicts == [payymo.party.iban(text).verdict for text in IBANS]
    assert verdicts == list(get_args(payymo.words.IbanVerdict))


@pytest.mark.parametrize("scheme", get_args(payymo.words.Scheme))
def test_references(scheme: payymo.words.Scheme) -> None:
    for text in REFERENCES:
        assert payymo.reference_check(scheme, text) is (payymo.reference.validate(scheme, text) is not None)


def test_a_scheme_that_is_none() -> None:
    told = []
    for ask in (payymo.reference_check, payymo.reference.validate):
        with pytest.raises(payymo.ContractError) as refused:
            ask("xx", "")  # type: ignore[arg-type, operator]
        told.append((refused.value.code, refused.value.message, refused.value.field))
    assert told[0] == told[1]
    assert told[0][2] == "/scheme"


def test_decimals() -> None:
    for currency in payymo.money.currencies():
        assert payymo.currency_decimals(currency.code) == currency.decimals
    assert payymo.currency_decimals("XYZ") is None
