"""What was learnt before, and what people have said since."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any, Iterator

from payymo._command.arguments import Arguments
from payymo._command.documents import Document, ask, shown
from payymo._command.inputs import Inputs, Unusable, bytes_of, name_of
from payymo._errors import PayymoError


def memory_of(arguments: Arguments, inputs: Inputs) -> bytes | None:
    """The memory to work with; `None` where none is asked for."""
    if arguments.memory is None and not arguments.feedback and arguments.memory_out is None:
        return None
    memory = b"" if arguments.memory is None else bytes_of(arguments.memory)
    try:
        learnt = learn(memory, [])
    except PayymoError as error:
        raise Unusable(f"{name_of(arguments.memory or '')}: {shown(str(error))}") from None
    for path in arguments.feedback:
        verdicts = list(verdicts_of(path, inputs))
        if not verdicts:
            raise Unusable(f"{name_of(path)}: yields no verdict")
        learnt = learn(learnt, verdicts)
    return learnt


def learn(memory: bytes, feedback: list[Document]) -> bytes:
    """A memory with what verdicts teach."""
    return b64decode(ask("memory.learn", {"memory": {"blob": 0}, "feedback": feedback}, [memory]))


def verdicts_of(path: str, inputs: Inputs) -> Iterator[Document]:
    """The verdicts of a file, one a line, with the rows that they are about."""
    for number, line in enumerate(bytes_of(path).removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):

        def wrong(said: str) -> Unusable:
            return Unusable(f"{name_of(path)}, line {number}: {shown(said)}")

        try:
            text = line.decode().strip()
            if not text:
                continue
            verdict: Any = json.loads(text)
        except UnicodeDecodeError:
            raise wrong("text that is not UTF-8") from None
        except ValueError as error:
            raise wrong(str(error)) from None
        if not isinstance(verdict, dict):
            raise wrong("a verdict is a JSON object")
        try:
            # Alone, so that the line that is wrong is named.
            learn(b"", [verdict])
        except PayymoError as error:
            raise wrong(str(error)) from None
        lacking = complete(verdict, inputs)
        if lacking is not None:
            raise wrong(f"no row of {lacking}: give it with the verdict, or the file that holds it")
        yield verdict


def complete(verdict: Document, inputs: Inputs) -> str | None:
    """Adds the rows that a verdict speaks of and does not hold; names one that is nowhere."""
    allocations = [*(verdict.get("match") or {}).get("allocations", []), *(verdict.get("right") or [])]
    kinds = (("transaction", "transactions", inputs.transactions), ("invoice", "invoices", inputs.invoices))
    lacking: list[str] = []
    for member, rows, known in kinds:
        held = verdict.setdefault(rows, []) or []
        missing = {each[member] for each in allocations if each.get(member) is not None}
        missing -= {row["id"] for row in held}
        found = [row for row in known if row["id"] in missing]
        verdict[rows] = [*held, *found]
        lacking += sorted(missing - {row["id"] for row in found})
    return lacking[0] if lacking else None
