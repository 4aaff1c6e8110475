# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Bytes of banks and gateways to rows."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._records import ask
from payymo.records import ReadOptions, Report
from payymo.words import Format

__all__ = [
    "detect",
    "read",
]


def detect(content: bytes | bytearray | memoryview | str) -> Format:
    """Tells the format of some bytes by their content.

    Args:
        content: The bytes of a statement or a list; the first 64 KiB are looked at.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`.
    """
    answer: Format = ask("format.detect", {"content": content})
    return answer


def read(
    content: bytes | bytearray | memoryview | str,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
    strict: bool = False,
) -> Report:
    """Reads a statement or a list of any supported format. What is wrong with one record costs that
    record.

    Args:
        content: The bytes of the input.
        options: How it is read. The default needs no tuning.
        name: Name of the file; messages of errors and warnings begin with it.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
            `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
            `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
            `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`.
        InputError: `input.options`.
    """
    answer = ask("format.read", {
        "content": content,
        "options": options,
        "name": name,
        "strict": strict,
    })
    return Report.from_document(answer)

