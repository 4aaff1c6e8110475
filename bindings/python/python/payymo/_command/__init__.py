"""The main job from a shell, with the options of the Rust command and, with `--json`, its very bytes."""

from __future__ import annotations

import os
import sys
from typing import Sequence

from payymo._command.arguments import Arguments, parse
from payymo._command.inputs import Inputs, Unusable, load
from payymo._command.learn import memory_of
from payymo._command.output import NotWritten, Outputs, keep_inputs
from payymo._command.table import html, problems, table
from payymo._errors import PayymoError
from payymo._native import call, indent
from payymo._command.documents import ask_raw, shown
from payymo.records import Reconciliation

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Runs the command. 0: it ran; 1: an output could not be written; 2: wrong arguments, or an input of no use."""
    arguments = parse(argv)
    try:
        run(arguments)
        sys.stdout.flush()
        return 0
    except Unusable as error:
        return complain(str(error), 2)
    except PayymoError as error:
        return complain(shown(str(error)), 2)
    except NotWritten as error:
        return complain(str(error), 1)
    except BrokenPipeError:
        # Who reads has gone away (`| head`): no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def complain(message: str, code: int) -> int:
    print(f"reconcile: {message}", file=sys.stderr)
    return code


def run(arguments: Arguments) -> None:
    inputs = load(arguments)
    keep_inputs(arguments)
    memory = memory_of(arguments, inputs)
    document = reconciled(inputs, memory)
    outputs = Outputs()
    if arguments.json is not None:
        outputs.add(arguments.json, indent(document) + b"\n")
    result = Reconciliation.from_json(document)
    if arguments.html is not None:
        outputs.add(arguments.html, html(result).encode())
    if arguments.memory_out is not None and memory is not None:
        outputs.add(arguments.memory_out, memory)
    outputs.write()
    if arguments.json is None and "-" not in (arguments.html, arguments.memory_out):
        print(table(result, inputs.files), end="")
    else:
        # Without a table, what could not be read is told here.
        print(problems(result), end="", file=sys.stderr)


def reconciled(inputs: Inputs, memory: bytes | None) -> bytes:
    """The result, with what reading the files gave before its own errors and warnings."""
    request = {
        "transactions": inputs.transactions,
        "invoices": inputs.invoices,
        "settlements": inputs.settlements,
        "options": inputs.options,
        "errors": inputs.errors,
        "warnings": inputs.warnings,
    }
    if memory is None:
        return ask_raw(call, "matching.reconcile", request)
    return ask_raw(call, "matching.reconcile", {**request, "memory": {"blob": 0}}, [memory])
