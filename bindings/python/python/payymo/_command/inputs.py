"""Files to rows: read, each row once, the options taken in."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from typing import Any

from payymo._command.arguments import Arguments
from payymo._command.documents import Document, ask, shown
from payymo._errors import PayymoError

ROLES = {
    "transactions": ("transaction", "--transactions"),
    "invoices": ("invoice", "--invoices"),
    "settlements": ("settlement", "--settled"),
}


class Unusable(Exception):
    """An input of no use."""


@dataclass
class Inputs:
    """The rows of all inputs, as documents."""

    transactions: list[Document] = field(default_factory=list)
    invoices: list[Document] = field(default_factory=list)
    settlements: list[Document] = field(default_factory=list)
    options: Document = field(default_factory=dict)
    errors: list[Document] = field(default_factory=list)
    warnings: list[Document] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def bytes_of(path: str) -> bytes:
    """The bytes of a file, or of standard input."""
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Unusable(f"{name_of(path)}: {error.strerror}") from None


def name_of(path: str) -> str:
    """An input's name as a person may see it."""
    return "standard input" if path == "-" else shown(path)


def load(arguments: Arguments) -> Inputs:
    """Reads everything that the arguments name."""
    inputs = Inputs()
    how: Document = {}
    if arguments.options is not None:
        inputs.options, how = options_of(arguments.options)
    if arguments.as_of is not None:
        inputs.options["as_of"] = arguments.as_of
    # Wrong options are told before any file is read.
    ask_options(arguments.options, inputs.options)

    rows: dict[str, list[list[Document]]] = {role: [] for role in ROLES}
    told: set[str] = set()
    files = {
        "transactions": arguments.transactions,
        "invoices": arguments.invoices,
        "settlements": arguments.settled,
    }
    for role, paths in files.items():
        for path in paths:
            report = read(path, how)
            fits(path, role, report)
            if path not in told:
                told.add(path)
                inputs.errors += report["errors"]
                inputs.warnings += report["warnings"]
            counts = ", ".join(f"{len(report[each])} {each}" for each in ROLES if report[each])
            inputs.files.append(f"{name_of(path)}: {counts}, {len(report['errors'])} unreadable")
            for each in ROLES:
                rows[each].append(report[each])
        # What was settled before may name its invoice and no currency.
        known = how.setdefault("invoice_currencies", {})
        for row in (row for given in rows["invoices"] for row in given):
            known.setdefault(row["id"], row["currency"])

    linked = ask("linking.duplicates", {"inputs": rows["transactions"]})
    once = ask("linking.invoices", {"inputs": rows["invoices"]})
    inputs.transactions, inputs.invoices = linked["transactions"], once["invoices"]
    inputs.settlements = ask("linking.settlements", {"inputs": rows["settlements"]})["settlements"]
    inputs.errors += linked["errors"] + once["errors"]
    if not inputs.transactions:
        raise Unusable("no transaction to reconcile: give --transactions FILE")
    if not inputs.invoices:
        raise Unusable("no invoice to reconcile with: give --invoices FILE")
    return inputs


def read(path: str, how: Document) -> Document:
    """The report of a file."""
    short = name_of(path) if path == "-" else shown(os.path.basename(path))
    request = {"content": {"blob": 0}, "options": how, "name": short, "strict": True}
    try:
        report: Document = ask("format.read", request, [bytes_of(path)])
    except PayymoError as error:
        raise Unusable(f"{name_of(path)}: {shown(str(error))}") from None
    return report


def fits(path: str, role: str, report: Document) -> None:
    """Whether a file holds what it was given as; rows of other kinds in it are welcome."""
    if report[role]:
        return
    wanted, option = ROLES[role]
    others = [each for each in ROLES if report[each]]
    if others:
        right = ROLES[others[0]][1]
        said = f"given as {option}, but it holds no {wanted}: its rows are {len(report[others[0]])} {others[0]}, give it as {right}"
    else:
        said = f"yields no {wanted}"
    if report["errors"]:
        # Where every record failed, the first says why.
        first = report["errors"][0]
        said += f"; {len(report['errors'])} unreadable, the first: {shown(first['code'] + ': ' + first['message'])}"
    raise Unusable(f"{name_of(path)}: {said}")


def options_of(path: str) -> tuple[Document, Document]:
    """`{"matching": {…}, "read": {…}}`, or the fields of `matching` alone."""
    try:
        options: Any = json.loads(bytes_of(path))
    except ValueError as error:
        raise Unusable(f"{name_of(path)}: not options: {shown(str(error))}") from None
    if not isinstance(options, dict):
        raise Unusable(f"{name_of(path)}: not options: a JSON object")
    if "matching" not in options and "read" not in options:
        return options, {}
    stray = next((name for name in options if name not in ("matching", "read")), None)
    if stray is not None:
        raise Unusable(f'{name_of(path)}: not options: {shown(stray)} stands beside "matching" or "read"')
    return options.get("matching") or {}, options.get("read") or {}


def ask_options(path: str | None, options: Document) -> None:
    """Refuses options that are wrong, misspelt ones too."""
    request = {"transactions": [], "invoices": [], "options": options, "strict": True}
    try:
        ask("matching.reconcile", request)
    except PayymoError as error:
        raise Unusable(f"{name_of(path or '--as-of')}: {shown(str(error))}") from None
