"""Runs tests/vectors through the Python that uniffi writes: as documents, and through its classes and functions."""

import base64
import enum
import json
import pathlib
import sys
import typing

import payymo

VECTORS = pathlib.Path(__file__).resolve().parents[3] / "tests" / "vectors"


class Inexpressible(Exception):
    """What the classes cannot say: a row without a field that it must have."""


def cases():
    for file in sorted(VECTORS.glob("*.jsonl")):
        lines = file.read_text(encoding="utf-8").split("\n")
        for at in range(0, len(lines) - 1, 3):
            yield json.loads(lines[at]), lines[at + 1], lines[at + 2]


def failed(error):
    return {"error": json.loads(error.document)}


def class_of(op):
    """`Matcher` of `matcher.new`."""
    return getattr(payymo, op.split(".")[0].capitalize())


def of_document(op, request):
    """The handle that an operation makes or is done on."""
    return class_of(op).from_document(request, [])


def answered(handle):
    """What the opening of a handle answered: what it could not use, or nothing."""
    return to_document(handle.errors()) if hasattr(handle, "errors") else None


# As documents


def as_document(head, request):
    op = head["op"]
    try:
        if op.endswith(".new"):
            return answered(of_document(op, request))
        if "open" not in head:
            return payymo.call(op, request, [])
        handle = of_document(op, json.dumps(head["open"]))
        for step, given in head["before"]:
            handle.call(step, json.dumps(given), [])
        return handle.call(op, request, [])
    except payymo.PayymoError.Failed as error:
        return failed(error)


# Through classes and functions


def to_value(value, hint):
    origin = typing.get_origin(hint)
    if origin is typing.Union:
        # An argument with a default is typed as itself, nothing, or any object.
        [kind] = [one for one in typing.get_args(hint) if one not in (object, type(None))]
        return None if value is None else to_value(value, kind)
    if value is None:
        raise Inexpressible
    if origin in (list, typing.List):
        return [to_value(one, typing.get_args(hint)[0]) for one in value]
    if origin in (dict, typing.Dict):
        return {name: to_value(one, typing.get_args(hint)[1]) for name, one in value.items()}
    if hint is payymo.Column:
        if isinstance(value, list):
            return payymo.Column.SEVERAL([to_value(one, hint) for one in value])
        return payymo.Column.NUMBER(value) if isinstance(value, int) else payymo.Column.HEADER(value)
    if hint is bytes:
        text = value["base64"] if isinstance(value, dict) else value
        return base64.b64decode(text) if isinstance(value, dict) else text.encode()
    if hint is str:
        return value if isinstance(value, str) else str(value)
    if hint in (int, float, bool):
        return value
    return hint(**arguments(hint.__init__, value))


def in_json(name, value, change=json.dumps):
    """Fields of any JSON, which classes hold as its text: a type that Python cannot tell from text."""
    if name == "claims" and value is not None:
        return {member: change(one) for member, one in value.items()}
    # The scheme of a webhook is an object, that of a reference a word.
    return change(value) if name == "scheme" and isinstance(value, dict) else value


def arguments(function, request):
    """The arguments that a request gives a function, by their types."""
    hints = typing.get_type_hints(function, vars(payymo))
    hints.pop("return", None)
    hints.pop("progress", None)
    names = {name: {"found": "match", "_from": "from"}.get(name, name) for name in hints}
    given = {name: in_json(names[name], request.get(names[name])) for name in hints}
    return {
        name: to_value(given[name], hint)
        for name, hint in hints.items()
        if given[name] is not None or typing.get_origin(hint) is not typing.Union
    }


def to_document(value):
    if isinstance(value, (list, tuple)):
        return [to_document(one) for one in value]
    if isinstance(value, dict):
        return {name: to_document(one) for name, one in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (str, int, float, bool, type(None), enum.Enum)):
        return value
    fields = {{"found": "match", "_from": "from"}.get(name, name): one for name, one in vars(value).items()}
    return {name: in_json(name, to_document(one), json.loads) for name, one in fields.items() if one is not None}


def opened(op, request):
    kind = class_of(op)
    return kind(**arguments(kind.__init__, request))


def through_classes(head, request):
    op = head["op"]
    try:
        if op.endswith(".new"):
            return answered(opened(op, request))
        if "open" not in head:
            function = getattr(payymo, op.replace(".", "_"))
            return to_document(function(**arguments(function, request)))
        handle = opened(op, head["open"])
        for step, given in head["before"]:
            method = getattr(handle, step.split(".")[1])
            method(**arguments(method, given))
        method = getattr(handle, op.split(".")[1])
        return to_document(method(**arguments(method, request)))
    except payymo.PayymoError.Failed as error:
        return failed(error)


def main():
    run = typed = inexpressible = 0
    for head, request, answer in cases():
        said = as_document(head, request)
        if isinstance(said, str):
            assert said == answer, f"{head}: {said}"
        else:
            assert said == json.loads(answer), f"{head}: {said}"
        run += 1
        if head.get("raw"):
            continue
        try:
            said = through_classes(head, json.loads(request))
        except Inexpressible:
            inexpressible += 1
            continue
        if head["name"] != "unknown fields of rows":
            assert said == json.loads(answer), f"{head}: {json.dumps(said)}"
        typed += 1
    assert inexpressible <= 12, inexpressible
    print(f"uniffi (Python): {run} cases, {typed} of them through its classes too")


if __name__ == "__main__":
    sys.exit(main())
