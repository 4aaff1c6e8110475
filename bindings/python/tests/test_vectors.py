"""The corpus that all languages run: every case as a document, and through the typed functions.

A case stands in three lines: its head, the request, and the answer or the code of the error.
"""

from __future__ import annotations

import inspect
import json
import re
from base64 import b64decode, b64encode
from keyword import iskeyword
from typing import Any, Iterator

import payymo
import pytest
from payymo import _native
from conftest import ROOT

FILES = sorted((ROOT / "tests" / "vectors").glob("*.jsonl"))
COUNTS = {"cases": 0, "typed": 0}


def cases() -> Iterator[Any]:
    for file in FILES:
        lines = file.read_text(encoding="utf-8").split("\n")
        assert lines.pop() == "" and len(lines) % 3 == 0, f"{file.name}: three lines a case"
        for at in range(0, len(lines), 3):
            head, request, answer = lines[at : at + 3]
            name = json.loads(head)["name"]
            yield pytest.param(json.loads(head), request, answer, id=f"{file.stem}:{name}")


def attribute(name: str) -> str:
    return f"{name}_" if iskeyword(name) else name


CLASSES: dict[str, Any] = {
    area: getattr(payymo, area.capitalize())
    for area in ("anchors", "matcher", "revocations", "sessions", "signer", "stream", "verifier")
}


def handle_of(head: dict[str, Any]) -> _native.Handle:
    area = head["op"].split(".")[0]
    handle, _ = _native.Handle.open(f"{area}.new", json.dumps(head["open"], ensure_ascii=False))
    for operation, request in head.get("before", []):
        handle.call(operation, json.dumps(request, ensure_ascii=False))
    return handle


def raw(head: dict[str, Any], request: str) -> bytes:
    operation: str = head["op"]
    area, _, verb = operation.partition(".")
    if area in CLASSES and verb == "new":
        return _native.Handle.open(operation, request)[1]
    if area in CLASSES and "open" in head:
        return handle_of(head).call(operation, request)
    return payymo.call(operation, request)


class NotTyped(Exception):
    """What Python itself refuses: an argument too many or too few, or a field that is none of the function's."""


def typed(head: dict[str, Any], request: Any) -> Any:
    operation: str = head["op"]
    area, verb = operation.split(".")
    if area in CLASSES and verb == "new":
        function = CLASSES[area]
    elif area in CLASSES:
        handle = CLASSES[area](**arguments(CLASSES[area], head["open"]))
        for before, member in head.get("before", []):
            method = getattr(handle, attribute(before.split(".")[1]))
            method(**arguments(method, member))
        function = getattr(handle, attribute(verb))
    else:
        function = getattr(getattr(payymo, attribute(area)), attribute(verb))
    answer = function(**arguments(function, request))
    if verb == "new":
        answer = getattr(answer, "errors", None)
    return document(answer)


def arguments(function: Any, request: Any) -> dict[str, Any]:
    if not isinstance(request, dict):
        raise NotTyped
    parameters = inspect.signature(function).parameters
    strict = request.get("strict") is True
    named: dict[str, Any] = {}
    for name, value in request.items():
        if name in ("version", "pretty") and value in (1, True, False):
            continue
        if attribute(name) not in parameters:
            raise NotTyped
        named[attribute(name)] = argument(value, str(parameters[attribute(name)].annotation), strict)
    for name, parameter in parameters.items():
        if parameter.default is inspect.Parameter.empty and name not in named:
            raise NotTyped
    return named


def argument(value: Any, annotation: str, strict: bool) -> Any:
    if isinstance(value, dict) and set(value) == {"base64"} and "bytes" in annotation:
        return b64decode(value["base64"])
    record = re.search(r"(\w+) \| Mapping\[str, Any\]", annotation)
    if record is None or strict:
        if isinstance(value, list):
            return [argument(each, annotation, strict) for each in value]
        return value
    return rows(value, getattr(payymo, record.group(1)))


def rows(value: Any, record: Any) -> Any:
    """Records where a document is one; what cannot be read is handed on for the library to refuse."""
    if isinstance(value, list):
        return [rows(each, record) for each in value]
    try:
        return record.from_document(value)
    except Exception:
        return value


def document(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return json.loads(_native.document(value))


@pytest.mark.parametrize(("head", "request_", "answer"), list(cases()))
def test_case(head: dict[str, Any], request_: str, answer: str) -> None:
    COUNTS["cases"] += 1
    known = json.loads(answer)
    error = known.get("error") if isinstance(known, dict) and set(known) == {"error"} else None
    if error is None:
        assert raw(head, request_).decode() == answer
    else:
        with pytest.raises(payymo.PayymoError) as told:
            raw(head, request_)
        assert (told.value.code, told.value.number) == (error["code"], error["number"])
        assert (told.value.message, told.value.field) == (error["message"], error.get("field"))
    if head.get("raw"):
        return
    request = json.loads(request_)
    try:
        if error is None:
            assert typed(head, request) == known
        else:
            with pytest.raises(payymo.PayymoError) as told:
                typed(head, request)
            assert (told.value.code, told.value.number) == (error["code"], error["number"])
    except NotTyped:
        return
    COUNTS["typed"] += 1


def test_every_operation_has_cases() -> None:
    """Last: says how many there were."""
    if not FILES:
        pytest.skip("tests/vectors holds no cases yet")
    operations = {case.values[0]["op"] for case in cases() if not case.values[0].get("raw")}
    assert operations == set(payymo.library.about().operations)
    assert COUNTS["typed"] > COUNTS["cases"] // 2
